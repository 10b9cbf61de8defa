#include "change/chain.h"

#include "change/match.h"
#include "model/facts.h"

/* What is known of one version while the walk needs it. */
typedef struct {
  guint32 *functions; /* of each function: today's, or ARD_NONE; NULL: not known yet */
  guint32 *lines;     /* of each line: 1 + today's, or 0; NULL: not known yet */
  guint32 last_use;   /* the last step that asks */
} Place;

typedef struct {
  const ArdVersion *versions;
  Place *places;
  guint8 *settled;   /* of each line of today: the commit that wrote it was met */
  GHashTable *names; /* name to 1 + today's function that had it last */
  guint32 *touched;  /* of each of today's functions: 1 + its revision of this step in chain->revisions, or 0 */
  ArdChain *chain;
} Fold;

void
ard_chain_init (ArdChain *chain)
{
  *chain = (ArdChain){ g_array_new (FALSE, FALSE, sizeof (ArdFunctionRevision)),
                       g_array_new (FALSE, TRUE, sizeof (ArdChainLines)) };
}

void
ard_chain_clear (ArdChain *chain)
{
  g_clear_pointer (&chain->revisions, g_array_unref);
  g_clear_pointer (&chain->lines, g_array_unref);
}

static const ArdVersionFunction *
function_of (const ArdVersion *version, guint32 i)
{
  return &g_array_index (version->functions, ArdVersionFunction, i);
}

static guint32 *
new_filled (guint32 n, guint32 value)
{
  guint32 *values = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    values[i] = value;
  return values;
}

static void
remember_names (const Fold *fold, guint32 version)
{
  const Place *place = &fold->places[version];

  for (guint32 i = 0; i < fold->versions[version].functions->len; i++) {
    const ArdVersionFunction *function = function_of (&fold->versions[version], i);

    if (place->functions[i] != ARD_NONE && function->name != 0 && !g_hash_table_contains (fold->names, &function->name))
      g_hash_table_insert (fold->names, (gpointer) &function->name, GUINT_TO_POINTER (place->functions[i] + 1));
  }
}

/* Hand functions from a newer version to an older one; what the older one knows already stays. */
static void
hand_functions (const Fold *fold, guint32 older, guint32 newer, const guint32 *pairs)
{
  Place *to = &fold->places[older];
  const Place *from = &fold->places[newer];
  guint32 n = fold->versions[older].functions->len;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  if (!to->functions)
    to->functions = new_filled (n, ARD_NONE);
  for (guint32 i = 0; i < n; i++)
    g_hash_table_add (taken, GUINT_TO_POINTER (to->functions[i]));
  for (guint32 i = 0; i < n; i++) {
    guint32 today = pairs[i] == ARD_NONE ? ARD_NONE : from->functions[pairs[i]];

    if (to->functions[i] == ARD_NONE && today != ARD_NONE && g_hash_table_add (taken, GUINT_TO_POINTER (today)))
      to->functions[i] = today;
  }
}

static void
hand_run (const Fold *fold, guint32 older, guint32 newer, guint32 old, guint32 new, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (fold->places[older].lines[old + i] == 0)
      fold->places[older].lines[old + i] = fold->places[newer].lines[new + i];
}

static void
hand_lines (const Fold *fold, guint32 older, guint32 newer, const GArray *hunks)
{
  guint32 lines = fold->versions[older].lines, new_lines = fold->versions[newer].lines, old = 0, new = 0;

  if (!fold->places[older].lines)
    fold->places[older].lines = g_new0 (guint32, MAX (lines, 1));
  if (!hunks || !fold->places[newer].lines)
    return;
  for (guint i = 0; i <= hunks->len; i++) {
    const ArdHunk *hunk = i < hunks->len ? &g_array_index (hunks, ArdHunk, i) : NULL;
    guint32 end = hunk ? MIN (hunk->old_from, lines) : lines;

    if (end > old && new < new_lines)
      hand_run (fold, older, newer, old, new, MIN (end - old, new_lines - new));
    if (hunk) {
      old = hunk->old_from + hunk->old_n;
      new = hunk->new_from + hunk->new_n;
    }
  }
}

