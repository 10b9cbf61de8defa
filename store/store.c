#include "store/store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/code.h"
#include "store/handle.h"

/* Raised with every change of the tables or of store/code.h. */
#define STORE_VERSION 7

/* A store that grew beyond this holds mostly what nobody asks for again: it starts anew. */
#define STORE_MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* What is put is safe from a kill after at most so many rows. */
#define PUTS_A_TRANSACTION 20000

static const char schema[] = "CREATE TABLE facts (key BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;"
                             "CREATE TABLE records (id BLOB PRIMARY KEY, similarity REAL NOT NULL,"
                             " counted INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;"
                             "CREATE TABLE versions (key BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;"
                             "CREATE TABLE hunks (key BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;";

static char *
path_for (const char *root)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, root, -1);
  g_autofree char *name = g_strconcat (sum, ".sqlite", NULL);

  return g_build_filename (g_get_user_cache_dir (), "ardoise", name, NULL);
}

static gboolean
run (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int
read_version (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

static gboolean
create_tables (sqlite3 *db)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", STORE_VERSION);

  return run (db, schema) && run (db, version);
}

static gboolean
prepare (ArdStore *store)
{
  const struct {
    sqlite3_stmt **statement;
    const char *sql;
  } rows[] = {
    { &store->find_facts, "SELECT data FROM facts WHERE key = ?1" },
    { &store->put_facts, "INSERT OR REPLACE INTO facts VALUES (?1, ?2)" },
    { &store->find_record, "SELECT data FROM records WHERE id = ?1 AND similarity = ?2 AND counted >= ?3" },
    { &store->put_record, "INSERT OR REPLACE INTO records VALUES (?1, ?2, ?3, ?4)" },
    { &store->find_version, "SELECT data FROM versions WHERE key = ?1" },
    { &store->put_version, "INSERT OR REPLACE INTO versions VALUES (?1, ?2)" },
    { &store->find_hunks, "SELECT data FROM hunks WHERE key = ?1" },
    { &store->put_hunks, "INSERT OR REPLACE INTO hunks VALUES (?1, ?2)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (sqlite3_prepare_v3 (store->db, rows[i].sql, -1, SQLITE_PREPARE_PERSISTENT, rows[i].statement, NULL) !=
        SQLITE_OK)
      return FALSE;
  return TRUE;
}

/* The lock is held to the end: a second run beside this one does without a store. */
static gboolean
lock (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_busy_timeout (db, 100);
  return run (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"
                  "BEGIN IMMEDIATE");
}

/* SQLITE_OK, SQLITE_MISMATCH for a store of another version, or what went wrong. */
static int
open_database (ArdStore *store)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  int code = sqlite3_open_v2 (store->path, &store->db, flags, NULL);

  if (code != SQLITE_OK || !lock (store->db))
    return store->db ? sqlite3_errcode (store->db) : SQLITE_NOMEM;

  int version = read_version (store->db);

  if (version > 0 && version != STORE_VERSION)
    return SQLITE_MISMATCH;
  if ((version == 0 && !create_tables (store->db)) || !prepare (store))
    return sqlite3_errcode (store->db);
  return SQLITE_OK;
}

static void
close_database (ArdStore *store)
{
  g_clear_pointer (&store->find_facts, sqlite3_finalize);
  g_clear_pointer (&store->put_facts, sqlite3_finalize);
  g_clear_pointer (&store->find_record, sqlite3_finalize);
  g_clear_pointer (&store->put_record, sqlite3_finalize);
  g_clear_pointer (&store->find_version, sqlite3_finalize);
  g_clear_pointer (&store->put_version, sqlite3_finalize);
  g_clear_pointer (&store->find_hunks, sqlite3_finalize);
  g_clear_pointer (&store->put_hunks, sqlite3_finalize);
  g_clear_pointer (&store->db, sqlite3_close);
}

/* Locked, read-only, full and the like pass by themselves: such a file is left alone. */
static gboolean
is_replaceable (int code)
{
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR || code == SQLITE_FORMAT ||
         code == SQLITE_MISMATCH;
}

static void
remove_file (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

static gboolean
make_folder (const char *path, char **why)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  *why = g_strdup_printf ("cannot create the folder \"%s\": %s", folder, g_strerror (errno));
  return FALSE;
}

ArdStore *
ard_store_open (const char *root, char **why)
{
  g_autoptr (ArdStore) store = g_new0 (ArdStore, 1);
  GStatBuf status;
  int code;

  *why = NULL;
  store->path = path_for (root);
  if (!make_folder (store->path, why))
    return NULL;
  if (g_lstat (store->path, &status) == 0 && (guint64) status.st_size > STORE_MAX_BYTES)
    remove_file (store->path);
  code = open_database (store);
  if (is_replaceable (code)) {
    close_database (store);
    remove_file (store->path);
    code = open_database (store);
  }
  if (code == SQLITE_OK)
    return g_steal_pointer (&store);
  store->broken = TRUE;
  *why = g_strdup_printf ("cannot use \"%s\": %s", store->path,
                          code == SQLITE_BUSY ? "another run uses it" : sqlite3_errstr (code));
  return NULL;
}

/* SQLite's own name for a file that has none. */
ArdStore *
ard_store_open_private (void)
{
  g_autoptr (ArdStore) store = g_new0 (ArdStore, 1);

  store->path = g_strdup ("");
  store->broken = open_database (store) != SQLITE_OK;
  return store->broken ? NULL : g_steal_pointer (&store);
}

static gboolean
is_damaged (ArdStore *store)
{
  int code = sqlite3_errcode (store->db);

  return store->broken && (code == SQLITE_CORRUPT || code == SQLITE_NOTADB);
}

void
ard_store_free (ArdStore *store)
{
  gboolean damaged = *store->path && store->db && is_damaged (store);

  if (store->db && !store->broken)
    run (store->db, "COMMIT");
  close_database (store);
  if (damaged)
    remove_file (store->path);
  g_free (store->path);
  g_free (store);
}

void
ard_store_facts_key (const ArdOid *blob, const char *guess, const char *digest, guint8 key[ARD_KEY_BYTES])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = ARD_KEY_BYTES;

  g_checksum_update (sum, blob->bytes, sizeof blob->bytes);
  g_checksum_update (sum, (const guchar *) guess, (gssize) strlen (guess) + 1);
  g_checksum_update (sum, (const guchar *) digest, (gssize) strlen (digest) + 1);
  g_checksum_get_digest (sum, key, &size);
}

