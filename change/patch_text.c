#include "change/patch_text.h"

#include <string.h>

#include "model/hash.h"

#define line_at(text, i) (&g_array_index ((text)->lines, ArdPatchLine, (i)))

void
ard_patch_text_init (ArdPatchText *text)
{
  text->lines = g_array_new (FALSE, FALSE, sizeof (ArdPatchLine));
  text->names = g_array_new (FALSE, FALSE, sizeof (guint64));
  text->known = g_array_new (FALSE, FALSE, sizeof (guint64));
  text->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
}

void
ard_patch_text_clear (ArdPatchText *text)
{
  g_clear_pointer (&text->lines, g_array_unref);
  g_clear_pointer (&text->names, g_array_unref);
  g_clear_pointer (&text->known, g_array_unref);
  g_clear_pointer (&text->keys, g_array_unref);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (c & 0x80);
}

static void
add_names (ArdPatchText *text, const char *line, gsize length)
{
  for (gsize i = 0; i < length;) {
    gsize from = i;

    while (i < length && is_word (line[i]))
      i++;
    if (i > from && !g_ascii_isdigit (line[from])) {
      guint64 name = ard_hash_add (ARD_HASH_START, line + from, i - from);

      g_array_append_val (text->names, name);
    }
    i += i == from;
  }
}

/* Behind a string that begins here; a mark that is never closed is none. */
static gsize
skip_string (const char *line, gsize length, gsize from)
{
  if (!strchr ("\"'`", line[from]))
    return from;
  for (gsize i = from + 1; i < length; i++)
    if (line[i] == '\\')
      i++;
    else if (line[i] == line[from])
      return i + 1;
  return from;
}

/* A number, a name that begins with a capital, or a word for yes, no or nothing. */
static gboolean
is_value (const char *word, gsize length)
{
  static const char *const words[] = { "true", "false", "null", "nil", "undefined", "nullptr" };

  if (g_ascii_isdigit (*word) || g_ascii_isupper (*word))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i]) && memcmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static guint64
find_shape (const char *line, gsize length)
{
  guint64 shape = ARD_HASH_START;

  for (gsize i = 0; i < length;) {
    gsize from = i;

    i = skip_string (line, length, i);
    if (i > from) {
      shape = ard_hash_step (shape, '"');
      continue;
    }
    while (i < length && is_word (line[i]))
      i++;
    if (i == from) {
      shape = g_ascii_isspace (line[i]) ? shape : ard_hash_step (shape, (guchar) line[i]);
      i++;
    } else if (is_value (line + from, i - from)) {
      shape = ard_hash_step (shape, '0');
    } else {
      shape = ard_hash_add (shape, line + from, i - from);
    }
  }
  return shape;
}

void
ard_patch_text_add (ArdPatchText *text, guint32 number, const char *line, gsize length)
{
  ArdPatchLine row = { .number = number, .key = ARD_HASH_START, .first_name = text->names->len };

  for (gsize i = 0; i < length; i++) {
    row.weight += g_ascii_isalnum (line[i]) || (line[i] & 0x80);
    if (!g_ascii_isspace (line[i]) && line[i] != '{' && line[i] != '}')
      row.key = ard_hash_step (row.key, (guchar) line[i]);
  }
  if (row.weight == 0)
    return;
  add_names (text, line, length);
  row.shape = find_shape (line, length);
  row.n_names = text->names->len - row.first_name;
  g_array_append_val (text->lines, row);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

void
ard_patch_text_end (ArdPatchText *text, gboolean names)
{
  g_autoptr (GArray) sorted = g_array_copy (text->names);

  g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || g_array_index (sorted, guint64, i) != g_array_index (sorted, guint64, i - 1))
      g_array_append_val (text->known, g_array_index (sorted, guint64, i));
  if (!names)
    g_clear_pointer (&text->names, g_array_unref);
  for (guint i = 0; i < text->lines->len; i++)
    g_array_append_val (text->keys, line_at (text, i)->key);
  g_array_sort (text->keys, compare);
}

gboolean
ard_patch_text_holds (const GArray *sorted, guint64 value)
{
  return g_array_binary_search ((GArray *) sorted, &value, compare, NULL);
}
