#include "scoring/scoring.h"

#include "scoring/parts.h"

double
ard_sprints_month (const ArdSettings *settings)
{
  return ARD_DAYS_MONTH / (7 * settings->team_sprint_weeks);
}

/* Questions that nobody has answered by a suppression, away from what counts. */
static void
set_reviews_apart (ArdLedger *ledger)
{
  guint kept = 0;

  for (guint i = 0; i < ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    if (!finding->review)
      *ard_finding (ledger, kept++) = *finding;
    else if (finding->state != ARD_STATE_SUPPRESSED)
      g_array_append_vals (ledger->reviews, finding, 1);
  }
  g_array_set_size (ledger->findings, kept);
}

ArdLedger *
ard_scoring_run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  ArdLedger *ledger = ard_ledger_new (corpus, settings);

  g_array_unref (ledger->findings);
  ledger->findings = findings;

  ard_findings_identify (ledger);
  ard_suppress (ledger);
  set_reviews_apart (ledger);
  ard_history_judge (ledger);
  ard_health_measure (ledger);
  ard_risk_measure (ledger);
  ard_files_rank (ledger);
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
