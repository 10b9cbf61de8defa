#ifndef ARD_LANGUAGES_CAPTUREROWS_H
#define ARD_LANGUAGES_CAPTUREROWS_H

#include "languages/blocks.h"
#include "languages/rowset.h"
#include "languages/said.h"
#include "languages/units.h"

/*
 * Where captures are written to: the facts of one file, with what every row needs.
 * Of one tree 50,000 rows are kept; the rest is counted in
 * ArdFacts.captures_left_out.
 */
typedef struct {
  ArdBlocks *blocks; /* owned, as the next two */
  ArdRowSet *known;  /* rows that are stored once */
  GString *scratch;

  /* of the current tree, borrowed */
  const ArdSource *source;
  ArdUnits *units;
  ArdFacts *facts;
  guint32 n;         /* rows made for it */
  guint32 tests_end; /* last byte of the test code that began so far */
  gboolean in_loop;
  ArdSaid said;
} ArdCaptureRows;

void ard_capture_rows_init (ArdCaptureRows *rows);
void ard_capture_rows_clear (ArdCaptureRows *rows);
void ard_capture_rows_begin (ArdCaptureRows *rows, const ArdSource *source, ArdUnits *units, ArdFacts *facts);

/*
 * Append a row of the innermost function and block; line from 0.
 *
 * Returns:  its index in the facts' captures, or ARD_NONE when there is no room
 */
guint32 ard_capture_rows_add (ArdCaptureRows *rows, ArdCaptureKind kind, guint32 line, const char *text, gsize length,
                              guint32 traits);
/* The same with the text of a span. */
guint32 ard_capture_rows_add_span (ArdCaptureRows *rows, ArdCaptureKind kind, guint32 line, guint32 start, guint32 end,
                                   guint32 traits);
/* Whether no row of that kind, function, text and place (in a loop or not) was asked for before. */
gboolean ard_capture_rows_are_new (ArdCaptureRows *rows, ArdCaptureKind kind, guint32 function, const char *text,
                                   gsize length);

/* A row that was added. */
ArdCapture *ard_capture_rows_at (const ArdCaptureRows *rows, guint32 row);

/* A comment, bytes [start, end) from that line on: what it says of the calls behind which or above which it stands. */
void ard_capture_rows_comment (ArdCaptureRows *rows, guint32 start, guint32 end, guint32 line);

/* Put the captures of facts in order, those of every source; parents follow. */
void ard_capture_rows_sort (ArdFacts *facts);

#endif
