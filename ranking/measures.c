#include "ranking/measures.h"

#include <stdlib.h>

#define FIRST 20
#define READ 0.20

typedef struct {
  double score;
  guint32 file;
} Place;

/* What stands in one block of an order. */
typedef struct {
  double files, hits, fixes, lines;
} Block;

typedef struct {
  const double *fixes, *lines;
  const guint32 *times;
} Sample;

static int
compare_places (const void *a, const void *b)
{
  const Place *left = a, *right = b;
  int order = (left->score < right->score) - (left->score > right->score);

  return order ? order : (left->file > right->file) - (left->file < right->file);
}

ArdOrder *
ard_order_new (guint n, const double *score)
{
  g_autofree Place *places = g_new (Place, n + 1);
  ArdOrder *order = g_new (ArdOrder, 1);

  *order = (ArdOrder){ n, 0, g_new (guint32, n + 1), g_new (guint32, n + 1) };
  for (guint32 i = 0; i < n; i++)
    places[i] = (Place){ score[i], i };
  qsort (places, n, sizeof *places, compare_places);
  for (guint32 i = 0; i < n; i++) {
    order->files[i] = places[i].file;
    if (i + 1 == n || places[i + 1].score < places[i].score)
      order->ends[order->n_blocks++] = i + 1;
  }
  return order;
}

void
ard_order_free (ArdOrder *order)
{
  if (!order)
    return;
  g_free (order->files);
  g_free (order->ends);
  g_free (order);
}

static Block
sum_block (const ArdOrder *order, guint block, const Sample *sample)
{
  Block sum = { 0, 0, 0, 0 };

  for (guint32 i = block ? order->ends[block - 1] : 0; i < order->ends[block]; i++) {
    guint32 file = order->files[i];
    double times = sample->times ? sample->times[file] : 1;

    sum.files += times;
    sum.hits += sample->fixes[file] > 0 ? times : 0;
    sum.fixes += times * sample->fixes[file];
    sum.lines += times * sample->lines[file];
  }
  return sum;
}

/* The area lies under the curve of fixes over lines, neither divided by its sum. */
ArdSums
ard_sums_of (const ArdOrder *best, const double *fixes, const double *lines, const guint32 *times)
{
  Sample sample = { fixes, lines, times };
  ArdSums sums = { 0, 0, 0, 0 };

  for (guint i = 0; i < best->n_blocks; i++) {
    Block block = sum_block (best, i, &sample);

    sums.most += block.lines * (sums.fixes + block.fixes / 2);
    sums.files += block.files;
    sums.fixes += block.fixes;
    sums.lines += block.lines;
  }
  return sums;
}

static double
part (double wanted, double there)
{
  return there > 0 ? CLAMP (wanted / there, 0, 1) : 0;
}

ArdMerits
ard_order_measure (const ArdOrder *order, const ArdSums *sums, const double *fixes, const double *lines,
                   const guint32 *times)
{
  Sample sample = { fixes, lines, times };
  double unread = READ * sums->lines, untaken = MIN (FIRST, sums->files), first = untaken, before = 0, area = 0;
  double least = sums->fixes * sums->lines - sums->most; /* the worst order is the best one reversed */
  ArdMerits merits = { .of = { 0 } };

  for (guint i = 0; i < order->n_blocks; i++) {
    Block block = sum_block (order, i, &sample);

    merits.of[ARD_MERIT_RECALL] += block.fixes * part (unread, block.lines) / sums->fixes;
    merits.of[ARD_MERIT_HITS] += block.hits * part (untaken, block.files) / first;
    merits.of[ARD_MERIT_SHARE] += block.fixes * part (untaken, block.files) / sums->fixes;
    area += block.lines * (before + block.fixes / 2);
    before += block.fixes;
    unread -= block.lines;
    untaken -= block.files;
  }
  merits.of[ARD_MERIT_POPT] = sums->most > least ? (area - least) / (sums->most - least) : 1;
  return merits;
}
