#include "languages/stakes.h"

#include <string.h>

#include "languages/answered.h"

/* Bytes at the top of a file, and before a call, in which the begin of a state is looked for (house). */
#define FARTHEST 8000

/* States of one callback that are looked at (house). */
#define MOST_STATES 4

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$';
}

static guint32
skip_blanks (const ArdSource *source, guint32 at, guint32 end)
{
  while (at < end && g_ascii_isspace (source->text[at]))
    at++;
  return at;
}

/* First place of the word in the span, whole, or end. */
static guint32
find_word (const ArdSource *source, guint32 at, guint32 end, const char *word, gsize length)
{
  const char *text = source->text;

  for (; at + length <= end; at++) {
    const char *found = memchr (text + at, *word, end - at);

    if (!found)
      return end;
    at = (guint32) (found - text);
    if (at + length <= end && memcmp (found, word, length) == 0 && (!at || !is_word (text[at - 1])) &&
        !is_word (text[at + length]))
      return at;
  }
  return end;
}

/* Whether the options have a body, which what only reads has not. */
static gboolean
has_body (const ArdSource *source, guint32 start, guint32 end)
{
  for (guint32 at = start; (at = find_word (source, at, end, "body", strlen ("body"))) < end; at++) {
    guint32 behind = skip_blanks (source, at + (guint32) strlen ("body"), end);

    if (behind < end && strchr (":,}", source->text[behind]))
      return TRUE;
  }
  return FALSE;
}

/* method: 'POST'; method: form.method, with a body */
static gboolean
sends (const ArdSource *source, guint32 start, guint32 end)
{
  static const char *const methods[] = { "post", "put", "patch", "delete" };

  for (guint32 at = start; (at = find_word (source, at, end, "method", strlen ("method"))) < end; at++) {
    guint32 value = skip_blanks (source, at + (guint32) strlen ("method"), end);

    if (value == end || source->text[value] != ':')
      continue;
    value = skip_blanks (source, value + 1, end);
    if (value < end && !strchr ("'\"`", source->text[value]))
      return has_body (source, start, end);
    value++;
    for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
      if (g_ascii_strncasecmp (source->text + value, methods[i], strlen (methods[i])) == 0)
        return TRUE;
  }
  return FALSE;
}

/* Whether the name gets or is given the constant at that place: "= true", ": true", "(true". */
static gboolean
is_given (const ArdSource *source, guint32 at, guint32 end, const char *signs, const char *constant)
{
  gsize length = strlen (constant);

  at = skip_blanks (source, at, end);
  if (at == end || !strchr (signs, source->text[at]))
    return FALSE;
  at = skip_blanks (source, at + 1, end);
  return at + length < end && memcmp (source->text + at, constant, length) == 0 && !is_word (source->text[at + length]);
}

/* Whether the span begins the state. */
static gboolean
is_begun (const ArdSource *source, const char *name, gsize length, guint32 start, guint32 end)
{
  for (guint32 at = start; (at = find_word (source, at, end, name, length)) < end; at++)
    if (is_given (source, at + (guint32) length, end, "=:(", "true"))
      return TRUE;
  return FALSE;
}

/* Whether the span ends a state that was begun before: "busy = false", "setBusy (false)". before: first byte of the
 * call. */
static gboolean
ends_state (const ArdSource *source, guint32 before, guint32 start, guint32 end)
{
  static const char constant[] = "false";
  const char *text = source->text;
  guint32 at = start;

  for (guint n = 0; n < MOST_STATES; n++, at++) {
    at = find_word (source, at, end, constant, strlen (constant));
    if (at == end)
      return FALSE;

    guint32 sign = at, name;

    while (sign > start && strchr (" \t(=", text[sign - 1]))
      sign--;
    for (name = sign; name > start && is_word (text[name - 1]);)
      name--;
    if (name < sign && is_given (source, sign, end, "=(", constant) &&
        (is_begun (source, text + name, sign - name, 0, MIN (before, FARTHEST)) ||
         is_begun (source, text + name, sign - name, before - MIN (before, FARTHEST), before)))
      return TRUE;
  }
  return FALSE;
}

guint32
ard_promise_traits (const ArdSource *source, guint32 start, guint32 end)
{
  static const char finally[] = ".finally";
  guint32 closing = ard_call_closing (source, end), then;
  gboolean ended;

  if (!closing)
    return 0;
  then = find_word (source, start, end, "then", strlen ("then"));
  ended =
      end - start > strlen (finally) && memcmp (source->text + end - strlen (finally), finally, strlen (finally)) == 0;
  return (sends (source, start, closing) ? (guint32) ARD_TRAIT_WRITES : 0u) |
         (then < end && !ended && ends_state (source, start, then, closing) ? (guint32) ARD_TRAIT_HALF : 0u);
}
