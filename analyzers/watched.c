#include "analyzers/watched.h"

#include <string.h>

#include "analyzers/tongue.h"

/* Folders with a package.json. */
static GHashTable *
list_packages (const ArdCorpus *corpus)
{
  GHashTable *packages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const char *path = ard_file (corpus, i)->path, *slash = strrchr (path, '/');

    if (strcmp (slash ? slash + 1 : path, "package.json") == 0)
      g_hash_table_add (packages, g_strndup (path, slash ? (gsize) (slash - path) : 0));
  }
  return packages;
}

/* The folder of the package that holds the path, or the path's own; yours. */
static char *
package_of (GHashTable *packages, const char *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *folder = g_strndup (path, slash ? (gsize) (slash - path) : 0), *own = g_strdup (folder);

  while (!g_hash_table_contains (packages, folder)) {
    char *end = strrchr (folder, '/');

    if (!*folder)
      return g_steal_pointer (&own);
    *(end ? end : folder) = '\0';
  }
  return g_steal_pointer (&folder);
}

/*
 * Whether somebody is told: of all rejections that nobody handles, as the services that gather errors are by
 * themselves, or of all answers of a server that are errors.
 */
static gboolean
is_watch (const ArdCapture *capture)
{
  static const char reporters[] = "Sentry.init Bugsnag.start Rollbar.init Raven.config";

  if (capture->kind != ARD_CAPTURE_CALL)
    return capture->kind == ARD_CAPTURE_ERREXIT;
  return g_str_has_suffix (capture->text, "interceptors.response.use") ||
         ard_words_have (reporters, (ArdSpan){ capture->text, strlen (capture->text) });
}

/* What one file is told of, the whole package is. */
GHashTable *
ard_watched_find (const ArdCorpus *corpus)
{
  GHashTable *watched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) packages = list_packages (corpus);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    const ArdFile *file = ard_file (corpus, capture->file);

    if (is_watch (&capture->facts) && ard_tongue_of (file) == ARD_TONGUE_JAVASCRIPT &&
        !(file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_TEST)))
      g_hash_table_add (watched, package_of (packages, file->path));
  }
  return watched;
}

gboolean
ard_watched_have (GHashTable *watched, const char *path)
{
  const char *end = path + strlen (path);

  while ((end = g_strrstr_len (path, end - path, "/"))) {
    g_autofree char *folder = g_strndup (path, (gsize) (end - path));

    if (g_hash_table_contains (watched, folder))
      return TRUE;
  }
  return g_hash_table_contains (watched, "");
}
