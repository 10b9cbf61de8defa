#include "languages/scalar.h"

#include <string.h>

static void
append_character (GString *scalar, gunichar character)
{
  if (character == 0 || !g_unichar_validate (character) || g_unichar_iscntrl (character))
    character = ' ';
  if (character != ' ' || (scalar->len && scalar->str[scalar->len - 1] != ' '))
    g_string_append_unichar (scalar, character);
}

static gunichar
read_hex (const char **text, const char *end, guint most)
{
  gunichar value = 0;

  for (guint i = 0; i < most && *text < end && g_ascii_isxdigit (**text); i++)
    value = value << 4 | (gunichar) g_ascii_xdigit_value (*(*text)++);
  return value;
}

/* At what follows a backslash. */
static void
read_escape (GString *scalar, const char **text, const char *end)
{
  char kind = *(*text)++;

  if (kind == 'x')
    append_character (scalar, read_hex (text, end, 2));
  else if (kind == 'u')
    append_character (scalar, read_hex (text, end, 4));
  else if (kind == 'U')
    append_character (scalar, read_hex (text, end, 8));
  else if (strchr ("\"\\/'", kind))
    append_character (scalar, (gunichar) kind);
  else
    append_character (scalar, ' ');
}

/* At what follows an ampersand; one that begins no entity is itself. */
static void
read_entity (GString *scalar, const char **text, const char *end)
{
  static const struct {
    const char *name;
    char character;
  } entities[] = { { "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "quot;", '"' }, { "apos;", '\'' } };
  gsize left = (gsize) (end - *text);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) <= left && strncmp (*text, entities[i].name, strlen (entities[i].name)) == 0) {
      append_character (scalar, (gunichar) entities[i].character);
      *text += strlen (entities[i].name);
      return;
    }
  append_character (scalar, '&');
}

/* Past a comment; at what a section holds, whose end is then skipped like one. */
static gboolean
skip_markup (const char **text, const char *end)
{
  gsize left = (gsize) (end - *text);
  const char *close = NULL;

  if (left >= 4 && strncmp (*text, "<!--", 4) == 0)
    close = g_strstr_len (*text, (gssize) left, "-->");
  else if (left >= 9 && strncmp (*text, "<![CDATA[", 9) == 0)
    close = *text + 6;
  else if (left >= 3 && strncmp (*text, "]]>", 3) == 0)
    close = *text;
  if (close)
    *text = close + 3;
  return close != NULL;
}

typedef struct {
  const char *text, *end;
  gboolean backslash, doubled, entities;
} Inside;

static void
unwrap (Inside *inside, const char *quotes)
{
  gsize n = strlen (quotes);

  inside->text += n;
  inside->end -= n;
}

static gboolean
is_wrapped (const Inside *inside, const char *quotes)
{
  gsize n = strlen (quotes), length = (gsize) (inside->end - inside->text);

  return length >= 2 * n && strncmp (inside->text, quotes, n) == 0 && strncmp (inside->end - n, quotes, n) == 0;
}

/* Whether the first quote closes at the end only: "a" == "b" is no text. */
static gboolean
is_one_text (const Inside *inside, char quote, gboolean backslash)
{
  for (const char *c = inside->text + 1; c + 1 < inside->end; c++)
    if (backslash && *c == '\\')
      c++;
    else if (*c == quote && c[1] == quote && quote == '\'' && c + 2 < inside->end)
      c++;
    else if (*c == quote)
      return FALSE;
  return TRUE;
}

/* YAML's "|" and ">-" begin a text on the next line. */
static gboolean
is_block (const Inside *inside)
{
  const char *c = inside->text;

  if (c == inside->end || (*c != '|' && *c != '>'))
    return FALSE;
  c++;
  while (c < inside->end && (g_ascii_isdigit (*c) || strchr ("+- \t\r", *c)))
    c++;
  return c < inside->end && *c == '\n';
}

static Inside
look_inside (const char *text, gsize length, ArdScalarStyle style)
{
  Inside inside = { text, text + length, FALSE, FALSE, style == ARD_SCALAR_ENTITIES };

  if (style == ARD_SCALAR_PLAIN)
    return inside;
  if (style == ARD_SCALAR_BACKSLASH && is_block (&inside))
    inside.text += strcspn (inside.text, "\n");
  if (is_wrapped (&inside, "\"\"\"")) {
    inside.backslash = style == ARD_SCALAR_BACKSLASH;
    unwrap (&inside, "\"\"\"");
  } else if (is_wrapped (&inside, "'''")) {
    unwrap (&inside, "'''");
  } else if (is_wrapped (&inside, "\"") && is_one_text (&inside, '"', style == ARD_SCALAR_BACKSLASH)) {
    inside.backslash = style == ARD_SCALAR_BACKSLASH;
    unwrap (&inside, "\"");
  } else if (is_wrapped (&inside, "'") && is_one_text (&inside, '\'', FALSE)) {
    inside.doubled = style == ARD_SCALAR_BACKSLASH;
    unwrap (&inside, "'");
  }
  return inside;
}

void
ard_scalar_read (GString *scalar, const char *text, gsize length, ArdScalarStyle style, gsize max_bytes)
{
  Inside inside = look_inside (text, length, style);

  g_string_truncate (scalar, 0);
  while (inside.text < inside.end && scalar->len <= max_bytes) {
    if (inside.entities && skip_markup (&inside.text, inside.end))
      continue;

    gunichar character = g_utf8_get_char (inside.text);

    if (inside.doubled && g_str_has_prefix (inside.text, "''"))
      inside.text++;
    inside.text = g_utf8_next_char (inside.text);
    if (inside.backslash && character == '\\' && inside.text < inside.end)
      read_escape (scalar, &inside.text, inside.end);
    else if (inside.entities && character == '&')
      read_entity (scalar, &inside.text, inside.end);
    else
      append_character (scalar, g_unichar_isspace (character) ? ' ' : character);
  }

  const char *end = scalar->str + MIN (scalar->len, max_bytes);

  if (scalar->len > max_bytes)
    end = g_utf8_find_prev_char (scalar->str, end + 1);
  while (end > scalar->str && end[-1] == ' ')
    end--;
  g_string_truncate (scalar, (gsize) (end - scalar->str));
}
