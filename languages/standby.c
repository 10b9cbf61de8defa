#include "languages/standby.h"

#include <string.h>

static gboolean
is_word (char byte)
{
  return g_ascii_isalnum (byte) || byte == '_' || (byte & 0x80);
}

static gboolean
is_span (const char *text, gsize length, const char *const *words)
{
  for (; *words; words++)
    if (strlen (*words) == length && memcmp (*words, text, length) == 0)
      return TRUE;
  return FALSE;
}

static guint32
start_of_line (const ArdSource *source, guint32 at)
{
  return g_array_index (source->starts, guint32, ard_source_find_line (source, at));
}

/* The name before "=" or, of "name: Type =", before the colon; of a part of something (x.y, x[i]) there is none. */
static gboolean
find_target (const ArdSource *source, guint32 equals, guint32 *start, guint32 *end)
{
  const char *text = source->text;
  guint32 line = start_of_line (source, equals), at = equals;

  for (guint32 i = line; i + 1 < equals; i++)
    if (text[i] == ':' && text[i + 1] != ':' && (i == line || text[i - 1] != ':'))
      at = i;
  while (at > line && g_ascii_isspace (text[at - 1]))
    at--;
  *end = at;
  while (at > line && is_word (text[at - 1]))
    at--;
  *start = at;
  if (at > line && text[at - 1] == '$')
    at--;
  return *start < *end && (at == line || strchr (" \t;{}*&", text[at - 1]));
}

static gboolean
has_value (const ArdStandby *self, const ArdSource *source, guint32 start, guint32 end, guint32 before)
{
  guint32 known = MIN (self->n, ARD_STANDBY_NAMES);

  for (guint32 i = 0; i < known; i++)
    if (self->ends[i] - self->starts[i] == end - start && self->starts[i] < before &&
        memcmp (source->text + self->starts[i], source->text + start, end - start) == 0)
      return TRUE;
  return FALSE;
}

static void
remember (ArdStandby *self, guint32 start, guint32 end)
{
  self->starts[self->n % ARD_STANDBY_NAMES] = start;
  self->ends[self->n % ARD_STANDBY_NAMES] = end;
  self->n++;
}

/* "let name;": it holds undefined. */
static void
read_declaration (ArdStandby *self, const ArdSource *source, guint32 at)
{
  guint32 start = at, end;

  while (start < source->size && source->text[start] == ' ')
    start++;
  for (end = start; end < source->size && is_word (source->text[end]);)
    end++;
  if (end > start && end < source->size && strchr (";\n", source->text[end]))
    remember (self, start, end);
}

gboolean
ard_standby_token (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end, guint32 tried)
{
  static const char *const declares[] = { "let", "var", NULL };
  static const char *const sets[] = { "=", ":=", NULL };
  const char *text = source->text + start;
  guint32 name, name_end;

  if (is_span (text, end - start, declares))
    read_declaration (standby, source, end);
  if (!is_span (text, end - start, sets) || !find_target (source, start, &name, &name_end))
    return FALSE;
  if (tried && has_value (standby, source, name, name_end, tried))
    return text[-1] == ' '; /* f (name=value) sets none */
  remember (standby, name, name_end);
  return FALSE;
}

guint32
ard_standby_other_way (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end)
{
  static const char *const closers[] = { "}", ")", "]", ";", ",", "end", "fi", "done", NULL };
  static const char *const branches[] = { "else",  "elif",   "elsif",  "elseif",  "case",   "when", "default",
                                          "catch", "except", "rescue", "finally", "ensure", NULL };
  guint32 row = standby->waiting;

  if (!row || is_span (source->text + start, end - start, closers))
    return ARD_NONE;
  standby->waiting = 0;
  return is_span (source->text + start, end - start, branches) ? ARD_NONE : row - 1;
}

void
ard_standby_leave (ArdStandby *standby, gboolean function)
{
  standby->waiting = 0;
  if (function)
    standby->n = 0;
}

/* Whether the line begins with the condition that a call on it depends on. */
static gboolean
is_conditional (const ArdSource *source, guint32 line)
{
  static const char *const words[] = { "if", "while", "for", "foreach", "else", "unless", NULL };
  guint32 start = line, end;

  while (start < source->size && (g_ascii_isspace (source->text[start]) || source->text[start] == '}'))
    start++;
  for (end = start; end < source->size && is_word (source->text[end]);)
    end++;
  return is_span (source->text + start, end - start, words);
}

gboolean
ard_call_leads (const ArdSource *source, guint32 start)
{
  static const char *const keywords[] = { "await", "try", "do", "then", "else", "begin", "ensure", "finally", NULL };
  const char *text = source->text;
  guint32 line = start_of_line (source, start), at = start;

  for (;;) {
    guint32 end;

    while (at > line && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '@'))
      at--;
    if (at == line)
      break;
    end = at;
    if (text[end - 1] == '?' || text[end - 1] == '!')
      end--;
    for (at = end; at > line && is_word (text[at - 1]);)
      at--;
    if (at == end || !is_span (text + at, end - at, keywords))
      return at == end && ((text[end - 1] == '{' && end < start) || strchr (";}", text[end - 1]) ||
                           (text[end - 1] == ')' && is_conditional (source, line)));
  }
  while (at > 0 && g_ascii_isspace (text[at - 1]))
    at--;
  return at == 0 || !strchr (",(=+-|&?.[<", text[at - 1]); /* the line before goes on */
}
