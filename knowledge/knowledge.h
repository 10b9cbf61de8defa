#ifndef ARD_KNOWLEDGE_ROOM_H
#define ARD_KNOWLEDGE_ROOM_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Fill the rows of model/knowledge.h; for a corpus that has files, folded history
 * and dependencies and is not sealed yet.
 */
void ard_knowledge_find (ArdCorpus *corpus, const ArdSettings *settings);

#endif
