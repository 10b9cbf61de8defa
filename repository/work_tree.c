#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/corpus.h"
#include "model/error.h"
#include "repository/lay.h"

/* A regular file on disk. */
typedef struct {
  const char *path;
  gint64 size_bytes;
  ArdOid known; /* the index' id when its stat data prove the file unchanged, else zero */
} File;

typedef struct {
  ArdRepository *repository;
  int root;
  git_index *index;
  struct stat index_stat;
  GHashTable *tracked; /* path to const git_index_entry */
  GHashTable *folders; /* paths of folders that hold tracked files */
  GHashTable *seen;    /* tracked paths that are on disk */
  ArdIgnores *ignores;
  gboolean within_ignored; /* below an ignored folder that is visited for its tracked files */
  GArray *files;           /* of File */
  GArray *committed;       /* of ArdPair: the head's files; NULL: not known */
  GStringChunk *strings;
  ArdTally *tally;
  gboolean asks;    /* some .gitattributes mentions linguist */
  gboolean refuses; /* some .gitattributes is no regular file, or has a pattern without bounds */
  gboolean filters; /* some .gitattributes names a filter: disk and object may differ at equal size */
} Listing;

static void list_folder (Listing *listing, const char *path, guint depth);

static void
add_folders (GHashTable *folders, const char *path)
{
  g_autofree char *folder = g_strdup (path);

  for (char *slash; (slash = strrchr (folder, '/'));) {
    *slash = '\0';
    if (!g_hash_table_add (folders, g_strdup (folder)))
      return;
  }
}

static void
read_index (Listing *listing)
{
  gsize n = git_index_entrycount (listing->index);
  const char *path = git_index_path (listing->index);

  if (path == NULL || stat (path, &listing->index_stat) != 0)
    memset (&listing->index_stat, 0, sizeof listing->index_stat);
  for (gsize i = 0; i < n; i++) {
    const git_index_entry *entry = git_index_get_byindex (listing->index, i);

    g_hash_table_insert (listing->tracked, (gpointer) entry->path, (gpointer) entry);
    add_folders (listing->folders, entry->path);
  }
}

/* Written in the same instant as the index or later: its stat data prove nothing. */
static gboolean
is_racy (const Listing *listing, const git_index_entry *entry)
{
  gint64 index_s = listing->index_stat.st_mtim.tv_sec, index_ns = listing->index_stat.st_mtim.tv_nsec;

  return entry->mtime.seconds > index_s ||
         (entry->mtime.seconds == index_s && (gint64) entry->mtime.nanoseconds >= index_ns);
}

static gboolean
is_unchanged (const Listing *listing, const git_index_entry *entry, const struct stat *about)
{
  return git_index_entry_stage (entry) == 0 && !is_racy (listing, entry) && S_ISREG (entry->mode) &&
         entry->mtime.seconds == (gint32) about->st_mtim.tv_sec &&
         entry->mtime.nanoseconds == (guint32) about->st_mtim.tv_nsec &&
         entry->ctime.seconds == (gint32) about->st_ctim.tv_sec &&
         entry->ctime.nanoseconds == (guint32) about->st_ctim.tv_nsec && entry->ino == (guint32) about->st_ino &&
         entry->file_size == (guint32) about->st_size;
}

static gboolean
is_ignored (const Listing *listing, const char *path, gboolean is_folder)
{
  return listing->within_ignored || ard_ignores_match (listing->ignores, path, is_folder);
}

static void
look_for_attributes (Listing *listing, const char *path, const char *name)
{
  if (strcmp (name, ".gitattributes") != 0)
    return;

  g_autoptr (GBytes) bytes = ard_disk_read (listing->root, path, 1 << 24, NULL);
  gsize size = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (text == NULL)
    return;
  if (!ard_patterns_bounded (text, size)) {
    ard_tally_add (listing->tally, path, ARD_UNBOUNDED);
    listing->refuses = TRUE;
  }
  listing->asks |= g_strstr_len (text, (gssize) size, "linguist-") != NULL;
  listing->filters |= g_strstr_len (text, (gssize) size, "filter") != NULL ||
                      g_strstr_len (text, (gssize) size, "working-tree-encoding") != NULL;
}

static void
add_regular (Listing *listing, int folder, const char *path, const char *name, const struct stat *about)
{
  const git_index_entry *entry = g_hash_table_lookup (listing->tracked, path);
  File file = { .size_bytes = about->st_size };

  if (entry == NULL && is_ignored (listing, path, FALSE))
    return;
  if (entry)
    g_hash_table_add (listing->seen, (gpointer) entry->path);
  if (faccessat (folder, name, R_OK, AT_EACCESS) != 0) {
    ard_tally_add (listing->tally, path, "not read: %s", g_strerror (errno));
    return;
  }
  look_for_attributes (listing, path, name);
  if (entry && is_unchanged (listing, entry, about))
    ard_oid_from_git (&file.known, &entry->id);
  file.path = g_string_chunk_insert (listing->strings, path);
  g_array_append_val (listing->files, file);
}

