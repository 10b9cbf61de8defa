#ifndef ARD_CORPUS_TEAM_H
#define ARD_CORPUS_TEAM_H

#include "model/corpus.h"

/*
 * The team of the last 90 days, in persons who work full time: who committed on every second working day counts
 * as one, who committed on fewer as so much of one, so that a hundred people with one patch each are no team of a
 * hundred. A history that is shorter is measured over its own days. House.
 *
 * corpus   folded; authors and co-authors after .mailmap, UTC days of the author's time, no bots
 * Returns: persons; 0 where nobody committed in the last 90 days
 */
double ard_team_measure (const ArdCorpus *corpus);

#endif