const guint8 *
ard_store_step (ArdStore *store, sqlite3_stmt *statement, gsize *size)
{
  int code = sqlite3_step (statement);

  store->broken |= code != SQLITE_ROW && code != SQLITE_DONE;
  if (code != SQLITE_ROW)
    return NULL;

  const guint8 *bytes = sqlite3_column_blob (statement, 0);

  *size = (gsize) sqlite3_column_bytes (statement, 0);
  return bytes;
}

static void
step_put (ArdStore *store, sqlite3_stmt *statement)
{
  store->broken |= sqlite3_step (statement) != SQLITE_DONE;
  if (!store->broken && ++store->puts % PUTS_A_TRANSACTION == 0)
    store->broken |= !run (store->db, "COMMIT; BEGIN IMMEDIATE");
  if (!store->broken)
    sqlite3_reset (statement);
}

gboolean
ard_store_find_facts (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, ArdFacts *facts)
{
  guint8 key[ARD_KEY_BYTES];
  gsize size = 0;

  if (store->broken)
    return FALSE;
  ard_store_facts_key (blob, guess, digest, key);
  sqlite3_bind_blob (store->find_facts, 1, key, sizeof key, SQLITE_STATIC);

  const guint8 *bytes = ard_store_step (store, store->find_facts, &size);
  gboolean found = bytes && ard_facts_decode (bytes, size, facts);

  if (bytes && !found) {
    ard_facts_clear (facts);
    ard_facts_init (facts);
  }
  if (!store->broken)
    sqlite3_reset (store->find_facts);
  return found;
}

void
ard_store_put (ArdStore *store, sqlite3_stmt *statement, const guint8 *key, const GByteArray *bytes)
{
  sqlite3_bind_blob (statement, 1, key, ARD_KEY_BYTES, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 2, bytes->data, bytes->len, SQLITE_STATIC);
  step_put (store, statement);
}

void
ard_store_put_facts (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, const ArdFacts *facts)
{
  guint8 key[ARD_KEY_BYTES];

  if (store->broken)
    return;

  g_autoptr (GByteArray) bytes = ard_facts_encode (facts);

  ard_store_facts_key (blob, guess, digest, key);
  ard_store_put (store, store->put_facts, key, bytes);
}

gboolean
ard_store_find_record (ArdStore *store, const ArdOid *commit, gboolean counts, double similarity,
                       ArdCommitRecord *record)
{
  gsize size = 0;

  if (store->broken)
    return FALSE;
  sqlite3_bind_blob (store->find_record, 1, commit->bytes, sizeof commit->bytes, SQLITE_STATIC);
  sqlite3_bind_double (store->find_record, 2, similarity);
  sqlite3_bind_int (store->find_record, 3, counts ? 1 : 0);

  const guint8 *bytes = ard_store_step (store, store->find_record, &size);
  gboolean found = bytes && ard_record_decode (bytes, size, record);

  if (bytes && !found) {
    ard_commit_record_clear (record);
    ard_commit_record_init (record);
  }
  if (!store->broken)
    sqlite3_reset (store->find_record);
  return found;
}

void
ard_store_put_record (ArdStore *store, const ArdOid *commit, double similarity, const ArdCommitRecord *record)
{
  if (store->broken)
    return;

  g_autoptr (GByteArray) bytes = ard_record_encode (record);

  sqlite3_bind_blob (store->put_record, 1, commit->bytes, sizeof commit->bytes, SQLITE_STATIC);
  sqlite3_bind_double (store->put_record, 2, similarity);
  sqlite3_bind_int (store->put_record, 3, record->counted ? 1 : 0);
  sqlite3_bind_blob64 (store->put_record, 4, bytes->data, bytes->len, SQLITE_STATIC);
  step_put (store, store->put_record);
}
