#include <glib/gstdio.h>
#include <string.h>

#include "repository/handle.h"

/* libgit2 tries each way to share a name out between the stars: its time is a power of their number. */
#define STARS 5
#define ATTRIBUTES_BYTES (16 * 1024 * 1024)

static gboolean
is_bounded (const char *line, gsize length)
{
  guint stars = 0;

  for (gsize i = 0; i < length && !g_ascii_isspace (line[i]); i++)
    stars += line[i] == '*' && (i == 0 || line[i - 1] != '*');
  return stars <= STARS;
}

gboolean
ard_patterns_bounded (const char *text, gsize size)
{
  const char *end = text + size;

  while (text < end) {
    const char *stop = memchr (text, '\n', (gsize) (end - text));
    gsize length = (gsize) ((stop ? stop : end) - text);

    for (; length > 0 && g_ascii_isspace (*text); length--)
      text++;
    if (!is_bounded (text, length))
      return FALSE;
    text = stop ? stop + 1 : end;
  }
  return TRUE;
}

static gboolean
is_usable (const char *path)
{
  GStatBuf about;
  g_autofree char *text = NULL;
  gsize size;

  if (g_stat (path, &about) != 0)
    return TRUE;
  return S_ISREG (about.st_mode) && about.st_size <= ATTRIBUTES_BYTES &&
         g_file_get_contents (path, &text, &size, NULL) && ard_patterns_bounded (text, size);
}

static gboolean folder_usable (ArdRepository *repository, const char *folder);

/* What speaks before a folder's own file: the folder above; before the root's, git's own folder. */
static gboolean
above_usable (ArdRepository *repository, const char *folder)
{
  const char *slash = strrchr (folder, '/');
  g_autofree char *path = *folder
                              ? g_strndup (folder, slash ? (gsize) (slash - folder) : 0)
                              : g_build_filename (git_repository_commondir (repository->git), "info/attributes", NULL);

  return *folder ? folder_usable (repository, path) : is_usable (path);
}

static gboolean
folder_usable (ArdRepository *repository, const char *folder)
{
  gpointer known = g_hash_table_lookup (repository->usable, folder);

  if (known == NULL) {
    g_autofree char *own =
        repository->bare ? NULL : g_build_filename (repository->root, folder, ".gitattributes", NULL);

    known = GINT_TO_POINTER (1 + (above_usable (repository, folder) && (own == NULL || is_usable (own))));
    g_hash_table_insert (repository->usable, g_strdup (folder), known);
  }
  return GPOINTER_TO_INT (known) == 1 + TRUE;
}

gboolean
ard_attributes_usable (ArdRepository *repository, const char *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *folder = g_strndup (path, slash ? (gsize) (slash - path) : 0);

  return folder_usable (repository, folder);
}
