#include <string.h>

#include "model/error.h"
#include "repository/handle.h"

/* Commits only, which are read three times: once it is full, libgit2 lets the newest go and looks long for them. */
#define CACHE_BYTES (64 * 1024 * 1024)

/*
 * Results depend on the repository alone: no system or personal configuration is
 * read (so neither core.excludesFile nor core.attributesFile of the person), and
 * the owner of the files does not matter because nothing of them is executed.
 */
static void
configure (void)
{
  static const char *extensions[] = { "noop", "worktreeconfig", "partialclone", "preciousobjects" };

  for (int level = GIT_CONFIG_LEVEL_PROGRAMDATA; level <= GIT_CONFIG_LEVEL_GLOBAL; level++)
    git_libgit2_opts (GIT_OPT_SET_SEARCH_PATH, level, "");
  git_libgit2_opts (GIT_OPT_SET_OWNER_VALIDATION, 0);
  git_libgit2_opts (GIT_OPT_SET_EXTENSIONS, extensions, G_N_ELEMENTS (extensions));
  git_libgit2_opts (GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  git_libgit2_opts (GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, (size_t) 0);
  git_libgit2_opts (GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t) CACHE_BYTES);
}

static char *
without_slash (const char *path)
{
  char *copy = g_strdup (path ? path : "");
  gsize length = strlen (copy);

  if (length > 1 && copy[length - 1] == '/')
    copy[length - 1] = '\0';
  return copy;
}

/* Commits at which git was told to stop: their parents are not here. */
static GHashTable *
read_grafts (git_repository *git)
{
  GHashTable *grafts = g_hash_table_new_full (ard_oid_hash, ard_oid_equal, g_free, NULL);
  g_autofree char *path = g_build_filename (git_repository_commondir (git), "shallow", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return grafts;

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line; line++) {
    git_oid id;

    if (strlen (*line) < GIT_OID_HEXSZ || git_oid_fromstrn (&id, *line, GIT_OID_HEXSZ) != 0)
      continue;
    ArdOid *oid = g_new (ArdOid, 1);

    ard_oid_from_git (oid, &id);
    g_hash_table_add (grafts, oid);
  }
  return grafts;
}

/* Whether a remote promises to send objects later on: no pattern is used, libgit2 1.5 leaks those that miss. */
static gboolean
is_partial (git_repository *git)
{
  g_autoptr (git_config) config = NULL;
  git_config_iterator *iterator = NULL;
  git_config_entry *entry;
  gboolean partial = FALSE;

  if (git_repository_config_snapshot (&config, git) == 0 && git_config_iterator_new (&iterator, config) == 0)
    while (!partial && git_config_next (&entry, iterator) == 0)
      partial = strcmp (entry->name, "extensions.partialclone") == 0 ||
                (g_str_has_prefix (entry->name, "remote.") && g_str_has_suffix (entry->name, ".promisor"));
  git_config_iterator_free (iterator);
  git_error_clear ();
  return partial;
}

static ArdRepository *
wrap (git_repository *git, GError **error)
{
  g_autoptr (ArdRepository) repository = g_new0 (ArdRepository, 1);

  git_libgit2_init ();
  repository->git = git;
  repository->bare = git_repository_is_bare (git) != 0;
  repository->root = without_slash (repository->bare ? git_repository_path (git) : git_repository_workdir (git));
  repository->partial = is_partial (git);
  repository->grafts = read_grafts (git);
  repository->contents = ard_contents_new ();
  repository->forced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  repository->submodules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  repository->usable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  repository->inputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (git_repository_odb (&repository->odb, git) != 0) {
    ard_repository_fail (error, "objects of \"%s\" cannot be opened", repository->root);
    return NULL;
  }
  return g_steal_pointer (&repository);
}

/* Why libgit2 refused: told from the configuration file alone. */
static char *
find_object_format (const char *path)
{
  g_autoptr (git_config) config = NULL;
  git_buf folder = { 0 }, value = { 0 };
  char *format = NULL;

  if (git_repository_discover (&folder, path, 0, NULL) == 0) {
    g_autofree char *file = g_build_filename (folder.ptr, "config", NULL);

    if (git_config_open_ondisk (&config, file) == 0 &&
        git_config_get_string_buf (&value, config, "extensions.objectformat") == 0)
      format = g_strdup (value.ptr);
  }
  git_buf_dispose (&folder);
  git_buf_dispose (&value);
  return format;
}

static void
explain (const char *path, int status, GError **error)
{
  g_autofree char *format = find_object_format (path);

  if (format && g_ascii_strcasecmp (format, "sha1") != 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY,
                 "objects of \"%s\" are named by %s, which this libgit2 (%s) cannot read; analyse a SHA-1 clone", path,
                 format, LIBGIT2_VERSION);
    git_error_clear ();
  } else if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "no such folder \"%s\"; give the path of a git repository",
                 path);
    git_error_clear ();
  } else if (status == GIT_ENOTFOUND) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY,
                 "not a git repository: \"%s\"; give the path of one, or make one with `git init`", path);
    git_error_clear ();
  } else {
    ard_repository_fail (error, "repository \"%s\" cannot be opened; check with `git -C` there and `git fsck`", path);
  }
}

ArdRepository *
ard_repository_open (const char *path, GError **error)
{
  git_repository *git = NULL;
  ArdRepository *repository = NULL;
  int status;

  git_libgit2_init ();
  configure ();
  status = git_repository_open_ext (&git, path, GIT_REPOSITORY_OPEN_CROSS_FS, NULL);
  if (status == 0)
    repository = wrap (git, error);
  else
    explain (path, status, error);
  git_libgit2_shutdown ();
  return repository;
}

