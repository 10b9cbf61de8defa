#include "corpus/lives.h"

#include <string.h>

static gboolean
adds (const ArdTrail *trail, guint32 change)
{
  const ArdFoldRow *row = ard_trail_row (trail, change);

  return row->status == 'A' && row->renamed_from == ARD_NONE;
}

static gboolean
is_before (const ArdCorpus *corpus, const ArdTrail *trail, guint32 one, guint32 two)
{
  const ArdCommit *left = ard_commit (corpus, ard_change (corpus, one)->commit);
  const ArdCommit *right = ard_commit (corpus, ard_change (corpus, two)->commit);

  if (adds (trail, one) != adds (trail, two))
    return adds (trail, one);
  if (left->time_s != right->time_s)
    return left->time_s < right->time_s;

  int order = memcmp (&left->id, &right->id, sizeof left->id);

  return order ? order < 0 : strcmp (ard_change (corpus, one)->path, ard_change (corpus, two)->path) < 0;
}

static guint64
hash (const char *origin, const ArdOid *birth)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize size = sizeof bytes;
  guint64 identity;

  g_checksum_update (sum, (const guchar *) origin, (gssize) strlen (origin) + 1);
  g_checksum_update (sum, birth->bytes, sizeof birth->bytes);
  g_checksum_get_digest (sum, bytes, &size);
  memcpy (&identity, bytes, sizeof identity);
  return GUINT64_FROM_BE (identity);
}

static void
fill (ArdCorpus *corpus, const ArdTrail *trail, ArdFile *file)
{
  ArdOid birth = { 0 };
  guint32 first = ARD_NONE, previous = ARD_NONE;

  file->origin = file->path;
  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 change = g_array_index (corpus->by_file, guint32, file->first_change + i);
    guint32 commit = ard_change (corpus, change)->commit;

    if (commit != previous)
      file->revisions_total++;
    previous = commit;
    file->last_s =
        i == 0 ? ard_commit (corpus, commit)->time_s : MAX (file->last_s, ard_commit (corpus, commit)->time_s);
    if (first == ARD_NONE || is_before (corpus, trail, change, first))
      first = change;
  }
  if (first != ARD_NONE) {
    file->origin = ard_change (corpus, first)->path;
    file->birth_s = ard_commit (corpus, ard_change (corpus, first)->commit)->time_s;
    file->birth_commit = ard_change (corpus, first)->commit;
    birth = ard_commit (corpus, file->birth_commit)->id;
  }
  file->identity = hash (file->origin, &birth);
}

void
ard_lives_fill (ArdCorpus *corpus, const ArdTrail *trail)
{
  for (guint32 i = 0; i < corpus->files->len; i++)
    fill (corpus, trail, ard_file (corpus, i));
}
