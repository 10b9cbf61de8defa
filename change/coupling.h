#ifndef ARD_CHANGE_COUPLING_H
#define ARD_CHANGE_COUPLING_H

#include "change/sets.h"

/* Pairs that are kept; the others are a note. */
#define ARD_COUPLINGS_MAX 200000

/*
 * Fill corpus->couplings: pairs with coupling.min_support and coupling.min_confidence.
 * Time: the sum of the squares of the sizes of the sets, each at most coupling.max_files.
 */
void ard_coupling_find (ArdCorpus *corpus, const ArdSets *sets, const ArdSettings *settings);

#endif
