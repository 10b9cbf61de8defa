#include "imports/resolve.h"

#include <string.h>

static guint32
only_ending (ArdResolution *resolution, guint32 from, const char *name)
{
  guint32 found[ARD_PATHS_MOST];

  return ard_resolution_choose (resolution, from, found, ard_paths_ending (resolution->paths, name, found));
}

/* "$here/lib/a.sh": what follows the last variable or command; a name with one is never beside the root. */
static const char *
after_variables (const char *text)
{
  const char *rest = text;

  for (const char *c = text; *c; c++)
    if (*c == '$' || *c == '}' || *c == ')' || *c == '`' || *c == '"')
      rest = strchr (c, '/') ? strchr (c, '/') : c + strlen (c);
  return rest;
}

/* A script names files from where it stands, from the root, or from a variable. */
static void
read_source (ArdResolution *resolution, guint32 from, const ArdCapture *at)
{
  g_autofree char *folder = ard_paths_folder (ard_file (resolution->corpus, from)->path);
  const char *name = after_variables (at->text);
  gboolean varied = name != at->text;
  guint32 to;

  if (!*name || (*name == '/' && !varied))
    return;
  name += strspn (name, "/");
  to = ard_paths_find (resolution->paths, folder, name);
  if (to == ARD_NONE)
    to = ard_paths_find (resolution->paths, "", name);
  if (to == ARD_NONE && varied && *name && *name != '.')
    to = only_ending (resolution, from, name);
  ard_resolution_add (resolution, from, to, at, FALSE);
}

/* In the file's folder or any above, and in src, lua and lib beside those. */
static guint32
find_lua (const ArdResolution *resolution, const char *path, const char *name)
{
  static const char *const roots[] = { "", "src", "lua", "lib" };
  static const char *const endings[] = { ".lua", "/init.lua" };
  g_autofree char *folder = ard_paths_folder (path);

  for (;;) {
    for (guint i = 0; i < G_N_ELEMENTS (roots) * G_N_ELEMENTS (endings); i++) {
      g_autofree char *root = ard_paths_join (folder, roots[i / 2]);
      g_autofree char *whole = g_strconcat (name, endings[i % 2], NULL);
      guint32 file = ard_paths_find (resolution->paths, root, whole);

      if (file != ARD_NONE)
        return file;
    }

    char *slash = strrchr (folder, '/');

    if (!*folder)
      return ARD_NONE;
    *(slash ? slash : folder) = '\0';
  }
}

static void
read_lua (ArdResolution *resolution, guint32 from, const ArdCapture *at)
{
  g_autofree char *name = g_strdelimit (g_strdup (at->text), ".", '/');
  guint32 to = find_lua (resolution, ard_file (resolution->corpus, from)->path, name);

  if (to == ARD_NONE && strchr (name, '/')) {
    g_autofree char *whole = g_strconcat (name, ".lua", NULL);

    to = only_ending (resolution, from, whole);
  }
  ard_resolution_add (resolution, from, to, at, FALSE);
}

void
ard_resolve_loaded (ArdResolution *resolution)
{
  const ArdCorpus *corpus = resolution->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *row = ard_capture (corpus, i);
    const char *language = ard_file (corpus, row->file)->language;

    if (row->facts.kind != ARD_CAPTURE_IMPORT)
      continue;
    if (strcmp (language, "Bash") == 0)
      read_source (resolution, row->file, &row->facts);
    else if (strcmp (language, "Lua") == 0)
      read_lua (resolution, row->file, &row->facts);
  }
}
