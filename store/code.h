#ifndef ARD_STORE_CODE_H
#define ARD_STORE_CODE_H

#include "model/facts.h"
#include "model/history.h"

/*
 * Facts and commit records as bytes: numbers as LEB128 varints (signed ones
 * zigzagged), doubles and digests as 8 bytes little-endian, strings as length and
 * bytes, an FNV-1a sum of all of it in the last 8. Any change of this layout needs
 * a new STORE_VERSION in store.c.
 */

/* Yours. */
GByteArray *ard_facts_encode (const ArdFacts *facts);
GByteArray *ard_record_encode (const ArdCommitRecord *record);

/*
 * Rows from bytes that may be damaged.
 *
 * facts, record  initialised by the caller and empty; after FALSE it holds a part and is only fit to be cleared
 * Returns:       FALSE when the sum, a length, an index or a text is wrong
 */
gboolean ard_facts_decode (const guint8 *bytes, gsize size, ArdFacts *facts);
gboolean ard_record_decode (const guint8 *bytes, gsize size, ArdCommitRecord *record);

#endif
