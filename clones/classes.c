#include "clones/classes.h"

#include "clones/rows.h"

/* A copy that is known and a new match are the same place when each has this part of the other's units. */
#define SAME_PLACE 0.6
/* How often what is left of matches is tried. */
#define ROUNDS 4

typedef struct {
  ArdJudge *judge;
  const ArdUnitTable *table;
  ArdMatches *matches;
  ArdMatches *left;  /* for the next round */
  GArray *copies;    /* of ArdChosen */
  guint32 *claims;   /* by unit: 1 + the copy that holds it */
  GArray *groups;    /* of guint32: the group that took each group over, or itself */
  GArray *free_runs; /* of ArdRun */
} Choice;

static guint32
find_group (const Choice *choice, guint32 group)
{
  while (g_array_index (choice->groups, guint32, group) != group)
    group = g_array_index (choice->groups, guint32, group);
  return group;
}

static void
add_copy (Choice *choice, guint32 first, guint32 last, guint32 group)
{
  ArdChosen copy = { first, last, group };

  g_array_append_val (choice->copies, copy);
  for (guint32 i = first; i <= last; i++)
    choice->claims[i] = choice->copies->len;
}

/* The copy that a span is, or ARD_NONE. clear: receives whether nothing of the span is claimed. */
static guint32
find_copy (const Choice *choice, guint32 first, guint32 last, gboolean *clear)
{
  guint32 found = ARD_NONE, common = 0;

  *clear = TRUE;
  for (guint32 i = first; i <= last; i++) {
    guint32 claim = choice->claims[i];

    if (!claim)
      continue;
    *clear = FALSE;
    if (claim - 1 != found)
      common = 0;
    found = claim - 1;
    common++;
  }
  if (found == ARD_NONE)
    return ARD_NONE;

  const ArdChosen *copy = &g_array_index (choice->copies, ArdChosen, found);
  guint32 longest = MAX (last - first, copy->last - copy->first) + 1;

  return common >= SAME_PLACE * longest ? found : ARD_NONE;
}

/* The parts of the match that no copy holds go into the next round. */
static void
keep_rest (Choice *choice, const ArdRun *runs, guint n_runs)
{
  GArray *rest = choice->free_runs;

  g_array_set_size (rest, 0);
  for (guint i = 0; i < n_runs; i++)
    for (guint32 j = 0; j < runs[i].n; j++) {
      ArdRun one = { runs[i].a + j, runs[i].b + j, 1 };
      ArdRun *last = rest->len ? &g_array_index (rest, ArdRun, rest->len - 1) : NULL;

      if (choice->claims[one.a] || choice->claims[one.b]) {
        if (rest->len)
          ard_judge_keep (choice->judge, (const ArdRun *) (gconstpointer) rest->data, rest->len, choice->left);
        g_array_set_size (rest, 0);
      } else if (last && last->a + last->n == one.a && last->b + last->n == one.b) {
        last->n++;
      } else {
        g_array_append_val (rest, one);
      }
    }
  if (rest->len)
    ard_judge_keep (choice->judge, (const ArdRun *) (gconstpointer) rest->data, rest->len, choice->left);
}

static guint32
add_group (Choice *choice)
{
  guint32 group = choice->groups->len;

  g_array_append_val (choice->groups, group);
  return group;
}

