#include "languages/depth.h"

#include <string.h>

#define MAX_YAML_COLUMNS 150
#define MAX_YAML_MARKS 80
#define MAX_YAML_LINES 32000
#define MAX_XML_DEPTH 200

/* A level of YAML begins further right than the one around it, behind blanks or behind "- ", "? ", ": ". */
static gboolean
is_safe_line (const char *text, const char *end)
{
  const char *c = text;
  guint marks = 0;

  while (c < end && strchr (" \t-?:", *c) && *c)
    c++;
  if (c - text > MAX_YAML_COLUMNS)
    return FALSE;
  for (c = text; c + 1 < end; c++)
    marks += (*c == '-' || *c == '?' || *c == ':') && (c[1] == ' ' || c[1] == '\t');
  return marks <= MAX_YAML_MARKS;
}

static gboolean
is_safe_yaml (const char *text, const char *end)
{
  guint lines = 0;

  while (text < end) {
    const char *newline = memchr (text, '\n', (gsize) (end - text));
    const char *line_end = newline ? newline : end;

    if (++lines > MAX_YAML_LINES || !is_safe_line (text, line_end))
      return FALSE;
    text = line_end + 1;
  }
  return TRUE;
}

static gboolean
is_safe_xml (const char *text, const char *end)
{
  guint depth = 0;

  for (const char *c = text; c + 1 < end; c++)
    if (c[0] == '<' && c[1] == '/')
      depth -= depth > 0;
    else if (c[0] == '<' && c[1] != '!' && c[1] != '?')
      depth++;
    else if (c[0] == '/' && c[1] == '>')
      depth -= depth > 0;
    else if (depth > MAX_XML_DEPTH)
      return FALSE;
  return depth <= MAX_XML_DEPTH;
}

gboolean
ard_depth_is_safe (const char *name, const char *text, gsize size)
{
  if (g_str_equal (name, "YAML"))
    return is_safe_yaml (text, text + size);
  if (g_str_equal (name, "XML"))
    return is_safe_xml (text, text + size);
  return TRUE;
}
