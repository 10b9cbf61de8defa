#include <math.h>

#include "scoring/parts.h"

#define DAY_S 86400

typedef struct {
  double time, incident;
} Hazards;

static double
unhealthiness (double hazard)
{
  return -expm1 (-hazard);
}

static double
saturate (double factor, double u)
{
  return factor * u / (1 + factor * u);
}

static void
score (ArdFileScore *score, const ArdFile *file, const Hazards *hazards, const ArdSettings *settings)
{
  score->unhealthiness_time = unhealthiness (hazards->time);
  score->unhealthiness_incident = unhealthiness (hazards->incident);
  score->health = 1 - score->unhealthiness_time;
  score->hours_month = ard_file_hours (file, settings);
  score->fixes_month = file->fixes_month;
  score->wasted_share = saturate (settings->health_slowdown.likely, score->unhealthiness_time);
  score->incident_share = saturate (settings->health_defect_factor.likely - 1, score->unhealthiness_incident);
  score->wasted_h_month = score->hours_month * score->wasted_share;
  score->incidents_month = score->fixes_month * settings->incident_share.likely * score->incident_share;
  score->cost_month =
      score->wasted_h_month * settings->team_hour_cost.likely + score->incidents_month * settings->incident_cost.likely;
}

static void
withhold (ArdLedger *ledger)
{
  for (guint i = 0; i < ledger->file_scores->len; i++) {
    ArdFileScore *row = ard_file_score (ledger, i);

    row->wasted_h_month = row->incidents_month = row->cost_month = NAN;
  }
  for (guint i = 0; i < ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (ledger, i);

    finding->charge_h_month = finding->charge_incidents_month = NAN;
  }
}

void
ard_health_measure (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  guint n_files = corpus->files->len;
  g_autofree Hazards *sums = g_new0 (Hazards, n_files);

  for (guint i = 0; i < ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (ledger, i);

    ard_finding_hazards (finding, corpus, ledger->settings, &finding->hazard_time, &finding->hazard_incident);
    sums[finding->file].time += finding->hazard_time;
    sums[finding->file].incident += finding->hazard_incident;
  }

  g_array_set_size (ledger->file_scores, n_files);
  for (guint i = 0; i < n_files; i++)
    score (ard_file_score (ledger, i), ard_file (corpus, i), &sums[i], ledger->settings);

  for (guint i = 0; i < ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (ledger, i);
    const ArdFileScore *file = ard_file_score (ledger, finding->file);
    const Hazards *sum = &sums[finding->file];

    finding->charge_h_month = sum->time > 0 ? file->wasted_h_month * (finding->hazard_time / sum->time) : 0;
    finding->charge_incidents_month =
        sum->incident > 0 ? file->incidents_month * (finding->hazard_incident / sum->incident) : 0;
  }
  if (!ledger->priced)
    withhold (ledger);
}

static guint
count_changed_files (const ArdCorpus *corpus)
{
  guint n = 0;

  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    n += file->measured && file->revisions > 0 && !(file->flags & ARD_FILE_NOT_JUDGED);
  }
  return n;
}

static gboolean
changes_code_in_use (const ArdCorpus *corpus, const ArdCommit *commit)
{
  for (guint i = 0; i < commit->n_changes; i++) {
    guint32 file = ard_change (corpus, commit->first_change + i)->file;

    if (file != ARD_NONE && ard_file (corpus, file)->measured &&
        !(ard_file (corpus, file)->flags & ARD_FILE_NOT_IN_USE))
      return TRUE;
  }
  return FALSE;
}

/* A fix of a page or of a test says nothing of what failures cost. */
static guint
count_fixes (const ArdCorpus *corpus)
{
  guint n = 0;

  for (guint i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    n += (commit->flags & (ARD_COMMIT_FIX | ARD_COMMIT_REVERT)) && (commit->flags & ARD_COMMIT_IN_WINDOW) &&
         !(commit->flags & ARD_COMMIT_NOT_COUNTED) && changes_code_in_use (corpus, commit);
  }
  return n;
}

static double
find_age_d (const ArdCorpus *corpus)
{
  gint64 oldest_s = corpus->now_s;

  for (guint i = 0; i < corpus->commits->len; i++)
    oldest_s = MIN (oldest_s, ard_commit (corpus, i)->time_s);
  return (double) (corpus->now_s - oldest_s) / DAY_S;
}

void
ard_history_judge (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  const ArdSettings *settings = ledger->settings;
  guint files = count_changed_files (corpus), fixes = count_fixes (corpus);
  double age_d = find_age_d (corpus);
  g_autofree char *why = NULL;

  if (corpus->shallow)
    why = g_strdup ("the history is cut (a shallow clone): run \"git fetch --unshallow\" first");
  else if (age_d < settings->history_min_days)
    why = g_strdup_printf ("the history is %.0f day%s old; prices need %.0f", floor (age_d),
                           floor (age_d) == 1 ? "" : "s", settings->history_min_days);
  else if (files < settings->history_min_files)
    why = g_strdup_printf ("only %u code file%s changed in the last %.0f days; prices need %.0f", files,
                           files == 1 ? "" : "s", settings->history_window_d, settings->history_min_files);
  else if (fixes < settings->history_min_fixes)
    why = g_strdup_printf ("only %u bug fix%s of code in use in the last %.0f days; prices need %.0f", fixes,
                           fixes == 1 ? "" : "es", settings->history_window_d, settings->history_min_fixes);
  ledger->priced = why == NULL;
  ledger->not_priced = why ? g_string_chunk_insert (ledger->strings, why) : NULL;
}
