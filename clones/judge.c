#include "clones/judge.h"

#include "clones/twins.h"

/* From this share on several functions are one copy. */
#define WHOLE 0.9
/* Ends that are taken off an alignment that has too many gaps. */
#define MOST_TRIMS 32
/* How much smaller the second of two copies may be. */
#define SMALLER 0.6
/* What a token that does not match takes off the worth of one that does. */
#define GAP_COST 0.3

void
ard_judge_init (ArdJudge *judge, const ArdCorpus *corpus, const ArdUnitTable *table, const ArdSettings *settings)
{
  *judge = (ArdJudge){ .corpus = corpus,
                       .table = table,
                       .settings = settings,
                       .cuts = g_array_new (FALSE, FALSE, sizeof (guint32)),
                       .piece = g_array_new (FALSE, FALSE, sizeof (ArdRun)),
                       .seen = ard_numbers_new () };
  ard_evidence_init (&judge->evidence, table);
}

void
ard_judge_clear (ArdJudge *judge)
{
  g_array_unref (judge->cuts);
  g_array_unref (judge->piece);
  ard_numbers_free (judge->seen);
  ard_evidence_clear (&judge->evidence);
}

void
ard_judge_begin (ArdJudge *judge)
{
  ard_numbers_clear (judge->seen);
}

static gboolean
is_new (ArdJudge *judge, const ArdRun *runs, guint n_runs)
{
  guint64 key = n_runs, *seen;

  for (guint i = 0; i < n_runs; i++)
    key = ard_clones_mix (ard_clones_mix (key, (guint64) runs[i].a << 32 | runs[i].b), runs[i].n);
  seen = ard_numbers_at (judge->seen, key);
  return (*seen)++ == 0;
}

