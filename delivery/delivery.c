#include "delivery/delivery.h"

void
ard_delivery_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  (void) corpus;
  (void) settings;
}
