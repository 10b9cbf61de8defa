#include "model/glob.h"

#include <string.h>

#define SMALL 256

/* reach[i]: the glob so far matches the first i bytes of the path. None is set outside low … high; none at all: low >
 * high. */
typedef struct {
  const char *path;
  gsize length, low, high;
  guint8 *reach;
} Match;

static void
tighten (Match *match)
{
  while (match->low <= match->high && !match->reach[match->low])
    match->low++;
  while (match->high > match->low && !match->reach[match->high])
    match->high--;
}

/* Whatever follows a reached place is reached, up to a '/' unless deep. */
static void
reach_star (Match *match, gboolean deep)
{
  gsize i = match->low;

  for (; i < match->length && (i < match->high || match->reach[i]); i++)
    match->reach[i + 1] = match->reach[i + 1] || (match->reach[i] && (deep || match->path[i] != '/'));
  match->high = MAX (match->high, i);
}

/* Any number of folders: only the beginnings of names stay reached. */
static void
reach_folders (Match *match)
{
  gsize low = match->low;

  reach_star (match, TRUE);
  for (gsize i = low + 1; i <= match->high; i++)
    match->reach[i] = match->path[i - 1] == '/';
  tighten (match);
}

static gboolean
in_class (const char *class, const char *end, guchar byte)
{
  gboolean negated = *class == '!' || *class == '^', in = FALSE;

  for (const char *at = class + negated; at < end; at++)
    if (at + 2 < end && at[1] == '-') {
      in = in || ((guchar) at[0] <= byte && byte <= (guchar) at[2]);
      at += 2;
    } else {
      in = in || (guchar) *at == byte;
    }
  return byte != '/' && in != negated;
}

/* What closes the class that opens at a '[', or NULL when it is a letter like others. */
static const char *
find_end (const char *open, const char *end)
{
  const char *from = open + 1;

  if (from < end && (*from == '!' || *from == '^'))
    from++;
  return from + 1 < end ? memchr (from + 1, ']', (gsize) (end - from - 1)) : NULL;
}

/* One byte of the path: a letter, any ('?'), or one of a class that ends at close. */
static void
reach_byte (Match *match, const char *glob, const char *close, gboolean any)
{
  gsize top = MIN (match->high + 1, match->length);

  for (gsize i = top; i > match->low; i--) {
    char byte = match->path[i - 1];

    match->reach[i] = match->reach[i - 1] && (close ? in_class (glob + 1, close, (guchar) byte)
                                              : any ? byte != '/'
                                                    : byte == *glob);
  }
  match->reach[match->low++] = 0;
  match->high = top;
  tighten (match);
}

static void
run (Match *match, const char *glob, const char *end)
{
  for (const char *at = glob; at < end && match->low <= match->high;) {
    gboolean twice = *at == '*' && at + 1 < end && at[1] == '*';
    const char *close = *at == '[' ? find_end (at, end) : NULL;

    if (twice && at + 2 < end && at[2] == '/' && (at == glob || at[-1] == '/')) {
      reach_folders (match);
      at += 3;
    } else if (*at == '*') {
      reach_star (match, twice);
      at += twice ? 2 : 1;
    } else {
      gboolean any = *at == '?';

      at += *at == '\\' && at + 1 < end;
      reach_byte (match, at, close, any);
      at = close ? close + 1 : at + 1;
    }
  }
}

/* Whether the path, or with below a folder on its way, is what the glob names. */
static gboolean
matches (const char *glob, const char *path, gboolean itself, gboolean below)
{
  gsize length = strlen (path), glob_length = strlen (glob);
  const char *end = glob + glob_length - (glob_length && glob[glob_length - 1] == '/');
  guint8 small[SMALL] = { 0 };
  g_autofree guint8 *large = length < SMALL ? NULL : g_new0 (guint8, length + 1);
  Match match = { path, length, 0, 0, large ? large : small };
  gboolean anywhere = !memchr (glob, '/', (gsize) (end - glob)), met = FALSE;

  glob += *glob == '/' && glob < end;
  if (glob == end)
    return FALSE;
  match.reach[0] = 1;
  if (anywhere)
    reach_folders (&match);
  run (&match, glob, end);
  for (gsize i = match.low; i <= match.high && i <= length && !met; i++)
    met = match.reach[i] && ((itself && i == length) || (below && path[i] == '/'));
  return met;
}

gboolean
ard_glob_match (const char *glob, const char *path)
{
  return matches (glob, path, TRUE, FALSE);
}

gboolean
ard_glob_covers (const char *glob, const char *path)
{
  return (*glob && strcmp (glob, path) == 0) || matches (glob, path, !g_str_has_suffix (glob, "/"), TRUE);
}