/* Functions that no newer version led to, by the names they had. */
static void
find_by_name (const Fold *fold, guint32 version)
{
  guint32 n = fold->versions[version].functions->len, *functions = fold->places[version].functions;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < n; i++)
    g_hash_table_add (taken, GUINT_TO_POINTER (functions[i]));
  for (guint32 i = 0; i < n; i++) {
    const ArdVersionFunction *function = function_of (&fold->versions[version], i);
    guint32 today = GPOINTER_TO_UINT (g_hash_table_lookup (fold->names, &function->name));

    if (functions[i] == ARD_NONE && function->name != 0 && today != 0 &&
        g_hash_table_add (taken, GUINT_TO_POINTER (today - 1)))
      functions[i] = today - 1;
  }
}

static void
hand (const Fold *fold, guint32 older, guint32 newer, const GArray *hunks)
{
  const ArdVersion *left = &fold->versions[older], *right = &fold->versions[newer];

  hand_lines (fold, older, newer, hunks);
  if (!right->measured || !left->measured || !fold->places[newer].functions)
    return;

  g_autofree guint32 *pairs = g_new (guint32, MAX (left->functions->len, 1));

  ard_match_functions (left, right, hunks, pairs);
  hand_functions (fold, older, newer, pairs);
}

/* Make known what a version's functions and lines are today. */
static void
reach (const Fold *fold, const ArdChainStep *step)
{
  Place *place = &fold->places[step->after];
  const ArdVersion *version = &fold->versions[step->after];

  if ((!place->functions || !place->lines) && step->newer != ARD_NONE)
    hand (fold, step->after, step->newer, step->bridge);
  if (!place->lines)
    place->lines = g_new0 (guint32, MAX (version->lines, 1));
  if (!place->functions) {
    place->functions = new_filled (version->functions->len, ARD_NONE);
    find_by_name (fold, step->after);
  } else if (step->newer != ARD_NONE) {
    find_by_name (fold, step->after);
  }
  remember_names (fold, step->after);
}

static ArdFunctionRevision *
touch (const Fold *fold, guint32 version, guint32 function, guint32 commit)
{
  guint32 today = function == ARD_NONE ? ARD_NONE : fold->places[version].functions[function];
  GArray *revisions = fold->chain->revisions;

  if (today == ARD_NONE)
    return NULL;
  if (fold->touched[today] == 0) {
    ArdFunctionRevision row = { .function = today, .commit = commit, .code = TRUE };

    g_array_append_val (revisions, row);
    fold->touched[today] = revisions->len;
  }
  return &g_array_index (revisions, ArdFunctionRevision, fold->touched[today] - 1);
}

/* Lines [from, from + n) of a version, each for the innermost function around it. */
static void
count_lines (const Fold *fold, const ArdChainStep *step, gboolean added, const guint32 *owners, guint32 from, guint32 n)
{
  guint32 version = added ? step->after : step->before;

  for (guint32 i = from; i < MIN (from + n, fold->versions[version].lines); i++) {
    ArdFunctionRevision *row = touch (fold, version, owners[i], step->commit);

    if (row && added)
      row->added++;
    else if (row)
      row->deleted++;
  }
}

static void
count_standing (const Fold *fold, const ArdChainStep *step, guint32 from, guint32 n, ArdChainLines *lines)
{
  const guint32 *today = fold->places[step->after].lines;

  for (guint32 i = from; i < MIN (from + n, fold->versions[step->after].lines); i++)
    if (today[i] != 0 && !fold->settled[today[i] - 1]) {
      fold->settled[today[i] - 1] = 1;
      lines->standing++;
    }
}

static guint32 *
own (const ArdVersion *version)
{
  guint32 *owners = g_new (guint32, MAX (version->lines, 1));

  ard_version_own (version, owners);
  return owners;
}

static void
count_hunks (const Fold *fold, const ArdChainStep *step, const GArray *hunks, ArdChainLines *lines)
{
  g_autofree guint32 *new_owners = own (&fold->versions[step->after]);
  g_autofree guint32 *old_owners = step->before == ARD_NONE ? NULL : own (&fold->versions[step->before]);
  gboolean known = step->before == ARD_NONE || fold->places[step->before].functions;

  for (guint i = 0; i < hunks->len; i++) {
    const ArdHunk *hunk = &g_array_index (hunks, ArdHunk, i);

    count_lines (fold, step, TRUE, new_owners, hunk->new_from, hunk->new_n);
    if (old_owners && known)
      count_lines (fold, step, FALSE, old_owners, hunk->old_from, hunk->old_n);
    count_standing (fold, step, hunk->new_from, hunk->new_n, lines);
    lines->added += hunk->new_n;
    lines->changed += hunk->new_n + hunk->old_n;
  }
}

