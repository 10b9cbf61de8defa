#include "ranking/model.h"

#include <math.h>
#include <string.h>

#include "ranking/ranking.h"
#include "ranking/weights.h"
#include "run.h"

static GArray *
three_rows (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (ArdFeatures));

  g_array_append_val (rows, ((ArdFeatures){ .lines = 10, .code_lines = 10, .repairs_365 = 1 }));
  g_array_append_val (rows, ((ArdFeatures){ .lines = 20, .code_lines = 20, .repairs_365 = 2 }));
  g_array_append_val (rows, ((ArdFeatures){ .lines = 40, .code_lines = 40, .repairs_365 = 1 }));
  return rows;
}

START_TEST (terms_have_mean_0_over_the_repository)
{
  g_autoptr (GArray) rows = three_rows ();
  g_autofree double *terms = ard_terms_compute (rows);

  for (guint k = 0; k < ARD_N_TERMS; k++)
    ck_assert_double_eq_tol (terms[k] + terms[ARD_N_TERMS + k] + terms[2 * ARD_N_TERMS + k], 0, 1e-12);
  ck_assert_double_eq_tol (terms[2 * ARD_N_TERMS + ARD_TERM_lines] - terms[ARD_TERM_lines], log (4), 1e-12);
}
END_TEST

/*
 * Weight 1 on the logarithm of lines alone: shares 1/7, 2/7, 4/7. 4 repairs at a half-life of 365 days over a
 * very long history are 4 x 365.25 / (365 / ln 2) = 2.77449 a year.
 */
START_TEST (the_total_of_a_year_is_split_by_the_shares)
{
  g_autoptr (GArray) rows = three_rows ();
  g_autofree double *terms = ard_terms_compute (rows);
  double weights[ARD_N_TERMS] = { [ARD_TERM_lines] = 1 };
  g_autofree double *expected = ard_model_expect (rows, terms, weights, 1e6);

  ck_assert_double_eq_tol (expected[0], 2.77449 / 7, 1e-5);
  ck_assert_double_eq_tol (expected[1], 2.77449 * 2 / 7, 1e-5);
  ck_assert_double_eq_tol (expected[2], 2.77449 * 4 / 7, 1e-5);
}
END_TEST

START_TEST (settings_replace_the_weights_that_they_name)
{
  ArdSettings settings = { 0 };
  char *lines[] = { (char *) "lines 0.5", (char *) "nothing 9", (char *) "broken", NULL };
  double weights[ARD_N_TERMS];

  settings.ranking_weights = lines;
  ard_weights_read (&settings, weights);
  ck_assert_double_eq (weights[ARD_TERM_lines], 0.5);
  ck_assert_double_eq (weights[ARD_TERM_calls], ard_house_weights[ARD_TERM_calls]);
}
END_TEST

START_TEST (a_wrong_weight_is_named)
{
  ArdSettings settings = { 0 };
  char *good[] = { (char *) "lines 0.5", (char *) "age -1e-2", NULL };
  char *unknown[] = { (char *) "lines 0.5", (char *) "nothing 9", NULL };
  char *broken[] = { (char *) "lines 0,5", NULL };
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  settings.ranking_weights = good;
  ck_assert_ptr_null (ard_ranking_why_wrong (&settings));
  settings.ranking_weights = unknown;
  one = ard_ranking_why_wrong (&settings);
  ck_assert (strstr (one, "nothing 9"));
  settings.ranking_weights = broken;
  other = ard_ranking_why_wrong (&settings);
  ck_assert (strstr (other, "lines 0,5"));
}
END_TEST

START_TEST (written_weights_are_read_back)
{
  ArdSettings settings = { 0 };
  double weights[ARD_N_TERMS], again[ARD_N_TERMS];
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < ARD_N_TERMS; i++)
    weights[i] = 0.25 * i - 1;
  lines = ard_weights_write (weights);
  settings.ranking_weights = lines;
  ard_weights_read (&settings, again);
  for (guint i = 0; i < ARD_N_TERMS; i++)
    ck_assert_double_eq_tol (again[i], weights[i], 1e-9);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    terms_have_mean_0_over_the_repository,
    the_total_of_a_year_is_split_by_the_shares,
    settings_replace_the_weights_that_they_name,
    a_wrong_weight_is_named,
    written_weights_are_read_back,
  };

  return run_tests ("model", tests, G_N_ELEMENTS (tests));
}
