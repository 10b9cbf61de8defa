#include "languages/drained.h"

#include <string.h>

#define FARTHEST 4000

typedef struct {
  const char *text;
  gsize length;
} Name;

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* The second argument, where it is a name or the address of one. */
static gboolean
find_buffer (const char *at, const char *end, Name *name)
{
  guint depth = 0;

  for (; at < end; at++) {
    depth += *at == '(';
    depth -= *at == ')';
    if (!depth)
      return FALSE;
    if (depth == 1 && *at == ',')
      break;
  }
  for (at++; at < end && (g_ascii_isspace (*at) || *at == '&'); at++)
    continue;
  name->text = at;
  while (at < end && is_word (*at))
    at++;
  name->length = (gsize) (at - name->text);
  while (at < end && g_ascii_isspace (*at))
    at++;
  return name->length && at < end && *at == ',';
}

/* Behind the bracket that closes the one at hand, at most at the end. */
static const char *
behind_arguments (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++) {
    depth += *at == '(';
    depth -= *at == ')';
    if (!depth)
      return at + 1;
  }
  return end;
}

/* The next mention of a name; NULL: none. */
static const char *
find_mention (const char *at, const char *end, Name name)
{
  for (; at + name.length <= end; at++)
    if (memcmp (at, name.text, name.length) == 0 && !is_word (at[-1]) && !is_word (at[name.length]))
      return at;
  return NULL;
}

/* Whether a mention declares a variable on an indented line: `char name[64]`, `char name;`. A parameter is its
 * caller's, and what stands at the margin is the file's. */
static gboolean
declares (const char *head, const char *at, Name name)
{
  const char *before = at - 1, *behind = at + name.length, *line = at;

  while (line > head && *line != '\n')
    line--;
  if (*line != '\n' || !g_ascii_isspace (line[1]))
    return FALSE;
  while (before > line && strchr (" \t,", *before))
    before--;
  while (*behind == ' ')
    behind++;
  return (is_word (*before) || *before == ']') && ((*behind == '[' && behind[1] != ']') || *behind == ';' ||
                                                   (*behind == '=' && behind[1] != '=') || *behind == ',');
}

/* Where the line begins that is nothing but the end of a function, at most that far; step: -1 backwards. */
static const char *
find_brace (const char *at, const char *most, int step)
{
  for (; at != most; at += step)
    if (at[0] == '\n' && at[1] == '}')
      return at;
  return most;
}

/* Whether the way on from there returns before the name is mentioned. */
static gboolean
returns_before (const char *at, const char *end, Name name)
{
  const char *mention = find_mention (at, end, name);
  int depth = 0;

  for (end = mention ? mention : end; at + 6 < end; at++) {
    depth += *at == '{';
    depth -= *at == '}';
    if (depth <= 0 && memcmp (at, "return", 6) == 0 && !is_word (at[-1]) && !is_word (at[6])) {
      const char *stop = memchr (at, ';', (gsize) (end - at));

      return stop != NULL;
    }
  }
  return FALSE;
}

/* Whether the function declares it, and, before the call, nothing else is done with it; shared: nothing points to it.
 */
static gboolean
is_own (const char *head, const char *call, Name name, gboolean shared)
{
  gboolean declared = FALSE;

  for (const char *at = head; (at = find_mention (at, call, name)); at++) {
    const char *before = at - 1;

    while (before > head && strchr (" \t&(", *before))
      before--;
    if (declares (head, at, name))
      declared = TRUE;
    else if (!shared || *before == '=')
      return FALSE;
  }
  return declared;
}

gboolean
ard_call_is_drained (const ArdSource *source, guint32 start, guint32 end)
{
  const char *text = source->text, *head, *tail;
  guint32 open = end;
  Name buffer;

  while (open < source->size && text[open] == ' ')
    open++;
  if (start < 2 || open >= source->size || text[open] != '(' ||
      !ard_words_hold (" read recv recvfrom ", text + start, end - start))
    return FALSE;
  head = find_brace (text + start, text + (start > FARTHEST ? start - FARTHEST : 1), -1);
  tail = find_brace (text + open, text + MIN ((gsize) source->size - 1, (gsize) open + FARTHEST), 1);
  if (!find_buffer (text + open, tail, &buffer))
    return FALSE;

  const char *behind = behind_arguments (text + open, tail);

  if (returns_before (behind, tail, buffer))
    return is_own (head, text + start, buffer, TRUE);
  return !find_mention (behind, tail, buffer) && is_own (head, text + start, buffer, FALSE);
}
