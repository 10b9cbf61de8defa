#ifndef ARD_LANGUAGES_DOCUMENTS_H
#define ARD_LANGUAGES_DOCUMENTS_H

#include "languages/marks.h"
#include "languages/rows.h"
#include "languages/source.h"

/*
 * Configuration documents: rows of documents.def, whose grammars say what is a pair, a key,
 * a value, an element; and formats of lines (lines.h). What they hold is no code: no functions.
 */
typedef struct {
  const char *id;   /* folder below languages/ */
  const char *name; /* in texts.def */
  ArdScalarStyle style;
  const TSLanguage *(*language) (void);
} ArdDocumentFormat;

extern const ArdDocumentFormat ard_document_formats[];
extern const guint ard_n_document_formats;

/* Larger ones are data, or were not written by hand, and are not read for their rows. */
#define ARD_DOCUMENT_MAX_BYTES (512 * 1024)

/* Index of the format of that name in texts.def, or ard_n_document_formats. */
guint ard_document_find (const char *name);

/*
 * Rows from the marks of a document.
 *
 * marks   borrowed; as ard_grammar_mark leaves them
 * facts   receives settings
 */
void ard_document_read (ArdRows *rows, const ArdDocumentFormat *format, const GArray *marks, const ArdSource *source,
                        ArdFacts *facts);

#endif
