#include "ranking/outcome.h"

typedef struct {
  GHashTable *places;  /* path to file + 1, of before */
  GHashTable *moved;   /* set of paths that a rename gave up */
  GHashTable *repairs; /* set of (file, repair), as text */
  ArdOutcome *rows;
} Following;

static guint32
place_of (const Following *following, const char *path)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (following->places, path));
}

/*
 * A renamed file has two paths from then on, for a branch may still use the old one;
 * until a new file takes that.
 */
static void
hand_on (const Following *following, const ArdCorpus *after, const ArdCommit *commit)
{
  g_autofree guint32 *places = g_new0 (guint32, commit->n_changes + 1);

  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 from = ard_change (after, commit->first_change + i)->renamed_from;

    places[i] = from == ARD_NONE ? 0 : place_of (following, ard_change (after, from)->path);
    if (from != ARD_NONE)
      g_hash_table_add (following->moved, (gpointer) ard_change (after, from)->path);
  }
  for (guint32 i = 0; i < commit->n_changes; i++) {
    const ArdChange *change = ard_change (after, commit->first_change + i);
    gboolean taken = change->renamed_from != ARD_NONE || change->status == 'A';

    if (places[i])
      g_hash_table_insert (following->places, (gpointer) change->path, GUINT_TO_POINTER (places[i]));
    else if (taken && g_hash_table_contains (following->moved, change->path))
      g_hash_table_remove (following->places, change->path);
    if (taken)
      g_hash_table_remove (following->moved, change->path);
  }
}

static gboolean
is_new_repair (const Following *following, guint32 file, const ArdCommit *commit)
{
  return g_hash_table_add (following->repairs,
                           g_strdup_printf ("%u %" G_GUINT64_FORMAT, file, ard_commit_repair (commit)));
}

static void
count (const Following *following, const ArdCorpus *after, const ArdCommit *commit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < commit->n_changes; i++) {
    const ArdChange *change = ard_change (after, commit->first_change + i);
    guint32 place = place_of (following, change->path);
    ArdOutcome *row = place ? &following->rows[place - 1] : NULL;

    if (!row)
      continue;
    row->days += (double) change->share;
    if (!g_hash_table_add (seen, GUINT_TO_POINTER (place)))
      continue;
    row->revisions++;
    if ((commit->flags & ARD_COMMIT_FIX) && is_new_repair (following, place, commit))
      row->fixes++;
  }
}

static GHashTable *
list_known (const ArdCorpus *before)
{
  GHashTable *known = g_hash_table_new (ard_oid_hash, ard_oid_equal);

  for (guint32 i = 0; i < before->commits->len; i++)
    g_hash_table_add (known, &ard_commit (before, i)->id);
  return known;
}

ArdOutcome *
ard_ranking_outcome (const ArdCorpus *before, const ArdCorpus *after)
{
  g_autoptr (GHashTable) known = list_known (before);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) repairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Following following = { places, moved, repairs, g_new0 (ArdOutcome, MAX (before->files->len, 1)) };

  for (guint32 i = 0; i < before->files->len; i++)
    g_hash_table_insert (places, (gpointer) ard_file (before, i)->path, GUINT_TO_POINTER (i + 1));
  for (guint32 i = after->commits->len; i-- > 0;) {
    const ArdCommit *commit = ard_commit (after, i);

    if (g_hash_table_contains (known, &commit->id))
      continue;
    hand_on (&following, after, commit);
    if (!(commit->flags & ARD_COMMIT_NOT_COUNTED))
      count (&following, after, commit);
  }
  return following.rows;
}
