#include "corpus/corpus.h"

#include <string.h>

#define LINE_BYTES 400

/* The start of the line after this one, or NULL at the end. */
static const char *
next_line (const char *at, const char *end)
{
  const char *newline = memchr (at, '\n', (gsize) (end - at));

  return newline && newline + 1 < end ? newline + 1 : NULL;
}

static void
append_line (GString *text, const char *at, const char *end)
{
  const char *newline = memchr (at, '\n', (gsize) (end - at));
  gsize length = newline ? (gsize) (newline - at) : (gsize) (end - at);

  if (length > 0 && at[length - 1] == '\r')
    length--;

  g_autofree char *valid = g_utf8_make_valid (at, (gssize) MIN (length, LINE_BYTES));
  gsize kept = MIN (strlen (valid), LINE_BYTES);

  while (kept > 0 && valid[kept] != '\0' && (valid[kept] & 0xc0) == 0x80)
    kept--;
  g_string_append_len (text, valid, (gssize) kept);
  g_string_append_c (text, '\n');
}

static char *
quote_lines (GBytes *bytes, guint32 start_line, guint32 n_lines)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size), *end = at + size;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 line = 1; line < start_line && at; line++)
    at = size ? next_line (at, end) : NULL;
  for (guint32 line = 0; line < n_lines && at && size; line++) {
    append_line (text, at, end);
    at = next_line (at, end);
  }
  return text->len ? g_strndup (text->str, text->len) : NULL;
}

GBytes *
ard_corpus_bytes (const ArdCorpus *corpus, ArdRepository *repository, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);
  ArdEntry entry = { .path = row->path, .blob = row->blob, .size_bytes = row->size_bytes, .flags = row->flags };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (ArdEntry));
  ArdSnapshot snapshot = { .entries = g_array_append_val (entries, entry),
                           .work_tree = corpus->work_tree,
                           .max_bytes = row->size_bytes };

  if (row->flags & (ARD_FILE_BINARY | ARD_FILE_TOO_LARGE))
    return NULL;
  return ard_snapshot_bytes (&snapshot, repository, 0, NULL);
}

char *
ard_corpus_quote (const ArdCorpus *corpus, ArdRepository *repository, guint32 file, guint32 start_line,
                  guint32 end_line, guint32 max_lines)
{
  if (start_line == 0 || end_line < start_line)
    return NULL;

  g_autoptr (GBytes) bytes = ard_corpus_bytes (corpus, repository, file);

  return bytes ? quote_lines (bytes, start_line, MIN (end_line - start_line + 1, max_lines)) : NULL;
}
