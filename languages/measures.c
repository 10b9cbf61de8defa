#include <string.h>

#include "languages/documents.h"
#include "languages/languages.h"
#include "languages/marks.h"
#include "languages/texts.h"

const char *const ard_measure_names[ARD_N_MEASURES] = {
  [ARD_MEASURE_SIZE] = "size",           [ARD_MEASURE_COMPLEXITY] = "complexity",
  [ARD_MEASURE_ERRORS] = "errors",       [ARD_MEASURE_CLONES] = "clones",
  [ARD_MEASURE_IMPORTS] = "imports",     [ARD_MEASURE_PARAMETERS] = "parameters",
  [ARD_MEASURE_DOCUMENTS] = "documents",
};

#define ARD_LANGUAGE(id, name, source, separator, extensions) const TSLanguage *tree_sitter_##id (void);
#include "languages/languages.def"
#undef ARD_LANGUAGE

static const struct {
  const char *id, *name, *extensions;
  const TSLanguage *(*language) (void);
} languages[] = {
#define ARD_LANGUAGE(id, name, source, separator, extensions) { #id, name, extensions, tree_sitter_##id },
#include "languages/languages.def"
#undef ARD_LANGUAGE
};

/* Formats that are read line by line (lines.h), and documents with script in them (embedded.h). */
static const char *const line_formats[] = { "Dockerfile", "Go Module", "INI" };
static const char *const hosts[] = { "HTML", "Svelte", "Vue" };

/* Whether a query has a capture of that whole name. */
static gboolean
has_capture (const char *query, const char *name)
{
  g_autofree char *wanted = g_strconcat ("@", name, NULL);
  gsize length = strlen (wanted);

  for (const char *at = strstr (query, wanted); at; at = strstr (at + 1, wanted))
    if (!g_ascii_isalnum (at[length]) && at[length] != '.' && at[length] != '_')
      return TRUE;
  return FALSE;
}

static gboolean
has_any (const char *query, const char *const *names)
{
  for (; *names; names++)
    if (has_capture (query, *names))
      return TRUE;
  return FALSE;
}

static guint
find_measures (const char *query)
{
  static const char *const errors[] = { "handler", "handler.block", "ignored", "errexit", "throw", NULL };
  guint measures = 1u << ARD_MEASURE_SIZE | 1u << ARD_MEASURE_CLONES;

  if (has_capture (query, "function") && has_capture (query, "if"))
    measures |= 1u << ARD_MEASURE_COMPLEXITY;
  if (has_any (query, errors))
    measures |= 1u << ARD_MEASURE_ERRORS;
  if (has_capture (query, "import.path"))
    measures |= 1u << ARD_MEASURE_IMPORTS;
  if (has_capture (query, "parameter.name"))
    measures |= 1u << ARD_MEASURE_PARAMETERS;
  return measures;
}

static void
put (GArray *rows, const char *name, const char *files, const char *host, guint measures)
{
  const ArdTextFormat *format = files ? NULL : ard_texts_find_name (name);
  ArdMeasured row = { name,
                      files    ? files
                      : format ? format->extensions
                               : "",
                      format ? format->files : "", host, measures };

  g_array_append_val (rows, row);
}

gboolean
ard_languages_measured (GArray *rows, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (ArdGrammar) grammar = ard_grammar_new (languages[i].id, languages[i].language (), error);

    if (!grammar)
      return FALSE;
    put (rows, languages[i].name, languages[i].extensions, NULL, find_measures (ard_grammar_query (grammar)));
  }
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    put (rows, hosts[i], NULL, "JavaScript", 1u << ARD_MEASURE_SIZE);
  for (guint i = 0; i < ard_n_document_formats; i++)
    put (rows, ard_document_formats[i].name, NULL, NULL, 1u << ARD_MEASURE_SIZE | 1u << ARD_MEASURE_DOCUMENTS);
  for (guint i = 0; i < G_N_ELEMENTS (line_formats); i++)
    put (rows, line_formats[i], NULL, NULL, 1u << ARD_MEASURE_SIZE | 1u << ARD_MEASURE_DOCUMENTS);
  return TRUE;
}
