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

/* Bytes above a TRY in which a name is looked for (house). */
#define FARTHEST 16384

typedef enum { UNKNOWN, DECLARED, VALUED } Known;

/* What is known of the name from before. */
static Known
known_before (const ArdStandby *self, const ArdSource *source, guint32 start, guint32 end, guint32 before)
{
  guint32 n = MIN (self->n, ARD_STANDBY_NAMES);
  Known known = UNKNOWN;

  for (guint32 i = 0; i < n; i++)
    if (self->ends[i] - self->starts[i] == end - start && self->starts[i] < before &&
        memcmp (source->text + self->starts[i], source->text + start, end - start) == 0)
      known = MAX (known, self->bare[i] ? DECLARED : VALUED);
  return known;
}

/* Whether one of the names before it, as in "a, b = ", has a value from before. */
static gboolean
has_valued_neighbour (const ArdStandby *self, const ArdSource *source, guint32 start, guint32 before)
{
  guint32 end = start;

  while (end > 2 && source->text[end - 1] == ' ' && source->text[end - 2] == ',') {
    guint32 at = end -= 2;

    while (at > 0 && is_word (source->text[at - 1]))
      at--;
    if (at == end)
      return FALSE;
    if (known_before (self, source, at, end, before) == VALUED)
      return TRUE;
    end = at;
  }
  return FALSE;
}

static void
remember (ArdStandby *self, guint32 start, guint32 end, gboolean bare)
{
  self->starts[self->n % ARD_STANDBY_NAMES] = start;
  self->ends[self->n % ARD_STANDBY_NAMES] = end;
  self->bare[self->n % ARD_STANDBY_NAMES] = bare;
  self->n++;
}

/* ": Type" to the end of the line. */
static gboolean
is_typed_only (const ArdSource *source, guint32 at)
{
  guint32 length = source->text[at] == ':' ? (guint32) strcspn (source->text + at, "=;\n") : 0;

  return length && at + length < source->size && source->text[at + length] != '=';
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
  if (end > start && end < source->size && (strchr (";\n", source->text[end]) || is_typed_only (source, end)))
    remember (self, start, end, TRUE);
}

/* Spaces that the line begins with, all of a blank one. */
static guint32
indentation_of (const ArdSource *source, guint32 line)
{
  guint32 at = line;

  while (at < source->size && (source->text[at] == ' ' || source->text[at] == '\t'))
    at++;
  return at < source->size && source->text[at] == '\n' ? G_MAXUINT32 : at - line;
}

static gboolean
mentions (const ArdSource *source, guint32 from, guint32 to, guint32 start, guint32 end)
{
  for (guint32 i = from; i + (end - start) <= to; i++)
    if (memcmp (source->text + i, source->text + start, end - start) == 0 && !is_word (source->text[i - (i > 0)]) &&
        !is_word (source->text[i + (end - start)]))
      return TRUE;
  return FALSE;
}

