#ifndef ARD_LANGUAGES_TEXTS_H
#define ARD_LANGUAGES_TEXTS_H

#include "languages/languages.h"
#include "languages/source.h"

/* A format that no grammar reads: rows of texts.def. */
typedef struct {
  const char *name, *extensions, *files;
  const char *line_comments; /* separated by spaces */
  const char *block_start, *block_end;
} ArdTextFormat;

/* Format of a path by its file name, then its extension; NULL when neither is known. */
const ArdTextFormat *ard_texts_find (const char *path);
const ArdTextFormat *ard_texts_find_name (const char *name);

/* Whether word is in a list of words separated by spaces; case counts. */
gboolean ard_words_contain (const char *words, const char *word, gsize length);

/*
 * Flag code and comment lines by the format's comment syntax, and read the
 * captures of comments. Behind code a line comment begins after white space,
 * outside quotes that close on the line.
 *
 * format    NULL: every line is code
 */
void ard_texts_read (const ArdTextFormat *format, ArdSource *source, const ArdPatterns *patterns, ArdFacts *facts);

#endif
