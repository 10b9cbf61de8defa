#include "languages/answered.h"

#include <string.h>

/* Bytes of arguments that are read (house). */
#define LONGEST 4000

/* Index of the bracket that closes the one at start, by brackets alone, or 0. */
static guint32
find_closing (const ArdSource *source, guint32 start)
{
  guint32 most = (guint32) MIN ((gsize) source->size, (gsize) start + LONGEST), depth = 0;

  for (guint32 i = start; i < most; i++) {
    char c = source->text[i];

    if (c && strchr ("([{", c))
      depth++;
    else if (c && strchr (")]}", c) && --depth == 0)
      return i;
  }
  return 0;
}

/* Whether a comma parts the arguments between the brackets. */
static gboolean
has_second (const ArdSource *source, guint32 start, guint32 end)
{
  guint32 depth = 0, comma = 0;

  for (guint32 i = start; i < end && !comma; i++) {
    char c = source->text[i];

    depth += c && strchr ("([{", c) ? 1u : 0u;
    depth -= c && strchr (")]}", c) ? 1u : 0u;
    comma = depth == 1 && c == ',' ? i : 0;
  }
  while (comma && ++comma < end)
    if (!g_ascii_isspace (source->text[comma]))
      return TRUE;
  return FALSE;
}

static gboolean
is_then (const ArdSource *source, guint32 end)
{
  return end > 5 && memcmp (source->text + end - 5, ".then", 5) == 0;
}

guint32
ard_call_closing (const ArdSource *source, guint32 start)
{
  return start < source->size && source->text[start] == '(' ? find_closing (source, start) : 0;
}

gboolean
ard_call_is_answered (const ArdSource *source, guint32 start)
{
  static const char *const callbacks[] = { "next", "callback", "cb", "done" };
  guint32 end = ard_call_closing (source, start), word;

  if (is_then (source, start))
    return !end || has_second (source, start, end);
  while (end > start && g_ascii_isspace (source->text[end - 1]))
    end--;
  word = end;
  while (word > start && (g_ascii_isalnum (source->text[word - 1]) || strchr ("_$.", source->text[word - 1])))
    word--;
  for (guint i = 0; i < G_N_ELEMENTS (callbacks); i++)
    if (end - word == strlen (callbacks[i]) && memcmp (source->text + word, callbacks[i], end - word) == 0)
      return TRUE;
  return FALSE;
}
