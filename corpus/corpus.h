#ifndef ARD_CORPUS_BUILD_H
#define ARD_CORPUS_BUILD_H

#include "languages/languages.h"
#include "model/corpus.h"
#include "repository/repository.h"
#include "store/store.h"

/* Joins repository, languages and store into one sealed corpus. */

/* Called from the building thread only; total 0 when unknown. */
typedef void (*ArdProgress) (const char *step, guint done, guint total, gpointer data);

/* Called from the building thread when a phase has ended, for its timing. */
typedef void (*ArdPhase) (const char *phase, gpointer data);

typedef struct {
  const ArdSettings *settings;
  const ArdLanguages *languages;
  ArdStore *store;      /* may be NULL */
  guint jobs;           /* at least 1 */
  gboolean past;        /* for a backtest: tests are not parsed; coverage, copies and the rooms but imports are left out */
  ArdProgress progress; /* may be NULL */
  ArdPhase phase;       /* may be NULL */
  gpointer progress_data; /* of both */
} ArdBuild;

/*
 * Read the tree of commit (or the work tree on top of it), its history, fold the
 * history onto today's paths, count activity, seal.
 *
 * work_tree  whether files come from the work tree; history always ends at commit
 * Errors:    ARD_ERROR_REPOSITORY, ARD_ERROR_USAGE (a broken pattern)
 * Returns:   sealed; yours. Same bytes for any number of jobs and any state of the store.
 */
ArdCorpus *ard_corpus_build (ArdRepository *repository, const ArdOid *commit, gboolean work_tree, const ArdBuild *build,
                             GError **error);

/* Bytes of a file of the corpus; NULL when it cannot be read, or is binary or too large; yours. */
GBytes *ard_corpus_bytes (const ArdCorpus *corpus, ArdRepository *repository, guint32 file);

/*
 * Source lines of a file of the corpus, for excerpts: made valid UTF-8, at most
 * max_lines lines of at most 400 bytes; NULL when it cannot be read; yours.
 */
char *ard_corpus_quote (const ArdCorpus *corpus, ArdRepository *repository, guint32 file, guint32 start_line,
                        guint32 end_line, guint32 max_lines);

#endif
