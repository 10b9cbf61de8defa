#include "model/history.h"

#include <string.h>

#include "model/hash.h"

guint
ard_oid_hash (gconstpointer oid)
{
  guint hash;

  memcpy (&hash, oid, sizeof hash);
  return hash;
}

gboolean
ard_oid_equal (gconstpointer left, gconstpointer right)
{
  return memcmp (left, right, sizeof (ArdOid)) == 0;
}

void
ard_commit_record_init (ArdCommitRecord *record)
{
  *record = (ArdCommitRecord){
    .changes = g_array_new (FALSE, FALSE, sizeof (ArdRecordChange)),
    .strings = g_string_chunk_new (256),
  };
}

void
ard_commit_record_clear (ArdCommitRecord *record)
{
  g_clear_pointer (&record->changes, g_array_unref);
  g_clear_pointer (&record->strings, g_string_chunk_free);
}

void
ard_version_init (ArdVersion *version)
{
  *version = (ArdVersion){ .functions = g_array_new (FALSE, FALSE, sizeof (ArdVersionFunction)) };
}

void
ard_version_clear (ArdVersion *version)
{
  g_clear_pointer (&version->functions, g_array_unref);
}

guint64
ard_version_name (const char *name)
{
  guint64 hash = ard_hash_add (ARD_HASH_START, name, strlen (name));

  if (*name == '\0')
    return 0;
  return hash ? hash : 1;
}
