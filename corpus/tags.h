#ifndef ARD_CORPUS_TAGS_H
#define ARD_CORPUS_TAGS_H

#include "corpus/corpus.h"

/*
 * Fill corpus->tags and tag_entries: tags not later than now. Where a tool wrote many tags at one
 * go, the time of their commits counts, not that of the tagger. A release on a branch
 * that is no part of the history holds what stood there when the branch left it: its
 * commits are walked back to the first ones that the history has, each once in all.
 *
 * corpus   has its commits
 * Errors:  ARD_ERROR_SETTINGS, a pattern of delivery.tag_patterns
 */
gboolean ard_tags_read (ArdCorpus *corpus, ArdRepository *repository, const ArdSettings *settings, GError **error);

#endif
