/* Histories of three or four commits, small enough to say by hand what each of them changed. */
#include "change/chain.h"

#include "versions.h"

static ArdVersion versions[4];
static ArdChain chain;

static void
setup (void)
{
  ard_chain_init (&chain);
}

static void
teardown (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    if (versions[i].functions)
      ard_version_clear (&versions[i]);
  ard_chain_clear (&chain);
}

static const ArdFunctionRevision *
revision (guint i)
{
  ck_assert_uint_lt (i, chain.revisions->len);
  return &g_array_index (chain.revisions, ArdFunctionRevision, i);
}

static const ArdChainLines *
lines (guint i)
{
  return &g_array_index (chain.lines, ArdChainLines, i);
}

/*
 * Version 2 (oldest): f is lines 1 to 5. Commit 1 renames it to g, line 1 for line 1. Commit 0 adds two lines at 3.
 */
START_TEST (a_renamed_function_keeps_its_revisions)
{
  const ArdHunk second[] = { { 2, 0, 2, 2, FALSE } }, first[] = { { 0, 1, 0, 1, FALSE } };
  g_autoptr (GArray) newest = make_hunks (second, 1), older = make_hunks (first, 1);
  const ArdChainStep steps[] = {
    { .commit = 0, .after = 0, .before = 1, .newer = ARD_NONE, .hunks = newest },
    { .commit = 1, .after = 1, .before = 2, .newer = ARD_NONE, .hunks = older },
    { .commit = 2, .after = 2, .before = ARD_NONE, .newer = ARD_NONE },
  };

  versions[0] = make_version (7);
  versions[1] = make_version (5);
  versions[2] = make_version (5);
  add_function (&versions[0], "g", 11, 1, 7);
  add_function (&versions[1], "g", 10, 1, 5);
  add_function (&versions[2], "f", 10, 1, 5);
  ard_chain_fold (versions, 3, steps, 3, &chain);
  ck_assert_uint_eq (chain.revisions->len, 3);
  ck_assert_uint_eq (revision (0)->commit, 0);
  ck_assert_uint_eq (revision (0)->added, 2);
  ck_assert_uint_eq (revision (0)->deleted, 0);
  ck_assert (revision (0)->code);
  ck_assert_uint_eq (revision (1)->added, 1);
  ck_assert_uint_eq (revision (1)->deleted, 1);
  ck_assert (!revision (1)->code); /* only the name changed */
  ck_assert_uint_eq (revision (2)->added, 5);
  ck_assert (revision (2)->code);
}
END_TEST

/* Of the seven lines of the test above two are of commit 0, one of commit 1 and four of the birth. */
START_TEST (every_line_of_today_stands_once_for_the_commit_that_wrote_it)
{
  const ArdHunk second[] = { { 2, 0, 2, 2, FALSE } }, first[] = { { 0, 1, 0, 1, FALSE } };
  g_autoptr (GArray) newest = make_hunks (second, 1), older = make_hunks (first, 1);
  const ArdChainStep steps[] = {
    { .commit = 0, .after = 0, .before = 1, .newer = ARD_NONE, .hunks = newest },
    { .commit = 1, .after = 1, .before = 2, .newer = ARD_NONE, .hunks = older },
    { .commit = 2, .after = 2, .before = ARD_NONE, .newer = ARD_NONE },
  };

  versions[0] = make_version (7);
  versions[1] = make_version (5);
  versions[2] = make_version (5);
  ard_chain_fold (versions, 3, steps, 3, &chain);
  ck_assert_uint_eq (lines (0)->added, 2);
  ck_assert_uint_eq (lines (0)->standing, 2);
  ck_assert_uint_eq (lines (1)->added, 1);
  ck_assert_uint_eq (lines (1)->changed, 2);
  ck_assert_uint_eq (lines (1)->standing, 1);
  ck_assert_uint_eq (lines (2)->added, 5);
  ck_assert_uint_eq (lines (2)->standing, 4);
}
END_TEST

START_TEST (lines_of_an_inner_function_are_not_those_of_the_outer)
{
  const ArdHunk inner[] = { { 3, 1, 3, 1, FALSE } };
  g_autoptr (GArray) hunks = make_hunks (inner, 1);
  const ArdChainStep step = { .commit = 0, .after = 0, .before = 1, .newer = ARD_NONE, .hunks = hunks };

  for (guint i = 0; i < 2; i++) {
    versions[i] = make_version (10);
    add_function (&versions[i], "outer", 10 + i, 1, 10);
    add_function (&versions[i], "outer.inner", 20 + i, 3, 5);
  }
  ard_chain_fold (versions, 2, &step, 1, &chain);
  ck_assert_uint_eq (chain.revisions->len, 1);
  ck_assert_uint_eq (revision (0)->function, 1);
}
END_TEST