/* Python: whether the function, back to its "def", has no word of the name before the offset. */
static gboolean
is_new (const ArdSource *source, guint32 start, guint32 end, guint32 before)
{
  guint32 line = start_of_line (source, before), depth = indentation_of (source, line);

  while (line > 0 && before - line < FARTHEST) {
    guint32 last = line, indentation;

    line = start_of_line (source, line - 1);
    indentation = indentation_of (source, line);
    if (mentions (source, line, last, start, end))
      return FALSE;
    if (indentation < depth && (g_str_has_prefix (source->text + line + indentation, "def ") ||
                                g_str_has_prefix (source->text + line + indentation, "async def ")))
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_standby_token (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end, guint32 tried,
                   gboolean strict)
{
  static const char *const declares[] = { "let", "var", NULL };
  static const char *const sets[] = { "=", ":=", "+=", ".=", "|=", NULL };
  const char *text = source->text + start;
  guint32 name, name_end;

  if (is_span (text, end - start, declares))
    read_declaration (standby, source, end);
  if (!is_span (text, end - start, sets) || !find_target (source, start, &name, &name_end))
    return FALSE;
  Known known = tried ? known_before (standby, source, name, name_end, tried) : UNKNOWN;

  if (tried && text[-1] == ' ' && known != VALUED && has_valued_neighbour (standby, source, name, tried))
    return TRUE;

  if (tried && strict && known == UNKNOWN && !is_new (source, name, name_end, tried))
    known = VALUED;
  if (tried && known != VALUED) {
    standby->set_start = name;
    standby->set_end = name_end;
    standby->set_tried = tried;
  }
  if (known != UNKNOWN)
    return text[-1] == ' '; /* f (name=value) sets none */
  remember (standby, name, name_end, FALSE);
  return FALSE;
}

static gboolean
is_same (const ArdSource *source, guint32 start, guint32 end, guint32 other_start, guint32 other_end)
{
  return end > start && end - start == other_end - other_start &&
         memcmp (source->text + start, source->text + other_start, end - start) == 0;
}

void
ard_standby_tried (ArdStandby *standby, guint32 row, gboolean returns)
{
  standby->waiting = returns ? row : 0;
  standby->relied = standby->set_end > standby->set_start ? row : 0;
  standby->relied_start = standby->set_start;
  standby->relied_end = standby->set_end;
  standby->relied_tried = standby->set_tried;
  standby->set_end = standby->set_start;
}

/* Go: "if err := g (); err != nil": the name is that of its if only. */
static gboolean
is_scoped (const ArdSource *source, guint32 at)
{
  guint32 line = start_of_line (source, at);

  while (at > line + 1)
    if (source->text[--at] == '=' && source->text[at - 1] == ':')
      return TRUE;
  return FALSE;
}

void
ard_standby_answered (ArdStandby *standby, const ArdSource *source, const ArdHandler *handler, guint32 start,
                      gboolean whole, guint32 row)
{
  gboolean named = handler->variable_end > handler->variable_start;

  standby->error_start = handler->variable_start;
  standby->error_end = handler->variable_end;
  standby->asked = named && (whole || (handler->variable_start < start && !is_scoped (source, handler->variable_start)))
                       ? row + 1
                       : 0;
}

void
ard_standby_name (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end)
{
  if (is_same (source, start, end, standby->error_start, standby->error_end))
    standby->asked = 0;
}

/* Whether "=" or ":=" follows, brackets aside: the name is given to something else. */
static gboolean
is_given (const ArdSource *source, guint32 end)
{
  while (end < source->size && strchr (") \t", source->text[end]) && source->text[end])
    end++;
  if (end < source->size && source->text[end] == ':')
    end++;
  return end + 1 < source->size && source->text[end] == '=' && source->text[end + 1] != '=';
}

/* PHP: isset ($name…), empty ($name…) ask whether it has a value. */
static gboolean
is_asked_for (const ArdSource *source, guint32 start)
{
  static const char *const questions[] = { "isset", "empty", NULL };
  guint32 end;

  while (start > 0 && strchr ("$ (", source->text[start - 1]))
    start--;
  for (end = start; start > 0 && is_word (source->text[start - 1]);)
    start--;
  return is_span (source->text + start, end - start, questions);
}

guint32
ard_standby_relied (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end, gboolean strict)
{
  guint32 row = standby->relied;

  if (!row || !is_same (source, start, end, standby->relied_start, standby->relied_end))
    return ARD_NONE;
  standby->relied = 0;
  if (is_asked_for (source, start))
    return ARD_NONE;
  if (end + 1 < source->size && source->text[end] && strchr (".[", source->text[end]))
    return row - 1;
  return strict && !is_given (source, end) && is_new (source, start, end, standby->relied_tried) ? row - 1 : ARD_NONE;
}

guint32
ard_standby_asked (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end)
{
  guint32 row = standby->asked;

  if (!row || !is_same (source, start, end, standby->error_start, standby->error_end))
    return ARD_NONE;
  standby->asked = 0;
  return is_given (source, end) ? ARD_NONE : row - 1;
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
  if (!function)
    return;
  standby->n = standby->relied = standby->asked = 0;
  standby->set_end = standby->set_start;
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

gboolean
ard_return_gives (const ArdSource *source, guint32 end)
{
  while (end < source->size && (source->text[end] == ' ' || source->text[end] == '\t'))
    end++;
  return end < source->size && !strchr (";}\r\n", source->text[end]);
}

gboolean
ard_errors_stay (const char *language)
{
  return strcmp (language, "PHP") == 0 || strcmp (language, "Ruby") == 0;
}

gboolean
ard_names_are_strict (const char *language)
{
  return strcmp (language, "Python") == 0;
}

gboolean
ard_return_is_last (const ArdSource *source, guint32 end)
{
  while (end < source->size && (g_ascii_isspace (source->text[end]) || source->text[end] == ';'))
    end++;
  return end < source->size && source->text[end] == '}';
}
