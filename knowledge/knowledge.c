#include "knowledge/knowledge.h"

#include "knowledge/parts.h"

void
ard_knowledge_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  ArdDays days;

  ard_days_init (&days, corpus);
  ard_ownership_find (corpus, settings, &days);
  ard_days_clear (&days);
  ard_persons_find (corpus, settings);
  ard_truck_find (corpus, settings);
  ard_needs_find (corpus);
}
