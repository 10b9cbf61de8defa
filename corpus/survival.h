#ifndef ARD_CORPUS_SURVIVAL_H
#define ARD_CORPUS_SURVIVAL_H

#include "corpus/past.h"

/*
 * Lines of one file by quarter, of the quarters that were read whole: those after the newest step that
 * was left out.
 *
 * past         folded
 * left_out_s   of gint64; the file's is appended, when it has steps
 */
void ard_survival_add (ArdCorpus *corpus, const ArdPast *past, GArray *left_out_s);

/* Of how many files each quarter is, once all are added. */
void ard_survival_count (ArdCorpus *corpus, const GArray *left_out_s);

#endif
