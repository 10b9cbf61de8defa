#include "repository/lay.h"

#include <string.h>

#define MAX_LICENCES 1000 /* folders with a licence that are looked at */

typedef struct {
  const char *path;
  ArdOid blob;
  gboolean on_disk;
} Text;

struct ArdLay {
  ArdRepository *repository;
  GHashTable *folders; /* path to ArdLayBits */
  GArray *licences;    /* of Text, below a folder of libraries */
  GArray *owners;      /* of Text, at the root: who the product's owner is */
  gboolean bundled;    /* any */
};

ArdLay *
ard_lay_new (ArdRepository *repository)
{
  ArdLay *lay = g_new0 (ArdLay, 1);

  lay->repository = repository;
  lay->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lay->licences = g_array_new (FALSE, TRUE, sizeof (Text));
  lay->owners = g_array_new (FALSE, TRUE, sizeof (Text));
  return lay;
}

void
ard_lay_free (ArdLay *lay)
{
  g_hash_table_unref (lay->folders);
  g_array_unref (lay->licences);
  g_array_unref (lay->owners);
  g_free (lay);
}

static gboolean
is_one_of (const char *name, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_manifest (const char *name)
{
  static const char *const names[] = { "package.json", "composer.json",  "setup.py",       "pyproject.toml",
                                       "Cargo.toml",   "go.mod",         "pom.xml",        "build.gradle",
                                       "build.sbt",    "Package.swift",  "CMakeLists.txt", "build.gradle.kts",
                                       "meson.build",  "configure.ac",   "configure.in",   "configure",
                                       "bower.json",   "component.json", "Makefile.am",    "Gemfile",
                                       "pubspec.yaml", "mix.exs",        "library.json",   "Makefile" };
  static const char *const endings[] = { ".csproj",  ".vcxproj", ".fsproj",  ".vbproj",
                                         ".gemspec", ".podspec", ".rockspec" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return is_one_of (name, names, G_N_ELEMENTS (names));
}

/* The word, alone or with the ending of a text: README, README.md, LICENSE-MIT. */
static gboolean
is_text_called (const char *name, const char *word)
{
  static const char *const endings[] = { "",     ".txt",    ".md",  ".markdown", ".rst",  ".html",
                                         ".mit", ".bsd",    ".asc", "-MIT",      ".adoc", "-MIT.txt",
                                         ".org", "-APACHE", ".rtf", "-BSD",      ".BSD-3" };
  gsize length = strlen (word);

  return g_ascii_strncasecmp (name, word, length) == 0 && is_one_of (name + length, endings, G_N_ELEMENTS (endings));
}

static gboolean
is_any_called (const char *name, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_text_called (name, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_licence (const char *name)
{
  static const char *const words[] = { "LICENSE", "LICENCE", "COPYING", "UNLICENSE", "MIT-LICENSE", "COPYRIGHT" };

  return is_any_called (name, words, G_N_ELEMENTS (words));
}

static gboolean
names_owner (const char *name)
{
  static const char *const words[] = { "AUTHORS", "NOTICE", "README", "CONTRIBUTORS", "MAINTAINERS", "CREDITS" };

  return is_licence (name) || is_manifest (name) || is_any_called (name, words, G_N_ELEMENTS (words));
}

/* playwright.config.ts, cypress.json, wdio.conf.js, .detoxrc.js */
static gboolean
is_runners_settings (const char *name)
{
  static const char *const runners[] = { "playwright", "cypress",  "wdio", "nightwatch",
                                         "protractor", "testcafe", "detox" };

  name += *name == '.';
  for (guint i = 0; i < G_N_ELEMENTS (runners); i++) {
    gsize length = strlen (runners[i]);

    if (strncmp (name, runners[i], length) == 0 &&
        (g_str_has_prefix (name + length, ".conf") || g_str_equal (name + length, ".json") ||
         g_str_has_prefix (name + length, "rc")))
      return TRUE;
  }
  return FALSE;
}

/* A folder of libraries has another one below it in which the path is. */
static gboolean
is_on_shelf (const char *path)
{
  static const char *const shelves[] = { "lib",         "libs",         "library", "libraries", "dep",
                                         "deps",        "dependencies", "ext",     "exts",      "externals",
                                         "subprojects", "bundled",      "foreign", "imported" };
  const char *name = path, *slash;

  for (guint depth = 0; depth < ARD_LAY_DEPTH && (slash = strchr (name, '/')); name = slash + 1, depth++) {
    g_autofree char *folder = g_strndup (name, (gsize) (slash - name));

    if (is_one_of (folder, shelves, G_N_ELEMENTS (shelves)) && strchr (slash + 1, '/'))
      return TRUE;
  }
  return FALSE;
}

static guint
bits_of (const char *name)
{
  guint bits = 0;

  bits |= g_str_has_suffix (name, ".go") ? ARD_LAY_GO : 0;
  bits |= is_manifest (name) ? ARD_LAY_PROJECT : 0;
  bits |= is_text_called (name, "README") ? ARD_LAY_README : 0;
  bits |= is_runners_settings (name) ? ARD_LAY_RUNNER : 0;
  return bits;
}

static void
mark (ArdLay *lay, const char *path, gsize length, guint bits)
{
  g_autofree char *folder = g_strndup (path, length);

  bits |= GPOINTER_TO_UINT (g_hash_table_lookup (lay->folders, folder));
  g_hash_table_replace (lay->folders, g_steal_pointer (&folder), GUINT_TO_POINTER (bits));
}

void
ard_lay_add (ArdLay *lay, const char *path, const ArdOid *blob)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;
  guint bits = bits_of (name);
  Text text = { .path = path, .on_disk = blob == NULL };

  if (bits)
    mark (lay, path, slash ? (gsize) (slash - path) : 0, bits);
  if (blob)
    text.blob = *blob;
  if (!slash && names_owner (name))
    g_array_append_val (lay->owners, text);
  else if (slash && lay->licences->len < MAX_LICENCES && is_licence (name) && is_on_shelf (path))
    g_array_append_val (lay->licences, text);
}

guint
ard_lay_of (const ArdLay *lay, const char *path, gsize length)
{
  if (!lay)
    return 0;

  g_autofree char *folder = g_strndup (path, length);

  return GPOINTER_TO_UINT (g_hash_table_lookup (lay->folders, folder));
}

gboolean
ard_lay_is_bundled (const ArdLay *lay, const char *path)
{
  const char *slash = lay && lay->bundled ? strchr (path, '/') : NULL;

  for (guint depth = 0; slash && depth < ARD_LAY_DEPTH; slash = strchr (slash + 1, '/'), depth++)
    if (ard_lay_of (lay, path, (gsize) (slash - path)) & ARD_LAY_BUNDLED)
      return TRUE;
  return FALSE;
}

/* The first of a text, lower case, with a line feed at its end; never NULL. */
static char *
read_text (const ArdLay *lay, const Text *text)
{
  enum { FIRST = 1 << 16, LARGEST = 1 << 22 };
  g_autoptr (git_odb_object) object =
      text->on_disk ? NULL : ard_object_read (lay->repository, &text->blob, GIT_OBJECT_BLOB, NULL);
  g_autoptr (GBytes) bytes = text->on_disk ? ard_work_tree_bytes (lay->repository, text->path, LARGEST, NULL) : NULL;
  gsize size = 0;
  const char *data = object ? git_odb_object_data (object) : bytes ? g_bytes_get_data (bytes, &size) : NULL;
  g_autofree char *first = NULL;

  if (object)
    size = git_odb_object_size (object);
  first = g_strndup (data ? data : "", MIN (size, FIRST));
  return g_ascii_strdown (first, -1);
}

static gboolean
is_foreign (const ArdLay *lay, const Text *licence, GHashTable *owners, const char *own)
{
  g_autofree char *text = read_text (lay, licence);
  gsize length = (gsize) (strrchr (licence->path, '/') - licence->path);
  gboolean named, foreign = ard_licence_is_foreign (text, owners, &named);

  if (named)
    return foreign;
  return *text && !ard_licence_same_kind (text, own) &&
         (ard_lay_of (lay, licence->path, length) & (ARD_LAY_README | ARD_LAY_PROJECT));
}

void
ard_lay_settle (ArdLay *lay)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *own = g_strdup ("");

  if (lay->licences->len == 0 || !(ard_lay_of (lay, "", 0) & (ARD_LAY_README | ARD_LAY_PROJECT)))
    return;
  for (guint i = 0; i < lay->owners->len; i++) {
    const Text *text = &g_array_index (lay->owners, Text, i);
    g_autofree char *words = read_text (lay, text);

    ard_licence_add_words (owners, words);
    if (*own == '\0' && is_licence (text->path)) {
      g_free (own);
      own = g_steal_pointer (&words);
    }
  }
  for (guint i = 0; i < lay->licences->len; i++) {
    const Text *licence = &g_array_index (lay->licences, Text, i);

    if (is_foreign (lay, licence, owners, own)) {
      mark (lay, licence->path, (gsize) (strrchr (licence->path, '/') - licence->path), ARD_LAY_BUNDLED);
      lay->bundled = TRUE;
    }
  }
}
