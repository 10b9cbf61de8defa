#include "knowledge/parts.h"

/* Bounds: people of one file, by commits in the window; people of one commit; pairs that are kept. */
#define MOST_OF_FILE 8
#define MOST_OF_COMMIT 16
#define MOST_NEEDS 200

/* Below, a pair is chance: commits of each in the files of the coupling, couplings, and commits of a lone coupling. */
#define LEAST_COMMITS 3
#define LEAST_COUPLINGS 2
#define LEAST_TOGETHER 10

/* What an active person did in one file within the window. */
typedef struct {
  guint32 author, commits;
} Work;

typedef struct {
  ArdNeed need;
  double largest; /* what the strongest coupling adds */
  double own;     /* what the last one adds, both ways */
  guint32 last;   /* coupling */
} Pair;

typedef struct {
  ArdCorpus *corpus;
  GHashTable *works; /* file + 1 to GArray of Work, at most MOST_OF_FILE, most commits first */
  GHashTable *pairs; /* guint64 of both authors to Pair */
} Needs;

static int
compare_works (gconstpointer a, gconstpointer b)
{
  const Work *left = a, *right = b;

  if (left->commits != right->commits)
    return left->commits > right->commits ? -1 : 1;
  return left->author < right->author ? -1 : left->author > right->author;
}

static void
count_commit (const ArdCorpus *corpus, const ArdCommit *commit, GHashTable *counts)
{
  for (guint32 i = 0; i < commit->n_people; i++) {
    gpointer key = GUINT_TO_POINTER (ard_people (corpus, commit)[i] + 1);

    if (ard_person (corpus, ard_people (corpus, commit)[i])->active)
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
  }
}

static GArray *
list_works (const ArdCorpus *corpus, const ArdFile *file)
{
  GArray *works = g_array_new (FALSE, FALSE, sizeof (Work));
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 previous = ARD_NONE;
  GHashTableIter iter;
  gpointer key, value;

  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 index = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i))->commit;
    const ArdCommit *commit = ard_commit (corpus, index);

    if (index != previous && (commit->flags & ARD_COMMIT_IN_WINDOW) && ard_commit_teaches (commit))
      count_commit (corpus, commit, counts);
    previous = index;
  }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    Work work = { GPOINTER_TO_UINT (key) - 1, GPOINTER_TO_UINT (value) };

    g_array_append_val (works, work);
  }
  g_array_sort (works, compare_works);
  g_array_set_size (works, MIN (works->len, MOST_OF_FILE));
  return works;
}

static const GArray *
find_works (Needs *needs, guint32 file)
{
  GArray *works = g_hash_table_lookup (needs->works, GUINT_TO_POINTER (file + 1));

  if (!works) {
    works = list_works (needs->corpus, ard_file (needs->corpus, file));
    g_hash_table_insert (needs->works, GUINT_TO_POINTER (file + 1), works);
  }
  return works;
}

static Pair *
find_pair (Needs *needs, guint32 one, guint32 other)
{
  guint64 key = (guint64) MIN (one, other) << 32 | MAX (one, other);

  return g_hash_table_lookup (needs->pairs, &key);
}

static Pair *
make_pair (Needs *needs, guint32 one, guint32 other)
{
  Pair *pair = find_pair (needs, one, other);
  guint64 key = (guint64) MIN (one, other) << 32 | MAX (one, other);

  if (!pair) {
    pair = g_new0 (Pair, 1);
    pair->need.one = MIN (one, other);
    pair->need.other = MAX (one, other);
    pair->need.strongest = pair->last = ARD_NONE;
    g_hash_table_insert (needs->pairs, g_memdup2 (&key, sizeof key), pair);
  }
  return pair;
}

static void
add (Needs *needs, guint32 coupling, const Work *left, const Work *right)
{
  gboolean few = MIN (left->commits, right->commits) < LEAST_COMMITS;
  Pair *pair = few || left->author == right->author ? NULL : make_pair (needs, left->author, right->author);
  double need = (double) left->commits * right->commits * ard_coupling (needs->corpus, coupling)->together;

  if (!pair)
    return;
  if (pair->last != coupling) {
    pair->need.couplings++;
    pair->last = coupling;
    pair->own = 0;
  }
  pair->need.need += need;
  pair->own += need;
  if (pair->own > pair->largest) {
    pair->largest = pair->own;
    pair->need.strongest = coupling;
  }
}

static void
read_coupling (Needs *needs, guint32 index)
{
  const ArdCoupling *coupling = ard_coupling (needs->corpus, index);

  if (!ard_file_is_code (ard_file (needs->corpus, coupling->one)) ||
      !ard_file_is_code (ard_file (needs->corpus, coupling->other)))
    return;

  const GArray *one = find_works (needs, coupling->one), *other = find_works (needs, coupling->other);

  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      add (needs, index, &g_array_index (one, Work, i), &g_array_index (other, Work, j));
}

static void
count_shared (Needs *needs)
{
  const ArdCorpus *corpus = needs->corpus;

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);
    guint32 n = commit->flags & ARD_COMMIT_IN_WINDOW ? MIN (commit->n_people, MOST_OF_COMMIT) : 0;

    for (guint32 j = 0; j < n; j++)
      for (guint32 k = j + 1; k < n; k++) {
        Pair *pair = find_pair (needs, ard_people (corpus, commit)[j], ard_people (corpus, commit)[k]);

        if (pair)
          pair->need.shared++;
      }
  }
}

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const ArdNeed *left = a, *right = b;

  if (left->need != right->need)
    return left->need > right->need ? -1 : 1;
  if (left->one != right->one)
    return left->one < right->one ? -1 : 1;
  return left->other < right->other ? -1 : left->other > right->other;
}

static gboolean
is_chance (const ArdCorpus *corpus, const ArdNeed *need)
{
  return need->couplings < LEAST_COUPLINGS && ard_coupling (corpus, need->strongest)->together < LEAST_TOGETHER;
}

static void
keep (Needs *needs)
{
  ArdCorpus *corpus = needs->corpus;
  GHashTableIter iter;
  gpointer value;

  g_array_set_size (corpus->needs, 0);
  g_hash_table_iter_init (&iter, needs->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!is_chance (corpus, &((Pair *) value)->need))
      g_array_append_val (corpus->needs, ((Pair *) value)->need);
  g_array_sort (corpus->needs, compare_needs);
  if (corpus->needs->len > MOST_NEEDS) {
    ard_notes_add (corpus->notes, NULL, "pairs of people whose files change together: the first %u of %u kept",
                   MOST_NEEDS, corpus->needs->len);
    g_array_set_size (corpus->needs, MOST_NEEDS);
  }
  for (guint i = corpus->needs->len; i > 0; i--)
    ard_need (corpus, i - 1)->need /= ard_need (corpus, 0)->need;
}

void
ard_needs_find (ArdCorpus *corpus)
{
  g_autoptr (GHashTable) works = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Needs needs = { corpus, works, pairs };

  for (guint32 i = 0; i < corpus->couplings->len; i++)
    read_coupling (&needs, i);
  count_shared (&needs);
  keep (&needs);
}
