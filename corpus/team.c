#include "corpus/team.h"

#include "corpus/activity.h"

#define SPAN_D 90
#define WORKING_SHARE (5.0 / 7)
/* Part of the working days on which one who works full time commits (house). */
#define COMMITTING_SHARE 0.5

typedef struct {
  guint32 person;
  gint64 day;
} Worked;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Worked *left = a, *right = b;

  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  return (left->day > right->day) - (left->day < right->day);
}

/* Who worked on what day, in order, and the span that the history covers. */
static GArray *
list_days (const ArdCorpus *corpus, double *span_d)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Worked));
  double oldest = 0;

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);
    const guint32 *people = ard_people (corpus, commit);
    double age_d = ard_activity_age_d (corpus, commit->time_s);

    oldest = MAX (oldest, age_d);
    for (guint32 j = 0; age_d <= SPAN_D && j < commit->n_people; j++)
      g_array_append_val (days, ((Worked){ people[j], ard_day_of (commit->time_s) }));
  }
  g_array_sort (days, compare);
  *span_d = MIN (oldest, SPAN_D);
  return days;
}

double
ard_team_measure (const ArdCorpus *corpus)
{
  double span_d, team = 0;
  g_autoptr (GArray) days = list_days (corpus, &span_d);
  double full = MAX (span_d * WORKING_SHARE * COMMITTING_SHARE, 1);

  for (guint start = 0, end; start < days->len; start = end) {
    const Worked *first = &g_array_index (days, Worked, start);
    guint n = 0;

    for (end = start; end < days->len && g_array_index (days, Worked, end).person == first->person; end++)
      n += end == start || g_array_index (days, Worked, end).day != g_array_index (days, Worked, end - 1).day;
    team += MIN (n / full, 1);
  }
  return team;
}
