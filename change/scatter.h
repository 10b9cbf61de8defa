#ifndef ARD_CHANGE_SCATTER_H
#define ARD_CHANGE_SCATTER_H

#include "change/sets.h"

/* A change set that changes so many modules beside a file's own is a wide one. */
#define ARD_SCATTER_WIDE 3

/*
 * Fill corpus->scatter: code files in use (no test, no example) that a change set changed.
 * Other files and modules count where they are code in use too. Same time as the coupling.
 */
void ard_scatter_find (ArdCorpus *corpus, const ArdSets *sets);

#endif
