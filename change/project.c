#include "change/project.h"

#define MIX G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) /* 2^64 / golden ratio: spreads small numbers */

static const ArdHunk *
hunk_of (const GArray *hunks, guint i)
{
  return &g_array_index (hunks, ArdHunk, i);
}

/* Hunks that begin before a line of the newer version. */
static guint
count_before (const GArray *hunks, guint32 line)
{
  guint low = 0, high = hunks->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (hunk_of (hunks, middle)->new_from < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/*
 * Where a line of the newer version stood. A line that a hunk wrote stands among the
 * lines that it replaced, at the same distance from their beginning as long as they last.
 */
static guint32
move (const GArray *hunks, guint32 line, gboolean end)
{
  guint before = count_before (hunks, line);

  if (before == 0)
    return line;

  const ArdHunk *hunk = hunk_of (hunks, before - 1);
  guint32 in = line - hunk->new_from; /* 1 for its first line */

  if (in > hunk->new_n)
    return hunk->old_from + hunk->old_n + in - hunk->new_n;
  return end ? hunk->old_from + MIN (in, hunk->old_n) : hunk->old_from + MIN (in - 1, hunk->old_n) + 1;
}

typedef struct {
  guint32 written;   /* its lines that hunks wrote */
  gboolean touched;  /* by a hunk that is not cosmetic */
  gboolean contains; /* every hunk that touches it lies within it */
} Touch;

static Touch
touch (const GArray *hunks, const ArdVersionFunction *function)
{
  guint first = count_before (hunks, function->start_line);
  Touch touch = { .contains = TRUE };

  for (guint i = first > 0 ? first - 1 : 0; i < hunks->len; i++) {
    const ArdHunk *hunk = hunk_of (hunks, i);
    guint32 from = MAX (hunk->new_from + 1, function->start_line);
    guint32 to = MIN (hunk->new_from + hunk->new_n, function->end_line);
    gboolean taken_out =
        hunk->new_n == 0 && hunk->new_from >= function->start_line && hunk->new_from < function->end_line;

    if (hunk->new_from >= function->end_line)
      break;
    if (to < from && !taken_out)
      continue;
    touch.written += to < from ? 0 : to - from + 1;
    touch.touched = touch.touched || !hunk->cosmetic;
    touch.contains = touch.contains && hunk->new_from + 1 >= function->start_line &&
                     hunk->new_from + hunk->new_n <= function->end_line;
  }
  return touch;
}

static void
project (const ArdVersionFunction *newer, const GArray *hunks, guint64 salt, GArray *functions)
{
  Touch touched = touch (hunks, newer);
  ArdVersionFunction row = { .name = newer->name,
                             .digest = touched.touched ? (newer->digest ^ salt) * MIX : newer->digest,
                             .start_line = move (hunks, newer->start_line, FALSE),
                             .end_line = move (hunks, newer->end_line, TRUE) };
  gboolean kept = touched.written < newer->end_line - newer->start_line + 1;

  if (row.end_line >= row.start_line && (kept || touched.contains))
    g_array_append_val (functions, row);
}

void
ard_version_project (const ArdVersion *newer, const GArray *hunks, guint64 salt, ArdVersion *older)
{
  gint64 lines = newer->lines;

  for (guint i = 0; i < hunks->len; i++)
    lines += (gint64) hunk_of (hunks, i)->old_n - hunk_of (hunks, i)->new_n;
  older->lines = (guint32) MAX (lines, 0);
  older->measured = newer->measured;
  for (guint i = 0; i < newer->functions->len; i++)
    project (&g_array_index (newer->functions, ArdVersionFunction, i), hunks, salt, older->functions);
}
