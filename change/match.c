#include "change/match.h"

#include "model/facts.h"

/* Functions of one name on each side that are compared by their lines. */
#define MOST_NAMESAKES 64
#define FEWEST_MOVED_LINES 3

/* Two functions and the unchanged lines that both have. */
typedef struct {
  guint32 before, after, lines;
} Shared;

typedef struct {
  const ArdVersion *versions[2]; /* before, after */
  const GArray *hunks;
  guint32 *pairs[2]; /* of each function, in the other version */
  guint32 *owners[2];
  guint32 *own_lines[2];
  GArray *shared; /* of Shared, most lines first; NULL: lines are not known */
} Match;

static const ArdVersionFunction *
function_of (const ArdVersion *version, guint32 i)
{
  return &g_array_index (version->functions, ArdVersionFunction, i);
}

void
ard_version_own (const ArdVersion *version, guint32 *owners)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 next = 0;

  for (guint32 line = 1; line <= version->lines; line++) {
    for (; next < version->functions->len && function_of (version, next)->start_line <= line; next++)
      g_array_append_val (open, next);
    while (open->len > 0 && function_of (version, g_array_index (open, guint32, open->len - 1))->end_line < line)
      g_array_set_size (open, open->len - 1);
    owners[line - 1] = open->len > 0 ? g_array_index (open, guint32, open->len - 1) : ARD_NONE;
  }
}

static gboolean
is_free (const Match *match, guint side, guint32 i)
{
  return match->pairs[side][i] == ARD_NONE;
}

static void
join (Match *match, guint32 before, guint32 after)
{
  match->pairs[0][before] = after;
  match->pairs[1][after] = before;
}

static int
compare_shared (gconstpointer a, gconstpointer b)
{
  const Shared *left = a, *right = b;

  if (left->lines != right->lines)
    return left->lines > right->lines ? -1 : 1;
  if (left->before != right->before)
    return left->before < right->before ? -1 : 1;
  return left->after < right->after ? -1 : left->after > right->after;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Shared *left = a, *right = b;

  if (left->before != right->before)
    return left->before < right->before ? -1 : 1;
  return left->after < right->after ? -1 : left->after > right->after;
}

/* One row for the lines of an unchanged run that lie in the same two functions. */
static void
add_run (const Match *match, guint32 old, guint32 new, guint32 n)
{
  for (guint32 i = 0; i < n; i++) {
    Shared row = { match->owners[0][old + i], match->owners[1][new + i], 1 };
    Shared *last = match->shared->len ? &g_array_index (match->shared, Shared, match->shared->len - 1) : NULL;

    if (row.before == ARD_NONE || row.after == ARD_NONE || !is_free (match, 0, row.before) ||
        !is_free (match, 1, row.after))
      continue;
    if (last && last->before == row.before && last->after == row.after)
      last->lines++;
    else
      g_array_append_val (match->shared, row);
  }
}

static void
sum_shared (GArray *shared)
{
  guint kept = 0;

  g_array_sort (shared, compare_places);
  for (guint i = 0; i < shared->len; i++) {
    Shared *row = &g_array_index (shared, Shared, i), *last = &g_array_index (shared, Shared, kept ? kept - 1 : 0);

    if (kept && compare_places (last, row) == 0)
      last->lines += row->lines;
    else
      g_array_index (shared, Shared, kept++) = *row;
  }
  g_array_set_size (shared, kept);
  g_array_sort (shared, compare_shared);
}

/* Rows of the functions that are still free. */
static void
share_lines (Match *match)
{
  guint32 old = 0, new = 0, lines = match->versions[0]->lines, new_lines = match->versions[1]->lines;

  g_array_set_size (match->shared, 0);
  for (guint i = 0; i <= match->hunks->len; i++) {
    const ArdHunk *hunk = i < match->hunks->len ? &g_array_index (match->hunks, ArdHunk, i) : NULL;
    guint32 end = hunk ? MIN (hunk->old_from, lines) : lines;

    if (end > old && new < new_lines)
      add_run (match, old, new, MIN (end - old, new_lines - new));
    if (hunk) {
      old = hunk->old_from + hunk->old_n;
      new = hunk->new_from + hunk->new_n;
    }
  }
  sum_shared (match->shared);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdVersion *version = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  guint64 left_name = function_of (version, left)->name, right_name = function_of (version, right)->name;

  if (left_name != right_name)
    return left_name < right_name ? -1 : 1;
  return left < right ? -1 : left > right;
}

