#ifndef ARD_RANKING_BACKTEST_H
#define ARD_RANKING_BACKTEST_H

#include "ranking/trial.h"

/* With so many repositories these are resampled, with fewer the files. */
#define ARD_RESAMPLED 8

/*
 * Measure every ranking on the trials. A value is the mean over repositories of the mean
 * over each one's dates. Intervals are 95 % percentile intervals of 1,000 resamples from a
 * fixed seed (Efron, Tibshirani 1993), paired: one resample for all rankings. Resampled are
 * the repositories where there are at least ARD_RESAMPLED, else the files of every trial.
 *
 * trials   of ArdTrial *, at least one; by repository
 * Returns: yours (g_free)
 */
ArdBacktest *ard_backtest_run (const GPtrArray *trials);

#endif
