#include "change/change.h"

void
ard_change_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  (void) corpus;
  (void) settings;
}
