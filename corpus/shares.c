#include "corpus/shares.h"

#include <math.h>

#include "corpus/activity.h"

/* The part of the forecast that one step is, 0 where it earns nothing. */
static double
weigh (const ArdCorpus *corpus, const ArdTracedStep *step, const ArdSettings *settings)
{
  const ArdChange *change = ard_change (corpus, step->change);
  const ArdCommit *commit = ard_commit (corpus, change->commit);

  if (!(commit->flags & ARD_COMMIT_IN_WINDOW) || (commit->flags & ARD_COMMIT_NOT_COUNTED))
    return 0;
  return change->share * exp2 (-ard_activity_age_d (corpus, commit->time_s) / settings->history_half_life_d);
}

/* Of each step: what one changed line of it weighs. */
static double *
weigh_lines (const ArdCorpus *corpus, const ArdTracedFile *traced, const ArdChain *chain, const ArdSettings *settings,
             double *total)
{
  double *weights = g_new0 (double, MAX (traced->steps->len, 1));

  *total = 0;
  for (guint i = 0; i < traced->steps->len; i++) {
    double weight = weigh (corpus, &g_array_index (traced->steps, ArdTracedStep, i), settings);
    guint32 changed = g_array_index (chain->lines, ArdChainLines, i).changed;

    *total += weight;
    weights[i] = changed > 0 ? weight / changed : 0;
  }
  return weights;
}

void
ard_shares_fill (ArdCorpus *corpus, const ArdTracedFile *traced, const ArdChain *chain, const ArdSettings *settings)
{
  const ArdFile *file = ard_file (corpus, traced->file);
  double total;
  g_autofree double *weights = weigh_lines (corpus, traced, chain, settings, &total);
  guint step = 0;

  if (!traced->whole_window || !(total > 0))
    return;
  for (guint32 i = 0; i < file->n_functions; i++) {
    ard_function (corpus, file->first_function + i)->traced = TRUE;
    ard_function (corpus, file->first_function + i)->share = 0;
  }
  for (guint i = 0; i < chain->revisions->len; i++) {
    const ArdFunctionRevision *row = &g_array_index (chain->revisions, ArdFunctionRevision, i);
    ArdCorpusFunction *function = ard_function (corpus, file->first_function + row->function);

    while (ard_change (corpus, g_array_index (traced->steps, ArdTracedStep, step).change)->commit != row->commit)
      step++;
    if (row->code)
      function->share += weights[step] * (row->added + row->deleted) / total;
  }
  for (guint32 i = 0; i < file->n_functions; i++)
    ard_function (corpus, file->first_function + i)->share =
        MIN (ard_function (corpus, file->first_function + i)->share, 1);
}
