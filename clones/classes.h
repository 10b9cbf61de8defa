#ifndef ARD_CLONES_CLASSES_H
#define ARD_CLONES_CLASSES_H

#include "clones/judge.h"
#include "clones/twins.h"

/*
 * Choose classes from the largest match down and write them into the corpus. Copies
 * do not overlap, but for one case: a piece that no class holds yet is never lost
 * because its sibling is a part of a larger copy, or lies across several; the two are
 * a class then, and the sibling is nested. Of a match that has no such piece, what is
 * left beside the copies chosen before it is tried again if it is still a copy.
 *
 * matches  borrowed; sorted here
 */
void ard_classes_choose (ArdCorpus *corpus, ArdJudge *judge, const ArdTwins *twins, ArdMatches *matches);

#endif
