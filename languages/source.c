#include "languages/source.h"

#include <string.h>

#define BINARY_BYTES 8000

static const char *
utf16_name (const guint8 *bytes, gsize size)
{
  if (size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return "UTF-16LE";
  if (size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return "UTF-16BE";
  return NULL;
}

gboolean
ard_bytes_are_binary (const guint8 *bytes, gsize size)
{
  return size > 0 && !utf16_name (bytes, size) && memchr (bytes, 0, MIN (size, BINARY_BYTES)) != NULL;
}

/* Bytes that are not UTF-8 become their Latin-1 character, NUL the replacement character. */
static char *
make_utf8 (const char *bytes, gsize size, gsize *length)
{
  GString *text = g_string_sized_new (size + 16);
  const char *end = bytes + size;

  while (bytes < end) {
    const char *bad;

    g_utf8_validate (bytes, end - bytes, &bad);
    g_string_append_len (text, bytes, bad - bytes);
    if (bad == end)
      break;
    g_string_append_unichar (text, *bad ? (guchar) *bad : 0xfffd);
    bytes = bad + 1;
  }
  *length = text->len;
  return g_string_free (text, FALSE);
}

static char *
decode (const guint8 *bytes, gsize size, gsize *length)
{
  const char *utf16 = utf16_name (bytes, size);

  if (utf16) {
    g_autofree char *text = g_convert_with_fallback ((const char *) bytes + 2, (gssize) (size - 2) & ~1, "UTF-8", utf16,
                                                     "?", NULL, length, NULL);

    if (text)
      return make_utf8 (text, *length, length);
  }
  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0) {
    bytes += 3;
    size -= 3;
  }
  return make_utf8 ((const char *) bytes, size, length);
}

static gboolean
is_blank (const char *text, guint32 start, guint32 end)
{
  while (start < end && g_ascii_isspace (text[start]))
    start++;
  return start == end;
}

void
ard_source_init (ArdSource *source, const guint8 *bytes, gsize size)
{
  gsize length;
  guint32 start = 0;

  source->text = decode (bytes, size, &length);
  source->size = (guint32) length;
  source->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (start < source->size) {
    const char *newline = memchr (source->text + start, '\n', source->size - start);

    g_array_append_val (source->starts, start);
    start = newline ? (guint32) (newline - source->text) + 1 : source->size;
  }
  g_array_append_val (source->starts, source->size);
  source->lines = source->starts->len - 1;
  source->flags = g_malloc0 (source->lines + 1);
  for (guint32 i = 0; i < source->lines; i++)
    if (is_blank (source->text, g_array_index (source->starts, guint32, i),
                  g_array_index (source->starts, guint32, i + 1)))
      source->flags[i] = ARD_LINE_BLANK;
}

void
ard_source_clear (ArdSource *source)
{
  g_clear_pointer (&source->text, g_free);
  g_clear_pointer (&source->starts, g_array_unref);
  g_clear_pointer (&source->flags, g_free);
}

guint32
ard_source_line (const ArdSource *source, guint32 offset, guint32 near)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;

  while (near > 0 && starts[near] > offset)
    near--;
  while (near + 1 < source->lines && starts[near + 1] <= offset)
    near++;
  return near;
}

guint32
ard_source_find_line (const ArdSource *source, guint32 offset)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  guint32 low = 0, high = MAX (source->lines, 1);

  while (low + 1 < high) {
    guint32 middle = low + (high - low) / 2;

    if (starts[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

void
ard_source_flag (ArdSource *source, guint32 start, guint32 end, guint8 flag)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;

  for (guint32 line = ard_source_find_line (source, start); line < source->lines && starts[line] < end; line++)
    if (!(source->flags[line] & ARD_LINE_BLANK))
      source->flags[line] |= flag;
}

void
ard_source_count (const ArdSource *source, ArdFacts *facts)
{
  facts->lines = source->lines;
  for (guint32 i = 0; i < source->lines; i++)
    if (source->flags[i] & ARD_LINE_BLANK)
      facts->blank_lines++;
    else if ((source->flags[i] & ARD_LINE_COMMENT) && !(source->flags[i] & ARD_LINE_CODE))
      facts->comment_lines++;
    else
      facts->code_lines++;
}

guint32
ard_source_column (const ArdSource *source, guint32 offset)
{
  guint32 line = ard_source_find_line (source, offset);
  guint32 start = g_array_index (source->starts, guint32, line), column = 0;

  while (start + column < offset && g_ascii_isspace (source->text[start + column]))
    column++;
  return column;
}

gboolean
ard_words_hold (const char *words, const char *text, gsize length)
{
  for (const char *at = words; length && (at = strchr (at, ' ')) && at[1]; at++)
    if (strncmp (at + 1, text, length) == 0 && at[1 + length] == ' ')
      return TRUE;
  return FALSE;
}
