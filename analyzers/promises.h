#ifndef ARD_ANALYZERS_PROMISES_H
#define ARD_ANALYZERS_PROMISES_H

#include "analyzers/floating.h"

/* What is made of promises in JavaScript and TypeScript. */

/*
 * The points of a call whose value nobody takes, by the function of the repository that it means, by the chain that it
 * is, by what the other callers of it do; ARD_QUESTION where that is not told for sure, 0 for none.
 *
 * row      of a CALL in the file that is looked at
 */
double ard_promise_judge (const ArdFloating *floating, guint32 row);

/* The same of a call of the tables: what reads only counts where the text shows what is lost, or nothing is known. */
double ard_promise_judge_known (const ArdFloating *floating, guint32 row, const ArdResult *known);

/*
 * Whether a try of the same function stands around it, whose handler does something for errors and is passed by by a
 * promise that nobody awaits.
 */
gboolean ard_promise_is_tried (const ArdCorpus *corpus, const ArdCapture *call);

#endif
