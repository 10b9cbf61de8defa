#ifndef ARD_JSON_BACKTEST_H
#define ARD_JSON_BACKTEST_H

#include <jansson.h>

#include "model/backtest.h"

/* What the past says of the rankings; null for NULL; a new reference. */
json_t *ard_json_backtest (const ArdBacktest *backtest);

#endif
