#include "cli/pipeline.h"

#include "analyzers/analyzers.h"
#include "cli/print.h"
#include "model/error.h"
#include "ranking/ranking.h"
#include "scoring/scoring.h"

static gboolean
refuse_shallow (ArdRepository *repository, GError **error)
{
  if (!ard_repository_is_shallow (repository))
    return TRUE;
  g_set_error (
      error, ARD_ERROR, ARD_ERROR_REPOSITORY,
      "\"%s\" is a shallow clone: its history is cut, and the figures rest on history; run: git fetch --unshallow",
      ard_repository_root (repository));
  return FALSE;
}

static void
open_store (ArdRun *run)
{
  g_autofree char *why = NULL;

  if (run->options->no_cache) {
    run->store = ard_store_open_private ();
    return;
  }
  run->store = ard_store_open (ard_repository_root (run->repository), &why);
  if (!run->store)
    ard_print_detail ("no cache: %s", why ? why : "unknown reason");
}

static gboolean
check_weights (const ArdSettings *settings, GError **error)
{
  g_autofree char *wrong = ard_ranking_why_wrong (settings);

  if (wrong)
    g_set_error_literal (error, ARD_ERROR, ARD_ERROR_USAGE, wrong);
  return !wrong;
}

gboolean
ard_run_open (ArdRun *run, const ArdOptions *options, const char *path, gboolean history, GError **error)
{
  run->options = options;
  run->lang = options->lang ? options->lang : "en";
  run->messages = ard_messages_new (run->lang, error);
  if (!run->messages)
    return FALSE;
  run->repository = ard_repository_open (path, error);
  if (!run->repository || (history && !refuse_shallow (run->repository, error)))
    return FALSE;
  if (!ard_repository_resolve (run->repository, options->rev ? options->rev : "HEAD", &run->head, error))
    return FALSE;
  run->work_tree = !options->rev && !ard_repository_is_bare (run->repository);
  run->settings =
      ard_settings_load (options, run->repository, run->work_tree ? NULL : &run->head, &run->origins, error);
  if (!run->settings || !check_weights (run->settings, error))
    return FALSE;
  run->languages = ard_languages_new (run->settings, error);
  if (!run->languages)
    return FALSE;
  open_store (run);
  ard_print_phase ("open", NULL);
  return TRUE;
}

void
ard_run_clear (ArdRun *run)
{
  g_clear_pointer (&run->base_ledger, ard_ledger_free);
  g_clear_pointer (&run->base_corpus, ard_corpus_free);
  g_clear_pointer (&run->ledger, ard_ledger_free);
  g_clear_pointer (&run->corpus, ard_corpus_free);
  g_clear_pointer (&run->store, ard_store_free);
  g_clear_pointer (&run->messages, ard_messages_free);
  g_clear_pointer (&run->languages, ard_languages_free);
  g_clear_pointer (&run->settings, ard_settings_free);
  g_clear_pointer (&run->origins, ard_origins_free);
  g_clear_pointer (&run->repository, ard_repository_free);
}

static ArdCorpus *
build (const ArdRun *run, const ArdOid *commit, gboolean work_tree, gboolean past, GError **error)
{
  gint64 start_us = g_get_monotonic_time ();
  ArdBuild how = {
    .settings = run->settings,
    .languages = run->languages,
    .store = run->store,
    .jobs = run->options->jobs ? (guint) run->options->jobs : g_get_num_processors (),
    .progress = ard_print_progress,
    .phase = ard_print_phase,
    .past = past,
  };
  ArdCorpus *corpus = ard_corpus_build (run->repository, commit, work_tree, &how, error);

  ard_print_progress_end ();
  if (corpus)
    ard_print_detail ("read %u files and %u commits in %.1f s", corpus->files->len, corpus->commits->len,
                      (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC);
  return corpus;
}

ArdCorpus *
ard_run_build_past (const ArdRun *run, const ArdOid *commit, GError **error)
{
  return build (run, commit, FALSE, TRUE, error);
}

static ArdLedger *
score (const ArdRun *run, const ArdCorpus *corpus)
{
  ArdFindings *findings = ard_analyzers_run (corpus, run->settings);

  ard_print_phase ("analyse", NULL);

  ArdLedger *ledger = ard_scoring_run (corpus, run->settings, findings);

  ard_print_phase ("score", NULL);
  return ledger;
}

gboolean
ard_run_score (ArdRun *run, GError **error)
{
  run->corpus = build (run, &run->head, run->work_tree, FALSE, error);
  if (!run->corpus)
    return FALSE;
  run->ledger = score (run, run->corpus);
  for (guint i = 0; i < run->corpus->notes->len; i++) {
    const ArdNote *note = &g_array_index (run->corpus->notes, ArdNote, i);
    g_autofree char *path = ard_print_escape (note->path ? note->path : ard_repository_root (run->repository));

    ard_print_detail ("note: %s: %s", path, note->reason);
  }
  return TRUE;
}

/* A file that cannot be read on one side would read as new or as paid off. */
static gboolean
refuse_damaged (const ArdCorpus *corpus, GError **error)
{
  if (corpus->n_damaged == 0)
    return TRUE;
  g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY,
               "files of commit %.10s that cannot be read: %u, so what is new cannot be told; check with `git fsck`, "
               "fill a partial clone with `git fetch --refetch --no-filter`",
               corpus->head, corpus->n_damaged);
  return FALSE;
}

gboolean
ard_run_compare (ArdRun *run, const char *rev, GError **error)
{
  ArdOid other, base;

  if (!ard_repository_resolve (run->repository, rev, &other, error) ||
      !ard_repository_merge_base (run->repository, &run->head, &other, &base, error))
    return FALSE;
  run->base_corpus = build (run, &base, FALSE, FALSE, error);
  if (!run->base_corpus || !refuse_damaged (run->base_corpus, error) || !refuse_damaged (run->corpus, error))
    return FALSE;
  run->base_ledger = score (run, run->base_corpus);

  g_autoptr (GHashTable) renames =
      ard_repository_renames (run->repository, &base, run->work_tree ? NULL : &run->head, run->settings, error);

  if (!renames)
    return FALSE;
  ard_scoring_compare (run->ledger, run->base_ledger, renames);
  return TRUE;
}