/*
 * Main changed f (commit 0), a side branch changed g (commit 1), both from version 3; today is their merge. Version 2,
 * the tip of the side branch, is no newer commit's past.
 */
START_TEST (a_side_branch_is_reached_from_the_version_that_merged_it)
{
  const ArdHunk f[] = { { 1, 1, 1, 1, FALSE } }, g[] = { { 7, 1, 7, 1, FALSE } };
  g_autoptr (GArray) change_f = make_hunks (f, 1), change_g = make_hunks (g, 1);
  const ArdHunk both[] = { { 1, 1, 1, 1, FALSE }, { 7, 1, 7, 1, FALSE } };
  g_autoptr (GArray) bridge = make_hunks (both, 2);
  const ArdChainStep steps[] = {
    { .commit = 0, .after = 1, .before = 3, .newer = 0, .hunks = change_f, .bridge = change_g },
    { .commit = 1, .after = 2, .before = 3, .newer = 1, .hunks = change_g, .bridge = bridge },
  };

  for (guint i = 0; i < 4; i++) {
    versions[i] = make_version (10);
    add_function (&versions[i], "f", i == 0 || i == 1 ? 2 : 1, 1, 5);
    add_function (&versions[i], "g", i == 0 || i == 2 ? 4 : 3, 6, 10);
  }
  ard_chain_fold (versions, 4, steps, 2, &chain);
  ck_assert_uint_eq (chain.revisions->len, 2);
  ck_assert_uint_eq (revision (0)->function, 0);
  ck_assert_uint_eq (revision (0)->commit, 0);
  ck_assert_uint_eq (revision (1)->function, 1);
  ck_assert_uint_eq (revision (1)->commit, 1);
}
END_TEST

START_TEST (functions_behind_a_version_that_no_grammar_read_are_found_by_name)
{
  const ArdHunk line[] = { { 0, 1, 0, 1, FALSE } };
  g_autoptr (GArray) hunks = make_hunks (line, 1);
  const ArdChainStep steps[] = {
    { .commit = 0, .after = 0, .before = 1, .newer = ARD_NONE, .hunks = hunks },
    { .commit = 1, .after = 1, .before = 2, .newer = ARD_NONE, .hunks = hunks },
    { .commit = 2, .after = 2, .before = 3, .newer = ARD_NONE, .hunks = hunks },
  };

  for (guint i = 0; i < 4; i++) {
    versions[i] = make_version (5);
    if (i == 1)
      versions[i].measured = FALSE;
    else
      add_function (&versions[i], "f", i, 1, 5);
  }
  ard_chain_fold (versions, 4, steps, 3, &chain);
  ck_assert_uint_eq (chain.revisions->len, 2);
  ck_assert_uint_eq (revision (0)->commit, 0);
  ck_assert_uint_eq (revision (1)->commit, 2);
}
END_TEST

START_TEST (a_function_deleted_and_written_anew_begins_there)
{
  const ArdHunk gone[] = { { 0, 5, 0, 0, FALSE } }, back[] = { { 0, 0, 0, 5, FALSE } };
  g_autoptr (GArray) deleted = make_hunks (gone, 1), written = make_hunks (back, 1);
  const ArdChainStep steps[] = {
    { .commit = 0, .after = 0, .before = 1, .newer = ARD_NONE, .hunks = written },
    { .commit = 1, .after = 1, .before = 2, .newer = ARD_NONE, .hunks = deleted },
  };

  versions[0] = make_version (6);
  versions[1] = make_version (1);
  versions[2] = make_version (6);
  add_function (&versions[0], "f", 1, 1, 5);
  add_function (&versions[2], "f", 1, 1, 5);
  ard_chain_fold (versions, 3, steps, 2, &chain);
  ck_assert_uint_eq (chain.revisions->len, 1);
  ck_assert_uint_eq (revision (0)->commit, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("chain");
  TCase *tests = tcase_create ("chain");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_checked_fixture (tests, setup, teardown);
  tcase_add_test (tests, a_renamed_function_keeps_its_revisions);
  tcase_add_test (tests, every_line_of_today_stands_once_for_the_commit_that_wrote_it);
  tcase_add_test (tests, lines_of_an_inner_function_are_not_those_of_the_outer);
  tcase_add_test (tests, a_side_branch_is_reached_from_the_version_that_merged_it);
  tcase_add_test (tests, functions_behind_a_version_that_no_grammar_read_are_found_by_name);
  tcase_add_test (tests, a_function_deleted_and_written_anew_begins_there);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
