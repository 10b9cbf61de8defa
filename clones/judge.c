#include "clones/judge.h"

#include <math.h>

#include "clones/twins.h"

/*
 * Bits of evidence that a copy needs, for every bit of the code's size: two places
 * of n units that are alike by chance must be rarer than the n * n pairs of places.
 */
#define BITS_FACTOR 2.0
/* From this share on several functions are one copy. */
#define WHOLE 0.9
/* Ends that are taken off an alignment that has too many gaps. */
#define MOST_TRIMS 32
/* How much smaller the second of two copies may be. */
#define SMALLER 0.6
/* What a token that does not match takes off the worth of one that does. */
#define GAP_COST 0.3
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
ard_judge_init (ArdJudge *judge, const ArdCorpus *corpus, const ArdUnitTable *table, const ArdSettings *settings)
{
  *judge = (ArdJudge){ .corpus = corpus,
                       .table = table,
                       .settings = settings,
                       .cuts = g_array_new (FALSE, FALSE, sizeof (guint32)),
                       .piece = g_array_new (FALSE, FALSE, sizeof (ArdRun)),
                       .shapes = g_hash_table_new (g_direct_hash, g_direct_equal),
                       .names = g_hash_table_new (g_direct_hash, g_direct_equal) };
}

void
ard_judge_clear (ArdJudge *judge)
{
  g_array_unref (judge->cuts);
  g_array_unref (judge->piece);
  g_hash_table_unref (judge->shapes);
  g_hash_table_unref (judge->names);
}

static guint32
line_of (const ArdUnitTable *table, guint32 unit)
{
  return table->tokens[ard_unit (table, unit)->first].line;
}

/* The first unit in [first, last + 1] that begins at a line or later. */
static guint32
find_unit (const ArdUnitTable *table, guint32 first, guint32 last, guint32 line)
{
  guint32 low = first, high = last + 1;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (line_of (table, middle) < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The unit of a that stands for a unit of b: the first that matches it or one behind. */
static guint32
translate (const ArdRun *runs, guint n_runs, guint32 b)
{
  for (guint i = 0; i < n_runs; i++)
    if (b < runs[i].b + runs[i].n)
      return runs[i].a + (b > runs[i].b ? b - runs[i].b : 0);
  return runs[n_runs - 1].a + runs[n_runs - 1].n;
}

static void
add_cut (ArdJudge *judge, const ArdRun *runs, guint n_runs, gboolean of_b, guint32 unit)
{
  guint32 cut = of_b ? translate (runs, n_runs, unit) : unit;

  g_array_append_val (judge->cuts, cut);
}

/* A function inside another and too small to be a copy of its own: a callback, a deferred call. */
static gboolean
is_minor (const ArdJudge *judge, const ArdFunction *function, guint32 outer_end)
{
  return function->end_line <= outer_end &&
         function->end_line - function->start_line + 1 < judge->settings->clones_min_lines;
}

/*
 * Cuts by the functions of one side; of_b: the side is b. Functions that it holds as a whole are copies of their own
 * unless nearly all is alike.
 */
static void
find_cuts (ArdJudge *judge, const ArdRun *runs, guint n_runs, gboolean of_b, gboolean alike)
{
  const ArdRun *end = &runs[n_runs - 1];
  guint32 first = of_b ? runs->b : runs->a, last = (of_b ? end->b : end->a) + end->n - 1;
  guint32 start_line = line_of (judge->table, first), whole_end = 0;
  guint32 end_line = judge->table->tokens[ard_region_end (judge->table, first, last) - 1].line;
  const ArdFile *file = ard_file (judge->corpus, ard_unit (judge->table, first)->file);
  guint32 outer_end = 0;

  for (guint32 i = file->first_function; i < file->first_function + file->n_functions; i++) {
    const ArdFunction *function = &ard_function (judge->corpus, i)->facts;
    gboolean starts = function->start_line > start_line, ends = function->end_line < end_line;
    gboolean whole = !alike && function->start_line >= start_line && function->end_line <= end_line &&
                     function->start_line > whole_end && !is_minor (judge, function, outer_end);

    if (function->start_line > end_line)
      break;
    if (ends && function->end_line >= start_line && (whole || function->start_line < start_line))
      add_cut (judge, runs, n_runs, of_b, find_unit (judge->table, first, last, function->end_line + 1));
    if (starts && (whole || function->end_line > end_line))
      add_cut (judge, runs, n_runs, of_b, find_unit (judge->table, first, last, function->start_line));
    if (whole)
      whole_end = function->end_line;
    outer_end = MAX (outer_end, function->end_line);
  }
}

static guint32
sum_tokens (const ArdUnitTable *table, guint32 first, guint32 end)
{
  guint32 sum = 0;

  for (guint32 i = first; i < end; i++)
    sum += ard_unit (table, i)->n;
  return sum;
}

typedef struct {
  guint32 tokens; /* that match */
  guint32 unique; /* of these, what is no repetition inside the copy: a list of calls, of cases, of fields is */
  guint shapes;   /* different statements */
  double bits;
} Evidence;

/* What two matching units tell, and a key that repetitions of them inside the copy share. */
static double
weigh (const ArdJudge *judge, const ArdUnit *a, const ArdUnit *b, guint64 *key)
{
  const ArdToken *left = &judge->table->tokens[a->first], *right = &judge->table->tokens[b->first];
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
         g_hash_table_lookup (judge->names, GUINT_TO_POINTER (left[i].text)) == GUINT_TO_POINTER (right[i].text)))
      bits += NAME_BITS;
  }
  return MIN (bits, most);
}

