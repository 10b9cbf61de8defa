#include "clones/clones.h"

void
ard_clones_find (ArdCorpus *corpus G_GNUC_UNUSED, const ArdSettings *settings G_GNUC_UNUSED, guint jobs G_GNUC_UNUSED)
{
}
