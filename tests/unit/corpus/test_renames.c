#include "made.h"

/* Texts that no rename search can take for each other. */
#define ALPHA "alpha one\nalpha two\nalpha three\nalpha four\nalpha five\nalpha six\n"
#define BETA "int beta (void)\n{\n  return 42;\n}\n\nlong more (long m)\n{\n  return m * m;\n}\n"
#define ANNE "Anne <anne@x>"

static Made made;

static void
begin (void)
{
  made_begin (&made);
}

static void
end (void)
{
  made_end (&made);
}

START_TEST (history_reaches_through_git_mv)
{
  made_commit (&made, "main", 0, ANNE, "one", "");
  made_file (&made, "a", ALPHA);
  made_commit (&made, "main", 1, ANNE, "two", "");
  made_file (&made, "a", ALPHA "more\n");
  made_commit (&made, "main", 2, ANNE, "move", "");
  made_delete (&made, "a");
  made_file (&made, "b/c", ALPHA "more\n");
  made_commit (&made, "main", 3, ANNE, "move and edit", "");
  made_delete (&made, "b/c");
  made_file (&made, "d", ALPHA "more\nand more\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  const ArdFile *file = made_find (corpus, "d");

  ck_assert_str_eq (file->origin, "a");
  ck_assert_int_eq (file->birth_s, MADE_TIME_S (0));
  ck_assert_int_eq (file->last_s, MADE_TIME_S (3));
  ck_assert_uint_eq (file->revisions_total, 4);
  ck_assert_uint_eq (file->n_changes, 6);
}
END_TEST

START_TEST (swapped_names_keep_their_histories)
{
  made_commit (&made, "main", 0, ANNE, "alpha", "");
  made_file (&made, "a", ALPHA);
  made_commit (&made, "main", 1, ANNE, "beta", "");
  made_file (&made, "b", BETA);
  made_commit (&made, "main", 2, ANNE, "edit alpha", "");
  made_file (&made, "a", ALPHA "more\n");
  made_commit (&made, "main", 3, ANNE, "swap", "");
  made_file (&made, "a", BETA);
  made_file (&made, "b", ALPHA "more\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_str_eq (made_find (corpus, "a")->origin, "b");
  ck_assert_str_eq (made_find (corpus, "b")->origin, "a");
  ck_assert_int_eq (made_find (corpus, "a")->birth_s, MADE_TIME_S (1));
  ck_assert_int_eq (made_find (corpus, "b")->birth_s, MADE_TIME_S (0));
  ck_assert_uint_eq (made_find (corpus, "a")->revisions_total, 2);
  ck_assert_uint_eq (made_find (corpus, "b")->revisions_total, 3);
}
END_TEST

START_TEST (a_freed_name_reused_parts_the_histories)
{
  made_commit (&made, "main", 0, ANNE, "alpha", "");
  made_file (&made, "a", ALPHA);
  made_commit (&made, "main", 1, ANNE, "move alpha, beta takes its name", "");
  made_file (&made, "a", BETA);
  made_file (&made, "b", ALPHA);
  made_commit (&made, "main", 2, ANNE, "edit beta", "");
  made_file (&made, "a", BETA "\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_str_eq (made_find (corpus, "b")->origin, "a");
  ck_assert_int_eq (made_find (corpus, "b")->birth_s, MADE_TIME_S (0));
  ck_assert_uint_eq (made_find (corpus, "b")->revisions_total, 2);
  ck_assert_str_eq (made_find (corpus, "a")->origin, "a");
  ck_assert_int_eq (made_find (corpus, "a")->birth_s, MADE_TIME_S (1));
  ck_assert_uint_eq (made_find (corpus, "a")->revisions_total, 2);
  ck_assert (made_find (corpus, "a")->identity != made_find (corpus, "b")->identity);
}
END_TEST

START_TEST (a_branch_that_still_edits_the_old_name_counts_for_the_renamed_file)
{
  made_commit (&made, "main", 0, ANNE, "alpha", "");
  made_file (&made, "a", ALPHA);
  made_commit (&made, "side", 3, ANNE, "edit the old name", "from refs/heads/main\n");
  made_file (&made, "a", ALPHA "side\n");
  made_commit (&made, "main", 2, ANNE, "move", "");
  made_delete (&made, "a");
  made_file (&made, "b", ALPHA);
  made_commit (&made, "main", 4, ANNE, "merge", "merge refs/heads/side\n");
  made_file (&made, "b", ALPHA "side\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (corpus->commits->len, 4);
  ck_assert_uint_eq (made_find (corpus, "b")->revisions_total, 3);
  ck_assert_str_eq (made_find (corpus, "b")->origin, "a");
}
END_TEST

START_TEST (a_file_has_one_identity_at_base_and_head)
{
  made_commit (&made, "main", 0, ANNE, "alpha", "");
  made_file (&made, "a", ALPHA);
  made_file (&made, "k", BETA);
  made_commit (&made, "main", 1, ANNE, "move", "");
  made_delete (&made, "a");
  made_file (&made, "b", ALPHA);
  made_import (&made);

  g_autoptr (ArdCorpus) base = made_build (&made, "main~1", FALSE, 2, NULL);
  g_autoptr (ArdCorpus) head = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert (made_find (base, "a")->identity == made_find (head, "b")->identity);
  ck_assert (made_find (base, "k")->identity == made_find (head, "k")->identity);
  ck_assert (made_find (head, "k")->identity != made_find (head, "b")->identity);
}
END_TEST

START_TEST (a_rename_that_is_not_committed_keeps_history_and_identity)
{
  made_commit (&made, "main", 0, ANNE, "alpha", "");
  made_file (&made, "a", ALPHA);
  made_file (&made, "k", BETA);
  made_import (&made);
  made_run (made.folder, "cd repository && git mv a b && echo new >n");

  g_autoptr (ArdCorpus) head = made_build (&made, "main", FALSE, 2, NULL);
  g_autoptr (ArdCorpus) tree = made_build (&made, "main", TRUE, 2, NULL);

  ck_assert (tree->work_tree);
  ck_assert_uint_eq (ard_corpus_find_file (tree, "a"), ARD_NONE);
  ck_assert (made_find (tree, "b")->identity == made_find (head, "a")->identity);
  ck_assert_str_eq (made_find (tree, "b")->origin, "a");
  ck_assert_uint_eq (made_find (tree, "n")->revisions_total, 0);
  ck_assert_int_eq (made_find (tree, "n")->birth_s, 0);
  ck_assert_str_eq (made_find (tree, "n")->origin, "n");
}
END_TEST

START_TEST (a_rename_earns_no_lines)
{
  made_commit (&made, "main", 0, ANNE, "alpha", "");
  made_file (&made, "a", ALPHA);
  made_commit (&made, "main", 1, ANNE, "move", "");
  made_delete (&made, "a");
  made_file (&made, "b", ALPHA);
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  const ArdFile *file = made_find (corpus, "b");

  ck_assert_uint_eq (file->revisions, 2);
  ck_assert_uint_eq (file->added, 6); /* the six lines of ALPHA, once */
  ck_assert_uint_eq (file->deleted, 0);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("renames");
  TCase *cases = tcase_create ("renames");

  tcase_set_timeout (cases, 60);
  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, history_reaches_through_git_mv);
  tcase_add_test (cases, swapped_names_keep_their_histories);
  tcase_add_test (cases, a_freed_name_reused_parts_the_histories);
  tcase_add_test (cases, a_branch_that_still_edits_the_old_name_counts_for_the_renamed_file);
  tcase_add_test (cases, a_file_has_one_identity_at_base_and_head);
  tcase_add_test (cases, a_rename_that_is_not_committed_keeps_history_and_identity);
  tcase_add_test (cases, a_rename_earns_no_lines);
  suite_add_tcase (all, cases);
  return all;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
