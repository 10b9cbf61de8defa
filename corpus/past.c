#include "corpus/past.h"

#include "change/project.h"

static guint32
find_version (ArdPast *past, const ArdOid *blob, const char *path, gboolean *fresh)
{
  guint32 place = GPOINTER_TO_UINT (g_hash_table_lookup (past->places, blob));

  *fresh = place == 0;
  if (place == 0) {
    ArdPastVersion version = { .blob = *blob, .path = path, .run = ARD_NONE };
    ArdOid *key = g_new (ArdOid, 1);

    *key = *blob;
    ard_version_init (&version.version);
    g_array_append_val (past->versions, version);
    place = past->versions->len;
    g_hash_table_insert (past->places, key, GUINT_TO_POINTER (place));
  }
  return place - 1;
}

static guint32
add_difference (ArdPast *past, guint32 old, guint32 new)
{
  ArdPastDifference row = { old, new, NULL, FALSE, FALSE };

  if (old == ARD_NONE || new == ARD_NONE)
    return ARD_NONE;
  row.hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  g_array_append_val (past->differences, row);
  return past->differences->len - 1;
}

static void
plan_today (const ArdCorpus *corpus, ArdPast *past)
{
  const ArdFile *file = ard_file (corpus, past->traced->file);
  gboolean fresh;
  guint32 place = find_version (past, &file->blob, file->path, &fresh);
  ArdPastVersion *today = ard_past_version (past, place);

  today->known = TRUE;
  today->version.measured = TRUE;
  today->version.lines = file->lines;
  today->version.code_lines = file->code_lines;
  for (guint32 i = 0; i < file->n_functions; i++) {
    const ArdFunction *from = &ard_function (corpus, file->first_function + i)->facts;
    ArdVersionFunction row = { ard_version_name (from->name), from->digest, from->start_line, from->end_line,
                               from->cognitive };

    g_array_append_val (today->version.functions, row);
  }
}

static guint32
commit_of (const ArdCorpus *corpus, const GArray *steps, guint32 step)
{
  return ard_change (corpus, g_array_index (steps, ArdTracedStep, step).change)->commit;
}

static void
reach_parents (const ArdCorpus *corpus, guint32 commit, guint32 from, guint32 *reached)
{
  const ArdCommit *row = ard_commit (corpus, commit);

  for (guint32 i = 0; i < row->n_parents; i++) {
    guint32 parent = g_array_index (corpus->parents, guint32, row->first_parent + i);

    if (parent != ARD_NONE)
      reached[parent] = MAX (reached[parent], from);
  }
}

/* Of each step: 1 + the nearest of the newer steps whose commits descend from its own, or 0. */
static guint32 *
find_nearest (const ArdCorpus *corpus, const GArray *steps)
{
  guint32 *nearest = g_new0 (guint32, MAX (steps->len, 1));
  g_autofree guint32 *reached = g_new0 (guint32, MAX (corpus->commits->len, 1));
  guint32 step = 0;

  for (guint32 commit = 0; commit < corpus->commits->len && step < steps->len; commit++) {
    guint32 from = reached[commit];

    for (; step < steps->len && commit_of (corpus, steps, step) == commit; step++) {
      nearest[step] = reached[commit];
      from = step + 1;
    }
    if (from > 0)
      reach_parents (corpus, commit, from, reached);
  }
  return nearest;
}

/*
 * The version that an unknown one led to. Between a commit and the nearest one that descends from it only merges
 * touched the file: what that one started from holds the lines of both sides.
 */
static guint32
find_newer (const ArdCorpus *corpus, const ArdPast *past, guint32 **nearest)
{
  guint32 index = past->steps->len;

  if (index == 0)
    return 0;
  if (!*nearest)
    *nearest = find_nearest (corpus, past->traced->steps);
  if ((*nearest)[index] == 0)
    return 0;

  const ArdChainStep *newer = ard_past_step (past, (*nearest)[index] - 1);

  return newer->before == ARD_NONE ? newer->after : newer->before;
}

