#ifndef ARD_ANALYZERS_UNLOOKED_H
#define ARD_ANALYZERS_UNLOOKED_H

#include "analyzers/namesakes.h"
#include "analyzers/programs.h"
#include "analyzers/usage.h"

/*
 * Points of an UNLOOKED call: what it gives may be nothing, and is used all the same.
 *
 * names, programs, usage  of the corpus
 * row                     of the call in the corpus
 * Returns:                points; ARD_QUESTION where it is the way of the repository, has its own function or macro
 * behind it, or ends a program of one run either way; 0 where memory is taken for endless
 */
double ard_unlooked_judge (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdPrograms *programs,
                           const ArdUsage *usage, ArdTongue tongue, guint32 row);

#endif
