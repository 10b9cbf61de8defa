#include "languages/attributes.h"

#include <string.h>

#include "languages/ctoken.h"

#define MIN_CAPITALS 3
#define MAX_SUFFIX 64

typedef enum { OTHER, NAME, CAPITALS, TYPE, TAG, QUALIFIER, KEYWORD } Kind;

typedef struct {
  const char *text;
  GArray *tokens; /* of ArdCToken, comments left out */
  GArray *kept;   /* of guint32: those before the current one that are not hidden */
  gint brace;
} Pass;

static const struct {
  Kind kind;
  const char *words; /* each between blanks */
} kinds[] = {
  { TYPE, " void char short int long float double signed unsigned bool _Bool auto " },
  { TAG, " struct union enum class " },
  { QUALIFIER,
    " static extern inline const volatile restrict register typedef constexpr virtual friend explicit mutable "
    "__inline __inline__ __restrict " },
  { KEYWORD, " if else for while do switch case default break continue return goto sizeof typeof public private "
             "protected template typename using namespace operator new delete throw try catch and or not xor bitand "
             "bitor compl and_eq or_eq xor_eq not_eq final override noexcept requires concept co_await co_return "
             "co_yield asm __asm__ __attribute__ " },
};

static Kind
kind_of_name (const char *text, ArdCToken token)
{
  guint32 length = token.end - token.start;
  gboolean capitals = length >= MIN_CAPITALS;
  char word[24];

  for (guint32 i = token.start; capitals && i < token.end; i++)
    capitals = g_ascii_isupper (text[i]) || text[i] == '_' || (g_ascii_isdigit (text[i]) && i > token.start);
  if (capitals)
    return CAPITALS;
  if (g_ascii_isdigit (text[token.start]))
    return OTHER;
  if (length + 3 > sizeof word)
    return NAME;
  g_snprintf (word, sizeof word, " %.*s ", (int) length, text + token.start);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (kinds[i].words, word))
      return kinds[i].kind;
  return NAME;
}

static Kind
kind (const Pass *pass, guint32 i)
{
  if (i >= pass->tokens->len)
    return OTHER;

  ArdCToken token = g_array_index (pass->tokens, ArdCToken, i);

  return token.kind == ARD_CTOKEN_WORD ? kind_of_name (pass->text, token) : OTHER;
}

static char
mark (const Pass *pass, guint32 i)
{
  if (i >= pass->tokens->len)
    return 0;

  ArdCToken token = g_array_index (pass->tokens, ArdCToken, i);

  return token.kind == ARD_CTOKEN_MARK ? pass->text[token.start] : 0;
}

static gboolean
is_name (Kind kind)
{
  return kind == NAME || kind == CAPITALS;
}

/* The token that is back places before the current one. */
static guint32
before (const Pass *pass, guint back)
{
  return pass->kept->len >= back ? g_array_index (pass->kept, guint32, pass->kept->len - back) : G_MAXUINT32;
}

static gboolean
ends_declarator (char c)
{
  return c == ',' || c == ')' || c == ';' || c == '=';
}

/* API int f, NORETURN static void f, API type *f: what follows has a type of its own. */
static gboolean
precedes_type (const Pass *pass, guint32 i)
{
  Kind next = kind (pass, ++i);

  if (kind (pass, before (pass, 1)) == TAG || is_name (kind (pass, before (pass, 1))))
    return FALSE;
  while (next == QUALIFIER)
    next = kind (pass, ++i);
  if (next == TYPE || next == TAG)
    return TRUE;
  if (!is_name (next))
    return FALSE;
  do
    i++;
  while (mark (pass, i) == '*' || mark (pass, i) == '&');
  next = kind (pass, i);
  if (next == CAPITALS && ends_declarator (mark (pass, i + 1)))
    return FALSE;
  return is_name (next) || next == TYPE;
}

/* int CALLBACK f, void *CALLBACK f, struct PACKED tag {: a name follows, a type or its first word is there.
 * enum KIND kind : 3 is a bit-field. */
static gboolean
precedes_name (const Pass *pass, guint32 i)
{
  guint32 last = before (pass, 1);

  if (!is_name (kind (pass, i + 1)))
    return FALSE;
  if (kind (pass, last) == TAG)
    return mark (pass, i + 2) == '{' || kind (pass, i + 2) == KEYWORD ||
           (mark (pass, i + 2) == ':' && pass->text[g_array_index (pass->tokens, ArdCToken, last).start] != 'e');
  return kind (pass, last) == TYPE || mark (pass, last) == '*' ||
         (is_name (kind (pass, last)) && kind (pass, before (pass, 2)) == TAG);
}

/* CONSTEXPR Type (int a) : member (a) {: what has initialisers is a constructor, which has no type. */
static gboolean
precedes_constructor (const Pass *pass, guint32 i)
{
  guint32 at = i + 2, last = before (pass, 1);
  gint paren = 0;

  if (kind (pass, i + 1) != NAME || mark (pass, at) != '(' ||
      (kind (pass, last) != QUALIFIER && (!mark (pass, last) || !strchr (";{}:>", mark (pass, last)))))
    return FALSE;
  for (; at - i < MAX_SUFFIX && (paren > 0 || at == i + 2); at++)
    paren += (mark (pass, at) == '(') - (mark (pass, at) == ')');
  if (kind (pass, at) == KEYWORD)
    at++;
  return paren == 0 && mark (pass, at) == ':' && is_name (kind (pass, at + 1)) && mark (pass, at + 2) &&
         strchr ("({<", mark (pass, at + 2));
}

