#ifndef ARD_CLONES_NAMES_H
#define ARD_CLONES_NAMES_H

#include "clones/units.h"

/*
 * Which name of one copy stands for which of the other: one to one, and a name may
 * always stand for itself. Emptied in constant time.
 */
typedef struct ArdNames ArdNames;

ArdNames *ard_names_new (void);
void ard_names_free (ArdNames *names);
void ard_names_clear (ArdNames *names);

/*
 * Whether two units of one shape agree with what is known; if so their names are
 * taken up. FALSE also when too many names are known.
 */
gboolean ard_names_agree (ArdNames *names, const ArdToken *tokens, const ArdUnit *a, const ArdUnit *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdNames, ard_names_free)

#endif
