#ifndef ARD_DELIVERY_ROOM_H
#define ARD_DELIVERY_ROOM_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Fill the rows of model/delivery.h but tags; for a corpus that has files, folded history
 * and dependencies and is not sealed yet.
 */
void ard_delivery_find (ArdCorpus *corpus, const ArdSettings *settings);

#endif
