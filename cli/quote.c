#include "cli/quote.h"

static gboolean
is_plain (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isprint (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Escapes that YAML's double quotes and JSON share; beyond the basic plane YAML and JSON take the character itself. */
static char *
quote_double (const char *text)
{
  GString *out = g_string_new ("\"");

  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (c == '"' || c == '\\')
      g_string_append_printf (out, "\\%c", (char) c);
    else if (c < 0x10000 && !g_unichar_isprint (c))
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_unichar (out, c);
  }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

char *
ard_quote_yaml (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (!is_plain (valid))
    return quote_double (valid);

  g_autoptr (GString) out = g_string_new (valid);

  g_string_replace (out, "'", "''", 0);
  return g_strdup_printf ("'%s'", out->str);
}

char *
ard_quote_json (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return quote_double (valid);
}