static void
plan_step (const ArdCorpus *corpus, ArdPast *past, const ArdTracedStep *from, guint32 **nearest)
{
  static const ArdOid none;
  gboolean unknown, fresh;
  const ArdChange *change = ard_change (corpus, from->change);
  ArdChainStep step = { .commit = change->commit, .before = ARD_NONE, .newer = ARD_NONE };
  guint32 differences[2];

  step.after = find_version (past, &from->after, change->path, &unknown);
  if (unknown)
    step.newer = find_newer (corpus, past, nearest);
  if (!ard_oid_equal (&from->before, &none))
    step.before = find_version (past, &from->before, from->old_path, &fresh);
  differences[1] = add_difference (past, step.newer == ARD_NONE ? ARD_NONE : step.after, step.newer);
  differences[0] = add_difference (past, step.before, step.after);
  g_array_append_val (past->steps, step);
  g_array_append_vals (past->difference_of, differences, 2);
}

/* The oldest version, and others at equal distances in steps. */
static void
choose_parsed (ArdPast *past)
{
  guint n = MIN (past->traced->n_parsed, past->steps->len);

  ard_past_version (past, 0)->parsed = TRUE;
  for (guint i = 1; i <= n; i++) {
    guint32 step = (guint32) ((guint64) i * past->steps->len / n) - 1;

    ard_past_version (past, ard_past_step (past, step)->after)->parsed = TRUE;
  }
}

void
ard_past_init (ArdPast *past, const ArdCorpus *corpus, const ArdTracedFile *traced)
{
  g_autofree guint32 *nearest = NULL;

  *past = (ArdPast){ .traced = traced };
  past->versions = g_array_new (FALSE, FALSE, sizeof (ArdPastVersion));
  past->differences = g_array_new (FALSE, FALSE, sizeof (ArdPastDifference));
  past->steps = g_array_new (FALSE, FALSE, sizeof (ArdChainStep));
  past->difference_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  past->places = g_hash_table_new_full (ard_oid_hash, ard_oid_equal, g_free, NULL);
  ard_chain_init (&past->chain);
  plan_today (corpus, past);
  for (guint i = 0; i < traced->steps->len; i++)
    plan_step (corpus, past, &g_array_index (traced->steps, ArdTracedStep, i), &nearest);
  choose_parsed (past);
}

void
ard_past_clear (ArdPast *past)
{
  for (guint i = 0; i < past->versions->len; i++) {
    ard_version_clear (&ard_past_version (past, i)->version);
    g_clear_error (&ard_past_version (past, i)->error);
  }
  for (guint i = 0; i < past->differences->len; i++)
    g_clear_pointer (&ard_past_difference (past, i)->hunks, g_array_unref);
  g_array_unref (past->versions);
  g_array_unref (past->differences);
  g_array_unref (past->steps);
  g_array_unref (past->difference_of);
  g_hash_table_unref (past->places);
  ard_chain_clear (&past->chain);
}

static const GArray *
hunks_of (const ArdPast *past, guint32 step, gboolean bridge)
{
  guint32 index = ard_past_difference_of (past, step, bridge);

  return index == ARD_NONE ? NULL : ard_past_difference (past, index)->hunks;
}

/* What no parser read takes its functions from the newer version that the walk comes from. */
static void
project (ArdPast *past, guint32 older, guint32 newer, const GArray *hunks, guint64 salt)
{
  ArdPastVersion *row = older == ARD_NONE ? NULL : ard_past_version (past, older);

  if (!row || row->parsed || row->version.lines > 0 || newer == ARD_NONE || !hunks)
    return;
  ard_version_project (&ard_past_version (past, newer)->version, hunks, salt, &row->version);
}

static void
project_all (ArdPast *past)
{
  for (guint32 i = 0; i < past->steps->len; i++) {
    const ArdChainStep *step = ard_past_step (past, i);

    project (past, step->after, step->newer, step->bridge, 2 * (guint64) i + 1);
    project (past, step->before, step->after, step->hunks, 2 * (guint64) i + 2);
  }
}

void
ard_past_fold (ArdPast *past)
{
  g_autofree ArdVersion *versions = g_new (ArdVersion, past->versions->len);

  for (guint i = 0; i < past->steps->len; i++) {
    ard_past_step (past, i)->hunks = hunks_of (past, i, FALSE);
    ard_past_step (past, i)->bridge = hunks_of (past, i, TRUE);
  }
  project_all (past);
  for (guint i = 0; i < past->versions->len; i++)
    versions[i] = ard_past_version (past, i)->version;
  ard_chain_fold (versions, past->versions->len, (const ArdChainStep *) (gpointer) past->steps->data, past->steps->len,
                  &past->chain);
}
