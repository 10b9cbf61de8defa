#ifndef ARD_RANKING_OUTCOME_H
#define ARD_RANKING_OUTCOME_H

#include "model/corpus.h"

/* What became of one file of an earlier tree in the commits that a later one added. */
typedef struct {
  guint32 fixes;     /* repairs (ard_commit_repair) by counted commits */
  guint32 revisions; /* counted commits */
  double days;       /* author-days, of commits in the later corpus' window */
} ArdOutcome;

/*
 * Follow the files of `before` through the commits of `after` that `before` does not have,
 * oldest first: a rename hands the file on to its new path.
 *
 * Returns:  one row a file of before; yours (g_free)
 */
ArdOutcome *ard_ranking_outcome (const ArdCorpus *before, const ArdCorpus *after);

#endif
