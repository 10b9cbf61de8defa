#include "clones/evidence.h"

#include <math.h>

/*
 * Bits of evidence that a copy needs, for every bit of the code's size: two places
 * of n units that are alike by chance must be rarer than the n * n pairs of places.
 */
#define BITS_FACTOR 2.0
/* The same of a copy without a gap: nothing was chosen to make it match. */
#define WHOLE_FACTOR 1.7
/* What a name or string adds that stands in both copies, or a name that stands for the same other as before, in
 * sixteenths of a bit. */
#define NAME_BITS 40
/* What a number adds that stands in both copies. */
#define NUMBER_BITS 16
/* A repetition that tells so many bits by its place and its names is none. */
#define TELLING_BITS 4.0
/* How much the part of repetitions in a copy without a gap counts. */
#define WHOLE_REPEATED 0.6
/* Different statements that a copy has at least, or tokens of a single one. */
#define LEAST_SHAPES 2
#define LONG_STATEMENT 30
/* Statements of one shape that face each other but whose names stand for others elsewhere: at most this part of those
 * that match. */
#define CONTRADICTED 0.1

/* A statement of the piece. */
typedef struct {
  guint32 unit;       /* of a */
  guint32 first_back; /* of its tokens, in backs */
} Met;

void
ard_evidence_init (ArdEvidence *evidence, const ArdUnitTable *table)
{
  *evidence = (ArdEvidence){ .table = table,
                             .size = log2 (table->units->len + ARD_UNITS_ELSEWHERE),
                             .shapes = ard_numbers_new (),
                             .names = ard_numbers_new (),
                             .order = ard_numbers_new (),
                             .others = ard_numbers_new (),
                             .met = g_array_new (FALSE, FALSE, sizeof (Met)),
                             .backs = g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

void
ard_evidence_clear (ArdEvidence *evidence)
{
  ard_numbers_free (evidence->shapes);
  ard_numbers_free (evidence->names);
  ard_numbers_free (evidence->order);
  ard_numbers_free (evidence->others);
  g_array_unref (evidence->met);
  g_array_unref (evidence->backs);
}

static void
empty (ArdEvidence *evidence)
{
  ard_numbers_clear (evidence->shapes);
  ard_numbers_clear (evidence->names);
  ard_numbers_clear (evidence->order);
  g_array_set_size (evidence->met, 0);
  g_array_set_size (evidence->backs, 0);
}

typedef struct {
  guint32 tokens; /* that match */
  double unique;  /* of these, what is no repetition inside the copy: a list of calls, of cases, of fields is */
  guint shapes;   /* different statements */
  double bits;
} Evidence;

/* A name is kept with what it stands for and with the number of the statement that had it last. */
static guint64
pack_use (guint32 other, guint32 number)
{
  return (guint64) number << 32 | other;
}

/* How many statements ago name was used last; 0: not yet, or for another. */
static guint32
count_back (const ArdEvidence *evidence, guint32 name, guint32 other)
{
  guint64 use = ard_numbers_get (evidence->names, name);

  return use && (guint32) use == other ? evidence->met->len + 1 - (guint32) (use >> 32) : 0;
}

/* What two matching units tell, and a key that repetitions of them inside the copy share. */
static double
weigh (const ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b, const guint32 *backs, guint64 *key)
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
    if ((equal && (name || left[i].kind == ARD_TOKEN_STRING)) || backs[i])
      bits += NAME_BITS;
  }
  return MIN (bits, most);
}

/* What a literal tells that stands in both copies, and not in the model. */
static double
weigh_literal (const ArdToken *left, const ArdToken *right, const ArdToken *model)
{
  if (left->text != right->text || left->text == model->text)
    return 0;
  return left->kind == ARD_TOKEN_STRING ? NAME_BITS : left->kind == ARD_TOKEN_NUMBER ? NUMBER_BITS : 0;
}

/* What a repetition tells by names that were used before, elsewhere than those of its model, and by literals. */
static double
weigh_repetition (const ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b, const guint32 *backs, const Met *met)
{
  const ArdToken *tokens = evidence->table->tokens, *left = &tokens[a->first], *right = &tokens[b->first];
  const ArdUnit *model = ard_unit (evidence->table, met->unit);
  const guint32 *model_backs = &g_array_index (evidence->backs, guint32, met->first_back);
  double bits = 0;

  for (guint i = 0; i < MIN (a->n, model->n); i++) {
    const ArdToken *other = &tokens[model->first + i];

    if (left[i].kind != ARD_TOKEN_NAME)
      bits += weigh_literal (&left[i], &right[i], other);
    else if (backs[i] && left[i].text != other->text && backs[i] != model_backs[i])
      bits += NAME_BITS;
  }
  return MIN (bits, MAX (a->text_bits, a->shape_bits));
}

