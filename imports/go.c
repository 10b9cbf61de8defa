#include "imports/resolve.h"

#include <string.h>

#include "imports/keys.h"

/* Files that define one name, for one platform each. */
#define MOST_VARIANTS 16

/* First parts of the standard library's import paths. */
static const char *const standard[] = {
  "archive", "bufio",    "bytes",  "cmp",     "compress", "container", "context", "crypto",  "database", "debug",
  "embed",   "encoding", "errors", "expvar",  "flag",     "fmt",       "go",      "hash",    "html",     "image",
  "index",   "io",       "iter",   "log",     "maps",     "math",      "mime",    "net",     "os",       "path",
  "plugin",  "reflect",  "regexp", "runtime", "slices",   "sort",      "strconv", "strings", "structs",  "sync",
  "syscall", "testing",  "text",   "time",    "unicode",  "unique",    "unsafe",  "weak",    "C",        NULL
};

/* A module: import paths that begin with prefix are folders below base. */
typedef struct {
  char *prefix, *base;
  guint votes; /* without go.mod: the import paths that it explains */
} Module;

typedef struct {
  ArdResolution *resolution;
  GHashTable *folders; /* set of folders with Go files that are no tests */
  GArray *modules;     /* of Module */
  GHashTable *defined; /* "folder\nname" to a GArray of guint32 */
} State;

/* An import of the file under way. */
typedef struct {
  char *folder, *name; /* name: how the file calls it */
  const ArdCapture *at;
  gboolean used;
} Import;

static void
clear_module (gpointer data)
{
  Module *module = data;

  g_free (module->prefix);
  g_free (module->base);
}

static void
clear_import (gpointer data)
{
  Import *import = data;

  g_free (import->folder);
  g_free (import->name);
}

static gboolean
is_go (const ArdFile *file)
{
  return strcmp (file->language, "Go") == 0;
}

static gboolean
is_standard (const char *path)
{
  g_autofree char *first = g_strndup (path, strcspn (path, "/"));

  return ard_text_is_in (first, standard);
}

static char *
joined (const char *left, const char *right)
{
  return *left && *right ? g_strconcat (left, "/", right, NULL) : g_strdup (*left ? left : right);
}

static void
list_folders (State *state)
{
  const ArdCorpus *corpus = state->resolution->corpus;

  for (guint32 i = 0; i < corpus->files->len; i++)
    if (is_go (ard_file (corpus, i)) && !g_str_has_suffix (ard_file (corpus, i)->path, "_test.go"))
      g_hash_table_add (state->folders, ard_paths_folder (ard_file (corpus, i)->path));
}

static void
list_definitions (State *state)
{
  const ArdCorpus *corpus = state->resolution->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *row = ard_capture (corpus, i);

    if (row->facts.kind != ARD_CAPTURE_DEFINITION || !is_go (ard_file (corpus, row->file)))
      continue;

    g_autofree char *folder = ard_paths_folder (ard_file (corpus, row->file)->path);
    char *key = g_strconcat (folder, "\n", row->facts.text, NULL);
    GArray *files = g_hash_table_lookup (state->defined, key);

    if (files) {
      g_free (key);
    } else {
      files = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (state->defined, key, files);
    }
    g_array_append_val (files, row->file);
  }
}

/* go.mod says what its folder is called. */
static void
read_modules (State *state)
{
  const ArdCorpus *corpus = state->resolution->corpus;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const char *path = ard_file (corpus, i)->path;
    const char *name =
        strcmp (path, "go.mod") == 0 || g_str_has_suffix (path, "/go.mod") ? ard_keys_find (corpus, i, "module") : NULL;

    if (name && *name) {
      Module module = { g_strdup (name), ard_paths_folder (path), 0 };

      g_array_append_val (state->modules, module);
    }
  }
}

static void
vote_for (State *state, const char *prefix)
{
  for (guint i = 0; i < state->modules->len; i++) {
    Module *module = &g_array_index (state->modules, Module, i);

    if (strcmp (module->prefix, prefix) == 0) {
      module->votes++;
      return;
    }
  }
  g_array_append_val (state->modules, ((Module){ g_strdup (prefix), g_strdup (""), 1 }));
}

/* Of "m.org/x/a/b" the longest end that is a folder tells the name of the root: "m.org/x" when a/b is one. */
static void
vote (State *state, const char *path)
{
  const char *rest = path;

  while ((rest = strchr (rest, '/')))
    if (g_hash_table_contains (state->folders, ++rest)) {
      g_autofree char *prefix = g_strndup (path, (gsize) (rest - path - 1));

      vote_for (state, prefix);
      return;
    }
}

/* Without go.mod: one name for the root, the one that most imports agree on. */
static void
infer_module (State *state)
{
  const ArdCorpus *corpus = state->resolution->corpus;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint best = 0, second = 0, at = 0;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *row = ard_capture (corpus, i);

    if (row->facts.kind == ARD_CAPTURE_IMPORT && !(row->facts.traits & ARD_TRAIT_MEMBER) &&
        is_go (ard_file (corpus, row->file)) && !is_standard (row->facts.text) &&
        g_hash_table_add (seen, (gpointer) row->facts.text))
      vote (state, row->facts.text);
  }
  for (guint i = 0; i < state->modules->len; i++) {
    guint votes = g_array_index (state->modules, Module, i).votes;

    second = votes > best ? best : MAX (second, votes);
    at = votes > best ? i : at;
    best = MAX (best, votes);
  }
  if (state->modules->len > 0 && best > second) {
    Module module = g_array_index (state->modules, Module, at);
    Module kept = { g_strdup (module.prefix), g_strdup (""), module.votes };

    g_array_set_size (state->modules, 0);
    g_array_append_val (state->modules, kept);
  } else {
    g_array_set_size (state->modules, 0);
  }
}

