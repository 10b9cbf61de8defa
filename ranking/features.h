#ifndef ARD_RANKING_FEATURES_H
#define ARD_RANKING_FEATURES_H

#include "model/corpus.h"

/*
 * What the ranking may know of one file of code in use: of the tree and of the
 * commits that the corpus has, so nothing later than its own "now".
 *
 * Commits are the counted ones (no merge, bot, mass or ignored commit) of the whole history.
 * A repair is as in ard_commit_repair. fading_H is a sum over commits of x * 2^(-age / H days).
 */
typedef struct {
  guint32 file;
  double lines, code_lines, functions;
  double cognitive;                                /* cognitive complexity, sum over its functions */
  double calls;                                    /* calls written in it, each once a function */
  double fan_in;                                   /* files that import it */
  double age_d;                                    /* since its first change */
  double revisions_year, repairs_year, churn_year; /* of the last 365 days; churn: lines added and deleted */
  double fading_90, fading_730;                    /* revisions */
  double repairs_365, repairs_730;                 /* fading repairs */
  double churn_90;                                 /* fading lines added and deleted */
  double folder_repairs, folder_lines;             /* of the other files of its folder: repairs_365, lines with code */
  /* of the files that changed with it, by how often and how lately: sum of repairs_365, and of commits */
  double others_repairs, others;
} ArdFeatures;

/* Whether a file is ranked by the model: code that a grammar reads, judged, no test or example. */
gboolean ard_is_ranked (const ArdFile *file);

/* One row a ranked file; of ArdFeatures, by file; yours. */
GArray *ard_features_read (const ArdCorpus *corpus);

#endif
