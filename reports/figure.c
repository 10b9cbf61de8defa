#include "reports/figure.h"

#include <math.h>

#define ITEM(field) G_STRUCT_OFFSET (ArdItem, field)
#define SCORE(field) G_STRUCT_OFFSET (ArdFileScore, field)
#define TOTAL(field) G_STRUCT_OFFSET (ArdTotals, field)
#define PLAN(field) G_STRUCT_OFFSET (ArdPlan, field)

const ArdFigure ard_item_figures[] = {
  { "wasted_h_per_sprint", ARD_FIGURE_HOURS, ITEM (wasted_h_sprint), TRUE, FALSE },
  { "incidents_per_month", ARD_FIGURE_EVENTS, ITEM (incidents_month), TRUE, FALSE },
  { "recovered_h_per_sprint", ARD_FIGURE_HOURS, ITEM (recovered_h_sprint), TRUE, FALSE },
  { "prevented_per_month", ARD_FIGURE_EVENTS, ITEM (prevented_month), TRUE, FALSE },
  { "cost_per_month", ARD_FIGURE_MONEY, ITEM (cost_month), TRUE, FALSE },
  { "savings_per_month", ARD_FIGURE_MONEY, ITEM (savings_month), TRUE, FALSE },
  { "assumed_cost_per_month", ARD_FIGURE_MONEY, ITEM (assumed_month), TRUE, FALSE },
  { "assumed_savings_per_month", ARD_FIGURE_MONEY, ITEM (assumed_savings_month), TRUE, FALSE },
  { "interest_per_year", ARD_FIGURE_MONEY, ITEM (interest_year), TRUE, FALSE },
  { "principal", ARD_FIGURE_MONEY, ITEM (principal), FALSE, FALSE },
  { "effort_investigation_d", ARD_FIGURE_DAYS, ITEM (investigation_d), FALSE, TRUE },
  { "effort_implementation_d", ARD_FIGURE_DAYS, ITEM (implementation_d), FALSE, TRUE },
  { "effort_testing_d", ARD_FIGURE_DAYS, ITEM (testing_d), FALSE, TRUE },
  { "effort_total_d", ARD_FIGURE_DAYS, ITEM (effort_d), FALSE, TRUE },
  { "roi", ARD_FIGURE_SHARE, ITEM (roi), TRUE, TRUE },
  { "payback_months", ARD_FIGURE_MONTHS, ITEM (payback_months), TRUE, FALSE },
};
const guint ard_n_item_figures = G_N_ELEMENTS (ard_item_figures);

const ArdFigure ard_score_figures[] = {
  { "hours", ARD_FIGURE_HOURS, SCORE (hours_month), FALSE, FALSE },
  { "fixes_per_month", ARD_FIGURE_EVENTS, SCORE (fixes_month), FALSE, FALSE },
  { "health", ARD_FIGURE_SHARE, SCORE (health), FALSE, FALSE },
  { "wasted_share", ARD_FIGURE_SHARE, SCORE (wasted_share), TRUE, FALSE },
  { "incident_share", ARD_FIGURE_SHARE, SCORE (incident_share), TRUE, FALSE },
  { "wasted_h_per_month", ARD_FIGURE_HOURS, SCORE (wasted_h_month), TRUE, FALSE },
  { "incidents_per_month", ARD_FIGURE_EVENTS, SCORE (incidents_month), TRUE, FALSE },
  { "cost_per_month", ARD_FIGURE_MONEY, SCORE (cost_month), TRUE, FALSE },
};
const guint ard_n_score_figures = G_N_ELEMENTS (ard_score_figures);

