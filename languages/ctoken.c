#include "languages/ctoken.h"

#include <string.h>

#define MAX_DELIMITER 16

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || (guchar) c >= 0x80;
}

/* Past a comment that begins at offset. */
static guint32
skip_comment (const char *text, guint32 size, guint32 offset)
{
  if (text[offset + 1] == '*') {
    const char *end = strstr (text + offset + 2, "*/");

    return end ? (guint32) (end - text) + 2 : size;
  }
  while (offset < size && (text[offset] != '\n' || text[offset - 1] == '\\'))
    offset++;
  return offset;
}

static guint32
skip_raw_string (const char *text, guint32 size, guint32 quote)
{
  gsize length = strcspn (text + quote + 1, "( \\\n\"");
  g_autofree char *delimiter = NULL;
  const char *end;

  if (length > MAX_DELIMITER || text[quote + 1 + length] != '(')
    return quote + 1;
  delimiter = g_strdup_printf (")%.*s\"", (int) length, text + quote + 1);
  end = strstr (text + quote + 1, delimiter);
  return end ? (guint32) (end - text + (gssize) strlen (delimiter)) : size;
}

/* A string ends with its line: one open quote must not eat the file. */
static guint32
skip_string (const char *text, guint32 size, guint32 offset)
{
  char quote = text[offset++];

  while (offset < size && text[offset] != quote && text[offset] != '\n')
    offset += text[offset] == '\\' && offset + 1 < size ? 2 : 1;
  return offset < size && text[offset] == quote ? offset + 1 : offset;
}

static guint32
skip_word (const char *text, guint32 size, guint32 offset)
{
  gboolean number = g_ascii_isdigit (text[offset]);

  while (offset < size && (is_word (text[offset]) ||
                           (number && (text[offset] == '.' || (text[offset] == '\'' && is_word (text[offset + 1]))))))
    offset++;
  return offset;
}

static gboolean
begins_comment (const char *text, guint32 offset)
{
  return text[offset] == '/' && (text[offset + 1] == '/' || text[offset + 1] == '*');
}

static guint32
skip_directive (const char *text, guint32 size, guint32 offset)
{
  while (offset < size && text[offset] != '\n' && !begins_comment (text, offset))
    if (text[offset] == '\\' && (text[offset + 1] == '\n' || (text[offset + 1] == '\r' && text[offset + 2] == '\n')))
      offset += text[offset + 1] == '\n' ? 2 : 3;
    else if (text[offset] == '"')
      offset = skip_string (text, size, offset);
    else
      offset++;
  return offset;
}

static gboolean
is_first_of_line (const char *text, guint32 offset)
{
  while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t'))
    offset--;
  return offset == 0 || text[offset - 1] == '\n';
}

static gboolean
is_raw_prefix (const char *text, guint32 start, guint32 end)
{
  return text[end] == '"' && text[end - 1] == 'R' && end - start <= 3;
}

ArdCToken
ard_ctoken_next (const char *text, guint32 size, guint32 offset)
{
  while (offset < size && g_ascii_isspace (text[offset]))
    offset++;
  if (offset >= size)
    return (ArdCToken){ ARD_CTOKEN_END, size, size };
  if (begins_comment (text, offset))
    return (ArdCToken){ ARD_CTOKEN_COMMENT, offset, skip_comment (text, size, offset) };
  if (text[offset] == '"' || text[offset] == '\'')
    return (ArdCToken){ ARD_CTOKEN_STRING, offset, skip_string (text, size, offset) };
  if (text[offset] == '#' && is_first_of_line (text, offset))
    return (ArdCToken){ ARD_CTOKEN_DIRECTIVE, offset, skip_directive (text, size, offset) };
  if (!is_word (text[offset]))
    return (ArdCToken){ ARD_CTOKEN_MARK, offset, offset + 1 };

  guint32 end = skip_word (text, size, offset);

  if (is_raw_prefix (text, offset, end))
    return (ArdCToken){ ARD_CTOKEN_STRING, offset, skip_raw_string (text, size, end) };
  return (ArdCToken){ ARD_CTOKEN_WORD, offset, end };
}

/* "a \ b ""c""": doubled quotes, no escapes, any number of lines. */
static guint32
skip_verbatim (const char *text, guint32 size, guint32 quote)
{
  guint32 offset = quote + 1;

  while (offset < size && (text[offset] != '"' || text[offset + 1] == '"'))
    offset += text[offset] == '"' ? 2 : 1;
  return MIN (offset + 1, size);
}

/* Between runs of three or more quotes. */
static guint32
skip_quotes (const char *text, guint32 size, guint32 quote)
{
  gsize length = strspn (text + quote, "\"");
  g_autofree char *delimiter = g_strndup (text + quote, length);
  const char *end = strstr (text + quote + length, delimiter);

  return end ? (guint32) (end - text + (gssize) length) : size;
}

ArdCToken
ard_ctoken_next_c_sharp (const char *text, guint32 size, guint32 offset)
{
  while (offset < size && g_ascii_isspace (text[offset]))
    offset++;

  guint32 quote = offset + (guint32) strspn (text + offset, "$@");

  if (text[quote] == '"') {
    gboolean verbatim = memchr (text + offset, '@', quote - offset) != NULL;
    guint32 end = verbatim                                    ? skip_verbatim (text, size, quote)
                  : g_str_has_prefix (text + quote, "\"\"\"") ? skip_quotes (text, size, quote)
                                                              : skip_string (text, size, quote);

    return (ArdCToken){ ARD_CTOKEN_STRING, offset, end };
  }
  if (g_str_has_prefix (text + offset, "//"))
    return (ArdCToken){ ARD_CTOKEN_COMMENT, offset, offset + (guint32) strcspn (text + offset, "\n") };
  return ard_ctoken_next (text, size, offset);
}

gboolean
ard_ctoken_is (const char *text, ArdCToken token, const char *word)
{
  gsize length = strlen (word);

  return token.end - token.start == length && memcmp (text + token.start, word, length) == 0;
}
