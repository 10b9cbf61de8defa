#include "clones/seeds.h"

#include "clones/numbers.h"

/* Tokens that both units of a seed have at least. */
#define PAIR_TOKENS 8
/* Tokens of one unit that is a seed alone, by its shape or by its text, and how often that may stand. */
#define ALONE_TOKENS 10
#define ALONE_TEXT_TOKENS 6
#define ALONE_COUNT 10
/* Up to as many places each is paired with each. */
#define FEW 10
/* Above, each with the next in the order of their surroundings and with the first that has the same, told by the
 * shapes of units around, then by their texts. */
static const struct {
  gint first, end;
} surroundings[] = { { 0, 6 }, { 0, 3 }, { -2, 2 } };

/* Keep keys of texts and of literals apart from those of shapes. */
#define TEXT_SALT 0x5bd1e995a3c59ac3ULL
#define LITERAL_SALT 0x27d4eb2f165667c5ULL

typedef struct {
  const ArdUnitTable *table;
  GArray *keyed;      /* of ArdKeyed: what a unit begins */
  GArray *seeds;      /* of ArdKeyed: key as in the header */
  ArdNumbers *firsts; /* by surroundings of places with one key: the first of them, plus one */
} Search;

static void
add_key (Search *search, guint64 key, guint32 unit)
{
  ArdKeyed row = { key, unit };

  g_array_append_val (search->keyed, row);
}

static void
key_pair (Search *search, guint32 i, guint32 j)
{
  const ArdUnit *first = ard_unit (search->table, i), *second = ard_unit (search->table, j);

  if (second->file != first->file || first->n + second->n < PAIR_TOKENS)
    return;
  if (first->shape != second->shape && first->shape_count > 1 && second->shape_count > 1)
    add_key (search, ard_units_pair_shape (search->table, first, second, j - i), i);
  if (j == i + 1 && first->text != second->text && first->text_count > 1 && second->text_count > 1)
    add_key (search, ard_clones_mix (first->text, second->text) ^ TEXT_SALT, i);
}

/* A frequent statement is told by its strings, whatever its names. */
static void
key_strings (Search *search, guint32 i)
{
  const ArdUnit *unit = ard_unit (search->table, i);
  const ArdToken *tokens = &search->table->tokens[unit->first];
  guint64 key = unit->shape ^ LITERAL_SALT;
  gboolean any = FALSE;

  for (guint j = 0; j < unit->n; j++)
    if (tokens[j].kind == ARD_TOKEN_STRING) {
      key = ard_clones_mix (key, tokens[j].text);
      any = TRUE;
    }
  if (any)
    add_key (search, key, i);
}

static void
key_units (Search *search)
{
  guint32 n = search->table->units->len;

  for (guint32 i = 0; i < n; i++) {
    const ArdUnit *unit = ard_unit (search->table, i);

    for (guint32 j = i + 1; j <= i + 2 && j < n; j++)
      key_pair (search, i, j);
    if (unit->n >= ALONE_TOKENS && unit->shape_count > 1 && unit->shape_count <= ALONE_COUNT)
      add_key (search, unit->shape, i);
    if (unit->n >= ALONE_TEXT_TOKENS && unit->text_count > 1 && unit->text_count <= ALONE_COUNT)
      add_key (search, unit->text ^ TEXT_SALT, i);
    if (unit->n >= ALONE_TOKENS && unit->shape_count > ALONE_COUNT)
      key_strings (search, i);
  }
}

static void
add_seed (Search *search, guint32 i, guint32 j)
{
  ArdKeyed seed = { (guint64) MIN (i, j) << 32 | MAX (i, j), 0 };

  g_array_append_val (search->seeds, seed);
}

static guint64
read_surroundings (const Search *search, guint32 unit, guint which)
{
  gint64 last = search->table->units->len;
  guint64 text = 0, shape = 0;

  for (gint64 i = (gint64) unit + surroundings[which].first; i < (gint64) unit + surroundings[which].end; i++)
    if (i >= 0 && i < last) {
      text = ard_clones_mix (text, ard_unit (search->table, (guint32) i)->text);
      shape = ard_clones_mix (shape, ard_unit (search->table, (guint32) i)->shape);
    }
  return shape << 32 | (guint32) text;
}

