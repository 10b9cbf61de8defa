#ifndef ARD_LANGUAGES_PASSING_H
#define ARD_LANGUAGES_PASSING_H

#include "languages/source.h"

/*
 * Whether a call, its callee at bytes [start, end), works on what is there for the moment by its name: a log, a cache,
 * a lock, a mark, a temporary file. The first argument tells, or, of what renames, moves, links or copies, the last:
 * what goes from a temporary file to its place is none.
 *
 * Bounds:  at most 400 bytes of arguments are read
 */
gboolean ard_call_is_passing (const ArdSource *source, guint32 start, guint32 end);

#endif
