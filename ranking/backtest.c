#include "ranking/backtest.h"

#include <stdlib.h>
#include <string.h>

#include "ranking/measures.h"

#define DRAWS 1000
#define SEED 20
#define TAIL 0.025

/* Measures of all rankings. */
typedef struct {
  double of[ARD_N_RANKINGS][ARD_N_MERITS];
} Table;

typedef struct {
  const ArdTrial *trial;
  ArdOrder *orders[ARD_N_RANKINGS];
  ArdOrder *best;
} Ordered;

static void
clear_ordered (gpointer data)
{
  Ordered *ordered = data;

  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    ard_order_free (ordered->orders[i]);
  ard_order_free (ordered->best);
}

static GArray *
order_trials (const GPtrArray *trials)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Ordered));

  g_array_set_clear_func (list, clear_ordered);
  for (guint i = 0; i < trials->len; i++) {
    const ArdTrial *trial = g_ptr_array_index (trials, i);
    g_autofree double *rate = g_new (double, trial->n);
    Ordered ordered = { .trial = trial };

    for (guint j = 0; j < trial->n; j++)
      rate[j] = trial->fixes[j] / trial->lines[j];
    ordered.best = ard_order_new (trial->n, rate);
    for (guint j = 0; j < ARD_N_RANKINGS; j++)
      ordered.orders[j] = ard_order_new (trial->n, trial->scores[j]);
    g_array_append_val (list, ordered);
  }
  return list;
}

static Table
measure (const Ordered *ordered, const guint32 *times)
{
  const ArdTrial *trial = ordered->trial;
  ArdSums sums = ard_sums_of (ordered->best, trial->fixes, trial->lines, times);
  Table table;

  for (guint i = 0; i < ARD_N_RANKINGS; i++) {
    ArdMerits merits = ard_order_measure (ordered->orders[i], &sums, trial->fixes, trial->lines, times);

    memcpy (table.of[i], merits.of, sizeof merits.of);
  }
  return table;
}

static void
add (Table *sum, const Table *table, double part)
{
  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    for (guint j = 0; j < ARD_N_MERITS; j++)
      sum->of[i][j] += part * table->of[i][j];
}

/* Mean over the dates of each repository; of Table, one a repository. */
static GArray *
average (const GArray *list, const Table *tables)
{
  GArray *means = g_array_new (FALSE, FALSE, sizeof (Table));

  for (guint start = 0, end; start < list->len; start = end) {
    guint32 repository = g_array_index (list, Ordered, start).trial->repository;
    Table mean = { 0 };

    for (end = start; end < list->len && g_array_index (list, Ordered, end).trial->repository == repository;)
      end++;
    for (guint i = start; i < end; i++)
      add (&mean, &tables[i], 1.0 / (end - start));
    g_array_append_val (means, mean);
  }
  return means;
}

static Table
mean_of (const GArray *tables)
{
  Table mean = { 0 };

  for (guint i = 0; i < tables->len; i++)
    add (&mean, &g_array_index (tables, Table, i), 1.0 / tables->len);
  return mean;
}

static Table
measure_all (const GArray *list)
{
  g_autofree Table *tables = g_new (Table, list->len);
  g_autoptr (GArray) means = NULL;

  for (guint i = 0; i < list->len; i++)
    tables[i] = measure (&g_array_index (list, Ordered, i), NULL);
  means = average (list, tables);
  return mean_of (means);
}

/* As many files as there are, drawn with replacement, until one of them was fixed later. */
static void
draw_files (const ArdTrial *trial, GRand *rand, guint32 *times)
{
  double fixes = 0;

  while (fixes <= 0) {
    memset (times, 0, trial->n * sizeof *times);
    for (guint i = 0; i < trial->n; i++) {
      guint32 file = (guint32) g_rand_int_range (rand, 0, (gint32) trial->n);

      times[file]++;
      fixes += trial->fixes[file];
    }
  }
}

static void
draw_by_file (const GArray *list, GRand *rand, Table *draws)
{
  g_autofree Table *tables = g_new (Table, list->len);

  for (guint draw = 0; draw < DRAWS; draw++) {
    g_autoptr (GArray) means = NULL;

    for (guint i = 0; i < list->len; i++) {
      const Ordered *ordered = &g_array_index (list, Ordered, i);
      g_autofree guint32 *times = g_new (guint32, ordered->trial->n);

      draw_files (ordered->trial, rand, times);
      tables[i] = measure (ordered, times);
    }
    means = average (list, tables);
    draws[draw] = mean_of (means);
  }
}

