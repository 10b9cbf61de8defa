#include "clones/align.h"

/* A gap: at most so many statements and tokens on either side. */
#define GAP_UNITS 5
#define GAP_TOKENS 50
/* Behind a gap a shorter statement must be followed by a second that matches, or be equal and not too short. */
#define SURE_TOKENS 7
#define EQUAL_TOKENS 4
/* Growth ends when so many tokens more were lost than gained since the best end. */
#define LOSS 90

/* One direction of growth; step is 1 or -1, limits are the first units out of reach. */
typedef struct {
  ArdAligner *aligner;
  gint64 a, b, step;
  gint64 a_limit, b_limit;
  GArray *runs;
  gint64 score, best;
  guint best_runs, best_n; /* runs and length of the last one at the best end */
} Growth;

void
ard_aligner_init (ArdAligner *aligner, const ArdUnitTable *table)
{
  *aligner = (ArdAligner){ .table = table,
                           .names = ard_names_new (),
                           .runs = g_array_new (FALSE, FALSE, sizeof (ArdRun)),
                           .back = g_array_new (FALSE, FALSE, sizeof (ArdRun)) };
}

void
ard_aligner_clear (ArdAligner *aligner)
{
  ard_names_free (aligner->names);
  g_array_unref (aligner->runs);
  g_array_unref (aligner->back);
}

static const ArdUnit *
unit_at (const ArdAligner *aligner, gint64 index)
{
  return ard_unit (aligner->table, (guint32) index);
}

static gboolean
is_in_reach (const Growth *growth, gint64 a, gint64 b)
{
  return growth->step > 0 ? a < growth->a_limit && b < growth->b_limit : a > growth->a_limit && b > growth->b_limit;
}

static gboolean
has_shape (const Growth *growth, gint64 a, gint64 b)
{
  const guint32 *kinds = growth->aligner->table->kinds;

  return is_in_reach (growth, a, b) && kinds[a] == kinds[b];
}

static gboolean
is_match (const Growth *growth, gint64 a, gint64 b)
{
  const ArdAligner *aligner = growth->aligner;

  return has_shape (growth, a, b) &&
         ard_names_agree (aligner->names, aligner->table->tokens, unit_at (aligner, a), unit_at (aligner, b));
}

static void
take (Growth *growth, gint64 a, gint64 b)
{
  ArdRun *last = growth->runs->len ? &g_array_index (growth->runs, ArdRun, growth->runs->len - 1) : NULL;

  if (last && a - growth->a == growth->step && b - growth->b == growth->step) {
    last->n++;
    last->a = MIN (last->a, (guint32) a);
    last->b = MIN (last->b, (guint32) b);
  } else {
    ArdRun run = { (guint32) a, (guint32) b, 1 };

    g_array_append_val (growth->runs, run);
  }
  growth->a = a;
  growth->b = b;
  growth->score += unit_at (growth->aligner, a)->n;
  if (growth->score > growth->best) {
    growth->best = growth->score;
    growth->best_runs = growth->runs->len;
    growth->best_n = g_array_index (growth->runs, ArdRun, growth->runs->len - 1).n;
  }
}

static guint32
count_tokens (const Growth *growth, gint64 from, gint64 n)
{
  gint64 first = growth->step > 0 ? from : from - n + 1;

  return ard_units_tokens (growth->aligner->table, (guint32) first, (guint32) (first + n));
}

static gboolean
is_sure (const Growth *growth, gint64 a, gint64 b)
{
  const ArdUnit *left = unit_at (growth->aligner, a), *right = unit_at (growth->aligner, b);

  return left->n >= SURE_TOKENS || (left->n >= EQUAL_TOKENS && left->text == right->text);
}

/* Kinds of the units behind the last one taken; no two out of reach are equal. */
static void
read_ahead (const Growth *growth, gint64 from, gint64 limit, guint32 none, guint32 kinds[GAP_UNITS + 1])
{
  const guint32 *all = growth->aligner->table->kinds;
  gint64 reach = growth->step > 0 ? limit - from - 1 : from - limit - 1;

  for (gint64 i = 0; i <= GAP_UNITS; i++)
    kinds[i] = i < reach ? all[from + growth->step * (i + 1)] : none;
}