static guint32 *
order_by_name (const ArdVersion *version)
{
  guint32 n = version->functions->len;
  guint32 *order = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_names, (gpointer) version);
  return order;
}

/* Functions [start, start + n) of an order that share a name. */
typedef struct {
  const guint32 *order;
  guint32 n;
} Group;

static void
pair_equal_code (Match *match, const Group *left, const Group *right)
{
  for (guint32 i = 0; i < left->n; i++)
    for (guint32 j = 0; j < right->n && is_free (match, 0, left->order[i]); j++)
      if (is_free (match, 1, right->order[j]) && function_of (match->versions[0], left->order[i])->digest ==
                                                     function_of (match->versions[1], right->order[j])->digest)
        join (match, left->order[i], right->order[j]);
}

static void
pair_in_order (Match *match, const Group *left, const Group *right)
{
  guint32 j = 0;

  for (guint32 i = 0; i < left->n; i++) {
    if (!is_free (match, 0, left->order[i]))
      continue;
    while (j < right->n && !is_free (match, 1, right->order[j]))
      j++;
    if (j < right->n)
      join (match, left->order[i], right->order[j]);
  }
}

typedef void (*PairGroup) (Match *match, const Group *left, const Group *right);

static Group
take_group (const ArdVersion *version, const guint32 *order, guint32 start)
{
  guint32 end = start + 1;

  while (end < version->functions->len &&
         function_of (version, order[end])->name == function_of (version, order[start])->name)
    end++;
  return (Group){ order + start, end - start };
}

static void
for_each_name (Match *match, guint32 *const orders[2], PairGroup pair)
{
  guint32 i = 0, j = 0;

  while (i < match->versions[0]->functions->len && j < match->versions[1]->functions->len) {
    Group left = take_group (match->versions[0], orders[0], i), right = take_group (match->versions[1], orders[1], j);
    guint64 left_name = function_of (match->versions[0], *left.order)->name;
    guint64 right_name = function_of (match->versions[1], *right.order)->name;

    if (left_name == right_name && left_name != 0)
      pair (match, &left, &right);
    if (left_name <= right_name)
      i += left.n;
    if (right_name <= left_name)
      j += right.n;
  }
}

static void
pair_same (Match *match, const Group *left, const Group *right)
{
  if (left->n <= MOST_NAMESAKES && right->n <= MOST_NAMESAKES)
    pair_equal_code (match, left, right);
}

/* named: functions of one name that share half of the smaller; else those that share half of the larger. */
static void
pair_shared (Match *match, gboolean named)
{
  for (guint i = 0; i < match->shared->len; i++) {
    const Shared *row = &g_array_index (match->shared, Shared, i);
    guint64 name = function_of (match->versions[0], row->before)->name;
    guint32 left = match->own_lines[0][row->before], right = match->own_lines[1][row->after];

    if (!is_free (match, 0, row->before) || !is_free (match, 1, row->after) ||
        2 * row->lines < (named ? MIN (left, right) : MAX (left, right)))
      continue;
    if (!named || (name != 0 && name == function_of (match->versions[1], row->after)->name))
      join (match, row->before, row->after);
  }
}

/* 1 + the only free function with this digest, 0 for none, G_MAXUINT32 for several. */
static GHashTable *
index_code (const Match *match, guint side)
{
  GHashTable *codes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint32 i = 0; i < match->versions[side]->functions->len; i++) {
    const ArdVersionFunction *function = function_of (match->versions[side], i);

    if (!is_free (match, side, i) || function->end_line - function->start_line + 1 < FEWEST_MOVED_LINES)
      continue;
    g_hash_table_insert (codes, (gpointer) &function->digest,
                         GUINT_TO_POINTER (g_hash_table_contains (codes, &function->digest) ? G_MAXUINT32 : i + 1));
  }
  return codes;
}

