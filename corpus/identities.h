#ifndef ARD_CORPUS_IDENTITIES_H
#define ARD_CORPUS_IDENTITIES_H

#include "model/corpus.h"

/*
 * One row an author where people write under several names and mail addresses, which
 * .mailmap seldom knows all of. Needs commits and people; authors are not sorted yet.
 */

/*
 * Join authors of one mail address (case ignored) and authors of one name of two words
 * or more (case and spacing ignored), or of a name that one of them has as account in an address of a
 * forge ("gnattu <1+gnattu@users.noreply.github.com>", spelled alike); addresses that no person has alone ("root@localhost",
 * "noreply@…", one without @) join nobody. The row with the most commits stays, the earlier
 * on a tie; bots join nobody. Rules as the simplest of Goeminne and Mens 2013.
 */
void ard_identities_join (ArdCorpus *corpus);

/*
 * Replace names and mail addresses by pseudonyms: "person-" and the first hex digits of
 * a SHA-256 of both, the same in every run. Whoever has the repository can find out who
 * is who; the pseudonym keeps names out of what is handed on. Bots keep their names.
 */
void ard_identities_veil (ArdCorpus *corpus);

#endif
