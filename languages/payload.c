#include "languages/payload.h"

#include <string.h>

static guint32
skip_blanks (const ArdSource *source, guint32 at)
{
  while (at < source->size && g_ascii_isspace (source->text[at]))
    at++;
  return at;
}

/* The name behind the error's in the parameters; its length, 0: there is none, or its parts are taken in the list. */
static guint32
find_data (const ArdSource *source, guint32 error_end, guint32 *start)
{
  guint32 at = skip_blanks (source, error_end), end;

  if (error_end == 0 || at >= source->size || source->text[at] != ',')
    return 0;
  *start = at = end = skip_blanks (source, at + 1);
  while (end < source->size &&
         (g_ascii_isalnum (source->text[end]) || source->text[end] == '_' || source->text[end] == '$'))
    end++;
  return end - at;
}

static gboolean
is_one_of (char c, const char *set)
{
  return c && strchr (set, c);
}

void
ard_payload_token (ArdPayload *payload, const ArdSource *source, guint32 error_end, guint32 start, guint32 end)
{
  const char *text = source->text;
  guint32 data = 0, length = find_data (source, error_end, &data), next = skip_blanks (source, end), before = start;

  if (!length || length != end - start || start == data || memcmp (text + start, text + data, length) != 0)
    return;
  while (before > 0 && g_ascii_isspace (text[before - 1]))
    before--;
  if (next >= source->size || before < 3 || text[before - 1] == '.')
    return;
  payload->taken |= text[next] == '.' || text[next] == '[';
  payload->asked |= is_one_of (text[next], "?&|=!") || is_one_of (text[before - 1], "!&|=") ||
                    (text[before - 1] == '(' && is_one_of (text[next], ")") && is_one_of (text[before - 2], "f "));
}

gboolean
ard_payload_is_spared (const ArdPayload *payload, const ArdSource *source, guint32 error_end)
{
  guint32 data = 0;

  return find_data (source, error_end, &data) > 0 && (!payload->taken || payload->asked);
}
