#ifndef ARD_ANALYZERS_EXPERTS_H
#define ARD_ANALYZERS_EXPERTS_H

#include "model/corpus.h"

/*
 * Who holds the knowledge of a file. Somebody knows a file when they own it; when they
 * made at least 5 % of its commits (a major contributor, Bird et al. 2011) and no fewer
 * than two; or a fifth of its counted commits within the window and no fewer than three.
 */
typedef struct {
  const ArdKnowledge *first; /* the owner of the largest degree of authorship, or NULL: nobody owns it */
  guint32 active;            /* active people who know it */
  const ArdKnowledge *last;  /* of these, the one of the largest degree, or NULL */
} ArdExperts;

/* Who knows a file of the corpus. */
ArdExperts ard_experts_find (const ArdCorpus *corpus, guint32 file);

/*
 * Whether knowledge of the file is asked for: code in use, with something in it to know
 * (a cognitive complexity of 10), that took at least three counted
 * commits within the window, or one where it is large and complex.
 */
gboolean ard_experts_are_needed (const ArdCorpus *corpus, guint32 file);

/* Active people who have changed code of the repository. */
guint32 ard_experts_count_people (const ArdCorpus *corpus);

#endif
