#include "change/patch.h"

#include <string.h>

#include "model/hash.h"

#define CONTEXT 3
/* The part of a fix that must apply: the rest is of the fixed text alone, and with it the fix may be. */
#define MIN_APPLIED 0.75
/* Lines of the fix that must stand in the twin, and those among them that two authors would not both write. */
#define MIN_EQUAL 4
#define MIN_TELLING 3
/* Letters and digits of a line that tells something: more than "return;", "else" or "i++". */
#define TELLING 8
/* How far from its place a line that the fix brought may stand, to be there already. */
#define NEAR 30

/* A hunk in lines with code: [old_from, old_to) became [new_from, new_to). */
typedef struct {
  guint32 old_from, old_to, new_from, new_to;
} Piece;

#define line_at(text, i) (&g_array_index ((text)->lines, ArdPatchLine, (i)))

/* The first line with code at or behind a number. */
static guint32
find_line (const ArdPatchText *text, guint32 number)
{
  guint32 low = 0, high = text->lines->len;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (line_at (text, middle)->number < number)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* What both sides begin and end with is layout. */
static Piece
cut (const ArdPatch *patch, const ArdHunk *hunk)
{
  Piece piece = { find_line (patch->before, hunk->old_from + 1),
                  find_line (patch->before, hunk->old_from + hunk->old_n + 1),
                  find_line (patch->after, hunk->new_from + 1),
                  find_line (patch->after, hunk->new_from + hunk->new_n + 1) };

  while (piece.old_from < piece.old_to && piece.new_from < piece.new_to &&
         line_at (patch->before, piece.old_from)->key == line_at (patch->after, piece.new_from)->key) {
    piece.old_from++;
    piece.new_from++;
  }
  while (piece.old_from < piece.old_to && piece.new_from < piece.new_to &&
         line_at (patch->before, piece.old_to - 1)->key == line_at (patch->after, piece.new_to - 1)->key) {
    piece.old_to--;
    piece.new_to--;
  }
  return piece;
}

/* What of the fix's own text stands at one place of another. */
typedef struct {
  guint32 equal, telling, total;
  gboolean above, below; /* the lines next to those taken out */
} Fit;

/* The line of the fixed text at a distance from the piece, if the twin has one there too. */
static gboolean
meet (const ArdPatchText *before, gint64 old, const ArdPatchText *twin, gint64 at, Fit *fit)
{
  if (old < 0 || old >= before->lines->len)
    return FALSE;
  fit->total++;
  if (at < 0 || at >= twin->lines->len || line_at (before, old)->key != line_at (twin, at)->key)
    return FALSE;
  fit->equal++;
  fit->telling += line_at (before, old)->weight >= TELLING;
  return TRUE;
}

/* Whether the piece's lines and enough of its context stand in the twin from a line on. */
static gboolean
fits (const ArdPatchText *before, const Piece *piece, const ArdPatchText *twin, guint32 at)
{
  Fit fit = { 0 };
  guint32 n = piece->old_to - piece->old_from;

  for (guint32 i = 0; i < n; i++)
    if (!meet (before, piece->old_from + i, twin, at + i, &fit))
      return FALSE;
  for (gint64 i = 1; i <= CONTEXT; i++) {
    gboolean above = meet (before, piece->old_from - i, twin, at - i, &fit);
    gboolean below = meet (before, piece->old_to + i - 1, twin, (gint64) at + n + i - 1, &fit);

    fit.above |= i == 1 && above;
    fit.below |= i == 1 && below;
  }
  return (fit.above || fit.below) && fit.equal >= MIN_EQUAL && fit.telling >= MIN_TELLING && 2 * fit.equal > fit.total;
}

static gboolean
has_line (const ArdPatchText *text, guint32 from, guint32 to, guint64 key)
{
  for (guint32 i = from; i < to; i++)
    if (line_at (text, i)->key == key)
      return TRUE;
  return FALSE;
}

/* Most of what the piece brought stands near its place; what it only moved was there before. */
static gboolean
is_there (const ArdPatch *patch, const Piece *piece, const ArdPatchText *twin, guint32 at)
{
  guint32 from = at > NEAR ? at - NEAR : 0;
  guint32 to = MIN (at + piece->old_to - piece->old_from + NEAR, twin->lines->len);
  guint32 n = 0, there = 0;

  for (guint32 i = piece->new_from; i < piece->new_to; i++) {
    const ArdPatchLine *line = line_at (patch->after, i);

    if (line->weight < TELLING || has_line (patch->before, piece->old_from, piece->old_to, line->key))
      continue;
    n++;
    there += has_line (twin, from, to, line->key);
  }
  return n > 0 && 2 * there >= n;
}

static gboolean
speaks_of_others (const ArdPatch *patch, const Piece *piece, const ArdPatchText *twin)
{
  for (guint32 i = piece->new_from; i < piece->new_to; i++) {
    const ArdPatchLine *line = line_at (patch->after, i);

    for (guint32 j = line->first_name; j < line->first_name + line->n_names; j++) {
      guint64 name = g_array_index (patch->after->names, guint64, j);

      if (ard_patch_text_holds (patch->before->known, name) && !ard_patch_text_holds (twin->known, name))
        return TRUE;
    }
  }
  return FALSE;
}

/* What was only added, or put around what stood there, says nothing against the twin's lines. */
static gboolean
took_nothing_out (const ArdPatch *patch, const Piece *piece)
{
  for (guint32 i = piece->old_from; i < piece->old_to; i++)
    if (!has_line (patch->after, piece->new_from, piece->new_to, line_at (patch->before, i)->key))
      return FALSE;
  return TRUE;
}

static gboolean
changes_values_only (const ArdPatch *patch, const Piece *piece)
{
  if (piece->old_to - piece->old_from != piece->new_to - piece->new_from)
    return FALSE;
  for (guint32 i = 0; i < piece->old_to - piece->old_from; i++)
    if (line_at (patch->before, piece->old_from + i)->shape != line_at (patch->after, piece->new_from + i)->shape)
      return FALSE;
  return TRUE;
}

static gboolean
fits_anywhere (const ArdPatchText *before, const Piece *piece, const ArdPatchText *text)
{
  for (guint32 at = 0; at < text->lines->len; at++)
    if (fits (before, piece, text, at))
      return TRUE;
  return FALSE;
}

static gboolean
stands (const ArdPatch *patch, const Piece *piece)
{
  guint32 n = 0, there = 0;

  for (guint32 i = piece->new_from; i < piece->new_to; i++) {
    n += line_at (patch->after, i)->weight >= TELLING;
    there += line_at (patch->after, i)->weight >= TELLING &&
             ard_patch_text_holds (patch->today->keys, line_at (patch->after, i)->key);
  }
  return n > 0 ? 2 * there > n : !fits_anywhere (patch->before, piece, patch->today);
}

static gboolean
find_place (const ArdPatch *patch, const Piece *piece, const ArdPatchText *twin, const ArdPatchSpan *spans,
            guint n_spans, ArdPatchSpan *place)
{
  guint32 n = piece->old_to - piece->old_from;

  for (guint i = 0; i < n_spans; i++) {
    guint32 from = find_line (twin, spans[i].start_line > CONTEXT ? spans[i].start_line - CONTEXT : 1);
    guint32 to = find_line (twin, spans[i].end_line + CONTEXT + 1);

    for (guint32 at = from; at < to; at++)
      if (fits (patch->before, piece, twin, at) && !is_there (patch, piece, twin, at)) {
        *place = (ArdPatchSpan){ line_at (twin, at)->number, line_at (twin, at + n - 1)->number };
        return TRUE;
      }
  }
  return FALSE;
}

gboolean
ard_patch_applies (const ArdPatch *patch, const ArdPatchText *twin, const ArdPatchSpan *spans, guint n_spans,
                   ArdPatchSpan *place)
{
  guint32 all = 0, applied = 0;

  for (guint i = 0; i < patch->hunks->len; i++) {
    Piece piece = cut (patch, &g_array_index (patch->hunks, ArdHunk, i));
    guint32 size = piece.old_to - piece.old_from + piece.new_to - piece.new_from;
    ArdPatchSpan found;

    all += size;
    if (size == 0 || changes_values_only (patch, &piece) || took_nothing_out (patch, &piece) ||
        !find_place (patch, &piece, twin, spans, n_spans, &found) || speaks_of_others (patch, &piece, twin) ||
        !stands (patch, &piece))
      continue;
    if (applied == 0)
      *place = found;
    applied += size;
  }
  return all > 0 && applied >= MIN_APPLIED * all;
}
