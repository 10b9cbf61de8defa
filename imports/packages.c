#include "imports/packages.h"

#include <string.h>

#include "imports/keys.h"

#define MAX_EXTENDS 8

/* One line of exports, imports or paths: a pattern with at most one '*', and what it stands for. */
typedef struct {
  char *pattern, *target; /* target: a path below the root */
} Mapping;

typedef struct {
  char *folder;
  char *name;         /* or NULL */
  GArray *exports;    /* of Mapping; pattern "./sub" */
  GArray *imports;    /* of Mapping; pattern "#x" */
  GPtrArray *entries; /* of char *: paths below the root */
} Package;

typedef struct {
  char *base;          /* what names are looked up in: baseUrl; or NULL */
  GArray *paths;       /* of Mapping */
  const char *kept[3]; /* what each of keepers says; or NULL */
} Config;

/* Options of the compiler that keep imports, and the value that does not. */
static const char *const keepers[][2] = { { "compilerOptions.verbatimModuleSyntax", "false" },
                                          { "compilerOptions.preserveValueImports", "false" },
                                          { "compilerOptions.importsNotUsedAsValues", "remove" } };

struct ArdPackages {
  const ArdCorpus *corpus;
  const ArdPaths *paths;
  GHashTable *by_folder; /* to Package */
  GHashTable *by_name;   /* to Package, not owned; NULL for a name that two have */
  GHashTable *configs;   /* folder to Config */
};

static void
clear_mapping (gpointer data)
{
  Mapping *mapping = data;

  g_free (mapping->pattern);
  g_free (mapping->target);
}

static GArray *
mappings_new (void)
{
  GArray *mappings = g_array_new (FALSE, FALSE, sizeof (Mapping));

  g_array_set_clear_func (mappings, clear_mapping);
  return mappings;
}

static void
map (GArray *mappings, const char *pattern, const char *folder, const char *target)
{
  Mapping mapping = { NULL, ard_paths_join (folder, *target == '/' ? target + 1 : target) };

  if (!mapping.target)
    return;
  mapping.pattern = g_strdup (pattern);
  g_array_append_val (mappings, mapping);
}

static void
free_package (gpointer data)
{
  Package *package = data;

  g_free (package->folder);
  g_free (package->name);
  g_array_unref (package->exports);
  g_array_unref (package->imports);
  g_ptr_array_unref (package->entries);
  g_free (package);
}

static void
free_config (gpointer data)
{
  Config *config = data;

  g_free (config->base);
  g_array_unref (config->paths);
  g_free (config);
}

static void
add_entry (Package *package, const char *target)
{
  char *path = ard_paths_join (package->folder, *target == '/' ? target + 1 : target);

  if (path)
    g_ptr_array_add (package->entries, path);
}

/* exports is one target, targets by condition, or both by sub-path. */
static void
read_export (Package *package, char **parts, const char *value)
{
  const char *pattern = parts[1] && *parts[1] == '.' ? parts[1] : ".";

  if (strcmp (pattern, ".") == 0)
    add_entry (package, value);
  else
    map (package->exports, pattern, package->folder, value);
}

static void
read_package (Package *package, const ArdDocumentRow *row)
{
  static const char *const entries[] = { "source", "types", "typings", "module", "main", NULL };
  g_auto (GStrv) parts = ard_key_parts (row->key);

  if (!parts[0])
    return;
  if (strcmp (row->key, "name") == 0 && !package->name)
    package->name = g_strdup (row->value);
  else if (strcmp (parts[0], "exports") == 0)
    read_export (package, parts, row->value);
  else if (strcmp (parts[0], "imports") == 0 && parts[1] && *parts[1] == '#')
    map (package->imports, parts[1], package->folder, row->value);
  else if (!parts[1] && g_strv_contains (entries, parts[0]))
    add_entry (package, row->value);
}

static void
enter_package (ArdPackages *self, guint32 file)
{
  const ArdFile *document = ard_file (self->corpus, file);
  Package *package = g_new0 (Package, 1);

  package->folder = ard_paths_folder (document->path);
  package->exports = mappings_new ();
  package->imports = mappings_new ();
  package->entries = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < document->n_settings; i++)
    read_package (package, &ard_document (self->corpus, document->first_setting + i)->facts);
  if (package->name && *package->name)
    g_hash_table_insert (self->by_name, package->name,
                         g_hash_table_contains (self->by_name, package->name) ? NULL : package);
  g_hash_table_insert (self->by_folder, package->folder, package);
}