/* What a statement tells by standing behind another, from how often it did and what else did. */
static double
weigh_order (ArdEvidence *evidence, guint64 last, guint64 shape)
{
  guint64 *uses = ard_numbers_at (evidence->order, last);
  guint64 n = (*uses)++;
  guint64 *steps = ard_numbers_at (evidence->order, ard_clones_mix (ard_clones_mix (last, 1), shape));
  guint64 same = (*steps)++;

  return ARD_UNIT_BIT * (same ? log2 ((double) n / (double) same) : log2 (ard_numbers_size (evidence->shapes) + 1));
}

static void
read_backs (ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b)
{
  const ArdToken *left = &evidence->table->tokens[a->first], *right = &evidence->table->tokens[b->first];
  guint start = evidence->backs->len;

  g_array_set_size (evidence->backs, start + a->n);
  for (guint i = 0; i < a->n; i++)
    g_array_index (evidence->backs, guint32, start + i) =
        left[i].kind == ARD_TOKEN_NAME ? count_back (evidence, left[i].text, right[i].text) : 0;
}

static void
learn_names (ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b)
{
  const ArdToken *left = &evidence->table->tokens[a->first], *right = &evidence->table->tokens[b->first];

  for (guint i = 0; i < a->n; i++)
    if (left[i].kind == ARD_TOKEN_NAME)
      *ard_numbers_at (evidence->names, left[i].text) = pack_use (right[i].text, evidence->met->len);
}

/* order: what its place tells, in sixteenths of a bit. */
static void
add_pair (ArdEvidence *evidence, guint32 a_index, guint32 b_index, double order, Evidence *found)
{
  const ArdUnit *a = ard_unit (evidence->table, a_index), *b = ard_unit (evidence->table, b_index);
  Met met = { a_index, evidence->backs->len };
  guint64 key;

  read_backs (evidence, a, b);

  const guint32 *backs = &g_array_index (evidence->backs, guint32, met.first_back);
  double bits = weigh (evidence, a, b, backs, &key) / ARD_UNIT_BIT;
  guint64 *last = ard_numbers_at (evidence->shapes, key);
  guint model = (guint) *last;

  if (model)
    bits = (weigh_repetition (evidence, a, b, backs, &g_array_index (evidence->met, Met, model - 1)) +
            MIN (order, a->shape_bits)) /
           ARD_UNIT_BIT;
  found->tokens += a->n;
  found->unique += model ? MIN (1, bits / TELLING_BITS) * a->n : a->n;
  found->shapes += !model;
  found->bits += bits;
  g_array_append_val (evidence->met, met);
  *last = evidence->met->len;
  learn_names (evidence, a, b);
}

static guint64
most_bits (const ArdUnitTable *table, guint32 first, guint32 end)
{
  return table->bits_before[end] - table->bits_before[first];
}

static guint64
most_of_runs (const ArdUnitTable *table, const ArdRun *runs, guint n_runs)
{
  guint64 most = 0;

  for (guint i = 0; i < n_runs; i++)
    most += most_bits (table, runs[i].a, runs[i].a + runs[i].n);
  return most;
}

gboolean
ard_evidence_may_suffice (const ArdEvidence *evidence, const ArdRun *runs, guint n_runs)
{
  return (double) most_of_runs (evidence->table, runs, n_runs) / ARD_UNIT_BIT >= evidence->size * WHOLE_FACTOR;
}

/* tokens: of the whole piece. What is found later adds and takes nothing away. */
static gboolean
is_enough (const Evidence *found, guint32 tokens, gboolean whole, double needed)
{
  double part;

  if (found->bits < needed || (found->shapes < LEAST_SHAPES && found->unique < LONG_STATEMENT))
    return FALSE;
  part = found->unique / tokens;
  return found->bits * (whole ? pow (part, WHOLE_REPEATED) : part) >= needed;
}

