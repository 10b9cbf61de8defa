#include "analyzers/reach.h"

#include <string.h>

/* Parts of a qualified name or of a chain of calls that are looked at. */
#define MAX_PARTS 16

/* Languages that are built into one program. */
const char *
ard_reach_family (const char *language)
{
  if (strcmp (language, "C++") == 0)
    return "C";
  if (strcmp (language, "TypeScript") == 0 || strcmp (language, "TSX") == 0)
    return "JavaScript";
  return strcmp (language, "Kotlin") == 0 || strcmp (language, "Scala") == 0 ? "Java" : language;
}

/* Rust's tests stand in the file that they test. */
static gboolean
holds_tests (const ArdCorpus *corpus, const ArdFile *file)
{
  for (guint32 i = 0; i < file->n_functions && strcmp (file->language, "Rust") == 0; i++) {
    const char *name = ard_function (corpus, file->first_function + i)->facts.name;

    if (g_str_has_prefix (name, "tests::") || g_str_has_prefix (name, "test::") || strstr (name, "::tests::"))
      return TRUE;
  }
  return FALSE;
}

/* The name without folders and extension; yours. */
static char *
stem_of (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr (name, '.');

  return dot ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static gboolean
is_c (const ArdFile *file)
{
  return strcmp (ard_reach_family (file->language), "C") == 0;
}

/* Name of C files, without extension, to their indexes. */
static GHashTable *
group_stems (const ArdCorpus *corpus)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    if (!is_c (ard_file (corpus, i)))
      continue;

    g_autofree char *stem = stem_of (ard_file (corpus, i)->path);
    GArray *group = g_hash_table_lookup (groups, stem);

    if (!group) {
      group = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (groups, g_steal_pointer (&stem), group);
    }
    g_array_append_val (group, i);
  }
  return groups;
}

static void
reach_one (const ArdReach *reach, guint32 file, GArray *queue)
{
  if (reach->reached[file])
    return;
  reach->reached[file] = TRUE;
  g_array_append_val (queue, file);
}

static gboolean
uses (const ArdCorpus *corpus, guint32 from, guint32 to)
{
  const ArdFile *file = ard_file (corpus, from);

  for (guint32 i = 0; i < file->n_dependencies; i++)
    if (ard_dependency (corpus, file->first_dependency + i)->to == to)
      return TRUE;
  return FALSE;
}

/* Whoever includes a header reaches the source of its name that includes it too. */
static void
reach_source (const ArdReach *reach, guint32 header, GArray *queue)
{
  g_autofree char *stem = stem_of (ard_file (reach->corpus, header)->path);
  const GArray *group = g_hash_table_lookup (reach->stems, stem);

  for (guint i = 0; group && i < group->len; i++)
    if (uses (reach->corpus, g_array_index (group, guint32, i), header))
      reach_one (reach, g_array_index (group, guint32, i), queue);
}

/* ---- names ---- */

static const char *
simple_name (const char *name)
{
  const char *simple = name;

  for (const char *c = name; *c; c++)
    if (strchr (".:>#\\/", *c) && c[1])
      simple = c + 1;
  return simple;
}

static char *
key_of (const ArdFile *file, const char *name)
{
  const char *simple = simple_name (name);

  return g_strdup_printf ("%s %.*s", ard_reach_family (file->language), (int) strcspn (simple, "<([ "), simple);
}

static void
define (GHashTable *definitions, guint32 index, const ArdFile *file, const char *name)
{
  g_autofree char *key = key_of (file, name);
  GArray *files = g_hash_table_lookup (definitions, key);

  if (!files) {
    files = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (definitions, g_steal_pointer (&key), files);
  }
  g_array_append_val (files, index);
}

/* Types and free functions to the files that define them; a method's name says too little. */
static GHashTable *
list_definitions (const ArdCorpus *corpus)
{
  GHashTable *definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);

    if (capture->facts.kind == ARD_CAPTURE_DEFINITION)
      define (definitions, capture->file, ard_file (corpus, capture->file), capture->facts.text);
  }
  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);

    if (*function->facts.name && !strpbrk (function->facts.name, ".:#"))
      define (definitions, function->file, ard_file (corpus, function->file), function->facts.name);
  }
  return definitions;
}

/* A name is followed once: whoever names it next reaches nothing new. */
static void
reach_name (const ArdReach *reach, const ArdFile *file, const char *name, GArray *queue)
{
  g_autofree char *key = key_of (file, name);
  const GArray *files = g_hash_table_lookup (reach->definitions, key);

  for (guint i = 0; files && i < files->len; i++)
    reach_one (reach, g_array_index (files, guint32, i), queue);
  g_hash_table_remove (reach->definitions, key);
}

static void
reach_names (const ArdReach *reach, const ArdFile *file, GArray *queue)
{
  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (reach->corpus, file->first_capture + i)->facts;

    if (capture->kind != ARD_CAPTURE_REFERENCE && capture->kind != ARD_CAPTURE_CALL &&
        capture->kind != ARD_CAPTURE_IMPORT)
      continue;

    g_auto (GStrv) parts = g_strsplit_set (capture->text, ".:>#\\/", MAX_PARTS);

    for (char **part = parts; *part; part++)
      if (**part)
        reach_name (reach, file, *part, queue);
  }
}

/* ---- the graph ---- */

static void
follow (const ArdReach *reach, GArray *queue)
{
  const ArdCorpus *corpus = reach->corpus;

  for (guint next = 0; next < queue->len; next++) {
    guint32 at = g_array_index (queue, guint32, next);
    const ArdFile *file = ard_file (corpus, at);

    reach_names (reach, file, queue);
    if (is_c (file))
      reach_source (reach, at, queue);
    for (guint32 i = 0; i < file->n_dependencies; i++)
      reach_one (reach, ard_dependency (corpus, file->first_dependency + i)->to, queue);
  }
}

static void
fill (ArdReach *reach)
{
  const ArdCorpus *corpus = reach->corpus;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    gboolean test = (file->flags & ARD_FILE_TEST) != 0;

    reach->tests |= test;
    if (!test && !(file->flags & ARD_FILE_TESTED) && !holds_tests (corpus, file))
      continue;
    reach_one (reach, i, queue);
  }
  follow (reach, queue);
}

ArdReach *
ard_reach_new (const ArdCorpus *corpus)
{
  ArdReach *reach = g_new0 (ArdReach, 1);

  reach->corpus = corpus;
  reach->reached = g_new0 (gboolean, corpus->files->len + 1);
  reach->stems = group_stems (corpus);
  reach->definitions = list_definitions (corpus);
  fill (reach);
  return reach;
}

void
ard_reach_free (ArdReach *reach)
{
  if (!reach)
    return;
  g_hash_table_unref (reach->stems);
  g_hash_table_unref (reach->definitions);
  g_free (reach->reached);
  g_free (reach);
}
