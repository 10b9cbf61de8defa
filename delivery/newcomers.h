#ifndef ARD_DELIVERY_NEWCOMERS_H
#define ARD_DELIVERY_NEWCOMERS_H

#include "model/corpus.h"

/* Private to delivery/: people by their commits (co-authors count, merges and bots do not). */

/* Who wrote ten commits within so many days of the first has joined; who has not passes by. */
#define ARD_JOINED_COMMITS 10
#define ARD_JOINED_D 180

typedef struct {
  guint32 n;            /* commits; 0: a person of merges or other names only */
  guint32 first_commit; /* in commits: the earliest */
  gint64 first_s, tenth_s, last_s; /* author times; tenth_s only from ten commits on */
  gboolean joined;
  gboolean stayed; /* a commit between 12 and 18 months after the first */
} ArdArrival;

/* One row an author of the corpus; yours. */
ArdArrival *ard_newcomers_list (const ArdCorpus *corpus);

#endif
