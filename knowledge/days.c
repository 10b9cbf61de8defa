#include <math.h>

#include "knowledge/parts.h"

gboolean
ard_commit_teaches (const ArdCommit *commit)
{
  return commit->n_people > 0 && !(commit->flags & ARD_COMMIT_NOT_COUNTED);
}

gboolean
ard_file_is_code (const ArdFile *file)
{
  return file->measured && !(file->flags & ARD_FILE_NOT_JUDGED);
}

/* A rename's lines are the difference of its two rows. */
static float
weigh (const ArdCorpus *corpus, const ArdChange *change, const guint8 *moved)
{
  gint64 more = MAX (change->added, 0), less = MAX (change->deleted, 0);

  if (moved[change - ard_change (corpus, 0)])
    return 0;
  if (change->file != ARD_NONE && (ard_file (corpus, change->file)->flags & ARD_FILE_NOT_JUDGED))
    return 0;
  if (change->renamed_from != ARD_NONE && moved[change->renamed_from]) {
    more -= MAX (ard_change (corpus, change->renamed_from)->deleted, 0);
    less = MAX (-more, 0);
    more = MAX (more, 0);
  }
  return (float) (1 + log2 (1 + (double) more + (double) less));
}

static void
weigh_changes (ArdDays *days, const ArdCorpus *corpus)
{
  guint32 n = corpus->changes->len;
  g_autofree guint8 *moved = g_new0 (guint8, n + 1);

  for (guint32 i = 0; i < n; i++) {
    guint32 from = ard_change (corpus, i)->renamed_from;

    if (from != ARD_NONE && ard_change (corpus, from)->status == 'D')
      moved[from] = 1;
  }
  for (guint32 i = 0; i < n; i++)
    if (ard_commit_teaches (ard_commit (corpus, ard_change (corpus, i)->commit)))
      days->weights[i] = weigh (corpus, ard_change (corpus, i), moved);
}

/* One person's part in one commit. */
typedef struct {
  guint32 person;
  gint64 day;
  guint32 row; /* in corpus->people */
  double weight;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *left = a, *right = b;

  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static GArray *
list_parts (const ArdDays *days, const ArdCorpus *corpus)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);
    double weight = 0;

    if (!ard_commit_teaches (commit))
      continue;
    for (guint32 j = 0; j < commit->n_changes; j++)
      weight += days->weights[commit->first_change + j];
    for (guint32 j = 0; j < commit->n_people; j++) {
      Part part = { ard_people (corpus, commit)[j], ard_day_of (commit->time_s), commit->first_person + j, weight };

      g_array_append_val (parts, part);
    }
  }
  g_array_sort (parts, compare_parts);
  return parts;
}

void
ard_days_init (ArdDays *days, const ArdCorpus *corpus)
{
  days->weights = g_new0 (float, corpus->changes->len + 1);
  days->rates = g_new0 (double, corpus->people->len + 1);
  weigh_changes (days, corpus);

  g_autoptr (GArray) parts = list_parts (days, corpus);

  for (guint start = 0, end; start < parts->len; start = end) {
    const Part *first = &g_array_index (parts, Part, start);
    double weight = 0;

    for (end = start; end < parts->len; end++) {
      const Part *part = &g_array_index (parts, Part, end);

      if (part->person != first->person || part->day != first->day)
        break;
      weight += part->weight;
    }
    for (guint i = start; weight > 0 && i < end; i++)
      days->rates[g_array_index (parts, Part, i).row] = 1 / weight;
  }
}

void
ard_days_clear (ArdDays *days)
{
  g_clear_pointer (&days->weights, g_free);
  g_clear_pointer (&days->rates, g_free);
}
