#ifndef ARD_CORPUS_TAGS_H
#define ARD_CORPUS_TAGS_H

#include "corpus/corpus.h"

/*
 * Fill corpus->tags: those not later than now. Where a tool wrote many tags at one
 * go, the time of their commits counts, not that of the tagger.
 *
 * corpus   has its commits
 * Errors:  ARD_ERROR_SETTINGS, a pattern of delivery.tag_patterns
 */
gboolean ard_tags_read (ArdCorpus *corpus, ArdRepository *repository, const ArdSettings *settings, GError **error);

#endif
