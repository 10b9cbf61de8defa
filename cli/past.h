#ifndef ARD_PAST_H
#define ARD_PAST_H

#include "cli/pipeline.h"
#include "ranking/ranking.h"

/*
 * Rank a repository as it stood one year before its head, two years, … and hold each
 * ranking against the year after. Nothing later than a date enters its ranking: trees
 * and history are read anew from the last commit of the first-parent line at that date.
 *
 * trials      receives one row a date that has enough history
 * repository  its number in trials
 * now         the corpus at the head
 * why         receives why the newest date that was left out was left out, or NULL; yours
 */
gboolean ard_past_try (ArdTrials *trials, guint32 repository, ArdRun *run, const ArdCorpus *now, guint dates,
                       char **why, GError **error);

/* One date, for the report: into run->ledger, whose ranks follow. */
gboolean ard_past_judge (ArdRun *run, GError **error);

#endif