/* In a list that lost or gained rows what matches was chosen: its order tells nothing, and it must tell more. */
gboolean
ard_evidence_suffices (ArdEvidence *evidence, const ArdRun *runs, guint n_runs)
{
  const ArdUnitTable *table = evidence->table;
  gboolean whole = n_runs == 1;
  double needed = evidence->size * (whole ? WHOLE_FACTOR : BITS_FACTOR);
  guint64 left = most_of_runs (table, runs, n_runs);
  Evidence found = { 0 };
  guint32 tokens = 0;

  for (guint i = 0; i < n_runs; i++)
    tokens += ard_units_tokens (table, runs[i].a, runs[i].a + runs[i].n);
  empty (evidence);
  for (guint i = 0; i < n_runs; i++)
    for (guint32 j = 0; j < runs[i].n; j++) {
      const ArdUnit *a = ard_unit (table, runs[i].a + j);
      double order = whole && j ? weigh_order (evidence, a[-1].shape, a->shape) : 0;

      add_pair (evidence, runs[i].a + j, runs[i].b + j, order, &found);
      left -= most_bits (table, runs[i].a + j, runs[i].a + j + 1);
      if (is_enough (&found, tokens, whole, needed))
        return TRUE;
      if (found.bits + (double) left / ARD_UNIT_BIT < needed)
        return FALSE;
    }
  return FALSE;
}

/* Whether a name of two units of one shape stands for another where the pieces match. */
static gboolean
disagree (const ArdEvidence *evidence, const ArdUnit *a, const ArdUnit *b)
{
  const ArdToken *left = &evidence->table->tokens[a->first], *right = &evidence->table->tokens[b->first];

  for (guint i = 0; i < a->n; i++) {
    guint32 use = (guint32) ard_numbers_get (evidence->names, left[i].text);
    guint32 other = (guint32) ard_numbers_get (evidence->others, right[i].text);

    if (left[i].kind == ARD_TOKEN_NAME && ((use && use != right[i].text) || (other && other != left[i].text)))
      return TRUE;
  }
  return FALSE;
}

/* What each name of either side stands for on the other, the last time it does. */
static void
read_names (ArdEvidence *evidence, const ArdRun *runs, guint n_runs)
{
  ard_numbers_clear (evidence->names);
  ard_numbers_clear (evidence->others);
  for (guint i = 0; i < n_runs; i++)
    for (guint32 j = 0; j < runs[i].n; j++) {
      const ArdUnit *a = ard_unit (evidence->table, runs[i].a + j), *b = ard_unit (evidence->table, runs[i].b + j);
      const ArdToken *left = &evidence->table->tokens[a->first], *right = &evidence->table->tokens[b->first];

      for (guint k = 0; k < a->n; k++)
        if (left[k].kind == ARD_TOKEN_NAME) {
          *ard_numbers_at (evidence->names, left[k].text) = right[k].text;
          *ard_numbers_at (evidence->others, right[k].text) = left[k].text;
        }
    }
}

/* Runs that match, and the spans between and around them. */
typedef struct {
  ArdEvidence *evidence;
  const ArdRun *runs;
  guint n_runs;
  gboolean read; /* their names */
} Facing;

/* Tokens of units in [a, a_end) that face one of their shape, but not of their names, in [b, b_end), counted from the
 * front or from the back. */
static guint32
count_facing (Facing *facing, guint32 a, guint32 a_end, guint32 b, guint32 b_end, gboolean from_back)
{
  const ArdUnitTable *table = facing->evidence->table;
  guint32 n = MIN (a_end - a, b_end - b), sum = 0;

  for (guint32 i = 0; i < n; i++) {
    const ArdUnit *left = ard_unit (table, from_back ? a_end - 1 - i : a + i);
    const ArdUnit *right = ard_unit (table, from_back ? b_end - 1 - i : b + i);

    if (left->shape != right->shape || left->text == right->text)
      continue;
    if (!facing->read)
      read_names (facing->evidence, facing->runs, facing->n_runs);
    facing->read = TRUE;
    if (disagree (facing->evidence, left, right))
      sum += left->n;
  }
  return sum;
}

gboolean
ard_evidence_contradicts (ArdEvidence *evidence, const ArdMatch *match, const ArdRun *runs, guint n_runs,
                          guint32 matched)
{
  const ArdRun *last = &runs[n_runs - 1];
  guint32 a_end = last->a + last->n, b_end = last->b + last->n, sum;
  Facing facing = { evidence, runs, n_runs, FALSE };

  sum = count_facing (&facing, match->a_first, runs->a, match->b_first, runs->b, TRUE) +
        count_facing (&facing, a_end, match->a_last + 1, b_end, match->b_last + 1, FALSE);
  for (guint i = 0; i + 1 < n_runs; i++)
    sum += count_facing (&facing, runs[i].a + runs[i].n, runs[i + 1].a, runs[i].b + runs[i].n, runs[i + 1].b, FALSE);
  return sum > matched * CONTRADICTED;
}
