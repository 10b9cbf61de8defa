/* What part of a file's work each of its functions gets; parts by hand from the lines of two commits. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "corpus/shares.h"

static ArdCorpus *corpus;
static ArdSettings *settings;
static ArdTracedFile traced;
static ArdChain chain;

static void
begin (void)
{
  ArdFile file = { .path = "f", .language = "C", .n_functions = 2 };
  ArdCorpusFunction function = { .facts = { .name = "g", .parent = ARD_NONE } };

  corpus = ard_corpus_new ();
  settings = ard_settings_new ();
  g_array_append_val (corpus->files, file);
  g_array_append_val (corpus->functions, function);
  g_array_append_val (corpus->functions, function);
  traced = (ArdTracedFile){ .whole_window = TRUE, .steps = g_array_new (FALSE, FALSE, sizeof (ArdTracedStep)) };
  ard_chain_init (&chain);
}

static void
end (void)
{
  g_array_unref (traced.steps);
  ard_chain_clear (&chain);
  ard_settings_free (settings);
  ard_corpus_free (corpus);
}

/* The next commit, of now: its part of its author's day, and the lines that it changed. */
static void
add_step (guint flags, float day, guint32 changed)
{
  ArdCommit commit = { .flags = flags, .subject = "" };
  ArdChange change = { .commit = corpus->commits->len, .share = day, .path = "f" };
  ArdTracedStep step = { .change = corpus->changes->len };
  ArdChainLines lines = { .changed = changed };

  g_array_append_val (corpus->commits, commit);
  g_array_append_val (corpus->changes, change);
  g_array_append_val (traced.steps, step);
  g_array_append_val (chain.lines, lines);
}

static void
add_revision (guint32 function, guint32 added, guint32 deleted, gboolean code)
{
  ArdFunctionRevision row = { function, corpus->commits->len - 1, added, deleted, code };

  g_array_append_val (chain.revisions, row);
}

static double
share (guint32 function)
{
  return ard_function (corpus, function)->share;
}

/* First commit: 6 of 10 lines in the first function, 1 in the second. The other weighs a third of it: all 3 lines in
 * the second. (1 x 6/10) / (4/3) and (1 x 1/10 + 1/3 x 3/3) / (4/3). */
START_TEST (work_is_split_by_the_lines_of_each_commit)
{
  add_step (ARD_COMMIT_IN_WINDOW, 0.75f, 10);
  add_revision (0, 4, 2, TRUE);
  add_revision (1, 0, 1, TRUE);
  add_step (ARD_COMMIT_IN_WINDOW, 0.25f, 3);
  add_revision (1, 3, 0, TRUE);
  ard_shares_fill (corpus, &traced, &chain, settings);
  ck_assert (ard_function (corpus, 0)->traced);
  ck_assert_double_eq_tol (share (0), 0.6 / (4.0 / 3), 1e-9);
  ck_assert_double_eq_tol (share (1), (0.1 + 1.0 / 3) / (4.0 / 3), 1e-9);
}
END_TEST

START_TEST (comments_and_what_is_not_counted_earn_nothing)
{
  add_step (ARD_COMMIT_IN_WINDOW, 0.5f, 10);
  add_revision (0, 10, 0, FALSE);
  add_step (ARD_COMMIT_IN_WINDOW | ARD_COMMIT_BOT, 0.5f, 10);
  add_revision (0, 10, 0, TRUE);
  add_step (0, 0.5f, 10);
  add_revision (1, 10, 0, TRUE);
  ard_shares_fill (corpus, &traced, &chain, settings);
  ck_assert_double_eq (share (0), 0);
  ck_assert_double_eq (share (1), 0);
  ck_assert (ard_function (corpus, 1)->traced);
}
END_TEST

START_TEST (without_the_whole_window_or_work_in_it_functions_are_not_traced)
{
  add_step (0, 0.5f, 10);
  add_revision (0, 10, 0, TRUE);
  ard_shares_fill (corpus, &traced, &chain, settings);
  ck_assert (!ard_function (corpus, 0)->traced);
  add_step (ARD_COMMIT_IN_WINDOW, 0.5f, 10);
  add_revision (0, 10, 0, TRUE);
  traced.whole_window = FALSE;
  ard_shares_fill (corpus, &traced, &chain, settings);
  ck_assert (!ard_function (corpus, 0)->traced);
}
END_TEST

/* Any commits, any lines: parts of one file never exceed it. */
START_TEST (shares_of_a_file_sum_to_one_at_most)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) _i);

  for (guint i = 0; i < 20; i++) {
    guint32 first = (guint32) g_rand_int_range (random, 0, 50), second = (guint32) g_rand_int_range (random, 0, 50);

    add_step (g_rand_boolean (random) ? ARD_COMMIT_IN_WINDOW : 0, (float) g_rand_double (random),
              first + second + (guint32) g_rand_int_range (random, 0, 50));
    if (first > 0)
      add_revision (0, first, 0, g_rand_boolean (random));
    if (second > 0)
      add_revision (1, 0, second, g_rand_boolean (random));
  }
  ard_shares_fill (corpus, &traced, &chain, settings);
  ck_assert_double_ge (share (0), 0);
  ck_assert_double_ge (share (1), 0);
  ck_assert_double_le (share (0) + share (1), 1 + 1e-9);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("shares");
  TCase *tests = tcase_create ("shares");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, work_is_split_by_the_lines_of_each_commit);
  tcase_add_test (tests, comments_and_what_is_not_counted_earn_nothing);
  tcase_add_test (tests, without_the_whole_window_or_work_in_it_functions_are_not_traced);
  tcase_add_loop_test (tests, shares_of_a_file_sum_to_one_at_most, 0, 50);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
