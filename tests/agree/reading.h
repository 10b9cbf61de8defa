#ifndef ARD_AGREE_READING_H
#define ARD_AGREE_READING_H

#include "languages/languages.h"
#include "model/corpus.h"

/*
 * Add a file that was read to a corpus: its functions and its tokens, all that the
 * clone search wants. No git, no store.
 *
 * facts  borrowed; its tokens and functions are copied
 */
void ard_reading_add (ArdCorpus *corpus, const char *path, const ArdFacts *facts);

#endif
