#include "imports/imports.h"

void
ard_imports_resolve (ArdCorpus *corpus G_GNUC_UNUSED, const ArdSettings *settings G_GNUC_UNUSED)
{
}
