#include "languages/preprocess.h"

#include <string.h>

#include "languages/attributes.h"
#include "languages/ctoken.h"

#define MAX_CONDITIONALS 200

/* One open #if … #endif. */
typedef struct {
  guint32 first;                 /* of its directives in Pass.directives */
  gint brace, paren;             /* depth before it */
  gint kept_brace, kept_paren;   /* depth after the branch that is kept */
  gint least_brace, least_paren; /* least depth in the current branch */
  char before, kept_last;        /* last byte of code before it; at the end of the kept branch */
  gboolean clean;                /* so far: every branch is made of whole statements */
  gboolean kept_one;             /* a branch to be kept has been met */
  gboolean keeping;              /* the current branch is it */
} Conditional;

typedef struct {
  guint32 start, end; /* of the directive */
  gboolean keeps;     /* the branch after it is kept */
} Directive;

typedef ArdCToken (*Lexer) (const char *text, guint32 size, guint32 offset);

typedef struct {
  const char *text;
  guint32 size;
  Lexer next;
  char *shown;        /* NULL until something is hidden */
  GArray *open;       /* of Conditional */
  GArray *directives; /* of Directive: those of open conditionals, outermost first */
  gint brace, paren;
  char last;                /* last byte of code; 0 at the start and after a directive that is not conditional */
  gboolean after_directive; /* the next word stands first in a branch or after #endif */
} Pass;

static void
hide (Pass *pass, guint32 start, guint32 end)
{
  if (!pass->shown) {
    pass->shown = g_malloc (pass->size + 1);
    memcpy (pass->shown, pass->text, pass->size + 1);
  }
  for (guint32 i = start; i < end; i++)
    if (pass->shown[i] != '\n' && pass->shown[i] != '\r')
      pass->shown[i] = ' ';
}

/* All between two offsets but comments. */
static void
hide_code (Pass *pass, guint32 start, guint32 end)
{
  while (start < end) {
    ArdCToken token = pass->next (pass->text, end, start);

    if (token.kind != ARD_CTOKEN_COMMENT)
      hide (pass, token.start, MIN (token.end, end));
    start = token.end;
  }
}

static Conditional *
innermost (const Pass *pass)
{
  return pass->open->len ? &g_array_index (pass->open, Conditional, pass->open->len - 1) : NULL;
}

static gboolean
ends_statement (char last)
{
  return last == 0 || last == ';' || last == '{' || last == '}' || last == ':';
}

static void
close_branch (Pass *pass, Conditional *conditional)
{
  if (pass->brace != conditional->brace || pass->paren != conditional->paren ||
      conditional->least_brace < conditional->brace || conditional->least_paren < conditional->paren ||
      !ends_statement (pass->last))
    conditional->clean = FALSE;
  if (conditional->keeping) {
    conditional->kept_brace = pass->brace;
    conditional->kept_paren = pass->paren;
    conditional->kept_last = pass->last;
  }
}

static void
open_branch (Pass *pass, Conditional *conditional, ArdCToken token, gboolean possible)
{
  conditional->keeping = possible && !conditional->kept_one;
  conditional->kept_one |= conditional->keeping;

  Directive directive = { token.start, token.end, conditional->keeping };

  g_array_append_val (pass->directives, directive);
  pass->brace = conditional->least_brace = conditional->brace;
  pass->paren = conditional->least_paren = conditional->paren;
  pass->last = conditional->before;
}

static void
open_conditional (Pass *pass, ArdCToken token, gboolean possible)
{
  Conditional conditional = {
    .first = pass->directives->len,
    .brace = pass->brace,
    .paren = pass->paren,
    .kept_brace = pass->brace,
    .kept_paren = pass->paren,
    .before = pass->last,
    .kept_last = pass->last,
    .clean = pass->paren <= 0 && ends_statement (pass->last),
  };

  g_array_append_val (pass->open, conditional);
  open_branch (pass, innermost (pass), token, possible);
}