static void
add_folder (Listing *listing, int folder, const char *path, const char *name, guint depth)
{
  const git_index_entry *entry = g_hash_table_lookup (listing->tracked, path);
  g_autofree char *inside = g_strconcat (name, "/.git", NULL);
  gboolean within = listing->within_ignored, ignored = is_ignored (listing, path, TRUE);

  if (entry && entry->mode == GIT_FILEMODE_COMMIT) {
    g_hash_table_add (listing->seen, (gpointer) entry->path);
    ard_tally_add (listing->tally, path, "not read: a submodule, a repository of its own");
    return;
  }
  if (!g_hash_table_contains (listing->folders, path)) {
    if (ignored)
      return;
    if (faccessat (folder, inside, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
      ard_tally_add (listing->tally, path, "not read: a submodule, a repository of its own");
      return;
    }
  }
  if (depth >= ARD_MAX_DEPTH || strlen (path) > ARD_MAX_PATH) {
    ard_tally_add (listing->tally, path, "not read: nested too deep");
    return;
  }
  listing->within_ignored = ignored;
  list_folder (listing, path, depth + 1);
  listing->within_ignored = within;
}

static void
add_other (Listing *listing, const char *path, mode_t mode)
{
  const git_index_entry *entry = g_hash_table_lookup (listing->tracked, path);

  listing->refuses |= !S_ISLNK (mode) && g_str_has_suffix (path, ".gitattributes");
  if (entry == NULL && is_ignored (listing, path, FALSE))
    return;
  if (entry)
    g_hash_table_add (listing->seen, (gpointer) entry->path);
  ard_tally_add (listing->tally, path, "not read: %s",
                 S_ISLNK (mode) ? "a symbolic link" : "neither a regular file nor a folder");
}

static void
add_name (Listing *listing, int folder, const char *parent, const char *name, guint depth)
{
  g_autofree char *path = *parent ? g_strconcat (parent, "/", name, NULL) : g_strdup (name);
  struct stat about;

  if (fstatat (folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno != ENOENT)
      ard_tally_add (listing->tally, path, "not read: %s", g_strerror (errno));
    return;
  }
  if (S_ISDIR (about.st_mode))
    add_folder (listing, folder, path, name, depth);
  else if (S_ISREG (about.st_mode) && listing->files->len < ARD_MAX_ROWS)
    add_regular (listing, folder, path, name, &about);
  else
    add_other (listing, path, about.st_mode);
}

static int
open_folder (const Listing *listing, const char *path)
{
  g_autofree char *inside = *path ? g_strconcat (path, "/.", NULL) : g_strdup (".");
  const char *name;

  return ard_disk_open_parent (listing->root, inside, &name);
}

/* Names are read at once, so that no descriptor stays open while its folders are visited. */
static GPtrArray *
read_names (int folder)
{
  DIR *stream = fdopendir (fcntl (folder, F_DUPFD_CLOEXEC, 0));
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  struct dirent *item;

  while (stream && (item = readdir (stream)))
    if (strcmp (item->d_name, ".") != 0 && strcmp (item->d_name, "..") != 0 && strcmp (item->d_name, ".git") != 0)
      g_ptr_array_add (names, g_strdup (item->d_name));
  if (stream)
    closedir (stream);
  return names;
}

static void
list_folder (Listing *listing, const char *path, guint depth)
{
  int folder = open_folder (listing, path);

  if (folder < 0) {
    ard_tally_add (listing->tally, *path ? path : NULL, "not read: %s", g_strerror (errno));
    return;
  }

  g_autoptr (GPtrArray) names = read_names (folder);
  g_autofree char *file = *path ? g_strconcat (path, "/.gitignore", NULL) : g_strdup (".gitignore");
  g_autoptr (GBytes) rules = ard_disk_read (listing->root, file, 1 << 24, NULL);

  ard_ignores_push (listing->ignores, path, rules);
  for (guint i = 0; i < names->len; i++)
    add_name (listing, folder, path, names->pdata[i], depth);
  ard_ignores_pop (listing->ignores);
  close (folder);
}

/* The index' id stands for the bytes on disk only when no conversion lies between them. */
static gboolean
is_converted (const Listing *listing, const File *file)
{
  git_object_t type;
  size_t size;
  git_oid id;

  if (listing->filters)
    return TRUE;
  ard_oid_to_git (&id, &file->known);
  if (git_odb_read_header (&size, &type, listing->repository->odb, &id) == 0)
    return (gint64) size != file->size_bytes;
  git_error_clear ();
  return TRUE;
}

static gboolean
identify (const Listing *listing, const File *file, ArdEntry *entry)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  git_oid id;

  entry->blob = file->known;
  if (entry->flags & ARD_FILE_TOO_LARGE)
    return TRUE;
  if (!ard_oid_is_zero (&file->known) && !is_converted (listing, file))
    return TRUE;
  bytes = ard_disk_read (listing->root, file->path, G_MAXINT32, &local);
  if (bytes == NULL) {
    ard_tally_add (listing->tally, file->path, "not read: it changed or vanished while the folder was listed");
    return FALSE;
  }
  entry->size_bytes = (gint64) g_bytes_get_size (bytes);
  if (git_odb_hash (&id, g_bytes_get_data (bytes, NULL) ?: "", g_bytes_get_size (bytes), GIT_OBJECT_BLOB) != 0)
    return FALSE;
  ard_oid_from_git (&entry->blob, &id);
  return TRUE;
}

