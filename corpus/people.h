#ifndef ARD_CORPUS_PEOPLE_H
#define ARD_CORPUS_PEOPLE_H

#include "languages/languages.h"
#include "model/corpus.h"

/* Fills the authors of a corpus: one row a name and mail, bots marked. */
typedef struct ArdPeople ArdPeople;

/*
 * corpus and the patterns over "name <mail>" are borrowed and outlive it. assistant: programs that help
 * somebody to write; as co-authors they are nobody.
 */
ArdPeople *ard_people_new (ArdCorpus *corpus, const ArdPatterns *bot, const ArdPatterns *assistant);
void ard_people_free (ArdPeople *people);

/* Index in authors, until ard_people_sort. */
guint32 ard_people_find (ArdPeople *people, const char *name, const char *mail);

/* Append the people of a commit to the corpus, each once, bots and assistants left out; co_authors: name, mail, name, mail … */
void ard_people_add (ArdPeople *people, ArdCommit *commit, const GPtrArray *co_authors);

/*
 * Give each co-author without an address the first author of the same name who has one; who has none is nobody we know,
 * and no longer among the people of the commit. Before ard_people_sort.
 */
void ard_people_resolve (ArdPeople *people);

/* Sort authors by name, then mail, and rename them in commits and people. */
void ard_people_sort (ArdPeople *people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdPeople, ard_people_free)

#endif