static void
pair_moved (Match *match)
{
  g_autoptr (GHashTable) before = index_code (match, 0), after = index_code (match, 1);
  GHashTableIter iter;
  gpointer digest, left;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &digest, &left)) {
    guint32 i = GPOINTER_TO_UINT (left), j = GPOINTER_TO_UINT (g_hash_table_lookup (after, digest));

    if (i != G_MAXUINT32 && j != 0 && j != G_MAXUINT32)
      join (match, i - 1, j - 1);
  }
}

/* Free nameless functions inside [from, from + n), lines from 0. */
static void
list_nameless (const Match *match, guint side, guint32 from, guint32 n, guint32 *next, GArray *found)
{
  const ArdVersion *version = match->versions[side];

  g_array_set_size (found, 0);
  while (*next < version->functions->len && function_of (version, *next)->start_line <= from)
    (*next)++;
  for (; *next < version->functions->len && function_of (version, *next)->start_line <= from + n; (*next)++)
    if (is_free (match, side, *next) && function_of (version, *next)->name == 0 &&
        function_of (version, *next)->end_line <= from + n)
      g_array_append_val (found, *next);
}

static void
pair_nameless (Match *match)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 next[2] = { 0, 0 };

  for (guint i = 0; i < match->hunks->len; i++) {
    const ArdHunk *hunk = &g_array_index (match->hunks, ArdHunk, i);

    list_nameless (match, 0, hunk->old_from, hunk->old_n, &next[0], left);
    list_nameless (match, 1, hunk->new_from, hunk->new_n, &next[1], right);
    for (guint j = 0; left->len == right->len && j < left->len; j++)
      join (match, g_array_index (left, guint32, j), g_array_index (right, guint32, j));
  }
}

static void
count_own (Match *match, guint side)
{
  const ArdVersion *version = match->versions[side];

  match->owners[side] = g_new (guint32, MAX (version->lines, 1));
  match->own_lines[side] = g_new0 (guint32, MAX (version->functions->len, 1));
  ard_version_own (version, match->owners[side]);
  for (guint32 i = 0; i < version->lines; i++)
    if (match->owners[side][i] != ARD_NONE)
      match->own_lines[side][match->owners[side][i]]++;
}

static gboolean
any_free (const Match *match, guint side)
{
  for (guint32 i = 0; i < match->versions[side]->functions->len; i++)
    if (is_free (match, side, i))
      return TRUE;
  return FALSE;
}

static void
pair_by_lines (Match *match, guint32 *const orders[2])
{
  count_own (match, 0);
  count_own (match, 1);
  match->shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  share_lines (match);
  pair_shared (match, TRUE);
  pair_shared (match, FALSE);
  for_each_name (match, orders, pair_in_order);
  pair_moved (match);
  pair_nameless (match);
  g_array_unref (match->shared);
  for (guint side = 0; side < 2; side++) {
    g_free (match->owners[side]);
    g_free (match->own_lines[side]);
  }
}

void
ard_match_functions (const ArdVersion *before, const ArdVersion *after, const GArray *hunks, guint32 *pairs)
{
  g_autofree guint32 *back = g_new (guint32, MAX (after->functions->len, 1));
  g_autofree guint32 *left = order_by_name (before), *right = order_by_name (after);
  guint32 *const orders[2] = { left, right };
  Match match = { .versions = { before, after }, .hunks = hunks, .pairs = { pairs, back } };

  for (guint32 i = 0; i < before->functions->len; i++)
    pairs[i] = ARD_NONE;
  for (guint32 i = 0; i < after->functions->len; i++)
    back[i] = ARD_NONE;
  for_each_name (&match, orders, pair_same);
  if (!any_free (&match, 0) || !any_free (&match, 1))
    return;
  if (hunks) {
    pair_by_lines (&match, orders);
    return;
  }
  for_each_name (&match, orders, pair_in_order);
  pair_moved (&match);
}
