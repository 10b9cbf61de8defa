#ifndef ARD_STORE_HANDLE_H
#define ARD_STORE_HANDLE_H

#include <sqlite3.h>

#include "store/store.h"

/* Private to store/: the open file and what all of its tables share. */

#define ARD_KEY_BYTES 32

struct ArdStore {
  sqlite3 *db;
  char *path;
  sqlite3_stmt *find_facts, *put_facts, *find_record, *put_record;
  sqlite3_stmt *find_version, *put_version, *find_hunks, *put_hunks;
  guint puts;
  gboolean broken; /* an error occurred: nothing is found or put from now on */
};

/* Key of facts and of versions: blob, the path's language, digest of the languages. */
void ard_store_facts_key (const ArdOid *blob, const char *guess, const char *digest, guint8 key[ARD_KEY_BYTES]);

/* One row's bytes, borrowed until the statement is reset; NULL when there is none. */
const guint8 *ard_store_step (ArdStore *store, sqlite3_stmt *statement, gsize *size);

/* Insert bytes under a key. */
void ard_store_put (ArdStore *store, sqlite3_stmt *statement, const guint8 *key, const GByteArray *bytes);

#endif