/* Whether going on behind left and right skipped statements, of one shape, is sound; its cost is taken off. */
static gboolean
try_gap (Growth *growth, gint64 left, gint64 right)
{
  gint64 step = growth->step, a = growth->a + step * (left + 1), b = growth->b + step * (right + 1);

  if (!is_sure (growth, a, b) && !has_shape (growth, a + step, b + step))
    return FALSE;

  guint32 lost = MAX (count_tokens (growth, growth->a + step, left), count_tokens (growth, growth->b + step, right));

  if (lost > GAP_TOKENS || !is_match (growth, a, b))
    return FALSE;
  growth->score -= lost;
  take (growth, a, b);
  return TRUE;
}

static gboolean
cross_gap (Growth *growth)
{
  guint32 a[GAP_UNITS + 1], b[GAP_UNITS + 1];

  read_ahead (growth, growth->a, growth->a_limit, ARD_NONE, a);
  read_ahead (growth, growth->b, growth->b_limit, ARD_NONE - 1, b);
  for (gint64 sum = 1; sum <= 2 * GAP_UNITS; sum++)
    for (gint64 left = MAX (0, sum - GAP_UNITS); left <= MIN (sum, GAP_UNITS); left++)
      if (a[left] == b[sum - left] && try_gap (growth, left, sum - left))
        return TRUE;
  return FALSE;
}

static void
grow (Growth *growth)
{
  ArdAligner *aligner = growth->aligner;

  while (aligner->steps_left > 0 && growth->score > growth->best - LOSS) {
    gint64 a = growth->a + growth->step, b = growth->b + growth->step;

    aligner->steps_left--;
    if (is_match (growth, a, b))
      take (growth, a, b);
    else if (!cross_gap (growth))
      break;
  }
  g_array_set_size (growth->runs, growth->best_runs);
  if (growth->best_runs) {
    ArdRun *last = &g_array_index (growth->runs, ArdRun, growth->best_runs - 1);
    guint32 surplus = last->n - growth->best_n;

    last->n = growth->best_n;
    last->a += growth->step < 0 ? surplus : 0;
    last->b += growth->step < 0 ? surplus : 0;
  }
}

/* The halves share no unit; where no gap lies between they are one run. */
static void
join (GArray *runs, GArray *back)
{
  guint n = 0;

  if (back->len == 0)
    return;

  g_autofree ArdRun *rows = g_new (ArdRun, back->len + runs->len);

  for (guint i = back->len; i-- > 0;)
    rows[n++] = g_array_index (back, ArdRun, i);
  for (guint i = 0; i < runs->len; i++) {
    const ArdRun *run = &g_array_index (runs, ArdRun, i);

    if (n && rows[n - 1].a + rows[n - 1].n == run->a && rows[n - 1].b + rows[n - 1].n == run->b)
      rows[n - 1].n += run->n;
    else
      rows[n++] = *run;
  }
  g_array_set_size (runs, 0);
  g_array_append_vals (runs, rows, n);
}

void
ard_aligner_grow (ArdAligner *aligner, guint32 a, guint32 b)
{
  const ArdUnitTable *table = aligner->table;
  guint32 file_a = unit_at (aligner, a)->file, file_b = unit_at (aligner, b)->file;
  gboolean same = file_a == file_b;
  Growth forth = { .aligner = aligner,
                   .a = (gint64) a - 1,
                   .b = (gint64) b - 1,
                   .step = 1,
                   .a_limit = same ? b : table->starts[file_a + 1],
                   .b_limit = table->starts[file_b + 1],
                   .runs = aligner->runs };

  ard_names_clear (aligner->names);
  g_array_set_size (aligner->runs, 0);
  g_array_set_size (aligner->back, 0);
  if (!is_match (&forth, a, b))
    return;
  take (&forth, a, b);
  grow (&forth);

  const ArdRun *last = &g_array_index (aligner->runs, ArdRun, aligner->runs->len - 1);
  Growth back = { .aligner = aligner,
                  .a = a,
                  .b = b,
                  .step = -1,
                  .a_limit = (gint64) table->starts[file_a] - 1,
                  .b_limit = same ? (gint64) last->a + last->n - 1 : (gint64) table->starts[file_b] - 1,
                  .runs = aligner->back };

  grow (&back);
  join (aligner->runs, aligner->back);
}
