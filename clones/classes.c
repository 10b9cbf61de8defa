#include "clones/classes.h"

#include "clones/rows.h"

/* A copy that is known and a new match are the same place when each has this part of the other's units. */
#define SAME_PLACE 0.6
/* Ends are not given up where one copy holds this part of a match's units. */
#define INSIDE 0.5
/* The part of a match's ends that may be given up to copies chosen before. */
#define GIVEN_UP 0.15
/* How often what is left of matches is tried. */
#define ROUNDS 4
/* A copy covers a side of a match from this part of its units on. */
#define COVERS 0.7
/* At most so many copies cover one place, and so many of one file are looked at. */
#define DEEPEST 4
#define LOOKED_AT 4000

typedef struct {
  ArdJudge *judge;
  const ArdUnitTable *table;
  ArdMatches *matches;
  ArdMatches *left;  /* for the next round */
  GArray *copies;    /* of ArdChosen */
  guint32 *claims;   /* by unit: 1 + the copy that holds it */
  GArray **by_file;  /* by file: NULL, or its copies, of guint32 */
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

/* A copy that may lie inside others. */
static void
add_nested (Choice *choice, guint32 first, guint32 last, guint32 group)
{
  ArdChosen copy = { first, last, group };
  guint32 index = choice->copies->len;
  GArray **of_file = &choice->by_file[ard_unit (choice->table, first)->file];

  if (!*of_file)
    *of_file = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (*of_file, index);
  g_array_append_val (choice->copies, copy);
}

static void
add_copy (Choice *choice, guint32 first, guint32 last, guint32 group)
{
  add_nested (choice, first, last, group);
  for (guint32 i = first; i <= last; i++)
    choice->claims[i] = choice->copies->len;
}

/* Units of one side of a match, and whose they are. */
typedef struct {
  guint32 first, last;
  guint32 copy;     /* the one that holds most of them, or ARD_NONE */
  double held;      /* its part of the units */
  double of_copy;   /* their part of its units */
  gboolean is_free; /* no copy holds any */
} Side;

/* Ends that another copy holds already are given up where they are a small part. */
static void
trim (const Choice *choice, Side *side)
{
  guint32 most = (guint32) ((side->last - side->first + 1) * GIVEN_UP);

  for (guint32 i = 0; i < most && choice->claims[side->first]; i++)
    side->first++;
  for (guint32 i = 0; i < most && choice->claims[side->last]; i++)
    side->last--;
}

/* Who holds the units. */
static void
measure (const Choice *choice, Side *side)
{
  guint32 best = 0, count = 0, claimed = 0;

  side->copy = ARD_NONE;
  for (guint32 i = side->first; i <= side->last; i++) {
    guint32 claim = choice->claims[i];

    count = claim && i > side->first && choice->claims[i - 1] == claim ? count + 1 : 1;
    claimed += claim != 0;
    if (claim && count > best) {
      best = count;
      side->copy = claim - 1;
    }
  }
  side->is_free = claimed == 0;
  if (side->copy != ARD_NONE) {
    const ArdChosen *copy = &g_array_index (choice->copies, ArdChosen, side->copy);

    side->held = (double) best / (side->last - side->first + 1);
    side->of_copy = (double) best / (copy->last - copy->first + 1);
  }
}

static Side
look_at (const Choice *choice, guint32 first, guint32 last)
{
  Side side = { .first = first, .last = last };

  measure (choice, &side);
  if (!side.is_free && side.held < INSIDE) {
    trim (choice, &side);
    measure (choice, &side);
  }
  return side;
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

static guint32
group_of (const Choice *choice, const Side *side)
{
  return find_group (choice, g_array_index (choice->copies, ArdChosen, side->copy).group);
}

static gboolean
is_place (const Side *side)
{
  return side->copy != ARD_NONE && side->held >= SAME_PLACE && side->of_copy >= SAME_PLACE;
}

static guint32
count_common (const ArdChosen *copy, guint32 first, guint32 last)
{
  guint32 start = MAX (copy->first, first), end = MIN (copy->last, last);

  return start <= end ? end - start + 1 : 0;
}

/* The first copy at the same place as the units, or ARD_NONE. */
static guint32
find_place (const Choice *choice, guint32 first, guint32 last)
{
  const GArray *near = choice->by_file[ard_unit (choice->table, first)->file];

  for (guint i = 0; near && i < near->len && i < LOOKED_AT; i++) {
    guint32 index = g_array_index (near, guint32, i);
    const ArdChosen *copy = &g_array_index (choice->copies, ArdChosen, index);
    guint32 common = count_common (copy, first, last);

    if (common >= SAME_PLACE * (last - first + 1) && common >= SAME_PLACE * (copy->last - copy->first + 1))
      return index;
  }
  return ARD_NONE;
}

static guint32
group_at (const Choice *choice, guint32 copy)
{
  return find_group (choice, g_array_index (choice->copies, ArdChosen, copy).group);
}

/* Groups of the copies that cover the units; returns how many, DEEPEST when there may be more. */
static guint
find_covers (const Choice *choice, guint32 first, guint32 last, guint32 groups[DEEPEST])
{
  const GArray *near = choice->by_file[ard_unit (choice->table, first)->file];
  guint n = 0;

  if (near && near->len > LOOKED_AT)
    return DEEPEST;
  for (guint i = 0; near && i < near->len && n < DEEPEST; i++) {
    guint32 index = g_array_index (near, guint32, i);

    if (count_common (&g_array_index (choice->copies, ArdChosen, index), first, last) >= COVERS * (last - first + 1))
      groups[n++] = group_at (choice, index);
  }
  return n;
}

/* Whether one class has both sides of a match already, or either lies in too many. */
static gboolean
is_joined (const Choice *choice, const ArdMatch *match)
{
  guint32 a[DEEPEST], b[DEEPEST];
  guint n_a = find_covers (choice, match->a_first, match->a_last, a);
  guint n_b = find_covers (choice, match->b_first, match->b_last, b);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (a[i] == b[j])
        return TRUE;
  return n_a == DEEPEST || n_b == DEEPEST;
}

static void
merge_groups (Choice *choice, guint32 left, guint32 right)
{
  g_array_index (choice->groups, guint32, MAX (left, right)) = MIN (left, right);
}

/*
 * A copy that no class holds and its sibling, which is a part of larger copies or
 * lies across them: a class of its own, or that of a copy at the same place.
 */
static void
nest (Choice *choice, guint32 first, guint32 last, const Side *alone)
{
  guint32 place = find_place (choice, first, last), group;

  if (place != ARD_NONE) {
    group = group_at (choice, place);
  } else {
    group = add_group (choice);
    add_nested (choice, first, last, group);
  }
  add_copy (choice, alone->first, alone->last, group);
}

/* Both are parts of larger copies, of different classes: a class inside them. */
static void
nest_both (Choice *choice, const ArdMatch *match)
{
  guint32 a = find_place (choice, match->a_first, match->a_last);
  guint32 b = find_place (choice, match->b_first, match->b_last);
  guint32 group;

  if (is_joined (choice, match))
    return;
  if (a != ARD_NONE && b != ARD_NONE) {
    merge_groups (choice, group_at (choice, a), group_at (choice, b));
    return;
  }
  group = a != ARD_NONE ? group_at (choice, a) : b != ARD_NONE ? group_at (choice, b) : add_group (choice);
  if (a == ARD_NONE)
    add_nested (choice, match->a_first, match->a_last, group);
  if (b == ARD_NONE)
    add_nested (choice, match->b_first, match->b_last, group);
}

static void
choose_match (Choice *choice, const ArdMatch *match)
{
  const ArdRun *runs = &g_array_index (choice->matches->runs, ArdRun, match->first_run);
  Side a = look_at (choice, match->a_first, match->a_last), b = look_at (choice, match->b_first, match->b_last);

  if (a.is_free && b.is_free) {
    guint32 group = add_group (choice);

    add_copy (choice, a.first, a.last, group);
    add_copy (choice, b.first, b.last, group);
  } else if (is_place (&a) && b.is_free) {
    add_copy (choice, b.first, b.last, group_of (choice, &a));
  } else if (is_place (&b) && a.is_free) {
    add_copy (choice, a.first, a.last, group_of (choice, &b));
  } else if (b.is_free) {
    nest (choice, match->a_first, match->a_last, &b);
  } else if (a.is_free) {
    nest (choice, match->b_first, match->b_last, &a);
  } else if (is_place (&a) && is_place (&b)) {
    merge_groups (choice, group_of (choice, &a), group_of (choice, &b));
  } else if (a.held >= SAME_PLACE && b.held >= SAME_PLACE) {
    nest_both (choice, match);
  } else {
    keep_rest (choice, runs, match->n_runs);
  }
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const ArdMatch *left = a, *right = b;

  if (left->worth != right->worth)
    return left->worth > right->worth ? -1 : 1;
  if (left->a_first != right->a_first)
    return left->a_first < right->a_first ? -1 : 1;
  if (left->b_first != right->b_first)
    return left->b_first < right->b_first ? -1 : 1;
  return left->first_run < right->first_run ? -1 : left->first_run > right->first_run;
}

static void
run_round (Choice *choice)
{
  GArray *matches = choice->matches->matches;

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    choose_match (choice, &g_array_index (matches, ArdMatch, i));
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
}

void
ard_classes_choose (ArdCorpus *corpus, ArdJudge *judge, const ArdTwins *twins, ArdMatches *matches)
{
  ArdMatches spare = { g_array_new (FALSE, FALSE, sizeof (ArdMatch)), g_array_new (FALSE, FALSE, sizeof (ArdRun)) };
  g_autofree guint32 *claims = g_new0 (guint32, judge->table->units->len + 1);
  g_autofree GArray **by_file = g_new0 (GArray *, judge->table->n_files + 1);
  Choice choice = { .judge = judge,
                    .table = judge->table,
                    .matches = matches,
                    .left = &spare,
                    .copies = g_array_new (FALSE, FALSE, sizeof (ArdChosen)),
                    .claims = claims,
                    .by_file = by_file,
                    .groups = g_array_new (FALSE, FALSE, sizeof (guint32)),
                    .free_runs = g_array_new (FALSE, FALSE, sizeof (ArdRun)) };

  ard_judge_begin (judge);
  claim_twins (&choice, twins);
  run_rounds (&choice);
  ard_rows_write (corpus, judge->table, twins, choice.copies);
  g_array_unref (spare.matches);
  g_array_unref (spare.runs);
  g_array_unref (choice.copies);
  g_array_unref (choice.groups);
  g_array_unref (choice.free_runs);
  for (guint32 i = 0; i < judge->table->n_files; i++)
    g_clear_pointer (&by_file[i], g_array_unref);
}
