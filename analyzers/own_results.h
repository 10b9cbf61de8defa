#ifndef ARD_ANALYZERS_OWN_RESULTS_H
#define ARD_ANALYZERS_OWN_RESULTS_H

#include "analyzers/namesakes.h"
#include "analyzers/results.h"

/* The calls of the repository that are written as one is, by what becomes of their value. */
typedef struct {
  guint taken, dropped;
} ArdOwnCalls;

/*
 * What the dropped result of a function of the repository is worth, by what its text says it returns and by what the
 * other callers make of it.
 *
 * file, tongue, imports  of the call
 * call                   a CALL whose value is dropped
 * Returns:               points; ARD_QUESTION where whose function it is, or whether its result matters, is not told
 *                        for sure; 0 for none
 */
double ard_own_result_judge (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdImports *imports,
                             guint32 file, ArdTongue tongue, const ArdCapture *call, ArdOwnCalls calls);

#endif