static void
hide_conditional (Pass *pass, const Conditional *conditional, ArdCToken endif)
{
  guint32 n = pass->directives->len;

  for (guint32 i = conditional->first; i < n; i++) {
    Directive *directive = &g_array_index (pass->directives, Directive, i);
    guint32 next = i + 1 < n ? g_array_index (pass->directives, Directive, i + 1).start : endif.start;

    hide (pass, directive->start, directive->end);
    if (!directive->keeps)
      hide_code (pass, directive->end, next);
  }
  hide (pass, endif.start, endif.end);
}

/* An else after #endif belongs to an if inside. */
static gboolean
is_followed_by_else (const Pass *pass, ArdCToken token)
{
  ArdCToken next = token;

  do
    next = pass->next (pass->text, pass->size, next.end);
  while (next.kind == ARD_CTOKEN_COMMENT);
  return next.kind == ARD_CTOKEN_WORD && ard_ctoken_is (pass->text, next, "else");
}

static void
close_conditional (Pass *pass, ArdCToken token)
{
  Conditional conditional = *innermost (pass);

  g_array_set_size (pass->open, pass->open->len - 1);
  if (!conditional.clean || is_followed_by_else (pass, token))
    hide_conditional (pass, &conditional, token);
  g_array_set_size (pass->directives, conditional.first);
  pass->brace = conditional.kept_brace;
  pass->paren = conditional.kept_paren;
  pass->last = conditional.kept_last;

  Conditional *around = innermost (pass);

  if (around) {
    around->least_brace = MIN (around->least_brace, conditional.least_brace);
    around->least_paren = MIN (around->least_paren, conditional.least_paren);
  }
}

/* The word of a directive, and whether a branch after it may be the one that is kept. */
static ArdCToken
directive_word (const Pass *pass, ArdCToken token, gboolean *possible)
{
  ArdCToken word = ard_ctoken_next (pass->text, token.end, token.start + 1);
  ArdCToken condition = ard_ctoken_next (pass->text, token.end, word.end);

  *possible = !(ard_ctoken_is (pass->text, condition, "0") || ard_ctoken_is (pass->text, condition, "false") ||
                (ard_ctoken_is (pass->text, word, "ifdef") && ard_ctoken_is (pass->text, condition, "__cplusplus")));
  return word;
}

static void
read_directive (Pass *pass, ArdCToken token)
{
  gboolean possible;
  const char *text = pass->text;
  ArdCToken word = directive_word (pass, token, &possible);
  Conditional *conditional = innermost (pass);

  if (ard_ctoken_is (text, word, "if") || ard_ctoken_is (text, word, "ifdef") || ard_ctoken_is (text, word, "ifndef")) {
    open_conditional (pass, token, possible && pass->open->len < MAX_CONDITIONALS);
  } else if (conditional && (ard_ctoken_is (text, word, "else") || g_str_has_prefix (text + word.start, "elif"))) {
    close_branch (pass, conditional);
    open_branch (pass, conditional, token, possible);
  } else if (conditional && ard_ctoken_is (text, word, "endif")) {
    close_branch (pass, conditional);
    close_conditional (pass, token);
  } else if (pass->paren <= 0 && pass->last != ',') {
    pass->last = 0;
  }
  pass->after_directive = TRUE;
}

static void
read_mark (Pass *pass, char mark)
{
  Conditional *conditional = innermost (pass);

  pass->brace += (mark == '{') - (mark == '}');
  pass->paren += (mark == '(') - (mark == ')');
  if (conditional) {
    conditional->least_brace = MIN (conditional->least_brace, pass->brace);
    conditional->least_paren = MIN (conditional->least_paren, pass->paren);
  }
}

static void
read_code (Pass *pass, ArdCToken token)
{
  Conditional *conditional = innermost (pass);

  if (conditional && pass->after_directive && ard_ctoken_is (pass->text, token, "else"))
    conditional->clean = FALSE;
  if (token.kind == ARD_CTOKEN_MARK)
    read_mark (pass, pass->text[token.start]);
  pass->last = pass->text[token.end - 1];
  pass->after_directive = FALSE;
}

