#include "ranking/features.h"

#include <math.h>

#include "made.h"

#define ROW(rows, i) (&g_array_index ((rows), ArdFeatures, (i)))

/* Two fixes on one day by one author are one repair; a mass commit and a merge count for nothing. */
START_TEST (commits_are_counted_by_age_and_repairs_by_occasion)
{
  Made made = made_new ();
  guint32 a = add_file (&made, "a.c", 100);
  g_autoptr (GArray) rows = NULL;

  add_commit (&made, 1, 0, ARD_COMMIT_FIX);
  add_change (&made, a, "a.c", 'M', 7, ARD_NONE);
  add_commit (&made, 2, 0, ARD_COMMIT_FIX);
  add_change (&made, a, "a.c", 'M', 1, ARD_NONE);
  add_commit (&made, 3, 90, ARD_COMMIT_MASS | ARD_COMMIT_FIX);
  add_change (&made, a, "a.c", 'M', 50, ARD_NONE);
  add_commit (&made, 4, 730, ARD_COMMIT_FIX);
  add_change (&made, a, "a.c", 'M', 30, ARD_NONE);
  made_finish (&made);
  rows = ard_features_read (made.corpus);
  ck_assert_uint_eq (rows->len, 1);
  ck_assert_double_eq_tol (ROW (rows, 0)->revisions_year, 2, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 0)->repairs_year, 1, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 0)->churn_year, 8, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 0)->fading_730, 2.5, 1e-12);  /* 1 + 1 + 1/2 */
  ck_assert_double_eq_tol (ROW (rows, 0)->repairs_730, 1.5, 1e-12); /* 1 + 1/2 */
  ck_assert_double_eq_tol (ROW (rows, 0)->repairs_365, 1.25, 1e-12);
  ard_corpus_free (made.corpus);
}
END_TEST

/* A rename counts by how much the new file is longer: 100 deleted, 103 added are 3. */
START_TEST (a_rename_changes_what_it_changes)
{
  Made made = made_new ();
  guint32 b = add_file (&made, "b.c", 103), old;
  g_autoptr (GArray) rows = NULL;

  add_commit (&made, 1, 1, 0);
  old = add_change (&made, b, "a.c", 'D', 0, ARD_NONE);
  ard_change (made.corpus, old)->deleted = 100;
  add_change (&made, b, "b.c", 'A', 103, old);
  made_finish (&made);
  rows = ard_features_read (made.corpus);
  ck_assert_double_eq_tol (ROW (rows, 0)->churn_year, 3, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 0)->revisions_year, 1, 1e-12);
  ard_corpus_free (made.corpus);
}
END_TEST

/* Of a folder and of what changes together a file learns what the others have, never its own. */
START_TEST (surroundings_leave_the_file_itself_out)
{
  Made made = made_new ();
  guint32 a = add_file (&made, "x/a.c", 100), b = add_file (&made, "x/b.c", 200);
  g_autoptr (GArray) rows = NULL;

  add_file (&made, "y/c.c", 50);
  add_commit (&made, 1, 0, 0);
  add_change (&made, a, "x/a.c", 'M', 1, ARD_NONE);
  add_change (&made, b, "x/b.c", 'M', 1, ARD_NONE);
  add_commit (&made, 2, 365, ARD_COMMIT_FIX);
  add_change (&made, a, "x/a.c", 'M', 1, ARD_NONE);
  made_finish (&made);
  rows = ard_features_read (made.corpus);
  ck_assert_double_eq_tol (ROW (rows, 0)->folder_repairs, 0, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 0)->folder_lines, 200, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 1)->folder_repairs, 0.5, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 1)->folder_lines, 100, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 1)->others_repairs, 0.5, 1e-12); /* one commit of weight 1 with a.c's half */
  ck_assert_double_eq_tol (ROW (rows, 1)->others, 1, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 2)->folder_lines, 0, 1e-12);
  ck_assert_double_eq_tol (ROW (rows, 2)->others, 0, 1e-12);
  ard_corpus_free (made.corpus);
}
END_TEST

START_TEST (tests_examples_and_what_is_not_judged_are_not_ranked)
{
  ArdFile code = { .measured = TRUE, .code_lines = 1 }, test = code, vendored = code, text = code;

  test.flags = ARD_FILE_TEST;
  vendored.flags = ARD_FILE_VENDORED;
  text.measured = FALSE;
  ck_assert (ard_is_ranked (&code));
  ck_assert (!ard_is_ranked (&test));
  ck_assert (!ard_is_ranked (&vendored));
  ck_assert (!ard_is_ranked (&text));
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    commits_are_counted_by_age_and_repairs_by_occasion,
    a_rename_changes_what_it_changes,
    surroundings_leave_the_file_itself_out,
    tests_examples_and_what_is_not_judged_are_not_ranked,
  };

  return run_tests ("features", tests, G_N_ELEMENTS (tests));
}
