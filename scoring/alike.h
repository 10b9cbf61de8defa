#ifndef ARD_SCORING_ALIKE_H
#define ARD_SCORING_ALIKE_H

#include "scoring/pairing.h"

/* The last resort of a pairing: likeness. heads and bases: finding indexes by file, then line; borrowed. */

/*
 * Functions that were edited: first within their file, then anywhere. In one
 * file an equal name is enough; without a name (or with another) the sketches
 * must be alike. Each base finding becomes at most one head finding: a copy
 * finds its original taken, and is new.
 */
void ard_pair_alike_functions (ArdPairing *pairing, const guint32 *heads, const guint32 *bases);

/* Copies of code outside functions, edited: one of the same file and about as long. */
void ard_pair_alike_copies (ArdPairing *pairing, const guint32 *heads, const guint32 *bases);

/* Cycles: a file that was in one at the base is known, whatever the cycle has gained or lost; several may pair with one. */
void ard_pair_cycles (ArdPairing *pairing, const guint32 *heads);

/*
 * Files most of whose code stood, at the base, in files with a finding of the
 * same rule: the parts of a split file. Several may pair with one base.
 * Functions that are a further copy do not count.
 */
void ard_pair_split_files (ArdPairing *pairing, const guint32 *heads);

#endif
