#include "scoring/alike.h"

#include <stdlib.h>
#include <string.h>

#include "scoring/parts.h"

/* Share of equal places of two sketches from which two functions are one that was edited. */
#define ALIKE 0.5
/* The same where name or place speaks for it too: an equal name elsewhere, or no name in the same file. */
#define ALIKE_AND_NEAR 0.25
/* The same where the numbers agree too: what is left when every name within was changed. */
#define ALIKE_IN_SHAPE 0.125
/* Functions with fewer paths agree in their numbers by chance. */
#define TELLING_PATHS 12
/* Part of a file's functions, by code lines, that a split must have brought along. */
#define SPLIT_SHARE 0.5
/* Part of the larger copy's tokens that the other must have to be it, edited. */
#define SAME_COPY 0.7
/* More pairs than this within one bucket are not compared. */
#define MOST_PAIRS 4000000

/* Findings of one rule (and of one file) still without their pair. */
typedef struct {
  GArray *heads, *bases; /* of guint32 */
} Bucket;

typedef struct {
  guint32 head, base;
  double likeness;
  gboolean same_name, same_words, same_ordinal;
} Match;

static Bucket *
bucket_new (void)
{
  Bucket *bucket = g_new (Bucket, 1);

  bucket->heads = g_array_new (FALSE, FALSE, sizeof (guint32));
  bucket->bases = g_array_new (FALSE, FALSE, sizeof (guint32));
  return bucket;
}

static void
bucket_free (gpointer data)
{
  Bucket *bucket = data;

  g_array_unref (bucket->heads);
  g_array_unref (bucket->bases);
  g_free (bucket);
}

static Bucket *
find_bucket (GHashTable *buckets, guint32 rule, guint32 file)
{
  gint64 key = ((gint64) rule << 32) | file;
  Bucket *bucket = g_hash_table_lookup (buckets, &key);

  if (!bucket)
    g_hash_table_insert (buckets, g_memdup2 (&key, sizeof key), bucket = bucket_new ());
  return bucket;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *left = a, *right = b;

  if (left->same_name != right->same_name)
    return right->same_name - left->same_name;
  if (left->same_words != right->same_words)
    return right->same_words - left->same_words;
  if (left->likeness != right->likeness)
    return left->likeness < right->likeness ? 1 : -1;
  if (left->same_ordinal != right->same_ordinal)
    return right->same_ordinal - left->same_ordinal;
  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;
  return (left->base > right->base) - (left->base < right->base);
}

/* Whether all numbers that neither names nor layout move are equal, and are many enough to tell. */
static gboolean
have_one_shape (const ArdFunction *left, const ArdFunction *right)
{
  return left->cyclomatic >= TELLING_PATHS && left->cyclomatic == right->cyclomatic &&
         left->cognitive == right->cognitive && left->nesting == right->nesting &&
         left->parameters == right->parameters;
}

static double
least_likeness (const ArdFunction *head, const ArdFunction *base, gboolean same_name, gboolean same_file)
{
  gboolean shape = have_one_shape (head, base);

  if (same_file && (same_name || shape))
    return 0;
  if (shape)
    return same_name ? 0 : ALIKE_IN_SHAPE;
  return same_name || (same_file && !*head->name) ? ALIKE_AND_NEAR : ALIKE;
}

static gboolean
have_same_words (const ArdPairing *pairing, const ArdFinding *head, const ArdFinding *base)
{
  g_autofree char *left = ard_finding_words (head, pairing->head->corpus);
  g_autofree char *right = ard_finding_words (base, pairing->base->corpus);

  return strcmp (left, right) == 0;
}

static void
collect_matches (const ArdPairing *pairing, const Bucket *bucket, gboolean same_file, GArray *matches)
{
  for (guint i = 0; i < bucket->heads->len; i++)
    for (guint j = 0; j < bucket->bases->len; j++) {
      Match match = { .head = g_array_index (bucket->heads, guint32, i),
                      .base = g_array_index (bucket->bases, guint32, j) };
      const ArdFinding *finding = ard_finding (pairing->head, match.head);
      const ArdFinding *old = ard_finding (pairing->base, match.base);
      const ArdCorpusFunction *head = ard_function (pairing->head->corpus, finding->function);
      const ArdCorpusFunction *base = ard_function (pairing->base->corpus, old->function);

      match.likeness = ard_sketch_likeness (head->facts.sketch, base->facts.sketch);
      match.same_name = *head->facts.name && strcmp (head->facts.name, base->facts.name) == 0;
      match.same_ordinal = head->ordinal == base->ordinal;
      if (match.likeness < least_likeness (&head->facts, &base->facts, match.same_name, same_file))
        continue;
      match.same_words = have_same_words (pairing, finding, old);
      g_array_append_val (matches, match);
    }
}

