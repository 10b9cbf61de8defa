#ifndef ARD_SCORING_PAIRING_H
#define ARD_SCORING_PAIRING_H

#include "model/ledger.h"

/* Which finding of the base is which finding of the head: docs/gate.md. */

/* A pairing of the head's rows with those of the base; ARD_NONE where there is none. */
typedef struct {
  const ArdLedger *head, *base; /* borrowed */
  guint32 *files;               /* one a head file: the base file that it was */
  guint32 *of_head;             /* one a head finding: the base finding that it is; several may share one */
  guint32 *of_base;             /* one a base finding: the first head finding that it became */
  GHashTable *digests;          /* digest of a function to ArdPopulation, owned */
  GHashTable *blobs;            /* the same for whole files */
  gboolean cut;                 /* more candidates than the bound: likeness was not tried everywhere */
} ArdPairing;

/* How often one digest stands in either tree. */
typedef struct {
  guint32 n_head, n_base;
} ArdPopulation;

/*
 * Pair everything.
 *
 * renames   new path to old path, borrowed, may be NULL
 * Returns:  yours
 */
ArdPairing *ard_pairing_new (const ArdLedger *head, const ArdLedger *base, GHashTable *renames);
void ard_pairing_free (ArdPairing *pairing);

/*
 * remains.c: whether the unit of an unpaired head finding stood in the base tree
 * as it is, and is no further copy; of a cycle all of its files. Never for a
 * comment: the code around it says nothing about its age.
 */
gboolean ard_pairing_unit_is_old (const ArdPairing *pairing, const ArdFinding *finding);

/*
 * remains.c: the same for an unpaired base finding: whether its unit still stands
 * as it was, so nobody paid anything off; of a clone class all of its copies.
 */
gboolean ard_pairing_unit_remains (const ArdPairing *pairing, const ArdFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdPairing, ard_pairing_free)

#endif
