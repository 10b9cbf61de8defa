#include "store/handle.h"
#include "store/version_code.h"

gboolean
ard_store_find_version (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, ArdVersion *version)
{
  guint8 key[ARD_KEY_BYTES];
  gsize size = 0;

  if (store->broken)
    return FALSE;
  ard_store_facts_key (blob, guess, digest, key);
  sqlite3_bind_blob (store->find_version, 1, key, sizeof key, SQLITE_STATIC);

  const guint8 *bytes = ard_store_step (store, store->find_version, &size);
  gboolean found = bytes && ard_version_decode (bytes, size, version);

  if (bytes && !found) {
    ard_version_clear (version);
    ard_version_init (version);
  }
  if (!store->broken)
    sqlite3_reset (store->find_version);
  return found;
}

void
ard_store_put_version (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest,
                       const ArdVersion *version)
{
  guint8 key[ARD_KEY_BYTES];

  if (store->broken)
    return;

  g_autoptr (GByteArray) bytes = ard_version_encode (version);

  ard_store_facts_key (blob, guess, digest, key);
  ard_store_put (store, store->put_version, key, bytes);
}

static void
hunks_key (const ArdOid *old, const ArdOid *new, guint8 key[ARD_KEY_BYTES])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = ARD_KEY_BYTES;

  g_checksum_update (sum, old->bytes, sizeof old->bytes);
  g_checksum_update (sum, new->bytes, sizeof new->bytes);
  g_checksum_get_digest (sum, key, &size);
}

gboolean
ard_store_find_hunks (ArdStore *store, const ArdOid *old, const ArdOid *new, GArray *hunks)
{
  guint8 key[ARD_KEY_BYTES];
  gsize size = 0;

  if (store->broken)
    return FALSE;
  hunks_key (old, new, key);
  sqlite3_bind_blob (store->find_hunks, 1, key, sizeof key, SQLITE_STATIC);

  const guint8 *bytes = ard_store_step (store, store->find_hunks, &size);
  gboolean found = bytes && ard_hunks_decode (bytes, size, hunks);

  if (!found)
    g_array_set_size (hunks, 0);
  if (!store->broken)
    sqlite3_reset (store->find_hunks);
  return found;
}

void
ard_store_put_hunks (ArdStore *store, const ArdOid *old, const ArdOid *new, const GArray *hunks)
{
  guint8 key[ARD_KEY_BYTES];

  if (store->broken)
    return;

  g_autoptr (GByteArray) bytes = ard_hunks_encode (hunks);

  hunks_key (old, new, key);
  ard_store_put (store, store->put_hunks, key, bytes);
}
