#include <math.h>

#include "scoring/parts.h"

static ArdAdvice
advise (double roi, const ArdSettings *settings)
{
  double percent = roi * 100;

  if (percent > settings->roi_fix_now)
    return ARD_ADVICE_FIX_NOW;
  if (percent > settings->roi_plan)
    return ARD_ADVICE_PLAN;
  return percent >= settings->roi_backlog ? ARD_ADVICE_BACKLOG : ARD_ADVICE_LEAVE;
}

gboolean
ard_item_pays (const ArdItem *item)
{
  return item->advice <= ARD_ADVICE_PLAN || (item->advice == ARD_ADVICE_BACKLOG && item->roi >= 1);
}

static void
withhold (ArdItem *item)
{
  item->wasted_h_sprint = item->incidents_month = item->recovered_h_sprint = item->prevented_month = NAN;
  item->assumed_month = item->assumed_savings_month = NAN;
  item->cost_month = item->savings_month = item->interest_year = item->roi = item->payback_months = NAN;
  item->advice = ARD_ADVICE_NOT_PRICED;
}

static void
price (const ArdLedger *ledger, ArdItem *item)
{
  const ArdSettings *settings = ledger->settings;
  double sprints = ard_sprints_month (settings);
  double wasted = 0, recovered = 0;

  for (guint32 i = item->first_finding; i < item->first_finding + item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);
    const ArdRuleSettings *numbers = &settings->rules[finding->rule];

    wasted += finding->charge_h_month;
    recovered += finding->charge_h_month * numbers->recoverable_time;
    item->incidents_month += finding->charge_incidents_month;
    item->prevented_month += finding->charge_incidents_month * numbers->recoverable_incident;
    item->assumed_month += finding->risk_month;
  }
  item->assumed_savings_month = item->assumed_month * settings->risk_prevented.likely;
  item->wasted_h_sprint = wasted / sprints;
  item->recovered_h_sprint = recovered / sprints;
  item->cost_month = wasted * settings->team_hour_cost.likely + item->incidents_month * settings->incident_cost.likely +
                     item->assumed_month;
  item->savings_month = recovered * settings->team_hour_cost.likely +
                        item->prevented_month * settings->incident_cost.likely + item->assumed_savings_month;
  item->interest_year = ARD_MONTHS_YEAR * item->cost_month;
  item->roi = ARD_MONTHS_YEAR * item->savings_month / item->principal;
  item->payback_months = item->savings_month > 0 ? item->principal / item->savings_month : INFINITY;
  item->advice = advise (item->roi, settings);
}

/* The larger part of the cost; where there is none, what its leading rule would rest on. */
static ArdBasis
find_basis (const ArdItem *item)
{
  gboolean assumed =
      item->cost_month > 0 ? item->assumed_month > item->cost_month / 2 : ard_rule_is_assumed (item->rule);

  return assumed ? ARD_BASIS_ASSUMPTION : ARD_BASIS_HISTORY;
}

void
ard_items_price (ArdLedger *ledger)
{
  for (guint i = 0; i < ledger->items->len; i++) {
    if (ledger->priced)
      price (ledger, ard_item (ledger, i));
    else
      withhold (ard_item (ledger, i));
    ard_item (ledger, i)->basis = find_basis (ard_item (ledger, i));
  }
}

static char
rate (double debt_ratio)
{
  if (debt_ratio <= 0.05)
    return 'A';
  if (debt_ratio <= 0.10)
    return 'B';
  if (debt_ratio <= 0.20)
    return 'C';
  return debt_ratio <= 0.50 ? 'D' : 'E';
}

static void
sum_files (ArdLedger *ledger)
{
  const ArdSettings *settings = ledger->settings;
  ArdTotals *totals = &ledger->totals;
  double lines = 0;

  for (guint i = 0; i < ledger->file_scores->len; i++) {
    const ArdFile *file = ard_file (ledger->corpus, i);
    const ArdFileScore *score = ard_file_score (ledger, i);

    totals->hours_month += score->hours_month;
    totals->wasted_h_month += score->wasted_h_month;
    totals->incidents_month += score->incidents_month;
    totals->cost_month += score->cost_month;
    if (file->measured && !(file->flags & ARD_FILE_NOT_JUDGED))
      lines += file->code_lines;
  }
  totals->interest_year = ARD_MONTHS_YEAR * totals->cost_month;
  totals->rewrite_cost = lines * settings->effort_rewrite_line_min / 60 * settings->team_hour_cost.likely;
}

static void
sum_findings (ArdLedger *ledger)
{
  const ArdSettings *settings = ledger->settings;
  ArdTotals *totals = &ledger->totals;

  for (guint i = 0; i < ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    totals->n_critical += finding->severity == ARD_SEVERITY_CRITICAL;
    if (finding->state != ARD_STATE_SUPPRESSED)
      continue;
    totals->assumed_suppressed_month += finding->risk_month;
    totals->suppressed_cost_month += finding->charge_h_month * settings->team_hour_cost.likely +
                                     finding->charge_incidents_month * settings->incident_cost.likely;
  }
  if (!ledger->priced)
    totals->suppressed_cost_month = totals->assumed_suppressed_month = NAN;
}

void
ard_totals_sum (ArdLedger *ledger)
{
  const ArdSettings *settings = ledger->settings;
  ArdTotals *totals = &ledger->totals;

  totals->n_items = ledger->items->len;
  totals->n_findings = ledger->findings->len;
  totals->developers = settings->team_developers > 0 ? settings->team_developers : ledger->corpus->team;
  for (guint i = 0; i < ledger->items->len; i++) {
    totals->principal += ard_item (ledger, i)->principal;
    totals->savings_month += ard_item (ledger, i)->savings_month - ard_item (ledger, i)->assumed_savings_month;
    totals->assumed_cost_month += ard_item (ledger, i)->assumed_month;
    totals->assumed_savings_month += ard_item (ledger, i)->assumed_savings_month;
  }
  sum_files (ledger);
  sum_findings (ledger);
  if (!ledger->priced)
    totals->cost_month = totals->interest_year = totals->savings_month = totals->wasted_h_month =
        totals->incidents_month = totals->assumed_cost_month = totals->assumed_savings_month = NAN;
  totals->debt_ratio = totals->rewrite_cost > 0 ? totals->principal / totals->rewrite_cost : 0;
  totals->rating = rate (totals->debt_ratio);
}