static void
pair_bucket (ArdPairing *pairing, const Bucket *bucket, gboolean same_file)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));

  if ((guint64) bucket->heads->len * bucket->bases->len > MOST_PAIRS) {
    pairing->cut = TRUE;
    return;
  }
  collect_matches (pairing, bucket, same_file, matches);
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++) {
    const Match *match = &g_array_index (matches, Match, i);

    if (pairing->of_head[match->head] == ARD_NONE && pairing->of_base[match->base] == ARD_NONE) {
      pairing->of_head[match->head] = match->base;
      pairing->of_base[match->base] = match->head;
    }
  }
}

static void
pair_functions (ArdPairing *pairing, const guint32 *heads, const guint32 *bases, gboolean same_file)
{
  g_autoptr (GHashTable) buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, bucket_free);
  GHashTableIter iter;
  gpointer bucket;

  for (guint i = 0; i < pairing->head->findings->len; i++) {
    const ArdFinding *finding = ard_finding (pairing->head, heads[i]);
    guint32 was = pairing->files[finding->file];

    if (finding->function != ARD_NONE && pairing->of_head[heads[i]] == ARD_NONE && !(same_file && was == ARD_NONE))
      g_array_append_val (find_bucket (buckets, finding->rule, same_file ? was : ARD_NONE)->heads, heads[i]);
  }
  for (guint i = 0; i < pairing->base->findings->len; i++) {
    const ArdFinding *finding = ard_finding (pairing->base, bases[i]);

    if (finding->function != ARD_NONE && pairing->of_base[bases[i]] == ARD_NONE)
      g_array_append_val (find_bucket (buckets, finding->rule, same_file ? finding->file : ARD_NONE)->bases, bases[i]);
  }
  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    pair_bucket (pairing, bucket, same_file);
}

void
ard_pair_alike_functions (ArdPairing *pairing, const guint32 *heads, const guint32 *bases)
{
  pair_functions (pairing, heads, bases, TRUE);
  pair_functions (pairing, heads, bases, FALSE);
}

static guint32
count_tokens (const ArdLedger *ledger, guint32 index)
{
  const ArdFinding *finding = ard_finding (ledger, index);
  const ArdCloneCopy *copy = finding->function == ARD_NONE ? ard_finding_copy (finding, ledger->corpus) : NULL;

  return copy ? copy->tokens : 0;
}

/* The base finding about a copy of the same file and about as long; ARD_NONE when there is none left. */
static guint32
find_copy (const ArdPairing *pairing, guint32 head, const guint32 *bases)
{
  const ArdFinding *finding = ard_finding (pairing->head, head);
  double tokens = count_tokens (pairing->head, head);

  for (guint i = 0; tokens > 0 && i < pairing->base->findings->len; i++) {
    const ArdFinding *old = ard_finding (pairing->base, bases[i]);

    if (pairing->of_base[bases[i]] != ARD_NONE || old->rule != finding->rule ||
        old->file != pairing->files[finding->file])
      continue;

    double was = count_tokens (pairing->base, bases[i]);

    if (was > 0 && MIN (tokens, was) / MAX (tokens, was) >= SAME_COPY)
      return bases[i];
  }
  return ARD_NONE;
}

void
ard_pair_alike_copies (ArdPairing *pairing, const guint32 *heads, const guint32 *bases)
{
  for (guint i = 0; i < pairing->head->findings->len; i++) {
    guint32 base = pairing->of_head[heads[i]] == ARD_NONE ? find_copy (pairing, heads[i], bases) : ARD_NONE;

    if (base != ARD_NONE) {
      pairing->of_head[heads[i]] = base;
      pairing->of_base[base] = heads[i];
    }
  }
}

/* For each base file, a finding of the rule about a cycle that it was in; ARD_NONE where there is none. */
static void
find_cycles (const ArdLedger *base, guint32 rule, guint32 *members)
{
  for (guint i = 0; i < base->findings->len; i++) {
    const ArdFinding *finding = ard_finding (base, i);
    const ArdCycle *cycle =
        finding->rule == rule && finding->cycle != ARD_NONE ? ard_cycle (base->corpus, finding->cycle) : NULL;

    for (guint32 j = 0; cycle && j < cycle->n_members; j++)
      members[g_array_index (base->corpus->cycle_members, guint32, cycle->first_member + j)] = i;
  }
}

