#include "corpus/activity.h"

#include <math.h>

#define DAY_S 86400
#define MONTH_D (365.25 / 12)
#define LEAST_SPAN_D 28

/* One person's part in one counted commit. */
typedef struct {
  guint32 person;
  gint64 day;
  guint32 commit;
  gboolean author;
} Part;

typedef struct {
  ArdCorpus *corpus;
  const ArdTrail *trail;
  const ArdSettings *settings;
  double rate;    /* ard_activity_rate */
  double *weight; /* of each change; 0: earns nothing */
  double *fixes;  /* of each change: its decayed part of its commit's fix */
  guint8 *folded; /* of each change: it is the old path of a rename, and gone */
} Activity;

double
ard_activity_age_d (const ArdCorpus *corpus, gint64 time_s)
{
  return MAX ((double) (corpus->now_s - time_s) / DAY_S, 0);
}

double
ard_activity_rate (double span_d, double half_life_d)
{
  double integral = half_life_d / G_LN2 * (1 - exp2 (-span_d / half_life_d));

  return MONTH_D / integral;
}

static gboolean
is_counted (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED);
}

static double
decay (const Activity *activity, const ArdCommit *commit)
{
  return exp2 (-ard_activity_age_d (activity->corpus, commit->time_s) / activity->settings->history_half_life_d);
}

/* Lines that a change counts for: a rename's are the difference of its two rows. */
static void
lines_of (const Activity *activity, guint32 index, guint32 *added, guint32 *deleted)
{
  const ArdChange *change = ard_change (activity->corpus, index);
  const ArdFoldRow *row = ard_trail_row (activity->trail, index);
  gint64 more = MAX (change->added, 0), less = MAX (change->deleted, 0);

  if (activity->folded[index])
    more = less = 0;
  if (row->renamed_from != ARD_NONE) {
    gint64 old =
        activity->folded[row->renamed_from] ? MAX (ard_change (activity->corpus, row->renamed_from)->deleted, 0) : more;

    more -= old;
    less = MAX (-more, 0);
    more = MAX (more, 0);
  }
  *added = (guint32) more;
  *deleted = (guint32) less;
}

static double
weigh (const Activity *activity, guint32 index)
{
  const ArdChange *change = ard_change (activity->corpus, index);
  guint32 added, deleted;

  if (activity->folded[index] || (change->added < 0 && ard_trail_row (activity->trail, index)->counted))
    return 0;
  if (change->file != ARD_NONE && (ard_file (activity->corpus, change->file)->flags & ARD_FILE_NOT_JUDGED))
    return 0;
  lines_of (activity, index, &added, &deleted);
  return 1 + log2 (1 + (double) added + deleted);
}

static void
weigh_changes (Activity *activity)
{
  const ArdCorpus *corpus = activity->corpus;

  for (guint32 i = 0; i < corpus->changes->len; i++) {
    guint32 from = ard_trail_row (activity->trail, i)->renamed_from;

    if (from != ARD_NONE && ard_trail_row (activity->trail, from)->status == 'D')
      activity->folded[from] = 1;
  }
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    for (guint32 j = 0; is_counted (commit) && j < commit->n_changes; j++)
      activity->weight[commit->first_change + j] = weigh (activity, commit->first_change + j);
  }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *left = a, *right = b;

  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return left->commit < right->commit ? -1 : left->commit > right->commit;
}

static GArray *
list_parts (const Activity *activity)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint32 i = 0; i < activity->corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (activity->corpus, i);
    const guint32 *people = ard_people (activity->corpus, commit);

    for (guint32 j = 0; is_counted (commit) && j < commit->n_people; j++) {
      Part part = { people[j], ard_day_of (commit->time_s), i, people[j] == commit->author };

      g_array_append_val (parts, part);
    }
  }
  g_array_sort (parts, compare_parts);
  return parts;
}

static double
sum_weights (const Activity *activity, const ArdCommit *commit)
{
  double sum = 0;

  for (guint32 i = 0; i < commit->n_changes; i++)
    sum += activity->weight[commit->first_change + i];
  return sum;
}

static void
credit (Activity *activity, const Part *part, double day_weight)
{
  const ArdCommit *commit = ard_commit (activity->corpus, part->commit);

  for (guint32 i = 0; i < commit->n_changes; i++) {
    ArdChange *change = ard_change (activity->corpus, commit->first_change + i);
    double share = activity->weight[commit->first_change + i] / day_weight;

    if (part->author)
      change->share = (float) share;
    if (change->file != ARD_NONE)
      ard_file (activity->corpus, change->file)->days_month += activity->rate * share * decay (activity, commit);
  }
}

static void
count_days (Activity *activity)
{
  g_autoptr (GArray) parts = list_parts (activity);

  for (guint start = 0, end; start < parts->len; start = end) {
    const Part *first = &g_array_index (parts, Part, start);
    double weight = 0;

    for (end = start; end < parts->len; end++) {
      const Part *part = &g_array_index (parts, Part, end);

      if (part->person != first->person || part->day != first->day)
        break;
      weight += sum_weights (activity, ard_commit (activity->corpus, part->commit));
    }
    for (guint i = start; weight > 0 && i < end; i++)
      credit (activity, &g_array_index (parts, Part, i), weight);
  }
}

static guint
fixes_of (const ArdCommit *commit)
{
  return commit->flags & ARD_COMMIT_REVERT ? 2 : commit->flags & ARD_COMMIT_FIX ? 1 : 0;
}

static gboolean
is_judged_code (const ArdFile *file)
{
  return file->measured && !(file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_NOT_JUDGED));
}

