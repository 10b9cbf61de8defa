#ifndef ARD_CORPUS_MISSED_H
#define ARD_CORPUS_MISSED_H

#include "corpus/trail.h"
#include "corpus/workers.h"

/* Bug fixes of copied code that a copy did not get. */

/* A bug fix that changes more files, or more lines of this one, mends no one place. */
#define ARD_MISSED_FILES 10
#define ARD_MISSED_LINES 60
/* Copies of one class that are compared with each other; more of them were not made by hand. */
#define ARD_MISSED_COPIES 20

typedef struct {
  guint32 change; /* in changes */
  ArdOid before, after;
} ArdMissedCandidate;

/*
 * The counted bug fixes of history.lines_window_d, no reverts and none of a warning, each in the files of code in use
 * that it changed: what ard_missed_find needs of the trail.
 *
 * Returns:  GArray of ArdMissedCandidate, newest first; yours
 */
GArray *ard_missed_list (const ArdCorpus *corpus, const ArdTrail *trail);

/*
 * Fill corpus->missed, once its copies are known: each candidate is held against the files that have a copy in a
 * class with the fixed one (change/patch.h says when it would apply), but for those that the same commit changed.
 *
 * Notes: what a bound cut, what could not be read
 */
void ard_missed_find (ArdCorpus *corpus, const GArray *candidates, ArdWorkers *workers, const ArdBuild *build);

#endif
