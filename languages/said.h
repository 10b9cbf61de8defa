#ifndef ARD_LANGUAGES_SAID_H
#define ARD_LANGUAGES_SAID_H

#include "languages/source.h"

/*
 * Comments that say of a call, behind it or directly above, that its failure may be: "best effort", "never fails",
 * "fire and forget", nolint: errcheck. Lines from 0.
 */
typedef struct {
  guint32 behind; /* 1 + last line of the last comment that says so; 0: none */
  guint32 last;   /* the same of the last comment, whatever it says */
} ArdSaid;

/* One comment, bytes [start, end) that begin in line. Returns whether it says so, or goes on with one that does. */
gboolean ard_said_read (ArdSaid *said, const ArdSource *source, guint32 start, guint32 end, guint32 line);

/* Whether such a comment ends on the line above. */
gboolean ard_said_above (const ArdSaid *said, guint32 line);

#endif
