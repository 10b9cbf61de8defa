#include <math.h>

#include "scoring/pairing.h"
#include "scoring/parts.h"
#include "scoring/scoring.h"

/* From attention to critical by what was done to the unit: a class that gained a copy elsewhere, a cycle that gained a
 * file, is new there and not here. */
static gboolean
has_grown (const ArdPairing *pairing, const ArdFinding *finding, const ArdFinding *old)
{
  const ArdCloneCopy *copy = ard_finding_copy (finding, pairing->head->corpus);
  const ArdCloneCopy *was = ard_finding_copy (old, pairing->base->corpus);

  if (old->severity != ARD_SEVERITY_ATTENTION || finding->value <= old->value || finding->cycle != ARD_NONE)
    return FALSE;
  return !copy || !was || copy->digest != was->digest;
}

static void
judge (ArdLedger *ledger, const ArdPairing *pairing, guint32 index)
{
  ArdFinding *finding = ard_finding (ledger, index);
  guint32 was = pairing->of_head[index];
  const ArdFinding *old = was == ARD_NONE ? NULL : ard_finding (pairing->base, was);
  gboolean gates = ard_rules[finding->rule].gates && finding->severity == ARD_SEVERITY_CRITICAL;
  gboolean grew = old && has_grown (pairing, finding, old);

  finding->base_value = old ? old->value : NAN;
  finding->fails = FALSE;
  if (finding->state == ARD_STATE_SUPPRESSED) {
    ledger->verdict.n_suppressed++;
    return;
  }
  if (old)
    finding->state = grew && gates && !ard_pairing_unit_is_old (pairing, finding) ? ARD_STATE_NEW : ARD_STATE_KNOWN;
  else
    finding->state = ard_pairing_unit_is_old (pairing, finding) ? ARD_STATE_KNOWN : ARD_STATE_NEW;
  finding->fails = gates && finding->state == ARD_STATE_NEW;
  ledger->verdict.n_new += finding->state == ARD_STATE_NEW;
  ledger->verdict.n_known += finding->state == ARD_STATE_KNOWN;
  ledger->verdict.n_new_critical += finding->fails;
}

static int
compare_paid (gconstpointer a, gconstpointer b)
{
  const ArdPaid *left = a, *right = b;
  int order = g_strcmp0 (left->path, right->path);

  if (!order)
    order = (left->line > right->line) - (left->line < right->line);
  if (!order)
    order = (left->rule > right->rule) - (left->rule < right->rule);
  return order ? order : g_strcmp0 (left->id, right->id);
}

static void
pay (ArdLedger *ledger, const ArdLedger *base, const ArdFinding *finding)
{
  const ArdCorpus *corpus = base->corpus;
  ArdPaid paid = {
    .rule = finding->rule,
    .severity = finding->severity,
    .path = g_string_chunk_insert (ledger->strings, ard_file (corpus, finding->file)->path),
    .line = finding->start_line,
    .value = finding->value,
  };

  if (finding->function != ARD_NONE)
    paid.function = g_string_chunk_insert (ledger->strings, ard_function (corpus, finding->function)->facts.name);
  g_strlcpy (paid.id, finding->id, sizeof paid.id);
  g_array_append_val (ledger->paid, paid);
}

/* What the head's history has and the base's has not. */
static GArray *
list_commits (const ArdCorpus *head, const ArdCorpus *base)
{
  g_autoptr (GHashTable) known = g_hash_table_new (ard_oid_hash, ard_oid_equal);
  GArray *commits = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < base->commits->len; i++)
    g_hash_table_add (known, &ard_commit (base, i)->id);
  for (guint32 i = 0; i < head->commits->len; i++)
    if (!g_hash_table_contains (known, &ard_commit (head, i)->id))
      g_array_append_val (commits, i);
  return commits;
}

void
ard_scoring_compare (ArdLedger *ledger, const ArdLedger *base, GHashTable *renames)
{
  g_autoptr (ArdPairing) pairing = ard_pairing_new (ledger, base, renames);
  ArdVerdict *verdict = &ledger->verdict;

  g_free (verdict->base);
  g_clear_pointer (&verdict->commits, g_array_unref);
  *verdict = (ArdVerdict){ .compared = TRUE,
                           .base = g_strdup (base->corpus->head),
                           .commits = list_commits (ledger->corpus, base->corpus) };
  g_array_set_size (ledger->paid, 0);

  for (guint i = 0; i < ledger->findings->len; i++)
    judge (ledger, pairing, i);
  for (guint i = 0; i < base->findings->len; i++)
    if (pairing->of_base[i] == ARD_NONE && !ard_pairing_unit_remains (pairing, ard_finding (base, i)))
      pay (ledger, base, ard_finding (base, i));
  g_array_sort (ledger->paid, compare_paid);
  verdict->n_paid = ledger->paid->len;
  verdict->failed = verdict->n_new_critical > 0;
  if (pairing->cut)
    ard_notes_add (ledger->notes, NULL,
                   "too many functions changed at once to compare them all by likeness: renamed ones may count as new");
  ard_notes_sort (ledger->notes);
}
