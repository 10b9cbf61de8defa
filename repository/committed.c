#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "repository/handle.h"

GArray *
ard_committed_list (ArdRepository *repository, GStringChunk *strings)
{
  g_auto (ArdRawCommit) raw = { 0 };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ArdPair));
  GArray *files = NULL;

  if (!repository->has_head || !ard_raw_commit_read (repository, &repository->head, &raw, NULL) ||
      !ard_trees_compare (repository, NULL, &raw.tree, pairs, strings, NULL))
    return NULL;
  files = g_array_new (FALSE, FALSE, sizeof (ArdPair));
  for (guint i = 0; i < pairs->len; i++)
    if (S_ISREG (g_array_index (pairs, ArdPair, i).new_mode))
      g_array_append_val (files, g_array_index (pairs, ArdPair, i));
  return files;
}

static int
compare_path (gconstpointer path, gconstpointer pair)
{
  return strcmp (path, ((const ArdPair *) pair)->path);
}

gboolean
ard_committed_differs (const GArray *committed, const char *path, const ArdOid *blob)
{
  const ArdPair *was =
      committed ? bsearch (path, committed->data, committed->len, sizeof (ArdPair), compare_path) : NULL;

  return committed && (!was || (!ard_oid_is_zero (blob) && !ard_oid_equal (blob, &was->new_id)));
}

static gboolean
is_gone (const char *path, int root, GHashTable *tracked, GHashTable *seen)
{
  const git_index_entry *entry = g_hash_table_lookup (tracked, path);
  struct stat about;

  if (entry)
    return !g_hash_table_contains (seen, path) && !(entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE);
  return fstatat (root, path, &about, AT_SYMLINK_NOFOLLOW) != 0;
}

gboolean
ard_committed_gone (const GArray *committed, int root, GHashTable *tracked, GHashTable *seen)
{
  for (guint i = 0; committed && i < committed->len; i++)
    if (is_gone (g_array_index (committed, ArdPair, i).path, root, tracked, seen))
      return TRUE;
  return FALSE;
}
