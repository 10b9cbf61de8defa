#ifndef ARD_CORPUS_SHARES_H
#define ARD_CORPUS_SHARES_H

#include "change/chain.h"
#include "corpus/traced.h"

/*
 * Give every function of a traced file its share of the file's forecast work.
 *
 * The forecast is a sum over the counted commits of history.window_d: the change's part
 * of its author's day, half-life-weighted (corpus/activity.h). Each of them is split by
 * the lines that it added and deleted: a function gets the part of its own lines, those
 * of the functions inside it left out, where its code changed; comments, layout, code
 * outside functions and functions that are gone since keep the rest. So shares of one
 * file sum to 1 at most. Functions are traced when the whole window of their file is
 * among the steps and it held work.
 *
 * chain   of traced->steps
 */
void ard_shares_fill (ArdCorpus *corpus, const ArdTracedFile *traced, const ArdChain *chain,
                      const ArdSettings *settings);

#endif
