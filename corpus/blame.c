#include "corpus/blame.h"

#include <string.h>

#include "corpus/lines.h"

/* Lines (from 0, ascending) of one version whose origin is wanted. */
typedef struct {
  ArdOid blob;
  GArray *lines; /* of guint32 */
} Pending;

typedef struct {
  ArdRepository *repository;
  const ArdCorpus *corpus;
  const ArdTrail *trail;
  const char *language;
  GArray *pending;   /* of Pending */
  GHashTable *later; /* contents after the steps still to come; ArdOid to how many */
  GHashTable *found; /* commit + 1 to lines */
} Blame;

/* What one row of a commit made of one file. */
typedef struct {
  guint32 commit;
  ArdOid before, after;
} Step;

static gboolean
is_none (const ArdOid *oid)
{
  static const ArdOid none;

  return ard_oid_equal (oid, &none);
}

/* FALSE: the row only says that the old name is gone. */
static gboolean
read_step (const Blame *blame, guint32 row, Step *step)
{
  const ArdChange *change = ard_change (blame->corpus, row);

  if (change->status == 'D')
    return FALSE;
  step->commit = change->commit;
  step->after = ard_trail_blobs (blame->trail, row)->after;
  step->before = ard_trail_blobs (blame->trail, change->renamed_from == ARD_NONE ? row : change->renamed_from)->before;
  return !is_none (&step->after);
}

static Pending *
find_pending (const Blame *blame, const ArdOid *blob)
{
  for (guint i = 0; i < blame->pending->len; i++)
    if (ard_oid_equal (&g_array_index (blame->pending, Pending, i).blob, blob))
      return &g_array_index (blame->pending, Pending, i);
  return NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static void
want (Blame *blame, const ArdOid *blob, const GArray *lines)
{
  Pending *pending = find_pending (blame, blob);
  Pending fresh = { *blob, NULL };

  if (lines->len == 0)
    return;
  if (!pending) {
    fresh.lines = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (blame->pending, fresh);
    pending = &g_array_index (blame->pending, Pending, blame->pending->len - 1);
  }
  g_array_append_vals (pending->lines, lines->data, lines->len);
  g_array_sort (pending->lines, compare_lines);
}

static void
find_origin (Blame *blame, guint32 commit, guint n)
{
  gpointer known = g_hash_table_lookup (blame->found, GUINT_TO_POINTER (commit + 1));

  if (n > 0)
    g_hash_table_insert (blame->found, GUINT_TO_POINTER (commit + 1), GUINT_TO_POINTER (GPOINTER_TO_UINT (known) + n));
}

/* Lines of a version that is no step's result: those that this step's result has too. */
static void
bridge (Blame *blame, guint index, const Step *step)
{
  ArdOid blob = g_array_index (blame->pending, Pending, index).blob;
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!ard_lines_carry (blame->repository, &step->after, &blob, g_array_index (blame->pending, Pending, index).lines,
                        carried, left))
    return;
  g_array_set_size (g_array_index (blame->pending, Pending, index).lines, 0);
  g_array_append_vals (g_array_index (blame->pending, Pending, index).lines, left->data, left->len);
  want (blame, &step->after, carried);
}

static void
follow (Blame *blame, const Step *step)
{
  Pending *pending = find_pending (blame, &step->after);
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; !pending && i < blame->pending->len; i++) {
    const Pending *row = &g_array_index (blame->pending, Pending, i);

    if (row->lines->len && !g_hash_table_contains (blame->later, &row->blob))
      bridge (blame, i, step);
  }
  pending = find_pending (blame, &step->after);
  if (!pending || pending->lines->len == 0)
    return;
  if (is_none (&step->before)) {
    find_origin (blame, step->commit, pending->lines->len);
    g_array_set_size (pending->lines, 0);
    return;
  }
  if (!ard_lines_carry (blame->repository, &step->before, &step->after, pending->lines, carried, left))
    return;
  g_array_set_size (pending->lines, 0);
  find_origin (blame, step->commit, left->len);
  want (blame, &step->before, carried);
}

static gboolean
is_open (const Blame *blame)
{
  for (guint i = 0; i < blame->pending->len; i++)
    if (g_array_index (blame->pending, Pending, i).lines->len)
      return TRUE;
  return FALSE;
}

/* The steps of the file that are older than the fix, newest first. */
static GArray *
list_steps (const Blame *blame, const ArdChange *fix)
{
  const ArdFile *file = ard_file (blame->corpus, fix->file);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Step step;

  for (guint32 i = 0; i < file->n_changes && steps->len < ARD_BLAME_STEPS; i++) {
    guint32 row = g_array_index (blame->corpus->by_file, guint32, file->first_change + i);

    if (ard_change (blame->corpus, row)->commit > fix->commit && read_step (blame, row, &step))
      g_array_append_val (steps, step);
  }
  return steps;
}

static void
walk (Blame *blame, GArray *steps)
{
  for (guint i = 0; i < steps->len; i++) {
    const ArdOid *after = &g_array_index (steps, Step, i).after;
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (blame->later, after));

    g_hash_table_insert (blame->later, (gpointer) after, GUINT_TO_POINTER (n + 1));
  }
  for (guint i = 0; i < steps->len && is_open (blame); i++) {
    const Step *step = &g_array_index (steps, Step, i);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (blame->later, &step->after));

    follow (blame, step);
    if (n > 1)
      g_hash_table_insert (blame->later, (gpointer) &step->after, GUINT_TO_POINTER (n - 1));
    else
      g_hash_table_remove (blame->later, &step->after);
  }
}

static int
compare_origins (gconstpointer a, gconstpointer b)
{
  guint32 left = ((const ArdOrigin *) a)->origin, right = ((const ArdOrigin *) b)->origin;

  return (left > right) - (left < right);
}

static void
append_found (const Blame *blame, const ArdChange *fix, GArray *origins)
{
  GHashTableIter iter;
  gpointer commit, lines;

  g_hash_table_iter_init (&iter, blame->found);
  while (g_hash_table_iter_next (&iter, &commit, &lines)) {
    ArdOrigin row = { fix->commit, GPOINTER_TO_UINT (commit) - 1, fix->file, GPOINTER_TO_UINT (lines) };

    g_array_append_val (origins, row);
  }
  g_array_sort (origins, compare_origins);
}

static void
clear_pending (gpointer row)
{
  g_array_unref (((Pending *) row)->lines);
}

void
ard_blame_change (ArdRepository *repository, const ArdCorpus *corpus, const ArdTrail *trail, guint32 change,
                  GArray *origins)
{
  const ArdChange *fix = ard_change (corpus, change);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_autoptr (GHashTable) later = g_hash_table_new (ard_oid_hash, ard_oid_equal);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  Blame blame = { .repository = repository,
                  .corpus = corpus,
                  .trail = trail,
                  .language = ard_file (corpus, fix->file)->language,
                  .pending = pending,
                  .later = later,
                  .found = found };
  Step step;

  g_array_set_clear_func (pending, clear_pending);
  if (!read_step (&blame, change, &step) || is_none (&step.before))
    return;
  ard_lines_removed (repository, blame.language, &step.before, &step.after, lines);
  if (lines->len > ARD_BLAME_LINES)
    return;
  want (&blame, &step.before, lines);

  g_autoptr (GArray) steps = list_steps (&blame, fix);

  walk (&blame, steps);
  append_found (&blame, fix, origins);
}
