#include "ranking/ranking.h"

#include "ranking/backtest.h"
#include "ranking/fit.h"
#include "ranking/functions.h"
#include "ranking/model.h"
#include "ranking/rows.h"
#include "ranking/trial.h"
#include "ranking/weights.h"

/* Strength of the penalty on the house's own weights, by cross-validation over repositories (docs/ranking.md). */
#define HOUSE_RIDGE 0.1

void
ard_ranking_run (ArdCorpus *corpus, const ArdSettings *settings)
{
  g_autoptr (GArray) rows = ard_features_read (corpus);
  g_autofree char *why = ard_ranking_why_thin (corpus, rows->len, settings);
  g_autofree double *terms = NULL;
  g_autofree double *expected = NULL;
  double weights[ARD_N_TERMS];

  if (why)
    ard_notes_add (corpus->notes, NULL, "no fixes are expected of any file, so ranks go by what there is: %s", why);
  if (why || rows->len == 0)
    return;
  ard_weights_read (settings, weights);
  terms = ard_terms_compute (rows);
  expected = ard_model_expect (rows, terms, weights, ard_history_span_d (corpus));
  for (guint i = 0; i < rows->len; i++)
    ard_file (corpus, g_array_index (rows, ArdFeatures, i).file)->expected_fixes_year = expected[i];
  ard_functions_expect (corpus);
}

struct ArdTrials {
  GPtrArray *rows; /* of ArdTrial */
};

static void
free_trial (gpointer trial)
{
  ard_trial_free (trial);
}

ArdTrials *
ard_trials_new (void)
{
  ArdTrials *trials = g_new (ArdTrials, 1);

  trials->rows = g_ptr_array_new_with_free_func (free_trial);
  return trials;
}

void
ard_trials_free (ArdTrials *trials)
{
  if (!trials)
    return;
  g_ptr_array_unref (trials->rows);
  g_free (trials);
}

char *
ard_trials_add (ArdTrials *trials, guint32 repository, const ArdCorpus *before, const ArdCorpus *after,
                const ArdSettings *settings)
{
  char *why = NULL;
  double weights[ARD_N_TERMS];
  ArdTrial *trial;

  ard_weights_read (settings, weights);
  trial = ard_trial_new (before, after, repository, weights, settings, &why);
  if (trial)
    g_ptr_array_add (trials->rows, trial);
  return why;
}

guint
ard_trials_count (const ArdTrials *trials)
{
  return trials->rows->len;
}

char *
ard_trials_write (const ArdTrials *trials)
{
  GString *text = g_string_new (NULL);

  ard_trial_write_names (text);
  for (guint i = 0; i < trials->rows->len; i++)
    ard_trial_write (text, g_ptr_array_index (trials->rows, i));
  return g_string_free (text, FALSE);
}

ArdBacktest *
ard_trials_measure (const ArdTrials *trials, guint first, guint last)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = first; i < last; i++)
    g_ptr_array_add (some, g_ptr_array_index (trials->rows, i));
  return ard_backtest_run (some);
}

/* Every date weighs the same, however many fixes came after it. */
static double
weigh (const ArdTrial *trial)
{
  double fixes = 0;

  for (guint i = 0; i < trial->n; i++)
    fixes += trial->fixes[i];
  return 1 / fixes;
}

/* The newest date of a repository stands first. */
static gboolean
is_newest (const ArdTrials *trials, guint i)
{
  return i == 0 || ((const ArdTrial *) trials->rows->pdata[i])->repository !=
                       ((const ArdTrial *) trials->rows->pdata[i - 1])->repository;
}

typedef enum { ALL, NEWEST, OLDER } Dates;

static GArray *
list_points (const ArdTrials *trials, Dates dates)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ArdFitPoint));

  for (guint i = 0; i < trials->rows->len; i++) {
    const ArdTrial *trial = g_ptr_array_index (trials->rows, i);

    if (dates == ALL || (dates == NEWEST) == is_newest (trials, i))
      g_array_append_val (points, ((ArdFitPoint){ trial->n, trial->terms, trial->fixes, weigh (trial) }));
  }
  return points;
}

static void
fit (const ArdTrials *trials, Dates dates, const double *from, double ridge, double *weights)
{
  g_autoptr (GArray) points = list_points (trials, dates);

  ard_ranking_fit ((const ArdFitPoint *) (gpointer) points->data, points->len, ARD_N_TERMS, from, ridge * points->len,
                   weights);
}

static double
judge (const ArdTrials *trials, Dates dates, const double *weights)
{
  g_autoptr (GArray) points = list_points (trials, dates);

  return ard_ranking_likelihood ((const ArdFitPoint *) (gpointer) points->data, points->len, ARD_N_TERMS, weights);
}

/* The pull towards the house's weights under which the older dates foretell the newest best; 0: none does better. */
static double
find_ridge (const ArdTrials *trials)
{
  double best = judge (trials, NEWEST, ard_house_weights), chosen = 0;

  for (double ridge = 10; ridge > 0.005; ridge /= 10) {
    double weights[ARD_N_TERMS], value;

    fit (trials, OLDER, ard_house_weights, ridge, weights);
    value = judge (trials, NEWEST, weights);
    if (value > best) {
      best = value;
      chosen = ridge;
    }
  }
  return chosen;
}

static guint
count_newest (const ArdTrials *trials)
{
  guint n = 0;

  for (guint i = 0; i < trials->rows->len; i++)
    n += is_newest (trials, i);
  return n;
}

char **
ard_trials_fit (const ArdTrials *trials, char **why)
{
  double weights[ARD_N_TERMS];
  guint n = count_newest (trials);
  gboolean anew = n >= ARD_RESAMPLED;
  double ridge = anew ? HOUSE_RIDGE : trials->rows->len > n ? find_ridge (trials) : 0;

  if (ridge > 0) {
    fit (trials, ALL, anew ? NULL : ard_house_weights, ridge, weights);
    return ard_weights_write (weights);
  }
  *why = g_strdup (trials->rows->len > n ? "weights fitted on the older dates foretell the newest no better than the "
                                           "house's: keep those"
                                         : "a fit needs two dates with enough history: keep the house's weights");
  return NULL;
}
