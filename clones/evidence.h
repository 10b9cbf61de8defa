#ifndef ARD_CLONES_EVIDENCE_H
#define ARD_CLONES_EVIDENCE_H

#include "clones/align.h"
#include "clones/numbers.h"

/* Two copies: spans of units, both inclusive, and the runs in them that match. */
typedef struct {
  guint32 a_first, a_last, b_first, b_last;
  guint32 first_run, n_runs;
  guint32 worth; /* tokens that match, less those that do not */
} ArdMatch;

/* Scratch of one worker. */
typedef struct {
  const ArdUnitTable *table;
  double size;        /* of the code [bits]: its places and some more */
  ArdNumbers *shapes; /* of the piece: the last statement of each kind */
  ArdNumbers *names;  /* of a: that of b, and the last statement that has it */
  ArdNumbers *order;  /* how often one kind of statement came, and how often behind another */
  ArdNumbers *others; /* of b: that of a */
  GArray *met;        /* its statements */
  GArray *backs;      /* of guint32, by token: how many statements ago its name was used */
} ArdEvidence;

void ard_evidence_init (ArdEvidence *evidence, const ArdUnitTable *table);
void ard_evidence_clear (ArdEvidence *evidence);

/*
 * Whether what matches is more than two authors would write alike by chance. Rare
 * statements tell more than frequent ones, equal texts, names and strings more than
 * equal shapes, names that stand for the same others throughout more than names that
 * are met once. Repetitions inside the copy tell only by what does not repeat: by names
 * that were used elsewhere, and in a copy without a gap by their order.
 */
gboolean ard_evidence_suffices (ArdEvidence *evidence, const ArdRun *runs, guint n_runs);

/* The same of any part of it, as far as its size and its rarity tell: FALSE is sure, TRUE is not. */
gboolean ard_evidence_may_suffice (const ArdEvidence *evidence, const ArdRun *runs, guint n_runs);

/*
 * Whether too much of the match has one shape on both sides and did not match because a name would stand for two: no
 * renaming does that.
 */
gboolean ard_evidence_contradicts (ArdEvidence *evidence, const ArdMatch *match, const ArdRun *runs, guint n_runs,
                                   guint32 matched);

#endif
