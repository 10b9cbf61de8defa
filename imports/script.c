#include "imports/resolve.h"

#include <string.h>

#include "imports/packages.h"

/* Endings in the order in which they are tried; TypeScript looks for its own first. */
static const char *const of_script[] = { ".js",  ".jsx",    ".mjs", ".cjs", ".ts",   ".tsx",
                                         ".vue", ".svelte", ".mts", ".cts", ".d.ts", NULL };
static const char *const of_types[] = { ".ts",  ".tsx", ".d.ts", ".mts", ".cts",    ".js",
                                        ".jsx", ".mjs", ".cjs",  ".vue", ".svelte", NULL };

/* What is written as the ending of what will be built, and what it is built from. */
static const char *const built[][2] = { { ".js", ".ts" },   { ".js", ".tsx" },  { ".jsx", ".tsx" },
                                        { ".mjs", ".mts" }, { ".cjs", ".cts" }, { ".js", ".d.ts" } };

typedef struct {
  ArdResolution *resolution;
  ArdPackages *packages;
  GHashTable *erased; /* "file:name" of types that are gone at run time */
} State;

static gboolean
is_typed (const ArdFile *file)
{
  return strcmp (file->language, "TypeScript") == 0 || strcmp (file->language, "TSX") == 0;
}

static gboolean
is_script (const ArdFile *file)
{
  static const char *const languages[] = { "JavaScript", "TypeScript", "TSX", "Vue", "Svelte", "HTML", NULL };

  return ard_text_is_in (file->language, languages);
}

static guint32
script_at (const State *state, const char *path)
{
  guint32 file = ard_paths_find (state->resolution->paths, "", path);

  return file != ARD_NONE && is_script (ard_file (state->resolution->corpus, file)) ? file : ARD_NONE;
}

static guint32
with_ending (const State *state, const char *base, gboolean typed)
{
  const char *const *endings = typed ? of_types : of_script;
  guint32 file = ARD_NONE;

  for (guint i = 0; file == ARD_NONE && endings[i]; i++) {
    g_autofree char *path = g_strconcat (base, endings[i], NULL);

    file = script_at (state, path);
  }
  return file;
}

static guint32
from_built (const State *state, const char *base)
{
  guint32 file = ARD_NONE;

  for (guint i = 0; file == ARD_NONE && i < G_N_ELEMENTS (built); i++)
    if (g_str_has_suffix (base, built[i][0])) {
      g_autofree char *path =
          g_strdup_printf ("%.*s%s", (int) (strlen (base) - strlen (built[i][0])), base, built[i][1]);

      file = script_at (state, path);
    }
  return file;
}

static guint32
file_at (const State *state, const char *base, gboolean typed)
{
  guint32 file = typed ? from_built (state, base) : script_at (state, base);

  if (file == ARD_NONE)
    file = typed ? script_at (state, base) : from_built (state, base);
  return file == ARD_NONE ? with_ending (state, base, typed) : file;
}

/* A file, or a folder: what its package.json names, else its index. */
static guint32
module_at (const State *state, const char *base, gboolean typed)
{
  guint32 file = file_at (state, base, typed);
  g_autoptr (GPtrArray) entries = ard_packages_entries (state->packages, base);
  g_autofree char *index = *base ? g_strconcat (base, "/index", NULL) : g_strdup ("index");

  for (guint i = 0; file == ARD_NONE && i < entries->len; i++)
    file = file_at (state, g_ptr_array_index (entries, i), typed);
  return file == ARD_NONE ? with_ending (state, index, typed) : file;
}

static guint32
find (const State *state, guint32 from, const char *specifier)
{
  const ArdFile *file = ard_file (state->resolution->corpus, from);
  gboolean typed = is_typed (file);
  g_autofree char *folder = ard_paths_folder (file->path);
  g_autofree char *text = g_strndup (specifier, strcspn (specifier, "?"));
  guint32 to = ARD_NONE;

  if (*text == '.') {
    g_autofree char *base = ard_paths_join (folder, text);

    return base ? module_at (state, base, typed) : ARD_NONE;
  }
  if (*text == '/' || strstr (text, "://"))
    return ARD_NONE;

  g_autoptr (GPtrArray) bases = ard_packages_bases (state->packages, folder, text);

  for (guint i = 0; to == ARD_NONE && i < bases->len; i++)
    to = module_at (state, g_ptr_array_index (bases, i), typed);
  return to;
}

static char *
key_of (guint32 file, const char *name)
{
  return g_strdup_printf ("%u:%s", file, name);
}

static void
find_erased (State *state)
{
  const ArdCorpus *corpus = state->resolution->corpus;
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter each;
  gpointer key;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    for (guint32 j = 0; is_typed (file) && j < file->n_captures; j++) {
      const ArdCapture *row = &ard_capture (corpus, file->first_capture + j)->facts;

      if (row->kind == ARD_CAPTURE_DEFINITION && (row->traits & ARD_TRAIT_TYPE_ONLY))
        g_hash_table_add (state->erased, key_of (i, row->text));
      else if (row->kind == ARD_CAPTURE_DEFINITION)
        g_hash_table_add (values, key_of (i, row->text));
    }
  }
  g_hash_table_iter_init (&each, values);
  while (g_hash_table_iter_next (&each, &key, NULL))
    g_hash_table_remove (state->erased, key);
}

/* TypeScript leaves out an import of nothing but types, whether it says so or not; kept: of what is used as one not. */
static gboolean
is_erased (const State *state, guint32 to, const GPtrArray *names, gboolean kept)
{
  guint32 traits = ARD_TRAIT_TYPE_ONLY | (kept ? 0u : ARD_TRAIT_AS_TYPE);

  for (guint i = 0; i < names->len; i++) {
    const ArdCapture *name = g_ptr_array_index (names, i);
    g_autofree char *key = key_of (to, name->text);

    if (!(name->traits & traits) && !g_hash_table_contains (state->erased, key))
      return FALSE;
  }
  return names->len > 0;
}

static void
resolve_file (State *state, guint32 from)
{
  const ArdFile *file = ard_file (state->resolution->corpus, from);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *folder = ard_paths_folder (file->path);
  gboolean kept = is_typed (file) && ard_packages_keep_imports (state->packages, folder);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (state->resolution->corpus, file->first_capture + i)->facts;

    if (at->kind != ARD_CAPTURE_IMPORT)
      continue;
    if (at->traits & ARD_TRAIT_MEMBER) {
      g_ptr_array_add (names, (gpointer) at);
      continue;
    }

    guint32 to = find (state, from, at->text);

    ard_resolution_add (state->resolution, from, to, at, to != ARD_NONE && is_erased (state, to, names, kept));
    g_ptr_array_set_size (names, 0);
  }
}

void
ard_resolve_script (ArdResolution *resolution)
{
  State state = { resolution, ard_packages_new (resolution->corpus, resolution->paths),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  find_erased (&state);
  for (guint32 i = 0; i < resolution->corpus->files->len; i++)
    if (is_script (ard_file (resolution->corpus, i)))
      resolve_file (&state, i);
  g_hash_table_unref (state.erased);
  ard_packages_free (state.packages);
}
