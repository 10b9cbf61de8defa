#include "ranking/ranking.h"

void
ard_ranking_run (ArdCorpus *corpus, const ArdSettings *settings)
{
  (void) corpus;
  (void) settings;
}
