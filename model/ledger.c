#include "model/ledger.h"

#include <math.h>

const char *const ard_step_keys[] = {
  "all-lines",
  "assumed-cost",
  "assumed-savings",
  "attention",
  "author-days",
  "callers",
  "certainty",
  "chance-of-change",
  "charge-incident",
  "charge-time",
  "charges-time",
  "coding-share",
  "copy-lines",
  "copy-part",
  "critical",
  "day-hours",
  "defect-factor",
  "departure",
  "effort",
  "expert-days",
  "expert-hours",
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
  "prevented-share",
  "principal",
  "probability",
  "reach-factor",
  "reach-weight",
  "recoverable-incident",
  "recoverable-time",
  "recovered-sprint",
  "relearn-cost",
  "relearn-share",
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
  ledger->reviews = ard_findings_new ();
  ledger->items = g_array_new (FALSE, TRUE, sizeof (ArdItem));
  ledger->excerpts = g_array_new (FALSE, TRUE, sizeof (ArdExcerpt));
  ledger->steps = g_array_new (FALSE, TRUE, sizeof (ArdStep));
  ledger->file_scores = g_array_new (FALSE, TRUE, sizeof (ArdFileScore));
  ledger->function_ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (ledger->function_ranks, corpus->functions->len);
  ledger->paid = g_array_new (FALSE, TRUE, sizeof (ArdPaid));
  ledger->notes = ard_notes_new ();
  ledger->strings = g_string_chunk_new (4096);
  return ledger;
}

void
ard_ledger_free (ArdLedger *ledger)
{
  g_array_unref (ledger->findings);
  g_array_unref (ledger->reviews);
  g_array_unref (ledger->items);
  g_array_unref (ledger->excerpts);
  g_array_unref (ledger->steps);
  g_array_unref (ledger->file_scores);
  g_array_unref (ledger->function_ranks);
  g_free (ledger->backtest);
  g_array_unref (ledger->paid);
  ard_notes_free (ledger->notes);
  g_string_chunk_free (ledger->strings);
  g_free (ledger->verdict.base);
  g_clear_pointer (&ledger->verdict.commits, g_array_unref);
  g_free (ledger);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

GArray *
ard_item_files (const ArdLedger *ledger, const ArdItem *item)
{
  const ArdCorpus *corpus = ledger->corpus;
  GArray *files = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (item->unit == ARD_UNIT_CLONES) {
    const ArdCloneClass *class = ard_clone_class (corpus, item->clone_class);

    for (guint32 i = 0; i < class->n_copies; i++)
      g_array_append_val (files, ard_clone_copy (corpus, class->first_copy + i)->file);
  } else if (item->unit == ARD_UNIT_CYCLE) {
    const ArdCycle *cycle = ard_cycle (corpus, item->cycle);

    g_array_append_vals (files, &g_array_index (corpus->cycle_members, guint32, cycle->first_member), cycle->n_members);
  } else {
    g_array_append_val (files, item->file);
  }
  g_array_sort (files, compare_files);
  for (guint i = files->len; i > 1; i--)
    if (g_array_index (files, guint32, i - 1) == g_array_index (files, guint32, i - 2))
      g_array_remove_index (files, i - 1);
  return files;
}

void
ard_item_lines (const ArdLedger *ledger, const ArdItem *item, guint32 *start, guint32 *end)
{
  const ArdCorpus *corpus = ledger->corpus;

  *start = 1;
  *end = MAX (ard_file (corpus, item->file)->lines, 1);
  if (item->function != ARD_NONE) {
    *start = ard_function (corpus, item->function)->facts.start_line;
    *end = ard_function (corpus, item->function)->facts.end_line;
  } else if (item->unit == ARD_UNIT_CLONES) {
    const ArdCloneCopy *first = ard_clone_copy (corpus, ard_clone_class (corpus, item->clone_class)->first_copy);

    *start = first->start_line;
    *end = first->end_line;
  }
}

double
ard_function_expects (const ArdCorpus *corpus, guint32 function)
{
  double expected = ard_function (corpus, function)->expected_fixes_year;

  return expected > 0 ? expected : NAN;
}

/* Both run by commit. */
GArray *
ard_finding_commits (const ArdLedger *ledger, const ArdFinding *finding)
{
  const GArray *change = ledger->verdict.commits;
  const ArdCorpusFunction *function =
      finding->function == ARD_NONE ? NULL : ard_function (ledger->corpus, finding->function);
  GArray *commits = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0, j = 0; change && function && i < function->n_revisions && j < change->len;) {
    const ArdFunctionRevision *row = ard_function_revision (ledger->corpus, function->first_revision + i);
    guint32 commit = g_array_index (change, guint32, j);

    i += row->commit <= commit;
    j += row->commit >= commit;
    if (row->commit == commit && row->code)
      g_array_append_val (commits, commit);
  }
  return commits;
}
