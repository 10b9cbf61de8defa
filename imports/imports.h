#ifndef ARD_IMPORTS_H
#define ARD_IMPORTS_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Resolve imports inside the repository: fill dependencies, modules,
 * module_dependencies, cycles and the files' fan_in and module of a corpus that
 * has files and captures and is not sealed yet.
 */
void ard_imports_resolve (ArdCorpus *corpus, const ArdSettings *settings);

#endif
