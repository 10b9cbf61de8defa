#include "model/history.h"

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
