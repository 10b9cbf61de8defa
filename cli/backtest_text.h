#ifndef ARD_BACKTEST_TEXT_H
#define ARD_BACKTEST_TEXT_H

#include "ranking/ranking.h"

/* The tables of `ardoise backtest` for people. */

/* One line of a repository: the four measures, and the best simple ranking at each. */
void ard_backtest_print_line (GString *text, const char *name, const ArdBacktest *backtest);
/* Every ranking at every measure with its interval, what the model is ahead by, calibration, verdict. */
void ard_backtest_print (GString *text, const ArdBacktest *backtest);

#endif
