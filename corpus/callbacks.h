#ifndef ARD_CORPUS_CALLBACKS_H
#define ARD_CORPUS_CALLBACKS_H

#include "model/corpus.h"

/*
 * Set ARD_FUNCTION_FIXED on functions with PARAMETER captures whose parameters are
 * another's choice, as the repository and not their own text tells:
 *  - their name stands somewhere as a value: not called, not where they begin. So do
 *    callbacks, entries of tables, what a module exports by name;
 *  - another function of the same simple name and language stands in another class or file:
 *    one of them overrides the other, or both answer one interface.
 * Needs files, functions, captures and tokens, unsealed.
 */
void ard_callbacks_mark (ArdCorpus *corpus);

#endif
