#include "scoring/pairing.h"

#include <stdlib.h>
#include <string.h>

#include "scoring/alike.h"
#include "scoring/parts.h"

static void
count (GHashTable *table, guint64 digest, gboolean head)
{
  if (digest == 0)
    return;

  ArdPopulation *row = g_hash_table_lookup (table, &digest);

  if (!row) {
    row = g_new0 (ArdPopulation, 1);
    g_hash_table_insert (table, g_memdup2 (&digest, sizeof digest), row);
  }
  if (head)
    row->n_head++;
  else
    row->n_base++;
}

static void
count_corpus (ArdPairing *pairing, const ArdCorpus *corpus, gboolean head)
{
  for (guint i = 0; i < corpus->functions->len; i++)
    count (pairing->digests, ard_function (corpus, i)->facts.digest, head);
  for (guint i = 0; i < corpus->files->len; i++)
    count (pairing->blobs, ard_file (corpus, i)->digest, head);
}

static gboolean
claim (ArdPairing *pairing, gboolean *taken, guint32 head, guint32 base)
{
  if (base == ARD_NONE || taken[base] || pairing->files[head] != ARD_NONE)
    return FALSE;
  pairing->files[head] = base;
  return taken[base] = TRUE;
}

/* Which file each head file was: by identity, by the rename map, by its path. */
static void
map_files (ArdPairing *pairing, GHashTable *renames)
{
  const ArdCorpus *head = pairing->head->corpus, *base = pairing->base->corpus;
  g_autofree gboolean *taken = g_new0 (gboolean, base->files->len + 1);
  g_autoptr (GHashTable) identities = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = base->files->len; i > 0; i--)
    if (ard_file (base, i - 1)->identity)
      g_hash_table_insert (identities, &ard_file (base, i - 1)->identity, GUINT_TO_POINTER (i));
  for (guint i = 0; i < head->files->len; i++) {
    const ArdFile *file = ard_file (head, i);
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (identities, &file->identity));

    pairing->files[i] = ARD_NONE;
    claim (pairing, taken, i, found ? found - 1 : ARD_NONE);
  }
  for (guint i = 0; renames && i < head->files->len; i++) {
    const char *old = g_hash_table_lookup (renames, ard_file (head, i)->path);

    claim (pairing, taken, i, old ? ard_corpus_find_file (base, old) : ARD_NONE);
  }
  for (guint i = 0; i < head->files->len; i++)
    claim (pairing, taken, i, ard_corpus_find_file (base, ard_file (head, i)->path));
}

static int
by_place (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdLedger *ledger = data;
  const ArdFinding *left = ard_finding (ledger, *(const guint32 *) a);
  const ArdFinding *right = ard_finding (ledger, *(const guint32 *) b);

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  if (left->start_line != right->start_line)
    return left->start_line < right->start_line ? -1 : 1;
  if (left->end_line != right->end_line)
    return left->end_line > right->end_line ? -1 : 1;
  return (left->rule > right->rule) - (left->rule < right->rule);
}

static guint32 *
sort_findings (const ArdLedger *ledger)
{
  guint n = ledger->findings->len;
  guint32 *order = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, by_place, (gpointer) ledger);
  return order;
}

/* What two findings must have in common to be one, from the strictest pass to the loosest. */
typedef enum { PASS_PLACE, PASS_FILE, PASS_ANYWHERE, PASS_UNIT, N_PASSES } Pass;

/* What a finding about a file is about in it: words, and the other file as that of the base. */
static char *
whole_key (const ArdLedger *ledger, const ArdFinding *finding, guint32 base_other, gboolean words)
{
  const ArdCorpus *corpus = ledger->corpus;
  const char *rule = ard_rules[finding->rule].id;

  if (finding->clone_class != ARD_NONE)
    return g_strdup_printf ("%s %016" G_GINT64_MODIFIER "x", rule,
                            ard_clone_class (corpus, finding->clone_class)->identity);

  g_autofree char *text = words ? ard_finding_words (finding, corpus) : g_strdup ("");

  if (finding->other == ARD_NONE || finding->cycle != ARD_NONE)
    return g_strconcat (rule, " ", text, NULL);
  return base_other == ARD_NONE ? NULL : g_strdup_printf ("%s %s %u", rule, text, base_other);
}

