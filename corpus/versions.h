#ifndef ARD_CORPUS_VERSIONS_H
#define ARD_CORPUS_VERSIONS_H

#include "corpus/trail.h"
#include "corpus/workers.h"

/*
 * Read the past versions of the files with the most work (corpus/traced.h) and fold
 * them onto the functions and lines of today: function_revisions, trends, survival,
 * and of every function of such a file traced, first_revision, n_revisions and share.
 *
 * Versions and what differs between two of them come from the store where it knows
 * them. A version that cannot be read is left out with a note: the functions behind it
 * are found again by their names. Needs files, functions, folded and counted history.
 */
void ard_versions_read (ArdCorpus *corpus, const ArdTrail *trail, ArdWorkers *workers, const ArdBuild *build);

#endif