/* int a UNUSED, char *argv[] UNUSED: the declarator has its name. */
static gboolean
follows_name (const Pass *pass, guint32 i)
{
  guint32 last = before (pass, 1), type = before (pass, 2);

  if (!ends_declarator (mark (pass, i + 1)))
    return FALSE;
  if (mark (pass, last) == ']')
    return TRUE;
  if (!is_name (kind (pass, last)))
    return FALSE;
  if (kind (pass, type) == QUALIFIER)
    return mark (pass, before (pass, 3)) == '*';
  return kind (pass, type) == TYPE || is_name (kind (pass, type)) ||
         (mark (pass, type) && strchr ("*&>", mark (pass, type)));
}

/*
 * int f (int a) UNUSED; at file level: how many tokens from i are macros one after
 * another before the end. With arguments only before a semicolon: TEST (a) { begins a function.
 */
static guint32
count_suffix (const Pass *pass, guint32 i)
{
  guint32 n = 0;
  gint paren = 0;
  gboolean arguments = FALSE;

  if (pass->brace != 0 || mark (pass, before (pass, 1)) != ')')
    return 0;
  for (; n < MAX_SUFFIX && (paren > 0 || kind (pass, i + n) == CAPITALS || mark (pass, i + n) == '('); n++) {
    char c = mark (pass, i + n);

    paren += (c == '(') - (c == ')');
    arguments |= c == '(';
  }
  if (paren != 0)
    return 0;
  return mark (pass, i + n) == ';' || (mark (pass, i + n) == '{' && !arguments) ? n : 0;
}

static void
hide (const char *text, guint32 size, ArdCToken token, char **shown)
{
  if (!*shown) {
    *shown = g_malloc (size + 1);
    memcpy (*shown, text, size + 1);
  }
  for (guint32 i = token.start; i < token.end; i++)
    if (text[i] != '\n' && text[i] != '\r')
      (*shown)[i] = ' ';
}

/* How many tokens a macro with arguments has at i; 0 when there is none. */
static guint32
count_invocation (const Pass *pass, guint32 i)
{
  gint paren = 0;
  guint32 n = 1;

  if (mark (pass, i + 1) != '(')
    return 0;
  do {
    paren += (mark (pass, i + n) == '(') - (mark (pass, i + n) == ')');
    n++;
  } while (paren > 0 && n < MAX_SUFFIX);
  return paren > 0 ? 0 : n;
}

/* ALLOC_SIZE (1) void *f and int DEPRECATED (8) f () at file level, and ENUMERATOR DEPRECATED (8, "") = 1. */
static guint32
count_with_arguments (const Pass *pass, guint32 i)
{
  guint32 n = count_invocation (pass, i), last = before (pass, 1);
  Kind next = kind (pass, i + n);
  char around = mark (pass, before (pass, 2)), end = mark (pass, i + n);

  if (n && pass->brace == 0 && (next == TYPE || next == TAG || next == QUALIFIER))
    return kind (pass, last) == QUALIFIER || mark (pass, last) == 0 || strchr (";})", mark (pass, last)) ? n : 0;
  if (n && pass->brace == 0 && is_name (next) && mark (pass, i + n + 1) == '(' &&
      (kind (pass, last) == TYPE || kind (pass, last) == NAME || mark (pass, last) == '*'))
    return n;
  if (n && kind (pass, last) == CAPITALS && (around == ',' || around == '{'))
    return end == ',' || end == '}' || end == '=' ? n : 0;
  return 0;
}

/* How many tokens from i are an attribute. */
static guint32
count_attribute (const Pass *pass, guint32 i)
{
  guint32 n;

  if (kind (pass, i) != CAPITALS)
    return 0;
  if (precedes_type (pass, i) || precedes_name (pass, i) || follows_name (pass, i) || precedes_constructor (pass, i))
    return 1;
  n = count_suffix (pass, i);
  return n ? n : count_with_arguments (pass, i);
}

void
ard_attributes_hide (const char *text, guint32 size, char **shown)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ArdCToken));
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  Pass pass = { *shown ? *shown : text, tokens, kept, 0 };

  for (ArdCToken token = { 0 }; token = ard_ctoken_next (pass.text, size, token.end), token.kind != ARD_CTOKEN_END;)
    if (token.kind != ARD_CTOKEN_COMMENT)
      g_array_append_val (tokens, token);
  for (guint32 i = 0; i < tokens->len;) {
    for (guint32 end = i + count_attribute (&pass, i); i < end; i++)
      hide (text, size, g_array_index (tokens, ArdCToken, i), shown);
    pass.text = *shown ? *shown : text;
    if (i >= tokens->len)
      break;
    pass.brace += (mark (&pass, i) == '{') - (mark (&pass, i) == '}');
    g_array_append_val (kept, i);
    i++;
  }
}
