#include <string.h>

#include "repository/handle.h"

static void
append_literal (GString *regex, char c)
{
  if (strchr ("\\^$.|()+*?[{}]#", c))
    g_string_append_c (regex, '\\');
  g_string_append_c (regex, c);
}

static void
append_class (GString *regex, const char **glob)
{
  const char *end = strchr (*glob + 1 + ((*glob)[1] == '!' || (*glob)[1] == '^') + 1, ']');

  if ((*glob)[1] == '\0' || end == NULL) {
    g_string_append (regex, "\\[");
    (*glob)++;
    return;
  }
  g_string_append (regex, (*glob)[1] == '!' || (*glob)[1] == '^' ? "[^/" : "[");
  for (const char *at = *glob + 1 + ((*glob)[1] == '!' || (*glob)[1] == '^'); at < end; at++) {
    if (strchr ("\\[]^", *at))
      g_string_append_c (regex, '\\');
    g_string_append_c (regex, *at);
  }
  g_string_append_c (regex, ']');
  *glob = end + 1;
}

static void
append_stars (GString *regex, const char **glob)
{
  gboolean starts = regex->str[regex->len - 1] == ')' || regex->str[regex->len - 1] == '/';

  if ((*glob)[1] != '*') {
    g_string_append (regex, "[^/]*");
    (*glob)++;
  } else if ((*glob)[2] == '/' && starts) {
    g_string_append (regex, "(?:.*/)?");
    *glob += 3;
  } else {
    g_string_append (regex, ".*");
    *glob += 2;
  }
}

GRegex *
ard_glob_compile (const char *glob, gboolean below)
{
  g_autoptr (GString) regex = g_string_new ("^()");
  gsize length = strlen (glob);
  gsize trimmed = length && glob[length - 1] == '/' ? length - 1 : length;
  g_autofree char *text = g_strndup (glob, trimmed);
  const char *at = *text == '/' ? text + 1 : text;

  if (strchr (text, '/') == NULL)
    g_string_append (regex, "(?:.*/)?");
  while (*at) {
    if (*at == '*') {
      append_stars (regex, &at);
    } else if (*at == '?') {
      g_string_append (regex, "[^/]");
      at++;
    } else if (*at == '[') {
      append_class (regex, &at);
    } else {
      at += *at == '\\' && at[1] != '\0';
      append_literal (regex, *at++);
    }
  }
  g_string_append (regex, !below ? "$" : trimmed < length ? "/.*$" : "(?:/.*)?$");
  return g_regex_new (regex->str, G_REGEX_RAW | G_REGEX_DOTALL | G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, NULL);
}

gboolean
ard_glob_match (const GRegex *glob, const char *path)
{
  return g_regex_match_full (glob, path, -1, 0, 0, NULL, NULL);
}
