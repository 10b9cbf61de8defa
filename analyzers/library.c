#include "analyzers/library.h"

#include <string.h>

#include "analyzers/tongue.h"

/* Families of languages that are run together. */
typedef enum {
  GROUP_C,
  GROUP_GO,
  GROUP_JVM,
  GROUP_NET,
  GROUP_PYTHON,
  GROUP_SCRIPT,
  GROUP_RUBY,
  GROUP_PHP,
  GROUP_LUA,
  GROUP_RUST,
  GROUP_SWIFT,
  GROUP_NONE,
  N_GROUPS
} Group;

struct ArdLibraries {
  const ArdCorpus *corpus;
  const ArdPrograms *programs;
  GHashTable *manifests; /* "GROUP FOLDER" → 1 gives code away, 2 is run */
  gboolean run[N_GROUPS];
  gboolean dockerised; /* the repository says how to run itself */
  guint8 *reached;     /* by file: a program's start, or what it imports, however far */
};

static Group
group_of (ArdTongue tongue)
{
  static const struct {
    guint tongues;
    Group group;
  } groups[] = {
    { ARD_TONGUES (C) | ARD_TONGUES (CPP), GROUP_C },
    { ARD_TONGUES (JAVA) | ARD_TONGUES (KOTLIN) | ARD_TONGUES (SCALA), GROUP_JVM },
    { ARD_TONGUES (GO), GROUP_GO },
    { ARD_TONGUES (CSHARP), GROUP_NET },
    { ARD_TONGUES (PYTHON), GROUP_PYTHON },
    { ARD_TONGUES (JAVASCRIPT), GROUP_SCRIPT },
    { ARD_TONGUES (RUBY), GROUP_RUBY },
    { ARD_TONGUES (PHP), GROUP_PHP },
    { ARD_TONGUES (LUA), GROUP_LUA },
    { ARD_TONGUES (RUST), GROUP_RUST },
    { ARD_TONGUES (SWIFT), GROUP_SWIFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].tongues & 1u << tongue)
      return groups[i].group;
  return GROUP_NONE;
}

/* ---- manifests ---- */

static const struct {
  Group group;
  const char *name; /* of the file; "*" before what it ends with */
} manifests[] = {
  { GROUP_SCRIPT, "package.json" }, { GROUP_PYTHON, "setup.py" },     { GROUP_PYTHON, "pyproject.toml" },
  { GROUP_PYTHON, "setup.cfg" },    { GROUP_RUBY, "*.gemspec" },      { GROUP_PHP, "composer.json" },
  { GROUP_LUA, "*.rockspec" },      { GROUP_SWIFT, "Package.swift" }, { GROUP_GO, "go.mod" },
  { GROUP_RUST, "Cargo.toml" },
};

static char *
key_of (Group group, const char *path, gsize length)
{
  return g_strdup_printf ("%d %.*s", group, (int) length, path);
}

/* Whether a scalar with that key, or below it, stands in the document. */
static const ArdDocumentRow *
find_row (const ArdCorpus *corpus, const ArdFile *file, const char *key)
{
  gsize length = strlen (key);

  for (guint32 i = 0; i < file->n_settings; i++) {
    const ArdDocumentRow *row = &ard_document (corpus, file->first_setting + i)->facts;

    if (strncmp (row->key, key, length) == 0 && (!row->key[length] || strchr (".[", row->key[length])))
      return row;
  }
  return NULL;
}

static gboolean
says (const ArdCorpus *corpus, const ArdFile *file, const char *key, const char *value)
{
  const ArdDocumentRow *row = find_row (corpus, file, key);

  return row && strcmp (row->value, value) == 0;
}

/* Whether package.json says how to start it as a program of its own: "start": "node server". */
static gboolean
is_started (const ArdCorpus *corpus, const ArdFile *file)
{
  const ArdDocumentRow *row = find_row (corpus, file, "scripts.start");

  return row && strstr (row->value, "node ");
}

