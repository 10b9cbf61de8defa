#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/programs.h"
#include "model/rule.h"

/* What is known of one name of a type, over all files of its language. */
typedef struct {
  guint definitions, bases;
  guint32 definition; /* capture: abstract, in product code; or ARD_NONE */
  guint32 base;       /* capture: the only one that extends or implements it */
  guint32 user;       /* file that names it, neither defines nor implements it; ARD_NONE */
  guint users;        /* of these */
  gboolean in_test;   /* a test names it: it has a double there, or may have */
} Name;

static gboolean
is_told (const char *language)
{
  /* Not Go and no interface of TypeScript: types fit without saying so. Not Rust: a trait with one implementation is
   * how a foreign type gets methods. */
  static const char *const languages[] = { "Java", "Kotlin", "Scala",  "C#",    "PHP", "TypeScript",
                                           "TSX",  "C++",    "Python", "Swift", NULL };

  return g_strv_contains (languages, language);
}

/* The last part of a qualified name, without arguments of types; yours. */
static char *
simple_name (const char *text)
{
  gsize length = strcspn (text, "<[(");
  gsize start = length;

  while (start > 0 && !strchr (".:\\", text[start - 1]))
    start--;
  return g_strndup (text + start, length - start);
}

static Name *
name_at (GHashTable *names, const char *language, const char *text)
{
  g_autofree char *simple = simple_name (text);
  g_autofree char *key = g_strconcat (strcmp (language, "TSX") == 0 ? "TypeScript" : language, ":", simple, NULL);
  Name *name = g_hash_table_lookup (names, key);

  if (!name) {
    name = g_new0 (Name, 1);
    name->definition = name->base = name->user = ARD_NONE;
    g_hash_table_insert (names, g_steal_pointer (&key), name);
  }
  return name;
}

static void
read_capture (const ArdCorpus *corpus, GHashTable *names, guint32 index)
{
  const ArdCorpusCapture *row = ard_capture (corpus, index);
  const ArdFile *file = ard_file (corpus, row->file);
  gboolean defines = row->facts.kind == ARD_CAPTURE_DEFINITION, base = (row->facts.traits & ARD_TRAIT_BASE) != 0;

  if ((!defines && row->facts.kind != ARD_CAPTURE_REFERENCE) || !is_told (file->language))
    return;

  Name *name = name_at (names, file->language, row->facts.text);

  name->in_test = name->in_test || (file->flags & ARD_FILE_NOT_IN_USE);
  if (defines) {
    name->definitions++;
    if (row->facts.traits & ARD_TRAIT_ABSTRACT)
      name->definition = index;
  } else if (base) {
    name->bases++;
    name->base = index;
  }
}

/* Users are known only when the one that implements it is. */
static void
read_user (const ArdCorpus *corpus, GHashTable *names, guint32 index)
{
  const ArdCorpusCapture *row = ard_capture (corpus, index);
  const ArdFile *file = ard_file (corpus, row->file);

  if (row->facts.kind != ARD_CAPTURE_REFERENCE || (row->facts.traits & ARD_TRAIT_BASE) || !is_told (file->language))
    return;

  Name *name = name_at (names, file->language, row->facts.text);

  if (name->base == ARD_NONE || ard_capture (corpus, name->base)->file == row->file || name->user == row->file)
    return;
  name->user = row->file;
  name->users++;
}

static gboolean
defines_abstract (const ArdCorpus *corpus, guint32 index)
{
  const ArdFile *file = ard_file (corpus, index);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *row = &ard_capture (corpus, file->first_capture + i)->facts;

    if (row->kind == ARD_CAPTURE_DEFINITION && (row->traits & ARD_TRAIT_ABSTRACT))
      return TRUE;
  }
  return FALSE;
}

/* Whether one stands in the other's folder or below: an interface elsewhere turns a dependency round. */
static gboolean
is_beside (const char *path, const char *other)
{
  const char *slash = strrchr (path, '/');
  gsize length = slash ? (gsize) (slash - path) + 1 : 0;

  return strncmp (path, other, length) == 0;
}

/* Whether others than this repository may use it: a library's public types are for them. */
static gboolean
is_offered (const ArdCorpus *corpus, const ArdPrograms *programs, const ArdCorpusCapture *definition)
{
  const ArdFile *file = ard_file (corpus, definition->file);
  g_autofree char *name = simple_name (definition->facts.text);
  gboolean open = (definition->facts.traits & ARD_TRAIT_PUBLIC) != 0;

  if (strcmp (file->language, "Python") == 0)
    open = *name != '_';
  if (strcmp (file->language, "C++") == 0)
    open = strstr (file->path, "include/") != NULL;
  return open && !ard_programs_own (programs, definition->file);
}

static gboolean
is_single (const ArdCorpus *corpus, const ArdPrograms *programs, const Name *name)
{
  if (name->definitions != 1 || name->bases != 1 || name->users != 1 || name->in_test || name->definition == ARD_NONE)
    return FALSE;

  const ArdCorpusCapture *definition = ard_capture (corpus, name->definition), *base = ard_capture (corpus, name->base);

  return base->file != definition->file && name->user != definition->file && !defines_abstract (corpus, base->file) &&
         is_beside (ard_file (corpus, definition->file)->path, ard_file (corpus, base->file)->path) &&
         !is_offered (corpus, programs, definition);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("single-use-abstraction");
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ArdPrograms) programs = ard_programs_new (corpus);

  for (guint32 i = 0; i < corpus->captures->len; i++)
    read_capture (corpus, names, i);
  for (guint32 i = 0; i < corpus->captures->len; i++)
    read_user (corpus, names, i);
  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *row = ard_capture (corpus, i);
    gboolean defines = row->facts.kind == ARD_CAPTURE_DEFINITION && (row->facts.traits & ARD_TRAIT_ABSTRACT);
    const Name *name = defines ? name_at (names, ard_file (corpus, row->file)->language, row->facts.text) : NULL;

    if (!name || name->definition != i || !is_single (corpus, programs, name))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, row->file, ARD_NONE, 1);

    if (finding) {
      finding->capture = i;
      finding->start_line = row->facts.start_line;
      finding->end_line = row->facts.end_line;
      finding->other = ard_capture (corpus, name->base)->file;
      finding->quantity = 1;
    }
  }
}

const ArdAnalyzer ard_analyzer_single_use_abstraction = { "single-use-abstraction", run };
