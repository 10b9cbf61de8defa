#include <string.h>
#include <sys/stat.h>

#include "model/corpus.h"
#include "repository/handle.h"

#define MAX_PAIRS 40000              /* comparisons for likeness in one commit */
#define MAX_BYTES (64 * 1024 * 1024) /* read for likeness in one commit */
#define MAX_EQUAL 200                /* sources of the same contents looked at for one target */

typedef struct {
  GArray *pairs;
  double similarity;
  ArdOpenSide open;
  gpointer data;
  guint8 *continued;             /* one a pair: 0 not asked, 1 no, 2 yes */
  guint8 *taken;                 /* one a pair: its old side already has a heir */
  GHashTable *sources, *targets; /* by id: GArray of indexes */
  gboolean cut;
} Search;

typedef struct {
  guint index;
  gsize size;
  ArdShape *shape; /* NULL: not readable, or too large */
} Candidate;

typedef struct {
  guint from, to;
  double likeness;
  gboolean same_name;
} Match;

static ArdPair *
at (const Search *search, guint i)
{
  return &g_array_index (search->pairs, ArdPair, i);
}

static const char *
base_name (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash ? slash + 1 : path;
}

static gboolean
same_name (const ArdPair *left, const ArdPair *right)
{
  return strcmp (base_name (left->path), base_name (right->path)) == 0;
}

static gboolean
is_empty (const ArdOid *oid)
{
  static const guchar empty_blob[GIT_OID_RAWSZ] = { 0xe6, 0x9d, 0xe2, 0x9b, 0xb2, 0xd1, 0xd6, 0x43, 0x4b, 0x8b,
                                                    0x29, 0xae, 0x77, 0x5a, 0xd8, 0xc2, 0xe4, 0x8c, 0x53, 0x91 };

  return memcmp (oid->bytes, empty_blob, GIT_OID_RAWSZ) == 0;
}

static gboolean
is_changed (const ArdPair *pair)
{
  return !ard_oid_equal (&pair->old_id, &pair->new_id);
}

static gboolean
is_source (const ArdPair *pair)
{
  return pair->old_mode && pair->old_mode != GIT_FILEMODE_COMMIT && !is_empty (&pair->old_id) &&
         !ard_oid_is_zero (&pair->old_id) && is_changed (pair);
}

static gboolean
is_target (const ArdPair *pair)
{
  return pair->new_mode && pair->new_mode != GIT_FILEMODE_COMMIT && !is_empty (&pair->new_id) &&
         !ard_oid_is_zero (&pair->new_id) && is_changed (pair);
}

static gboolean
open_shape (Search *search, guint index, gboolean new_side, gsize *budget, Candidate *candidate)
{
  g_auto (ArdSide) side = { 0 };

  *candidate = (Candidate){ .index = index };
  if (!search->open (index, new_side, &side, search->data))
    return FALSE;
  candidate->size = side.size;
  if (side.withheld || side.size > *budget) {
    search->cut = TRUE;
    return FALSE;
  }
  *budget -= side.size;
  candidate->shape = ard_shape_new (side.data, side.size);
  return TRUE;
}

static void
clear_candidate (gpointer data)
{
  g_clear_pointer (&((Candidate *) data)->shape, g_array_unref);
}

static gboolean
ask_continued (Search *search, guint index)
{
  Candidate old = { 0 }, new = { 0 };
  gsize budget = 2 * ARD_MAX_LIKENESS_BYTES;
  const ArdPair *pair = at (search, index);
  gboolean continued = (pair->old_mode & S_IFMT) == (pair->new_mode & S_IFMT);

  if (continued && open_shape (search, index, FALSE, &budget, &old) && open_shape (search, index, TRUE, &budget, &new))
    continued = ard_shape_likeness (old.shape, old.size, new.shape, new.size) >= search->similarity;
  clear_candidate (&old);
  clear_candidate (&new);
  return continued;
}

/* Whether a changed file is still itself: then a file with its old contents is a copy. */
static gboolean
is_continued (Search *search, guint index)
{
  if (search->continued[index] == 0)
    search->continued[index] = ask_continued (search, index) ? 2 : 1;
  return search->continued[index] == 2;
}

