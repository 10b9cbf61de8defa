#ifndef ARD_CLONES_EVIDENCE_H
#define ARD_CLONES_EVIDENCE_H

#include "clones/align.h"

/* Two copies: spans of units, both inclusive, and the runs in them that match. */
typedef struct {
  guint32 a_first, a_last, b_first, b_last;
  guint32 first_run, n_runs;
  guint32 worth; /* tokens that match, less those that do not */
} ArdMatch;

/* Scratch of one worker. */
typedef struct {
  const ArdUnitTable *table;
  GHashTable *shapes; /* seen in the piece */
  GHashTable *names;  /* of the piece: those of a to those of b, where they differ */
} ArdEvidence;

void ard_evidence_init (ArdEvidence *evidence, const ArdUnitTable *table);
void ard_evidence_clear (ArdEvidence *evidence);

/*
 * Whether what matches is more than two authors would write alike by chance. Rare
 * statements tell more than frequent ones, equal texts, names and strings more than
 * equal shapes, names that stand for the same others throughout more than names that
 * are met once; repetitions inside the copy tell nothing.
 */
gboolean ard_evidence_suffices (ArdEvidence *evidence, const ArdRun *runs, guint n_runs);

/* Whether too much of the match has one shape on both sides and did not match because a name would stand for two. */
gboolean ard_evidence_contradicts (const ArdEvidence *evidence, const ArdMatch *match, const ArdRun *runs, guint n_runs,
                                   guint32 matched);

#endif
