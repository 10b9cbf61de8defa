#ifndef ARD_RANKING_FUNCTIONS_H
#define ARD_RANKING_FUNCTIONS_H

#include "model/corpus.h"

/*
 * Split what is expected of every file over its functions, where its past versions were read:
 * in the shares lines ^ 0.52 * (1 + cognitive complexity) ^ 0.26 * (1 + revisions) ^ 0.27, with
 * code lines and the counted revisions of the function's own code in history.window_d.
 * Fills expected_fixes_year of the functions; those of other files stay 0.
 *
 * Source: docs/ranking.md, Functions
 */
void ard_functions_expect (ArdCorpus *corpus);

#endif
