#ifndef ARD_CORPUS_LIVES_H
#define ARD_CORPUS_LIVES_H

#include "corpus/trail.h"

/*
 * Fill origin, identity, birth_s, last_s and revisions_total of every file of a folded corpus.
 *
 * The birth is the earliest commit that added the file (that changed it, where none
 * added it) by time, then id: an order that does not depend on which head the list
 * of commits was read from. identity = first 8 bytes of SHA-256 (origin, NUL, id of
 * the birth); a file without history hashes its path and a zero id.
 */
void ard_lives_fill (ArdCorpus *corpus, const ArdTrail *trail);

#endif
