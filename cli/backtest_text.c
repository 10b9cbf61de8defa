#include "cli/backtest_text.h"

static ArdRankingKind
best_simple (const ArdBacktest *backtest, ArdMerit measure)
{
  ArdRankingKind best = ARD_RANKING_RANDOM;

  for (ArdRankingKind i = ARD_RANKING_RANDOM; i < ARD_N_RANKINGS; i++)
    if (backtest->rows[i].measures[measure].value > backtest->rows[best].measures[measure].value)
      best = i;
  return best;
}

void
ard_backtest_print_line (GString *text, const char *name, const ArdBacktest *backtest)
{
  g_string_append_printf (text, "%s: %u dates", name, backtest->n_dates);
  for (ArdMerit i = 0; i < ARD_N_MERITS; i++) {
    ArdRankingKind best = best_simple (backtest, i);

    g_string_append_printf (text, "; %s %.3f (%s %.3f)", ard_merit_name (i),
                            backtest->rows[ard_merit_order (i)].measures[i].value, ard_ranking_name (best),
                            backtest->rows[best].measures[i].value);
  }
  g_string_append_c (text, '\n');
}

static void
print_estimates (GString *text, const ArdBacktest *backtest, gboolean behind)
{
  g_string_append_printf (text, "%-20s", "");
  for (ArdMerit i = 0; i < ARD_N_MERITS; i++)
    g_string_append_printf (text, "  %-23s", ard_merit_name (i));
  g_string_append_c (text, '\n');
  for (ArdRankingKind i = behind ? ARD_RANKING_RANDOM : 0; i < ARD_N_RANKINGS; i++) {
    g_string_append_printf (text, "%-20s", ard_ranking_name (i));
    for (ArdMerit j = 0; j < ARD_N_MERITS; j++) {
      const ArdEstimate *e = behind ? &backtest->rows[i].behind[j] : &backtest->rows[i].measures[j];

      g_string_append_printf (text, behind ? "  %+.3f [%+.3f, %+.3f]" : "  %.3f [%.3f, %.3f]   ", e->value, e->low,
                              e->high);
    }
    g_string_append_c (text, '\n');
  }
}

static void
print_calibration (GString *text, const ArdBacktest *backtest)
{
  g_string_append_printf (text, "%-20s  %8s  %10s  %10s  %10s  %10s\n", "tenth", "files", "expected", "observed",
                          "days exp.", "days obs.");
  for (guint i = 0; i < ARD_N_TENTHS; i++) {
    const ArdCalibration *tenth = &backtest->tenths[i];

    g_string_append_printf (text, "%-20u  %8u  %10.1f  %10.1f  %10.1f  %10.1f\n", i + 1, tenth->n,
                            tenth->fixes_expected, tenth->fixes_observed, tenth->days_expected, tenth->days_observed);
  }
}

void
ard_backtest_print (GString *text, const ArdBacktest *backtest)
{
  g_string_append_printf (text, "%u repositories, %u dates; 95 %% intervals over %s\n\n", backtest->n_repositories,
                          backtest->n_dates, backtest->by_repository ? "repositories" : "files");
  print_estimates (text, backtest, FALSE);
  g_string_append (text,
                   "\nthe model's order (expected_per_line for recall_20 and popt, expected for the others) minus\n");
  print_estimates (text, backtest, TRUE);
  g_string_append (text, "\nfixes and author-days of the year after, by what was expected\n");
  print_calibration (text, backtest);
  g_string_append_printf (text, "\nbest used here: rank by %s, rank_per_line by %s\n",
                          ard_ranking_name (backtest->rank), ard_ranking_name (backtest->rank_per_line));
}
