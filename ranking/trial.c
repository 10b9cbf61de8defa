#include "ranking/trial.h"

#include "ranking/features.h"
#include "ranking/model.h"
#include "ranking/outcome.h"

#define DAY_S 86400.0
#define YEAR_D 365
#define YEAR_MONTHS 12

double
ard_history_span_d (const ArdCorpus *corpus)
{
  gint64 oldest = corpus->now_s;

  for (guint32 i = 0; i < corpus->commits->len; i++)
    oldest = MIN (oldest, ard_commit (corpus, i)->time_s);
  return (double) (corpus->now_s - oldest) / DAY_S;
}

static guint
count_repairing (const ArdCorpus *corpus)
{
  guint n = 0;

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    n += (commit->flags & ARD_COMMIT_FIX) && !(commit->flags & ARD_COMMIT_NOT_COUNTED) &&
         (double) (corpus->now_s - commit->time_s) / DAY_S <= YEAR_D;
  }
  return n;
}

char *
ard_ranking_why_thin (const ArdCorpus *corpus, guint n_files, const ArdSettings *settings)
{
  guint fixes = count_repairing (corpus);
  double span_d = ard_history_span_d (corpus);

  if (n_files < settings->history_min_files)
    return g_strdup_printf ("%u files of code in use, under history.min_files (%.0f)", n_files,
                            settings->history_min_files);
  if (fixes < settings->history_min_fixes)
    return g_strdup_printf ("%u bug-fix commits in 365 days, under history.min_fixes (%.0f)", fixes,
                            settings->history_min_fixes);
  if (span_d < settings->history_min_days)
    return g_strdup_printf ("%.0f days of history, under history.min_days (%.0f)", span_d, settings->history_min_days);
  return NULL;
}

static void
score_simple (ArdTrial *trial, guint32 i, const ArdFeatures *row)
{
  double lines = trial->lines[i];

  trial->scores[ARD_RANKING_RANDOM][i] = 0;
  trial->scores[ARD_RANKING_SIZE][i] = lines;
  trial->scores[ARD_RANKING_REVISIONS][i] = row->revisions_year;
  trial->scores[ARD_RANKING_REVISIONS_BY_LINES][i] = row->revisions_year * lines;
  trial->scores[ARD_RANKING_REVISIONS_PER_LINE][i] = row->revisions_year / lines;
  trial->scores[ARD_RANKING_CHURN][i] = row->churn_year;
  trial->scores[ARD_RANKING_FIXES][i] = row->repairs_year;
  trial->scores[ARD_RANKING_FIXES_PER_LINE][i] = row->repairs_year / lines;
}

static void
score_expected (ArdTrial *trial, const GArray *rows, const double *weights, double span_d)
{
  g_free (trial->scores[ARD_RANKING_EXPECTED]);
  trial->scores[ARD_RANKING_EXPECTED] = ard_model_expect (rows, trial->terms, weights, span_d);
  for (guint i = 0; i < trial->n; i++)
    trial->scores[ARD_RANKING_EXPECTED_PER_LINE][i] = trial->scores[ARD_RANKING_EXPECTED][i] / trial->lines[i];
}

static ArdTrial *
allocate (guint n, guint32 repository)
{
  ArdTrial *trial = g_new0 (ArdTrial, 1);

  *trial = (ArdTrial){ .repository = repository,
                       .n = n,
                       .paths = g_new0 (char *, (gsize) n + 1),
                       .fixes = g_new (double, n),
                       .lines = g_new (double, n),
                       .days = g_new (double, n),
                       .expected_days = g_new (double, n) };
  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    trial->scores[i] = g_new (double, n);
  return trial;
}

/* Returns the later fixes. */
static double
fill (ArdTrial *trial, const GArray *rows, const ArdCorpus *before, const ArdCorpus *after)
{
  g_autofree ArdOutcome *outcomes = ard_ranking_outcome (before, after);
  double fixes = 0;

  for (guint i = 0; i < rows->len; i++) {
    const ArdFeatures *row = &g_array_index (rows, ArdFeatures, i);

    trial->paths[i] = g_strdup (ard_file (before, row->file)->path);
    trial->lines[i] = MAX (row->lines, 1);
    trial->fixes[i] = outcomes[row->file].fixes;
    trial->days[i] = outcomes[row->file].days;
    trial->expected_days[i] = YEAR_MONTHS * ard_file (before, row->file)->days_month;
    fixes += trial->fixes[i];
    score_simple (trial, i, row);
  }
  return fixes;
}

ArdTrial *
ard_trial_new (const ArdCorpus *before, const ArdCorpus *after, guint32 repository, const double *weights,
               const ArdSettings *settings, char **why)
{
  g_autoptr (GArray) rows = ard_features_read (before);
  g_autoptr (ArdTrial) trial = NULL;

  *why = ard_ranking_why_thin (before, rows->len, settings);
  if (*why)
    return NULL;
  trial = allocate (rows->len, repository);
  trial->date_s = before->now_s;
  trial->repairing = count_repairing (before);
  trial->terms = ard_terms_compute (rows);
  if (rows->len == 0 || fill (trial, rows, before, after) <= 0) {
    *why = g_strdup ("no file of it was fixed in the year after");
    return NULL;
  }
  score_expected (trial, rows, weights, ard_history_span_d (before));
  return g_steal_pointer (&trial);
}

void
ard_trial_free (ArdTrial *trial)
{
  if (!trial)
    return;
  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    g_free (trial->scores[i]);
  g_strfreev (trial->paths);
  g_free (trial->fixes);
  g_free (trial->lines);
  g_free (trial->days);
  g_free (trial->expected_days);
  g_free (trial->terms);
  g_free (trial);
}
