#include "ranking/backtest.h"

#include "run.h"

#define FILES 60

/* Lines 10, later fixes 1 for every third file; every ranking is `other` but the model's two, which are `ours`. */
static ArdTrial *
make_trial (guint32 repository, const double *ours, const double *other)
{
  ArdTrial *trial = g_new0 (ArdTrial, 1);

  *trial = (ArdTrial){ .repository = repository,
                       .n = FILES,
                       .fixes = g_new (double, FILES),
                       .lines = g_new (double, FILES),
                       .days = g_new0 (double, FILES),
                       .expected_days = g_new0 (double, FILES) };
  for (guint i = 0; i < FILES; i++) {
    trial->fixes[i] = i % 3 == 0;
    trial->lines[i] = 10;
  }
  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    trial->scores[i] = g_memdup2 (i <= ARD_RANKING_EXPECTED_PER_LINE ? ours : other, FILES * sizeof (double));
  return trial;
}

static void
free_trial (gpointer trial)
{
  ard_trial_free (trial);
}

/* right: the later fixes themselves; wrong: their reverse. */
static ArdBacktest *
run_dates (guint n, gboolean several, gboolean right)
{
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func (free_trial);
  double good[FILES], bad[FILES];

  for (guint i = 0; i < FILES; i++) {
    good[i] = i % 3 == 0;
    bad[i] = i % 3 != 0;
  }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (trials, make_trial (several ? i : 0, right ? good : bad, right ? bad : good));
  return ard_backtest_run (trials);
}

/* 20 of 60 files are fixed: a perfect order hits 20 of 20 with all fixes, and 12 of its 60 x 10 / 5 lines' 20 fixes. */
START_TEST (a_perfect_model_is_ahead_of_a_wrong_ranking_for_sure)
{
  g_autofree ArdBacktest *backtest = run_dates (3, FALSE, TRUE);
  const ArdBacktestRow *ours = &backtest->rows[ARD_RANKING_EXPECTED];

  ck_assert_double_eq_tol (ours->measures[ARD_MERIT_HITS].value, 1, 1e-12);
  ck_assert_double_eq_tol (ours->measures[ARD_MERIT_SHARE].value, 1, 1e-12);
  ck_assert_double_eq_tol (ours->measures[ARD_MERIT_RECALL].value, 12.0 / 20, 1e-12);
  ck_assert_double_eq_tol (ours->measures[ARD_MERIT_POPT].value, 1, 1e-12);
  for (ArdMerit i = 0; i < ARD_N_MERITS; i++)
    ck_assert_double_gt (backtest->rows[ARD_RANKING_SIZE].behind[i].low, 0);
  ck_assert_uint_eq (backtest->rank, ARD_RANKING_EXPECTED);
  ck_assert_uint_eq (backtest->rank_per_line, ARD_RANKING_EXPECTED_PER_LINE);
  ck_assert (!backtest->by_repository);
}
END_TEST

START_TEST (a_simple_ranking_that_is_surely_better_is_used)
{
  g_autofree ArdBacktest *backtest = run_dates (1, FALSE, FALSE);

  ck_assert_uint_gt (backtest->rank, ARD_RANKING_EXPECTED_PER_LINE);
  ck_assert_uint_gt (backtest->rank_per_line, ARD_RANKING_EXPECTED_PER_LINE);
  ck_assert_double_lt (backtest->rows[backtest->rank].behind[ARD_MERIT_SHARE].high, 0);
}
END_TEST

START_TEST (an_order_is_never_surely_behind_itself)
{
  g_autofree ArdBacktest *backtest = run_dates (2, FALSE, TRUE);
  const ArdEstimate *behind = backtest->rows[ARD_RANKING_EXPECTED].behind;

  ck_assert_double_eq (behind[ARD_MERIT_HITS].low, 0);
  ck_assert_double_eq (behind[ARD_MERIT_HITS].high, 0);
}
END_TEST

/* Eight equal repositories leave nothing to chance: the interval over repositories is a point. */
START_TEST (many_repositories_are_resampled_whole)
{
  g_autofree ArdBacktest *backtest = run_dates (ARD_RESAMPLED, TRUE, TRUE);
  const ArdEstimate *recall = &backtest->rows[ARD_RANKING_SIZE].measures[ARD_MERIT_RECALL];

  ck_assert (backtest->by_repository);
  ck_assert_uint_eq (backtest->n_repositories, ARD_RESAMPLED);
  ck_assert_double_eq_tol (recall->high - recall->low, 0, 1e-9);
}
END_TEST

START_TEST (tenths_hold_all_files_and_fixes)
{
  g_autofree ArdBacktest *backtest = run_dates (2, FALSE, TRUE);
  double fixes = 0;
  guint n = 0;

  for (guint i = 0; i < ARD_N_TENTHS; i++) {
    n += backtest->tenths[i].n;
    fixes += backtest->tenths[i].fixes_observed;
  }
  ck_assert_uint_eq (n, 2 * FILES);
  ck_assert_double_eq_tol (fixes, 40, 1e-12);
  ck_assert_double_eq_tol (backtest->tenths[ARD_N_TENTHS - 1].fixes_observed, 12, 1e-12); /* the most expected */
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_perfect_model_is_ahead_of_a_wrong_ranking_for_sure,
    a_simple_ranking_that_is_surely_better_is_used,
    an_order_is_never_surely_behind_itself,
    many_repositories_are_resampled_whole,
    tenths_hold_all_files_and_fixes,
  };

  return run_tests ("backtest", tests, G_N_ELEMENTS (tests));
}
