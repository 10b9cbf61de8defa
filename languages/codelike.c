#include "languages/codelike.h"

#include <string.h>

/* Plain words in a row that no statement has. */
#define PROSE_WORDS 4

/* Words that stand beside others in code. */
static const char *const keywords[] = {
  "abstract", "and",    "as",         "async",    "await",    "auto",     "begin",      "bool",      "boolean",
  "break",    "byte",   "case",       "catch",    "char",     "class",    "const",      "continue",  "crate",
  "data",     "def",    "default",    "defer",    "delete",   "do",       "double",     "elif",      "elsif",
  "else",     "end",    "ensure",     "enum",     "except",   "export",   "extends",    "extern",    "final",
  "finally",  "float",  "for",        "foreach",  "from",     "fun",      "func",       "function",  "go",
  "if",       "impl",   "implements", "import",   "in",       "inline",   "instanceof", "int",       "interface",
  "internal", "is",     "let",        "local",    "long",     "match",    "mut",        "namespace", "new",
  "not",      "null",   "object",     "of",       "or",       "override", "package",    "private",   "protected",
  "pub",      "public", "raise",      "readonly", "register", "rescue",   "return",     "select",    "short",
  "signed",   "sizeof", "static",     "string",   "struct",   "switch",   "then",       "throw",     "throws",
  "try",      "type",   "typedef",    "typeof",   "union",    "unless",   "unsigned",   "until",     "use",
  "using",    "val",    "var",        "virtual",  "void",     "volatile", "when",       "where",     "while",
  "with",     "yield",
};

/* Lines that are code by themselves. */
static const char *const closings[] = { "end",   "fi",     "done",   "esac", "else",  "else:",    "try:",   "finally:",
                                        "begin", "ensure", "rescue", "pass", "break", "continue", "return", "loop:" };

/* First words of a statement that ends as its language wants it. */
static const char *const openings[] = { "if",   "for",   "while",    "def",   "class", "with",   "elif",    "except",
                                        "else", "elsif", "unless",   "until", "when",  "switch", "match",   "async",
                                        "try",  "case",  "function", "func",  "fn",    "fun",    "foreach", "do" };

static gboolean
is_one_of (const char *const *words, guint n, const char *word, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) == length && strncmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || c == '@';
}

/* Whether the line has a sentence: plain words in a row outside of quotes. */
static gboolean
has_sentence (const char *text, const char *end)
{
  guint words = 0;
  char quote = '\0';

  while (text < end) {
    if (quote || (*text == '"' || *text == '\'' || *text == '`')) {
      gboolean apostrophe = *text == '\'' && text + 1 < end && g_ascii_isalpha (text[1]) && words;

      if (!apostrophe)
        quote = quote == *text ? '\0' : quote ? quote : *text;
      text++;
      continue;
    }

    const char *word = text;

    while (text < end && !g_ascii_isspace (*text) && *text != '"' && *text != '\'' && *text != '`')
      text++;

    gsize length = (gsize) (text - word), letters = 0;

    while (letters < length && (g_ascii_isalpha (word[letters]) || (word[letters] == '-' && letters)))
      letters++;
    if (length && letters && (letters == length || (letters + 1 == length && strchr (",.:!?", word[letters]))) &&
        !is_one_of (keywords, G_N_ELEMENTS (keywords), word, letters))
      words++;
    else if (length && !(letters == length && letters))
      words = 0;
    if (words >= PROSE_WORDS)
      return TRUE;
    while (text < end && g_ascii_isspace (*text))
      text++;
  }
  return FALSE;
}

/* Past a path of names: `a.b[0]->c`, `$this->d`, `A::b`, `*p`. */
static const char *
skip_path (const char *text, const char *end)
{
  const char *start = text;

  while (text < end && (*text == '*' || *text == '&' || *text == '-' || *text == '!'))
    text++;
  if (text == end || !(g_ascii_isalpha (*text) || strchr ("_$@", *text)))
    return start;
  while (text < end)
    if (is_name (*text) || *text == '.' || *text == '?') {
      text++;
    } else if (*text == '[' && memchr (text, ']', (gsize) (end - text))) {
      text = (const char *) memchr (text, ']', (gsize) (end - text)) + 1;
    } else if (text + 1 < end && ((text[0] == '-' && text[1] == '>') || (text[0] == ':' && text[1] == ':'))) {
      text += 2;
    } else {
      break;
    }
  return text;
}

/* `a = b`, `int a = b`, `a: T = b`, `a += b`, `a := b`: names only before the sign, something behind it. */
static gboolean
is_assignment (const char *text, const char *end)
{
  for (const char *c = text; c < end; c++) {
    if (*c != '=') {
      if (!is_name (*c) && !g_ascii_isspace (*c) && !strchr ("._:*&<>[]-+|/%^?,", *c))
        return FALSE;
      continue;
    }
    return c > text && c + 2 < end && c[1] != '=' && c[1] != '>' && !strchr ("=!<>", c[-1]);
  }
  return FALSE;
}

