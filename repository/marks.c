#include "repository/copies.h"

#include <string.h>

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

gboolean
ard_mark_is_licence (const char *name)
{
  static const char *const words[] = { "LICENSE", "LICENCE", "COPYING", "UNLICENSE", "MIT-LICENSE", "COPYRIGHT" };

  return is_any_called (name, words, G_N_ELEMENTS (words));
}

gboolean
ard_mark_names_owner (const char *name)
{
  static const char *const words[] = { "AUTHORS", "NOTICE", "README", "CONTRIBUTORS", "MAINTAINERS", "CREDITS" };

  return ard_mark_is_licence (name) || is_manifest (name) || is_any_called (name, words, G_N_ELEMENTS (words));
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

gboolean
ard_mark_is_script (const char *name)
{
  return g_str_has_suffix (name, ".js") || g_str_has_suffix (name, ".mjs") || g_str_has_suffix (name, ".cjs");
}

guint
ard_mark_of_name (const char *name)
{
  static const char *const changes[] = { "CHANGELOG", "CHANGES", "NEWS", "HISTORY" };
  guint bits = 0;

  bits |= g_str_has_suffix (name, ".go") ? ARD_LAY_GO : 0;
  bits |= is_manifest (name) ? ARD_LAY_PROJECT : 0;
  bits |= is_text_called (name, "README") ? ARD_LAY_README : 0;
  bits |= is_text_called (name, "AUTHORS") ? ARD_LAY_AUTHORS : 0;
  bits |= is_any_called (name, changes, G_N_ELEMENTS (changes)) ? ARD_LAY_CHANGES : 0;
  bits |= is_runners_settings (name) ? ARD_LAY_RUNNER : 0;
  return bits;
}

gsize
ard_mark_home (const char *path)
{
  static const char *const files[] = { ".travis.yml",   ".gitlab-ci.yml", "appveyor.yml",
                                       ".appveyor.yml", ".cirrus.yml",    ".gitmodules" };
  const char *folder = strstr (path, "/.github/"), *name = strrchr (path, '/');

  if (!folder)
    folder = strstr (path, "/.circleci/");
  if (!folder && name && is_one_of (name + 1, files, G_N_ELEMENTS (files)))
    folder = name;
  return folder ? (gsize) (folder - path) : 0;
}

gboolean
ard_mark_is_shelf (const char *name, gsize length)
{
  static const char *const shelves[] = { "lib",          "libs",    "library", "libraries", "dep",    "deps",
                                         "dependencies", "ext",     "exts",    "externals", "extern", "external",
                                         "subprojects",  "bundled", "foreign", "imported" };

  for (guint i = 0; i < G_N_ELEMENTS (shelves); i++)
    if (strlen (shelves[i]) == length && g_ascii_strncasecmp (name, shelves[i], length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ard_mark_on_shelf (const char *path)
{
  const char *name = path, *slash;

  for (guint depth = 0; depth < ARD_LAY_DEPTH && (slash = strchr (name, '/')); name = slash + 1, depth++)
    if (ard_mark_is_shelf (name, (gsize) (slash - name)) && strchr (slash + 1, '/'))
      return TRUE;
  return FALSE;
}

/* Letters and digits, small. */
static char *
fold (const char *name, gsize length)
{
  GString *folded = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (name[i]))
      g_string_append_c (folded, g_ascii_tolower (name[i]));
  return g_string_free (folded, FALSE);
}

gboolean
ard_mark_is_namesake (const char *folder, gsize length, const char *name)
{
  static const char *const endings[] = { ".css", ".h" };
  gboolean is_ours = ard_mark_is_script (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    is_ours |= g_str_has_suffix (name, endings[i]);
  if (!is_ours)
    return FALSE;

  g_autofree char *wanted = fold (folder, length), *stem = fold (name, strcspn (name, ".")),
                  *whole = fold (name, strlen (name)), *script = g_strconcat (stem, "js", NULL);

  return *wanted && (g_str_has_prefix (whole, wanted) || g_str_equal (script, wanted));
}