ArdRepository *
ard_repository_reopen (const ArdRepository *repository, GError **error)
{
  const char *path = git_repository_path (repository->git);
  git_repository *git = NULL;
  ArdRepository *other;

  if (git_repository_open_ext (&git, path, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL) != 0) {
    ard_repository_fail (error, "repository \"%s\" cannot be opened again", repository->root);
    return NULL;
  }
  other = wrap (git, error);
  if (!other)
    return NULL;
  ard_contents_unref (other->contents);
  other->contents = ard_contents_ref (repository->contents);
  if (repository->has_head)
    ard_repository_set_head (other, &repository->head);
  return other;
}

void
ard_repository_free (ArdRepository *repository)
{
  git_mailmap_free (repository->mailmap);
  g_clear_pointer (&repository->contents, ard_contents_unref);
  git_odb_free (repository->odb);
  git_repository_free (repository->attributes);
  git_repository_free (repository->git);
  g_clear_pointer (&repository->grafts, g_hash_table_unref);
  g_clear_pointer (&repository->forced, g_hash_table_unref);
  g_clear_pointer (&repository->submodules, g_hash_table_unref);
  g_clear_pointer (&repository->usable, g_hash_table_unref);
  g_clear_pointer (&repository->inputs, g_hash_table_unref);
  g_free (repository->root);
  g_free (repository);
  git_libgit2_shutdown ();
}

const char *
ard_repository_root (const ArdRepository *repository)
{
  return repository->root;
}

gboolean
ard_repository_is_bare (const ArdRepository *repository)
{
  return repository->bare;
}

gboolean
ard_repository_is_shallow (const ArdRepository *repository)
{
  return g_hash_table_size (repository->grafts) > 0;
}

gboolean
ard_repository_is_sha256 (const ArdRepository *repository G_GNUC_UNUSED)
{
  return FALSE;
}

void
ard_repository_set_head (ArdRepository *repository, const ArdOid *head)
{
  repository->head = *head;
  repository->has_head = TRUE;
  g_clear_pointer (&repository->mailmap, git_mailmap_free);
}

static gboolean
has_reference (const ArdRepository *repository)
{
  git_strarray names = { 0 };
  gboolean some = git_reference_list (&names, repository->git) != 0 || names.count > 0;

  git_strarray_dispose (&names);
  return some;
}

static void
explain_revision (ArdRepository *repository, const char *rev, GError **error)
{
  if (git_repository_head_unborn (repository->git) == 1 && !has_reference (repository)) {
    git_error_clear ();
    ard_repository_fail (error, "no commit yet in \"%s\"; make one first", repository->root);
  } else if (git_repository_head_unborn (repository->git) == 1 && strcmp (rev, "HEAD") == 0) {
    git_error_clear ();
    ard_repository_fail (error, "no commit yet on the current branch of \"%s\"; make one first, or name a revision",
                         repository->root);
  } else {
    ard_repository_fail (
        error, "unknown revision \"%s\" in \"%s\"; see `git branch -a` and `git tag`%s", rev, repository->root,
        ard_repository_is_shallow (repository) ? ", or `git fetch --unshallow`: the clone is shallow" : "");
  }
}

gboolean
ard_repository_resolve (ArdRepository *repository, const char *rev, ArdOid *commit, GError **error)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) peeled = NULL;

  if (git_revparse_single (&object, repository->git, rev) != 0) {
    explain_revision (repository, rev, error);
    return FALSE;
  }
  if (git_object_peel (&peeled, object, GIT_OBJECT_COMMIT) != 0)
    return ard_repository_fail (error, "revision \"%s\" of \"%s\" is not a commit; name one", rev, repository->root);
  ard_oid_from_git (commit, git_object_id (peeled));
  return TRUE;
}

/* The newest commit that both reach: it has no common descendant, because the list is topological. */
static gboolean
intersect (ArdRepository *repository, const ArdOid *one, const ArdOid *two, ArdOid *base)
{
  g_autoptr (GArray) left = ard_history_list (repository, one, NULL, NULL);
  g_autoptr (GArray) right = ard_history_list (repository, two, NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (ard_oid_hash, ard_oid_equal);

  for (guint i = 0; right && i < right->len; i++)
    g_hash_table_add (known, &g_array_index (right, ArdOid, i));
  for (guint i = 0; left && i < left->len; i++)
    if (g_hash_table_contains (known, &g_array_index (left, ArdOid, i))) {
      *base = g_array_index (left, ArdOid, i);
      return TRUE;
    }
  return FALSE;
}

gboolean
ard_repository_merge_base (ArdRepository *repository, const ArdOid *one, const ArdOid *two, ArdOid *base,
                           GError **error)
{
  git_oid left, right, id;
  gboolean shallow = ard_repository_is_shallow (repository);

  ard_oid_to_git (&left, one);
  ard_oid_to_git (&right, two);
  if (shallow && intersect (repository, one, two, base))
    return TRUE;
  if (!shallow && git_merge_base (&id, repository->git, &left, &right) == 0) {
    ard_oid_from_git (base, &id);
    return TRUE;
  }

  g_autofree char *first = ard_oid_to_hex (repository, one);
  g_autofree char *second = ard_oid_to_hex (repository, two);

  if (shallow)
    git_error_clear ();
  return ard_repository_fail (
      error, "no common ancestor of %.12s and %.12s in \"%s\"; %s", first, second, repository->root,
      shallow ? "the clone is shallow: deepen it with `git fetch --unshallow`" : "name another base");
}

gboolean
ard_repository_time (ArdRepository *repository, const ArdOid *commit, gint64 *time_s, GError **error)
{
  g_auto (ArdRawCommit) raw = { 0 };

  if (!ard_raw_commit_read (repository, commit, &raw, error))
    return FALSE;
  *time_s = raw.time_s;
  return TRUE;
}
