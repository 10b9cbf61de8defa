#ifndef ARD_CLONES_ROWS_H
#define ARD_CLONES_ROWS_H

#include "clones/twins.h"

/* A chosen copy: units, both inclusive; copies of one class have the same group. */
typedef struct {
  guint32 first, last;
  guint32 group;
} ArdChosen;

/*
 * Write classes and copies into the corpus, in the order of the files.
 *
 * chosen  of ArdChosen, by group, then first; that of a file with twins that holds
 *         all of it stands for them too
 */
void ard_rows_write (ArdCorpus *corpus, const ArdUnitTable *table, const ArdTwins *twins, const GArray *chosen);

#endif
