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
  return NULL;
}

static gboolean
starts_with_any (const char *words, const char *text, gsize length)
{
  while (*words) {
    gsize n = strcspn (words, " ");

    if (n <= length && strncmp (words, text, n) == 0)
      return TRUE;
    words += n + (words[n] == ' ');
  }
  return FALSE;
}

/*
 * Flags of one line; in_block says whether a block comment is open before it and
 * after it. A comment that follows code leaves the line code.
 */
static guint8
read_line (const ArdTextFormat *format, const char *line, gsize length, gboolean *in_block)
{
  gboolean code = FALSE;

  while (length) {
    const char *mark = *in_block ? format->block_end : format->block_start;
    const char *found = *mark ? g_strstr_len (line, (gssize) length, mark) : NULL;
    gsize before = found ? (gsize) (found - line) : length;

    if (!*in_block)
      for (gsize i = 0; i < before && !code; i++)
        if (!g_ascii_isspace (line[i])) {
          if (starts_with_any (format->line_comments, line + i, length - i))
            return ARD_LINE_COMMENT;
          code = TRUE;
        }
    if (!found)
      break;
    *in_block = !*in_block;
    length -= before + strlen (mark);
    line = found + strlen (mark);
  }
  return code ? ARD_LINE_CODE : ARD_LINE_COMMENT;
}

void
ard_texts_read (const ArdTextFormat *format, ArdSource *source, const ArdPatterns *patterns, ArdFacts *facts)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  gboolean in_block = FALSE;

  for (guint32 i = 0; format && i < source->lines; i++) {
    if (source->flags[i] & ARD_LINE_BLANK)
      continue;
    source->flags[i] |= read_line (format, source->text + starts[i], starts[i + 1] - starts[i], &in_block);
    if (i == 0 && g_str_has_prefix (source->text, "#!"))
      source->flags[i] = ARD_LINE_CODE;
    if (!(source->flags[i] & ARD_LINE_CODE))
      ard_comments_read (source, starts[i], starts[i + 1], ARD_NONE, patterns, facts);
  }
}
