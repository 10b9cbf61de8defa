#ifndef ARD_CORPUS_BLAME_H
#define ARD_CORPUS_BLAME_H

#include "corpus/trail.h"
#include "repository/repository.h"

/* Steps back along one file's history for one fix; what is older stays without origin. */
#define ARD_BLAME_STEPS 600
/* A fix that takes more lines out of one file is a rewrite. */
#define ARD_BLAME_LINES 100

/*
 * Trace the lines that one change took out of a file back to the commits that brought
 * them (SZZ). Left out: blank lines, lines without a letter or digit, comments by their
 * first characters, and lines that the change only indented anew. A line is followed through
 * new indentation, renames and merges; the lines of a merge are looked for in the next older
 * versions, so that what the merge itself wrote has no origin.
 *
 * change    row of a commit that fixes; of today's file
 * origins   receives one ArdOrigin a commit that brought a line, by commit
 */
void ard_blame_change (ArdRepository *repository, const ArdCorpus *corpus, const ArdTrail *trail, guint32 change,
                       GArray *origins);

#endif
