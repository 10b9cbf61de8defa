#ifndef ARD_BACKTEST_H
#define ARD_BACKTEST_H

#include <glib.h>

/* How well rankings made at past dates, with nothing later, foretold the fixes of the year after. */

typedef enum {
  ARD_MERIT_RECALL, /* of later fixes, in the first 20 % of the lines */
  ARD_MERIT_POPT,   /* effort-aware order of all files, between the worst (0) and the best one (1) */
  ARD_MERIT_HITS,   /* part of the first 20 files that were fixed later */
  ARD_MERIT_SHARE,  /* part of all later fixes that fell on the first 20 files */
  ARD_N_MERITS
} ArdMerit;

typedef struct {
  double of[ARD_N_MERITS]; /* each in [0, 1] */
} ArdMerits;

/* The model's two orders, then the simple ones. */
typedef enum {
  ARD_RANKING_EXPECTED,          /* fixes expected in the next year: the order of `rank` */
  ARD_RANKING_EXPECTED_PER_LINE, /* the same per line: the order of `rank_per_line` */
  ARD_RANKING_RANDOM,
  ARD_RANKING_SIZE,               /* lines */
  ARD_RANKING_REVISIONS,          /* counted commits of the last 365 days */
  ARD_RANKING_REVISIONS_BY_LINES, /* revisions x lines */
  ARD_RANKING_REVISIONS_PER_LINE,
  ARD_RANKING_CHURN, /* lines added and deleted in the last 365 days */
  ARD_RANKING_FIXES, /* repairs of the last 365 days */
  ARD_RANKING_FIXES_PER_LINE,
  ARD_N_RANKINGS
} ArdRankingKind;

/* A mean with its 95 % interval. */
typedef struct {
  double value, low, high;
} ArdEstimate;

typedef struct {
  ArdEstimate measures[ARD_N_MERITS];
  ArdEstimate behind[ARD_N_MERITS]; /* the model's order for that measure minus this ranking, paired */
} ArdBacktestRow;

/* A tenth of the files of all dates, by what was expected of them; sums per file and year. */
typedef struct {
  guint n;
  double fixes_expected, fixes_observed;
  double days_expected, days_observed; /* author-days */
} ArdCalibration;

#define ARD_N_TENTHS 10

typedef struct {
  guint n_repositories, n_dates;
  gboolean by_repository; /* intervals are over repositories; else over files */
  ArdBacktestRow rows[ARD_N_RANKINGS];
  ArdCalibration tenths[ARD_N_TENTHS]; /* least expected first */
  ArdRankingKind rank, rank_per_line;  /* what is best used: the model's order, or a simple one that is surely better */
} ArdBacktest;

/* "expected", "expected_per_line", "random", … as the outputs name them. */
const char *ard_ranking_name (ArdRankingKind kind);
/* "recall_20", "popt", "first_20_hits", "first_20_share". */
const char *ard_merit_name (ArdMerit measure);
/* The order of the model that is to be best at a measure. */
ArdRankingKind ard_merit_order (ArdMerit measure);

#endif
