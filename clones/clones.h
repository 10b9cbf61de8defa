#ifndef ARD_CLONES_H
#define ARD_CLONES_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Find duplicated code: fill clone_classes and clone_copies of a corpus that has
 * files, functions and tokens and is not sealed yet.
 *
 * jobs   threads, at least 1; the result does not depend on it
 * Notes: what a bound cut
 */
void ard_clones_find (ArdCorpus *corpus, const ArdSettings *settings, guint jobs);

#endif