/* Table from the id of one side to GArray of the indexes that have it. */
static GHashTable *
index_ids (const Search *search, gboolean new_side)
{
  GHashTable *table = g_hash_table_new_full (ard_oid_hash, ard_oid_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < search->pairs->len; i++) {
    ArdPair *pair = at (search, i);
    ArdOid *oid = new_side ? &pair->new_id : &pair->old_id;
    GArray *list = g_hash_table_lookup (table, oid);

    if (!(new_side ? is_target (pair) : is_source (pair)))
      continue;
    if (list == NULL) {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, oid, list);
    }
    g_array_append_val (list, i);
  }
  return table;
}

/* Whether the old contents left this name: it is gone, or what stands there came from elsewhere. */
static gboolean
is_left (Search *search, guint index)
{
  const ArdPair *pair = at (search, index);

  return pair->new_mode == 0 || is_empty (&pair->new_id) || g_hash_table_contains (search->sources, &pair->new_id) ||
         !is_continued (search, index);
}

/* Whether a name can take over another file's history: it is new, or its own contents moved on. */
static gboolean
is_open (Search *search, guint index)
{
  const ArdPair *pair = at (search, index);

  return pair->old_mode == 0 || is_empty (&pair->old_id) || g_hash_table_contains (search->targets, &pair->old_id) ||
         !is_continued (search, index);
}

/* Link a target to the best source of its contents: deleted before replaced, same name first, then path order. */
static void
match_id (Search *search, guint to, gboolean need_same_name)
{
  GArray *list = g_hash_table_lookup (search->sources, &at (search, to)->new_id);
  guint best = ARD_NONE;
  int best_rank = -1;

  for (guint i = 0; list && i < MIN (list->len, MAX_EQUAL); i++) {
    guint from = g_array_index (list, guint, i);
    const ArdPair *source = at (search, from), *target = at (search, to);
    gboolean named = same_name (source, target);
    int rank = 2 * (source->new_mode == 0) + named;

    if (from == to || (need_same_name && !named) || rank <= best_rank ||
        (source->old_mode & S_IFMT) != (target->new_mode & S_IFMT) || !is_left (search, from))
      continue;
    best = i;
    best_rank = rank;
  }
  if (best == ARD_NONE || !is_open (search, to))
    return;
  at (search, to)->renamed_from = g_array_index (list, guint, best);
  search->taken[g_array_index (list, guint, best)] = TRUE;
  g_array_remove_index (list, best);
}

static void
match_ids (Search *search)
{
  search->sources = index_ids (search, FALSE);
  search->targets = index_ids (search, TRUE);
  for (guint pass = 0; pass < 2; pass++)
    for (guint to = 0; to < search->pairs->len; to++)
      if (at (search, to)->renamed_from == ARD_NONE && is_target (at (search, to)))
        match_id (search, to, pass == 0);
  g_hash_table_unref (search->sources);
  g_hash_table_unref (search->targets);
}

/* Regular files without a partner: removed ones, or added ones. */
static GArray *
list_candidates (const Search *search, gboolean added)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (list, clear_candidate);
  for (guint i = 0; i < search->pairs->len; i++) {
    const ArdPair *pair = at (search, i);
    gboolean fits =
        added ? pair->old_mode == 0 && S_ISREG (pair->new_mode) && is_target (pair) && pair->renamed_from == ARD_NONE
              : pair->new_mode == 0 && S_ISREG (pair->old_mode) && is_source (pair) && !search->taken[i];

    if (fits)
      g_array_append_val (list, ((Candidate){ .index = i }));
  }
  return list;
}

/* Keep the candidates whose file name the other side has too. */
static void
keep_known_names (const Search *search, GArray *list, GArray *others)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint kept = 0;

  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (names, (gpointer) base_name (at (search, g_array_index (others, Candidate, i).index)->path));
  for (guint i = 0; i < list->len; i++) {
    Candidate candidate = g_array_index (list, Candidate, i);

    if (g_hash_table_contains (names, base_name (at (search, candidate.index)->path)))
      g_array_index (list, Candidate, kept++) = candidate;
  }
  g_array_set_size (list, kept);
}

