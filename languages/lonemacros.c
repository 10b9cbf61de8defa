#include "languages/lonemacros.h"

#include <string.h>

/* Of the last lines with code: how one ends decides whether the next may stand alone. */
typedef struct {
  const char *text;
  gsize size;
  char *shown;      /* NULL until something is hidden */
  gboolean ended;   /* what was read so far ends a declaration or directive */
  gboolean comment; /* inside a comment */
  gboolean carried; /* the line before ended with a backslash in a directive */
} Lines;

static gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* End of a name of capitals with an underscore at start; start itself when there is none. */
static gsize
capitals_end (const char *text, gsize start, gsize end)
{
  gsize i = start;
  gboolean joined = FALSE;

  for (; i < end && (g_ascii_isupper (text[i]) || g_ascii_isdigit (text[i]) || text[i] == '_'); i++)
    joined |= text[i] == '_';
  return joined && g_ascii_isupper (text[start]) && (i == end || !is_name_byte (text[i])) ? i : start;
}

/* Whether the text between is such a name, with or without arguments, and nothing else. */
static gboolean
is_lone (const char *text, gsize start, gsize end)
{
  gsize i = capitals_end (text, start, end);
  guint depth = 0;

  if (i == start)
    return FALSE;
  if (i == end)
    return TRUE;
  for (; i < end && (depth > 0 || text[i] == '('); i++) {
    depth += text[i] == '(';
    depth -= text[i] == ')';
    if (depth == 0)
      return i + 1 == end;
  }
  return FALSE;
}

/* TEST (Suite, name) {: a macro that makes a function. */
static gboolean
makes_function (const char *text, gsize start, gsize end)
{
  gsize i = start;

  if (text[end - 1] != '{' || !g_ascii_isupper (text[start]))
    return FALSE;
  while (i < end && (g_ascii_isupper (text[i]) || g_ascii_isdigit (text[i]) || text[i] == '_'))
    i++;
  while (i < end && text[i] == ' ')
    i++;
  return i < end && text[i] == '(';
}

static gboolean
begins_declaration (const char *text, gsize start, gsize end)
{
  static const char *const words[] = { "namespace", "template", "class",  "struct", "enum",      "union",
                                       "using",     "typedef",  "extern", "static", "constexpr", "inline" };
  gsize length = 0;

  if (text[start] == '#' || is_lone (text, start, end) || makes_function (text, start, end))
    return TRUE;
  while (start + length < end && is_name_byte (text[start + length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && memcmp (words[i], text + start, length) == 0)
      return TRUE;
  return FALSE;
}

/* First and last byte of a line without blanks. */
static void
trim (const char *text, gsize *start, gsize *end)
{
  while (*start < *end && g_ascii_isspace (text[*start]))
    (*start)++;
  while (*end > *start && g_ascii_isspace (text[*end - 1]))
    (*end)--;
}

static gsize
line_end (const Lines *lines, gsize start)
{
  const char *found = memchr (lines->text + start, '\n', lines->size - start);

  return found ? (gsize) (found - lines->text) : lines->size;
}

/* Whether the next line that is not blank begins a declaration. */
static gboolean
leads_on (const Lines *lines, gsize offset)
{
  while (offset < lines->size && g_ascii_isspace (lines->text[offset]))
    offset++;
  if (offset == lines->size)
    return FALSE;

  gsize end = line_end (lines, offset);

  trim (lines->text, &offset, &end);
  return begins_declaration (lines->text, offset, end);
}

static void
hide (Lines *lines, gsize start, gsize end)
{
  if (!lines->shown)
    lines->shown = g_memdup2 (lines->text, lines->size + 1);
  memset (lines->shown + start, ' ', end - start);
}

static gboolean
has (const char *text, gsize start, gsize end, const char *word)
{
  return end - start >= strlen (word) && memcmp (text + start, word, strlen (word)) == 0;
}

static gboolean
ends_comment (const char *text, gsize start, gsize end)
{
  return end - start >= 2 && memcmp (text + end - 2, "*/", 2) == 0;
}

static void
read_line (Lines *lines, gsize start, gsize end)
{
  gsize behind = end;

  trim (lines->text, &start, &end);
  if (lines->carried) {
    lines->carried = start < end && lines->text[end - 1] == '\\';
  } else if (lines->comment) {
    lines->comment = !ends_comment (lines->text, start, end);
  } else if (start == end || has (lines->text, start, end, "//")) {
    return;
  } else if (has (lines->text, start, end, "/*")) {
    lines->comment = !g_strstr_len (lines->text + start, (gssize) (end - start), "*/");
  } else if (lines->text[start] == '#') {
    lines->carried = lines->text[end - 1] == '\\';
    lines->ended = TRUE;
  } else if (lines->ended && is_lone (lines->text, start, end) && leads_on (lines, behind)) {
    hide (lines, start, end);
  } else {
    lines->ended = lines->text[end - 1] == ';' || lines->text[end - 1] == '}';
  }
}

char *
ard_lone_macros_hide (const char *text, gsize size)
{
  Lines lines = { .text = text, .size = size, .ended = TRUE };

  for (gsize start = 0; start < size;) {
    gsize end = line_end (&lines, start);

    read_line (&lines, start, end);
    start = end + 1;
  }
  return lines.shown;
}
