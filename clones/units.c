#include "clones/units.h"

#include <math.h>
#include <string.h>

#include "clones/order.h"

/* A statement of more tokens is cut at the next sign that is not deep inside. */
#define LONG 16
/* What is shorter says nothing: an `else {`, a lone sign. */
#define SHORT 2
/* So many exempt tokens in a row are a wall. */
#define WALL 40
/* What one token tells at most. */
#define TEXT_TOKEN_BITS 2.0
#define SHAPE_TOKEN_BITS 0.8
/* Names told apart in one unit or two. */
#define NAMES 64

guint
ard_clones_family (const char *language)
{
  static const char *const families[][6] = {
    { "C", "C++", NULL },
    { "JavaScript", "TypeScript", "TSX", "Vue", "Svelte", "HTML" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; j < G_N_ELEMENTS (families[i]) && families[i][j]; j++)
      if (g_str_equal (language, families[i][j]))
        return i + 1;
  return g_str_hash (language) | 1U << 31;
}

/* Names in the order in which they appear. */
typedef struct {
  guint32 names[NAMES];
  guint n;
  guint64 hash;
} Shape;

static void
add_token (Shape *shape, const ArdToken *token)
{
  guint i = 0;

  switch ((ArdTokenClass) token->kind) {
  case ARD_TOKEN_WORD:
    shape->hash = ard_clones_mix (shape->hash, (guint64) token->text << 8);
    break;
  case ARD_TOKEN_NAME:
    while (i < shape->n && shape->names[i] != token->text)
      i++;
    if (i == shape->n && i < NAMES)
      shape->names[shape->n++] = token->text;
    shape->hash = ard_clones_mix (shape->hash, i + 16);
    break;
  case ARD_TOKEN_NUMBER:
  case ARD_TOKEN_STRING:
    shape->hash = ard_clones_mix (shape->hash, token->kind);
  }
}

guint64
ard_units_pair_shape (const ArdUnitTable *table, const ArdUnit *first, const ArdUnit *second, guint64 salt)
{
  Shape shape;

  shape.n = 0;
  shape.hash = ard_clones_mix (salt, first->shape);
  for (guint32 i = 0; i < first->n; i++)
    add_token (&shape, &table->tokens[first->first + i]);
  for (guint32 i = 0; i < second->n; i++)
    add_token (&shape, &table->tokens[second->first + i]);
  return shape.hash;
}

typedef struct {
  ArdUnitTable *table;
  guint32 file;
  guint family;
  guint32 first, n; /* the open unit; n is 0 when none is */
  guint16 depth;    /* of its first token */
  guint32 exempt;   /* tokens since the last unit */
} Cut;

static void
close_unit (Cut *cut)
{
  const ArdToken *tokens = cut->table->tokens + cut->first;
  guint32 n = MIN (cut->n, G_MAXUINT16);
  ArdUnit unit = { .first = cut->first, .file = cut->file, .n = (guint16) n };
  guint64 text = cut->family;
  Shape shape;

  cut->n = 0;
  if (n < SHORT)
    return;
  shape.n = 0;
  shape.hash = cut->family;
  for (guint32 i = 0; i < n; i++) {
    add_token (&shape, &tokens[i]);
    text = ard_clones_mix (text, tokens[i].text);
  }
  unit.walled = cut->exempt >= WALL;
  cut->exempt = 0;
  unit.shape = shape.hash;
  unit.text = (guint32) (text ^ text >> 32);
  g_array_append_val (cut->table->units, unit);
}

/* The bracket that closes a block belongs to no unit, in an empty block neither. */
static gboolean
closes_empty_block (const Cut *cut, const ArdToken *token)
{
  const ArdToken *last = &cut->table->tokens[cut->first + cut->n - 1];

  return token == last + 1 && last->flags & token->flags & ARD_TOKEN_BRACE && last->depth == token->depth &&
         last->text != token->text;
}

static void
read_token (Cut *cut, guint32 index)
{
  const ArdToken *token = &cut->table->tokens[index];
  gboolean begins = token->flags & ARD_TOKEN_STATEMENT;
  gboolean sign = token->kind == ARD_TOKEN_WORD && !begins;

  if (token->flags & ARD_TOKEN_EXEMPT) {
    close_unit (cut);
    cut->exempt++;
    return;
  }
  if (cut->n && closes_empty_block (cut, token))
    return;
  if (cut->n && sign && token->depth < cut->depth) {
    close_unit (cut);
    cut->depth = token->depth;
    return;
  }
  if (cut->n && (begins || (cut->n >= LONG && sign && token->depth <= cut->depth + 1)))
    close_unit (cut);
  if (!cut->n && sign && token->depth < cut->depth) {
    cut->depth = token->depth;
    return;
  }
  if (!cut->n) {
    cut->first = index;
    cut->depth = token->depth;
  }
  cut->n++;
}

static void
cut_file (ArdUnitTable *table, const ArdCorpus *corpus, guint32 index)
{
  const ArdFile *file = ard_file (corpus, index);
  Cut cut = { .table = table, .file = index, .family = ard_clones_family (file->language) };

  for (guint32 i = 0; i < file->n_tokens; i++)
    read_token (&cut, file->first_token + i);
  if (cut.n)
    close_unit (&cut);
}

/* What its rarity tells, as far as its tokens can tell as much; a long one is as rare as several. */
static guint16
bits (double rare, guint16 tokens, double most)
{
  return (guint16) MIN (ARD_UNIT_BIT * MIN (rare * MAX (1.0, (double) tokens / LONG), tokens * most), G_MAXUINT16);
}

/* n units have the same shape, or text. */
static void
weigh_group (ArdUnitTable *table, const ArdKeyed *rows, guint32 n, gboolean by_text, guint32 kind)
{
  double rare = log2 (((double) table->units->len + ARD_UNITS_ELSEWHERE) / n);

  for (guint32 i = 0; i < n; i++) {
    ArdUnit *unit = ard_unit (table, rows[i].value);

    if (by_text) {
      unit->text_bits = bits (rare, unit->n, TEXT_TOKEN_BITS);
      unit->text_count = (guint16) MIN (n, G_MAXUINT16);
    } else {
      unit->shape_bits = bits (rare, unit->n, SHAPE_TOKEN_BITS);
      unit->shape_count = (guint16) MIN (n, G_MAXUINT16);
      table->kinds[rows[i].value] = kind;
    }
  }
}

/* How many units have the same key. */
static void
weigh (ArdUnitTable *table, gboolean by_text)
{
  guint32 n = table->units->len, end;
  g_autofree ArdKeyed *rows = g_new (ArdKeyed, n);

  for (guint32 i = 0; i < n; i++)
    rows[i] = (ArdKeyed){ by_text ? ard_unit (table, i)->text : ard_unit (table, i)->shape, i };
  ard_keyed_sort (rows, n);
  for (guint32 i = 0; i < n; i = end) {
    for (end = i; end < n && rows[end].key == rows[i].key; end++)
      ;
    weigh_group (table, rows + i, end - i, by_text, i);
  }
}

/* The first unit of the file that begins on a line or behind it. */
static guint32
find_line (const ArdUnitTable *table, guint32 file, guint32 line)
{
  guint32 low = table->starts[file], high = table->starts[file + 1];

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (table->tokens[ard_unit (table, middle)->first].line < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
find_functions (ArdUnitTable *table, const ArdCorpus *corpus)
{
  guint32 n = corpus->functions->len;

  table->begins = g_new (guint32, n + 1);
  table->leaves = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);

    table->begins[i] = find_line (table, function->file, function->facts.start_line);
    table->leaves[i] = find_line (table, function->file, function->facts.end_line + 1);
  }
}

/* Functions stand in the order of their first lines. */
static guint32 *
read_reaches (const ArdCorpus *corpus)
{
  guint32 *reaches = g_new (guint32, corpus->functions->len + 1);

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);

    reaches[i] = function->facts.end_line;
    if (i > 0 && ard_function (corpus, i - 1)->file == function->file)
      reaches[i] = MAX (reaches[i], reaches[i - 1]);
  }
  return reaches;
}

