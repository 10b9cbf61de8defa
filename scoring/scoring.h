#ifndef ARD_SCORING_H
#define ARD_SCORING_H

#include "model/ledger.h"

/* Findings to priced, ranked items and a plan: ../shared/MODEL.md as docs/money.md states it. */

/*
 * Price and rank.
 *
 * findings  taken
 * Returns:  the ledger; yours; borrows corpus and settings
 */
ArdLedger *ard_scoring_run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings);

/*
 * The gate: pair the ledger's findings with those of a base tree, by id first,
 * then by the rename map, then by likeness; fill states, verdict and paid.
 *
 * base      borrowed; scored like the head
 * renames   new path to old path, borrowed, may be NULL
 */
void ard_scoring_compare (ArdLedger *ledger, const ArdLedger *base, GHashTable *renames);

/*
 * What the past says of the rankings: kept with the ledger, and where a simple ranking
 * was surely better than the model's order, files are ranked by that one instead.
 *
 * backtest  taken
 */
void ard_scoring_take_backtest (ArdLedger *ledger, ArdBacktest *backtest);

#endif
