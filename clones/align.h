#ifndef ARD_CLONES_ALIGN_H
#define ARD_CLONES_ALIGN_H

#include "clones/names.h"

/* Units a … a + n - 1 match b … b + n - 1. */
typedef struct {
  guint32 a, b, n;
} ArdRun;

/* Scratch of one worker. */
typedef struct {
  const ArdUnitTable *table;
  ArdNames *names;
  GArray *runs; /* of ArdRun, by a and by b: the last alignment */
  GArray *back; /* of ArdRun: its first half, backwards */
  guint64 steps_left;
} ArdAligner;

void ard_aligner_init (ArdAligner *aligner, const ArdUnitTable *table);
void ard_aligner_clear (ArdAligner *aligner);

/*
 * Grow an alignment from the matching units a and b, a before b, in both directions
 * and over gaps of a few statements, as far as it gains more than it loses. Two
 * copies in one file do not overlap.
 *
 * aligner   receives runs; none when a and b do not match; spends steps_left
 */
void ard_aligner_grow (ArdAligner *aligner, guint32 a, guint32 b);

#endif