static void
sum_up (ArdUnitTable *table)
{
  guint32 n = table->units->len;

  table->tokens_before = g_new0 (guint32, n + 1);
  table->bits_before = g_new0 (guint64, n + 1);
  table->walls_before = g_new0 (guint32, n + 1);
  table->lines_before = g_new0 (guint32, n + 1);
  for (guint32 i = 0; i < n; i++) {
    const ArdUnit *unit = ard_unit (table, i);

    guint32 line = table->tokens[unit->first].line, last = i ? table->tokens[unit[-1].first].line : 0;

    table->walls_before[i] = (i ? table->walls_before[i - 1] : 0) + (unit->walled != FALSE);
    table->lines_before[i] = (i ? table->lines_before[i - 1] : 0) + (line != last);
    table->tokens_before[i + 1] = table->tokens_before[i] + unit->n;
    table->bits_before[i + 1] = table->bits_before[i] + MAX (unit->text_bits, unit->shape_bits) + unit->shape_bits;
  }
}

ArdUnitTable *
ard_units_cut (const ArdCorpus *corpus, const gboolean *skip)
{
  ArdUnitTable *table = g_new0 (ArdUnitTable, 1);

  table->tokens = (const ArdToken *) (gconstpointer) corpus->tokens->data;
  table->units = g_array_new (FALSE, FALSE, sizeof (ArdUnit));
  table->n_files = corpus->files->len;
  table->starts = g_new (guint32, table->n_files + 1);
  table->ends = g_new (guint32, table->n_files);
  for (guint32 i = 0; i < table->n_files; i++) {
    table->starts[i] = table->units->len;
    table->ends[i] = ard_file (corpus, i)->first_token + ard_file (corpus, i)->n_tokens;
    if (!skip[i])
      cut_file (table, corpus, i);
  }
  table->starts[table->n_files] = table->units->len;
  table->reaches = read_reaches (corpus);
  table->kinds = g_new (guint32, table->units->len + 1);
  weigh (table, FALSE);
  weigh (table, TRUE);
  sum_up (table);
  find_functions (table, corpus);
  return table;
}

void
ard_unit_table_free (ArdUnitTable *table)
{
  if (!table)
    return;
  g_array_unref (table->units);
  g_free (table->starts);
  g_free (table->ends);
  g_free (table->kinds);
  g_free (table->tokens_before);
  g_free (table->bits_before);
  g_free (table->walls_before);
  g_free (table->lines_before);
  g_free (table->begins);
  g_free (table->leaves);
  g_free (table->reaches);
  g_free (table);
}
