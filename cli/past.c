#include "cli/past.h"

#include "cli/print.h"
#include "scoring/scoring.h"

#define YEAR_S 31557600 /* 365.25 days */
/* Lines of older commits weigh nothing at a past date: the longest half-life of lines is 180 days. */
#define LINES_WINDOW_D 731

/* The last commit of the first-parent line that is not younger than a moment, or NULL. */
static const ArdCommit *
find_commit (const ArdCorpus *corpus, gint64 time_s)
{
  guint32 i = corpus->commits->len ? 0 : ARD_NONE;

  while (i != ARD_NONE) {
    const ArdCommit *commit = ard_commit (corpus, i);

    if (commit->commit_time_s <= time_s)
      return commit;
    i = commit->n_parents ? g_array_index (corpus->parents, guint32, commit->first_parent) : ARD_NONE;
  }
  return NULL;
}

static ArdCorpus *
build (ArdRun *run, const ArdOid *commit, GError **error)
{
  double window_d = run->settings->history_lines_window_d;
  ArdCorpus *corpus;

  run->settings->history_lines_window_d = MIN (window_d, LINES_WINDOW_D);
  corpus = ard_run_build_past (run, commit, error);
  run->settings->history_lines_window_d = window_d;
  return corpus;
}

static void
keep_first (char **why, char *reason)
{
  if (*why)
    g_free (reason);
  else
    *why = reason;
}

gboolean
ard_past_try (ArdTrials *trials, guint32 repository, ArdRun *run, const ArdCorpus *now, guint dates, char **why,
              GError **error)
{
  const ArdCorpus *after = now;
  g_autoptr (ArdCorpus) kept = NULL;

  *why = NULL;
  for (guint i = 1; i <= dates; i++) {
    const ArdCommit *commit = find_commit (after, now->now_s - (gint64) i * YEAR_S);
    ArdCorpus *before;

    if (!commit) {
      keep_first (why, g_strdup_printf ("no commit of the main line is %u x 365.25 days older than the last", i));
      return TRUE;
    }
    before = build (run, &commit->id, error);
    if (!before)
      return FALSE;
    keep_first (why, ard_trials_add (trials, repository, before, after, run->settings));
    g_clear_pointer (&kept, ard_corpus_free);
    after = kept = before;
  }
  return TRUE;
}

gboolean
ard_past_judge (ArdRun *run, GError **error)
{
  g_autoptr (ArdTrials) trials = ard_trials_new ();
  g_autofree char *why = NULL;

  if (!run->settings->report_backtest)
    return TRUE;
  if (!ard_past_try (trials, 0, run, run->corpus, 1, &why, error))
    return FALSE;
  if (why)
    ard_notes_add (run->ledger->notes, NULL, "the ranking was not held against the past: %s", why);
  else
    ard_scoring_take_backtest (run->ledger, ard_trials_measure (trials, 0, ard_trials_count (trials)));
  ard_notes_sort (run->ledger->notes);
  ard_print_phase ("try the ranking on the year before", NULL);
  return TRUE;
}
