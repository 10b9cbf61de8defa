#include "clones/likeness.h"
#include "made.h"

/* Statements of a block: both ends in it; from before the block into it; out of it; the block as a whole. */
START_TEST (a_copy_that_holds_one_bracket_of_two_is_torn)
{
  static const struct {
    guint32 start, end;
    gboolean torn;
  } rows[] = { { 2, 3, FALSE }, { 1, 3, TRUE }, { 2, 5, TRUE }, { 1, 4, FALSE }, { 2, 4, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
    ArdCloneClass class = { .n_copies = 1 };
    ArdCloneCopy copy = { .start_line = rows[i].start, .end_line = rows[i].end };

    made_file (corpus, "a.c", "C", "if (a) {\n b ();\n c ();\n}\nd ();\n");
    g_array_append_val (corpus->clone_copies, copy);
    ard_likeness_find (corpus, &class);
    ck_assert_msg (ard_clone_copy (corpus, 0)->torn == rows[i].torn, "row %u", i);
  }
}
END_TEST

/* Lines 1-3 and 4-6 are functions. The second has one statement or two, decides or not; the first has one. */
START_TEST (a_copy_of_functions_that_do_one_thing_each_is_plain)
{
  static const struct {
    const char *body;
    guint32 cyclomatic, start, end;
    gboolean plain;
  } rows[] = {
    { "return b ;", 1, 1, 6, TRUE },  { "c () ; return b ;", 1, 1, 6, FALSE }, { "return b ;", 2, 1, 6, FALSE },
    { "return b ;", 1, 5, 5, FALSE }, { "return b ;", 1, 4, 5, FALSE },        { "return b ;", 1, 7, 8, FALSE },
    { "return b ;", 1, 4, 7, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
    g_autofree char *text =
        g_strdup_printf ("int f () {\n return a ;\n}\nint g () {\n %s\n}\nint x ;\nint y ;\n", rows[i].body);
    ArdCloneClass class = { .n_copies = 1 };
    ArdCloneCopy copy = { .start_line = rows[i].start,
                          .end_line = rows[i].end,
                          .function = rows[i].start == 5 ? 1 : ARD_NONE };

    made_file (corpus, "a.c", "C", text)->n_functions = 2;
    for (guint32 j = 0; j < 2; j++) {
      ArdCorpusFunction function = { .facts.name = "f" };

      function.facts.start_line = 1 + 3 * j;
      function.facts.end_line = 3 + 3 * j;
      function.facts.cyclomatic = j ? rows[i].cyclomatic : 1;
      g_array_append_val (corpus->functions, function);
    }
    g_array_append_val (corpus->clone_copies, copy);
    ard_likeness_find (corpus, &class);
    ck_assert_msg (ard_clone_copy (corpus, 0)->plain == rows[i].plain, "row %u", i);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("likeness");
  TCase *test = tcase_create ("likeness");
  SRunner *runner;
  int failed;

  tcase_add_test (test, a_copy_that_holds_one_bracket_of_two_is_torn);
  tcase_add_test (test, a_copy_of_functions_that_do_one_thing_each_is_plain);
  suite_add_tcase (suite, test);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
