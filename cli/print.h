#ifndef ARD_PRINT_H
#define ARD_PRINT_H

#include "cli/options.h"

/*
 * All printing. Results go to standard output, everything said to people goes to
 * standard error; bytes are written as they are, whatever the locale.
 */

/* Set once by main: --quiet, --verbose, --color, NO_COLOR, whether standard error is a terminal. */
void ard_print_setup (const ArdOptions *options);

/* A message to people; nothing when quiet. */
void ard_print_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same, when verbose only. */
void ard_print_detail (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same in the colour of good (or bad) news. */
void ard_print_verdict (gboolean good, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* An error, always, after the program's name; control characters are escaped. */
void ard_print_error (const GError *error);

/* Result bytes to standard output. Errors: ARD_ERROR_OUTPUT (closed pipe, full disk). */
gboolean ard_print_result (const char *bytes, gsize size, GError **error);

/* The progress bar, an ArdProgress; only on a terminal. */
void ard_print_progress (const char *step, guint done, guint total, gpointer data);
/* Take the bar away. */
void ard_print_progress_end (void);

/*
 * A phase of the run has ended, an ArdPhase: when verbose, its name, elapsed time
 * and processor time of all threads since the phase before it [s].
 */
void ard_print_phase (const char *phase, gpointer data);

/* Text with control characters and broken UTF-8 escaped, fit for a terminal; yours. */
char *ard_print_escape (const char *text);

#endif