static guint32
line_of (const ArdUnitTable *table, guint32 unit)
{
  return table->tokens[ard_unit (table, unit)->first].line;
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

/* The last line that no unit behind the span begins on or before: what is exempt there goes with it. */
static guint32
end_line_of (const ArdUnitTable *table, guint32 first, guint32 last)
{
  guint32 file = ard_unit (table, last)->file, line = table->tokens[ard_region_end (table, first, last) - 1].line;

  return last + 1 == table->starts[file + 1] ? G_MAXUINT32 : MAX (line, line_of (table, last + 1) - 1);
}

/* The first function of the file that ends on a line or behind it, or one before that. */
static guint32
find_function (const ArdJudge *judge, const ArdFile *file, guint32 line)
{
  guint32 low = file->first_function, high = file->first_function + file->n_functions;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (judge->table->reaches[middle] < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
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
  guint32 start_line = line_of (judge->table, first), whole_end = 0, end_line = end_line_of (judge->table, first, last);
  const ArdFile *file = ard_file (judge->corpus, ard_unit (judge->table, first)->file);
  guint32 outer_end = 0;

  for (guint32 i = find_function (judge, file, start_line); i < file->first_function + file->n_functions; i++) {
    const ArdFunction *function = &ard_function (judge->corpus, i)->facts;
    gboolean starts = function->start_line > start_line, ends = function->end_line < end_line;
    gboolean whole = !alike && function->start_line >= start_line && function->end_line <= end_line &&
                     function->start_line > whole_end && !is_minor (judge, function, outer_end);

    if (function->start_line > end_line)
      break;
    if (ends && function->end_line >= start_line && (whole || function->start_line < start_line))
      add_cut (judge, runs, n_runs, of_b, CLAMP (judge->table->leaves[i], first, last + 1));
    if (starts && (whole || function->end_line > end_line))
      add_cut (judge, runs, n_runs, of_b, CLAMP (judge->table->begins[i], first, last + 1));
    if (whole)
      whole_end = function->end_line;
    outer_end = MAX (outer_end, function->end_line);
  }
}

static guint32
count_matched (const ArdJudge *judge, const ArdRun *runs, guint n_runs)
{
  guint32 matched = 0;

  for (guint i = 0; i < n_runs; i++)
    matched += ard_units_tokens (judge->table, runs[i].a, runs[i].a + runs[i].n);
  return matched;
}

/* The tokens of the longer side. */
static guint32
count_all (const ArdJudge *judge, const ArdMatch *match)
{
  return MAX (ard_units_tokens (judge->table, match->a_first, match->a_last + 1),
              ard_units_tokens (judge->table, match->b_first, match->b_last + 1));
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

/* Whether the statements suffice, without what stands between them. */
static gboolean
is_surely_large (const ArdJudge *judge, guint32 first, guint32 last)
{
  const ArdUnitTable *table = judge->table;

  return ard_units_tokens (table, first, last + 1) >= judge->settings->clones_min_tokens &&
         table->lines_before[last] - table->lines_before[first] + 1 >= judge->settings->clones_min_lines;
}

/* One copy is as large as asked, the other not far from it. */
static gboolean
is_large (const ArdJudge *judge, const ArdMatch *match)
{
  if (is_surely_large (judge, match->a_first, match->a_last) && is_surely_large (judge, match->b_first, match->b_last))
    return TRUE;

  guint32 tokens = judge->settings->clones_min_tokens, lines = judge->settings->clones_min_lines;
  ArdRegion a = ard_region_measure (judge->table, match->a_first, match->a_last, tokens, lines);
  ArdRegion b = ard_region_measure (judge->table, match->b_first, match->b_last, tokens, lines);

  return (ard_region_is_large (&a, judge->settings, 1) && ard_region_is_large (&b, judge->settings, SMALLER)) ||
         (ard_region_is_large (&b, judge->settings, 1) && ard_region_is_large (&a, judge->settings, SMALLER));
}

/*
 * Let the units of the innermost function around a span replace it. Returns FALSE where the function has more than most
 * tokens: then the span stays.
 */
static gboolean
widen_side (const ArdJudge *judge, guint32 *first, guint32 *last, guint32 most)
{
  const ArdUnitTable *table = judge->table;
  guint32 file = ard_unit (table, *first)->file, start = *first, end = *last;
  guint32 sum = ard_units_tokens (table, start, end + 1);
  ArdRegion region = { .start_line = line_of (table, start),
                       .end_line = table->tokens[ard_region_end (table, start, end) - 1].line };
  guint32 index = ard_region_function (judge->corpus, table, file, &region);

  if (index == ARD_NONE)
    return TRUE;

  const ArdFunction *function = &ard_function (judge->corpus, index)->facts;

  for (; start > table->starts[file] && sum <= most && line_of (table, start - 1) >= function->start_line; start--)
    sum += ard_unit (table, start - 1)->n;
  for (; end + 1 < table->starts[file + 1] && sum <= most && line_of (table, end + 1) <= function->end_line; end++)
    sum += ard_unit (table, end + 1)->n;
  if (sum > most)
    return FALSE;
  *first = start;
  *last = end;
  return TRUE;
}

/* Where two functions are alike as a whole the copies are the functions, what differs at their ends included. */
static void
widen (const ArdJudge *judge, ArdMatch *match, guint32 matched)
{
  guint32 most = (guint32) (matched * 100 / judge->settings->clones_similarity);
  ArdMatch wide = *match;

  if (!widen_side (judge, &wide.a_first, &wide.a_last, most) || !widen_side (judge, &wide.b_first, &wide.b_last, most))
    return;
  if (ard_unit (judge->table, wide.a_first)->file != ard_unit (judge->table, wide.b_first)->file ||
      wide.b_first > wide.a_last)
    *match = wide;
}

static gboolean
keep_runs (ArdJudge *judge, const ArdRun *runs, guint n_runs, ArdMatches *out)
{
  ArdMatch match = span (runs, n_runs);
  guint32 matched = count_matched (judge, runs, n_runs), all;

  if (!ard_evidence_may_suffice (&judge->evidence, runs, n_runs))
    return FALSE;
  widen (judge, &match, matched);
  if (!is_large (judge, &match) || !ard_evidence_suffices (&judge->evidence, runs, n_runs) ||
      ard_evidence_contradicts (&judge->evidence, &match, runs, n_runs, matched))
    return FALSE;
  all = count_all (judge, &match);
  match.first_run = out->runs->len;
  match.n_runs = n_runs;
  match.worth = matched - (guint32) ((all - matched) * GAP_COST);
  g_array_append_vals (out->runs, runs, n_runs);
  g_array_append_val (out->matches, match);
  return TRUE;
}

static const ArdRun *
find_longest (const ArdJudge *judge, const ArdRun *runs, guint n_runs)
{
  const ArdRun *longest = runs;

  for (guint i = 1; i < n_runs; i++)
    if (count_matched (judge, &runs[i], 1) > count_matched (judge, longest, 1))
      longest = &runs[i];
  return longest;
}

/* What tells too little with its gaps may tell enough without them. */
static void
keep_piece (ArdJudge *judge, ArdMatches *out)
{
  const ArdRun *runs = (const ArdRun *) (gconstpointer) judge->piece->data;
  guint n_runs = judge->piece->len;

  if (!ard_evidence_may_suffice (&judge->evidence, runs, n_runs) || !is_new (judge, runs, n_runs))
    return;
  for (guint trims = 0; !is_alike (judge, runs, n_runs, judge->settings->clones_similarity / 100); trims++) {
    if (n_runs == 1 || trims == MOST_TRIMS)
      return;
    if (runs->n < runs[n_runs - 1].n)
      runs++;
    n_runs--;
  }
  if (!keep_runs (judge, runs, n_runs, out) && n_runs > 1)
    keep_runs (judge, find_longest (judge, runs, n_runs), 1, out);
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
  for (guint i = 0; i < n_runs && runs[i].a < end; i++) {
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
  if (judge->cuts->len > 1)
    g_array_sort (judge->cuts, compare_cuts);
  for (guint i = 0; i < judge->cuts->len; i++) {
    guint32 cut = g_array_index (judge->cuts, guint32, i);

    if (cut <= start)
      continue;
    for (; runs->a + runs->n <= start; runs++)
      n_runs--;
    take_piece (judge, runs, n_runs, start, cut);
    if (judge->piece->len)
      keep_piece (judge, out);
    start = cut;
  }
}

/* A copy does not reach over a table between two functions: what lies around it is two copies. */
static void
find_walls (ArdJudge *judge, const ArdRun *runs, guint n_runs, gboolean of_b)
{
  const ArdRun *end = &runs[n_runs - 1];
  guint32 first = of_b ? runs->b : runs->a, last = (of_b ? end->b : end->a) + end->n - 1;
  guint32 file = ard_unit (judge->table, first)->file;

  if (judge->table->walls_before[first] == judge->table->walls_before[last])
    return;
  for (guint32 i = first + 1; i <= last; i++) {
    ArdRegion gap = { .start_line = line_of (judge->table, i - 1), .end_line = line_of (judge->table, i) };

    if (ard_unit (judge->table, i)->walled && ard_region_function (judge->corpus, judge->table, file, &gap) == ARD_NONE)
      add_cut (judge, runs, n_runs, of_b, i);
  }
}

void
ard_judge_keep (ArdJudge *judge, const ArdRun *runs, guint n_runs, ArdMatches *out)
{
  if (!ard_evidence_may_suffice (&judge->evidence, runs, n_runs))
    return;

  gboolean alike = is_alike (judge, runs, n_runs, WHOLE);

  g_array_set_size (judge->cuts, 0);
  find_cuts (judge, runs, n_runs, FALSE, alike);
  find_cuts (judge, runs, n_runs, TRUE, alike);
  find_walls (judge, runs, n_runs, FALSE);
  find_walls (judge, runs, n_runs, TRUE);
  keep_pieces (judge, runs, n_runs, out);
}
