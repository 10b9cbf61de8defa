#include "languages/veil.h"

#include <string.h>

#include "languages/lonemacros.h"
#include "languages/preprocess.h"

/* Bytes looked at before and behind a word, so that a hostile text stays linear. */
#define REACH 400

typedef struct {
  const char *text;
  gsize size;
  char *shown; /* NULL until something is hidden */
} Veil;

static void
put (Veil *veil, gsize offset, char c)
{
  if (!veil->shown)
    veil->shown = g_memdup2 (veil->text, veil->size + 1);
  veil->shown[offset] = c;
}

static void
hide (Veil *veil, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (veil->text[i] != '\n')
      put (veil, i, ' ');
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || (guchar) c >= 0x80;
}

static gsize
word_end (const Veil *veil, gsize start)
{
  while (start < veil->size && is_word_byte (veil->text[start]))
    start++;
  return start;
}

static gboolean
is_word (const Veil *veil, gsize start, gsize end, const char *word)
{
  return end - start == strlen (word) && memcmp (veil->text + start, word, end - start) == 0;
}

static gboolean
is_one_of (const Veil *veil, gsize start, gsize end, const char *const *words)
{
  for (; *words; words++)
    if (is_word (veil, start, end, *words))
      return TRUE;
  return FALSE;
}

/* The first byte at or after offset that is no space; line ends are. */
static gsize
skip_space (const Veil *veil, gsize offset)
{
  gsize last = MIN (veil->size, offset + REACH);

  while (offset < last && g_ascii_isspace (veil->text[offset]))
    offset++;
  return offset;
}

/* The last byte before offset that is no space, NUL when there is none near; *place receives its offset. */
static char
byte_before (const Veil *veil, gsize offset, gsize *place)
{
  gsize first = offset > REACH ? offset - REACH : 0;

  while (offset > first && g_ascii_isspace (veil->text[offset - 1]))
    offset--;
  *place = offset ? offset - 1 : 0;
  return offset > first ? veil->text[offset - 1] : '\0';
}

/* Span of the word before offset; FALSE when something else stands there. */
static gboolean
word_before (const Veil *veil, gsize offset, gsize *start, gsize *end)
{
  gsize place;

  if (!is_word_byte (byte_before (veil, offset, &place)))
    return FALSE;
  *end = *start = place + 1;
  while (*start > 0 && *end - *start < REACH && is_word_byte (veil->text[*start - 1]))
    (*start)--;
  return TRUE;
}

/* Behind the bracket that closes the one at open; open when none does near. */
static gsize
bracket_end (const Veil *veil, gsize open)
{
  gsize last = MIN (veil->size, open + REACH), depth = 0;

  for (gsize i = open; i < last; i++) {
    depth += veil->text[i] == '(';
    if (veil->text[i] == ')' && --depth == 0)
      return i + 1;
  }
  return open;
}

/* ---- Swift ---- */

/* #if and its kind enclose whole statements in Swift: the branches can stay, all of them. */
static void
hide_directive (Veil *veil, gsize start)
{
  static const char *const directives[] = { "if", "elseif", "else", "endif", NULL };
  gsize first = start;

  while (first > 0 && (veil->text[first - 1] == ' ' || veil->text[first - 1] == '\t'))
    first--;
  if ((first > 0 && veil->text[first - 1] != '\n') ||
      !is_one_of (veil, start + 1, word_end (veil, start + 1), directives))
    return;

  gsize length = strcspn (veil->text + start, "\n");
  const char *comment = g_strstr_len (veil->text + start, (gssize) length, "//");

  hide (veil, start, comment ? (gsize) (comment - veil->text) : start + length);
}

/* `catch A.x, A.y {`: all patterns but the first. */
static void
hide_patterns (Veil *veil, gsize offset)
{
  gsize comma = 0, last = MIN (veil->size, offset + REACH), depth = 0;

  for (gsize i = offset; i < last && veil->text[i] != '{'; i++) {
    depth += veil->text[i] == '(';
    depth -= veil->text[i] == ')' && depth > 0;
    if (veil->text[i] == ',' && depth == 0 && !comma)
      comma = i;
    if (comma && i + 1 < last && veil->text[i + 1] == '{')
      hide (veil, comma, i + 1);
  }
}

