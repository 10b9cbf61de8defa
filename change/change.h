#ifndef ARD_CHANGE_ROOM_H
#define ARD_CHANGE_ROOM_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Fill the rows of model/change.h that need no contents; for a corpus that has files, folded history
 * and dependencies and is not sealed yet.
 */
void ard_change_find (ArdCorpus *corpus, const ArdSettings *settings);

#endif
