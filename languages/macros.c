#include "languages/macros.h"

#include <string.h>

#include "languages/sketch.h"

/* Longest part of a name that is looked for before a "##". */
#define MAX_STEM 64

struct ArdMacros {
  GHashTable *words; /* by hash */
  const ArdSource *source;
  const char *language;
  gboolean read;
};

ArdMacros *
ard_macros_new (void)
{
  ArdMacros *self = g_new0 (ArdMacros, 1);

  self->words = g_hash_table_new (g_direct_hash, g_direct_equal);
  return self;
}

void
ard_macros_free (ArdMacros *macros)
{
  if (!macros)
    return;
  g_hash_table_unref (macros->words);
  g_free (macros);
}

void
ard_macros_begin (ArdMacros *macros, const ArdSource *source, const char *language)
{
  g_hash_table_remove_all (macros->words);
  macros->source = source;
  macros->language = language;
  macros->read = FALSE;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

static gpointer
word_key (const char *word, gsize length)
{
  return GUINT_TO_POINTER ((guint) ard_hash_bytes (word, length) | 1);
}

/* What `##` makes of the word before it is told by how a name begins. */
static gpointer
stem_key (const char *word, gsize length)
{
  return GUINT_TO_POINTER (((guint) ard_hash_bytes (word, length) | 1) ^ 0x5bd1e995U);
}

/* Whether a line ends here that the next does not continue. */
static gboolean
is_end (const char *text)
{
  return *text == '\n' && text[-1] != '\\' && (text[-1] != '\r' || text[-2] != '\\');
}

/* The words of a macro, to the end of its last line; behind "#define". */
static const char *
read_macro (ArdMacros *self, const char *text, const char *end)
{
  while (text < end && !is_end (text)) {
    const char *word = text;

    while (text < end && is_word (*text))
      text++;
    if (text > word)
      g_hash_table_add (self->words, word_key (word, (gsize) (text - word)));
    if (text > word && text + 2 < end && text[0] == '#' && text[1] == '#')
      g_hash_table_add (self->words, stem_key (word, (gsize) (text - word)));
    text += text == word;
  }
  return text;
}

static void
read_macros (ArdMacros *self)
{
  const char *text = self->source->text, *end = text + self->source->size;

  self->read = TRUE;
  if (!g_str_equal (self->language, "C") && !g_str_equal (self->language, "C++"))
    return;
  for (const char *c = strchr (text, '#'); c; c = strchr (c, '#')) {
    c += 1 + strspn (c + 1, " \t");
    if (g_str_has_prefix (c, "define") && c + strlen ("define") < end)
      c = read_macro (self, c + strlen ("define"), end);
  }
}

gboolean
ard_macros_have (ArdMacros *macros, const char *name, gsize length)
{
  gboolean found;

  if (!macros->read)
    read_macros (macros);
  found = g_hash_table_contains (macros->words, word_key (name, length));
  for (gsize i = 1; i < MIN (length, MAX_STEM) && !found && g_hash_table_size (macros->words); i++)
    found = g_hash_table_contains (macros->words, stem_key (name, i));
  return found;
}