/* The folder of an import path, of the module with the longest name that fits; yours, or NULL. */
static char *
folder_of (const State *state, const char *path)
{
  gsize longest = 0;
  g_autofree char *folder = NULL;

  for (guint i = 0; i < state->modules->len; i++) {
    const Module *module = &g_array_index (state->modules, Module, i);
    gsize length = strlen (module->prefix);

    if (length <= longest || strncmp (path, module->prefix, length) != 0 || (path[length] && path[length] != '/'))
      continue;
    g_free (folder);
    folder = joined (module->base, path + length + (path[length] == '/'));
    longest = length;
  }
  return folder && g_hash_table_contains (state->folders, folder) ? g_steal_pointer (&folder) : NULL;
}

/* ---- one file ---- */

static guint32
first_of_package (const State *state, const char *folder)
{
  const GArray *files = ard_paths_in_folder (state->resolution->paths, folder);

  for (guint i = 0; files && i < files->len; i++) {
    guint32 file = g_array_index (files, guint32, i);

    if (is_go (ard_file (state->resolution->corpus, file)) &&
        !g_str_has_suffix (ard_file (state->resolution->corpus, file)->path, "_test.go"))
      return file;
  }
  return ARD_NONE;
}

/* What the files of a folder call themselves; the folder's own name when none says. */
static char *
name_of_package (const State *state, const char *folder)
{
  const ArdCorpus *corpus = state->resolution->corpus;
  guint32 file = first_of_package (state, folder);
  const char *slash = strrchr (folder, '/');

  for (guint32 i = 0; file != ARD_NONE && i < ard_file (corpus, file)->n_captures; i++) {
    const ArdCapture *row = &ard_capture (corpus, ard_file (corpus, file)->first_capture + i)->facts;

    if (row->kind == ARD_CAPTURE_PACKAGE)
      return g_strdup (row->text);
  }
  return g_strdup (slash ? slash + 1 : folder);
}

static GArray *
list_imports (const State *state, const ArdFile *file)
{
  GArray *imports = g_array_new (FALSE, FALSE, sizeof (Import));
  const char *name = NULL;

  g_array_set_clear_func (imports, clear_import);
  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (state->resolution->corpus, file->first_capture + i)->facts;

    if (at->kind != ARD_CAPTURE_IMPORT)
      continue;
    if (at->traits & ARD_TRAIT_MEMBER) {
      name = at->text;
      continue;
    }

    Import import = { folder_of (state, at->text), NULL, at, FALSE };

    if (import.folder) {
      import.name = name ? g_strdup (name) : name_of_package (state, import.folder);
      g_array_append_val (imports, import);
    }
    name = NULL;
  }
  return imports;
}

/* Every file that defines it: variants of one platform each define it again. */
static gboolean
add_defining (State *state, guint32 from, const char *folder, const char *name, const ArdCapture *at)
{
  g_autofree char *key = g_strconcat (folder, "\n", name, NULL);
  const GArray *files = g_hash_table_lookup (state->defined, key);
  const ArdCorpus *corpus = state->resolution->corpus;
  gboolean test = g_str_has_suffix (ard_file (corpus, from)->path, "_test.go"), found = FALSE;

  for (guint i = 0; files && i < MIN (files->len, MOST_VARIANTS); i++) {
    guint32 to = g_array_index (files, guint32, i);

    if (!test && g_str_has_suffix (ard_file (corpus, to)->path, "_test.go"))
      continue;
    ard_resolution_add (state->resolution, from, to, at, FALSE);
    found = TRUE;
  }
  return found;
}

static void
read_reference (State *state, guint32 from, const char *folder, GArray *imports, const ArdCapture *at)
{
  const char *dot = strchr (at->text, '.');
  g_autofree char *package = dot ? g_strndup (at->text, (gsize) (dot - at->text)) : NULL;

  if (!dot)
    add_defining (state, from, folder, at->text, at);
  for (guint i = 0; i < imports->len; i++) {
    Import *import = &g_array_index (imports, Import, i);
    ArdCapture place = *at;

    if (strcmp (import->name, dot ? package : ".") != 0)
      continue;
    place.start_line = import->at->start_line;
    import->used = add_defining (state, from, import->folder, dot ? dot + 1 : at->text, &place) || import->used;
  }
}

static void
resolve_file (State *state, guint32 from)
{
  const ArdFile *file = ard_file (state->resolution->corpus, from);
  g_autoptr (GArray) imports = list_imports (state, file);
  g_autofree char *folder = ard_paths_folder (file->path);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (state->resolution->corpus, file->first_capture + i)->facts;

    if (at->kind == ARD_CAPTURE_REFERENCE)
      read_reference (state, from, folder, imports, at);
  }
  for (guint i = 0; i < imports->len; i++) {
    const Import *import = &g_array_index (imports, Import, i);

    if (!import->used)
      ard_resolution_add (state->resolution, from, first_of_package (state, import->folder), import->at, FALSE);
  }
}

void
ard_resolve_go (ArdResolution *resolution)
{
  State state = { resolution, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_array_new (FALSE, FALSE, sizeof (Module)),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref) };

  g_array_set_clear_func (state.modules, clear_module);
  list_folders (&state);
  list_definitions (&state);
  read_modules (&state);
  if (state.modules->len == 0)
    infer_module (&state);
  for (guint32 i = 0; i < resolution->corpus->files->len; i++)
    if (is_go (ard_file (resolution->corpus, i)))
      resolve_file (&state, i);
  g_hash_table_unref (state.folders);
  g_hash_table_unref (state.defined);
  g_array_unref (state.modules);
}