static void
draw_by_repository (const GArray *list, GRand *rand, Table *draws)
{
  g_autofree Table *tables = g_new (Table, list->len);
  g_autoptr (GArray) means = NULL;

  for (guint i = 0; i < list->len; i++)
    tables[i] = measure (&g_array_index (list, Ordered, i), NULL);
  means = average (list, tables);
  for (guint draw = 0; draw < DRAWS; draw++) {
    draws[draw] = (Table){ 0 };
    for (guint i = 0; i < means->len; i++)
      add (&draws[draw], &g_array_index (means, Table, (guint) g_rand_int_range (rand, 0, (gint32) means->len)),
           1.0 / means->len);
  }
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static ArdEstimate
estimate (double value, double *drawn)
{
  qsort (drawn, DRAWS, sizeof *drawn, compare_doubles);
  return (ArdEstimate){ value, drawn[(guint) (TAIL * DRAWS)], drawn[DRAWS - 1 - (guint) (TAIL * DRAWS)] };
}

static void
fill_rows (ArdBacktest *backtest, const Table *mean, const Table *draws)
{
  g_autofree double *drawn = g_new (double, DRAWS);

  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    for (guint j = 0; j < ARD_N_MERITS; j++) {
      ArdRankingKind ours = ard_merit_order (j);

      for (guint k = 0; k < DRAWS; k++)
        drawn[k] = draws[k].of[i][j];
      backtest->rows[i].measures[j] = estimate (mean->of[i][j], drawn);
      for (guint k = 0; k < DRAWS; k++)
        drawn[k] = draws[k].of[ours][j] - draws[k].of[i][j];
      backtest->rows[i].behind[j] = estimate (mean->of[ours][j] - mean->of[i][j], drawn);
    }
}

/* Surely better at one of the order's two measures, not worse at the other; the one that is best at the first. */
static ArdRankingKind
choose (const ArdBacktest *backtest, ArdRankingKind ours, ArdMerit one, ArdMerit other)
{
  ArdRankingKind chosen = ours;

  for (ArdRankingKind i = ARD_RANKING_RANDOM; i < ARD_N_RANKINGS; i++) {
    const ArdEstimate *behind = backtest->rows[i].behind;
    gboolean better =
        (behind[one].high < 0 && behind[other].value <= 0) || (behind[other].high < 0 && behind[one].value <= 0);

    if (better && backtest->rows[i].measures[one].value >= backtest->rows[chosen].measures[one].value)
      chosen = i;
  }
  return chosen;
}

typedef struct {
  double expected;
  guint trial, file;
} Place;

static int
compare_places (const void *a, const void *b)
{
  const Place *left = a, *right = b;
  int order = compare_doubles (&left->expected, &right->expected);

  if (!order)
    order = (left->trial > right->trial) - (left->trial < right->trial);
  return order ? order : (left->file > right->file) - (left->file < right->file);
}

static void
calibrate (ArdBacktest *backtest, const GPtrArray *trials)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < trials->len; i++) {
    const ArdTrial *trial = g_ptr_array_index (trials, i);

    for (guint j = 0; j < trial->n; j++)
      g_array_append_val (places, ((Place){ trial->scores[ARD_RANKING_EXPECTED][j], i, j }));
  }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index (places, Place, i);
    const ArdTrial *trial = g_ptr_array_index (trials, place->trial);
    ArdCalibration *tenth = &backtest->tenths[(guint64) i * ARD_N_TENTHS / places->len];

    tenth->n++;
    tenth->fixes_expected += place->expected;
    tenth->fixes_observed += trial->fixes[place->file];
    tenth->days_expected += trial->expected_days[place->file];
    tenth->days_observed += trial->days[place->file];
  }
}

static guint
count_repositories (const GPtrArray *trials)
{
  guint n = 0;

  for (guint i = 0; i < trials->len; i++)
    n += i == 0 || ((const ArdTrial *) g_ptr_array_index (trials, i))->repository !=
                       ((const ArdTrial *) g_ptr_array_index (trials, i - 1))->repository;
  return n;
}

ArdBacktest *
ard_backtest_run (const GPtrArray *trials)
{
  ArdBacktest *backtest = g_new0 (ArdBacktest, 1);
  g_autoptr (GArray) list = order_trials (trials);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autofree Table *draws = g_new (Table, DRAWS);
  Table mean = measure_all (list);

  backtest->n_dates = trials->len;
  backtest->n_repositories = count_repositories (trials);
  backtest->by_repository = backtest->n_repositories >= ARD_RESAMPLED;
  if (backtest->by_repository)
    draw_by_repository (list, rand, draws);
  else
    draw_by_file (list, rand, draws);
  fill_rows (backtest, &mean, draws);
  calibrate (backtest, trials);
  backtest->rank = choose (backtest, ARD_RANKING_EXPECTED, ARD_MERIT_SHARE, ARD_MERIT_HITS);
  backtest->rank_per_line = choose (backtest, ARD_RANKING_EXPECTED_PER_LINE, ARD_MERIT_RECALL, ARD_MERIT_POPT);
  return backtest;
}
