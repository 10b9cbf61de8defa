#include <git2/sys/repository.h>

#include "repository/handle.h"

git_repository *
ard_attributes_open (const ArdRepository *repository, gboolean commit)
{
  g_autoptr (git_repository) git = NULL;
  g_autoptr (git_index) empty = NULL;
  guint flags = GIT_REPOSITORY_OPEN_NO_SEARCH | (commit ? GIT_REPOSITORY_OPEN_BARE : 0);

  if (git_repository_open_ext (&git, git_repository_path (repository->git), flags, NULL) != 0 ||
      git_index_new (&empty) != 0)
    return NULL;
  return git_repository_set_index (git, empty) == 0 ? g_steal_pointer (&git) : NULL;
}

static gboolean
names_binary_driver (ArdRepository *repository, const char *driver, ArdForced *forced)
{
  g_autoptr (git_config) config = NULL;
  g_autofree char *key = g_strdup_printf ("diff.%s.binary", driver);
  int binary;

  if (git_repository_config_snapshot (&config, repository->git) != 0 || git_config_get_bool (&binary, config, key) != 0)
    return FALSE;
  *forced = binary ? ARD_FORCED_BINARY : ARD_FORCED_TEXT;
  return TRUE;
}

static ArdForced
ask_diff (ArdRepository *repository, const char *path)
{
  const guint flags = GIT_ATTR_CHECK_FILE_THEN_INDEX | GIT_ATTR_CHECK_NO_SYSTEM;
  const char *value = NULL;
  ArdForced forced = ARD_FORCED_NOT;

  if (!ard_attributes_usable (repository, path))
    return ARD_FORCED_NOT;
  if (repository->attributes == NULL)
    repository->attributes = ard_attributes_open (repository, FALSE);
  if (repository->attributes == NULL || git_attr_get (&value, repository->attributes, flags, path, "diff") != 0)
    return ARD_FORCED_NOT;
  switch (git_attr_value (value)) {
  case GIT_ATTR_VALUE_TRUE:
    return ARD_FORCED_TEXT;
  case GIT_ATTR_VALUE_FALSE:
    return ARD_FORCED_BINARY;
  case GIT_ATTR_VALUE_STRING:
    names_binary_driver (repository, value, &forced);
    return forced;
  case GIT_ATTR_VALUE_UNSPECIFIED:
    break;
  }
  return ARD_FORCED_NOT;
}

ArdForced
ard_attributes_diff (ArdRepository *repository, const char *path)
{
  gpointer known = g_hash_table_lookup (repository->forced, path);

  if (known == NULL) {
    known = GUINT_TO_POINTER (1 + ask_diff (repository, path));
    git_error_clear ();
    g_hash_table_insert (repository->forced, g_strdup (path), known);
  }
  return (ArdForced) (GPOINTER_TO_UINT (known) - 1);
}

static gboolean
ask_submodule (const ArdRepository *repository, const char *path)
{
  git_submodule *submodule = NULL;
  gboolean hidden = FALSE;

  if (!repository->bare && git_submodule_lookup (&submodule, repository->git, path) == 0)
    hidden = git_submodule_ignore (submodule) == GIT_SUBMODULE_IGNORE_ALL;
  git_submodule_free (submodule);
  git_error_clear ();
  return hidden;
}

gboolean
ard_attributes_hide_submodule (ArdRepository *repository, const char *path)
{
  gpointer hidden = g_hash_table_lookup (repository->submodules, path);

  if (hidden == NULL) {
    hidden = GUINT_TO_POINTER (1 + ask_submodule (repository, path));
    g_hash_table_insert (repository->submodules, g_strdup (path), hidden);
  }
  return GPOINTER_TO_UINT (hidden) == 1 + TRUE;
}
