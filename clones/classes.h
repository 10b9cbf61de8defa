#ifndef ARD_CLONES_CLASSES_H
#define ARD_CLONES_CLASSES_H

#include "clones/judge.h"
#include "clones/twins.h"

/*
 * Choose, from the largest match down, classes whose copies do not overlap, and
 * write them into the corpus. What is left of a match beside the copies chosen
 * before it is tried again if it is still a copy.
 *
 * matches  borrowed; sorted here
 */
void ard_classes_choose (ArdCorpus *corpus, ArdJudge *judge, const ArdTwins *twins, ArdMatches *matches);

#endif