/* Whether what the manifest describes is run rather than called. */
static gboolean
is_run (const ArdCorpus *corpus, const ArdFile *file, Group group)
{
  switch (group) {
  case GROUP_SCRIPT:
    return is_started (corpus, file) || says (corpus, file, "private", "true") || find_row (corpus, file, "bin") ||
           (!find_row (corpus, file, "main") && !find_row (corpus, file, "exports") &&
            !find_row (corpus, file, "module"));
  case GROUP_PYTHON:
    return find_row (corpus, file, "project.scripts") || find_row (corpus, file, "tool.poetry.scripts") ||
           find_row (corpus, file, "project.gui-scripts") || find_row (corpus, file, "options.entry_points");
  case GROUP_PHP:
    return says (corpus, file, "type", "project") || find_row (corpus, file, "bin") ||
           !find_row (corpus, file, "autoload");
  case GROUP_RUST:
    return find_row (corpus, file, "bin") != NULL;
  default:
    return FALSE;
  }
}

static void
read_manifest (ArdLibraries *self, const ArdFile *file)
{
  const char *slash = strrchr (file->path, '/'), *name = slash ? slash + 1 : file->path;

  for (guint i = 0; i < G_N_ELEMENTS (manifests); i++) {
    const char *wanted = manifests[i].name;
    Group group = manifests[i].group;

    if (group == GROUP_PYTHON && g_str_has_suffix (name, ".toml") && !find_row (self->corpus, file, "project") &&
        !find_row (self->corpus, file, "build-system") && !find_row (self->corpus, file, "tool.poetry"))
      continue; /* settings of tools only */
    if (*wanted == '*' ? !g_str_has_suffix (name, wanted + 1) : strcmp (name, wanted) != 0)
      continue;

    char *key = key_of (group, file->path, slash ? (gsize) (slash - file->path) : 0);
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->manifests, key));
    guint now = is_run (self->corpus, file, group) ? 2 : 1;

    g_hash_table_insert (self->manifests, key, GUINT_TO_POINTER (MAX (before, now)));
  }
}

/* ---- what is run ---- */

static gboolean
has_main (const ArdCorpus *corpus, const ArdFile *file)
{
  for (guint32 i = 0; i < file->n_functions; i++) {
    const char *name = ard_function (corpus, file->first_function + i)->facts.name;

    if (ard_words_have ("main Main _main wmain WinMain wWinMain", ard_simple_name (name, strlen (name))))
      return TRUE;
  }
  return FALSE;
}

/* A folder of helpers for whoever works on the repository. */
static gboolean
is_aside (const char *path)
{
  static const char aside[] = "script scripts tool tools hack ci dev build bench benchmark benchmarks test tests "
                              "example examples internal testdata _examples docs doc gen generate xtask utils";
  const char *slash;

  while ((slash = strchr (path, '/'))) {
    if (ard_words_have_folded (aside, (ArdSpan){ path, (gsize) (slash - path) }))
      return TRUE;
    path = slash + 1;
  }
  return ard_words_have ("setup manage gulpfile Gruntfile conftest bootstrap build",
                         (ArdSpan){ path, strcspn (path, ".") });
}

static void
read_program (ArdLibraries *self, const ArdFile *file)
{
  const char *slash = strrchr (file->path, '/'), *name = slash ? slash + 1 : file->path;
  Group group = group_of (ard_tongue_of (file));
  gboolean script =
      file->n_captures && ard_capture (self->corpus, file->first_capture)->facts.kind == ARD_CAPTURE_INTERPRETER;
  gboolean scripted = group == GROUP_PYTHON || group == GROUP_SCRIPT || group == GROUP_RUBY || group == GROUP_LUA;

  if (!slash && ard_words_have ("Dockerfile Procfile docker-compose.yml docker-compose.yaml compose.yaml",
                                (ArdSpan){ name, strlen (name) })) {
    self->dockerised = TRUE;
    for (guint i = GROUP_GO; i < GROUP_NONE; i++)
      self->run[i] = TRUE;
  }
  if (file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED) || is_aside (file->path))
    return;
  if (group == GROUP_SWIFT && ard_words_have ("main.swift AppDelegate.swift", (ArdSpan){ name, strlen (name) }))
    self->run[GROUP_SWIFT] = TRUE;
  if (scripted ? script || strcmp (name, "__main__.py") == 0 : group != GROUP_C && has_main (self->corpus, file))
    self->run[group] = TRUE;
  if (strcmp (name, "main.rs") == 0)
    self->run[GROUP_RUST] = TRUE;
}

