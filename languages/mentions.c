#include "languages/mentions.h"

#include <string.h>

#include "languages/snippet.h"

#define MAX_ROWS 5000

/* Words of a line that speaks of the past, or of another place. */
static const char *const tells[] = { "remov",   "delet",    "renam",  "moved",    "deprecat", "former",  "no longer",
                                     "used to", "previous", "legacy", "obsolete", "replac",   "old ",    "ancien",
                                     "supprim", "create a", "creat",  "e.g.",     "example",  "instead", "your " };

static gboolean
tells_history (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (tells); i++) {
    gsize size = strlen (tells[i]);

    for (gsize j = 0; j + size <= length; j++)
      if (g_ascii_strncasecmp (text + j, tells[i], size) == 0)
        return TRUE;
  }
  return FALSE;
}

static gboolean
is_path_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || strchr ("._-/+@ ", c);
}

/* A path of this repository, perhaps: no address, no pattern, no place outside. link: told by its place in a link. */
static gboolean
is_path (const char *text, gsize length, gboolean link)
{
  gboolean slash = FALSE, dot = FALSE;

  if (length < 3 || *text == '/' || *text == '-' || *text == '@' || g_ascii_isspace (*text))
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!text[i] || !is_path_byte (text[i]) || (text[i] == ' ' && !link))
      return FALSE;
    slash |= text[i] == '/' && i + 1 < length;
    dot = text[i] == '.' ? i > 0 && text[i - 1] != '/' && text[i - 1] != '.' && i + 1 < length : dot && text[i] != '/';
  }
  return link || (slash && dot);
}

typedef struct {
  const ArdSource *source;
  ArdFacts *facts;
  GHashTable *seen; /* texts of the captures */
} Reading;

static void
append (Reading *reading, const char *text, gsize length, guint32 line, gboolean link)
{
  gsize end = 0;

  while (end < length && !strchr ("#?", text[end]))
    end++;
  if (!is_path (text, end, link) || end > ARD_SNIPPET || g_hash_table_size (reading->seen) >= MAX_ROWS)
    return;

  ArdCapture capture = { .kind = ARD_CAPTURE_MENTION,
                         .function = ARD_NONE,
                         .start_line = line + 1,
                         .end_line = line + 1,
                         .text = ard_snippet_keep (reading->facts, text, end),
                         .parent = ARD_NONE };

  if (g_hash_table_add (reading->seen, (gpointer) capture.text))
    g_array_append_val (reading->facts->captures, capture);
}

static void
read_code_spans (Reading *reading, const char *text, const char *end, guint32 line)
{
  for (const char *c = text; c < end; c++) {
    const char *close;
    gsize ticks = 0;

    while (c + ticks < end && c[ticks] == '`')
      ticks++;
    if (!ticks)
      continue;
    close = memchr (c + ticks, '`', (gsize) (end - c) - ticks);
    if (!close)
      return;
    append (reading, c + ticks, (gsize) (close - c) - ticks, line, FALSE);
    for (c = close; c + 1 < end && c[1] == '`';)
      c++;
  }
}

/* `](path)`, `](path "title")`, `link:path[…]`, `image::path[…]`, `.. image:: path`. */
static void
read_links (Reading *reading, const char *text, const char *end, guint32 line)
{
  static const char *const marks[] = { "](", "link:", "image::", "xref:", "include::" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (const char *c = g_strstr_len (text, end - text, marks[i]); c; c = g_strstr_len (c, end - c, marks[i])) {
      const char *stop;

      c += strlen (marks[i]);
      while (c < end && (*c == ' ' || *c == '<'))
        c++;
      for (stop = c; stop < end && !strchr (")[]> \t\"", *stop);)
        stop++;
      append (reading, c, (gsize) (stop - c), line, TRUE);
    }
}

static gboolean
is_fence (const char *text, const char *end)
{
  return end - text >= 3 &&
         (strncmp (text, "```", 3) == 0 || strncmp (text, "~~~", 3) == 0 || strncmp (text, "----", 4) == 0);
}

void
ard_mentions_read (const char *name, const ArdSource *source, ArdFacts *facts)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { source, facts, seen };
  gboolean fenced = FALSE;

  if (!g_str_equal (name, "Markdown") && !g_str_equal (name, "reStructuredText") && !g_str_equal (name, "AsciiDoc"))
    return;
  for (guint32 i = 0; i < source->lines; i++) {
    const char *text = source->text + starts[i], *end = source->text + starts[i + 1];
    gboolean indented = end - text > 4 && (strncmp (text, "    ", 4) == 0 || *text == '\t');

    while (text < end && g_ascii_isspace (*text))
      text++;
    while (end > text && g_ascii_isspace (end[-1]))
      end--;
    if (is_fence (text, end) && (*text != '-' || g_str_equal (name, "AsciiDoc")))
      fenced = !fenced;
    else if (!fenced && !indented) {
      if (!tells_history (text, (gsize) (end - text)))
        read_code_spans (&reading, text, end, i);
      read_links (&reading, text, end, i);
    }
  }
}
