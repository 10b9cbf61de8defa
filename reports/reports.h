#ifndef ARD_REPORTS_H
#define ARD_REPORTS_H

#include "model/backtest.h"
#include "model/ledger.h"

/* Ledger to files. Every output is a rendering of the same record; several may be rendered at a time, each by one thread. */
typedef struct {
  const char *name;      /* "html", as --format takes it */
  const char *file_name; /* "index.html" */
  const char *doc;       /* one line for help */
  GBytes *(*render) (const ArdLedger *ledger, const char *lang, GError **error);
} ArdReport;

extern const ArdReport ard_reports[];
extern const guint ard_n_reports;

/* The row of this name, or NULL. */
const ArdReport *ard_report_find (const char *name);

/*
 * Write bytes to path whole or not at all (a temporary file beside it, synced, renamed).
 *
 * Errors:   ARD_ERROR_OUTPUT
 */
gboolean ard_report_write (const char *path, GBytes *bytes, GError **error);

/* What `ardoise backtest --format json` prints: the member "backtest" of ardoise.json; yours. */
char *ard_backtest_json (const ArdBacktest *backtest);

#endif
