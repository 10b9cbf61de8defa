#include <string.h>

#include "cli/backtest_text.h"
#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "model/error.h"

#define YEAR_S 31557600 /* 365.25 days */
#define DEFAULT_CUTS 3

typedef struct {
  const ArdOptions *options;
  ArdTrials *trials;
  GString *rows; /* --features */
  GString *text; /* to be printed */
} Backtest;

/* The last commit of the first-parent line that is not younger than a moment, or NULL. */
static const ArdCommit *
find_cut (const ArdCorpus *corpus, gint64 time_s)
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

static void
add_trial (Backtest *backtest, const ArdRun *run, guint32 repository, const ArdCorpus *before, const ArdCorpus *after)
{
  g_autofree char *why = ard_trials_add (backtest->trials, repository, before, after, run->settings);
  g_autofree char *root = ard_print_escape (ard_repository_root (run->repository));

  if (why)
    ard_print_message ("%s at %.10s: left out: %s", root, before->head, why);
  else
    ard_print_detail ("%s at %.10s: ranked", root, before->head);
}

/* Years back from the head: every tree is the "after" of the one before it. */
static gboolean
try_dates (Backtest *backtest, const ArdRun *run, guint32 repository, GError **error)
{
  int cuts = backtest->options->cuts ? backtest->options->cuts : DEFAULT_CUTS;
  g_autoptr (ArdCorpus) after = ard_run_build_past (run, &run->head, error);
  gint64 now_s;

  if (!after)
    return FALSE;
  now_s = after->now_s;
  for (int i = 1; i <= cuts; i++) {
    const ArdCommit *cut = find_cut (after, now_s - (gint64) i * YEAR_S);
    g_autoptr (ArdCorpus) before = NULL;

    if (!cut) {
      ard_print_message ("no commit is %d years older than the last", i);
      return TRUE;
    }
    before = ard_run_build_past (run, &cut->id, error);
    if (!before)
      return FALSE;
    add_trial (backtest, run, repository, before, after);
    ard_corpus_free (after);
    after = g_steal_pointer (&before);
  }
  return TRUE;
}

static gboolean
try_repository (Backtest *backtest, const char *path, guint32 repository, GError **error)
{
  g_auto (ArdRun) run = { 0 };
  guint first = ard_trials_count (backtest->trials), last;

  if (!ard_run_open (&run, backtest->options, path, TRUE, error) || !try_dates (backtest, &run, repository, error))
    return FALSE;
  last = ard_trials_count (backtest->trials);
  if (last > first && backtest->options->verbose) {
    g_autofree ArdBacktest *result = ard_trials_measure (backtest->trials, first, last);
    g_autofree char *name = ard_print_escape (path);

    ard_backtest_print_line (backtest->text, name, result);
  }
  return TRUE;
}

static gboolean
print_weights (Backtest *backtest, GError **error)
{
  g_autofree char *why = NULL;
  g_auto (GStrv) weights = ard_trials_fit (backtest->trials, &why);

  if (!weights) {
    ard_print_message ("%s", why);
    return TRUE;
  }
  g_string_truncate (backtest->text, 0);
  g_string_append (backtest->text, "ranking:\n  weights:\n");
  for (char **line = weights; *line; line++)
    g_string_append_printf (backtest->text, "    - %s\n", *line);
  return ard_print_result (backtest->text->str, backtest->text->len, error);
}

static gboolean
print (Backtest *backtest, GError **error)
{
  guint n = ard_trials_count (backtest->trials);
  g_autofree ArdBacktest *result = NULL;

  if (n == 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY,
                 "no ranking can be judged: the history is too thin at every date that was tried");
    return FALSE;
  }
  if (backtest->options->fit)
    return print_weights (backtest, error);
  result = ard_trials_measure (backtest->trials, 0, n);
  ard_backtest_print (backtest->text, result);
  return ard_print_result (backtest->text->str, backtest->text->len, error);
}

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_autoptr (ArdTrials) trials = ard_trials_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Backtest backtest = { .options = options, .trials = trials, .text = text };
  char here_path[] = ".";
  char *const here[] = { here_path, NULL };
  char *const *paths = arguments && arguments[0] ? arguments : here;

  if (options->cuts < 0 || options->cuts > 50) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "--cuts takes a number from 1 to 50");
    return -1;
  }
  for (guint32 i = 0; paths[i]; i++)
    if (!try_repository (&backtest, paths[i], i, error))
      return -1;
  return print (&backtest, error) ? 0 : -1;
}

const ArdCommand ard_command_backtest = {
  .name = "backtest",
  .arguments = "[PATH…]",
  .doc = "how well the ranking would have foretold the fixes of past years",
  .max_arguments = G_MAXUINT,
  .run = run,
};
