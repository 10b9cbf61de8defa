#include "model/ledger.h"

ArdLedger *
ard_ledger_new (const ArdCorpus *corpus, const ArdSettings *settings)
{
  ArdLedger *ledger = g_new0 (ArdLedger, 1);

  ledger->corpus = corpus;
  ledger->settings = settings;
  ledger->findings = ard_findings_new ();
  ledger->items = g_array_new (FALSE, TRUE, sizeof (ArdItem));
  ledger->steps = g_array_new (FALSE, TRUE, sizeof (ArdStep));
  ledger->file_scores = g_array_new (FALSE, TRUE, sizeof (ArdFileScore));
  ledger->paid = g_array_new (FALSE, TRUE, sizeof (ArdPaid));
  ledger->strings = g_string_chunk_new (4096);
  return ledger;
}

void
ard_ledger_free (ArdLedger *ledger)
{
  g_array_unref (ledger->findings);
  g_array_unref (ledger->items);
  g_array_unref (ledger->steps);
  g_array_unref (ledger->file_scores);
  g_array_unref (ledger->paid);
  g_string_chunk_free (ledger->strings);
  g_free (ledger->verdict.base);
  g_free (ledger);
}