static void
learn_names (ArdJudge *judge, const ArdUnit *a, const ArdUnit *b)
{
  const ArdToken *left = &judge->table->tokens[a->first], *right = &judge->table->tokens[b->first];

  for (guint i = 0; i < a->n && a->text != b->text; i++)
    if (left[i].kind == ARD_TOKEN_NAME && left[i].text != right[i].text)
      g_hash_table_insert (judge->names, GUINT_TO_POINTER (left[i].text), GUINT_TO_POINTER (right[i].text));
}

static Evidence
gather (ArdJudge *judge, const ArdRun *runs, guint n_runs)
{
  const ArdUnitTable *table = judge->table;
  Evidence found = { 0 };

  g_hash_table_remove_all (judge->shapes);
  g_hash_table_remove_all (judge->names);
  for (guint i = 0; i < n_runs; i++)
    for (guint32 j = 0; j < runs[i].n; j++) {
      const ArdUnit *a = ard_unit (table, runs[i].a + j), *b = ard_unit (table, runs[i].b + j);
      guint64 key;
      double bits = weigh (judge, a, b, &key) / ARD_UNIT_BIT;

      found.tokens += a->n;
      if (!g_hash_table_add (judge->shapes, GSIZE_TO_POINTER (key)))
        continue;
      learn_names (judge, a, b);
      found.unique += a->n;
      found.shapes++;
      found.bits += bits;
    }
  return found;
}

static guint32
count_matched (const ArdJudge *judge, const ArdRun *runs, guint n_runs)
{
  guint32 matched = 0;

  for (guint i = 0; i < n_runs; i++)
    matched += sum_tokens (judge->table, runs[i].a, runs[i].a + runs[i].n);
  return matched;
}

/* The tokens of the longer side. */
static guint32
count_all (const ArdJudge *judge, const ArdMatch *match)
{
  return MAX (sum_tokens (judge->table, match->a_first, match->a_last + 1),
              sum_tokens (judge->table, match->b_first, match->b_last + 1));
}

static ArdMatch
span (const ArdRun *runs, guint n_runs)
{
  const ArdRun *last = &runs[n_runs - 1];

  return (ArdMatch){
    .a_first = runs->a, .a_last = last->a + last->n - 1, .b_first = runs->b, .b_last = last->b + last->n - 1
  };
}

static gboolean
is_alike (const ArdJudge *judge, const ArdRun *runs, guint n_runs, double share)
{
  ArdMatch match = span (runs, n_runs);

  return count_matched (judge, runs, n_runs) >= count_all (judge, &match) * share;
}

/* One copy is as large as asked, the other not far from it. */
static gboolean
is_large (const ArdJudge *judge, const ArdMatch *match)
{
  ArdRegion a = ard_region_read (judge->table, match->a_first, match->a_last);
  ArdRegion b = ard_region_read (judge->table, match->b_first, match->b_last);

  return (ard_region_is_large (&a, judge->settings, 1) && ard_region_is_large (&b, judge->settings, SMALLER)) ||
         (ard_region_is_large (&b, judge->settings, 1) && ard_region_is_large (&a, judge->settings, SMALLER));
}

static gboolean
is_telling (ArdJudge *judge, const ArdRun *runs, guint n_runs)
{
  Evidence found = gather (judge, runs, n_runs);

  return (found.shapes >= LEAST_SHAPES || found.unique >= LONG_STATEMENT) &&
         found.bits * found.unique / found.tokens >=
             BITS_FACTOR * log2 (judge->table->units->len + ARD_UNITS_ELSEWHERE);
}

