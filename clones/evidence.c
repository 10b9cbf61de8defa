#include "clones/evidence.h"

#include <math.h>

/*
 * Bits of evidence that a copy needs, for every bit of the code's size: two places
 * of n units that are alike by chance must be rarer than the n * n pairs of places.
 */
#define BITS_FACTOR 2.0
/* What a name or string adds that stands in both copies, or a name that stands for the same other as before, in
 * sixteenths of a bit. */
#define NAME_BITS 40
/* Different statements that a copy has at least, or tokens of a single one. */
#define LEAST_SHAPES 2
#define LONG_STATEMENT 30
/* Statements of one shape that face each other but whose names stand for others elsewhere: at most this part of those
 * that match. */
#define CONTRADICTED 0.15

void
ard_evidence_init (ArdEvidence *evidence, const ArdUnitTable *table)
{
  *evidence = (ArdEvidence){ .table = table,
                             .shapes = g_hash_table_new (g_direct_hash, g_direct_equal),
                             .names = g_hash_table_new (g_direct_hash, g_direct_equal) };
}

void
ard_evidence_clear (ArdEvidence *evidence)
{
  g_hash_table_unref (evidence->shapes);
  g_hash_table_unref (evidence->names);
}

typedef struct {
  guint32 tokens; /* that match */
  guint32 unique; /* of these, what is no repetition inside the copy: a list of calls, of cases, of fields is */
  guint shapes;   /* different statements */
  double bits;
} Evidence;

/* What two matching units tell, and a key that repetitions of them inside the copy share. */
static double
weigh (const ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b, guint64 *key)
{
  const ArdToken *left = &evidence->table->tokens[a->first], *right = &evidence->table->tokens[b->first];
  double most = MAX (a->text_bits, a->shape_bits), bits = a->shape_bits;

  *key = a->text;
  if (a->text == b->text)
    return a->text_bits;
  *key = a->shape;
  for (guint i = 0; i < a->n; i++) {
    gboolean name = left[i].kind == ARD_TOKEN_NAME, equal = left[i].text == right[i].text;

    if (name && equal)
      *key = ard_clones_mix (*key, left[i].text);
    if ((equal && (name || left[i].kind == ARD_TOKEN_STRING)) ||
        (name &&
         g_hash_table_lookup (evidence->names, GUINT_TO_POINTER (left[i].text)) == GUINT_TO_POINTER (right[i].text)))
      bits += NAME_BITS;
  }
  return MIN (bits, most);
}

static void
learn_names (ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b)
{
  const ArdToken *left = &evidence->table->tokens[a->first], *right = &evidence->table->tokens[b->first];

  for (guint i = 0; i < a->n && a->text != b->text; i++)
    if (left[i].kind == ARD_TOKEN_NAME && left[i].text != right[i].text)
      g_hash_table_insert (evidence->names, GUINT_TO_POINTER (left[i].text), GUINT_TO_POINTER (right[i].text));
}

static Evidence
gather (ArdEvidence *evidence, const ArdRun *runs, guint n_runs)
{
  const ArdUnitTable *table = evidence->table;
  Evidence found = { 0 };

  g_hash_table_remove_all (evidence->shapes);
  g_hash_table_remove_all (evidence->names);
  for (guint i = 0; i < n_runs; i++)
    for (guint32 j = 0; j < runs[i].n; j++) {
      const ArdUnit *a = ard_unit (table, runs[i].a + j), *b = ard_unit (table, runs[i].b + j);
      guint64 key;
      double bits = weigh (evidence, a, b, &key) / ARD_UNIT_BIT;

      found.tokens += a->n;
      if (!g_hash_table_add (evidence->shapes, GSIZE_TO_POINTER (key)))
        continue;
      learn_names (evidence, a, b);
      found.unique += a->n;
      found.shapes++;
      found.bits += bits;
    }
  return found;
}

gboolean
ard_evidence_suffices (ArdEvidence *evidence, const ArdRun *runs, guint n_runs)
{
  Evidence found = gather (evidence, runs, n_runs);

  return (found.shapes >= LEAST_SHAPES || found.unique >= LONG_STATEMENT) &&
         found.bits * found.unique / found.tokens >=
             BITS_FACTOR * log2 (evidence->table->units->len + ARD_UNITS_ELSEWHERE);
}

/* Tokens of units in [a, a_end) that face one of their shape in [b, b_end), counted from the front or from the back. */
static guint32
count_facing (const ArdUnitTable *table, guint32 a, guint32 a_end, guint32 b, guint32 b_end, gboolean from_back)
{
  guint32 n = MIN (a_end - a, b_end - b), sum = 0;

  for (guint32 i = 0; i < n; i++) {
    const ArdUnit *left = ard_unit (table, from_back ? a_end - 1 - i : a + i);
    const ArdUnit *right = ard_unit (table, from_back ? b_end - 1 - i : b + i);

    sum += left->shape == right->shape && left->text != right->text ? left->n : 0;
  }
  return sum;
}

/* What faces its like beside the runs was not taken because a name would stand for two: no renaming does that. */
gboolean
ard_evidence_contradicts (const ArdEvidence *evidence, const ArdMatch *match, const ArdRun *runs, guint n_runs,
                          guint32 matched)
{
  const ArdUnitTable *table = evidence->table;
  const ArdRun *last = &runs[n_runs - 1];
  guint32 sum = count_facing (table, match->a_first, runs->a, match->b_first, runs->b, TRUE) +
                count_facing (table, last->a + last->n, match->a_last + 1, last->b + last->n, match->b_last + 1, FALSE);

  for (guint i = 0; i + 1 < n_runs; i++)
    sum += count_facing (table, runs[i].a + runs[i].n, runs[i + 1].a, runs[i].b + runs[i].n, runs[i + 1].b, FALSE);
  return sum > matched * CONTRADICTED;
}
