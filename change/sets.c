#include "change/sets.h"

#include <string.h>

/* One file of one set, before they are sorted. */
typedef struct {
  guint32 set, file;
} Pair;

static gboolean
is_counted (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED);
}

/* A renamed file is one file of its two rows. */
static guint32
count_files (const ArdCorpus *corpus, const ArdCommit *commit)
{
  guint32 n = commit->n_changes;

  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 from = ard_change (corpus, commit->first_change + i)->renamed_from;

    if (from != ARD_NONE && ard_change (corpus, from)->status == 'D')
      n--;
  }
  return n;
}

/* The set that a commit belongs to: the number of the first commit of its set. */
static guint32
set_of (GHashTable *days, const ArdCorpus *corpus, guint32 commit)
{
  guint64 day = ard_commit_repair (ard_commit (corpus, commit));
  gpointer known = g_hash_table_lookup (days, &day);

  if (known)
    return GPOINTER_TO_UINT (known) - 1;
  g_hash_table_insert (days, g_memdup2 (&day, sizeof day), GUINT_TO_POINTER (commit + 1));
  return commit;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *left = a, *right = b;

  if (left->set != right->set)
    return left->set < right->set ? -1 : 1;
  return (left->file > right->file) - (left->file < right->file);
}

static void
append_commit (const ArdCorpus *corpus, guint32 commit, guint32 set, GArray *pairs)
{
  const ArdCommit *row = ard_commit (corpus, commit);

  for (guint32 i = 0; i < row->n_changes; i++) {
    Pair pair = { set, ard_change (corpus, row->first_change + i)->file };

    if (pair.file != ARD_NONE && !(ard_file (corpus, pair.file)->flags & ARD_FILE_NOT_JUDGED))
      g_array_append_val (pairs, pair);
  }
}

/* Sorted, each file once a set; sets that are too large left out. */
static GArray *
collect (const ArdCorpus *corpus, const ArdSettings *settings)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint32 *size = g_new0 (guint32, corpus->commits->len + 1);
  guint kept = 0;

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    guint32 set = i;

    if (!is_counted (ard_commit (corpus, i)))
      continue;
    if (settings->coupling_same_day)
      set = set_of (days, corpus, i);
    size[set] += count_files (corpus, ard_commit (corpus, i));
    if (size[set] <= settings->coupling_max_files)
      append_commit (corpus, i, set, pairs);
  }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++) {
    Pair pair = g_array_index (pairs, Pair, i);
    const Pair *last = kept ? &g_array_index (pairs, Pair, kept - 1) : NULL;

    if (size[pair.set] <= settings->coupling_max_files && !(last && last->set == pair.set && last->file == pair.file))
      g_array_index (pairs, Pair, kept++) = pair;
  }
  g_array_set_size (pairs, kept);
  return pairs;
}

/* The mirror: sets by file. */
static void
turn (ArdSets *sets, guint32 n_pairs)
{
  sets->first_set = g_new0 (guint32, sets->n_files + 1);
  sets->sets = g_new (guint32, MAX (n_pairs, 1));
  for (guint32 i = 0; i < n_pairs; i++)
    sets->first_set[sets->files[i] + 1]++;
  for (guint32 i = 0; i < sets->n_files; i++)
    sets->first_set[i + 1] += sets->first_set[i];

  g_autofree guint32 *next = g_memdup2 (sets->first_set, (sets->n_files + 1) * sizeof *next);

  for (guint32 set = 0; set < sets->n; set++)
    for (guint32 i = sets->first_file[set]; i < sets->first_file[set + 1]; i++)
      sets->sets[next[sets->files[i]]++] = set;
}

ArdSets *
ard_sets_new (const ArdCorpus *corpus, const ArdSettings *settings)
{
  g_autoptr (GArray) pairs = collect (corpus, settings);
  ArdSets *sets = g_new0 (ArdSets, 1);

  sets->n_files = corpus->files->len;
  sets->files = g_new (guint32, MAX (pairs->len, 1));
  sets->first_file = g_new0 (guint32, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++) {
    if (i == 0 || g_array_index (pairs, Pair, i).set != g_array_index (pairs, Pair, i - 1).set)
      sets->first_file[sets->n++] = i;
    sets->files[i] = g_array_index (pairs, Pair, i).file;
  }
  sets->first_file[sets->n] = pairs->len;
  turn (sets, pairs->len);
  return sets;
}

void
ard_sets_free (ArdSets *sets)
{
  g_free (sets->first_file);
  g_free (sets->files);
  g_free (sets->first_set);
  g_free (sets->sets);
  g_free (sets);
}
