#include "delivery/newcomers.h"

#define DAY_S ((gint64) 24 * 60 * 60)
#define STAYED_FROM_D 365
#define STAYED_TO_D 548

/* One commit of one person. */
typedef struct {
  guint32 person, commit;
  gint64 time_s;
} Work;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Work *left = a, *right = b;

  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  if (left->time_s != right->time_s)
    return left->time_s < right->time_s ? -1 : 1;
  return (left->commit < right->commit) - (left->commit > right->commit);
}

/* By person, then time. */
static GArray *
list_work (const ArdCorpus *corpus)
{
  GArray *works = g_array_new (FALSE, FALSE, sizeof (Work));

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    for (guint32 j = 0; j < commit->n_people && !(commit->flags & (ARD_COMMIT_MERGE | ARD_COMMIT_BOT)); j++) {
      Work work = { ard_people (corpus, commit)[j], i, commit->time_s };

      g_array_append_val (works, work);
    }
  }
  g_array_sort (works, compare);
  return works;
}

static void
add (ArdArrival *person, const Work *work)
{
  gint64 since_s;

  if (person->n++ == 0) {
    person->first_s = work->time_s;
    person->first_commit = work->commit;
  }
  since_s = work->time_s - person->first_s;
  person->last_s = work->time_s;
  if (person->n == ARD_JOINED_COMMITS) {
    person->tenth_s = work->time_s;
    person->joined = since_s <= ARD_JOINED_D * DAY_S;
  }
  if (since_s >= STAYED_FROM_D * DAY_S && since_s <= STAYED_TO_D * DAY_S)
    person->stayed = TRUE;
}

ArdArrival *
ard_newcomers_list (const ArdCorpus *corpus)
{
  ArdArrival *people = g_new0 (ArdArrival, MAX (corpus->authors->len, 1));
  g_autoptr (GArray) works = list_work (corpus);

  for (guint i = 0; i < works->len; i++) {
    const Work *work = &g_array_index (works, Work, i);

    add (&people[work->person], work);
  }
  return people;
}