static void
choose_match (Choice *choice, const ArdMatch *match)
{
  const ArdRun *runs = &g_array_index (choice->matches->runs, ArdRun, match->first_run);
  const ArdRun *end = &runs[match->n_runs - 1];
  guint32 a_last = end->a + end->n - 1, b_last = end->b + end->n - 1;
  gboolean a_clear, b_clear;
  guint32 a = find_copy (choice, runs->a, a_last, &a_clear), b = find_copy (choice, runs->b, b_last, &b_clear);

  if (a_clear && b_clear) {
    guint32 group = add_group (choice);

    add_copy (choice, runs->a, a_last, group);
    add_copy (choice, runs->b, b_last, group);
  } else if (a != ARD_NONE && b_clear) {
    add_copy (choice, runs->b, b_last, g_array_index (choice->copies, ArdChosen, a).group);
  } else if (b != ARD_NONE && a_clear) {
    add_copy (choice, runs->a, a_last, g_array_index (choice->copies, ArdChosen, b).group);
  } else if (a != ARD_NONE && b != ARD_NONE) {
    guint32 left = find_group (choice, g_array_index (choice->copies, ArdChosen, a).group);
    guint32 right = find_group (choice, g_array_index (choice->copies, ArdChosen, b).group);

    g_array_index (choice->groups, guint32, MAX (left, right)) = MIN (left, right);
  } else {
    keep_rest (choice, runs, match->n_runs);
  }
}

static int
compare_matches (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *runs = data;
  const ArdMatch *left = a, *right = b;
  const ArdRun *left_run = &g_array_index (runs, ArdRun, left->first_run);
  const ArdRun *right_run = &g_array_index (runs, ArdRun, right->first_run);

  if (left->tokens != right->tokens)
    return left->tokens > right->tokens ? -1 : 1;
  if (left_run->a != right_run->a)
    return left_run->a < right_run->a ? -1 : 1;
  return left_run->b < right_run->b ? -1 : left_run->b > right_run->b;
}

static void
run_round (Choice *choice)
{
  GArray *matches = choice->matches->matches;

  g_array_sort_with_data (matches, compare_matches, choice->matches->runs);
  for (guint i = 0; i < matches->len; i++)
    choose_match (choice, &g_array_index (matches, ArdMatch, i));
}

static int
compare_copies (gconstpointer a, gconstpointer b)
{
  const ArdChosen *left = a, *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

/* The first of several equal files is one copy from the start; its twins are written with it. */
static void
claim_twins (Choice *choice, const ArdTwins *twins)
{
  const guint32 *starts = choice->table->starts;

  for (guint32 i = 0; i < twins->n_files; i++)
    if (twins->first[i] == i && starts[i] < starts[i + 1])
      add_copy (choice, starts[i], starts[i + 1] - 1, add_group (choice));
}

static void
run_rounds (Choice *choice)
{
  for (guint i = 0; i < ROUNDS && choice->matches->matches->len; i++) {
    ArdMatches *done = choice->matches;

    run_round (choice);
    g_array_set_size (done->matches, 0);
    g_array_set_size (done->runs, 0);
    choice->matches = choice->left;
    choice->left = done;
  }
  for (guint i = 0; i < choice->copies->len; i++) {
    ArdChosen *copy = &g_array_index (choice->copies, ArdChosen, i);

    copy->group = find_group (choice, copy->group);
  }
  g_array_sort (choice->copies, compare_copies);
}

void
ard_classes_choose (ArdCorpus *corpus, ArdJudge *judge, const ArdTwins *twins, ArdMatches *matches)
{
  ArdMatches spare = { g_array_new (FALSE, FALSE, sizeof (ArdMatch)), g_array_new (FALSE, FALSE, sizeof (ArdRun)) };
  g_autofree guint32 *claims = g_new0 (guint32, judge->table->units->len + 1);
  Choice choice = { .judge = judge,
                    .table = judge->table,
                    .matches = matches,
                    .left = &spare,
                    .copies = g_array_new (FALSE, FALSE, sizeof (ArdChosen)),
                    .claims = claims,
                    .groups = g_array_new (FALSE, FALSE, sizeof (guint32)),
                    .free_runs = g_array_new (FALSE, FALSE, sizeof (ArdRun)) };

  claim_twins (&choice, twins);
  run_rounds (&choice);
  ard_rows_write (corpus, judge->table, twins, choice.copies);
  g_array_unref (spare.matches);
  g_array_unref (spare.runs);
  g_array_unref (choice.copies);
  g_array_unref (choice.groups);
  g_array_unref (choice.free_runs);
}
