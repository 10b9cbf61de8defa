#include "languages/tokens.h"

#include <string.h>

#include "languages/languages.h"

#define PLAIN 0x811c9dc5U
#define MEMBER 0x2f0b4a27U

/* What a grammar symbol's name says; the low two bits are the ArdTokenClass. */
enum {
  KIND = 3,
  STATEMENT = 1 << 2,
  LITERAL = 1 << 3, /* all inside is one string */
  HOLE = 1 << 4,    /* but not what stands in here */
  OPENS = 1 << 5,
  CLOSES = 1 << 6,
  MEMBER_NAME = 1 << 7, /* the first leaf is the name of a member or argument, not a variable's */
};

/* A shorter list of literals or declarations is part of the code around it. */
#define LIST_TOKENS 60

/* Spans that are exempt, lists that are when they prove long, and functions inside such spans, that are not. */
typedef enum { EXEMPT, LIST, CODE } RegionKind;

typedef struct {
  guint32 end;
  RegionKind kind;
  guint32 first; /* token */
  guint kept;    /* ranges kept before it opened */
} Region;

typedef struct {
  guint32 first, end; /* tokens */
} Range;

struct ArdTokens {
  GHashTable *symbols; /* TSLanguage → guint8 by symbol */
  GArray *regions;     /* of Region, open ones, outermost first */
  GArray *kept;        /* of Range, in order, since the outermost region opened */

  const ArdSource *source;
  GArray *out;
  const guint8 *kinds;
  guint8 kind;                        /* of the leaf */
  guint32 literal_start, literal_end; /* of the string that is open */
  guint32 member_start;               /* of the leaf that is a member's name */
  guint32 last_end;                   /* of the last token */
  guint32 last_line;
  guint depth;
  gboolean lines_only, statement; /* not all statements are known: lines stand for them; the next token is a first */
};

ArdTokens *
ard_tokens_new (void)
{
  ArdTokens *self = g_new0 (ArdTokens, 1);

  self->symbols = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->regions = g_array_new (FALSE, FALSE, sizeof (Region));
  self->kept = g_array_new (FALSE, FALSE, sizeof (Range));
  return self;
}

void
ard_tokens_free (ArdTokens *tokens)
{
  if (!tokens)
    return;
  g_hash_table_unref (tokens->symbols);
  g_array_unref (tokens->regions);
  g_array_unref (tokens->kept);
  g_free (tokens);
}

static gboolean
has_any (const char *name, const char *const *words, guint n)
{
  while (n > 0 && !strstr (name, words[n - 1]))
    n--;
  return n > 0;
}

static gboolean
is_any (const char *name, const char *const *words, guint n)
{
  while (n > 0 && !g_str_equal (name, words[n - 1]))
    n--;
  return n > 0;
}

static ArdTokenClass
class_of (const char *name)
{
  static const char *const strings[] = { "string",     "str_text", "raw_str", "str_escaped",         "escape_sequence",
                                         "heredoc",    "jsx_text", "regex",   "character_reference", "uninterpreted",
                                         "preproc_arg" };
  static const char *const names[] = { "identifier", "variable", "symbol", "label" };
  static const char *const bare_names[] = { "name", "constant", "word", "iota", "implicit_parameter" };
  static const char *const numbers[] = { "literal", "integer", "float", "number", "character" };
  static const char *const bare_numbers[] = { "true", "false", "null", "nil", "none", "undefined", "boolean" };

  if (g_str_has_suffix (name, "_type") || g_str_has_suffix (name, "_modifier") ||
      g_str_equal (name, "operator_identifier"))
    return g_str_has_suffix (name, "_type") && strstr (name, "identifier") ? ARD_TOKEN_NAME : ARD_TOKEN_WORD;
  if (has_any (name, strings, G_N_ELEMENTS (strings)) || g_str_equal (name, "text"))
    return ARD_TOKEN_STRING;
  if (has_any (name, names, G_N_ELEMENTS (names)) || is_any (name, bare_names, G_N_ELEMENTS (bare_names)))
    return ARD_TOKEN_NAME;
  if (has_any (name, numbers, G_N_ELEMENTS (numbers)) || is_any (name, bare_numbers, G_N_ELEMENTS (bare_numbers)))
    return ARD_TOKEN_NUMBER;
  return ARD_TOKEN_WORD;
}