/* Revisions of the step in which the code is what it was: comments, layout, the name. */
static void
mark_code (const Fold *fold, const ArdChainStep *step, guint first)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  const ArdVersion *before = step->before == ARD_NONE ? NULL : &fold->versions[step->before];
  const ArdVersion *after = &fold->versions[step->after];

  for (guint32 i = 0; before && fold->places[step->before].functions && i < before->functions->len; i++)
    g_hash_table_insert (codes, GUINT_TO_POINTER (fold->places[step->before].functions[i]),
                         (gpointer) function_of (before, i));
  for (guint32 i = 0; i < after->functions->len; i++) {
    guint32 today = fold->places[step->after].functions[i];
    const ArdVersionFunction *old = g_hash_table_lookup (codes, GUINT_TO_POINTER (today));

    if (today != ARD_NONE && fold->touched[today] != 0 && old && old->digest == function_of (after, i)->digest)
      g_array_index (fold->chain->revisions, ArdFunctionRevision, fold->touched[today] - 1).code = FALSE;
  }
  for (guint i = first; i < fold->chain->revisions->len; i++)
    fold->touched[g_array_index (fold->chain->revisions, ArdFunctionRevision, i).function] = 0;
}

static void
take (const Fold *fold, const ArdChainStep *step)
{
  const ArdHunk all = { 0, 0, 0, fold->versions[step->after].lines, FALSE };
  g_autoptr (GArray) birth = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  const GArray *hunks = step->before == ARD_NONE ? birth : step->hunks;
  ArdChainLines lines = { 0 };
  guint first = fold->chain->revisions->len;

  g_array_append_val (birth, all);
  reach (fold, step);
  if (step->before != ARD_NONE)
    hand (fold, step->before, step->after, step->hunks);
  if (hunks)
    count_hunks (fold, step, hunks, &lines);
  mark_code (fold, step, first);
  g_array_append_val (fold->chain->lines, lines);
}

static void
use (Place *places, guint32 version, guint32 step)
{
  if (version != ARD_NONE)
    places[version].last_use = step;
}

static void
forget (Place *places, guint32 version, guint32 step)
{
  if (version == ARD_NONE || places[version].last_use > step)
    return;
  g_clear_pointer (&places[version].functions, g_free);
  g_clear_pointer (&places[version].lines, g_free);
}

static void
begin (const Fold *fold)
{
  Place *place = &fold->places[0];

  place->functions = new_filled (fold->versions[0].functions->len, ARD_NONE);
  place->lines = new_filled (fold->versions[0].lines, 0);
  for (guint32 i = 0; i < fold->versions[0].functions->len; i++)
    place->functions[i] = i;
  for (guint32 i = 0; i < fold->versions[0].lines; i++)
    place->lines[i] = i + 1;
  remember_names (fold, 0);
}

void
ard_chain_fold (const ArdVersion *versions, guint32 n_versions, const ArdChainStep *steps, guint32 n_steps,
                ArdChain *chain)
{
  g_autofree Place *places = g_new0 (Place, n_versions);
  g_autofree guint8 *settled = g_new0 (guint8, MAX (versions[0].lines, 1));
  g_autofree guint32 *touched = g_new0 (guint32, MAX (versions[0].functions->len, 1));
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  Fold fold = { versions, places, settled, names, touched, chain };

  for (guint32 i = 0; i < n_steps; i++) {
    use (places, steps[i].after, i);
    use (places, steps[i].before, i);
    use (places, steps[i].newer, i);
  }
  begin (&fold);
  for (guint32 i = 0; i < n_steps; i++) {
    take (&fold, &steps[i]);
    forget (places, steps[i].after, i);
    forget (places, steps[i].before, i);
    forget (places, steps[i].newer, i);
  }
  forget (places, 0, n_steps);
}
