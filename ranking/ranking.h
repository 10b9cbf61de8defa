#ifndef ARD_RANKING_ROOM_H
#define ARD_RANKING_ROOM_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Fill expected_fixes_year of every file; for a corpus that has files, folded history
 * and dependencies and is not sealed yet.
 */
void ard_ranking_run (ArdCorpus *corpus, const ArdSettings *settings);

#endif
