#include "imports/definitions.h"

#include <string.h>

struct ArdDefinitions {
  GHashTable *defined;  /* "family:name" to a GArray of guint32 */
  GHashTable *packages; /* the same by package */
};

const char *
ard_definitions_family (const char *language)
{
  static const char *const families[][2] = {
    { "Kotlin", "Java" }, { "Scala", "Java" }, { "C++", "C" }, { "TSX", "JavaScript" }, { "TypeScript", "JavaScript" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (strcmp (language, families[i][0]) == 0)
      return families[i][1];
  return language;
}

char *
ard_definitions_dotted (const char *name)
{
  GString *dotted = g_string_new (NULL);
  guint depth = 0;

  for (; *name; name++) {
    if (*name == '<' || *name == '[') {
      depth++;
    } else if (*name == '>' || *name == ']') {
      depth -= depth > 0;
    } else if (depth > 0 || g_ascii_isspace (*name)) {
      continue;
    } else if (*name != ':' && *name != '\\' && *name != '/' && *name != '.') {
      g_string_append_c (dotted, *name);
    } else if (dotted->len > 0 && dotted->str[dotted->len - 1] != '.') {
      g_string_append_c (dotted, '.');
    }
  }
  if (dotted->len > 0 && dotted->str[dotted->len - 1] == '.')
    g_string_truncate (dotted, dotted->len - 1);
  return g_string_free (dotted, FALSE);
}

static void
enter (GHashTable *table, const char *family, const char *name, guint32 file)
{
  char *key = g_strconcat (family, ":", name, NULL);
  GArray *files = g_hash_table_lookup (table, key);

  if (files) {
    g_free (key);
  } else {
    files = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (table, key, files);
  }
  if (files->len == 0 || g_array_index (files, guint32, files->len - 1) != file)
    g_array_append_val (files, file);
}

/* A namespace that is a scope too stands in the name already. */
static void
enter_in_package (ArdDefinitions *self, const char *family, const char *package, const char *name, guint32 file)
{
  g_autofree char *dotted = ard_definitions_dotted (name);
  gsize length = strlen (package);
  gboolean has = length == 0 || (strncmp (dotted, package, length) == 0 && dotted[length] == '.');
  g_autofree char *whole = has ? g_strdup (dotted) : g_strconcat (package, ".", dotted, NULL);

  if (*dotted)
    enter (self->defined, family, whole, file);
}

static void
enter_captures (ArdDefinitions *self, const ArdCorpus *corpus, guint32 index)
{
  const ArdFile *file = ard_file (corpus, index);
  const char *family = ard_definitions_family (file->language);
  g_autofree char *package = g_strdup ("");

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (corpus, file->first_capture + i)->facts;

    if (capture->kind == ARD_CAPTURE_PACKAGE) {
      g_free (package);
      package = ard_definitions_package (corpus, file, file->first_capture + i);
      enter (self->packages, family, package, index);
    } else if (capture->kind == ARD_CAPTURE_DEFINITION) {
      enter_in_package (self, family, package, capture->text, index);
    }
  }
}

/* Kotlin and Scala import functions that stand in no class. */
static void
enter_functions (ArdDefinitions *self, const ArdCorpus *corpus, guint32 index)
{
  const ArdFile *file = ard_file (corpus, index);
  g_autofree char *package = ard_definitions_package (corpus, file, ARD_NONE);

  if (strcmp (file->language, "Kotlin") != 0 && strcmp (file->language, "Scala") != 0)
    return;
  for (guint32 i = 0; i < file->n_functions; i++) {
    const ArdFunction *function = &ard_function (corpus, file->first_function + i)->facts;
    const char *dot = strrchr (function->name, '.');

    if (function->parent == ARD_NONE && *function->name)
      enter_in_package (self, "Java", package, dot && strcmp (file->language, "Kotlin") == 0 ? dot + 1 : function->name,
                        index);
  }
}

ArdDefinitions *
ard_definitions_new (const ArdCorpus *corpus)
{
  ArdDefinitions *self = g_new0 (ArdDefinitions, 1);

  self->defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->packages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    enter_captures (self, corpus, i);
    enter_functions (self, corpus, i);
  }
  return self;
}

void
ard_definitions_free (ArdDefinitions *names)
{
  if (!names)
    return;
  g_hash_table_unref (names->defined);
  g_hash_table_unref (names->packages);
  g_free (names);
}

static const GArray *
look_up (GHashTable *table, const char *family, const char *name)
{
  g_autofree char *key = g_strconcat (family, ":", name, NULL);

  return g_hash_table_lookup (table, key);
}

const GArray *
ard_definitions_find (const ArdDefinitions *names, const char *family, const char *name)
{
  return look_up (names->defined, family, name);
}

const GArray *
ard_definitions_in_package (const ArdDefinitions *names, const char *family, const char *package)
{
  return look_up (names->packages, family, package);
}

/* Scala's `package a` and `package b` below it are one, a.b; elsewhere the next one replaces the last. */
char *
ard_definitions_package (const ArdCorpus *corpus, const ArdFile *file, guint32 capture)
{
  gboolean adds = strcmp (file->language, "Scala") == 0;
  g_autofree char *package = g_strdup ("");

  for (guint32 i = 0; i < file->n_captures && (capture == ARD_NONE || file->first_capture + i <= capture); i++) {
    const ArdCapture *row = &ard_capture (corpus, file->first_capture + i)->facts;

    if (row->kind != ARD_CAPTURE_PACKAGE)
      continue;

    g_autofree char *name = ard_definitions_dotted (row->text);
    g_autofree char *before = g_steal_pointer (&package);

    package = adds && *before ? g_strconcat (before, ".", name, NULL) : g_strdup (name);
  }
  return g_steal_pointer (&package);
}