static double
sum_fixed (const Activity *activity, const ArdCommit *commit, gboolean code_only)
{
  double sum = 0;

  for (guint32 i = 0; i < commit->n_changes; i++) {
    const ArdChange *change = ard_change (activity->corpus, commit->first_change + i);

    if (change->file != ARD_NONE && (!code_only || is_judged_code (ard_file (activity->corpus, change->file))))
      sum += activity->weight[commit->first_change + i];
  }
  return sum;
}

static void
split_fix (Activity *activity, const ArdCommit *commit)
{
  double sum = sum_fixed (activity, commit, TRUE);
  gboolean code_only = sum > 0;
  double fixes = fixes_of (commit) * decay (activity, commit);

  if (!code_only)
    sum = sum_fixed (activity, commit, FALSE);
  for (guint32 i = 0; sum > 0 && i < commit->n_changes; i++) {
    const ArdChange *change = ard_change (activity->corpus, commit->first_change + i);

    if (change->file != ARD_NONE && (!code_only || is_judged_code (ard_file (activity->corpus, change->file))))
      activity->fixes[commit->first_change + i] = fixes * activity->weight[commit->first_change + i] / sum;
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static guint32
count_distinct (GArray *numbers)
{
  guint32 n = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    n += i == 0 || g_array_index (numbers, guint32, i) != g_array_index (numbers, guint32, i - 1);
  return n;
}

/* One file's part in one commit that fixes. */
typedef struct {
  guint64 repair; /* ard_commit_repair */
  guint fixes;
  double share; /* decayed */
} Fix;

static int
compare_fixes (gconstpointer a, gconstpointer b)
{
  const Fix *left = a, *right = b;

  return left->repair < right->repair ? -1 : left->repair > right->repair;
}

/* Of the fixes of one repair the largest counts: the others answer the same occasion. */
static void
count_repairs (const Activity *activity, GArray *fixes, ArdFile *file)
{
  g_array_sort (fixes, compare_fixes);
  for (guint start = 0, end; start < fixes->len; start = end) {
    Fix largest = g_array_index (fixes, Fix, start);

    for (end = start; end < fixes->len; end++) {
      const Fix *fix = &g_array_index (fixes, Fix, end);

      if (fix->repair != largest.repair)
        break;
      largest.fixes = MAX (largest.fixes, fix->fixes);
      largest.share = MAX (largest.share, fix->share);
    }
    file->fixes_month += activity->rate * largest.share;
    if (!(file->flags & ARD_FILE_NOT_JUDGED))
      file->fixes += largest.fixes;
  }
}

static void
count_fixes (const Activity *activity, ArdFile *file)
{
  g_autoptr (GArray) fixes = g_array_new (FALSE, FALSE, sizeof (Fix));
  guint32 previous = ARD_NONE;

  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 index = g_array_index (activity->corpus->by_file, guint32, file->first_change + i);
    guint32 number = ard_change (activity->corpus, index)->commit;
    const ArdCommit *commit = ard_commit (activity->corpus, number);

    if (!is_counted (commit) || !fixes_of (commit))
      continue;
    if (number == previous) {
      g_array_index (fixes, Fix, fixes->len - 1).share += activity->fixes[index];
      continue;
    }
    previous = number;
    g_array_append_val (fixes, ((Fix){ ard_commit_repair (commit), fixes_of (commit), activity->fixes[index] }));
  }
  count_repairs (activity, fixes, file);
}

static void
count_file (const Activity *activity, ArdFile *file)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 previous = ARD_NONE;

  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 index = g_array_index (activity->corpus->by_file, guint32, file->first_change + i);
    guint32 number = ard_change (activity->corpus, index)->commit, added, deleted;
    const ArdCommit *commit = ard_commit (activity->corpus, number);

    if (!is_counted (commit))
      continue;
    lines_of (activity, index, &added, &deleted);
    file->added += added;
    file->deleted += deleted;
    if (number == previous)
      continue;
    previous = number;
    file->revisions++;
    if (commit->n_people)
      g_array_append_vals (people, ard_people (activity->corpus, commit), commit->n_people);
  }
  file->authors = count_distinct (people);
}

static double
span_d (const ArdCorpus *corpus, double window_d)
{
  double oldest = 0;

  for (guint32 i = 0; i < corpus->commits->len; i++)
    oldest = MAX (oldest, ard_activity_age_d (corpus, ard_commit (corpus, i)->time_s));
  return MIN (window_d, MAX (oldest, LEAST_SPAN_D));
}

void
ard_activity_count (ArdCorpus *corpus, const ArdTrail *trail, const ArdSettings *settings)
{
  g_autofree double *weight = g_new0 (double, MAX (corpus->changes->len, 1));
  g_autofree double *fixes = g_new0 (double, MAX (corpus->changes->len, 1));
  g_autofree guint8 *folded = g_new0 (guint8, MAX (corpus->changes->len, 1));
  Activity activity = { .corpus = corpus, .trail = trail, .settings = settings };

  activity.weight = weight;
  activity.fixes = fixes;
  activity.folded = folded;
  activity.rate = ard_activity_rate (span_d (corpus, settings->history_window_d), settings->history_half_life_d);
  weigh_changes (&activity);
  count_days (&activity);
  for (guint32 i = 0; i < corpus->commits->len; i++)
    if (is_counted (ard_commit (corpus, i)) && fixes_of (ard_commit (corpus, i)))
      split_fix (&activity, ard_commit (corpus, i));
  for (guint32 i = 0; i < corpus->files->len; i++) {
    count_file (&activity, ard_file (corpus, i));
    count_fixes (&activity, ard_file (corpus, i));
  }
}