static void
pair_few (Search *search, const ArdKeyed *rows, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    for (guint32 j = i + 1; j < n; j++)
      add_seed (search, rows[i].value, rows[j].value);
}

static gsize
place_of (guint64 key, guint bits)
{
  return (key * 0x9e3779b97f4a7c15ULL) >> (64 - bits);
}

/* The first unit that had a key. */
static guint64
find_first (ArdNumbers *firsts, guint64 key, guint32 unit)
{
  guint64 *first = ard_numbers_at (firsts, key);

  if (*first == 0)
    *first = (guint64) unit + 1;
  return *first;
}

/*
 * Those whose surroundings are alike stand side by side after sorting; the others are no copies. Those of one shape
 * stand in the order of the code, equal ones together, so that all statements of a copy have the same neighbours.
 */
static void
sort_by_surroundings (Search *search, ArdKeyed *rows, guint32 n, guint which)
{
  ard_numbers_clear (search->firsts);
  for (guint32 i = 0; i < n; i++) {
    guint64 around = read_surroundings (search, rows[i].value, which);

    rows[i].key = (around >> 32 << 32) | (guint32) find_first (search->firsts, around, rows[i].value);
  }
  ard_keyed_sort (rows, n);
}

static void
pair_neighbours (Search *search, ArdKeyed *rows, guint32 n)
{
  for (guint which = 0; which < G_N_ELEMENTS (surroundings); which++) {
    sort_by_surroundings (search, rows, n, which);
    for (guint32 i = 1, first = 0; i < n; i++) {
      if (rows[first].key >> 32 != rows[i].key >> 32) {
        first = i;
        continue;
      }
      add_seed (search, rows[i - 1].value, rows[i].value);
      if (first < i - 1)
        add_seed (search, rows[first].value, rows[i].value);
    }
  }
}

/* Places without a like are most: leave out those whose key no other has, as far as a small table tells. */
static void
drop_single (GArray *keyed)
{
  ArdKeyed *rows = (ArdKeyed *) (gpointer) keyed->data;
  guint bits = MAX (g_bit_storage (keyed->len) + 1, 10);
  g_autofree guint8 *counts = g_new0 (guint8, (gsize) 1 << bits);
  guint32 n = 0;

  for (guint32 i = 0; i < keyed->len; i++) {
    guint8 *count = &counts[place_of (rows[i].key, bits)];

    *count = MIN (*count + 1, 2);
  }
  for (guint32 i = 0; i < keyed->len; i++)
    if (counts[place_of (rows[i].key, bits)] > 1)
      rows[n++] = rows[i];
  g_array_set_size (keyed, n);
}

static void
pair_all (Search *search)
{
  ArdKeyed *rows;
  guint32 n, end;

  drop_single (search->keyed);
  rows = (ArdKeyed *) (gpointer) search->keyed->data;
  n = search->keyed->len;

  ard_keyed_sort (rows, n);
  for (guint32 i = 0; i < n; i = end) {
    for (end = i; end < n && rows[end].key == rows[i].key; end++)
      ;
    if (end - i <= FEW)
      pair_few (search, rows + i, end - i);
    else
      pair_neighbours (search, rows + i, end - i);
  }
}

/* In order, each once. */
static GArray *
sort_seeds (GArray *seeds)
{
  ArdKeyed *rows = (ArdKeyed *) (gpointer) seeds->data;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint64), seeds->len);

  ard_keyed_sort (rows, seeds->len);
  for (guint32 i = 0; i < seeds->len; i++)
    if (i == 0 || rows[i].key != rows[i - 1].key)
      g_array_append_val (sorted, rows[i].key);
  g_array_unref (seeds);
  return sorted;
}

GArray *
ard_seeds_find (const ArdUnitTable *table)
{
  Search search = { .table = table,
                    .keyed = g_array_new (FALSE, FALSE, sizeof (ArdKeyed)),
                    .firsts = ard_numbers_new (),
                    .seeds = g_array_new (FALSE, FALSE, sizeof (ArdKeyed)) };

  key_units (&search);
  pair_all (&search);
  ard_numbers_free (search.firsts);
  g_array_unref (search.keyed);
  return sort_seeds (search.seeds);
}
