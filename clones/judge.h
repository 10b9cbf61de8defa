#ifndef ARD_CLONES_JUDGE_H
#define ARD_CLONES_JUDGE_H

#include "clones/evidence.h"
#include "clones/region.h"
#include "model/settings.h"

typedef struct {
  GArray *matches; /* of ArdMatch */
  GArray *runs;    /* of ArdRun */
} ArdMatches;

/* Scratch of one worker. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdUnitTable *table;
  const ArdSettings *settings;
  GArray *cuts;     /* of guint32: units of a */
  GArray *piece;    /* of ArdRun */
  ArdNumbers *seen; /* pieces judged since ard_judge_begin () */
  ArdEvidence evidence;
} ArdJudge;

void ard_judge_init (ArdJudge *judge, const ArdCorpus *corpus, const ArdUnitTable *table, const ArdSettings *settings);
void ard_judge_clear (ArdJudge *judge);
/* Forget the pieces judged so far: of equal ones only the first is. */
void ard_judge_begin (ArdJudge *judge);

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
