#ifndef ARD_LANGUAGES_ATTRIBUTES_H
#define ARD_LANGUAGES_ATTRIBUTES_H

#include <glib.h>

/*
 * Hide macros that stand for attributes (UNUSED, NORETURN, API, CALLBACK) from the
 * parser of C and C++: names in capitals where the language allows no name, so that
 * what is hidden could not have been anything else: after a parameter's name, before
 * or between the words of a declaration that has its type, after struct and before the
 * tag, after the parameters of a function at file level, before a constructor with
 * initialisers.
 *
 * text   of size bytes, NUL-terminated
 * shown  a copy of it with blanks for what is hidden already, or NULL; made when needed. Owned by the caller
 */
void ard_attributes_hide (const char *text, guint32 size, char **shown);

#endif
