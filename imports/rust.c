#include "imports/resolve.h"

#include <string.h>

#include "imports/keys.h"

/* A module: its file, and the folder where the files of its own modules stand. */
typedef struct {
  guint32 file;
  char *folder;
} Module;

typedef struct {
  ArdResolution *resolution;
  GHashTable *crates; /* name in code to the folder of its Cargo.toml; "" twice is none */
} State;

static void
module_clear (Module *module)
{
  g_free (module->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Module, module_clear)

static gboolean
is_rust (const ArdFile *file)
{
  return strcmp (file->language, "Rust") == 0;
}

/* src/a.rs has its modules in src/a; src/lib.rs and src/a/mod.rs beside them. */
static Module
module_of (const ArdCorpus *corpus, guint32 file)
{
  const char *path = ard_file (corpus, file)->path;
  g_autofree char *name = g_path_get_basename (path);

  if (strcmp (name, "lib.rs") == 0 || strcmp (name, "main.rs") == 0 || strcmp (name, "mod.rs") == 0)
    return (Module){ file, ard_paths_folder (path) };
  return (Module){ file, g_strndup (path, strlen (path) - strlen (".rs")) };
}

/* Step into a module by name; FALSE when no file is that. */
static gboolean
step_in (const State *state, Module *module, const char *name)
{
  static const char *const endings[] = { ".rs", "/mod.rs" };
  g_autofree char *folder = ard_paths_join (module->folder, name);

  for (guint i = 0; folder && i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (folder, endings[i], NULL);
    guint32 file = ard_paths_find (state->resolution->paths, "", path);

    if (file != ARD_NONE) {
      g_free (module->folder);
      module->file = file;
      module->folder = g_steal_pointer (&folder);
      return TRUE;
    }
  }
  return FALSE;
}

/* The root of the crate in a folder or the nearest above. */
static gboolean
crate_above (const State *state, const char *from, Module *module)
{
  static const char *const names[] = { "lib.rs", "main.rs" };
  g_autofree char *folder = g_strdup (from);

  for (;;) {
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
      guint32 file = ard_paths_find (state->resolution->paths, folder, names[i]);

      if (file != ARD_NONE) {
        *module = (Module){ file, g_steal_pointer (&folder) };
        return TRUE;
      }
    }

    char *slash = strrchr (folder, '/');

    if (!*folder)
      return FALSE;
    *(slash ? slash : folder) = '\0';
  }
}

/* The module around: of src/a/b.rs it is src/a.rs or src/a/mod.rs, at last the crate's root. */
static gboolean
step_out (const State *state, Module *module)
{
  g_autofree char *outer = ard_paths_folder (module->folder);
  g_autofree char *around = ard_paths_folder (outer);
  const char *slash = strrchr (outer, '/');
  Module parent = { ARD_NONE, g_strdup (around) };

  if (step_in (state, &parent, slash ? slash + 1 : outer)) {
    module_clear (module);
    *module = parent;
    return TRUE;
  }
  module_clear (&parent);
  if (!crate_above (state, outer, &parent))
    return FALSE;
  module_clear (module);
  *module = parent;
  return TRUE;
}

static gboolean
begin_at (const State *state, guint32 from, const char *first, Module *module)
{
  const ArdCorpus *corpus = state->resolution->corpus;
  g_autofree char *folder = ard_paths_folder (ard_file (corpus, from)->path);
  const char *crate = g_hash_table_lookup (state->crates, first);

  if (strcmp (first, "crate") == 0)
    return crate_above (state, folder, module);
  *module = module_of (corpus, from);
  if (strcmp (first, "self") == 0)
    return TRUE;
  if (strcmp (first, "super") == 0)
    return step_out (state, module);
  if (step_in (state, module, first))
    return TRUE;
  module_clear (module);
  module->folder = NULL;
  if (crate && *crate) {
    g_autofree char *root = ard_paths_join (strcmp (crate, ".") == 0 ? "" : crate, "src");
    guint32 file = ard_paths_find (state->resolution->paths, root, "lib.rs");

    *module = (Module){ file, g_steal_pointer (&root) };
    return file != ARD_NONE;
  }
  return FALSE;
}

/* As far as modules are files; the rest are names inside the last one. */
static guint32
find (const State *state, guint32 from, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "::", -1);
  g_auto (Module) module = { ARD_NONE, NULL };

  if (!parts[0] || !begin_at (state, from, parts[0], &module))
    return ARD_NONE;
  for (char **part = parts + 1; *part; part++)
    if (strcmp (*part, "super") == 0 ? !step_out (state, &module) : !step_in (state, &module, *part))
      break;
  return module.file;
}

static void
read_use (const State *state, guint32 from, const ArdCapture *at)
{
  g_autoptr (GPtrArray) paths = ard_import_expand (at->text);

  for (guint i = 0; i < paths->len; i++) {
    char *path = g_ptr_array_index (paths, i);
    char *alias = strstr (path, " as ");

    if (alias)
      *alias = '\0';
    ard_resolution_add (state->resolution, from, find (state, from, g_str_has_prefix (path, "::") ? path + 2 : path),
                        at, !strstr (path, "::"));
  }
}

static void
resolve_file (const State *state, guint32 from)
{
  const ArdFile *file = ard_file (state->resolution->corpus, from);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (state->resolution->corpus, file->first_capture + i)->facts;

    if (at->kind == ARD_CAPTURE_IMPORT)
      read_use (state, from, at);
    else if (at->kind == ARD_CAPTURE_REFERENCE && strstr (at->text, "::"))
      ard_resolution_add (state->resolution, from, find (state, from, at->text), at, FALSE);
  }
}

static void
list_crates (const State *state)
{
  const ArdCorpus *corpus = state->resolution->corpus;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const char *path = ard_file (corpus, i)->path;
    g_autofree char *base = g_path_get_basename (path);
    const char *name = strcmp (base, "Cargo.toml") == 0 ? ard_keys_find (corpus, i, "package.name") : NULL;

    if (name && *name) {
      char *key = g_strdelimit (g_strdup (name), "-", '_');
      char *folder = ard_paths_folder (path);
      gboolean twice = g_hash_table_contains (state->crates, key);

      g_hash_table_insert (state->crates, key, twice ? g_strdup ("") : *folder ? g_strdup (folder) : g_strdup ("."));
      g_free (folder);
    }
  }
}

void
ard_resolve_rust (ArdResolution *resolution)
{
  State state = { resolution, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  list_crates (&state);
  for (guint32 i = 0; i < resolution->corpus->files->len; i++)
    if (is_rust (ard_file (resolution->corpus, i)))
      resolve_file (&state, i);
  g_hash_table_unref (state.crates);
}
