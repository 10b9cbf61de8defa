#ifndef ARD_LANGUAGES_DRAINED_H
#define ARD_LANGUAGES_DRAINED_H

#include "languages/source.h"

/*
 * Whether a call of C, its callee at bytes [start, end), reads into a variable of its own function that nothing behind
 * it mentions, or nothing on the way to the next return: what waits is taken off a pipe or a socket, and what it was
 * does not matter.
 *
 * Bounds:  4,000 bytes on either side, up to the brace that begins a line
 */
gboolean ard_call_is_drained (const ArdSource *source, guint32 start, guint32 end);

#endif
