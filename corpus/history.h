#ifndef ARD_CORPUS_HISTORY_H
#define ARD_CORPUS_HISTORY_H

#include "corpus/trail.h"
#include "corpus/workers.h"

/*
 * Read every commit reachable from head: commits, changes (file still unset) and
 * authors of the corpus, rows and people of the trail. Needs now_s.
 *
 * A change row for every path of every commit that is no merge; its lines are
 * counted for authors' times within history.lines_window_d of now_s, else -1. A
 * revert has the FIX flag too; a renamed file is one file of a mass commit's. What is damaged is left out with a note: the lines of
 * a commit, its changes, or the commit.
 *
 * Errors:   ARD_ERROR_REPOSITORY; ARD_ERROR_USAGE (a broken pattern)
 */
gboolean ard_history_read (ArdCorpus *corpus, ArdTrail *trail, ArdWorkers *workers, const ArdOid *head,
                           const ArdBuild *build, GError **error);

#endif
