#ifndef ARD_LANGUAGES_LONEMACROS_H
#define ARD_LANGUAGES_LONEMACROS_H

#include <glib.h>

/*
 * Hide macros of C and C++ that stand alone on their line in front of a declaration:
 * `FMT_BEGIN_NAMESPACE`, `API_EXPORT`, `SUPPRESS_WARNING(x)`. To the grammar such a name is the
 * type of what follows, and a namespace behind it is lost as a whole. A name counts as one when
 * it is of capitals, digits and at least one underscore, what stands before ends a declaration
 * or a directive, and what follows begins one.
 *
 * text     borrowed; size bytes
 * Returns: a text of the same size with blanks in their place; yours; NULL: nothing to hide
 */
char *ard_lone_macros_hide (const char *text, gsize size);

#endif