const ArdFigure ard_total_figures[] = {
  { "cost_per_month", ARD_FIGURE_MONEY, TOTAL (cost_month), TRUE, FALSE },
  { "interest_per_year", ARD_FIGURE_MONEY, TOTAL (interest_year), TRUE, FALSE },
  { "principal", ARD_FIGURE_MONEY, TOTAL (principal), FALSE, FALSE },
  { "savings_per_month", ARD_FIGURE_MONEY, TOTAL (savings_month), TRUE, FALSE },
  { "wasted_h_per_month", ARD_FIGURE_HOURS, TOTAL (wasted_h_month), TRUE, FALSE },
  { "incidents_per_month", ARD_FIGURE_EVENTS, TOTAL (incidents_month), TRUE, FALSE },
  { "hours_per_month", ARD_FIGURE_HOURS, TOTAL (hours_month), FALSE, FALSE },
  { "suppressed_cost_per_month", ARD_FIGURE_MONEY, TOTAL (suppressed_cost_month), TRUE, FALSE },
  { "assumed_cost_per_month", ARD_FIGURE_MONEY, TOTAL (assumed_cost_month), TRUE, FALSE },
  { "assumed_savings_per_month", ARD_FIGURE_MONEY, TOTAL (assumed_savings_month), TRUE, FALSE },
  { "assumed_suppressed_per_month", ARD_FIGURE_MONEY, TOTAL (assumed_suppressed_month), TRUE, FALSE },
  { "rewrite_cost", ARD_FIGURE_MONEY, TOTAL (rewrite_cost), FALSE, FALSE },
  { "debt_ratio", ARD_FIGURE_SHARE, TOTAL (debt_ratio), FALSE, FALSE },
  { "developers", ARD_FIGURE_VALUE, TOTAL (developers), FALSE, FALSE },
};
const guint ard_n_total_figures = G_N_ELEMENTS (ard_total_figures);

const ArdFigure ard_plan_figures[] = {
  { "capacity_d", ARD_FIGURE_DAYS, PLAN (capacity_d), FALSE, FALSE },
  { "effort_d", ARD_FIGURE_DAYS, PLAN (effort_d), TRUE, FALSE },
  { "cost", ARD_FIGURE_MONEY, PLAN (cost), TRUE, FALSE },
  { "savings_per_year", ARD_FIGURE_MONEY, PLAN (savings_year), TRUE, FALSE },
  { "assumed_savings_per_year", ARD_FIGURE_MONEY, PLAN (assumed_savings_year), TRUE, FALSE },
  { "left_effort_d", ARD_FIGURE_DAYS, PLAN (left_effort_d), TRUE, FALSE },
  { "left_savings_per_year", ARD_FIGURE_MONEY, PLAN (left_savings_year), TRUE, FALSE },
};
const guint ard_n_plan_figures = G_N_ELEMENTS (ard_plan_figures);

static const char *
format_of (ArdFigureKind kind)
{
  switch (kind) {
  case ARD_FIGURE_MONEY:
  case ARD_FIGURE_MONTHS:
    return "%.2f";
  case ARD_FIGURE_EVENTS:
    return "%.6f";
  case ARD_FIGURE_DAYS:
  case ARD_FIGURE_HOURS:
  case ARD_FIGURE_SHARE:
  case ARD_FIGURE_VALUE:
    return "%.4f";
  }
  g_assert_not_reached ();
}

double
ard_figure_round (double value, ArdFigureKind kind)
{
  char digits[400];

  if (!isfinite (value))
    return NAN;
  g_ascii_formatd (digits, sizeof digits, format_of (kind), value);

  double rounded = g_ascii_strtod (digits, NULL);

  return rounded == 0 ? 0 : rounded;
}

double
ard_figure_get (const ArdFigure *figure, gconstpointer record, gboolean priced)
{
  if (figure->priced && !priced)
    return NAN;
  return ard_figure_round (G_STRUCT_MEMBER (double, record, figure->offset), figure->kind);
}

char *
ard_figure_text (double rounded, ArdFigureKind kind)
{
  char digits[400];

  if (isnan (rounded))
    return g_strdup ("");
  return g_strdup (g_ascii_formatd (digits, sizeof digits, format_of (kind), rounded));
}

gboolean
ard_item_is_priced (const ArdLedger *ledger, const ArdItem *item)
{
  return ledger->priced && item->advice != ARD_ADVICE_NOT_PRICED;
}
