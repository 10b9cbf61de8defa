#ifndef ARD_LANGUAGES_VEIL_H
#define ARD_LANGUAGES_VEIL_H

#include <glib.h>

/*
 * What the parser is shown of a text that its grammar cannot read as it stands:
 * C's and C#'s conditionals (preprocess.h), C's macros alone on a line (lonemacros.h),
 * newer words of Swift and Kotlin, tests of bats. Only what the language allows in that place and no grammar reads
 * is hidden or rewritten, in place: every offset and line stays. Comments stay
 * but where they stand behind a hidden line.
 *
 * language  name in languages.def
 * text      borrowed; size bytes, NUL-terminated
 * Returns:  a text of the same size; yours; NULL: the text itself
 */
char *ard_veil (const char *language, const char *text, gsize size);

#endif
