#ifndef ARD_CHANGE_SETS_H
#define ARD_CHANGE_SETS_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * The change sets of history.window_d: counted commits, each its own set, or all
 * of one author on one day (coupling.same_day). A set of more than
 * coupling.max_files files, those that are gone included, is left out; so are
 * files that are not judged. Two tables of indexes, one the other's mirror.
 */
typedef struct {
  guint32 n;            /* sets that hold a file at least */
  guint32 n_files;      /* of the corpus */
  guint32 *first_file;  /* by set, in files; n + 1 numbers */
  guint32 *files;       /* by set, then file */
  guint32 *first_set;   /* by file, in sets; n_files + 1 numbers */
  guint32 *sets;        /* by file, then set */
} ArdSets;

/* Linear in the changes of the window; yours. */
ArdSets *ard_sets_new (const ArdCorpus *corpus, const ArdSettings *settings);
void ard_sets_free (ArdSets *sets);

/* How many sets changed a file. */
#define ard_sets_revisions(sets, file) ((sets)->first_set[(file) + 1] - (sets)->first_set[file])

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdSets, ard_sets_free)

#endif
