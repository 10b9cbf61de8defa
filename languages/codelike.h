#ifndef ARD_LANGUAGES_CODELIKE_H
#define ARD_LANGUAGES_CODELIKE_H

#include <glib.h>

/* What one line of a comment reads like, by signs that hold in all languages with or without semicolons. */
typedef enum {
  ARD_LINE_EMPTY,
  ARD_LINE_PROSE,
  ARD_LINE_DATA,      /* begins with a quote: as well an example of data */
  ARD_LINE_CONTINUED, /* part of a statement, or a row of a list */
  ARD_LINE_STATEMENT,
} ArdLineLikeness;

/*
 * text      the line less the comment's own marks; need not end with NUL
 * language  name in languages.def
 */
ArdLineLikeness ard_line_likeness (const char *text, gsize length, const char *language);
/* Whether a line that is a statement does something: a call, an assignment, an import; a declaration does not. */
gboolean ard_line_acts (const char *text, gsize length);

#endif
