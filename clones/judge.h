#ifndef ARD_CLONES_JUDGE_H
#define ARD_CLONES_JUDGE_H

#include "clones/align.h"
#include "clones/region.h"
#include "model/settings.h"

/* Two copies: spans of units, both inclusive, and the runs in them that match. */
typedef struct {
  guint32 a_first, a_last, b_first, b_last;
  guint32 first_run, n_runs;
  guint32 worth; /* tokens that match, less those that do not */
} ArdMatch;

typedef struct {
  GArray *matches; /* of ArdMatch */
  GArray *runs;    /* of ArdRun */
} ArdMatches;

/* Scratch of one worker. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdUnitTable *table;
  const ArdSettings *settings;
  GArray *cuts;       /* of guint32: units of a */
  GArray *piece;      /* of ArdRun */
  GHashTable *shapes; /* seen in the piece */
  GHashTable *names;  /* of the piece: those of a to those of b, where they differ */
} ArdJudge;

void ard_judge_init (ArdJudge *judge, const ArdCorpus *corpus, const ArdUnitTable *table, const ArdSettings *settings);
void ard_judge_clear (ArdJudge *judge);

/*
 * Cut an alignment where a function begins or ends that it holds only a part of,
 * and keep the pieces that are large, alike and telling enough to be copies: that
 * is, those which two authors would hardly have written alike by chance.
 *
 * runs  borrowed; of ArdRun, by a
 * out   receives rows
 */
void ard_judge_keep (ArdJudge *judge, const ArdRun *runs, guint n_runs, ArdMatches *out);

#endif
