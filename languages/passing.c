#include "languages/passing.h"

#include <string.h>

/* Bytes of arguments that are read (house). */
#define LONGEST 400

static const char *const words[] = { "log",       "logs",  "logfile",  "cache",   "cached",    "cachedir",
                                     "cachefile", "tmp",   "temp",     "tmpfile", "tmpdir",    "temporary",
                                     "tempfile",  "lock",  "lockfile", "pid",     "pidfile",   "debug",
                                     "trace",     "dump",  "marker",   "stamp",   "timestamp", "thumb",
                                     "thumbnail", "probe", "test" };
static const char *const targets[] = { "rename", "Rename", "move", "Move", "copy", "Copy", "link", "Link" };

/* Whether the text has the word as one of a name's: cache of cacheFile, cache_file and CACHE. */
static gboolean
has_word (const char *text, gsize length, const char *word)
{
  gsize size = strlen (word);

  for (gsize i = 0; i + size <= length; i++) {
    char before = i ? text[i - 1] : ' ', behind = i + size < length ? text[i + size] : ' ';

    if (g_ascii_strncasecmp (text + i, word, size) != 0)
      continue;
    if (g_ascii_isalpha (before) && !(g_ascii_islower (before) && g_ascii_isupper (text[i])))
      continue;
    if (!g_ascii_islower (behind) && !(g_ascii_isupper (behind) && g_ascii_isupper (text[i + size - 1])))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_target (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_strstr_len (name, (gssize) length, targets[i]))
      return TRUE;
  return FALSE;
}

/* The argument that tells, of those that begin with a bracket at the byte. */
static gboolean
find_argument (const ArdSource *source, guint32 at, gboolean last, guint32 *from, guint32 *to)
{
  guint32 most = (guint32) MIN ((gsize) source->size, (gsize) at + LONGEST), depth = 0;

  *from = at + 1;
  for (guint32 i = at; i < most; i++) {
    char c = source->text[i];

    depth += c && strchr ("([{", c) ? 1u : 0u;
    depth -= c && strchr (")]}", c) ? 1u : 0u;
    *to = i;
    if (depth == 0 || (depth == 1 && c == ',' && !last))
      return TRUE;
    if (depth == 1 && c == ',')
      *from = i + 1;
  }
  return FALSE;
}

gboolean
ard_call_is_passing (const ArdSource *source, guint32 start, guint32 end)
{
  guint32 from, to;

  while (end < source->size && source->text[end] == ' ')
    end++;
  if (end >= source->size || source->text[end] != '(' ||
      !find_argument (source, end, has_target (source->text + start, end - start), &from, &to))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (source->text + from, to - from, words[i]))
      return TRUE;
  return FALSE;
}
