#include "reports/text.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

static char *
replace (const char *bytes, gboolean (*keep) (gunichar))
{
  g_autofree char *valid = g_utf8_make_valid (bytes, -1);
  GString *text = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    g_string_append_unichar (text, keep (letter) ? letter : REPLACEMENT);
  }
  return g_string_free (text, FALSE);
}

static gboolean
keep_in_xml (gunichar letter)
{
  return letter == '\t' || letter == '\n' || letter == '\r' || (letter >= 0x20 && letter < 0xFFFE) || letter > 0xFFFF;
}

static gboolean
keep_in_line (gunichar letter)
{
  return !g_unichar_iscntrl (letter) && keep_in_xml (letter) && letter != 0x2028 && letter != 0x2029 &&
         !(letter >= 0x202A && letter <= 0x202E) && !(letter >= 0x2066 && letter <= 0x2069);
}

char *
ard_text_utf8 (const char *bytes)
{
  return g_utf8_make_valid (bytes, -1);
}

char *
ard_text_xml (const char *bytes)
{
  return replace (bytes, keep_in_xml);
}

char *
ard_text_line (const char *bytes)
{
  return replace (bytes, keep_in_line);
}

char *
ard_text_percent (const char *bytes)
{
  return g_uri_escape_bytes ((const guint8 *) bytes, strlen (bytes), "/");
}
