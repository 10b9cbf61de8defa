#include "model/history.h"

#include <string.h>

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
