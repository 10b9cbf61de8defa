#ifndef ARD_LANGUAGES_INTERNAL_H
#define ARD_LANGUAGES_INTERNAL_H

#include "languages/documents.h"
#include "languages/languages.h"
#include "languages/marks.h"

/* What readers see of ArdLanguages; all borrowed. */
gsize ard_languages_max_bytes (const ArdLanguages *languages);
const ArdPatterns *ard_languages_markers (const ArdLanguages *languages);
/* What callees write a log. */
const ArdPatterns *ard_languages_logs (const ArdLanguages *languages);
/* Grammar of the language of that name, NULL for a text format. separator: receives that of qualified names. */
const ArdGrammar *ard_languages_grammar (const ArdLanguages *languages, const char *name, const char **separator);
/* Grammar of the configuration document of that name in texts.def; NULL when there is none. */
const ArdGrammar *ard_languages_document (const ArdLanguages *languages, const char *name,
                                          const ArdDocumentFormat **format);

#endif
