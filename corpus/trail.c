#include "corpus/trail.h"

#include <string.h>

ArdTrail *
ard_trail_new (void)
{
  ArdTrail *trail = g_new0 (ArdTrail, 1);

  trail->path_ids = g_hash_table_new (g_str_hash, g_str_equal);
  trail->paths = g_ptr_array_new ();
  trail->rows = g_array_new (FALSE, FALSE, sizeof (ArdFoldRow));
  trail->blobs = g_array_new (FALSE, FALSE, sizeof (ArdTrailBlobs));
  return trail;
}

void
ard_trail_free (ArdTrail *trail)
{
  g_hash_table_unref (trail->path_ids);
  g_ptr_array_unref (trail->paths);
  g_array_unref (trail->rows);
  g_array_unref (trail->blobs);
  g_free (trail);
}

guint32
ard_trail_path (ArdTrail *trail, const char *path, GStringChunk *strings)
{
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (trail->path_ids, path));

  if (id == 0) {
    char *own = g_string_chunk_insert (strings, path);

    g_ptr_array_add (trail->paths, own);
    id = trail->paths->len;
    g_hash_table_insert (trail->path_ids, own, GUINT_TO_POINTER (id));
  }
  return id - 1;
}

static void
shift (ArdTrail *trail, GHashTable *renames, GStringChunk *strings, guint32 *owners)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer new_path, old_path;

  g_hash_table_iter_init (&iter, renames);
  while (g_hash_table_iter_next (&iter, &new_path, &old_path)) {
    guint32 pair[2] = { ard_trail_path (trail, new_path, strings), ard_trail_path (trail, old_path, strings) };

    g_array_append_vals (pairs, pair, 2);
  }
  ard_fold_shift ((const guint32 *) pairs->data, pairs->len / 2, owners);
}

static guint32 *
new_owners (ArdTrail *trail, ArdCorpus *corpus, GHashTable *renames)
{
  guint32 n_renames = renames ? g_hash_table_size (renames) : 0;

  for (guint32 i = 0; i < corpus->files->len; i++)
    ard_trail_path (trail, ard_file (corpus, i)->path, corpus->strings);

  guint32 n = trail->paths->len + 2 * n_renames;
  guint32 *owners = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    owners[i] = ARD_NONE;
  for (guint32 i = 0; i < corpus->files->len; i++)
    owners[ard_trail_path (trail, ard_file (corpus, i)->path, corpus->strings)] = i;
  if (renames)
    shift (trail, renames, corpus->strings, owners);
  return owners;
}

static void
index_by_file (ArdCorpus *corpus)
{
  guint32 next = 0;

  for (guint32 i = 0; i < corpus->changes->len; i++)
    if (ard_change (corpus, i)->file != ARD_NONE)
      ard_file (corpus, ard_change (corpus, i)->file)->n_changes++;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdFile *file = ard_file (corpus, i);

    file->first_change = next;
    next += file->n_changes;
    file->n_changes = 0;
  }
  g_array_set_size (corpus->by_file, next);
  for (guint32 i = 0; i < corpus->changes->len; i++)
    if (ard_change (corpus, i)->file != ARD_NONE) {
      ArdFile *file = ard_file (corpus, ard_change (corpus, i)->file);

      g_array_index (corpus->by_file, guint32, file->first_change + file->n_changes++) = i;
    }
}

void
ard_trail_fold (ArdTrail *trail, ArdCorpus *corpus, GHashTable *renames)
{
  g_autofree guint32 *owners = new_owners (trail, corpus, renames);
  g_autofree guint32 *starts = g_new (guint32, corpus->commits->len + 1);
  g_autofree guint32 *files = g_new (guint32, MAX (trail->rows->len, 1));

  g_assert (trail->rows->len == corpus->changes->len);
  for (guint32 i = 0; i < corpus->commits->len; i++)
    starts[i] = ard_commit (corpus, i)->first_change;
  starts[corpus->commits->len] = trail->rows->len;
  ard_fold_run ((const ArdFoldRow *) trail->rows->data, starts, corpus->commits->len, trail->paths->len, owners, files);
  for (guint32 i = 0; i < corpus->changes->len; i++)
    ard_change (corpus, i)->file = files[i];
  index_by_file (corpus);
}
