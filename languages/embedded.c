#include "languages/embedded.h"

#include <string.h>

/* A value longer than this is of no attribute that is asked for. */
#define MAX_VALUE 64

static const char *const hosts[] = { "HTML", "Svelte", "Vue", NULL };

/* What lang= or type= say; "" is an element without either. */
static const struct {
  const char *values, *language;
} rows[] = {
  { "|js|jsx|javascript|module|text/javascript|application/javascript|text/ecmascript|application/ecmascript|"
    "text/jsx|text/babel|",
    "JavaScript" },
  { "|ts|typescript|text/typescript|application/typescript|", "TypeScript" },
  { "|tsx|", "TSX" },
};

typedef struct {
  gsize body;           /* behind the start tag's '>' */
  const char *language; /* NULL: no script */
  gboolean has_source;
} Tag;

static const char *
language_of (const char *value)
{
  g_autofree char *folded = g_ascii_strdown (value, -1);
  g_autofree char *word = g_strdup_printf ("|%s|", folded);

  for (guint i = 0; *value && i < G_N_ELEMENTS (rows); i++)
    if (strstr (rows[i].values, word))
      return rows[i].language;
  return *value ? NULL : "JavaScript";
}

static gboolean
is_name_end (char c)
{
  return g_ascii_isspace (c) || c == '>' || c == '/' || c == '=' || c == '\0';
}

static gsize
skip_space (const char *text, gsize offset)
{
  while (g_ascii_isspace (text[offset]))
    offset++;
  return offset;
}

/* Behind the value that follows at offset, which value receives. */
static gsize
read_value (const char *text, gsize offset, char **value)
{
  char quote = text[offset];
  gsize start = offset, end = offset;

  if (quote == '"' || quote == '\'') {
    start = ++end;
    while (text[end] && text[end] != quote)
      end++;
    offset = end + (text[end] != '\0');
  } else {
    while (text[end] && !g_ascii_isspace (text[end]) && text[end] != '>')
      end++;
    offset = end;
  }
  *value = g_strndup (text + start, MIN (end - start, MAX_VALUE));
  return offset;
}

static void
take_attribute (Tag *tag, const char *name, gsize length, const char *value)
{
  gboolean lang = length == 4 && g_ascii_strncasecmp (name, "lang", 4) == 0;

  if (length == 3 && g_ascii_strncasecmp (name, "src", 3) == 0)
    tag->has_source = TRUE;
  else if (lang || (length == 4 && g_ascii_strncasecmp (name, "type", 4) == 0 && tag->language &&
                    !g_str_equal (tag->language, "TypeScript") && !g_str_equal (tag->language, "TSX")))
    tag->language = language_of (value);
}

/* The start tag whose attributes begin at offset. */
static Tag
read_tag (const char *text, gsize offset)
{
  Tag tag = { .language = "JavaScript" };

  while (text[offset] && text[offset] != '>') {
    gsize name = offset = skip_space (text, offset);
    g_autofree char *value = NULL;

    while (!is_name_end (text[offset]))
      offset++;

    gsize length = offset - name, next = skip_space (text, offset);

    if (length && text[next] == '=')
      offset = read_value (text, skip_space (text, next + 1), &value);
    else if (length == 0 && text[offset] && text[offset] != '>')
      offset++;
    take_attribute (&tag, text + name, length, value ? value : "");
  }
  tag.body = offset + (text[offset] == '>');
  return tag;
}

/* Offset of a needle in any case at or after offset, size when there is none. */
static gsize
find (const char *text, gsize size, gsize offset, const char *needle)
{
  gsize length = strlen (needle);

  for (; offset + length <= size; offset++)
    if (text[offset] == *needle && g_ascii_strncasecmp (text + offset, needle, length) == 0)
      return offset;
  return size;
}

static void
blank (char *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (text[i] != '\n')
      text[i] = ' ';
}

/* Move one element's bytes from the rest to the script. */
static void
take (ArdEmbedded *embedded, const char *text, gsize start, gsize end)
{
  memcpy (embedded->script + start, text + start, end - start);
  blank (embedded->rest, start, end);
}

void
ard_embedded_init (ArdEmbedded *embedded, const char *host, const char *text, gsize size)
{
  *embedded = (ArdEmbedded){ 0 };
  if (!g_strv_contains (hosts, host) || find (text, size, 0, "<script") == size)
    return;
  embedded->script = g_strndup (text, size);
  embedded->rest = g_strndup (text, size);
  blank (embedded->script, 0, size);
  for (gsize i = 0; i < size;) {
    if (text[i] != '<') {
      i++;
    } else if (g_str_has_prefix (text + i, "<!--")) {
      i = find (text, size, i, "-->");
    } else if (g_ascii_strncasecmp (text + i, "<script", 7) == 0 && is_name_end (text[i + 7])) {
      Tag tag = read_tag (text, i + 7);
      gsize end = find (text, size, tag.body, "</script");

      if (tag.language && !tag.has_source && (!embedded->language || g_str_equal (embedded->language, tag.language))) {
        embedded->language = tag.language;
        take (embedded, text, tag.body, end);
      }
      i = end;
    } else {
      i++;
    }
  }
}

void
ard_embedded_clear (ArdEmbedded *embedded)
{
  g_free (embedded->script);
  g_free (embedded->rest);
  *embedded = (ArdEmbedded){ 0 };
}
