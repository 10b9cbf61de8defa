#include "model/backtest.h"

static const char *const rankings[ARD_N_RANKINGS] = {
  "expected",           "expected_per_line",  "random", "size",  "revisions",
  "revisions_by_lines", "revisions_per_line", "churn",  "fixes", "fixes_per_line",
};

static const char *const measures[ARD_N_MERITS] = { "recall_20", "popt", "first_20_hits", "first_20_share" };

const char *
ard_ranking_name (ArdRankingKind kind)
{
  return rankings[kind];
}

const char *
ard_merit_name (ArdMerit measure)
{
  return measures[measure];
}

ArdRankingKind
ard_merit_order (ArdMerit measure)
{
  return measure == ARD_MERIT_RECALL || measure == ARD_MERIT_POPT ? ARD_RANKING_EXPECTED_PER_LINE
                                                                  : ARD_RANKING_EXPECTED;
}