/* ---- tsconfig ---- */

static void
read_paths (const ArdCorpus *corpus, guint32 file, const char *base, Config *config)
{
  const ArdFile *document = ard_file (corpus, file);

  for (guint32 i = 0; i < document->n_settings; i++) {
    const ArdDocumentRow *row = &ard_document (corpus, document->first_setting + i)->facts;
    g_auto (GStrv) parts = g_str_has_prefix (row->key, "compilerOptions.paths.") ? ard_key_parts (row->key) : NULL;

    if (parts && g_strv_length (parts) >= 3)
      map (config->paths, parts[2], base, row->value);
  }
}

static void
read_config (const ArdPackages *self, guint32 file, Config *config)
{
  for (guint depth = 0; file != ARD_NONE && depth < MAX_EXTENDS; depth++) {
    g_autofree char *folder = ard_paths_folder (ard_file (self->corpus, file)->path);
    const char *base = ard_keys_find (self->corpus, file, "compilerOptions.baseUrl");
    const char *parent = ard_keys_find (self->corpus, file, "extends");

    if (base && !config->base)
      config->base = ard_paths_join (folder, base);
    for (guint i = 0; i < G_N_ELEMENTS (keepers); i++)
      config->kept[i] = config->kept[i] ?: ard_keys_find (self->corpus, file, keepers[i][0]);
    if (config->paths->len == 0)
      read_paths (self->corpus, file, config->base ? config->base : folder, config);
    file = ARD_NONE;
    if (parent && *parent == '.') {
      g_autofree char *ended = g_strconcat (parent, g_str_has_suffix (parent, ".json") ? "" : ".json", NULL);

      file = ard_paths_find (self->paths, folder, ended);
    }
  }
}

static gboolean
is_config (const char *name)
{
  return g_str_has_suffix (name, ".json") &&
         (g_str_has_prefix (name, "tsconfig.") || strcmp (name, "jsconfig.json") == 0);
}

/* tsconfig.app.json and its sisters stand beside tsconfig.json: they describe the same folder. */
static void
enter_config (ArdPackages *self, guint32 file)
{
  g_autofree char *folder = ard_paths_folder (ard_file (self->corpus, file)->path);
  Config *config = g_hash_table_lookup (self->configs, folder);

  if (!config) {
    config = g_new0 (Config, 1);
    config->paths = mappings_new ();
    g_hash_table_insert (self->configs, g_strdup (folder), config);
  }
  read_config (self, file, config);
}

ArdPackages *
ard_packages_new (const ArdCorpus *corpus, const ArdPaths *paths)
{
  ArdPackages *self = g_new0 (ArdPackages, 1);

  self->corpus = corpus;
  self->paths = paths;
  self->by_folder = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_package);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->configs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_config);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const char *path = ard_file (corpus, i)->path, *slash = strrchr (path, '/');
    const char *name = slash ? slash + 1 : path;

    if (strcmp (name, "package.json") == 0)
      enter_package (self, i);
    else if (is_config (name))
      enter_config (self, i);
  }
  return self;
}

void
ard_packages_free (ArdPackages *packages)
{
  if (!packages)
    return;
  g_hash_table_unref (packages->by_name);
  g_hash_table_unref (packages->by_folder);
  g_hash_table_unref (packages->configs);
  g_free (packages);
}

/* ---- specifiers ---- */

/* What the table has for the folder or the nearest above. */
static gpointer
find_above (GHashTable *table, const char *folder)
{
  g_autofree char *path = g_strdup (folder);
  gpointer found = g_hash_table_lookup (table, path);

  while (!found && *path) {
    char *slash = strrchr (path, '/');

    *(slash ? slash : path) = '\0';
    found = g_hash_table_lookup (table, path);
  }
  return found;
}

gboolean
ard_packages_keep_imports (const ArdPackages *packages, const char *folder)
{
  const Config *config = find_above (packages->configs, folder);

  for (guint i = 0; config && i < G_N_ELEMENTS (keepers); i++)
    if (config->kept[i] && strcmp (config->kept[i], keepers[i][1]) != 0)
      return TRUE;
  return FALSE;
}

