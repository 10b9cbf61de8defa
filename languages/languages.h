#ifndef ARD_LANGUAGES_H
#define ARD_LANGUAGES_H

#include "model/facts.h"
#include "model/settings.h"

/* Bytes to facts, by tree-sitter queries kept as data; and the PCRE2 patterns of the settings. */

/* ---- patterns ---- */

/* Compiled PCRE2 patterns with bounded matching; immutable, shared by threads. */
typedef struct ArdPatterns ArdPatterns;

/*
 * Compile a list; NULL-terminated.
 *
 * ignore_case  whether case is ignored
 * Errors:      ARD_ERROR_USAGE naming the pattern and the offset
 */
ArdPatterns *ard_patterns_new (char *const *patterns, gboolean ignore_case, GError **error);
void ard_patterns_free (ArdPatterns *patterns);
/* Whether one of them matches; text need not be valid UTF-8. A pattern that exceeds its bound does not match. */
gboolean ard_patterns_match (const ArdPatterns *patterns, const char *text, gssize length);

/* ---- languages ---- */

typedef struct {
  const char *name;     /* "C", "TypeScript" */
  const char *measures; /* comma-separated names of what its queries measure, for `ardoise languages` */
  const char *extensions;
} ArdLanguageRow;

extern const ArdLanguageRow ard_language_rows[];
extern const guint ard_n_language_rows;

/* What may be measured in a language. */
typedef enum {
  ARD_MEASURE_SIZE,       /* lines: code, comment, blank; history */
  ARD_MEASURE_COMPLEXITY, /* functions: size, cyclomatic, cognitive, nesting, number of parameters */
  ARD_MEASURE_ERRORS,     /* missing error handling */
  ARD_MEASURE_CLONES,     /* duplicated code */
  ARD_MEASURE_IMPORTS,    /* imports resolved inside the repository: dependencies, modules, cycles */
  ARD_MEASURE_PARAMETERS, /* parameters that nobody uses */
  ARD_MEASURE_DOCUMENTS,  /* settings as rows of key path, scalar, line */
  ARD_N_MEASURES
} ArdMeasure;

extern const char *const ard_measure_names[ARD_N_MEASURES];

typedef struct {
  const char *name;
  const char *extensions, *files; /* separated by spaces */
  const char *host; /* the script inside is measured as that language's (or what its lang attribute says), or NULL */
  guint measures;   /* bits of ArdMeasure */
} ArdMeasured;

/*
 * What is measured in each language, as its queries say: those of the grammars,
 * documents with script in them, configuration documents.
 *
 * rows    receives ArdMeasured; static
 * Errors: ARD_ERROR_USAGE: a query file that cannot be read
 */
gboolean ard_languages_measured (GArray *rows, GError **error);

/*
 * Every grammar and its query, shared by threads. The embedded queries are compiled
 * at their first use; where a data folder may override them all are compiled at once.
 *
 * Errors:   ARD_ERROR_USAGE: a query of the override folder, or a marker pattern, is broken
 */
typedef struct ArdLanguages ArdLanguages;
ArdLanguages *ard_languages_new (const ArdSettings *settings, GError **error);
void ard_languages_free (ArdLanguages *languages);
/* Hex digest of grammars, queries and marker patterns: the key, with the blob id and the path's language, of stored
 * facts. */
const char *ard_languages_digest (const ArdLanguages *languages);
/* Name of the language that a path alone tells ("" when the content must decide). Part of the key of stored facts. */
const char *ard_languages_guess (const ArdLanguages *languages, const char *path);

/* State of one worker. */
typedef struct ArdReader ArdReader;
ArdReader *ard_reader_new (const ArdLanguages *languages);
void ard_reader_free (ArdReader *reader);

/*
 * Read one file's facts. Never fails: what cannot be parsed is Text, its content
 * class and error share say why. Bounded in time and depth for any input.
 *
 * path     for the language only
 * facts    initialised by the caller
 */
void ard_reader_read (ArdReader *reader, const char *path, GBytes *bytes, ArdFacts *facts);

/*
 * The same for a past version: of facts only the language, the content class, lines,
 * measured and the functions (without traits), for less than half the time.
 */
void ard_reader_measure (ArdReader *reader, const char *path, GBytes *bytes, ArdFacts *facts);

/* Of facts only what needs no parser: the language, the content class, size and digest; never measured. */
void ard_reader_outline (ArdReader *reader, const char *path, GBytes *bytes, ArdFacts *facts);

/* ArdToken.text of a token with these bytes. member: it stands behind ".", "->" or "::", or names an argument. */
guint32 ard_token_text (const char *text, gsize size, gboolean member);

/* What is missing of a configuration document's rows, as a note says it; NULL when nothing is. */
const char *ard_document_cut (const ArdFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdPatterns, ard_patterns_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdLanguages, ard_languages_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdReader, ard_reader_free)

#endif