/* `a.b (…)`, whole. */
static gboolean
is_call (const char *text, const char *end)
{
  const char *after = skip_path (text, end);

  if (after == text || after == end)
    return FALSE;
  while (after < end && *after == ' ')
    after++;
  return after < end && *after == '(' && (end[-1] == ')' || end[-1] == '{');
}

static gboolean
has_call (const char *text, const char *end)
{
  for (const char *c = text + 1; c < end; c++)
    if (*c == '(' && is_name (c[-1]))
      return TRUE;
  return FALSE;
}

static gsize
count_words (const char *text, const char *end)
{
  gsize n = 0;

  for (const char *c = text; c < end; c++)
    n += !g_ascii_isspace (*c) && (c == text || g_ascii_isspace (c[-1]));
  return n;
}

static gboolean
is_brackets (const char *text, const char *end)
{
  while (text < end && (strchr ("{}()[];,", *text) || g_ascii_isspace (*text)))
    text++;
  return text == end;
}

static gboolean
is_in (const char *const *languages, const char *language)
{
  return g_strv_contains (languages, language);
}

/* Where a statement ends in a semicolon or a bracket. */
static const char *const closed[] = { "C", "C++", "Java", "C#", "PHP", "Rust", NULL };

/* `a=b`: a shell knows no other. */
static gboolean
is_shell_assignment (const char *text, const char *end)
{
  const char *c = text;

  while (c < end && is_name (*c))
    c++;
  return c > text && c + 1 < end && *c == '=' && !g_ascii_isspace (c[1]) && c[1] != '=';
}

/* Whether an opening word is followed by what its language demands. */
static gboolean
is_opening (const char *text, const char *end, const char *language)
{
  gsize length = 0;

  while (text + length < end && g_ascii_isalpha (text[length]))
    length++;
  if (!is_one_of (openings, G_N_ELEMENTS (openings), text, length))
    return FALSE;
  if (g_str_equal (language, "Python"))
    return end[-1] == ':';
  if (g_str_equal (language, "Ruby"))
    return count_words (text, end) <= 6;
  if (g_str_equal (language, "Lua") || g_str_equal (language, "Bash"))
    return (end - text > 4 && (strncmp (end - 4, "then", 4) == 0 || strncmp (end - 2, "do", 2) == 0)) || end[-1] == ')';
  return end[-1] == '{' || end[-1] == ')' || end[-1] == ':';
}

static gboolean
begins (const char *text, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - text) > length && strncmp (text, word, length) == 0;
}

static gboolean
is_directive (const char *text, const char *end)
{
  return begins (text, end, "#include") || begins (text, end, "#define") || begins (text, end, "#if") ||
         begins (text, end, "#endif");
}

static gboolean
is_statement (const char *text, const char *end, const char *language)
{
  static const char *const words[] = { "return ", "import ",  "from ", "raise ",  "throw ",   "yield ",  "await ",
                                       "local ",  "require ", "use ",  "using ",  "include ", "export ", "let ",
                                       "const ",  "var ",     "val ",  "delete ", "puts ",    "print ",  "echo " };

  if (is_brackets (text, end) || is_one_of (closings, G_N_ELEMENTS (closings), text, (gsize) (end - text)))
    return TRUE;
  if (end[-1] == ';')
    return has_call (text, end) || is_assignment (text, end) || count_words (text, end) <= 4;
  if (end[-1] == '{' || begins (text, end, "}") || is_opening (text, end, language))
    return TRUE;
  if (*text == '@' && !memchr (text, ' ', (gsize) (end - text)))
    return TRUE;
  if (is_in (closed, language))
    return is_directive (text, end);
  if (g_str_equal (language, "Bash"))
    return is_shell_assignment (text, end);
  if (is_assignment (text, end) || is_call (text, end))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (begins (text, end, words[i]))
      return count_words (text, end) <= 4 || has_call (text, end);
  return FALSE;
}

gboolean
ard_line_acts (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end && g_ascii_isspace (*text))
    text++;
  for (const char *c = text; c + 1 < end; c++)
    if ((*c == '(' && c > text && (is_name (c[-1]) || c[-1] == ' ')) ||
        (*c == '=' && c > text && c[1] != '=' && !strchr ("=!<>", c[-1])))
      return TRUE;
  return begins (text, end, "return") || begins (text, end, "import") || begins (text, end, "use ") ||
         begins (text, end, "from ") || begins (text, end, "#include");
}

ArdLineLikeness
ard_line_likeness (const char *text, gsize length, const char *language)
{
  const char *end = text + length;

  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (text == end)
    return ARD_LINE_EMPTY;
  if (has_sentence (text, end))
    return ARD_LINE_PROSE;
  if (*text == '"' || *text == '\'')
    return ARD_LINE_DATA;
  if (is_statement (text, end, language))
    return ARD_LINE_STATEMENT;
  if (is_in (closed, language) && end[-1] == ')' && (has_call (text, end) || is_call (text, end)))
    return ARD_LINE_CONTINUED;
  if (strchr (",([+|&\\{", end[-1]) || strchr (".&|?+{", *text) || (*text == '<' && end[-1] == '>'))
    return ARD_LINE_CONTINUED;
  return ARD_LINE_PROSE;
}
