#include "cli/settings_source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/error.h"

/* One byte more than the reader of the file takes, so that it sees that it is too large. */
#define MAX_READ (1024 * 1024 + 1)

static GBytes *
read_all (int fd)
{
  g_autofree char *text = g_malloc (MAX_READ);
  gsize size = 0;

  while (size < MAX_READ) {
    gssize part = read (fd, text + size, MAX_READ - size);

    if (part < 0 && errno == EINTR)
      continue;
    if (part < 0)
      return NULL;
    if (part == 0)
      break;
    size += (gsize) part;
  }
  return g_bytes_new (text, size);
}

/* In the analysed tree neither a symbolic link nor a device is followed. */
static GBytes *
read_file (const char *path, gboolean trusted, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (trusted ? 0 : O_NOFOLLOW));
  int cause = errno;
  GBytes *bytes = NULL;
  struct stat facts;

  if (fd >= 0) {
    if (fstat (fd, &facts) != 0)
      cause = errno;
    else if (!S_ISREG (facts.st_mode) && !trusted)
      cause = ELOOP;
    else if (!(bytes = read_all (fd)))
      cause = errno;
    close (fd);
  }
  if (!bytes)
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "cannot read settings \"%s\": %s", path,
                 cause == ELOOP ? "not a regular file" : g_strerror (cause));
  return bytes;
}

static GBytes *
read_revision (ArdRepository *repository, const ArdOid *commit, GError **error)
{
  g_autoptr (ArdSettings) defaults = ard_settings_new ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  g_autoptr (ArdSnapshot) snapshot = ard_snapshot_read (repository, commit, defaults, notes, error);

  for (guint i = 0; snapshot && i < snapshot->entries->len; i++)
    if (strcmp (g_array_index (snapshot->entries, ArdEntry, i).path, ARD_SETTINGS_NAME) == 0)
      return ard_snapshot_bytes (snapshot, repository, i, error);
  return NULL;
}

static GBytes *
find (const ArdOptions *options, ArdRepository *repository, const ArdOid *commit, char **name, GError **error)
{
  if (options->config) {
    *name = g_strdup (options->config);
    return read_file (options->config, TRUE, error);
  }
  *name = g_strdup (ARD_SETTINGS_NAME);
  if (commit)
    return read_revision (repository, commit, error);

  g_autofree char *path = g_build_filename (ard_repository_root (repository), ARD_SETTINGS_NAME, NULL);
  struct stat facts;

  return lstat (path, &facts) == 0 ? read_file (path, FALSE, error) : NULL;
}

/* What the command line names must be there; a report that the settings name may not have been made yet. */
static gboolean
add_coverage (ArdSettings *settings, const ArdOptions *options, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GStrv whole;

  g_strv_builder_addv (builder, (const char **) settings->tests_coverage);
  for (char **list = options->coverage; list && *list; list++) {
    g_auto (GStrv) names = g_strsplit (*list, ",", -1);

    for (char **name = names; *name; name++) {
      g_autofree char *path = **name ? g_canonicalize_filename (*name, NULL) : NULL;

      if (!path || access (path, R_OK) != 0) {
        g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "cannot read coverage report \"%s\": %s", *name,
                     g_strerror (path ? errno : ENOENT));
        return FALSE;
      }
      g_strv_builder_add (builder, path);
    }
  }
  whole = g_strv_builder_end (builder);
  g_strfreev (settings->tests_coverage);
  settings->tests_coverage = whole;
  return TRUE;
}

ArdSettings *
ard_settings_load (const ArdOptions *options, ArdRepository *repository, const ArdOid *commit, ArdOrigins **origins,
                   GError **error)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autofree char *name = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) yaml = find (options, repository, commit, &name, &cause);
  g_autoptr (ArdOrigins) found = ard_origins_new (yaml ? name : NULL);

  if (cause) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return NULL;
  }
  if (yaml && !ard_settings_read (settings, found, name, yaml, error))
    return NULL;
  if (!add_coverage (settings, options, error))
    return NULL;
  ard_settings_seal (settings);
  if (origins)
    *origins = g_steal_pointer (&found);
  return g_steal_pointer (&settings);
}
