#ifndef ARD_LANGUAGES_UNLOOKED_H
#define ARD_LANGUAGES_UNLOOKED_H

#include "languages/source.h"

/*
 * Whether a call, its callee at bytes [start, end), gives a stream, a handle or memory (fopen, malloc, io.open; in PHP
 * behind `@` only, without it a warning tells) to a name that is used for its content before anybody looks whether it
 * is nothing. Told from the text: the call is the whole right side of a statement, and the first mention of the name
 * behind it decides. A name that goes to a function that may look, a member, and what is handed on are none.
 *
 * language  as in ArdFacts; C, C++, PHP and Lua have such calls
 *
 * Bounds:   at most 3,000 bytes behind the call are read
 */
gboolean ard_value_is_unlooked (const ArdSource *source, const char *language, guint32 start, guint32 end);

#endif
