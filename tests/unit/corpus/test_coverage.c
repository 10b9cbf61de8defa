#include <check.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/coverage.h"

static void
add (ArdCorpus *corpus, const char *path)
{
  ArdFile file = { .path = path, .language = "Java", .measured = TRUE, .coverage = NAN };

  g_array_append_val (corpus->files, file);
}

/* Files, and one report in a folder of its own; yours. */
static ArdCorpus *
read_report (const char *text)
{
  ArdCorpus *corpus = ard_corpus_new ();
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autofree char *root = g_dir_make_tmp ("ardoise-coverage-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (root, "report", NULL);

  add (corpus, "a/src/com/x/A.java");
  add (corpus, "a/src/com/x/B.java");
  add (corpus, "b/src/com/x/B.java");
  add (corpus, "c.py");
  g_strfreev (settings->tests_coverage);
  settings->tests_coverage = g_strsplit ("report", "\n", -1);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
  ard_coverage_read (corpus, root, settings);
  g_remove (path);
  g_rmdir (root);
  return corpus;
}

/* Each report as its tool writes it, cut down by hand: two of three lines run are 2/3. */
static const struct {
  const char *text;
  double coverage; /* of A.java */
} reports[] = {
  /* LCOV */
  { "TN:\nSF:/build/a/src/com/x/A.java\nDA:1,1\nDA:2,0\nDA:7,12\nLF:3\nLH:2\nend_of_record\n", 2.0 / 3 },
  /* Cobertura: lines stand in the method and in the class */
  { "<?xml version=\"1.0\" ?>\n<!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>\n"
    "<coverage line-rate=\"0.5\"><sources><source>/build</source></sources><packages><package name=\"x\"><classes>\n"
    "<class name=\"A\" filename=\"src/com/x/A.java\"><methods><method name=\"f\"><lines><line number=\"1\" "
    "hits=\"1\"/></lines></method></methods>\n"
    "<lines><line number=\"1\" hits=\"1\"/><line number=\"2\" hits=\"0\"/></lines></class>\n"
    "<class name=\"A$B\" filename=\"src/com/x/A.java\"><lines><line number=\"3\" hits=\"2\"/></lines></class>\n"
    "</classes></package></packages></coverage>\n",
    2.0 / 3 },
  /* JaCoCo */
  { "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report "
    "1.1//EN\" "
    "\"report.dtd\"><report name=\"r\"><package name=\"com/x\"><class name=\"com/x/A\" sourcefilename=\"A.java\"/>"
    "<sourcefile name=\"A.java\"><line nr=\"3\" mi=\"0\" ci=\"3\" mb=\"0\" cb=\"0\"/><line nr=\"4\" mi=\"2\" ci=\"0\" "
    "mb=\"0\" "
    "cb=\"0\"/></sourcefile></package></report>",
    0.5 },
  /* Clover */
  { "<coverage generated=\"1\"><project><package name=\"x\"><file name=\"A.java\" "
    "path=\"C:\\build\\a\\src\\com\\x\\A.java\">"
    "<line num=\"1\" type=\"method\" count=\"1\"/><line num=\"2\" type=\"stmt\" count=\"0\"/><line num=\"3\" "
    "type=\"stmt\" "
    "count=\"0\"/><line num=\"4\" type=\"stmt\" count=\"0\"/></file></package></project></coverage>",
    0.25 },
};

START_TEST (a_report_tells_the_run_share_of_a_file)
{
  g_autoptr (ArdCorpus) corpus = read_report (reports[_i].text);

  ck_assert_double_eq_tol (ard_file (corpus, 0)->coverage, reports[_i].coverage, 1e-9);
  ck_assert (isnan (ard_file (corpus, 1)->coverage));
  ck_assert_uint_eq (corpus->notes->len, 0);
}
END_TEST

START_TEST (a_path_that_means_several_files_means_none)
{
  g_autoptr (ArdCorpus) corpus = read_report ("SF:com/x/B.java\nDA:1,1\nend_of_record\nSF:x.py\nDA:1,1\nend_of_record\n"
                                              "SF:b/src/com/x/B.java\nDA:1,0\nend_of_record\nSF:c.py\nend_of_record\n");

  ck_assert (isnan (ard_file (corpus, 1)->coverage));
  ck_assert_double_eq (ard_file (corpus, 2)->coverage, 0);
  ck_assert (isnan (ard_file (corpus, 3)->coverage));
  ck_assert_uint_eq (corpus->notes->len, 1);
  ck_assert_ptr_nonnull (strstr (g_array_index (corpus->notes, ArdNote, 0).reason, "2 of the 4 files"));
}
END_TEST

START_TEST (what_is_no_report_is_a_note)
{
  const char *const texts[] = { "", "hello", "<a><b></a>", "<html></html>",
                                "<!DOCTYPE x [<!ENTITY a \"&a;\">]><coverage>&a;" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (ArdCorpus) corpus = read_report (texts[i]);

    ck_assert_uint_eq (corpus->notes->len, 1);
    ck_assert_ptr_nonnull (strstr (g_array_index (corpus->notes, ArdNote, 0).reason, "is not read"));
  }
}
END_TEST

START_TEST (a_line_far_away_takes_no_memory)
{
  g_autoptr (ArdCorpus) corpus =
      read_report ("SF:c.py\nDA:99999999999999999999,1\nDA:4000000000,1\nDA:0,1\nDA:-3,1\nDA:2,1\nend_of_record\n");

  ck_assert_double_eq (ard_file (corpus, 3)->coverage, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("corpus/coverage");
  TCase *cases = tcase_create ("coverage");

  tcase_add_loop_test (cases, a_report_tells_the_run_share_of_a_file, 0, G_N_ELEMENTS (reports));
  tcase_add_test (cases, a_path_that_means_several_files_means_none);
  tcase_add_test (cases, what_is_no_report_is_a_note);
  tcase_add_test (cases, a_line_far_away_takes_no_memory);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
