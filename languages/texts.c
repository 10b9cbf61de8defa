#include "languages/texts.h"

#include <string.h>

#include "languages/comments.h"

static const ArdTextFormat formats[] = {
#define ARD_TEXT_FORMAT(name, extensions, files, line_comments, block_start, block_end) \
  { name, extensions, files, line_comments, block_start, block_end },
#include "languages/texts.def"
#undef ARD_TEXT_FORMAT
};

gboolean
ard_words_contain (const char *words, const char *word, gsize length)
{
  while (*words) {
    gsize n = strcspn (words, " ");

    if (n == length && strncmp (words, word, n) == 0)
      return TRUE;
    words += n + (words[n] == ' ');
  }
  return FALSE;
}

const ArdTextFormat *
ard_texts_find_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];
  return NULL;
}

/* "Dockerfile.web" and ".env.local" are told by how they begin. */
static const ArdTextFormat *
find_prefix (const char *file)
{
  static const struct {
    const char *prefix, *name;
  } prefixes[] = { { "Dockerfile.", "Dockerfile" }, { ".env.", "INI" } };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (file, prefixes[i].prefix) && !g_str_has_suffix (file, ".dockerignore"))
      return ard_texts_find_name (prefixes[i].name);
  return NULL;
}

const ArdTextFormat *
ard_texts_find (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *file = slash ? slash + 1 : path;
  const char *dot = strrchr (file, '.');

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (ard_words_contain (formats[i].files, file, strlen (file)))
      return &formats[i];
  for (guint i = 0; dot && dot[1] && i < G_N_ELEMENTS (formats); i++)
    if (ard_words_contain (formats[i].extensions, dot + 1, strlen (dot + 1)))
      return &formats[i];
  return find_prefix (file);
}

typedef struct {
  const ArdTextFormat *format;
  ArdSource *source;
  const ArdPatterns *patterns;
  ArdFacts *facts;
  gboolean in_block; /* a block comment is open */
} Reading;

static gboolean
starts_with (const Reading *reading, guint32 start, guint32 end, const char *mark, gsize length)
{
  return length && length <= end - start && memcmp (reading->source->text + start, mark, length) == 0;
}

/* Behind code only marks that no word or string begins with are meant. */
static gboolean
begins_line_comment (const Reading *reading, guint32 start, guint32 end, gboolean code)
{
  const char *words = reading->format->line_comments;

  if (code && !g_ascii_isspace (reading->source->text[start - 1]))
    return FALSE;
  while (*words) {
    gsize n = strcspn (words, " ");

    if ((!code || (!g_ascii_isalpha (*words) && *words != '"')) && starts_with (reading, start, end, words, n))
      return TRUE;
    words += n + (words[n] == ' ');
  }
  return FALSE;
}

static gboolean
begins_block (const Reading *reading, guint32 start, guint32 end, gboolean code)
{
  const char *mark = reading->format->block_start;
  gsize length = strlen (mark);

  return length && !(code && g_ascii_isalpha (mark[length - 1])) && starts_with (reading, start, end, mark, length);
}

static gboolean
is_quote (const Reading *reading, guint32 start)
{
  const char *text = reading->source->text;
  char before = start > 0 ? text[start - 1] : '\0';

  if (g_str_equal (reading->format->block_start, "<!--"))
    return text[start] == '"' && before == '=';
  return text[start] == '"' || (text[start] == '\'' && !g_ascii_isalnum (before));
}

/* Past a string that begins here and ends on the line; start itself when none does. */
static guint32
skip_string (const Reading *reading, guint32 start, guint32 end)
{
  const char *text = reading->source->text;

  for (guint32 i = start + 1; i < end && is_quote (reading, start); i++)
    if (text[i] == text[start])
      return i + 1;
    else if (text[i] == '\\')
      i++;
  return start;
}

static guint32
read_comment (Reading *reading, guint32 start, guint32 end)
{
  ard_comments_read (reading->source, start, end, ARD_NONE, reading->patterns, reading->facts);
  return end;
}

/* From start, which may be the mark that opens it, to the end of the line or of the block. */
static guint32
read_block (Reading *reading, guint32 start, guint32 end)
{
  const char *mark = reading->format->block_end, *text = reading->source->text;
  gsize skip = reading->in_block ? 0 : strlen (reading->format->block_start);
  const char *found = g_strstr_len (text + start + skip, (gssize) (end - start - skip), mark);

  reading->in_block = !found;
  return read_comment (reading, start, found ? (guint32) (found - text + (gssize) strlen (mark)) : end);
}

/* Flag of one line. A comment that follows code leaves the line code. */
static guint8
read_line (Reading *reading, guint32 start, guint32 end)
{
  gboolean code = FALSE;

  while (start < end) {
    if (reading->in_block || begins_block (reading, start, end, code)) {
      start = read_block (reading, start, end);
    } else if (g_ascii_isspace (reading->source->text[start])) {
      start++;
    } else if (begins_line_comment (reading, start, end, code)) {
      start = read_comment (reading, start, end);
    } else {
      guint32 next = skip_string (reading, start, end);

      start = MAX (next, start + 1);
      code = TRUE;
    }
  }
  return code ? ARD_LINE_CODE : ARD_LINE_COMMENT;
}

void
ard_texts_read (const ArdTextFormat *format, ArdSource *source, const ArdPatterns *patterns, ArdFacts *facts)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  Reading reading = { format, source, patterns, facts, FALSE };

  for (guint32 i = 0; format && i < source->lines; i++) {
    if (source->flags[i] & ARD_LINE_BLANK)
      continue;
    if (i == 0 && g_str_has_prefix (source->text, "#!"))
      source->flags[i] |= ARD_LINE_CODE;
    else
      source->flags[i] |= read_line (&reading, starts[i], starts[i + 1]);
  }
}
