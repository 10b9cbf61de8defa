#ifndef ARD_KNOWLEDGE_PARTS_H
#define ARD_KNOWLEDGE_PARTS_H

#include "model/corpus.h"
#include "model/settings.h"

/* The parts of ard_knowledge_find, one file each, in the order in which they run; each fills its own rows. */

/* days.c: what a commit's people put into each of its changes. */
typedef struct {
  float *weights; /* one a change: 1 + log2 (1 + lines), 0 where it earns nothing */
  double *rates;  /* one a row of corpus->people: author-days for a weight of 1 */
} ArdDays;

/* Split every person's day over that day's changes of the whole history (docs/money.md 2); yours, ard_days_clear. */
void ard_days_init (ArdDays *days, const ArdCorpus *corpus);
void ard_days_clear (ArdDays *days);

/* Whether a commit tells who knows the files that it changes. */
gboolean ard_commit_teaches (const ArdCommit *commit);

/* Whether a file is code that people know: read by a grammar and judged. */
gboolean ard_file_is_code (const ArdFile *file);

/* ownership.c: knowledge, first_knowledge and n_knowledge of every file that is judged. */
void ard_ownership_find (ArdCorpus *corpus, const ArdSettings *settings, const ArdDays *days);

/* persons.c: one row an author. */
void ard_persons_find (ArdCorpus *corpus, const ArdSettings *settings);

/* truck.c: the truck factor of the repository and of every folder with code. Needs persons. */
void ard_truck_find (ArdCorpus *corpus, const ArdSettings *settings);

/*
 * truck.c: the greedy removal over some files.
 *
 * files     indexes of files of code; those without an owner that counts are in n_files all the same
 * counts    whose ownership counts, one an author; NULL: everyone's
 * coverage  the removal ends when less than this share of the files has an owner left
 * leavers   receives the people removed, ArdTruckPerson, in their order
 * Returns:  the share of the files that has an owner left; 0 without files
 */
double ard_truck_remove (const ArdCorpus *corpus, const guint32 *files, guint32 n_files, const guint8 *counts,
                         double coverage, GArray *leavers);

/* needs.c: pairs of people whose files change together. Needs couplings and persons. */
void ard_needs_find (ArdCorpus *corpus);

#endif
