#include "languages/comments.h"

#include <string.h>

#define MAX_TEXT 300
#define SUPPRESSION "ardoise:ignore "

static const char *
keep (ArdFacts *facts, const char *text, gsize length)
{
  const char *end;

  g_utf8_validate (text, (gssize) MIN (length, MAX_TEXT), &end);
  return g_string_chunk_insert_len (facts->strings, text, end - text);
}

static void
append (ArdFacts *facts, ArdCaptureKind kind, guint32 function, guint32 line, const char *text, gsize length)
{
  ArdCapture capture = { kind, function, line + 1, line + 1, keep (facts, text, length), 0, ARD_NONE };

  g_array_append_val (facts->captures, capture);
}

/* What follows the suppression's keyword, less what closes the comment. */
static void
append_suppression (ArdFacts *facts, guint32 function, guint32 line, const char *text, const char *end)
{
  if (end - text >= 2 && strncmp (end - 2, "*/", 2) == 0)
    end -= 2;
  else if (end - text >= 3 && strncmp (end - 3, "-->", 3) == 0)
    end -= 3;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  append (facts, ARD_CAPTURE_SUPPRESSION, function, line, text, (gsize) (end - text));
}

static void
read_line (const char *text, gsize length, guint32 line, guint32 function, const ArdPatterns *patterns, ArdFacts *facts)
{
  const char *end = text + length;

  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (text == end)
    return;

  const char *suppression = g_strstr_len (text, end - text, SUPPRESSION);

  if (suppression)
    append_suppression (facts, function, line, suppression + strlen (SUPPRESSION), end);
  if (ard_patterns_match (patterns, text, end - text))
    append (facts, ARD_CAPTURE_MARKER, function, line, text, (gsize) (end - text));
}

void
ard_comments_read (const ArdSource *source, guint32 start, guint32 end, guint32 function, const ArdPatterns *patterns,
                   ArdFacts *facts)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  guint32 line = ard_source_find_line (source, start);

  while (start < end) {
    guint32 line_end = MIN (end, starts[line + 1]);

    read_line (source->text + start, line_end - start, line, function, patterns, facts);
    start = line_end;
    line++;
  }
}
