#ifndef ARD_RANKING_TRIAL_H
#define ARD_RANKING_TRIAL_H

#include "model/backtest.h"
#include "model/corpus.h"

/* One repository at one past date: its files of code in use, what every ranking said of them, what came after. */
typedef struct {
  guint32 repository; /* a number of its own; those of one repository are equal */
  gint64 date_s;      /* of the last commit known [s since 1970] */
  guint repairing;    /* counted bug-fix commits of the year before */
  guint n;            /* files */
  char **paths;       /* n, NULL last */
  double *fixes;      /* repairs of the year after */
  double *lines;
  double *days;                   /* author-days of the year after */
  double *expected_days;          /* as forecast at the date */
  double *scores[ARD_N_RANKINGS]; /* that of EXPECTED is in fixes a year */
  double *terms;                  /* n rows of what the model weighs, for a fit */
} ArdTrial;

/*
 * before   the tree and the history at the date
 * after    the history at the date and one year later; both have folded history
 * weights  of the model, ARD_N_TERMS
 * why      receives why the history is too thin to judge a ranking by, when NULL is returned; yours
 * Returns: yours, or NULL
 */
ArdTrial *ard_trial_new (const ArdCorpus *before, const ArdCorpus *after, guint32 repository, const double *weights,
                         const ArdSettings *settings, char **why);
/* Why a history is too thin to rank by; NULL where it is not; yours. n_files: ranked ones. */
char *ard_ranking_why_thin (const ArdCorpus *corpus, guint n_files, const ArdSettings *settings);
/* From the oldest commit to now [d]. */
double ard_history_span_d (const ArdCorpus *corpus);
void ard_trial_free (ArdTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTrial, ard_trial_free)

#endif