static void
look_at_swift_word (Veil *veil, gsize start, gsize end)
{
  static const char *const ownership[] = { "sending", "isolated", "__owned", "__shared", NULL };
  static const char *const told[] = { "error", "warning", NULL };
  gsize place, next = skip_space (veil, end);
  char before = byte_before (veil, start, &place);

  if (is_word (veil, start, end, "throws") && veil->text[end] == '(')
    hide (veil, end, bracket_end (veil, end));
  else if (is_word (veil, start, end, "nonisolated") && veil->text[end] == '(')
    hide (veil, end, bracket_end (veil, end));
  else if (is_word (veil, start, end, "in") && is_word (veil, next, word_end (veil, next), "try") && before != '{')
    hide (veil, next, next + 3);
  else if (is_word (veil, start, end, "do") && is_word (veil, next, word_end (veil, next), "throws"))
    hide (veil, next, bracket_end (veil, word_end (veil, next)));
  else if (is_one_of (veil, start, end, ownership) && before == ':' &&
           (is_word_byte (veil->text[next]) || veil->text[next] == '@'))
    hide (veil, start, end);
  else if (is_word (veil, start, end, "catch"))
    hide_patterns (veil, end);
  else if (before == '@' && place + 1 == start && g_str_has_prefix (veil->text + end, "()"))
    hide (veil, end, end + 2);
  else if (is_word (veil, start, end, "_sourceLocation") && before == '#')
    hide (veil, start - 1, start + 1);
  else if (is_one_of (veil, start, end, told) && before == '#' && veil->text[end] == '(')
    hide (veil, place, bracket_end (veil, end));
  else if (is_word (veil, start, end, "consume") && strchr ("=(,", before) && is_word_byte (veil->text[next]))
    hide (veil, start, end);
}

static void
look_at_swift (Veil *veil, gsize start, gsize end)
{
  if (veil->text[start] == '#')
    hide_directive (veil, start);
  else if (is_word_byte (veil->text[start]))
    look_at_swift_word (veil, start, end);
}

/* ---- Kotlin ---- */

static const char *const modifiers[] = { "public", "private", "internal", "protected", "actual", "expect", NULL };

/* `internal actual constructor (`: the grammar reads one modifier, and on a line of its own only a visibility. */
static void
hide_modifiers (Veil *veil, gsize constructor)
{
  gsize start, end, at = constructor;

  while (word_before (veil, at, &start, &end) && is_one_of (veil, start, end, modifiers)) {
    if (is_word (veil, start, end, "actual") || is_word (veil, start, end, "expect"))
      hide (veil, start, end);
    at = start;
  }
}

/* Words that are modifiers before a declaration and plain names where one of these follows. */
static gboolean
is_plain_name (const Veil *veil, gsize start, gsize end)
{
  static const char *const called[] = { "abstract", "actual",   "external", "final",   "infix",
                                        "inline",   "internal", "lateinit", "open",    "override",
                                        "private",  "sealed",   "suspend",  "tailrec", NULL };
  static const char *const stored[] = { "by", "dynamic", "get", "set", "where", NULL };
  gsize place, next = skip_space (veil, end);
  char c = veil->text[next];
  gboolean uses = c == '.' || (c == '=' && veil->text[next + 1] != '=');

  if (byte_before (veil, start, &place) == '.')
    return FALSE;
  if (is_one_of (veil, start, end, stored))
    return uses;
  return is_one_of (veil, start, end, called) && (uses || (c == '(' && next == end) || c == ',' || c == ')');
}

static void
look_at_kotlin (Veil *veil, gsize start, gsize end)
{
  gsize next = skip_space (veil, end);

  if (veil->text[start] == '[' && veil->text[start + 1] == ']') {
    gsize place;

    /* = [] of an annotation's parameter */
    if (byte_before (veil, start, &place) == '=') {
      put (veil, start, '0');
      put (veil, start + 1, ' ');
    }
  } else if (veil->text[start] == ',' && veil->text[next] == ']') {
    hide (veil, start, end);
  } else if (!is_word_byte (veil->text[start])) {
    return;
  } else if (is_word (veil, start, end, "constructor")) {
    hide_modifiers (veil, start);
  } else if (is_plain_name (veil, start, end)) {
    put (veil, start, '_');
  } else if ((is_word (veil, start, end, "get") || is_word (veil, start, end, "set")) &&
             (g_str_has_prefix (veil->text + end, "(\"") || g_str_has_prefix (veil->text + end, "<"))) {
    put (veil, start, '_'); /* a call, no accessor of the property above */
  }
}

