#ifndef ARD_DELIVERY_H
#define ARD_DELIVERY_H

#include <glib.h>

#include "model/history.h"

/* How changes reach users, from tags and merges. */

typedef struct {
  const char *name; /* without refs/tags/; valid UTF-8 */
  guint32 commit;   /* in the corpus' commits */
  gint64 time_s;    /* of the tagger, else of the commit */
} ArdTag;

#endif
