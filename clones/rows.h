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
 * chosen  of ArdChosen, sorted here; that of a file with twins that holds all of it
 *         stands for them too; of two copies of one class that overlap the first stays
 */
void ard_rows_write (ArdCorpus *corpus, const ArdUnitTable *table, const ArdTwins *twins, GArray *chosen);

#endif
