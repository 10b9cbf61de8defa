#ifndef ARD_DELIVERY_FLOW_H
#define ARD_DELIVERY_FLOW_H

#include "model/corpus.h"
#include "model/settings.h"

/* Private to delivery/: when each commit reached the main line and the users. */

/* One measured time, and when it ended. */
typedef struct {
  double days; /* not negative */
  gint64 end_s;
} ArdSpan;

/*
 * Days from the writing of each commit to the first release that contains it: every
 * tag of a release in the order of their times, each through what no earlier one
 * held; a release on another branch through what stood there when that left the
 * history. The first release of all is left out: nothing was released before it, so
 * that its times are the age of the project. Merges and bots are left out.
 *
 * Returns:  GArray of ArdSpan, end: the release; yours. Linear in commits and parents.
 */
GArray *ard_flow_leads (const ArdCorpus *corpus);

/*
 * Days from the first writing of a commit of a side branch to its merge into the main
 * line (the chain of first parents of the head). Merges of the main line itself (a pull),
 * and branches of bots alone are left out; a squashed or rebased branch leaves no merge.
 *
 * landed    receives, for each commit, the time at which it reached the main line [s]
 * Returns:  GArray of ArdSpan, end: the merge; yours. Linear in commits and parents.
 */
GArray *ard_flow_cycles (const ArdCorpus *corpus, gint64 *landed);

#endif
