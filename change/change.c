#include "change/change.h"

#include "change/coupling.h"
#include "change/scatter.h"
#include "change/sets.h"

void
ard_change_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  if (corpus->shallow)
    return;

  g_autoptr (ArdSets) sets = ard_sets_new (corpus, settings);

  ard_coupling_find (corpus, sets, settings);
  ard_scatter_find (corpus, sets);
}
