#ifndef ARD_CLONES_NUMBERS_H
#define ARD_CLONES_NUMBERS_H

#include <glib.h>

/* Numbers by key. Emptied in constant time: many small counts follow each other. */
typedef struct ArdNumbers ArdNumbers;

ArdNumbers *ard_numbers_new (void);
void ard_numbers_free (ArdNumbers *tally);
void ard_numbers_clear (ArdNumbers *tally);

/* The number of a key, 0 when it is new; it may be written until the next call. */
guint64 *ard_numbers_at (ArdNumbers *tally, guint64 key);

/* The number of a key, 0 when it has none: none is made. */
guint64 ard_numbers_get (const ArdNumbers *tally, guint64 key);

/* How many keys there are. */
guint32 ard_numbers_size (const ArdNumbers *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdNumbers, ard_numbers_free)

#endif
