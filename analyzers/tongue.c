#include "analyzers/tongue.h"

#include <string.h>

static const struct {
  const char *language;
  ArdTongue tongue;
} rows[] = {
  { "C", ARD_TONGUE_C },
  { "C++", ARD_TONGUE_CPP },
  { "Go", ARD_TONGUE_GO },
  { "Java", ARD_TONGUE_JAVA },
  { "Python", ARD_TONGUE_PYTHON },
  { "JavaScript", ARD_TONGUE_JAVASCRIPT },
  { "TypeScript", ARD_TONGUE_JAVASCRIPT },
  { "TSX", ARD_TONGUE_JAVASCRIPT },
  { "Vue", ARD_TONGUE_JAVASCRIPT },
  { "Svelte", ARD_TONGUE_JAVASCRIPT },
  { "HTML", ARD_TONGUE_JAVASCRIPT },
  { "Rust", ARD_TONGUE_RUST },
  { "Ruby", ARD_TONGUE_RUBY },
  { "PHP", ARD_TONGUE_PHP },
  { "C#", ARD_TONGUE_CSHARP },
  { "Kotlin", ARD_TONGUE_KOTLIN },
  { "Scala", ARD_TONGUE_SCALA },
  { "Swift", ARD_TONGUE_SWIFT },
  { "Bash", ARD_TONGUE_SHELL },
  { "Shell", ARD_TONGUE_SHELL },
  { "Lua", ARD_TONGUE_LUA },
};

/* Lines of code of a file that may stand for itself (house). */
#define SMALL 300

ArdTongue
ard_tongue_of (const ArdFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].language, file->language) == 0)
      return rows[i].tongue;
  return ARD_TONGUE_NONE;
}

static gboolean
is_name (char byte)
{
  return g_ascii_isalnum (byte) || byte == '_' || byte == '$' || byte == '!' || byte == '?' || (byte & 0x80);
}

/* Type arguments at the end left out; what calls a result or indexes has no name. */
static gsize
without_arguments (const char *text, gsize length)
{
  gsize end = length;
  guint depth = 0;

  if (!length || text[length - 1] != '>')
    return length;
  while (end) {
    char byte = text[--end];

    depth += byte == '>';
    depth -= byte == '<';
    if (depth == 0)
      return end && text[end - 1] == ':' ? end - MIN (end, 2) : end;
  }
  return length;
}

/* Where the last name begins, and ends. */
static gsize
last_name (const char *text, gsize length, gsize *end)
{
  gsize start;

  while (length && text[length - 1] == ' ')
    length--;
  start = *end = without_arguments (text, length);
  while (start && is_name (text[start - 1]))
    start--;
  return start;
}

ArdSpan
ard_simple_name (const char *text, gsize length)
{
  gsize end, start = last_name (text, length, &end);

  return (ArdSpan){ text + start, end - start };
}

ArdSpan
ard_receiver (const char *text, gsize length)
{
  gsize end, start = last_name (text, length, &end);

  while (start && strchr (".:->?!\\ ", text[start - 1]))
    start--;
  return (ArdSpan){ text, start };
}

typedef gboolean (*Match) (const char *word, gsize length, ArdSpan span);

static gboolean
any_word (const char *words, ArdSpan span, Match match)
{
  while (*words) {
    gsize length = strcspn (words, " ");

    if (length && match (words, length, span))
      return TRUE;
    words += length + (words[length] == ' ');
  }
  return FALSE;
}

static gboolean
equal (const char *word, gsize length, ArdSpan span)
{
  return length == span.length && memcmp (word, span.text, length) == 0;
}

static gboolean
equal_folded (const char *word, gsize length, ArdSpan span)
{
  return length == span.length && g_ascii_strncasecmp (word, span.text, length) == 0;
}

static gboolean
is_part (const char *word, gsize length, ArdSpan span)
{
  for (gsize i = 0; i + length <= span.length; i++)
    if (memcmp (word, span.text + i, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ard_words_have (const char *words, ArdSpan span)
{
  return any_word (words, span, equal);
}

gboolean
ard_words_have_folded (const char *words, ArdSpan span)
{
  return any_word (words, span, equal_folded);
}

gboolean
ard_words_part (const char *words, ArdSpan span)
{
  return any_word (words, span, is_part);
}

gboolean
ard_next_word (const char **at, ArdSpan *word)
{
  const char *text = *at;
  guint depth = 0;
  gsize length;
  char quote = 0;

  text += strspn (text, " ");
  for (length = 0; text[length] && (depth || quote || text[length] != ' '); length++) {
    char byte = text[length];

    if (quote)
      quote = byte == quote ? 0 : quote;
    else if (byte == '"' || byte == '\'')
      quote = byte;
    else if (byte == '(' || byte == '[')
      depth++;
    else if ((byte == ')' || byte == ']') && depth)
      depth--;
  }
  *word = (ArdSpan){ text, length };
  *at = text + length;
  return length > 0;
}

static gboolean
is_joined (const ArdFile *file)
{
  return file->n_dependencies || file->fan_in;
}

guint8 *
ard_files_alone (const ArdCorpus *corpus)
{
  guint8 *alone = g_new0 (guint8, corpus->files->len + 1);
  guint joined[ARD_TONGUE_LUA + 1] = { 0 }, all[ARD_TONGUE_LUA + 1] = { 0 };

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    ArdTongue tongue = ard_tongue_of (file);

    if (file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED | ARD_FILE_TEST))
      continue;
    all[tongue]++;
    joined[tongue] += is_joined (file);
  }
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    ArdTongue tongue = ard_tongue_of (file);

    alone[i] = !is_joined (file) && file->code_lines <= SMALL && joined[tongue] * 2 <= all[tongue];
  }
  return alone;
}
