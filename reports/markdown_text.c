#include "reports/markdown_text.h"

#include <string.h>

#include "reports/text.h"

static gsize
longest_fence (const char *text)
{
  gsize longest = 0;

  while (*text) {
    gsize run = strspn (text, "`");

    longest = MAX (longest, run);
    text += run ? run : 1;
  }
  return longest;
}

char *
ard_markdown_code (const char *bytes)
{
  g_autofree char *line = ard_text_line (*bytes ? bytes : " ");
  g_autofree char *fence = g_strnfill (longest_fence (line) + 1, '`');
  const char *space = *line == '`' || line[strlen (line) - 1] == '`' || strspn (line, " ") > 0 ? " " : "";
  GString *span = g_string_new (fence);

  g_string_append (span, space);
  for (const char *at = line; *at; at++) {
    if (*at == '|' && at > line && at[-1] == '\\')
      g_string_append (span, "\xc2\xa6");
    else if (*at == '|')
      g_string_append (span, "\\|");
    else
      g_string_append_c (span, *at);
  }
  g_string_append_printf (span, "%s%s", space, fence);
  return g_string_free (span, FALSE);
}

char *
ard_markdown_prose (const char *bytes)
{
  g_autofree char *line = ard_text_line (bytes);
  GString *text = g_string_new (NULL);

  for (const char *at = line; *at; at++) {
    if (*at == '<')
      g_string_append (text, "&lt;");
    else if (*at == '&')
      g_string_append (text, "&amp;");
    else if (*at == '@')
      g_string_append (text, "@\xe2\x81\xa0");
    else {
      if (strchr ("\\`*_{}[]>#|~!", *at))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *at);
    }
  }
  return g_string_free (text, FALSE);
}
