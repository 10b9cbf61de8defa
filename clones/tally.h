#ifndef ARD_CLONES_TALLY_H
#define ARD_CLONES_TALLY_H

#include <glib.h>

/* Numbers by key. Emptied in constant time: many small counts follow each other. */
typedef struct ArdTally ArdTally;

ArdTally *ard_tally_new (void);
void ard_tally_free (ArdTally *tally);
void ard_tally_clear (ArdTally *tally);

/* The number of a key, 0 when it is new; it may be written until the next call. */
guint64 *ard_tally_at (ArdTally *tally, guint64 key);

/* The number of a key, 0 when it has none: none is made. */
guint64 ard_tally_get (const ArdTally *tally, guint64 key);

/* How many keys there are. */
guint32 ard_tally_size (const ArdTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTally, ard_tally_free)

#endif
