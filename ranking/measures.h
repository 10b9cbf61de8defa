#ifndef ARD_RANKING_MEASURES_H
#define ARD_RANKING_MEASURES_H

#include "model/backtest.h"

/* Files by a score, largest first; files of equal score are one block. */
typedef struct {
  guint n, n_blocks;
  guint32 *files; /* n, in order */
  guint32 *ends;  /* n_blocks: index in files after the last of each block */
} ArdOrder;

/* n scores, none of them NAN; yours. */
ArdOrder *ard_order_new (guint n, const double *score);
void ard_order_free (ArdOrder *order);

/* What all orders of one sample have in common. */
typedef struct {
  double files, fixes, lines;
  double most; /* area under the best order */
} ArdSums;

/* best: the order by fixes / lines; the rest as in ard_order_measure. */
ArdSums ard_sums_of (const ArdOrder *best, const double *fixes, const double *lines, const guint32 *times);

/*
 * How well an order of files foretold the fixes that came after. Inside a block
 * every measure is what a random order gives on average.
 *
 * Recall     share of the later fixes that the first 20 % of the lines hold; the file at the border counts
 *            in part.
 * Popt       1 - (area (best) - area (order)) / (area (best) - area (worst)), areas under the curve of fixes over
 *            lines; best is the order by later fixes per line, worst its reverse. 1 is perfect, random about 0.5.
 * Hits       share of the first 20 files that were fixed later (of all files where there are fewer).
 * Share      share of all later fixes that fell on the first 20 files.
 *
 * sums       of ard_sums_of
 * fixes      later fixes of each file; their sum (with times) is above 0
 * lines      of each file, above 0
 * times      how often each file is there, for resampling; NULL: once
 */
ArdMerits ard_order_measure (const ArdOrder *order, const ArdSums *sums, const double *fixes, const double *lines,
                             const guint32 *times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdOrder, ard_order_free)

#endif
