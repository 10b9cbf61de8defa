#include <string.h>

#include "facts.h"

/* doc/page.md, which names src/old.c; src/new.c has been src/old.c until a commit. */
static Facts
one_page (const char *page, const char *mention)
{
  Facts facts = facts_new ();
  ArdFile *file = add_file (&facts, page, 10);

  file->language = "Markdown";
  add_capture (&facts, ARD_CAPTURE_MENTION, ARD_NONE, 3);
  ard_capture (facts.corpus, 0)->facts.text = mention;
  add_file (&facts, "src/new.c", 100);
  add_change (&facts, 10, 0, 1, 1);
  ard_change (facts.corpus, 0)->path = "src/old.c";
  return facts;
}

static guint
count (const char *page, const char *mention)
{
  Facts facts = one_page (page, mention);
  guint n = run_one (&facts, &ard_analyzer_stale_doc);

  facts_free (&facts);
  return n;
}

START_TEST (a_page_that_names_a_file_of_another_time_is_told_with_its_name_of_today)
{
  Facts facts = one_page ("doc/page.md", "src/old.c");

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_doc), 1);
  ck_assert_str_eq (found (&facts, 0)->subject, "src/old.c");
  ck_assert_uint_eq (found (&facts, 0)->other, 1);
  ck_assert_uint_eq (found (&facts, 0)->commit, 0);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 3);
  facts_free (&facts);
}
END_TEST

START_TEST (paths_are_read_from_the_page_and_from_the_root)
{
  ck_assert_uint_eq (count ("doc/page.md", "../src/old.c"), 1);
  ck_assert_uint_eq (count ("src/a.md", "old.c"), 1);
  ck_assert_uint_eq (count ("doc/page.md", "src/new.c"), 0);
  ck_assert_uint_eq (count ("doc/page.md", "../src"), 0);
  ck_assert_uint_eq (count ("doc/page.md", "src/never.c"), 0);
  ck_assert_uint_eq (count ("doc/page.md", "../../src/old.c"), 0);
}
END_TEST

START_TEST (pages_that_tell_of_other_times_are_no_finding)
{
  ck_assert_uint_eq (count ("CHANGELOG.md", "src/old.c"), 0);
  ck_assert_uint_eq (count ("doc/adr/0001-parser.md", "src/old.c"), 0);
  ck_assert_uint_eq (count ("doc/fr/page.md", "src/old.c"), 0);
  ck_assert_uint_eq (count ("README.zh-CN.md", "src/old.c"), 0);
  ck_assert_uint_eq (count ("doc/old-versions/page.md", "src/old.c"), 0);
}
END_TEST

START_TEST (what_a_gitignore_names_is_made_anew)
{
  Facts facts = facts_new ();
  ArdFile *file = add_file (&facts, ".gitignore", 1);
  ArdCorpusDocumentRow row = { { "[0]", "/src/old.c", 1 }, 0 };

  file->language = "Ignore List";
  file->n_settings = 1;
  g_array_append_val (facts.corpus->documents, row);
  file = add_file (&facts, "page.md", 10);
  file->language = "Markdown";
  file->first_setting = 1;
  add_capture (&facts, ARD_CAPTURE_MENTION, ARD_NONE, 3);
  ard_capture (facts.corpus, 0)->facts.text = "src/old.c";
  add_file (&facts, "src/new.c", 100)->first_setting = 1;
  add_change (&facts, 10, 0, 1, 1);
  ard_change (facts.corpus, 0)->path = "src/old.c";
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_doc), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_shallow_clone_knows_no_other_times)
{
  Facts facts = one_page ("doc/page.md", "src/old.c");

  facts.corpus->shallow = TRUE;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_doc), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_page_that_names_a_file_of_another_time_is_told_with_its_name_of_today,
                                 paths_are_read_from_the_page_and_from_the_root,
                                 pages_that_tell_of_other_times_are_no_finding, what_a_gitignore_names_is_made_anew,
                                 a_shallow_clone_knows_no_other_times };

  return run_tests ("analyzers/stale_doc", tests, G_N_ELEMENTS (tests));
}
