#ifndef ARD_LANGUAGES_STANDBY_H
#define ARD_LANGUAGES_STANDBY_H

#include "languages/source.h"

/* Names with a value that are remembered in one function; what is set before the last of these is forgotten. */
#define ARD_STANDBY_NAMES 64

/*
 * What stands by in place of a TRY's result, told from the text of its lines: a name that it sets has a value from
 * before, or it returns and code behind it goes on another way. All zero to begin with.
 */
typedef struct {
  guint32 starts[ARD_STANDBY_NAMES], ends[ARD_STANDBY_NAMES]; /* of names, in the source */
  guint32 n;                                                  /* names so far; older ones are overwritten */
  guint32 waiting;                                            /* 1 + row of a TRY that returns and has just ended */
} ArdStandby;

/* One code token [start, end); tried: first byte of the TRY around it, 0: none. Returns whether it sets a name that had
 * a value before the TRY. */
gboolean ard_standby_token (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end, guint32 tried);

/* Row of the TRY that the token is the other way to, or ARD_NONE: the code behind one that returns. */
guint32 ard_standby_other_way (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end);

/* A function ends: what its names hold is gone. A lambda ends: nothing of it comes any more. */
void ard_standby_leave (ArdStandby *standby, gboolean function);

/* Whether a call that begins at that byte is a statement: its value is nobody's. */
gboolean ard_call_leads (const ArdSource *source, guint32 start);

#endif
