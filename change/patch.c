#include "change/patch.h"

#include <string.h>

#include "model/hash.h"

#define CONTEXT 3
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

void
ard_patch_text_init (ArdPatchText *text)
{
  text->lines = g_array_new (FALSE, FALSE, sizeof (ArdPatchLine));
  text->names = g_array_new (FALSE, FALSE, sizeof (guint64));
  text->known = g_array_new (FALSE, FALSE, sizeof (guint64));
  text->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
}

void
ard_patch_text_clear (ArdPatchText *text)
{
  g_clear_pointer (&text->lines, g_array_unref);
  g_clear_pointer (&text->names, g_array_unref);
  g_clear_pointer (&text->known, g_array_unref);
  g_clear_pointer (&text->keys, g_array_unref);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (c & 0x80);
}

static void
add_names (ArdPatchText *text, const char *line, gsize length)
{
  for (gsize i = 0; i < length;) {
    gsize from = i;

    while (i < length && is_word (line[i]))
      i++;
    if (i > from && !g_ascii_isdigit (line[from])) {
      guint64 name = ard_hash_add (ARD_HASH_START, line + from, i - from);

      g_array_append_val (text->names, name);
    }
    i += i == from;
  }
}

/* Behind a string that begins here; a mark that is never closed is none. */
static gsize
skip_string (const char *line, gsize length, gsize from)
{
  if (!strchr ("\"'`", line[from]))
    return from;
  for (gsize i = from + 1; i < length; i++)
    if (line[i] == '\\')
      i++;
    else if (line[i] == line[from])
      return i + 1;
  return from;
}

static guint64
find_shape (const char *line, gsize length)
{
  guint64 shape = ARD_HASH_START;

  for (gsize i = 0; i < length;) {
    gsize from = i;

    i = skip_string (line, length, i);
    if (i > from) {
      shape = ard_hash_step (shape, '"');
      continue;
    }
    while (i < length && is_word (line[i]))
      i++;
    if (i == from) {
      shape = g_ascii_isspace (line[i]) ? shape : ard_hash_step (shape, (guchar) line[i]);
      i++;
    } else if (g_ascii_isdigit (line[from]) || g_ascii_isupper (line[from])) {
      shape = ard_hash_step (shape, '0');
    } else {
      shape = ard_hash_add (shape, line + from, i - from);
    }
  }
  return shape;
}

void
ard_patch_text_add (ArdPatchText *text, guint32 number, const char *line, gsize length)
{
  ArdPatchLine row = { .number = number, .key = ARD_HASH_START, .first_name = text->names->len };

  for (gsize i = 0; i < length; i++) {
    row.weight += g_ascii_isalnum (line[i]) || (line[i] & 0x80);
    if (!g_ascii_isspace (line[i]))
      row.key = ard_hash_step (row.key, (guchar) line[i]);
  }
  if (row.weight == 0)
    return;
  add_names (text, line, length);
  row.shape = find_shape (line, length);
  row.n_names = text->names->len - row.first_name;
  g_array_append_val (text->lines, row);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

void
ard_patch_text_end (ArdPatchText *text, gboolean names)
{
  g_autoptr (GArray) sorted = g_array_copy (text->names);

  g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || g_array_index (sorted, guint64, i) != g_array_index (sorted, guint64, i - 1))
      g_array_append_val (text->known, g_array_index (sorted, guint64, i));
  if (!names)
    g_clear_pointer (&text->names, g_array_unref);
  for (guint i = 0; i < text->lines->len; i++)
    g_array_append_val (text->keys, line_at (text, i)->key);
  g_array_sort (text->keys, compare);
}

static gboolean
contains (const GArray *sorted, guint64 value)
{
  return g_array_binary_search ((GArray *) sorted, &value, compare, NULL);
}

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
  return (n > 0 ? fit.above || fit.below : fit.above && fit.below) && fit.equal >= MIN_EQUAL &&
         fit.telling >= MIN_TELLING && 2 * fit.equal > fit.total;
}

/* Most of what the piece brought stands near its place. */
static gboolean
is_there (const ArdPatch *patch, const Piece *piece, const ArdPatchText *twin, guint32 at)
{
  guint32 from = at > NEAR ? at - NEAR : 0;
  guint32 to = MIN (at + piece->old_to - piece->old_from + NEAR, twin->lines->len);
  guint32 n = 0, there = 0;

  for (guint32 i = piece->new_from; i < piece->new_to; i++) {
    const ArdPatchLine *line = line_at (patch->after, i);
    gboolean found = FALSE;

    if (line->weight < TELLING)
      continue;
    n++;
    for (guint32 j = from; j < to && !found; j++)
      found = line_at (twin, j)->key == line->key;
    there += found;
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

      if (contains (patch->before->known, name) && !contains (twin->known, name))
        return TRUE;
    }
  }
  return FALSE;
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
    there +=
        line_at (patch->after, i)->weight >= TELLING && contains (patch->today->keys, line_at (patch->after, i)->key);
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
        guint32 first = n > 0 || at == 0 ? at : at - 1;
        guint32 last = n > 0 ? at + n - 1 : MIN (at, twin->lines->len - 1);

        *place = (ArdPatchSpan){ line_at (twin, first)->number, line_at (twin, last)->number };
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
    if (size == 0 || changes_values_only (patch, &piece) || !find_place (patch, &piece, twin, spans, n_spans, &found) ||
        speaks_of_others (patch, &piece, twin) || !stands (patch, &piece))
      continue;
    if (applied == 0)
      *place = found;
    applied += size;
  }
  return 2 * applied > all;
}
