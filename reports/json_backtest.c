#include "reports/json_backtest.h"

#include "reports/json_value.h"
#include "reports/reports.h"

static json_t *
make_estimate (const ArdEstimate *estimate)
{
  json_t *row = json_object ();

  ard_json_set (row, "value", ard_json_rounded (estimate->value, ARD_FIGURE_SHARE));
  ard_json_set (row, "low", ard_json_rounded (estimate->low, ARD_FIGURE_SHARE));
  ard_json_set (row, "high", ard_json_rounded (estimate->high, ARD_FIGURE_SHARE));
  return row;
}

static json_t *
make_estimates (const ArdEstimate *estimates)
{
  json_t *row = json_object ();

  for (ArdMerit i = 0; i < ARD_N_MERITS; i++)
    ard_json_set (row, ard_merit_name (i), make_estimate (&estimates[i]));
  return row;
}

static json_t *
make_ranking (const ArdBacktest *backtest, ArdRankingKind kind)
{
  json_t *row = json_object ();

  ard_json_set (row, "name", json_string (ard_ranking_name (kind)));
  ard_json_set (row, "measures", make_estimates (backtest->rows[kind].measures));
  ard_json_set (row, "model_minus_this", make_estimates (backtest->rows[kind].behind));
  return row;
}

static json_t *
make_tenth (const ArdCalibration *tenth)
{
  json_t *row = json_object ();

  ard_json_set (row, "files", json_integer (tenth->n));
  ard_json_set (row, "fixes_expected", ard_json_rounded (tenth->fixes_expected, ARD_FIGURE_SHARE));
  ard_json_set (row, "fixes_observed", ard_json_rounded (tenth->fixes_observed, ARD_FIGURE_SHARE));
  ard_json_set (row, "days_expected", ard_json_rounded (tenth->days_expected, ARD_FIGURE_SHARE));
  ard_json_set (row, "days_observed", ard_json_rounded (tenth->days_observed, ARD_FIGURE_SHARE));
  return row;
}

json_t *
ard_json_backtest (const ArdBacktest *backtest)
{
  json_t *row, *rankings, *tenths;

  if (!backtest)
    return json_null ();
  row = json_object ();
  rankings = json_array ();
  tenths = json_array ();
  for (ArdRankingKind i = 0; i < ARD_N_RANKINGS; i++)
    json_array_append_new (rankings, make_ranking (backtest, i));
  for (guint i = 0; i < ARD_N_TENTHS; i++)
    json_array_append_new (tenths, make_tenth (&backtest->tenths[i]));
  ard_json_set (row, "repositories", json_integer (backtest->n_repositories));
  ard_json_set (row, "dates", json_integer (backtest->n_dates));
  ard_json_set (row, "intervals_over", json_string (backtest->by_repository ? "repositories" : "files"));
  ard_json_set (row, "rank_by", json_string (ard_ranking_name (backtest->rank)));
  ard_json_set (row, "rank_per_line_by", json_string (ard_ranking_name (backtest->rank_per_line)));
  ard_json_set (row, "rankings", rankings);
  ard_json_set (row, "calibration", tenths);
  return row;
}

char *
ard_backtest_json (const ArdBacktest *backtest)
{
  json_t *row = ard_json_backtest (backtest);
  char *text = json_dumps (row, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  char *line = g_strconcat (text, "\n", NULL);

  free (text);
  json_decref (row);
  return line;
}