/* Whether a script does something when it is loaded: a call at its top whose value nobody takes. */
static gboolean
acts (const ArdCorpus *corpus, const ArdFile *file)
{
  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *call = &ard_capture (corpus, file->first_capture + i)->facts;

    if (call->kind == ARD_CAPTURE_CALL && call->function == ARD_NONE && call->traits & ARD_TRAIT_DISCARDED)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_start (const ArdLibraries *self, guint32 i)
{
  static const guint scripts =
      ARD_TONGUES (PYTHON) | ARD_TONGUES (JAVASCRIPT) | ARD_TONGUES (RUBY) | ARD_TONGUES (PHP) | ARD_TONGUES (LUA);
  const ArdFile *file = ard_file (self->corpus, i);

  if (file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED | ARD_FILE_TEST))
    return FALSE;
  return ard_programs_own (self->programs, i) || (scripts & (1u << ard_tongue_of (file)) && acts (self->corpus, file));
}

/* Programs and all that they import. In Go a package is imported as a whole, and its files with it. */
static void
follow_programs (ArdLibraries *self)
{
  const ArdCorpus *corpus = self->corpus;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->reached = g_new0 (guint8, corpus->files->len + 1);
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (is_start (self, i)) {
      self->reached[i] = TRUE;
      g_array_append_val (queue, i);
    }
  for (guint next = 0; next < queue->len; next++) {
    const ArdFile *file = ard_file (corpus, g_array_index (queue, guint32, next));

    for (guint32 i = 0; i < file->n_dependencies; i++) {
      guint32 to = ard_dependency (corpus, file->first_dependency + i)->to;

      if (self->reached[to])
        continue;
      self->reached[to] = TRUE;
      g_array_append_val (queue, to);
    }
  }
}

ArdLibraries *
ard_libraries_new (const ArdCorpus *corpus, const ArdPrograms *programs)
{
  ArdLibraries *self = g_new0 (ArdLibraries, 1);

  self->corpus = corpus;
  self->programs = programs;
  self->manifests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    read_manifest (self, ard_file (corpus, i));
    read_program (self, ard_file (corpus, i));
  }
  follow_programs (self);
  return self;
}

void
ard_libraries_free (ArdLibraries *libraries)
{
  if (!libraries)
    return;
  g_hash_table_unref (libraries->manifests);
  g_free (libraries->reached);
  g_free (libraries);
}

/* What the nearest manifest of the group above the file says: 0 there is none, 1 gives code away, 2 is run. */
static guint
find_manifest (const ArdLibraries *libraries, Group group, const char *path)
{
  const char *slash = strrchr (path, '/');
  gsize length = slash ? (gsize) (slash - path) : 0;

  while (TRUE) {
    g_autofree char *key = key_of (group, path, length);
    guint value = GPOINTER_TO_UINT (g_hash_table_lookup (libraries->manifests, key));

    if (value || !length)
      return value;
    while (length && path[--length] != '/')
      continue;
  }
}

/* Go: a package that no program of the repository imports, or the one that the module is named after. */
static gboolean
is_package_of_others (const ArdLibraries *libraries, guint32 file)
{
  const char *path = ard_file (libraries->corpus, file)->path;

  return !libraries->dockerised && (!libraries->reached[file] || !strchr (path, '/'));
}

gboolean
ard_libraries_have (const ArdLibraries *libraries, guint32 file)
{
  const ArdFile *row = ard_file (libraries->corpus, file);
  Group group = group_of (ard_tongue_of (row));

  if (ard_programs_own (libraries->programs, file) || group == GROUP_NONE)
    return FALSE;
  if (group == GROUP_GO)
    return is_package_of_others (libraries, file);
  if (group != GROUP_C && group != GROUP_JVM && group != GROUP_NET && !find_manifest (libraries, group, row->path))
    return !libraries->reached[file] && !libraries->dockerised && (group != GROUP_SWIFT || !libraries->run[group]);
  if (libraries->run[group])
    return FALSE;
  if (group == GROUP_C || group == GROUP_JVM || group == GROUP_NET)
    return TRUE;
  return find_manifest (libraries, group, row->path) == 1;
}

gboolean
ard_libraries_declare (const ArdLibraries *libraries, guint32 file)
{
  const ArdFile *row = ard_file (libraries->corpus, file);

  return find_manifest (libraries, group_of (ard_tongue_of (row)), row->path) == 1;
}