static gboolean
is_statement (const char *name)
{
  static const char *const ends[] = { "_statement", "_definition", "_item",        "declaration",
                                      "_clause",    "_case",       "switch_label", "match_arm" };
  static const char *const parts[] = { "parameter", "in_clause", "if_clause" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      return !has_any (name, parts, G_N_ELEMENTS (parts)) || g_str_has_prefix (name, "elif");
  return FALSE;
}

static guint8
read_named (const char *name)
{
  static const char *const literals[] = { "string", "regex", "char_literal", "character_literal", "rune_literal" };
  static const char *const holes[] = { "interpolation", "substitution", "expansion", "interpolated_expression" };
  static const char *const members[] = { "property_identifier", "field_identifier", "keyword_argument" };
  guint8 kind = (guint8) class_of (name);

  if (has_any (name, literals, G_N_ELEMENTS (literals)))
    kind |= LITERAL;
  if (has_any (name, holes, G_N_ELEMENTS (holes)))
    kind |= HOLE;
  if (is_any (name, members, G_N_ELEMENTS (members)))
    kind |= MEMBER_NAME;
  if (is_statement (name))
    kind |= STATEMENT;
  return kind;
}

static guint8
read_sign (const char *name)
{
  gsize size = strlen (name);

  if (size == 0)
    return ARD_TOKEN_WORD;
  if (strchr (")]}", name[0]))
    return ARD_TOKEN_WORD | CLOSES;
  return strchr ("([{", name[size - 1]) ? ARD_TOKEN_WORD | OPENS : ARD_TOKEN_WORD;
}

/* The last element tells whether a call that stands alone is a statement of its own. */
static guint8 *
read_symbols (const TSLanguage *language)
{
  guint32 n = ts_language_symbol_count (language);
  guint8 *kinds = g_new0 (guint8, n + 1);

  for (guint32 i = 0; i < n; i++) {
    const char *name = ts_language_symbol_name (language, (TSSymbol) i);
    gboolean named = ts_language_symbol_type (language, (TSSymbol) i) == TSSymbolTypeRegular;

    kinds[i] = !name ? 0 : named ? read_named (name) : read_sign (name);
    kinds[n] |= name && g_str_equal (name, "expression_statement");
  }
  return kinds;
}

void
ard_tokens_begin (ArdTokens *tokens, const TSLanguage *language, const ArdSource *source, ArdFacts *facts)
{
  guint8 *kinds = g_hash_table_lookup (tokens->symbols, language);

  if (!kinds) {
    kinds = read_symbols (language);
    g_hash_table_insert (tokens->symbols, (gpointer) language, kinds);
  }
  g_array_set_size (tokens->regions, 0);
  g_array_set_size (tokens->kept, 0);
  tokens->source = source;
  tokens->out = facts->tokens;
  tokens->kinds = kinds;
  tokens->lines_only = !kinds[ts_language_symbol_count (language)];
  tokens->kind = 0;
  tokens->literal_start = tokens->literal_end = tokens->last_end = tokens->last_line = tokens->depth = 0;
  tokens->member_start = G_MAXUINT32;
  tokens->statement = TRUE;
}

/* The tokens of a long list, those of functions in it left out. */
static void
exempt_list (ArdTokens *self, const Region *region)
{
  guint next = region->kept;
  gboolean is_long = self->out->len - region->first >= LIST_TOKENS;

  for (guint32 i = region->first; is_long && i < self->out->len; i++) {
    const Range *range = next < self->kept->len ? &g_array_index (self->kept, Range, next) : NULL;

    if (range && i == range->first) {
      i = range->end - 1;
      next++;
    } else {
      g_array_index (self->out, ArdToken, i).flags |= ARD_TOKEN_EXEMPT;
    }
  }
}

static void
keep_range (ArdTokens *self, const Region *region)
{
  Range range = { region->first, self->out->len };

  g_array_set_size (self->kept, region->kept);
  if (range.first < range.end)
    g_array_append_val (self->kept, range);
}

/* A list right inside another is exempt with that one: each token is looked at once, however deep they nest. */
static void
close_regions (ArdTokens *self, guint32 start)
{
  GArray *open = self->regions;

  while (open->len && g_array_index (open, Region, open->len - 1).end <= start) {
    Region region = g_array_index (open, Region, open->len - 1);
    gboolean inner = open->len > 1 && g_array_index (open, Region, open->len - 2).kind == LIST;

    g_array_set_size (open, open->len - 1);
    if (region.kind == LIST && !inner)
      exempt_list (self, &region);
    else if (region.kind == CODE)
      keep_range (self, &region);
    if (open->len == 0)
      g_array_set_size (self->kept, 0);
  }
}

static void
open_region (ArdTokens *self, guint32 end, const ArdMark *mark)
{
  gboolean list = mark->bits & ARD_MARK_TABLE || mark->facts & ARD_FACT_DECLARATIONS;
  gboolean exempt = (mark->facts & (ARD_FACT_IMPORT | ARD_FACT_PACKAGE)) != 0;
  gboolean code = (mark->bits & (ARD_MARK_FUNCTION | ARD_MARK_LAMBDA)) != 0;
  Region region = { end, exempt ? EXEMPT : list ? LIST : CODE, self->out->len, self->kept->len };

  if (exempt || list || (code && self->regions->len))
    g_array_append_val (self->regions, region);
}

void
ard_tokens_end (ArdTokens *tokens)
{
  close_regions (tokens, G_MAXUINT32);
}

void
ard_tokens_enter (ArdTokens *tokens, TSSymbol symbol, guint32 start, guint32 end, const ArdMark *mark)
{
  guint8 kind = symbol == (TSSymbol) -1 ? 0 : tokens->kinds[symbol];

  close_regions (tokens, start);
  if (mark)
    open_region (tokens, end, mark);
  if (kind & STATEMENT)
    tokens->statement = TRUE;
  if (kind & MEMBER_NAME)
    tokens->member_start = start;
  if (kind & HOLE) {
    tokens->literal_end = start;
  } else if (kind & LITERAL && tokens->literal_end <= start) {
    tokens->literal_start = start;
    tokens->literal_end = end;
  }
  tokens->kind = kind;
}

static guint32
hash (guint32 value, const char *text, guint32 size)
{
  for (guint32 i = 0; i < size; i++)
    value = (value ^ (guchar) text[i]) * 0x01000193U;
  return value;
}

static guint32
finish (guint32 value)
{
  value = (value ^ value >> 16) * 0x7feb352dU;
  return value ^ value >> 15;
}

/* A name behind ".", "->" or "::" is not the variable of that name. */
static gboolean
is_member (const char *text, guint32 start)
{
  if (start == 0)
    return FALSE;
  return text[start - 1] == '.' || (start > 1 && ((text[start - 1] == '>' && text[start - 2] == '-') ||
                                                  (text[start - 1] == ':' && text[start - 2] == ':')));
}

static void
add (ArdTokens *self, guint8 kind, guint32 start, guint32 end, guint32 line)
{
  GArray *regions = self->regions;
  gboolean exempt = regions->len && g_array_index (regions, Region, regions->len - 1).kind == EXEMPT;
  gboolean first = self->statement || (self->lines_only && line != self->last_line);
  gboolean brace = end - start == 1 && strchr ("{}", self->source->text[start]);
  guint flags = (first ? ARD_TOKEN_STATEMENT : 0) | (exempt ? ARD_TOKEN_EXEMPT : 0) | (brace ? ARD_TOKEN_BRACE : 0);

  if (kind & CLOSES && self->depth > 0)
    self->depth--;

  gboolean member = start == self->member_start || is_member (self->source->text, start);
  guint32 seed = (kind & KIND) == ARD_TOKEN_NAME && member ? MEMBER : PLAIN;
  ArdToken token = { finish (hash (seed, self->source->text + start, end - start)), line + 1, kind & KIND,
                     (guint8) flags, (guint16) MIN (self->depth, G_MAXUINT16) };

  if (kind & OPENS)
    self->depth++;
  g_array_append_val (self->out, token);
  self->statement = FALSE;
  self->last_end = end;
  self->last_line = line;
}

ArdTokenClass
ard_tokens_class (const ArdTokens *tokens, guint32 start)
{
  return start < tokens->literal_end ? ARD_TOKEN_STRING : (ArdTokenClass) (tokens->kind & KIND);
}

void
ard_tokens_leaf (ArdTokens *tokens, guint32 start, guint32 end, guint32 line)
{
  ArdToken *last = tokens->out->len ? &g_array_index (tokens->out, ArdToken, tokens->out->len - 1) : NULL;

  if (start >= tokens->literal_end) {
    add (tokens, tokens->kind, start, end, line);
  } else if (last && last->kind == ARD_TOKEN_STRING && tokens->last_end > tokens->literal_start) {
    last->text = finish (hash (last->text, tokens->source->text + tokens->last_end, end - tokens->last_end));
    tokens->last_end = end;
  } else {
    add (tokens, ARD_TOKEN_STRING, start, end, line);
  }
}

/* The end of the token at start; start < end. */
static guint32
cut (const char *text, guint32 start, guint32 end, guint8 *kind)
{
  guint32 i = start + 1;
  char first = text[start];

  *kind = g_ascii_isdigit (first) ? ARD_TOKEN_NUMBER : ARD_TOKEN_NAME;
  if (g_ascii_isalnum (first) || first == '_' || first & 0x80) {
    while (i < end && (g_ascii_isalnum (text[i]) || text[i] == '_' || text[i] & 0x80))
      i++;
    return i;
  }
  *kind = strchr ("([{", first) ? OPENS : strchr (")]}", first) ? CLOSES : ARD_TOKEN_WORD;
  if (first != '"' && first != '\'')
    return i;
  *kind = ARD_TOKEN_STRING;
  while (i < end && text[i] != first && text[i] != '\n')
    i += text[i] == '\\' ? 2 : 1;
  return MIN (i + 1, end);
}

void
ard_tokens_gap (ArdTokens *tokens, guint32 start, guint32 end, guint32 line)
{
  const char *text = tokens->source->text;
  guint8 kind;

  for (guint32 i = start, next; i < end; i = next) {
    next = i + 1;
    if (text[i] == '\n')
      line++;
    if (g_ascii_isspace (text[i]))
      continue;
    next = cut (text, i, end, &kind);
    add (tokens, kind, i, next, line);
  }
}

guint32
ard_token_text (const char *text, gsize size, gboolean member)
{
  return finish (hash (member ? MEMBER : PLAIN, text, (guint32) size));
}
