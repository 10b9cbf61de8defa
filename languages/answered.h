#ifndef ARD_LANGUAGES_ANSWERED_H
#define ARD_LANGUAGES_ANSWERED_H

#include "languages/source.h"

/*
 * Whether the arguments that begin at the byte end with a callback by its name (next, callback, cb, done): it is told
 * what becomes of the call, so nothing is lost with its value; or, of `.then`, are two: the second is told of the
 * error. Of longer arguments than 4,000 bytes nothing is known.
 */
gboolean ard_call_is_answered (const ArdSource *source, guint32 start);

/* Index of the bracket that closes the arguments that begin at the byte; 0: none do, or beyond 4,000 bytes. */
guint32 ard_call_closing (const ArdSource *source, guint32 start);

#endif
