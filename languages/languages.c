#include "languages/languages.h"

#include <string.h>

#include "languages/documents.h"
#include "languages/internal.h"
#include "languages/texts.h"
#include "model/resource.h"

/* Raise with every change of what is counted: stored facts are dropped. */
#define METRICS_VERSION "34"

#define MEASURES "functions, parameters, cyclomatic complexity, cognitive complexity, nesting, tables, comments"

const ArdLanguageRow ard_language_rows[] = {
#define ARD_LANGUAGE(id, name, source, separator, extensions) { name, MEASURES, extensions },
#include "languages/languages.def"
#undef ARD_LANGUAGE
};

const guint ard_n_language_rows = G_N_ELEMENTS (ard_language_rows);

#define ARD_LANGUAGE(id, name, source, separator, extensions) const TSLanguage *tree_sitter_##id (void);
#include "languages/languages.def"
#undef ARD_LANGUAGE

static const struct {
  const char *id, *separator;
  const TSLanguage *(*language) (void);
} grammars[] = {
#define ARD_LANGUAGE(id, name, source, separator, extensions) { #id, separator, tree_sitter_##id },
#include "languages/languages.def"
#undef ARD_LANGUAGE
};

struct ArdLanguages {
  ArdGrammar *grammars[G_N_ELEMENTS (grammars)];
  ArdGrammar **documents; /* by row of documents.def */
  ArdPatterns *markers, *logs;
  gsize max_bytes;
  char *digest;
};

static void
add_patterns (GChecksum *sum, char *const *patterns)
{
  for (; *patterns; patterns++)
    g_checksum_update (sum, (const guchar *) *patterns, (gssize) strlen (*patterns) + 1);
  g_checksum_update (sum, (const guchar *) "", 1);
}

static char *
make_digest (const ArdLanguages *self, const ArdSettings *settings)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *bound = g_strdup_printf ("%zu", self->max_bytes);

  g_checksum_update (sum, (const guchar *) METRICS_VERSION "\n" ARD_GRAMMAR_VERSIONS, -1);
  g_checksum_update (sum, (const guchar *) bound, (gssize) strlen (bound) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++)
    g_checksum_update (sum, (const guchar *) ard_grammar_query (self->grammars[i]), -1);
  for (guint i = 0; i < ard_n_document_formats; i++)
    g_checksum_update (sum, (const guchar *) ard_grammar_query (self->documents[i]), -1);
  add_patterns (sum, settings->admitted_patterns);
  add_patterns (sum, settings->errors_log_calls);
  return g_strdup (g_checksum_get_string (sum));
}

static ArdGrammar *
load (const char *id, const TSLanguage *language, GError **error)
{
  g_autoptr (ArdGrammar) grammar = ard_grammar_new (id, language, error);

  if (!grammar || (ard_resource_has_folder () && !ard_grammar_compile (grammar, error)))
    return NULL;
  return g_steal_pointer (&grammar);
}

ArdLanguages *
ard_languages_new (const ArdSettings *settings, GError **error)
{
  g_autoptr (ArdLanguages) self = g_new0 (ArdLanguages, 1);

  self->max_bytes = (gsize) MIN (settings->paths_max_file_bytes, G_MAXINT32);
  self->markers = ard_patterns_new (settings->admitted_patterns, FALSE, error);
  self->logs = self->markers ? ard_patterns_new (settings->errors_log_calls, TRUE, error) : NULL;
  if (!self->logs)
    return NULL;
  self->documents = g_new0 (ArdGrammar *, ard_n_document_formats);
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++) {
    self->grammars[i] = load (grammars[i].id, grammars[i].language (), error);
    if (!self->grammars[i])
      return NULL;
  }
  for (guint i = 0; i < ard_n_document_formats; i++) {
    self->documents[i] = load (ard_document_formats[i].id, ard_document_formats[i].language (), error);
    if (!self->documents[i])
      return NULL;
  }
  self->digest = make_digest (self, settings);
  return g_steal_pointer (&self);
}

void
ard_languages_free (ArdLanguages *languages)
{
  if (!languages)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++)
    ard_grammar_free (languages->grammars[i]);
  for (guint i = 0; languages->documents && i < ard_n_document_formats; i++)
    ard_grammar_free (languages->documents[i]);
  g_free (languages->documents);
  ard_patterns_free (languages->markers);
  ard_patterns_free (languages->logs);
  g_free (languages->digest);
  g_free (languages);
}

const char *
ard_languages_digest (const ArdLanguages *languages)
{
  return languages->digest;
}

gsize
ard_languages_max_bytes (const ArdLanguages *languages)
{
  return languages->max_bytes;
}

const ArdPatterns *
ard_languages_markers (const ArdLanguages *languages)
{
  return languages->markers;
}

const ArdPatterns *
ard_languages_logs (const ArdLanguages *languages)
{
  return languages->logs;
}

const ArdGrammar *
ard_languages_grammar (const ArdLanguages *languages, const char *name, const char **separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++)
    if (g_str_equal (ard_language_rows[i].name, name)) {
      g_autoptr (GError) error = NULL;

      if (!ard_grammar_compile (languages->grammars[i], &error))
        g_error ("%s", error->message);
      *separator = grammars[i].separator;
      return languages->grammars[i];
    }
  return NULL;
}

const ArdGrammar *
ard_languages_document (const ArdLanguages *languages, const char *name, const ArdDocumentFormat **format)
{
  guint row = ard_document_find (name);
  g_autoptr (GError) error = NULL;

  if (row == ard_n_document_formats)
    return NULL;
  if (!ard_grammar_compile (languages->documents[row], &error))
    g_error ("%s", error->message);
  *format = &ard_document_formats[row];
  return languages->documents[row];
}

/* A header may be C or C++, a file without extension may begin with #!. */
static gboolean
content_decides (const char *file)
{
  const char *dot = strrchr (file, '.');

  return !dot || g_str_equal (dot, ".h");
}

const char *
ard_languages_guess (const ArdLanguages *languages G_GNUC_UNUSED, const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *file = slash ? slash + 1 : path;
  const char *dot = strrchr (file, '.');

  for (guint i = 0; dot && i < ard_n_language_rows; i++)
    if (ard_words_contain (ard_language_rows[i].extensions, dot + 1, strlen (dot + 1)))
      return ard_language_rows[i].name;

  const ArdTextFormat *format = ard_texts_find (path);

  if (format)
    return format->name;
  return content_decides (file) ? "" : "Text";
}
