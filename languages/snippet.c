#include "languages/snippet.h"

#include <string.h>

/* Bytes looked at for one text: what bounds nodes inside nodes that are mostly white space. */
#define MAX_READ 4096

static gboolean
is_blank (char c)
{
  return (guchar) c <= ' ' || c == '\177';
}

void
ard_snippet_append (GString *out, const ArdSource *source, guint32 start, guint32 end)
{
  const char *text = source->text;
  gboolean blank = FALSE;

  end = MIN (end, start + MAX_READ);
  while (start < end && is_blank (text[start]))
    start++;
  for (; start < end && out->len < ARD_SNIPPET; start++) {
    if (is_blank (text[start])) {
      blank = TRUE;
      continue;
    }
    if (blank)
      g_string_append_c (out, ' ');
    g_string_append_c (out, text[start]);
    blank = FALSE;
  }
}

void
ard_snippet_list (GString *list, const char *word)
{
  gsize start = list->len;

  if (start)
    g_string_append_c (list, ' ');
  for (; *word && list->len <= ARD_SNIPPET; word++)
    if (!is_blank (*word))
      g_string_append_c (list, *word);

  const char *added = list->str + start + (start > 0);
  gsize length = strlen (added);
  gboolean known = length == 0 || list->len > ARD_SNIPPET;

  for (const char *place = list->str; !known && (gsize) (place - list->str) < start; place += strcspn (place, " ") + 1)
    known = strcspn (place, " ") == length && memcmp (place, added, length) == 0;
  if (known)
    g_string_truncate (list, start);
}

guint32
ard_snippet_word (const ArdSource *source, guint32 start, guint32 end)
{
  while (start < end && (g_ascii_isalnum (source->text[start]) || source->text[start] == '_'))
    start++;
  return start;
}

const char *
ard_snippet_keep (ArdFacts *facts, const char *text, gsize length)
{
  const char *end;

  g_utf8_validate (text, (gssize) MIN (length, ARD_SNIPPET), &end);
  return g_string_chunk_insert_len (facts->strings, text, end - text);
}

guint32
ard_snippet_raised (const ArdSource *source, guint32 start, guint32 end)
{
  static const char *const keywords[] = { "throw", "raise", "return", "rethrow", "fail" };
  guint32 stop = ard_snippet_word (source, start, end);

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (stop - start == strlen (keywords[i]) && memcmp (source->text + start, keywords[i], stop - start) == 0)
      return stop;
  return start;
}
