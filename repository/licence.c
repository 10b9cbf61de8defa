#include <string.h>

#include "repository/lay.h"

#define FIRST_LINES 400 /* of a licence */
#define MAX_LINES 20    /* with an owner that are read */

/* Words of a line of copyright that name nobody. */
static gboolean
is_empty_word (const char *word, gsize length)
{
  static const char words[] =
      " copyright copyrights the and all rights reserved inc ltd llc gmbh corp corporation company contributors "
      "authors "
      "author others other team project projects developers community present http https www com org net github "
      "holder holders portions parts this file software source code work works original version under license licence "
      "licensed see for its affiliates from with ";
  g_autofree char *between = g_strdup_printf (" %.*s ", (int) length, word);

  return length < 3 || strstr (words, between) != NULL;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

/* Takes the next word of the text, if there is one. */
static gboolean
take_word (const char **text, const char **word, gsize *length)
{
  const char *c = *text;

  while (*c && !is_letter (*c))
    c++;
  *word = c;
  while (is_letter (*c))
    c++;
  *text = c;
  *length = (gsize) (c - *word);
  return *length > 0;
}

void
ard_licence_add_words (GHashTable *words, const char *text)
{
  const char *word;
  gsize length;

  while (take_word (&text, &word, &length))
    g_hash_table_add (words, g_strndup (word, length));
}

/*
 * "copyright (c) 2004-2012 jane doe", "copyright jane doe. all rights reserved.": not a sentence of a licence that
 * speaks of copyright, nor its paragraph (c).
 */
static gboolean
is_owners_line (const char *line)
{
  gboolean sign = strstr (line, "(c)") || strstr (line, "\xc2\xa9"), year = FALSE;
  const char *start = line;

  while (*start && !is_letter (*start) && *start != '(')
    start++;
  if (!g_str_has_prefix (start, "copyright") && !g_str_has_prefix (start, "(c)") &&
      !g_str_has_prefix (start, "\xc2\xa9"))
    return FALSE;
  if (strstr (line, "free software foundation") || strchr (line, '['))
    return FALSE;
  for (const char *c = line; *c && !year; c++)
    year = (strncmp (c, "19", 2) == 0 || strncmp (c, "20", 2) == 0) && g_ascii_isdigit (c[2]) && g_ascii_isdigit (c[3]);
  return year || (*start == 'c' && (sign || strstr (line, "all rights reserved")));
}

/* Addresses name nobody that the rest of the line does not. */
static void
drop_addresses (char *line)
{
  char close = '\0';

  for (char *c = line; *c; c++) {
    if (!close && (*c == '<' || (*c == '(' && c[1] != 'c')))
      close = *c == '<' ? '>' : ')';
    if (close) {
      gboolean last = *c == close;

      *c = ' ';
      close = last ? '\0' : close;
    }
  }
}

guint
ard_licence_count_names (const char *line, GHashTable *owners, guint *known)
{
  const char *word;
  gsize length;
  guint n = 0;

  *known = 0;
  while (take_word (&line, &word, &length)) {
    g_autofree char *copy = is_empty_word (word, length) ? NULL : g_strndup (word, length);

    if (copy) {
      n++;
      *known += g_hash_table_contains (owners, copy) ? 1 : 0;
    }
  }
  return n;
}

gboolean
ard_licence_is_foreign (const char *licence, GHashTable *owners, gboolean *named)
{
  g_auto (GStrv) lines = g_strsplit (licence, "\n", 0);
  gboolean foreign = TRUE;
  guint read = 0;

  *named = FALSE;
  for (guint i = 0; lines[i] && i < FIRST_LINES && read < MAX_LINES; i++) {
    guint names, known;

    if (!is_owners_line (lines[i]))
      continue;
    drop_addresses (lines[i]);
    names = ard_licence_count_names (lines[i], owners, &known);
    read++;
    *named |= names > 0;
    foreign &= names == 0 || known < names;
  }
  return *named && foreign;
}

void
ard_licence_drop_dependencies (char *text)
{
  static const char *const keys[] = { "dependencies\"", "\"require\"", "\"require-dev\"", "\"suggest\"" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (char *at = text; (at = strstr (at, keys[i]));) {
      char *open = at + strlen (keys[i]);

      at = open += strspn (open, " \t\r\n:");
      if (*open == '{')
        for (; *at && *at != '}'; at++)
          *at = ' ';
    }
}

gboolean
ard_licence_same_kind (const char *one, const char *two)
{
  enum { LETTERS = 60 };

  for (guint n = 0; n < LETTERS; one++, two++, n++) {
    while (*one && !g_ascii_isalpha (*one))
      one++;
    while (*two && !g_ascii_isalpha (*two))
      two++;
    if (g_ascii_tolower (*one) != g_ascii_tolower (*two))
      return FALSE;
    if (*one == '\0')
      return TRUE;
  }
  return TRUE;
}
