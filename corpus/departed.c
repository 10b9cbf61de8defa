#include "corpus/departed.h"

#include <math.h>

#include "corpus/activity.h"

/* The file as a walk from its newest change to its oldest sees it. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdSettings *settings;
  ArdFile *file;
  double size, largest; /* lines after the change at hand; most lines since */
  double stayed;        /* of what is older: the share of lines that is left */
  double work, gone;    /* forecast work so far, and what departed of it; of no unit */
} Walk;

static const ArdChange *
change_at (const Walk *walk, guint32 i)
{
  return ard_change (walk->corpus, g_array_index (walk->corpus->by_file, guint32, walk->file->first_change + i));
}

static double
weigh (const Walk *walk, const ArdChange *change)
{
  const ArdCommit *commit = ard_commit (walk->corpus, change->commit);

  if (!(commit->flags & ARD_COMMIT_IN_WINDOW) || (commit->flags & ARD_COMMIT_NOT_COUNTED))
    return 0;
  return change->share *
         exp2 (-ard_activity_age_d (walk->corpus, commit->time_s) / walk->settings->history_half_life_d);
}

/* The two rows of a rename sum to the difference. Returns the first change of the next older commit. */
static guint32
step_back (Walk *walk, guint32 first)
{
  guint32 i = first, commit = change_at (walk, first)->commit;
  double more = 0, work = 0;

  for (; i < walk->file->n_changes && change_at (walk, i)->commit == commit; i++) {
    const ArdChange *change = change_at (walk, i);

    more += change->added >= 0 && change->deleted >= 0 ? change->added - change->deleted : 0;
    work += weigh (walk, change);
  }

  double before = MAX (walk->size - more, 0);

  if (-more > before / 2 && before > 2 * walk->largest) {
    walk->file->n_departed = MAX (walk->file->n_departed, walk->file->n_changes - first);
    walk->stayed *= walk->size / before;
  }
  walk->size = before;
  walk->largest = MAX (walk->largest, before);
  walk->work += work;
  walk->gone += work * (1 - walk->stayed);
  return i;
}

void
ard_departed_mark (ArdCorpus *corpus, const ArdSettings *settings)
{
  for (guint32 f = 0; f < corpus->files->len; f++) {
    ArdFile *file = ard_file (corpus, f);
    Walk walk = { corpus, settings, file, file->lines, file->lines, 1, 0, 0 };

    file->n_departed = 0;
    for (guint32 i = 0; file->measured && i < file->n_changes;)
      i = step_back (&walk, i);
    file->departed_share = walk.gone > 0 ? walk.gone / walk.work : 0;
    if (!(walk.gone > 0))
      file->n_departed = 0;
  }
}
