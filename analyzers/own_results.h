#ifndef ARD_ANALYZERS_OWN_RESULTS_H
#define ARD_ANALYZERS_OWN_RESULTS_H

#include "analyzers/namesakes.h"
#include "analyzers/results.h"
#include "analyzers/usage.h"

/*
 * What the dropped result of a function of the repository is worth, by what its text says it returns and by what the
 * other callers make of it.
 *
 * file, tongue, imports  of the call
 * call                   a CALL whose value is dropped
 * usage                  what the repository does with such calls
 * Returns:               points; ARD_QUESTION where whose function it is, or whether its result matters, is not told
 *                        for sure; 0 for none
 */
double ard_own_result_judge (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdImports *imports,
                             guint32 file, ArdTongue tongue, const ArdCapture *call, const ArdUsage *usage);

#endif
