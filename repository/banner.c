#include <string.h>

#include "repository/copies.h"

#define MAX_LINES 40  /* of the comment */
#define TITLE_LINES 8 /* in which the release is named */

/* The first comment of a script, yours: one between stars, or lines behind slashes; NULL: it does not begin with one.
 */
static char *
take_comment (const char *head)
{
  const char *end;

  if (g_str_has_prefix (head, "\xef\xbb\xbf"))
    head += 3;
  head += strspn (head, " \t\r\n;");
  if (g_str_has_prefix (head, "/*"))
    return (end = strstr (head, "*/")) ? g_strndup (head, (gsize) (end - head)) : NULL;
  for (end = head; g_str_has_prefix (end, "//");)
    end += strcspn (end, "\n") + (strchr (end, '\n') ? 1 : 0);
  return end > head ? g_strndup (head, (gsize) (end - head)) : NULL;
}

/* Bytes of "1.27.3", or of "1.2" when two parts do; 0: none. */
static gsize
measure_release (const char *text, guint wanted)
{
  gsize at = strspn (text, "0123456789");
  guint parts = at > 0 && at <= 3;

  while (parts && text[at] == '.' && g_ascii_isdigit (text[at + 1])) {
    at += 1 + strspn (text + at + 1, "0123456789");
    parts++;
  }
  return parts >= wanted ? at : 0;
}

static gboolean
has_any (const char *text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strstr (text, words[i]))
      return TRUE;
  return FALSE;
}

/* "bootstrap v3.3.5 (http://…": a name and its release, not what the code needs or is licensed under. */
static gboolean
is_title (const char *line)
{
  static const char *const others[] = { "licen", "requir", "based on", "depend", "since",   "support", "test",
                                        "copyr", "http",   "compat",   "from",   "require", "needs",   "@" };
  const char *start = line + strspn (line, "/*!=- \t");

  for (const char *at = start; (at = strpbrk (at, "0123456789")); at += strspn (at, "0123456789.")) {
    gboolean marked = at - start >= 2 && at[-1] == 'v' && strchr (" (-", at[-2]);
    gsize length = (gsize) (at - start) - (marked ? 1 : 0);
    g_autofree char *title = g_strndup (start, length);

    if (length < 2 || !g_ascii_isalpha (*title) || !strchr (" v", at[-1]))
      continue;
    if ((marked || g_str_has_suffix (title, "version ")) ? measure_release (at, 2) : measure_release (at, 3))
      return !has_any (title, others, G_N_ELEMENTS (others));
  }
  return FALSE;
}

/* "version : 2.10.6" on a line of its own. */
static gboolean
is_release_line (const char *line)
{
  line += strspn (line, "/*! \t");
  if (!g_str_has_prefix (line, "version"))
    return FALSE;
  line += strlen ("version");
  line += strspn (line, " :=");
  return measure_release (line + (*line == 'v' ? 1 : 0), 2) > 0;
}

/* The part of a line that names an owner: behind "copyright", "(c)", "©", "author", or whose account it is. NULL: none.
 */
static char *
find_owner (const char *line)
{
  static const char *const signs[] = { "copyright", "(c)", "\xc2\xa9", "authors", "author" };
  const char *account = strstr (line, "github.com/");

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    const char *at = strstr (line, signs[i]);

    if (at)
      return g_strndup (at + strlen (signs[i]), strcspn (at + strlen (signs[i]), "<|"));
  }
  if (account)
    account += strlen ("github.com/");
  return account ? g_strndup (account, strcspn (account, "/ \t\r")) : NULL;
}

/* Letters and digits of the first bytes, small. */
static char *
fold (const char *text, gsize length)
{
  GString *folded = g_string_sized_new (length);

  for (gsize i = 0; i < length && text[i]; i++)
    if (g_ascii_isalnum (text[i]))
      g_string_append_c (folded, g_ascii_tolower (text[i]));
  return g_string_free (folded, FALSE);
}

/* Whether the path has what the comment begins with, or the comment's first line the file's name: else it is pasted
 * code. */
static gboolean
is_about (const char *comment, const char *path)
{
  enum { SHORTEST = 3 };
  const char *start = comment + strcspn (comment, "abcdefghijklmnopqrstuvwxyz@"), *slash = strrchr (path, '/');
  const char *name = slash ? slash + 1 : path;

  while (*start == '@') {
    start += strcspn (start, " \t\r\n");
    start += strcspn (start, "abcdefghijklmnopqrstuvwxyz@");
  }

  gsize length = strcspn (start, " ,:|\t\r\n");
  const char *ending = g_strstr_len (start, (gssize) length, ".");
  g_autofree char *word = fold (start, ending ? (gsize) (ending - start) : length);
  g_autofree char *line = fold (start, strcspn (start, "\n")), *all = fold (path, strlen (path));
  g_autofree char *stem = fold (name, strcspn (name, "."));

  return (strlen (word) >= SHORTEST && strstr (all, word)) || (strlen (stem) >= SHORTEST && strstr (line, stem));
}

/* Whether an address in the comment has the script's own name, or the word that the comment begins with. */
static gboolean
has_home (const char *comment, const char *path)
{
  enum { SHORTEST = 5 };
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;
  const char *first = comment + strcspn (comment, "abcdefghijklmnopqrstuvwxyz");
  g_autofree char *stem = fold (name, strcspn (name, ".")), *word = fold (first, strcspn (first, " ,:|.\t\r\n"));

  for (const char *at = comment; (at = strstr (at, "://")); at++) {
    g_autofree char *address = fold (at, strcspn (at, " \t\r\n)>"));

    if ((strlen (stem) >= SHORTEST && strstr (address, stem)) ||
        (strlen (word) >= SHORTEST && !g_str_equal (word, "copyright") && strstr (address, word)))
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_banner_is_foreign (const char *head, const char *path, GHashTable *owners)
{
  static const char *const grants[] = { "licen", " mit", "(mit", "bsd", "gpl", "public domain" };
  g_autofree char *comment = take_comment (head);
  g_auto (GStrv) lines = comment ? g_strsplit (comment, "\n", MAX_LINES) : NULL;
  gboolean kept = FALSE, released = FALSE, foreign = TRUE, named = FALSE;

  if (!lines || !has_any (comment, grants, G_N_ELEMENTS (grants)))
    return FALSE;
  released = has_home (comment, path);
  if (!released && !is_about (comment, path))
    return FALSE;
  kept = g_str_has_prefix (comment, "/*!") || g_str_has_prefix (comment, "//!") || strstr (comment, "@preserve");
  for (guint i = 0; lines[i]; i++) {
    g_autofree char *owner = find_owner (lines[i]);
    guint known, names = owner ? ard_licence_count_names (owner, owners, &known) : 0;

    released |= i < TITLE_LINES && (is_title (lines[i]) || (kept && is_release_line (lines[i])));
    named |= names > 0;
    foreign &= names == 0 || known < names;
  }
  return released && named && foreign;
}
