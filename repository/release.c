#include <string.h>

#include "repository/lay.h"

/* Whether a list of words separated by spaces has this one. */
static gboolean
has_word (const char *list, const char *word, gsize length)
{
  g_autofree char *between = g_strdup_printf (" %.*s ", (int) length, word);
  g_autofree char *small = g_ascii_strdown (between, -1);

  return length > 0 && strstr (list, small) != NULL;
}

/* What changes from release to release of the product, not a thing that has one. */
static gboolean
is_of_product (const char *name, gsize length)
{
  static const char words[] = " version versions ver v release releases schema schemas migration migrations migrate "
                              "upgrade upgrades update updates patch patches from to api doc docs changes changelog "
                              "fixture test data dump backup snapshot ";
  gsize start = length, first = 0;

  while (start > 0 && g_ascii_isalpha (name[start - 1]))
    start--;
  while (first < length && g_ascii_isalpha (name[first]))
    first++;
  return has_word (words, name, first) || has_word (words, name + start, length - start);
}

/* "-rc1", ".custom", "-dist-min": how a library was made. */
static gboolean
is_kind_of_build (const char *rest, gsize length)
{
  static const char kinds[] = " rc beta alpha b a pre dev stable final custom src source dist min full standard slim "
                              "compat compressed packed pack bundle umd amalgamation build prod ";

  while (length > 0) {
    gsize n = 0;

    if (g_ascii_isdigit (*rest) || strchr ("-._", *rest)) {
      rest++;
      length--;
      continue;
    }
    while (n < length && g_ascii_isalpha (rest[n]))
      n++;
    if (!has_word (kinds, rest, n))
      return FALSE;
    rest += n;
    length -= n;
  }
  return TRUE;
}

/* Bytes of "1.27.3" or "2.4.1.5" at the start of text; 0: none. A year begins no release. */
static gsize
measure (const char *text, gsize length)
{
  gsize at = 0, digits = 0;
  guint parts = 0;

  for (; at < length; at++) {
    if (g_ascii_isdigit (text[at])) {
      parts += digits++ == 0 ? 1 : 0;
    } else if (text[at] == '.' && digits > 0 && at + 1 < length && g_ascii_isdigit (text[at + 1])) {
      if (parts == 1 && digits > 3)
        return 0;
      digits = 0;
    } else {
      break;
    }
  }
  return parts >= 3 ? at : 0;
}

gsize
ard_release_of (const char *name, gsize length)
{
  for (gsize i = 2; i < length; i++) {
    gsize number = i, end = i - 1;

    if (!strchr ("-_.", name[i - 1]))
      continue;
    number += name[i] == 'v' || name[i] == 'V' ? 1 : 0;

    gsize size = measure (name + number, length - number);

    if (size > 0 && is_kind_of_build (name + number + size, length - number - size))
      return g_ascii_isalnum (name[end - 1]) && !g_ascii_isdigit (*name) && !is_of_product (name, end) ? end : 0;
  }
  return 0;
}

gboolean
ard_release_names_script (const char *path, const char *name)
{
  static const char *const endings[] = { ".js", ".mjs", ".cjs", ".css" };
  gsize above = name > path ? (gsize) (name - path) - 1 : 0, start = above;

  while (start > 0 && path[start - 1] != '/')
    start--;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return !is_of_product (path + start, above - start) && ard_release_of (name, strlen (name) - strlen (endings[i]));
  return FALSE;
}
