#ifndef ARD_OUTPUTS_H
#define ARD_OUTPUTS_H

#include "cli/options.h"
#include "model/ledger.h"

#define ARD_OUTPUT_FOLDER "ardoise-report"

/* Which files a run writes, and where. */
typedef struct {
  GArray *reports;    /* of guint, rows of ard_reports, in their order */
  const char *folder; /* borrowed; NULL: standard output */
  guint jobs;         /* reports rendered at a time, at least 1 */
} ArdOutputs;

/*
 * Read --format and --output, before any work is done.
 *
 * standard  format list where --format is not given; "all" is every one
 * Errors:   ARD_ERROR_USAGE (unknown format, several for standard output);
 *           ARD_ERROR_OUTPUT (the folder cannot be written)
 */
gboolean ard_outputs_init (ArdOutputs *outputs, const ArdOptions *options, const char *standard, GError **error);
void ard_outputs_clear (ArdOutputs *outputs);

/*
 * Render every file, several at a time, then write them: nothing is written when one cannot be
 * rendered, and each appears whole or not at all, a signal included.
 *
 * Errors:   ARD_ERROR_OUTPUT
 */
gboolean ard_outputs_write (const ArdOutputs *outputs, const ArdLedger *ledger, const char *lang, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdOutputs, ard_outputs_clear)

#endif
