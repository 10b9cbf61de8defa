#include <glib/gstdio.h>
#include <string.h>

#include "model/hash.h"
#include "repository/handle.h"

#define ATTRIBUTES_BYTES (100 * 1024 * 1024) /* libgit2 reads no larger file of attributes */

static guint64
mix (guint64 sum, const void *bytes, gsize size)
{
  return ard_hash_step (ard_hash_add (sum, bytes, size), size);
}

/* Contents; of what is not a regular file of a sensible size only what stat tells. */
static guint64
mix_file (guint64 sum, const char *path)
{
  g_autofree char *text = NULL;
  GStatBuf facts;
  gsize size;

  if (g_stat (path, &facts) != 0)
    return mix (sum, "", 0);
  if (S_ISREG (facts.st_mode) && facts.st_size <= ATTRIBUTES_BYTES && g_file_get_contents (path, &text, &size, NULL))
    return mix (sum, text, size);

  gint64 rows[] = { facts.st_mode, facts.st_size, facts.st_mtime, (gint64) facts.st_ino };

  return mix (sum, rows, sizeof rows);
}

static gboolean
is_asked (const char *name)
{
  return g_str_has_prefix (name, "diff.") || g_str_has_prefix (name, "submodule.") ||
         g_str_equal (name, "core.attributesfile") || g_str_equal (name, "core.ignorecase");
}

static guint64
mix_config (guint64 sum, git_repository *git)
{
  g_autoptr (git_config) config = NULL;
  git_config_iterator *iterator = NULL;
  git_config_entry *entry;

  if (git_repository_config_snapshot (&config, git) == 0 && git_config_iterator_new (&iterator, config) == 0)
    while (git_config_next (&entry, iterator) == 0) {
      const char *value = entry->value ? entry->value : "";

      if (!is_asked (entry->name))
        continue;
      sum = mix (sum, entry->name, strlen (entry->name));
      sum = mix (sum, value, strlen (value));
      if (g_str_equal (entry->name, "core.attributesfile"))
        sum = mix_file (sum, value);
    }
  git_config_iterator_free (iterator);
  git_error_clear ();
  return sum;
}

static guint64
mix_below (guint64 sum, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return mix_file (sum, path);
}

/* What every record rests on. */
static guint64
sum_repository (const ArdRepository *repository)
{
  const char *git = git_repository_commondir (repository->git);
  guint64 sum = mix_config (ARD_HASH_START, repository->git);

  sum = mix_below (sum, git, "shallow");
  sum = mix_below (sum, git, "info/attributes");
  if (!repository->bare)
    sum = mix_below (sum, repository->root, ".gitmodules");
  return sum;
}

/* Of .gitattributes in a folder and all above it; length 0: the root. */
static guint64
sum_folder (ArdRepository *repository, const char *path, gsize length)
{
  g_autofree char *folder = g_strndup (path, length);
  const guint64 *known = g_hash_table_lookup (repository->inputs, folder);

  if (known)
    return *known;

  const char *slash = strrchr (folder, '/');
  guint64 sum =
      length == 0 ? sum_repository (repository) : sum_folder (repository, folder, slash ? (gsize) (slash - folder) : 0);
  g_autofree char *below = g_build_filename (folder, ".gitattributes", NULL);

  if (!repository->bare)
    sum = mix_below (sum, repository->root, below);
  g_hash_table_insert (repository->inputs, g_steal_pointer (&folder), g_memdup2 (&sum, sizeof sum));
  return sum;
}

guint64
ard_history_inputs (ArdRepository *repository, const ArdCommitRecord *record)
{
  guint64 sum = sum_folder (repository, "", 0);
  const char *before = "";
  gsize before_length = 0;

  for (guint i = 0; record->counted && i < record->changes->len; i++) {
    const char *path = g_array_index (record->changes, ArdRecordChange, i).path, *slash = strrchr (path, '/');
    gsize length = slash ? (gsize) (slash - path) : 0;

    if (length == before_length && strncmp (path, before, length) == 0)
      continue;

    guint64 folder = sum_folder (repository, path, length);

    sum = mix (sum, &folder, sizeof folder);
    before = path;
    before_length = length;
  }
  return sum;
}
