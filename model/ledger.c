#include "model/ledger.h"

const char *const ard_step_keys[] = {
  "all-lines",
  "assumed-cost",
  "assumed-savings",
  "attention",
  "author-days",
  "callers",
  "certainty",
  "charge-incident",
  "charge-time",
  "charges-time",
  "coding-share",
  "copy-lines",
  "copy-part",
  "critical",
  "day-hours",
  "defect-factor",
  "effort",
  "failure-cost",
  "failures-year",
  "file-hazard-incident",
  "file-hazard-time",
  "file-lines",
  "fixes",
  "function-lines",
  "function-part",
  "hazard-incident",
  "hazard-time",
  "health-factor",
  "heat",
  "hour-cost",
  "hours",
  "implementation",
  "in-file",
  "incident-cost",
  "incident-part",
  "incident-share",
  "incidents",
  "incidents-month",
  "interest",
  "investigation",
  "item-hazard-incident",
  "item-hazard-time",
  "level",
  "median-days",
  "monthly-cost",
  "monthly-savings",
  "most-heat",
  "other-files",
  "payback",
  "prevented-month",
  "principal",
  "probability",
  "reach-factor",
  "reach-weight",
  "recoverable-incident",
  "recoverable-time",
  "recovered-sprint",
  "remediation",
  "risk-cost",
  "roi",
  "slowdown",
  "sprint-weeks",
  "sprints-month",
  "stretch",
  "testing",
  "unhealthiness-incident",
  "unhealthiness-time",
  "untested-factor",
  "value",
  "wasted-hours",
  "wasted-share",
  "wasted-sprint",
  "weight-incident",
  "weight-time",
};

const guint ard_n_step_keys = G_N_ELEMENTS (ard_step_keys);

ArdLedger *
ard_ledger_new (const ArdCorpus *corpus, const ArdSettings *settings)
{
  ArdLedger *ledger = g_new0 (ArdLedger, 1);

  ledger->corpus = corpus;
  ledger->settings = settings;
  ledger->findings = ard_findings_new ();
  ledger->items = g_array_new (FALSE, TRUE, sizeof (ArdItem));
  ledger->excerpts = g_array_new (FALSE, TRUE, sizeof (ArdExcerpt));
  ledger->steps = g_array_new (FALSE, TRUE, sizeof (ArdStep));
  ledger->file_scores = g_array_new (FALSE, TRUE, sizeof (ArdFileScore));
  ledger->paid = g_array_new (FALSE, TRUE, sizeof (ArdPaid));
  ledger->notes = ard_notes_new ();
  ledger->strings = g_string_chunk_new (4096);
  return ledger;
}

void
ard_ledger_free (ArdLedger *ledger)
{
  g_array_unref (ledger->findings);
  g_array_unref (ledger->items);
  g_array_unref (ledger->excerpts);
  g_array_unref (ledger->steps);
  g_array_unref (ledger->file_scores);
  g_array_unref (ledger->paid);
  ard_notes_free (ledger->notes);
  g_string_chunk_free (ledger->strings);
  g_free (ledger->verdict.base);
  g_free (ledger);
}
