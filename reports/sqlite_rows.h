#ifndef ARD_SQLITE_ROWS_H
#define ARD_SQLITE_ROWS_H

#include <sqlite3.h>

#include "reports/figure.h"
#include "reports/message.h"
#include "reports/name.h"

/*
 * Filling ardoise.sqlite: create a table, then for each row one put a column, in
 * order, and end. The first failure sticks in code, what follows does nothing.
 */
typedef struct {
  const ArdLedger *ledger;
  const ArdMessages *messages;
  sqlite3 *db;
  sqlite3_stmt *insert; /* into the table created last */
  int column;           /* bound so far */
  int code;             /* SQLITE_OK, or the first failure */
} ArdExport;

void ard_export_run (ArdExport *export, const char *sql);
/* columns: "name TYPE, name TYPE" */
void ard_export_create (ArdExport *export, const char *table, const char *columns);
void ard_export_put_null (ArdExport *export);
/* NULL when not known. */
void ard_export_put_count (ArdExport *export, gboolean known, gint64 n);
/* NULL for NAN. */
void ard_export_put_number (ArdExport *export, double rounded);
/* TEXT where the bytes are UTF-8, else BLOB: nothing of a path is lost; NULL for NULL. */
void ard_export_put_bytes (ArdExport *export, const char *bytes);
/* One column a figure. */
void ard_export_put_figures (ArdExport *export, const ArdFigure *figures, guint n, gconstpointer record,
                             gboolean priced);
/* The names of the bits that are set, a space between. */
void ard_export_put_bits (ArdExport *export, const ArdBitName *names, guint n, guint value);
void ard_export_end (ArdExport *export);

#endif
