#ifndef ARD_KNOWLEDGE_H
#define ARD_KNOWLEDGE_H

#include <glib.h>

/* Who knows what: rows of the corpus that refer to its files, authors and modules. */

/*
 * One person's knowledge of one file, over the whole history: degree of authorship
 * (Fritz et al. 2014): 3.293 + 1.098 FA + 0.164 DL - 0.321 ln (1 + AC).
 */
typedef struct {
  guint32 file, author;
  gboolean first;     /* FA: created the file */
  guint32 deliveries; /* DL: commits of the author that changed it */
  guint32 others;     /* AC: commits of others */
  gint64 last_s;      /* time of the last of them */
  double doa;         /* degree of authorship */
  double share;       /* doa / the largest doa of the file, at least 0 */
} ArdKnowledge;

#endif
