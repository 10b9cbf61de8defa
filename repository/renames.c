#include <string.h>
#include <sys/stat.h>

#include "model/corpus.h"
#include "repository/handle.h"

typedef struct {
  ArdRepository *repository;
  GArray *pairs;
  gboolean work_tree;
  gint64 max_bytes;
} Contents;

static gboolean
open_side (guint index, gboolean new_side, ArdSide *side, gpointer data)
{
  Contents *contents = data;
  const ArdPair *pair = &g_array_index (contents->pairs, ArdPair, index);

  if (!new_side)
    return ard_side_open (contents->repository, pair->old_mode, &pair->old_id, ARD_MAX_LIKENESS_BYTES, side, NULL);
  if (!contents->work_tree)
    return ard_side_open (contents->repository, pair->new_mode, &pair->new_id, ARD_MAX_LIKENESS_BYTES, side, NULL);
  *side = (ArdSide){ .bytes = ard_work_tree_bytes (contents->repository, pair->path, contents->max_bytes, NULL) };
  side->data = side->bytes ? g_bytes_get_data (side->bytes, &side->size) : NULL;
  return side->bytes != NULL;
}

/* Merge two sorted lists of files into pairs; equal ones are left out. */
static void
pair_up (const GArray *base, const ArdSnapshot *snapshot, GArray *pairs)
{
  const GArray *entries = snapshot->entries;

  for (guint i = 0, j = 0; i < base->len || j < entries->len;) {
    const ArdPair *old = i < base->len ? &g_array_index (base, ArdPair, i) : NULL;
    const ArdEntry *new = j < entries->len ? &g_array_index (entries, ArdEntry, j) : NULL;
    int order = old == NULL ? 1 : new == NULL ? -1 : strcmp (old->path, new->path);
    ArdPair pair = { .path = order <= 0 ? old->path : new->path, .renamed_from = ARD_NONE };

    if (order <= 0) {
      pair.old_mode = old->new_mode;
      pair.old_id = old->new_id;
      i++;
    }
    if (order >= 0) {
      pair.new_mode = S_IFREG | 0644;
      pair.new_id = new->blob;
      j++;
    }
    if (!ard_oid_equal (&pair.old_id, &pair.new_id))
      g_array_append_val (pairs, pair);
  }
}

static gboolean
pair_work_tree (ArdRepository *repository, const ArdOid *base, ArdSnapshot *snapshot, GArray *pairs, GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (ArdPair));

  if (!ard_trees_compare (repository, NULL, base, files, snapshot->strings, error))
    return FALSE;
  pair_up (files, snapshot, pairs);
  return TRUE;
}

static GHashTable *
tabulate (const GArray *pairs)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < pairs->len; i++) {
    const ArdPair *pair = &g_array_index (pairs, ArdPair, i);

    if (pair->renamed_from != ARD_NONE)
      g_hash_table_insert (table, g_strdup (pair->path),
                           g_strdup (g_array_index (pairs, ArdPair, pair->renamed_from).path));
  }
  return table;
}

GHashTable *
ard_repository_renames (ArdRepository *repository, const ArdOid *base, const ArdOid *head, const ArdSettings *settings,
                        GError **error)
{
  g_auto (ArdRawCommit) old = { 0 }, new = { 0 };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ArdPair));
  g_autoptr (ArdSnapshot) snapshot = NULL;
  Contents contents = { repository, pairs, head == NULL,
                        MIN ((gint64) settings->paths_max_file_bytes, ARD_MAX_LIKENESS_BYTES) };
  GStringChunk *strings = g_string_chunk_new (1 << 16);
  gboolean done = ard_raw_commit_read (repository, base, &old, error);

  if (done && head)
    done = ard_raw_commit_read (repository, head, &new, error) &&
           ard_trees_compare (repository, &old.tree, &new.tree, pairs, strings, error);
  else if (done)
    done = (snapshot = ard_snapshot_read (repository, NULL, settings, NULL, error)) != NULL &&
           pair_work_tree (repository, &old.tree, snapshot, pairs, error);
  if (done)
    ard_pairs_rename (pairs, settings->history_rename_similarity, open_side, &contents);

  GHashTable *table = done ? tabulate (pairs) : NULL;

  g_string_chunk_free (strings);
  return table;
}
