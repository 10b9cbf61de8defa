#ifndef ARD_PEOPLE_H
#define ARD_PEOPLE_H

#include "model/corpus.h"

/*
 * The author that a word names, case ignored: by the whole name or mail address, else
 * by a part of the name or address that one author alone has. Bots are nobody.
 *
 * Returns:  index in authors; ARD_NONE on error
 * Errors:   ARD_ERROR_USAGE: several are named so (they are listed), or nobody (the nearest name is told)
 */
guint32 ard_people_named (const ArdCorpus *corpus, const char *word, GError **error);

#endif