/* ---- Scala ---- */

/* The comma behind the last of a list. */
static void
look_at_scala (Veil *veil, gsize start, gsize end)
{
  if (veil->text[start] == ',' && strchr (")]}", veil->text[skip_space (veil, end)]) &&
      veil->text[skip_space (veil, end)])
    hide (veil, start, end);
}

/* ---- Bash ---- */

/* `${text//</x}`: what is replaced reads like a redirection to the grammar. */
static gboolean
is_replaced (const Veil *veil, gsize offset)
{
  gsize first = offset > REACH ? offset - REACH : 0, at = offset;

  while (at > first && veil->text[at - 1] == '/')
    at--;
  if (at == offset)
    return FALSE;
  while (at > first && (is_word_byte (veil->text[at - 1]) || strchr ("[]@*", veil->text[at - 1])))
    at--;
  return at >= first + 2 && veil->text[at - 1] == '{' && veil->text[at - 2] == '$';
}

/*
 * `@test "name" {` of bats is a function that bats names so: `     "nam()  {`.
 * The queries find the name by its quotes.
 */
static void
show_test (Veil *veil, gsize start, gsize end)
{
  gsize name, line_end, last;
  char quote;

  if (!is_word (veil, start, end, "test") || start == 0 || veil->text[start - 1] != '@')
    return;
  name = end + strspn (veil->text + end, " \t");
  quote = veil->text[name];
  line_end = name + strcspn (veil->text + name, "\n");
  if (name == end || (quote != '"' && quote != '\'') || line_end - name > REACH)
    return;
  for (last = line_end; last > name && g_ascii_isspace (veil->text[last - 1]);)
    last--;
  if (last == name || veil->text[last - 1] != '{')
    return;
  for (last--; last > name && g_ascii_isspace (veil->text[last - 1]);)
    last--;
  if (last < name + 4 || veil->text[last - 1] != quote)
    return;
  hide (veil, start - 1, name);
  for (gsize i = name; i < last - 2; i++)
    put (veil, i, 'x');
  put (veil, last - 2, '(');
  put (veil, last - 1, ')');
}

static void
look_at_bash (Veil *veil, gsize start, gsize end)
{
  if ((veil->text[start] == '<' || veil->text[start] == '>') && is_replaced (veil, start))
    put (veil, start, 'x');
  else
    show_test (veil, start, end);
}

/* ---- all ---- */

static const struct {
  const char *language;
  void (*look) (Veil *veil, gsize start, gsize end); /* at every word and every other byte that is no space */
} rows[] = {
  { "Bash", look_at_bash },
  { "Kotlin", look_at_kotlin },
  { "Scala", look_at_scala },
  { "Swift", look_at_swift },
};

static char *
look_through (void (*look) (Veil *veil, gsize start, gsize end), const char *text, gsize size)
{
  Veil veil = { text, size, NULL };

  for (gsize i = 0; i < size;) {
    gsize end = is_word_byte (text[i]) ? word_end (&veil, i) : i + 1;

    if (!g_ascii_isspace (text[i]))
      look (&veil, i, end);
    i = end;
  }
  return veil.shown;
}

static char *
show_c (const char *text, gsize size)
{
  g_autofree char *chosen = ard_preprocess (text, size);
  char *shown = ard_lone_macros_hide (chosen ? chosen : text, size);

  return shown ? shown : g_steal_pointer (&chosen);
}

char *
ard_veil (const char *language, const char *text, gsize size)
{
  if (g_str_equal (language, "C") || g_str_equal (language, "C++"))
    return show_c (text, size);
  if (g_str_equal (language, "C#"))
    return ard_preprocess_c_sharp (text, size);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].language, language))
      return look_through (rows[i].look, text, size);
  return NULL;
}
