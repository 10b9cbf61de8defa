#ifndef ARD_DELIVERY_H
#define ARD_DELIVERY_H

#include <glib.h>

#include "model/history.h"

/* How changes reach users, from tags and merges. */

/* A tag of a commit, not later than now. */
typedef struct {
  const char *name; /* without refs/tags/; valid UTF-8 */
  guint32 commit;   /* in the corpus' commits, or ARD_NONE: on another branch */
  guint32 first_entry, n_entries; /* in tag_entries: of a release on another branch, where that left the history */
  ArdOid id;        /* of the commit */
  gint64 time_s;    /* of the tagger, else of the commit */
  gboolean release; /* its name is that of a release: delivery.tag_patterns */
} ArdTag;

typedef enum {
  ARD_DELIVERY_NOT_FOUND, /* never a zero: history does not show it */
  ARD_DELIVERY_MEASURED,  /* no threshold */
  ARD_DELIVERY_OK,
  ARD_DELIVERY_ATTENTION,
  ARD_DELIVERY_CRITICAL,
} ArdDeliveryStatus;

/* One figure over history.window_d, bots and merges left out. */
typedef struct {
  const char *id;   /* static: "deployment-frequency" ... */
  const char *unit; /* static: "per week", "d", "share" */
  ArdDeliveryStatus status;
  double value;               /* a rate, a median, a share; NAN when not found */
  double high;                /* 90th percentile; NAN where the value is no median */
  double attention, critical; /* NAN where there is no threshold */
  guint32 n;                  /* releases, commits, branches, people that it rests on */
  const char *reason;         /* static: why it was not found; key "delivery.reason.<reason>"; else NULL */
} ArdDeliveryFigure;

/* One quarter of history; figures are NAN where it has none. */
typedef struct {
  gint32 quarter;                            /* 4 x year + quarter - 1 */
  guint32 commits, people, newcomers, fixes; /* newcomers: their first commit; people: who wrote commits */
  guint32 releases, branches;                /* branches: merged into the main line */
  double lead_d, cycle_d;                    /* medians [d] */
} ArdDeliveryQuarter;

#endif
