#ifndef ARD_CORPUS_PAST_H
#define ARD_CORPUS_PAST_H

#include "change/chain.h"
#include "corpus/traced.h"

/* The past versions of one traced file, and how they follow each other. */

typedef struct {
  ArdOid blob;
  const char *path; /* for the language; borrowed */
  ArdVersion version;
  guint32 run; /* the run that reads it */
  gboolean parsed; /* to be read by a parser; else projected from a newer one */
  gboolean known, fresh;
  GError *error;
} ArdPastVersion;

/* Lines that differ between two versions. */
typedef struct {
  guint32 old, new; /* in versions */
  GArray *hunks;    /* of ArdHunk; NULL when it cannot be told */
  gboolean known, fresh;
} ArdPastDifference;

typedef struct {
  const ArdTracedFile *traced;
  GArray *versions;      /* of ArdPastVersion; the first is today's */
  GArray *differences;   /* of ArdPastDifference, by step, a step's bridge before its own */
  GArray *steps;         /* of ArdChainStep */
  GArray *difference_of; /* of guint32, two a step: its own and its bridge, or ARD_NONE */
  GHashTable *places;    /* blob to 1 + version */
  ArdChain chain;
} ArdPast;

#define ard_past_version(past, i) (&g_array_index ((past)->versions, ArdPastVersion, (i)))
#define ard_past_difference(past, i) (&g_array_index ((past)->differences, ArdPastDifference, (i)))
#define ard_past_step(past, i) (&g_array_index ((past)->steps, ArdChainStep, (i)))
/* Of a step: its difference, or the one that leads to it (bridge) when no newer step does; or ARD_NONE. */
#define ard_past_difference_of(past, step, bridge) \
  (g_array_index ((past)->difference_of, guint32, 2 * (step) + ((bridge) ? 1 : 0)))

/*
 * Name all versions and differences; today's version is known, the others are empty.
 *
 * traced   borrowed until the past is cleared
 */
void ard_past_init (ArdPast *past, const ArdCorpus *corpus, const ArdTracedFile *traced);
void ard_past_clear (ArdPast *past);

/* Fold what was read into past->chain. */
void ard_past_fold (ArdPast *past);

#endif
