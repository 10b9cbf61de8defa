#include "imports/resolve.h"

#include <string.h>

#define LANGUAGE "Ruby"

static gboolean
is_ruby (const ArdFile *file)
{
  return strcmp (file->language, LANGUAGE) == 0;
}

static char *
ended (const char *name)
{
  return g_str_has_suffix (name, ".rb") ? g_strdup (name) : g_strconcat (name, ".rb", NULL);
}

/* Folders that are on the load path of a gem, of its tests, or of an application. */
static gboolean
is_load_root (const char *root)
{
  static const char *const names[] = { "lib", "app", "test", "spec", "ext", NULL };
  const char *slash = strrchr (root, '/');

  return !*root || ard_text_is_in (slash ? slash + 1 : root, names);
}

static guint32
on_load_path (ArdResolution *resolution, guint32 from, const char *name)
{
  guint32 found[ARD_PATHS_MOST];
  guint n = ard_paths_ending (resolution->paths, name, found), kept = 0;

  for (guint i = 0; i < n; i++) {
    const char *path = ard_file (resolution->corpus, found[i])->path;
    gsize length = strlen (path) - strlen (name);
    g_autofree char *root = g_strndup (path, length > 0 ? length - 1 : 0);

    if (is_load_root (root))
      found[kept++] = found[i];
  }
  return ard_resolution_choose (resolution, from, found, kept);
}

static void
read_require (ArdResolution *resolution, guint32 from, const ArdCapture *at)
{
  g_autofree char *folder = ard_paths_folder (ard_file (resolution->corpus, from)->path);
  g_autofree char *name = ended (at->text + (g_str_has_prefix (at->text, "./") ? 2 : 0));
  guint32 to = at->traits & ARD_TRAIT_SYSTEM ? on_load_path (resolution, from, name)
                                             : ard_paths_find (resolution->paths, folder, name);

  ard_resolution_add (resolution, from, to, at, FALSE);
}

static guint32
only_file (const ArdResolution *resolution, const char *name)
{
  const GArray *files = ard_definitions_find (resolution->definitions, LANGUAGE, name);

  return files && files->len == 1 ? g_array_index (files, guint32, 0) : ARD_NONE;
}

/* Around a name stand the modules that its file opens: the innermost first. */
static guint32
find_constant (const ArdResolution *resolution, const ArdFile *file, const char *name)
{
  guint32 to = ARD_NONE;

  for (guint32 i = 0; to == ARD_NONE && i < file->n_captures; i++) {
    const ArdCapture *row = &ard_capture (resolution->corpus, file->first_capture + i)->facts;
    g_autofree char *scope = row->kind == ARD_CAPTURE_DEFINITION ? ard_definitions_dotted (row->text) : NULL;

    while (scope && *scope && to == ARD_NONE) {
      g_autofree char *whole = g_strconcat (scope, ".", name, NULL);
      char *dot = strrchr (scope, '.');

      to = only_file (resolution, whole);
      *(dot ? dot : scope) = '\0';
    }
  }
  return to == ARD_NONE ? only_file (resolution, name) : to;
}

/* What names a constant needs its file only when it runs: weak. */
static void
read_constant (ArdResolution *resolution, guint32 from, const ArdCapture *at)
{
  const ArdFile *file = ard_file (resolution->corpus, from);
  g_autofree char *name = ard_definitions_dotted (at->text);
  guint32 to = find_constant (resolution, file, name);

  if (to != ARD_NONE && ((file->flags & ARD_FILE_TEST) || !(ard_file (resolution->corpus, to)->flags & ARD_FILE_TEST)))
    ard_resolution_add (resolution, from, to, at, TRUE);
}

static void
resolve_file (ArdResolution *resolution, guint32 from)
{
  const ArdFile *file = ard_file (resolution->corpus, from);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (resolution->corpus, file->first_capture + i)->facts;

    if (at->kind == ARD_CAPTURE_IMPORT)
      read_require (resolution, from, at);
    else if (at->kind == ARD_CAPTURE_REFERENCE)
      read_constant (resolution, from, at);
  }
}

void
ard_resolve_ruby (ArdResolution *resolution)
{
  for (guint32 i = 0; i < resolution->corpus->files->len; i++)
    if (is_ruby (ard_file (resolution->corpus, i)))
      resolve_file (resolution, i);
}