/* The innermost function around a span that is not much larger: its units replace those of the span. */
static void
widen_side (const ArdJudge *judge, guint32 *first, guint32 *last)
{
  const ArdUnitTable *table = judge->table;
  guint32 file = ard_unit (table, *first)->file, start = table->starts[file], end = table->starts[file + 1] - 1;
  ArdRegion region = ard_region_read (table, *first, *last);
  guint32 index = ard_region_function (judge->corpus, file, &region);

  if (index == ARD_NONE)
    return;

  const ArdFunction *function = &ard_function (judge->corpus, index)->facts;

  *first = MIN (*first, find_unit (table, start, *first, function->start_line));
  *last = MAX (*last, find_unit (table, *last, end, function->end_line + 1) - 1);
}

/* Where two functions are alike as a whole the copies are the functions, what differs at their ends included. */
static void
widen (const ArdJudge *judge, ArdMatch *match, guint32 matched)
{
  ArdMatch wide = *match;

  widen_side (judge, &wide.a_first, &wide.a_last);
  widen_side (judge, &wide.b_first, &wide.b_last);
  if (ard_unit (judge->table, wide.a_first)->file == ard_unit (judge->table, wide.b_first)->file &&
      wide.b_first <= wide.a_last)
    return;
  if (matched >= count_all (judge, &wide) * judge->settings->clones_similarity / 100)
    *match = wide;
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
static gboolean
is_contradicted (const ArdJudge *judge, const ArdMatch *match, const ArdRun *runs, guint n_runs, guint32 matched)
{
  const ArdUnitTable *table = judge->table;
  const ArdRun *last = &runs[n_runs - 1];
  guint32 sum = count_facing (table, match->a_first, runs->a, match->b_first, runs->b, TRUE) +
                count_facing (table, last->a + last->n, match->a_last + 1, last->b + last->n, match->b_last + 1, FALSE);

  for (guint i = 0; i + 1 < n_runs; i++)
    sum += count_facing (table, runs[i].a + runs[i].n, runs[i + 1].a, runs[i].b + runs[i].n, runs[i + 1].b, FALSE);
  return sum > matched * CONTRADICTED;
}

static void
keep_piece (ArdJudge *judge, ArdMatches *out)
{
  const ArdRun *runs = (const ArdRun *) (gconstpointer) judge->piece->data;
  guint n_runs = judge->piece->len;

  for (guint trims = 0; !is_alike (judge, runs, n_runs, judge->settings->clones_similarity / 100); trims++) {
    if (n_runs == 1 || trims == MOST_TRIMS)
      return;
    if (runs->n < runs[n_runs - 1].n)
      runs++;
    n_runs--;
  }

  ArdMatch match = span (runs, n_runs);
  guint32 matched = count_matched (judge, runs, n_runs), all;

  widen (judge, &match, matched);
  if (is_contradicted (judge, &match, runs, n_runs, matched) || !is_telling (judge, runs, n_runs) ||
      !is_large (judge, &match))
    return;
  all = count_all (judge, &match);
  match.first_run = out->runs->len;
  match.n_runs = n_runs;
  match.worth = matched - (guint32) ((all - matched) * GAP_COST);
  g_array_append_vals (out->runs, runs, n_runs);
  g_array_append_val (out->matches, match);
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* The runs within [start, end) of a. */
static void
take_piece (ArdJudge *judge, const ArdRun *runs, guint n_runs, guint32 start, guint32 end)
{
  g_array_set_size (judge->piece, 0);
  for (guint i = 0; i < n_runs; i++) {
    guint32 first = MAX (runs[i].a, start), stop = MIN (runs[i].a + runs[i].n, end);
    ArdRun part = { first, runs[i].b + (first - runs[i].a), stop - first };

    if (first < stop)
      g_array_append_val (judge->piece, part);
  }
}

/* Keep what lies between the cuts. */
static void
keep_pieces (ArdJudge *judge, const ArdRun *runs, guint n_runs, ArdMatches *out)
{
  guint32 start = runs->a, end = runs[n_runs - 1].a + runs[n_runs - 1].n;

  g_array_append_val (judge->cuts, end);
  g_array_sort (judge->cuts, compare_cuts);
  for (guint i = 0; i < judge->cuts->len; i++) {
    guint32 cut = g_array_index (judge->cuts, guint32, i);

    take_piece (judge, runs, n_runs, start, cut);
    if (judge->piece->len)
      keep_piece (judge, out);
    start = MAX (start, cut);
  }
}

void
ard_judge_keep (ArdJudge *judge, const ArdRun *runs, guint n_runs, ArdMatches *out)
{
  gboolean alike = is_alike (judge, runs, n_runs, WHOLE);

  g_array_set_size (judge->cuts, 0);
  find_cuts (judge, runs, n_runs, FALSE, alike);
  find_cuts (judge, runs, n_runs, TRUE, alike);
  keep_pieces (judge, runs, n_runs, out);
}