/* The grammar takes // behind a #define for part of the macro, but knows a block comment: it is shown one. */
static void
show_comment (Pass *pass, ArdCToken directive, ArdCToken comment)
{
  gboolean possible;
  guint32 end = comment.end - (pass->text[comment.end - 1] == '\r');

  if (pass->text[comment.start + 1] != '/' || end - comment.start < 4 || memchr (pass->text + end - 2, '\n', 2) ||
      memchr (pass->text + directive.end, '\n', comment.start - directive.end) ||
      !ard_ctoken_is (pass->text, directive_word (pass, directive, &possible), "define"))
    return;
  hide (pass, comment.start, end);
  memcpy (pass->shown + comment.start, "/*", 2);
  memcpy (pass->shown + end - 2, "*/", 2);
}

static void
read_all (Pass *pass)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Conditional));
  g_autoptr (GArray) directives = g_array_new (FALSE, FALSE, sizeof (Directive));
  ArdCToken token = { 0 };

  pass->open = open;
  pass->directives = directives;
  do {
    ArdCToken last = token;

    token = pass->next (pass->text, pass->size, token.end);
    if (token.kind == ARD_CTOKEN_COMMENT && last.kind == ARD_CTOKEN_DIRECTIVE)
      show_comment (pass, last, token);
    if (token.kind == ARD_CTOKEN_DIRECTIVE)
      read_directive (pass, token);
    else if (token.kind != ARD_CTOKEN_COMMENT && token.kind != ARD_CTOKEN_END)
      read_code (pass, token);
  } while (token.kind != ARD_CTOKEN_END);
}

char *
ard_preprocess (const char *text, gsize size)
{
  Pass pass = { .text = text, .size = (guint32) size, .next = ard_ctoken_next };

  read_all (&pass);
  ard_attributes_hide (text, pass.size, &pass.shown);
  return pass.shown;
}

char *
ard_preprocess_c_sharp (const char *text, gsize size)
{
  Pass pass = { .text = text, .size = (guint32) size, .next = ard_ctoken_next_c_sharp };

  read_all (&pass);
  return pass.shown;
}

/* Words that begin something only C++ has, when a word or a mark of this kind follows. */
static gboolean
speaks_cpp (const char *text, ArdCToken token, ArdCToken next)
{
  char follower = text[next.start];

  if (ard_ctoken_is (text, token, "template"))
    return follower == '<';
  if (ard_ctoken_is (text, token, "class") || ard_ctoken_is (text, token, "namespace") ||
      ard_ctoken_is (text, token, "using") || ard_ctoken_is (text, token, "typename") ||
      ard_ctoken_is (text, token, "constexpr"))
    return next.kind == ARD_CTOKEN_WORD;
  if (ard_ctoken_is (text, token, "public") || ard_ctoken_is (text, token, "private") ||
      ard_ctoken_is (text, token, "protected"))
    return follower == ':';
  if (token.kind == ARD_CTOKEN_WORD)
    return follower == ':' && text[next.start + 1] == ':' && next.start == token.end;
  return FALSE;
}

/* What #ifdef __cplusplus hides from C says nothing: 1 inside it. */
static guint
follow_cplusplus (const char *text, ArdCToken token, guint inside)
{
  ArdCToken word = ard_ctoken_next (text, token.end, token.start + 1);

  if (g_str_has_prefix (text + word.start, "if")) {
    g_autofree char *line = g_strndup (text + token.start, token.end - token.start);

    return inside || strstr (line, "__cplusplus") ? inside + 1 : 0;
  }
  if (ard_ctoken_is (text, word, "endif"))
    return inside ? inside - 1 : 0;
  return inside;
}

gboolean
ard_preprocess_is_cpp (const char *text, gsize size)
{
  ArdCToken token = ard_ctoken_next (text, (guint32) size, 0);
  guint inside = 0;

  while (token.kind != ARD_CTOKEN_END) {
    ArdCToken next = ard_ctoken_next (text, (guint32) size, token.end);

    if (token.kind == ARD_CTOKEN_DIRECTIVE)
      inside = follow_cplusplus (text, token, inside);
    else if (!inside && token.kind == ARD_CTOKEN_WORD && speaks_cpp (text, token, next))
      return TRUE;
    token = next;
  }
  return FALSE;
}
