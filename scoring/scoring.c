#include "scoring/scoring.h"

#include "scoring/parts.h"

double
ard_sprints_month (const ArdSettings *settings)
{
  return ARD_DAYS_MONTH / (7 * settings->team_sprint_weeks);
}

ArdLedger *
ard_scoring_run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  ArdLedger *ledger = ard_ledger_new (corpus, settings);

  g_array_unref (ledger->findings);
  ledger->findings = findings;

  ard_history_judge (ledger);
  ard_health_measure (ledger);
  ard_risk_measure (ledger);
  ard_files_rank (ledger);
  ard_findings_identify (ledger);
  ard_suppress (ledger);
  ard_items_collect (ledger);
  ard_items_identify (ledger);
  ard_effort_estimate (ledger);
  ard_items_price (ledger);
  ard_items_order (ledger);
  ard_totals_sum (ledger);
  ard_plan_fill (ledger);
  ard_items_explain (ledger);
  ard_notes_sort (ledger->notes);
  return ledger;
}
