#include "languages/capturerows.h"

#include "languages/sketch.h"
#include "languages/snippet.h"

#define MAX_ROWS 50000

/* What a comment may speak of, looked for among the last few rows. */
#define CAN_BE_SAID_OF \
  (1u << ARD_CAPTURE_CALL | 1u << ARD_CAPTURE_IGNORED | 1u << ARD_CAPTURE_ASYNC | 1u << ARD_CAPTURE_ABORT)
#define NEAR 8

void
ard_capture_rows_init (ArdCaptureRows *rows)
{
  *rows = (ArdCaptureRows){ .blocks = ard_blocks_new (), .known = ard_row_set_new (), .scratch = g_string_new (NULL) };
}

void
ard_capture_rows_clear (ArdCaptureRows *rows)
{
  ard_blocks_free (rows->blocks);
  ard_row_set_free (rows->known);
  g_string_free (rows->scratch, TRUE);
}

void
ard_capture_rows_begin (ArdCaptureRows *rows, const ArdSource *source, ArdUnits *units, ArdFacts *facts)
{
  rows->source = source;
  rows->units = units;
  rows->facts = facts;
  rows->n = 0;
  rows->tests_end = 0;
  rows->in_loop = FALSE;
  rows->said = (ArdSaid){ 0 };
  ard_blocks_begin (rows->blocks, source, facts);
  ard_row_set_empty (rows->known);
}

guint32
ard_capture_rows_add (ArdCaptureRows *rows, ArdCaptureKind kind, guint32 line, const char *text, gsize length,
                      guint32 traits)
{
  if (rows->n == MAX_ROWS) {
    rows->facts->captures_left_out++;
    return ARD_NONE;
  }

  ArdCapture capture = { .kind = kind,
                         .function = ard_units_innermost (rows->units),
                         .start_line = line + 1,
                         .end_line = line + 1,
                         .text = ard_snippet_keep (rows->facts, text, length),
                         .traits = traits | (rows->in_loop ? ARD_TRAIT_IN_LOOP : 0u),
                         .parent = ard_blocks_row (rows->blocks) };

  if (CAN_BE_SAID_OF & 1u << kind && (traits || kind != ARD_CAPTURE_CALL) && ard_said_above (&rows->said, line))
    capture.traits |= ARD_TRAIT_COMMENTED;
  if (kind == ARD_CAPTURE_ABORT && rows->said.last && rows->said.last == line)
    capture.traits |= ARD_TRAIT_COMMENTED; /* who ends a process and says why knows it */
  rows->n++;
  g_array_append_val (rows->facts->captures, capture);
  return rows->facts->captures->len - 1;
}

guint32
ard_capture_rows_add_span (ArdCaptureRows *rows, ArdCaptureKind kind, guint32 line, guint32 start, guint32 end,
                           guint32 traits)
{
  g_string_truncate (rows->scratch, 0);
  ard_snippet_append (rows->scratch, rows->source, start, end);
  return ard_capture_rows_add (rows, kind, line, rows->scratch->str, rows->scratch->len, traits);
}

gboolean
ard_capture_rows_are_new (ArdCaptureRows *rows, ArdCaptureKind kind, guint32 function, const char *text, gsize length)
{
  const guint64 parts[] = { ard_hash_bytes (text, length), (guint64) kind << 32 | function, rows->in_loop };

  return ard_row_set_add (rows->known, ard_hash_bytes ((const char *) parts, sizeof parts));
}

ArdCapture *
ard_capture_rows_at (const ArdCaptureRows *rows, guint32 row)
{
  return &g_array_index (rows->facts->captures, ArdCapture, row);
}

void
ard_capture_rows_comment (ArdCaptureRows *rows, guint32 start, guint32 end, guint32 line)
{
  GArray *captures = rows->facts->captures;

  if (!ard_said_read (&rows->said, rows->source, start, end, line))
    return;
  for (guint32 i = captures->len; i > 0 && captures->len - i < NEAR; i--) {
    ArdCapture *row = &g_array_index (captures, ArdCapture, i - 1);

    if (row->start_line == line + 1 && CAN_BE_SAID_OF & 1u << row->kind)
      row->traits |= ARD_TRAIT_COMMENTED;
  }
}

static gint
compare_captures (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdCapture *rows = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (rows[i].start_line != rows[j].start_line)
    return rows[i].start_line < rows[j].start_line ? -1 : 1;
  return i < j ? -1 : i > j;
}

void
ard_capture_rows_sort (ArdFacts *facts)
{
  GArray *rows = facts->captures;
  g_autofree ArdCapture *old = g_memdup2 (rows->data, rows->len * sizeof (ArdCapture));
  g_autofree guint32 *order = g_new (guint32, rows->len + 1);
  g_autofree guint32 *place = g_new (guint32, rows->len + 1);

  for (guint32 i = 0; i < rows->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) rows->len, sizeof *order, compare_captures, old);
  for (guint32 i = 0; i < rows->len; i++)
    place[order[i]] = i;
  for (guint32 i = 0; i < rows->len; i++) {
    ArdCapture *capture = &g_array_index (rows, ArdCapture, i);

    *capture = old[order[i]];
    if (capture->parent != ARD_NONE)
      capture->parent = place[capture->parent];
  }
}
