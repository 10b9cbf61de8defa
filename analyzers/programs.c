#include "analyzers/programs.h"

#include <string.h>

#include "analyzers/tongue.h"

/* Folders whose code is run, not called. */
static const char folders[] = "bin cmd cli exe sbin script scripts tool tools build buildscripts dev devtools ci xtask "
                              "bench benches benchmark benchmarks "
                              "command commands commandline subcommands console program app hack contrib";

/* Files, by name without extension, that are run or make the program. */
static const char stems[] = "main __main__ cli setup manage build gulpfile gruntfile rakefile makefile jakefile "
                            "bootstrap wsgi asgi console run "
                            "cmd cmdline commandline command args argparse argparser lapp optparse getopt usage daemon "
                            "server index webpack rollup karma vite";

/* Where one folder, or a tree of them, is linked into one program. */
#define LINKED_BY_FOLDER                                                                                \
  (ARD_TONGUES (C) | ARD_TONGUES (CPP) | ARD_TONGUES (GO) | ARD_TONGUES (JAVA) | ARD_TONGUES (KOTLIN) | \
   ARD_TONGUES (SCALA) | ARD_TONGUES (CSHARP) | ARD_TONGUES (SWIFT))

struct ArdPrograms {
  const ArdCorpus *corpus;
  GHashTable *folders; /* folders with a main, of languages that link by folder */
  GHashTable *apps;    /* Ruby: roots of Rails applications */
  GHashTable *crates;  /* Rust: source folders with a main.rs */
  guint8 *own;         /* by file */
};

static gboolean
has_main (const ArdCorpus *corpus, const ArdFile *file)
{
  for (guint32 i = 0; i < file->n_functions; i++) {
    const ArdFunction *function = &ard_function (corpus, file->first_function + i)->facts;
    ArdSpan name = ard_simple_name (function->name, strlen (function->name));

    if (ard_words_have ("main Main _main wmain WinMain wWinMain", name))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_run_as_it_is (const ArdCorpus *corpus, const ArdFile *file)
{
  return file->n_captures && ard_capture (corpus, file->first_capture)->facts.kind == ARD_CAPTURE_INTERPRETER;
}

static gboolean
is_command_path (const char *path)
{
  const char *slash, *stem;
  gsize length;

  while ((slash = strchr (path, '/'))) {
    if (ard_words_have_folded (folders, (ArdSpan){ path, (gsize) (slash - path) }) ||
        g_str_has_prefix (path, "create-") || (slash - path > 4 && memcmp (slash - 4, "-cli", 4) == 0))
      return TRUE; /* npm runs create-x at `npm create x` */
    path = slash + 1;
  }
  stem = path;
  length = strcspn (stem, ".");
  return ard_words_have_folded (stems, (ArdSpan){ stem, length }) || g_str_has_suffix (stem, ".rake") ||
         ard_words_part ("test Test", (ArdSpan){ stem, length }) ||
         (length > 4 && g_ascii_strncasecmp (stem + length - 4, "_cli", 4) == 0);
}

/* The folder at the top: C programs link what their source tree holds. */
static char *
top_of (const char *path)
{
  const char *slash = strchr (path, '/');

  return slash ? g_strndup (path, (gsize) (slash - path)) : g_strdup ("");
}

static char *
folder_of (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash ? g_strndup (path, (gsize) (slash - path)) : g_strdup ("");
}

/* Whether the folder of the path or one above it is in the table. */
static gboolean
is_below (GHashTable *table, const char *path)
{
  g_autofree char *folder = folder_of (path);

  while (TRUE) {
    char *slash;

    if (g_hash_table_contains (table, folder))
      return TRUE;
    if (!*folder)
      return FALSE;
    slash = strrchr (folder, '/');
    *(slash ? slash : folder) = '\0';
  }
}

/* A crate with src/main.rs is a program, a src/lib.rs beside it its own; so is what stands in src/bin. */
static void
find_crate (ArdPrograms *self, const char *path)
{
  if (g_str_has_suffix (path, "/main.rs"))
    g_hash_table_add (self->crates, folder_of (path));
}

/* A Rails application is what its config/application.rb starts. */
static void
find_app (ArdPrograms *self, const char *path)
{
  static const char start[] = "config/application.rb";
  gsize length = strlen (path), tail = strlen (start);

  if (g_str_has_suffix (path, start) && (length == tail || path[length - tail - 1] == '/'))
    g_hash_table_add (self->apps, g_strndup (path, length == tail ? 0 : length - tail - 1));
}

ArdPrograms *
ard_programs_new (const ArdCorpus *corpus)
{
  ArdPrograms *self = g_new0 (ArdPrograms, 1);

  self->corpus = corpus;
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->apps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->crates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own = g_new0 (guint8, corpus->files->len + 1);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    ArdTongue tongue = ard_tongue_of (file);

    self->own[i] = has_main (corpus, file);
    if (self->own[i] && LINKED_BY_FOLDER & (1u << tongue) && !(file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED)))
      g_hash_table_add (self->folders, tongue == ARD_TONGUE_C || tongue == ARD_TONGUE_CPP ? top_of (file->path)
                                                                                          : folder_of (file->path));
    if (tongue == ARD_TONGUE_RUST)
      find_crate (self, file->path);
    else if (tongue == ARD_TONGUE_RUBY)
      find_app (self, file->path);
    self->own[i] |= is_command_path (file->path) || is_run_as_it_is (corpus, file);
  }
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    ArdTongue tongue = ard_tongue_of (file);

    if (LINKED_BY_FOLDER & (1u << tongue))
      self->own[i] |= is_below (self->folders, file->path);
    else if (tongue == ARD_TONGUE_RUST)
      self->own[i] |= is_below (self->crates, file->path);
    else if (tongue == ARD_TONGUE_RUBY)
      self->own[i] |= is_below (self->apps, file->path);
  }
  return self;
}

void
ard_programs_free (ArdPrograms *programs)
{
  if (!programs)
    return;
  g_hash_table_unref (programs->folders);
  g_hash_table_unref (programs->apps);
  g_hash_table_unref (programs->crates);
  g_free (programs->own);
  g_free (programs);
}

gboolean
ard_programs_own (const ArdPrograms *programs, guint32 file)
{
  return programs->own[file];
}
