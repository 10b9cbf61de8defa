#include "corpus/lines.h"

#include <string.h>

#define MAX_BYTES (2 * 1024 * 1024)

typedef struct {
  const char *text;
  gsize length;
} Line;

/* The text of a version, cut at its newlines. */
typedef struct {
  GBytes *bytes;
  GArray *lines; /* of Line, white space at both ends left out */
} Text;

static void
text_clear (Text *text)
{
  g_clear_pointer (&text->bytes, g_bytes_unref);
  g_clear_pointer (&text->lines, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static Line
trim (const char *from, const char *to)
{
  while (from < to && g_ascii_isspace (*from))
    from++;
  while (to > from && g_ascii_isspace (to[-1]))
    to--;
  return (Line){ from, (gsize) (to - from) };
}

static gboolean
text_read (ArdRepository *repository, const ArdOid *blob, Text *text)
{
  gsize size;

  text->bytes = ard_blob_read (repository, blob, MAX_BYTES, NULL);
  if (!text->bytes)
    return FALSE;
  text->lines = g_array_new (FALSE, FALSE, sizeof (Line));

  const char *at = g_bytes_get_data (text->bytes, &size), *end = at + size;

  while (at < end) {
    const char *newline = memchr (at, '\n', (gsize) (end - at));
    const char *stop = newline ? newline : end;
    Line line = trim (at, stop);

    g_array_append_val (text->lines, line);
    at = newline ? newline + 1 : end;
  }
  return TRUE;
}

static Line
line_of (const Text *text, guint32 number)
{
  return number < text->lines->len ? g_array_index (text->lines, Line, number) : (Line){ "", 0 };
}

static gboolean
is_same (Line left, Line right)
{
  return left.length == right.length && memcmp (left.text, right.text, left.length) == 0;
}

/* The first of n lines from a number on that is the same but for white space at its ends; ARD_NONE: none. */
static guint32
find_same (const Text *text, guint32 from, guint32 n, Line line)
{
  for (guint32 i = 0; i < n; i++)
    if (is_same (line_of (text, from + i), line))
      return from + i;
  return ARD_NONE;
}

static gboolean
starts (Line line, const char *mark)
{
  return line.length >= strlen (mark) && memcmp (line.text, mark, strlen (mark)) == 0;
}

static gboolean
is_comment (Line line, const char *language)
{
  static const char *const hash[] = { "Python", "Ruby", "Bash", "PHP", "YAML", "TOML", "Make", NULL };

  if (g_strv_contains (hash, language) && starts (line, "#"))
    return TRUE;
  if (strcmp (language, "Lua") == 0)
    return starts (line, "--");
  if (strcmp (language, "Python") == 0 || strcmp (language, "Ruby") == 0 || strcmp (language, "Bash") == 0)
    return starts (line, "\"\"\"") || starts (line, "'''");
  return starts (line, "//") || starts (line, "/*") || starts (line, "* ") || starts (line, "*\t") ||
         starts (line, "*/") || (line.length == 1 && *line.text == '*');
}

gboolean
ard_line_is_comment (const char *line, gsize length, const char *language)
{
  return is_comment (trim (line, line + length), language);
}

static gboolean
is_code (Line line, const char *language)
{
  for (gsize i = 0; i < line.length; i++)
    if (g_ascii_isalnum (line.text[i]) || (line.text[i] & 0x80))
      return !is_comment (line, language);
  return FALSE;
}

static gboolean
compare (ArdRepository *repository, const ArdOid *old, const ArdOid *new, Text *before, Text *after, GArray *hunks)
{
  return text_read (repository, old, before) && text_read (repository, new, after) &&
         ard_hunks_find (before->bytes, after->bytes, hunks);
}

void
ard_lines_removed (ArdRepository *repository, const char *language, const ArdOid *old, const ArdOid *new, GArray *lines)
{
  g_auto (Text) before = { 0 }, after = { 0 };
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));

  if (!compare (repository, old, new, &before, &after, hunks))
    return;
  for (guint i = 0; i < hunks->len; i++) {
    const ArdHunk *hunk = &g_array_index (hunks, ArdHunk, i);

    for (guint32 n = hunk->old_from; n < hunk->old_from + hunk->old_n; n++)
      if (is_code (line_of (&before, n), language) &&
          find_same (&after, hunk->new_from, hunk->new_n, line_of (&before, n)) == ARD_NONE)
        g_array_append_val (lines, n);
  }
}

gboolean
ard_lines_carry (ArdRepository *repository, const ArdOid *old, const ArdOid *new, const GArray *lines, GArray *carried,
                 GArray *left)
{
  g_auto (Text) before = { 0 }, after = { 0 };
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  guint at = 0;
  gint64 shift = 0;

  if (!compare (repository, old, new, &before, &after, hunks))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    guint32 line = g_array_index (lines, guint32, i), place;

    for (; at < hunks->len; at++) {
      const ArdHunk *hunk = &g_array_index (hunks, ArdHunk, at);

      if (line < hunk->new_from + hunk->new_n)
        break;
      shift += (gint64) hunk->old_n - hunk->new_n;
    }

    const ArdHunk *hunk = at < hunks->len ? &g_array_index (hunks, ArdHunk, at) : NULL;

    if (!hunk || line < hunk->new_from)
      place = (guint32) (line + shift);
    else
      place = find_same (&before, hunk->old_from, hunk->old_n, line_of (&after, line));
    if (place == ARD_NONE)
      g_array_append_val (left, line);
    else
      g_array_append_val (carried, place);
  }
  return TRUE;
}
