#include "cli/pipeline.h"

#include "analyzers/analyzers.h"
#include "cli/print.h"
#include "model/error.h"
#include "scoring/scoring.h"

#define EXCERPT_LINES 60
/* Lines shown before and after a line that a finding of a whole file points at. */
#define EXCERPT_AROUND 3

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

  if (run->options->no_cache)
    return;
  run->store = ard_store_open (ard_repository_root (run->repository), &why);
  if (!run->store)
    ard_print_detail ("no cache: %s", why ? why : "unknown reason");
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
  if (!run->settings)
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
build (ArdRun *run, const ArdOid *commit, gboolean work_tree, GError **error)
{
  gint64 start_us = g_get_monotonic_time ();
  ArdBuild how = {
    .settings = run->settings,
    .languages = run->languages,
    .store = run->store,
    .jobs = run->options->jobs ? (guint) run->options->jobs : g_get_num_processors (),
    .progress = ard_print_progress,
    .phase = ard_print_phase,
  };
  ArdCorpus *corpus = ard_corpus_build (run->repository, commit, work_tree, &how, error);

  ard_print_progress_end ();
  if (corpus)
    ard_print_detail ("read %u files and %u commits in %.1f s", corpus->files->len, corpus->commits->len,
                      (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC);
  return corpus;
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
  run->corpus = build (run, &run->head, run->work_tree, error);
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
  run->base_corpus = build (run, &base, FALSE, error);
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

/* The lines that show an item: the whole function, or what a finding of the file points at. */
static gboolean
choose_lines (const ArdLedger *ledger, const ArdItem *item, guint32 *start, guint32 *end)
{
  if (item->function != ARD_NONE) {
    const ArdFunction *function = &ard_function (ledger->corpus, item->function)->facts;

    *start = function->start_line;
    *end = function->end_line;
    return TRUE;
  }
  for (guint32 i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (ledger, item->first_finding + i);

    if (finding->capture == ARD_NONE)
      continue;
    *start = finding->start_line > EXCERPT_AROUND ? finding->start_line - EXCERPT_AROUND : 1;
    *end = finding->end_line + EXCERPT_AROUND;
    return TRUE;
  }
  return FALSE;
}

void
ard_run_quote (ArdRun *run)
{
  guint n = MIN (run->ledger->items->len, (guint) run->settings->report_max_items);

  for (guint i = 0; i < n; i++) {
    ArdItem *item = ard_item (run->ledger, i);
    guint32 start, end;

    if (!choose_lines (run->ledger, item, &start, &end))
      continue;

    g_autofree char *text = ard_corpus_quote (run->corpus, run->repository, item->file, start, end, EXCERPT_LINES);

    if (!text)
      continue;
    ArdExcerpt excerpt = { item->file, start, ARD_NONE, g_string_chunk_insert (run->ledger->strings, text) };

    item->first_excerpt = run->ledger->excerpts->len;
    item->n_excerpts = 1;
    g_array_append_val (run->ledger->excerpts, excerpt);
  }
  ard_print_phase ("quote", NULL);
}
