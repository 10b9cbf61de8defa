#ifndef ARD_CLONES_LIKENESS_H
#define ARD_CLONES_LIKENESS_H

#include "model/corpus.h"

/*
 * Find the sibling of each copy of a class, while the tokens are there: the copy near
 * it in the class that is most like it, and what part of the two says the same (see
 * ard_shared_count; 0 where they differ in too much of their form). None where no one is
 * like enough to be shown beside it, or where the copy is a table or a list of calls:
 * compared are rows of three tokens, names, numbers and strings by their class only; of
 * those alike the one with most such rows whose names are equal too.
 *
 * class  its copies stand in the corpus; their sibling, torn, plain and shared are set
 */
void ard_likeness_find (ArdCorpus *corpus, const ArdCloneClass *class);

#endif
