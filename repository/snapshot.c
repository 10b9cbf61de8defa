#include <string.h>
#include <sys/stat.h>

#include "model/corpus.h"
#include "model/error.h"
#include "repository/lay.h"

typedef struct {
  ArdRepository *repository;
  ArdSnapshot *snapshot;
  ArdSieve *sieve;
  ArdTally *tally;
} Reading;

static int
compare_entries (gconstpointer left, gconstpointer right)
{
  return strcmp (((const ArdEntry *) left)->path, ((const ArdEntry *) right)->path);
}

static gboolean
read_size (ArdRepository *repository, const ArdOid *oid, gint64 *size)
{
  git_object_t type;
  size_t length;
  git_oid id;

  ard_oid_to_git (&id, oid);
  if (git_odb_read_header (&length, &type, repository->odb, &id) != 0 || type != GIT_OBJECT_BLOB)
    return FALSE;
  *size = (gint64) length;
  return TRUE;
}

static void
add_file (Reading *reading, const ArdPair *pair)
{
  ArdEntry entry = { .path = pair->path, .blob = pair->new_id };

  if (!ard_sieve_pass (reading->sieve, pair->path, reading->tally, &entry.flags))
    return;
  if (!read_size (reading->repository, &pair->new_id, &entry.size_bytes)) {
    git_error_clear ();
    reading->snapshot->n_damaged++;
    ard_tally_add (reading->tally, pair->path, "not read: its object is missing or damaged; check with `git fsck`");
    return;
  }
  if (entry.size_bytes > reading->snapshot->max_bytes) {
    entry.flags |= ARD_FILE_TOO_LARGE;
    ard_tally_add (reading->tally, pair->path, "not read: larger than paths.max_file_bytes");
  }
  g_array_append_val (reading->snapshot->entries, entry);
}

static gboolean
is_attributes (const ArdPair *pair)
{
  return S_ISREG (pair->new_mode) &&
         (g_str_equal (pair->path, ".gitattributes") || g_str_has_suffix (pair->path, "/.gitattributes"));
}

/* Whether some file of attributes mentions linguist, and none has a pattern without bounds. */
static gboolean
asks_attributes (ArdRepository *repository, const GArray *pairs, ArdTally *tally)
{
  gboolean asks = FALSE, bounded = TRUE;

  for (guint i = 0; i < pairs->len; i++) {
    const ArdPair *pair = &g_array_index (pairs, ArdPair, i);
    g_autoptr (git_odb_object) object =
        is_attributes (pair) ? ard_object_read (repository, &pair->new_id, GIT_OBJECT_BLOB, NULL) : NULL;
    const char *text = object ? git_odb_object_data (object) : NULL;

    if (text == NULL)
      continue;
    asks |= g_strstr_len (text, (gssize) git_odb_object_size (object), "linguist-") != NULL;
    if (!ard_patterns_bounded (text, git_odb_object_size (object))) {
      ard_tally_add (tally, pair->path, ARD_UNBOUNDED);
      bounded = FALSE;
    }
  }
  return asks && bounded;
}

static ArdLay *
lay_out (ArdRepository *repository, const GArray *pairs)
{
  ArdLay *lay = ard_lay_new (repository);

  for (guint i = 0; i < pairs->len; i++) {
    const ArdPair *pair = &g_array_index (pairs, ArdPair, i);

    if (S_ISREG (pair->new_mode))
      ard_lay_add (lay, pair->path, &pair->new_id);
  }
  ard_lay_settle (lay);
  return lay;
}

static gboolean
list_commit (ArdRepository *repository, ArdSnapshot *snapshot, const ArdOid *commit, const ArdSettings *settings,
             ArdTally *tally, GError **error)
{
  g_auto (ArdRawCommit) raw = { 0 };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ArdPair));

  if (!ard_raw_commit_read (repository, commit, &raw, error) ||
      !ard_trees_compare (repository, NULL, &raw.tree, pairs, snapshot->strings, error))
    return FALSE;

  g_autoptr (ArdLay) lay = lay_out (repository, pairs);
  gboolean asks = asks_attributes (repository, pairs, tally);
  Reading reading = { repository, snapshot, ard_sieve_new (repository, commit, settings, lay, asks), tally };

  for (guint i = 0; i < pairs->len; i++) {
    const ArdPair *pair = &g_array_index (pairs, ArdPair, i);

    if (S_ISREG (pair->new_mode))
      add_file (&reading, pair);
    else if (S_ISLNK (pair->new_mode))
      ard_tally_add (tally, pair->path, "not read: a symbolic link");
    else
      ard_tally_add (tally, pair->path, "not read: a submodule, a repository of its own");
  }
  ard_sieve_free (reading.sieve);
  return TRUE;
}

ArdSnapshot *
ard_snapshot_read (ArdRepository *repository, const ArdOid *commit, const ArdSettings *settings, ArdNotes *notes,
                   GError **error)
{
  g_autoptr (ArdSnapshot) snapshot = g_new0 (ArdSnapshot, 1);
  ArdTally *tally = ard_tally_new ();
  gboolean done;

  snapshot->entries = g_array_new (FALSE, FALSE, sizeof (ArdEntry));
  snapshot->strings = g_string_chunk_new (1 << 16);
  snapshot->work_tree = commit == NULL;
  snapshot->max_bytes = (gint64) settings->paths_max_file_bytes;
  done = commit ? list_commit (repository, snapshot, commit, settings, tally, error)
                : ard_work_tree_list (repository, snapshot, settings, tally, error);
  g_array_sort (snapshot->entries, compare_entries);
  ard_tally_write (tally, notes);
  return done ? g_steal_pointer (&snapshot) : NULL;
}

void
ard_snapshot_free (ArdSnapshot *snapshot)
{
  g_array_unref (snapshot->entries);
  g_string_chunk_free (snapshot->strings);
  g_free (snapshot);
}

static GBytes *
read_disk (const ArdSnapshot *snapshot, ArdRepository *repository, const ArdEntry *entry, GError **error)
{
  g_autoptr (GBytes) bytes = ard_work_tree_bytes (repository, entry->path, snapshot->max_bytes, error);
  git_oid id;
  ArdOid oid;

  if (bytes == NULL)
    return NULL;
  if (git_odb_hash (&id, g_bytes_get_data (bytes, NULL) ?: "", g_bytes_get_size (bytes), GIT_OBJECT_BLOB) == 0) {
    ard_oid_from_git (&oid, &id);
    if (ard_oid_equal (&oid, &entry->blob))
      return g_steal_pointer (&bytes);
  }
  git_error_clear ();
  ard_repository_fail (error, "\"%s\" changed while it was read; run again", entry->path);
  return NULL;
}

GBytes *
ard_snapshot_bytes (const ArdSnapshot *snapshot, ArdRepository *repository, guint index, GError **error)
{
  const ArdEntry *entry = &g_array_index (snapshot->entries, ArdEntry, index);

  if (entry->flags & ARD_FILE_TOO_LARGE) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "\"%s\" is larger than paths.max_file_bytes; raise it to read",
                 entry->path);
    return NULL;
  }
  if (snapshot->work_tree)
    return read_disk (snapshot, repository, entry, error);

  git_odb_object *object = ard_object_read (repository, &entry->blob, GIT_OBJECT_BLOB, error);

  return object ? g_bytes_new_with_free_func (git_odb_object_data (object), git_odb_object_size (object),
                                              (GDestroyNotify) git_odb_object_free, object)
                : NULL;
}
