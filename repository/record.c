#include <sys/stat.h>

#include "model/corpus.h"
#include "repository/handle.h"

typedef struct {
  ArdRepository *repository;
  GArray *pairs;
} Contents;

static gboolean
open_side (guint index, gboolean new_side, ArdSide *side, gpointer data)
{
  Contents *contents = data;
  const ArdPair *pair = &g_array_index (contents->pairs, ArdPair, index);

  return new_side
             ? ard_side_open (contents->repository, pair->new_mode, &pair->new_id, ARD_MAX_LIKENESS_BYTES, side, NULL)
             : ard_side_open (contents->repository, pair->old_mode, &pair->old_id, ARD_MAX_LIKENESS_BYTES, side, NULL);
}

static char
find_status (const ArdPair *pair)
{
  if (pair->old_mode == 0)
    return 'A';
  if (pair->new_mode == 0)
    return 'D';
  return (pair->old_mode & 0170000) == (pair->new_mode & 0170000) ? 'M' : 'T';
}

static gboolean
is_submodule (guint mode)
{
  return mode == 0 || mode == GIT_FILEMODE_COMMIT;
}

static void
hide_submodules (ArdRepository *repository, GArray *pairs)
{
  guint kept = 0;

  for (guint i = 0; i < pairs->len; i++) {
    ArdPair pair = g_array_index (pairs, ArdPair, i);

    if (!is_submodule (pair.old_mode) || !is_submodule (pair.new_mode) ||
        !ard_attributes_hide_submodule (repository, pair.path))
      g_array_index (pairs, ArdPair, kept++) = pair;
  }
  g_array_set_size (pairs, kept);
}

static gboolean
compare_to_parent (ArdRepository *repository, const ArdRawCommit *commit, GArray *pairs, GStringChunk *strings,
                   GError **error)
{
  g_auto (ArdRawCommit) parent = { 0 };
  ArdOid oid;

  if (commit->n_parents == 0)
    return ard_trees_compare (repository, NULL, &commit->tree, pairs, strings, error);
  ard_raw_commit_parent (commit, 0, &oid);
  return ard_raw_commit_read (repository, &oid, &parent, error) &&
         ard_trees_compare (repository, &parent.tree, &commit->tree, pairs, strings, error);
}

gboolean
ard_history_record (ArdRepository *repository, const ArdOid *commit, gboolean counts, double similarity,
                    ArdCommitRecord *record, GError **error)
{
  g_auto (ArdRawCommit) raw = { 0 };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ArdPair));
  Contents contents = { repository, pairs };

  record->counted = counts;
  record->renames_cut = FALSE;
  if (!ard_raw_commit_read (repository, commit, &raw, error))
    return FALSE;
  if (raw.n_parents > 1)
    return TRUE;
  if (!compare_to_parent (repository, &raw, pairs, record->strings, error))
    return FALSE;
  hide_submodules (repository, pairs);
  if (counts && !ard_pairs_count (repository, pairs, error))
    return FALSE;
  record->renames_cut = ard_pairs_rename (pairs, similarity, open_side, &contents);
  for (guint i = 0; i < pairs->len; i++) {
    const ArdPair *pair = &g_array_index (pairs, ArdPair, i);
    ArdRecordChange change = { .path = pair->path,
                               .status = find_status (pair),
                               .added = counts ? pair->added : -1,
                               .deleted = counts ? pair->deleted : -1,
                               .renamed_from = pair->renamed_from };

    if (S_ISREG (pair->old_mode))
      change.before = pair->old_id;
    if (S_ISREG (pair->new_mode))
      change.after = pair->new_id;

    g_array_append_val (record->changes, change);
  }
  record->inputs = ard_history_inputs (repository, record);
  return TRUE;
}
