#include "model/resource.h"

#include <gio/gio.h>

#include "model/error.h"

#define ROOT "/ardoise/"

static char *override_folder;

void
ard_resource_set_folder (const char *folder)
{
  g_free (override_folder);
  override_folder = g_strdup (folder);
}

gboolean
ard_resource_has_folder (void)
{
  return override_folder != NULL;
}

GBytes *
ard_resource_read (const char *name, GError **error)
{
  if (override_folder) {
    g_autofree char *path = g_build_filename (override_folder, name, NULL);
    char *text;
    gsize size;

    if (g_file_get_contents (path, &text, &size, NULL))
      return g_bytes_new_take (text, size);
  }

  g_autofree char *path = g_strconcat (ROOT, name, NULL);
  GBytes *bytes = g_resources_lookup_data (path, 0, NULL);

  if (!bytes)
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "no embedded file is called \"%s\"", name);
  return bytes;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char **
ard_resource_list (const char *folder)
{
  g_autofree char *path = g_strconcat (ROOT, folder, NULL);
  char **names = g_resources_enumerate_children (path, 0, NULL);

  if (!names)
    names = g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
