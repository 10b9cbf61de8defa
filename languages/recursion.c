#include "languages/recursion.h"

#include <string.h>

/* Longer arguments are not counted. */
#define MAX_ARGUMENTS 4000
#define UNKNOWN G_MAXUINT32

/* Past a string or character that begins here. */
static guint32
skip_quoted (const char *text, guint32 at, guint32 end)
{
  char quote = text[at++];

  while (at < end && text[at] != quote && text[at] != '\n')
    at += text[at] == '\\' ? 2 : 1;
  return MIN (at + 1, end);
}

/* The arguments of the brackets that open there, or UNKNOWN. */
static guint32
count_arguments (const ArdSource *source, guint32 at)
{
  const char *text = source->text;
  guint32 end = MIN (source->size, at + MAX_ARGUMENTS), depth = 0, commas = 0;
  gboolean any = FALSE;

  while (at < end) {
    char c = text[at];

    if (c == '"' || c == '\'') {
      at = skip_quoted (text, at, end);
      any = TRUE;
      continue;
    }
    if (strchr (")]}", c) && c && --depth == 0)
      return any ? commas + 1 : 0;
    commas += c == ',' && depth == 1;
    any |= depth > 0 && !g_ascii_isspace (c);
    depth += c && strchr ("([{", c) != NULL;
    at++;
  }
  return UNKNOWN;
}

/* Past blanks and the types in <…>. */
static guint32
find_bracket (const ArdSource *source, guint32 at)
{
  guint32 depth = 0, end = MIN (source->size, at + MAX_ARGUMENTS);

  while (at < end && (depth || g_ascii_isspace (source->text[at]) || source->text[at] == '<')) {
    depth += source->text[at] == '<';
    depth -= source->text[at] == '>';
    at++;
  }
  return at;
}

static gboolean
is_other_overload (const ArdSource *source, const ArdOwnCall *call)
{
  guint32 bracket = find_bracket (source, call->end);

  if (bracket >= source->size || source->text[bracket] != '(')
    return FALSE;

  guint32 arguments = count_arguments (source, bracket);

  return arguments != UNKNOWN && arguments != call->parameters;
}

/* Nothing stands before it that names its owner. */
static gboolean
is_bare (const ArdSource *source, const ArdOwnCall *call)
{
  return call->start == 0 || !strchr (".:>\\", source->text[call->start - 1]);
}

/* fn f<T> (&'a mut self */
static gboolean
has_receiver (const ArdSource *source, const ArdOwnCall *call)
{
  guint32 bracket = find_bracket (source, call->name_end);
  g_autofree char *head = g_strndup (source->text + bracket, strcspn (source->text + bracket, ",:)"));
  gsize length = strlen (head);

  return *head == '(' && length > strlen ("self") && strcmp (head + length - strlen ("self"), "self") == 0;
}

gboolean
ard_is_recursion (const ArdSource *source, const char *language, const ArdOwnCall *call)
{
  if (strcmp (language, "C#") == 0)
    return !is_other_overload (source, call);
  if (strcmp (language, "PHP") == 0)
    return !(call->scoped && is_bare (source, call));
  if (strcmp (language, "Rust") == 0)
    return !(is_bare (source, call) && has_receiver (source, call));
  return TRUE;
}
