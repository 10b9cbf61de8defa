#ifndef ARD_PIPELINE_H
#define ARD_PIPELINE_H

#include "cli/options.h"
#include "cli/settings_source.h"
#include "corpus/corpus.h"
#include "model/ledger.h"
#include "reports/message.h"

/*
 * A run, top to bottom: open the repository, build and seal the corpus, run the
 * analyzers, score, quote, write. Fields are owned, and freed by ard_run_clear.
 */
typedef struct {
  const ArdOptions *options;
  const char *lang;
  ArdRepository *repository;
  ArdOid head;
  gboolean work_tree; /* the files are those of the work tree */
  ArdSettings *settings;
  ArdOrigins *origins;
  ArdLanguages *languages;
  ArdMessages *messages;
  ArdStore *store;
  ArdCorpus *corpus;
  ArdLedger *ledger;

  ArdCorpus *base_corpus; /* `check` only */
  ArdLedger *base_ledger;
} ArdRun;

/*
 * Open the repository that holds path and read its settings.
 *
 * run      zero-initialised by the caller
 * history  whether the command's answer rests on history: a shallow clone is then an error
 * Errors:  ARD_ERROR_REPOSITORY, ARD_ERROR_USAGE
 */
gboolean ard_run_open (ArdRun *run, const ArdOptions *options, const char *path, gboolean history, GError **error);
void ard_run_clear (ArdRun *run);

/* Corpus, findings, ledger of the analysed tree. */
gboolean ard_run_score (ArdRun *run, GError **error);

/* The corpus of a commit, with what the ranking needs of it; yours. */
ArdCorpus *ard_run_build_past (const ArdRun *run, const ArdOid *commit, GError **error);

/* The same for the merge base with rev, then pair both and fill the verdict. */
gboolean ard_run_compare (ArdRun *run, const char *rev, GError **error);

/* excerpts.c: source lines for the first report.max_items items, and for what the pages with code show. */
void ard_run_quote (ArdRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdRun, ard_run_clear)

#endif