static void
open_candidates (Search *search, GArray *list, gboolean new_side, gsize *budget)
{
  for (guint i = 0; i < list->len; i++) {
    Candidate *candidate = &g_array_index (list, Candidate, i);

    open_shape (search, candidate->index, new_side, budget, candidate);
  }
}

static int
compare_matches (gconstpointer left, gconstpointer right)
{
  const Match *a = left, *b = right;

  if (a->likeness != b->likeness)
    return a->likeness < b->likeness ? 1 : -1;
  if (a->same_name != b->same_name)
    return b->same_name - a->same_name;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return a->to < b->to ? -1 : a->to > b->to;
}

static gboolean
compare_candidates (const Search *search, const Candidate *from, const Candidate *to, Match *match)
{
  double smaller = (double) MIN (from->size, to->size), larger = (double) MAX (from->size, to->size);

  if (from->shape == NULL || to->shape == NULL || smaller * 100 < larger * search->similarity)
    return FALSE;
  match->from = from->index;
  match->to = to->index;
  match->likeness = ard_shape_likeness (from->shape, from->size, to->shape, to->size);
  match->same_name = same_name (at (search, from->index), at (search, to->index));
  return match->likeness >= search->similarity;
}

/* Candidates by file name, "" when names do not matter: GArray of positions in list. */
static GHashTable *
index_names (const Search *search, const GArray *list, gboolean by_name)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < list->len; i++) {
    const char *name = by_name ? base_name (at (search, g_array_index (list, Candidate, i).index)->path) : "";
    GArray *positions = g_hash_table_lookup (names, name);

    if (positions == NULL) {
      positions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (names, (gpointer) name, positions);
    }
    g_array_append_val (positions, i);
  }
  return names;
}

static GArray *
list_matches (Search *search, GArray *removed, GArray *added, gboolean by_name)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GHashTable) names = index_names (search, added, by_name);
  guint compared = 0;

  for (guint i = 0; i < removed->len; i++) {
    const Candidate *from = &g_array_index (removed, Candidate, i);
    GArray *positions = g_hash_table_lookup (names, by_name ? base_name (at (search, from->index)->path) : "");

    for (guint j = 0; positions && j < positions->len; j++) {
      Match match;

      if (compared++ >= MAX_PAIRS) {
        search->cut = TRUE;
        return matches;
      }
      if (compare_candidates (search, from, &g_array_index (added, Candidate, g_array_index (positions, guint, j)),
                              &match))
        g_array_append_val (matches, match);
    }
  }
  return matches;
}

static void
match_likeness (Search *search)
{
  g_autoptr (GArray) removed = list_candidates (search, FALSE);
  g_autoptr (GArray) added = list_candidates (search, TRUE);
  gsize budget = MAX_BYTES;
  gboolean many = (guint64) removed->len * added->len > MAX_PAIRS;

  if (many) {
    search->cut = TRUE;
    keep_known_names (search, removed, added);
    keep_known_names (search, added, removed);
  }
  if (removed->len == 0 || added->len == 0 || removed->len > MAX_PAIRS || added->len > MAX_PAIRS)
    return;
  open_candidates (search, removed, FALSE, &budget);
  open_candidates (search, added, TRUE, &budget);

  g_autoptr (GArray) matches = list_matches (search, removed, added, many);

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++) {
    const Match *match = &g_array_index (matches, Match, i);

    if (search->taken[match->from] || at (search, match->to)->renamed_from != ARD_NONE)
      continue;
    at (search, match->to)->renamed_from = match->from;
    search->taken[match->from] = TRUE;
  }
}

gboolean
ard_pairs_rename (GArray *pairs, double similarity, ArdOpenSide open, gpointer data)
{
  Search search = { .pairs = pairs, .similarity = similarity, .open = open, .data = data };

  if (pairs->len < 2)
    return FALSE;

  g_autofree guint8 *taken = g_new0 (guint8, pairs->len);
  g_autofree guint8 *continued = g_new0 (guint8, pairs->len);

  search.taken = taken;
  search.continued = continued;
  match_ids (&search);
  match_likeness (&search);
  return search.cut;
}
