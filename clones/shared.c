#include "clones/shared.h"

#include "clones/numbers.h"

/* Two rows and the ways through them: of each number of edits, how far along a each diagonal came. */
typedef struct {
  const ArdToken *a, *b;
  gint32 n_a, n_b;
  GArray *steps; /* of gint32: those of d edits from d * (d + 1) / 2 on, diagonals -d, -d + 2 … d */
} Ways;

static gboolean
fit (const ArdToken *a, const ArdToken *b)
{
  return a->kind == b->kind && (a->kind != ARD_TOKEN_WORD || a->text == b->text);
}

static gint32
step (const Ways *ways, gint32 edits, gint32 diagonal)
{
  return g_array_index (ways->steps, gint32, edits * (edits + 1) / 2 + (edits + diagonal) / 2);
}

/* Whether the way on a diagonal comes from the one above it: a token of b is left out. */
static gboolean
comes_down (const Ways *ways, gint32 edits, gint32 diagonal)
{
  return diagonal == -edits ||
         (diagonal != edits && step (ways, edits - 1, diagonal - 1) < step (ways, edits - 1, diagonal + 1));
}

/* Where the way on a diagonal starts, before what fits there. */
static gint32
begin (const Ways *ways, gint32 edits, gint32 diagonal)
{
  if (edits == 0)
    return 0;
  return comes_down (ways, edits, diagonal) ? step (ways, edits - 1, diagonal + 1)
                                            : step (ways, edits - 1, diagonal - 1) + 1;
}

/* The least number of edits, by Myers; -1 where there are more than most. */
static gint32
find_way (Ways *ways, gint32 most)
{
  for (gint32 edits = 0; edits <= most; edits++)
    for (gint32 diagonal = -edits; diagonal <= edits; diagonal += 2) {
      gint32 x = begin (ways, edits, diagonal);

      while (x < ways->n_a && x - diagonal < ways->n_b && fit (&ways->a[x], &ways->b[x - diagonal]))
        x++;
      g_array_append_val (ways->steps, x);
      if (x >= ways->n_a && x - diagonal >= ways->n_b && diagonal == ways->n_a - ways->n_b)
        return edits;
    }
  return -1;
}

/* Which name stands for which: of each side the other, plus one. */
typedef struct {
  ArdNumbers *of_a, *of_b;
} Pairs;

/* Whether two tokens that fit say the same. Names that do not are remembered as a pair. */
static gboolean
say_the_same (Pairs *pairs, const ArdToken *a, const ArdToken *b)
{
  guint64 *left, *right;
  gboolean known;

  if (a->kind != ARD_TOKEN_NAME)
    return a->text == b->text;
  left = ard_numbers_at (pairs->of_a, a->text);
  right = ard_numbers_at (pairs->of_b, b->text);
  known = *left == (guint64) b->text + 1 && *right == (guint64) a->text + 1;
  if (*left == 0)
    *left = (guint64) b->text + 1;
  if (*right == 0)
    *right = (guint64) a->text + 1;
  return a->text == b->text || known;
}

/* Back along the way that was found. */
static guint32
count (const Ways *ways, gint32 edits)
{
  Pairs pairs = { ard_numbers_new (), ard_numbers_new () };
  gint32 x = ways->n_a, diagonal = ways->n_a - ways->n_b;
  guint32 shared = 0;

  for (; edits >= 0; edits--) {
    gint32 start = begin (ways, edits, diagonal);

    for (; x > start; x--)
      shared += say_the_same (&pairs, &ways->a[x - 1], &ways->b[x - 1 - diagonal]);
    if (edits == 0)
      break;
    if (comes_down (ways, edits, diagonal))
      diagonal++;
    else
      diagonal--;
    x = step (ways, edits - 1, diagonal);
  }
  ard_numbers_free (pairs.of_a);
  ard_numbers_free (pairs.of_b);
  return shared;
}

guint32
ard_shared_count (const ArdToken *a, guint32 n_a, const ArdToken *b, guint32 n_b, guint32 edits)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  Ways ways = { a, b, (gint32) n_a, (gint32) n_b, steps };
  gint32 found = find_way (&ways, (gint32) MIN (edits, n_a + n_b));

  return found < 0 ? 0 : count (&ways, found);
}