void
ard_pair_cycles (ArdPairing *pairing, const guint32 *heads)
{
  guint n_files = pairing->base->corpus->files->len;
  g_autofree guint32 *members = g_new (guint32, n_files + 1);
  guint32 rule = ARD_NONE;

  for (guint i = 0; i < pairing->head->findings->len; i++) {
    const ArdFinding *finding = ard_finding (pairing->head, heads[i]);
    guint32 was = pairing->files[finding->file];

    if (finding->cycle == ARD_NONE || pairing->of_head[heads[i]] != ARD_NONE || was == ARD_NONE)
      continue;
    if (finding->rule != rule) {
      memset (members, 0xff, sizeof *members * n_files);
      find_cycles (pairing->base, rule = finding->rule, members);
    }
    pairing->of_head[heads[i]] = members[was];
    if (members[was] != ARD_NONE && pairing->of_base[members[was]] == ARD_NONE)
      pairing->of_base[members[was]] = heads[i];
  }
}

/* For each function digest of the base that stands once more or less: its file. */
static GHashTable *
index_base (const ArdCorpus *base)
{
  GHashTable *files = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < base->functions->len; i++)
    if (ard_function (base, i)->facts.digest)
      g_hash_table_insert (files, &ard_function (base, i)->facts.digest,
                           GUINT_TO_POINTER (ard_function (base, i)->file + 1));
  return files;
}

/* Code lines of a head file by the base file that they came from: of guint, one a base file; and their sum. */
static guint
trace_lines (const ArdPairing *pairing, GHashTable *files, guint32 file, guint *lines)
{
  const ArdCorpus *head = pairing->head->corpus;
  guint all = 0;

  for (guint i = 0; i < ard_file (head, file)->n_functions; i++) {
    const ArdFunction *function = &ard_function (head, ard_file (head, file)->first_function + i)->facts;
    const ArdPopulation *row = g_hash_table_lookup (pairing->digests, &function->digest);
    guint was = GPOINTER_TO_UINT (g_hash_table_lookup (files, &function->digest));

    all += function->code_lines;
    if (was && row && row->n_head <= row->n_base)
      lines[was - 1] += function->code_lines;
  }
  return all;
}

static void
pair_part (ArdPairing *pairing, GHashTable *files, guint32 head, const guint32 *bearers)
{
  guint n_files = pairing->base->corpus->files->len;
  g_autofree guint *lines = g_new0 (guint, n_files + 1);
  guint all = trace_lines (pairing, files, ard_finding (pairing->head, head)->file, lines);
  guint traced = 0, best = ARD_NONE;

  for (guint i = 0; i < n_files; i++) {
    if (bearers[i] == ARD_NONE || lines[i] == 0)
      continue;
    traced += lines[i];
    if (best == ARD_NONE || lines[i] > lines[best])
      best = i;
  }
  if (best != ARD_NONE && traced >= SPLIT_SHARE * all) {
    pairing->of_head[head] = bearers[best];
    if (pairing->of_base[bearers[best]] == ARD_NONE)
      pairing->of_base[bearers[best]] = head;
  }
}

void
ard_pair_split_files (ArdPairing *pairing, const guint32 *heads)
{
  g_autoptr (GHashTable) files = index_base (pairing->base->corpus);
  guint n_files = pairing->base->corpus->files->len;
  g_autofree guint32 *bearers = g_new (guint32, n_files + 1);

  for (guint i = 0; i < pairing->head->findings->len; i++) {
    const ArdFinding *finding = ard_finding (pairing->head, heads[i]);

    if (finding->function != ARD_NONE || finding->capture != ARD_NONE || finding->clone_class != ARD_NONE ||
        finding->cycle != ARD_NONE || finding->other != ARD_NONE || pairing->of_head[heads[i]] != ARD_NONE ||
        !ard_rules[finding->rule].gates)
      continue;
    memset (bearers, 0xff, sizeof *bearers * n_files);
    for (guint j = 0; j < pairing->base->findings->len; j++) {
      const ArdFinding *old = ard_finding (pairing->base, j);

      if (old->rule == finding->rule && old->function == ARD_NONE)
        bearers[old->file] = j;
    }
    pair_part (pairing, files, heads[i], bearers);
  }
}