/* The finding's key in a pass, files counted as those of the base; NULL when the pass does not concern it. */
static char *
make_key (const ArdLedger *ledger, const ArdFinding *finding, guint32 base_file, guint32 base_other, Pass pass)
{
  gboolean whole = finding->function == ARD_NONE;
  gboolean by_text = !whole || finding->clone_class != ARD_NONE || ard_finding_is_comment (finding, ledger->corpus);
  const char *name = whole ? "" : ard_function (ledger->corpus, finding->function)->facts.name;
  g_autofree char *key = NULL;

  if (pass == PASS_ANYWHERE)
    return by_text ? ard_finding_key (finding, ledger->corpus) : NULL;
  if (base_file == ARD_NONE || (pass == PASS_UNIT && !whole))
    return NULL;
  key = pass != PASS_UNIT && by_text ? ard_finding_key (finding, ledger->corpus)
                                     : whole_key (ledger, finding, base_other, pass != PASS_UNIT);
  if (!key)
    return NULL;
  return pass == PASS_PLACE ? g_strdup_printf ("%u %s\n%s", base_file, key, name)
                            : g_strdup_printf ("%u %s", base_file, key);
}

static void
bind (ArdPairing *pairing, guint32 head, guint32 base)
{
  pairing->of_head[head] = base;
  if (pairing->of_base[base] == ARD_NONE)
    pairing->of_base[base] = head;
}

static void
free_queue (gpointer data)
{
  g_queue_free (data);
}

static void
run_pass (ArdPairing *pairing, const guint32 *heads, const guint32 *bases, Pass pass)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_queue);

  for (guint i = 0; i < pairing->base->findings->len; i++) {
    const ArdFinding *finding = ard_finding (pairing->base, bases[i]);
    char *key = pairing->of_base[bases[i]] == ARD_NONE
                    ? make_key (pairing->base, finding, finding->file, finding->other, pass)
                    : NULL;
    GQueue *queue = key ? g_hash_table_lookup (waiting, key) : NULL;

    if (key && !queue)
      g_hash_table_insert (waiting, g_strdup (key), queue = g_queue_new ());
    if (key)
      g_queue_push_tail (queue, GUINT_TO_POINTER (bases[i]));
    g_free (key);
  }
  for (guint i = 0; i < pairing->head->findings->len; i++) {
    const ArdFinding *finding = ard_finding (pairing->head, heads[i]);
    guint32 other = finding->other == ARD_NONE ? ARD_NONE : pairing->files[finding->other];
    g_autofree char *key = pairing->of_head[heads[i]] == ARD_NONE
                               ? make_key (pairing->head, finding, pairing->files[finding->file], other, pass)
                               : NULL;
    GQueue *queue = key ? g_hash_table_lookup (waiting, key) : NULL;

    if (queue && !g_queue_is_empty (queue))
      bind (pairing, heads[i], GPOINTER_TO_UINT (g_queue_pop_head (queue)));
  }
}

ArdPairing *
ard_pairing_new (const ArdLedger *head, const ArdLedger *base, GHashTable *renames)
{
  ArdPairing *pairing = g_new0 (ArdPairing, 1);
  g_autofree guint32 *heads = sort_findings (head), *bases = sort_findings (base);

  pairing->head = head;
  pairing->base = base;
  pairing->files = g_new (guint32, head->corpus->files->len + 1);
  pairing->of_head = g_new (guint32, head->findings->len + 1);
  pairing->of_base = g_new (guint32, base->findings->len + 1);
  pairing->digests = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  pairing->blobs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  memset (pairing->of_head, 0xff, sizeof (guint32) * head->findings->len);
  memset (pairing->of_base, 0xff, sizeof (guint32) * base->findings->len);

  map_files (pairing, renames);
  count_corpus (pairing, head->corpus, TRUE);
  count_corpus (pairing, base->corpus, FALSE);
  for (Pass pass = 0; pass < N_PASSES; pass++)
    run_pass (pairing, heads, bases, pass);
  ard_pair_alike_functions (pairing, heads, bases);
  ard_pair_alike_copies (pairing, heads, bases);
  ard_pair_cycles (pairing, heads);
  ard_pair_split_files (pairing, heads);
  return pairing;
}

void
ard_pairing_free (ArdPairing *pairing)
{
  g_free (pairing->files);
  g_free (pairing->of_head);
  g_free (pairing->of_base);
  g_hash_table_unref (pairing->digests);
  g_hash_table_unref (pairing->blobs);
  g_free (pairing);
}
