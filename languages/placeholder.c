#include "languages/placeholder.h"

gboolean
ard_placeholder_next (const char *text, guint32 end, guint32 *at, guint32 *start)
{
  guint32 i = *at;

  while (i < end) {
    if (text[i++] != '{')
      continue;
    *start = i;
    while (i < end && (g_ascii_isalnum (text[i]) || text[i] == '_'))
      i++;
    if (i > *start && i < end && (text[i] == '}' || text[i] == ':')) {
      *at = i;
      return TRUE;
    }
  }
  *at = end;
  return FALSE;
}
