#ifndef ARD_CORPUS_TREE_H
#define ARD_CORPUS_TREE_H

#include "corpus/workers.h"

/* A part of a file's bytes that did not parse from which a note says so. */
#define ARD_TREE_ERROR_SHARE 0.05

/*
 * Fill files, functions and captures of the corpus from a snapshot, facts from the
 * store where it knows them. What is not judged or did not parse is noted.
 */
void ard_tree_read (ArdCorpus *corpus, const ArdSnapshot *snapshot, ArdWorkers *workers, const ArdBuild *build);

#endif