static void
add_mapped (GPtrArray *bases, const Mapping *mapping, const char *text)
{
  const char *star = strchr (mapping->pattern, '*'), *hole = strchr (mapping->target, '*');
  gsize before = star ? (gsize) (star - mapping->pattern) : 0, length = strlen (text);

  if (!star) {
    if (strcmp (mapping->pattern, text) == 0)
      g_ptr_array_add (bases, g_strdup (mapping->target));
    return;
  }

  gsize after = strlen (star + 1);

  if (length < before + after || strncmp (mapping->pattern, text, before) != 0 || !g_str_has_suffix (text, star + 1))
    return;

  g_autofree char *middle = g_strndup (text + before, length - before - after);

  g_ptr_array_add (
      bases, hole ? g_strdup_printf ("%.*s%s%s", (int) (hole - mapping->target), mapping->target, middle, hole + 1)
                  : g_strdup (mapping->target));
}

static void
add_all_mapped (GPtrArray *bases, const GArray *mappings, const char *text)
{
  for (guint i = 0; i < mappings->len; i++)
    add_mapped (bases, &g_array_index (mappings, Mapping, i), text);
}

static void
add_joined (GPtrArray *bases, const char *folder, const char *name)
{
  char *path = ard_paths_join (folder, name);

  if (path)
    g_ptr_array_add (bases, path);
}

/* Length of "name" or "@scope/name". */
static gsize
name_length (const char *specifier)
{
  gsize length = strcspn (specifier, "/");

  return *specifier == '@' && specifier[length] ? length + 1 + strcspn (specifier + length + 1, "/") : length;
}

/* What was built from src is not in the repository: its source is. */
static void
add_sources (GPtrArray *bases, const char *folder)
{
  static const char *const built[] = { "dist/", "build/", "lib/", "out/", "esm/", "cjs/" };
  guint n = bases->len;
  gsize length = *folder ? strlen (folder) + 1 : 0;

  for (guint i = 0; i < n; i++) {
    const char *path = g_ptr_array_index (bases, i);

    for (guint j = 0; strlen (path) > length && j < G_N_ELEMENTS (built); j++)
      if (g_str_has_prefix (path + length, built[j])) {
        g_autofree char *source = g_strconcat ("src/", path + length + strlen (built[j]), NULL);

        add_joined (bases, folder, source);
      }
  }
}

static void
add_package (GPtrArray *bases, const Package *package, const char *rest)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  if (*rest) {
    g_autofree char *sub = g_strconcat (".", rest, NULL);
    g_autofree char *in_source = g_strconcat ("src", rest, NULL);

    add_all_mapped (own, package->exports, sub);
    add_sources (own, package->folder);
    add_joined (own, package->folder, sub);
    add_joined (own, package->folder, in_source);
  } else {
    for (guint i = 0; i < package->entries->len; i++)
      g_ptr_array_add (own, g_strdup (g_ptr_array_index (package->entries, i)));
    add_sources (own, package->folder);
    add_joined (own, package->folder, "src/index");
    add_joined (own, package->folder, "index");
  }
  g_ptr_array_extend_and_steal (bases, g_steal_pointer (&own));
}

GPtrArray *
ard_packages_bases (const ArdPackages *packages, const char *folder, const char *specifier)
{
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);
  const Config *config = find_above (packages->configs, folder);
  const Package *own = find_above (packages->by_folder, folder);
  g_autofree char *name = g_strndup (specifier, name_length (specifier));
  const Package *other = g_hash_table_lookup (packages->by_name, name);

  if (config)
    add_all_mapped (bases, config->paths, specifier);
  if (own && *specifier == '#')
    add_all_mapped (bases, own->imports, specifier);
  if (other)
    add_package (bases, other, specifier + strlen (name));
  if (config && config->base && *specifier != '#')
    add_joined (bases, config->base, specifier);
  if (own && (g_str_has_prefix (specifier, "@/") || g_str_has_prefix (specifier, "~/"))) {
    g_autofree char *in_source = g_strconcat ("src/", specifier + 2, NULL);

    add_joined (bases, own->folder, in_source);
  }
  return bases;
}

GPtrArray *
ard_packages_entries (const ArdPackages *packages, const char *folder)
{
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);
  const Package *package = g_hash_table_lookup (packages->by_folder, folder);

  if (package)
    for (guint i = 0; i < package->entries->len; i++)
      g_ptr_array_add (bases, g_strdup (g_ptr_array_index (package->entries, i)));
  return bases;
}
