#ifndef ARD_LANGUAGES_SNIPPET_H
#define ARD_LANGUAGES_SNIPPET_H

#include "languages/source.h"

/* Longest text of a capture, in bytes. */
#define ARD_SNIPPET 300

/*
 * Append the span [start, end) on one line: white space and control bytes squeezed
 * to one blank, none at its ends; stops after ARD_SNIPPET bytes of out.
 */
void ard_snippet_append (GString *out, const ArdSource *source, guint32 start, guint32 end);

/* Append a word to a list: a blank before it, none inside; what would make the list longer than ARD_SNIPPET is left
 * out. A word that the list has is not repeated. */
void ard_snippet_list (GString *list, const char *word);

/* End of the ASCII word that begins at start. */
guint32 ard_snippet_word (const ArdSource *source, guint32 start, guint32 end);

/* Keep a text of at most ARD_SNIPPET bytes in the facts' strings, cut at a character. */
const char *ard_snippet_keep (ArdFacts *facts, const char *text, gsize length);
/* Byte behind the keyword that raises or returns what follows; start when there is none. */
guint32 ard_snippet_raised (const ArdSource *source, guint32 start, guint32 end);

#endif
