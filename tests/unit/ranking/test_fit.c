#include "ranking/fit.h"

#include <math.h>

#include "run.h"

/*
 * One file with x = 1 and one with x = -1 (mean 0), 3 fixes and 1: the share of the first
 * is 3 / 4 = 1 / (1 + exp (-2 w)), so w = ln 3 / 2.
 */
START_TEST (two_files_have_a_closed_solution)
{
  double x[] = { 1, -1 }, y[] = { 3, 1 }, w;
  ArdFitPoint point = { 2, x, y, 1 };

  ard_ranking_fit (&point, 1, 1, NULL, 1e-9, &w);
  ck_assert_double_eq_tol (w, log (3) / 2, 1e-6);
}
END_TEST

/* Fixes that are exactly what weights 0.8 and -0.3 expect, at two levels: the fit finds these weights. */
START_TEST (known_weights_are_recovered_from_several_points)
{
  double x[2][200], y[2][100], w[2];
  ArdFitPoint points[2];

  for (guint p = 0; p < 2; p++) {
    for (guint i = 0; i < 100; i++) {
      x[p][2 * i] = sin (1.0 * i + p);
      x[p][2 * i + 1] = cos (2.3 * i * (p + 1));
      y[p][i] = (p ? 40 : 2) * exp (0.8 * x[p][2 * i] - 0.3 * x[p][2 * i + 1]);
    }
    points[p] = (ArdFitPoint){ 100, x[p], y[p], p ? 0.1 : 1 };
  }
  ard_ranking_fit (points, 2, 2, NULL, 1e-9, w);
  ck_assert_double_eq_tol (w[0], 0.8, 1e-6);
  ck_assert_double_eq_tol (w[1], -0.3, 1e-6);
}
END_TEST

START_TEST (a_strong_pull_keeps_the_center)
{
  double x[] = { 1, -1 }, y[] = { 3, 1 }, center = 0.2, w;
  ArdFitPoint point = { 2, x, y, 1 };

  ard_ranking_fit (&point, 1, 1, &center, 1e9, &w);
  ck_assert_double_eq_tol (w, 0.2, 1e-6);
}
END_TEST

/* A column that is 0 everywhere says nothing: its weight stays at the center. */
START_TEST (an_empty_column_does_no_harm)
{
  double x[] = { 1, 0, -1, 0 }, y[] = { 3, 1 }, w[2];
  ArdFitPoint point = { 2, x, y, 1 };

  ard_ranking_fit (&point, 1, 2, NULL, 1e-9, w);
  ck_assert_double_eq_tol (w[0], log (3) / 2, 1e-6);
  ck_assert_double_eq_tol (w[1], 0, 1e-12);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    two_files_have_a_closed_solution,
    known_weights_are_recovered_from_several_points,
    a_strong_pull_keeps_the_center,
    an_empty_column_does_no_harm,
  };

  return run_tests ("fit", tests, G_N_ELEMENTS (tests));
}
