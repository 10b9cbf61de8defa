#include "knowledge/knowledge.h"

void
ard_knowledge_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  (void) corpus;
  (void) settings;
}
