#ifndef ARD_LANGUAGES_PREPROCESS_H
#define ARD_LANGUAGES_PREPROCESS_H

#include <glib.h>

/*
 * Hide from a C or C++ parser what no grammar of the language without its
 * preprocessor can read: of conditional branches that are not whole statements
 * each, all but the first, and their directives; and macros that stand for
 * attributes (attributes.h). Hidden bytes become spaces, so
 * every offset and line stays; comments are never hidden.
 *
 * text      borrowed; size bytes, NUL-terminated
 * Returns:  a text of the same size; yours; NULL when nothing is to be hidden
 */
char *ard_preprocess (const char *text, gsize size);

/* The same of C#: conditionals only. */
char *ard_preprocess_c_sharp (const char *text, gsize size);

/* Whether a header is C++ rather than C: by words that only C++ has, outside comments, strings and #ifdef __cplusplus.
 */
gboolean ard_preprocess_is_cpp (const char *text, gsize size);

#endif
