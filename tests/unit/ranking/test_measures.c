#include "ranking/measures.h"

#include "run.h"

static ArdMerits
measure (guint n, const double *score, const double *fixes, const double *lines, const guint32 *times)
{
  g_autofree double *rate = g_new (double, n);
  g_autoptr (ArdOrder) order = ard_order_new (n, score);
  g_autoptr (ArdOrder) best = NULL;
  ArdSums sums;

  for (guint i = 0; i < n; i++)
    rate[i] = fixes[i] / lines[i];
  best = ard_order_new (n, rate);
  sums = ard_sums_of (best, fixes, lines, times);
  return ard_order_measure (order, &sums, fixes, lines, times);
}

/*
 * Three files, 100 lines each way: lines 10, 40, 50; fixes 2, 1, 1; read in that order.
 * 20 lines: all of the first (2) and 10 of the 40 lines of the second (0.25): 2.25 of 4.
 */
START_TEST (recall_counts_the_file_at_the_border_in_part)
{
  double score[] = { 3, 2, 1 }, fixes[] = { 2, 1, 1 }, lines[] = { 10, 40, 50 };

  ck_assert_double_eq_tol (measure (3, score, fixes, lines, NULL).of[ARD_MERIT_RECALL], 2.25 / 4, 1e-12);
}
END_TEST

/*
 * Rates 0.2, 0.025, 0.02: the order 1, 2, 3 is the best. Areas (trapezoids, lines x fixes):
 * best 10*1 + 40*2.5 + 50*3.5 = 285, worst 4*100 - 285 = 115; order 2, 1, 3: 40*.5 + 10*2 + 50*3.5 = 215.
 */
START_TEST (popt_is_1_for_the_best_order_0_for_the_worst_and_linear_between)
{
  double best[] = { 3, 2, 1 }, worst[] = { 1, 2, 3 }, other[] = { 2, 3, 1 };
  double fixes[] = { 2, 1, 1 }, lines[] = { 10, 40, 50 };

  ck_assert_double_eq_tol (measure (3, best, fixes, lines, NULL).of[ARD_MERIT_POPT], 1, 1e-12);
  ck_assert_double_eq_tol (measure (3, worst, fixes, lines, NULL).of[ARD_MERIT_POPT], 0, 1e-12);
  ck_assert_double_eq_tol (measure (3, other, fixes, lines, NULL).of[ARD_MERIT_POPT], (215.0 - 115) / (285 - 115),
                           1e-12);
}
END_TEST

/* 40 files, the first 30 fixed once, the 40th 10 times; by index downwards the first 20 are files 39 to 20. */
START_TEST (the_first_20_files_count_hits_and_their_share_of_fixes)
{
  double score[40], fixes[40], lines[40];
  ArdMerits merits;

  for (guint i = 0; i < 40; i++) {
    score[i] = i;
    lines[i] = 10;
    fixes[i] = i < 30 ? 1 : i == 39 ? 10 : 0;
  }
  merits = measure (40, score, fixes, lines, NULL);
  ck_assert_double_eq_tol (merits.of[ARD_MERIT_HITS], 11.0 / 20, 1e-12);  /* 20 to 29, and 39 */
  ck_assert_double_eq_tol (merits.of[ARD_MERIT_SHARE], 20.0 / 40, 1e-12); /* 10 x 1 + 10 of 40 */
}
END_TEST

/* All equal: 20 % of the lines hold 20 % of the fixes, 20 of 40 files half of everything, and Popt is 1 / 2. */
START_TEST (equal_scores_measure_as_a_random_order_does_on_average)
{
  double score[40], fixes[40], lines[40];
  ArdMerits merits;

  for (guint i = 0; i < 40; i++) {
    score[i] = 7;
    lines[i] = 1 + i;
    fixes[i] = i % 4 == 0;
  }
  merits = measure (40, score, fixes, lines, NULL);
  ck_assert_double_eq_tol (merits.of[ARD_MERIT_RECALL], 0.2, 1e-12);
  ck_assert_double_eq_tol (merits.of[ARD_MERIT_POPT], 0.5, 1e-12);
  ck_assert_double_eq_tol (merits.of[ARD_MERIT_HITS], 0.25, 1e-12);
  ck_assert_double_eq_tol (merits.of[ARD_MERIT_SHARE], 0.5, 1e-12);
}
END_TEST

/* A file drawn twice is two files; one drawn never is none: 2, 2, 1, 1 fixes on 10, 10, 50, 50 lines. */
START_TEST (a_resample_measures_as_the_files_written_out)
{
  double score[] = { 3, 2, 1 }, fixes[] = { 2, 1, 1 }, lines[] = { 10, 40, 50 };
  double long_score[] = { 3, 3, 1, 1 }, long_fixes[] = { 2, 2, 1, 1 }, long_lines[] = { 10, 10, 50, 50 };
  guint32 times[] = { 2, 0, 2 };
  ArdMerits one = measure (3, score, fixes, lines, times),
            other = measure (4, long_score, long_fixes, long_lines, NULL);

  for (guint i = 0; i < ARD_N_MERITS; i++)
    ck_assert_double_eq_tol (one.of[i], other.of[i], 1e-12);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    recall_counts_the_file_at_the_border_in_part,
    popt_is_1_for_the_best_order_0_for_the_worst_and_linear_between,
    the_first_20_files_count_hits_and_their_share_of_fixes,
    equal_scores_measure_as_a_random_order_does_on_average,
    a_resample_measures_as_the_files_written_out,
  };

  return run_tests ("measures", tests, G_N_ELEMENTS (tests));
}
