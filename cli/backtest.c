#include <string.h>

#include "cli/backtest_text.h"
#include "cli/command.h"
#include "cli/past.h"
#include "cli/print.h"
#include "model/error.h"
#include "reports/reports.h"

#define DEFAULT_CUTS 3

typedef struct {
  const ArdOptions *options;
  ArdTrials *trials;
  GString *text; /* to be printed */
  const char *format;
} Backtest;

/* The corpus at the head needs its history only, but a tree is what history is folded onto. */
static gboolean
try_dates (Backtest *backtest, ArdRun *run, guint32 repository, GError **error)
{
  int cuts = backtest->options->cuts ? backtest->options->cuts : DEFAULT_CUTS;
  g_autoptr (ArdCorpus) now = ard_run_build_past (run, &run->head, error);
  g_autofree char *why = NULL;

  if (!now || !ard_past_try (backtest->trials, repository, run, now, (guint) cuts, &why, error))
    return FALSE;
  if (why) {
    g_autofree char *root = ard_print_escape (ard_repository_root (run->repository));

    ard_print_message ("%s: a date is left out: %s", root, why);
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
  if (strcmp (backtest->format, "tsv") == 0) {
    g_autofree char *rows = ard_trials_write (backtest->trials);

    return ard_print_result (rows, strlen (rows), error);
  }
  result = ard_trials_measure (backtest->trials, 0, n);
  if (strcmp (backtest->format, "json") == 0) {
    g_autofree char *json = ard_backtest_json (result);

    return ard_print_result (json, strlen (json), error);
  }
  ard_backtest_print (backtest->text, result);
  return ard_print_result (backtest->text->str, backtest->text->len, error);
}

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_autoptr (ArdTrials) trials = ard_trials_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Backtest backtest = {
    .options = options, .trials = trials, .text = text, .format = options->format ? options->format : "text"
  };
  char here_path[] = ".";
  char *const here[] = { here_path, NULL };
  char *const *paths = arguments && arguments[0] ? arguments : here;

  if (options->cuts < 0 || options->cuts > 50) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "--cuts takes a number from 1 to 50");
    return -1;
  }
  if (!g_strv_contains ((const char *const[]){ "text", "json", "tsv", NULL }, backtest.format)) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "backtest writes text, json or tsv, not \"%s\"", backtest.format);
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