static void
take_files (Listing *listing, ArdSnapshot *snapshot, const ArdSettings *settings)
{
  g_autoptr (ArdLay) lay = ard_lay_new (listing->repository);
  ArdSieve *sieve = ard_sieve_new (listing->repository, NULL, settings, lay, listing->asks && !listing->refuses);

  for (guint i = 0; i < listing->files->len; i++)
    ard_lay_add (lay, g_array_index (listing->files, File, i).path, NULL);
  ard_lay_settle (lay);
  for (guint i = 0; i < listing->files->len; i++) {
    const File *file = &g_array_index (listing->files, File, i);
    ArdEntry entry = { .path = file->path, .size_bytes = file->size_bytes };

    if (!ard_sieve_pass (sieve, file->path, listing->tally, &entry.flags))
      continue;
    if (file->size_bytes > snapshot->max_bytes) {
      entry.flags |= ARD_FILE_TOO_LARGE;
      ard_tally_add (listing->tally, file->path, "not read: larger than paths.max_file_bytes");
    }
    if (!identify (listing, file, &entry))
      continue;
    g_array_append_val (snapshot->entries, entry);
    snapshot->edited =
        snapshot->edited || ard_committed_differs (listing->committed, file->path,
                                                   ard_oid_is_zero (&file->known) ? &entry.blob : &file->known);
  }
  snapshot->edited =
      snapshot->edited || ard_committed_gone (listing->committed, listing->root, listing->tracked, listing->seen);
  ard_sieve_free (sieve);
}

static void
note_sparse (Listing *listing)
{
  gsize n = git_index_entrycount (listing->index);

  for (gsize i = 0; i < n; i++) {
    const git_index_entry *entry = git_index_get_byindex (listing->index, i);

    if ((entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) && !g_hash_table_contains (listing->seen, entry->path))
      ard_tally_add (listing->tally, entry->path, "not read: not checked out (sparse checkout)");
  }
}

static void
push_exclude (const Listing *listing)
{
  g_autofree char *path =
      g_build_filename (git_repository_commondir (listing->repository->git), "info", "exclude", NULL);
  g_autoptr (GBytes) rules = NULL;
  g_autofree char *text = NULL;
  gsize size;

  if (g_file_get_contents (path, &text, &size, NULL))
    rules = g_bytes_new_take (g_steal_pointer (&text), size);
  ard_ignores_push (listing->ignores, "", rules);
}

gboolean
ard_work_tree_list (ArdRepository *repository, ArdSnapshot *snapshot, const ArdSettings *settings, ArdTally *tally,
                    GError **error)
{
  g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (File));
  g_autoptr (GArray) committed = ard_committed_list (repository, snapshot->strings);
  g_autoptr (git_index) index = NULL;

  if (repository->bare) {
    git_error_clear ();
    return ard_repository_fail (error, "no work tree: \"%s\" is bare; name a revision", repository->root);
  }
  if (git_repository_index (&index, repository->git) != 0 || git_index_read (index, FALSE) != 0)
    return ard_repository_fail (
        error, "index of \"%s\" cannot be read; write it anew with `git reset`, or name a revision", repository->root);

  int root = open (repository->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (root < 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "\"%s\" cannot be opened: %s", repository->root,
                 g_strerror (errno));
    return FALSE;
  }

  Listing listing = { .repository = repository,
                      .root = root,
                      .index = index,
                      .tracked = tracked,
                      .folders = folders,
                      .seen = seen,
                      .files = files,
                      .committed = committed,
                      .strings = snapshot->strings,
                      .tally = tally };

  listing.ignores = ard_ignores_new ();
  push_exclude (&listing);
  read_index (&listing);
  list_folder (&listing, "", 0);
  note_sparse (&listing);
  take_files (&listing, snapshot, settings);
  ard_ignores_free (listing.ignores);
  close (root);
  return TRUE;
}
