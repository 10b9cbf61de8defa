#include "analyzers/analyzers.h"
#include "analyzers/together.h"
#include "model/rule.h"

#define DAY_S (24 * 60 * 60)
/* A short time: what these people did can still meet. */
#define RECENT_D 90
/* One person who does most of it owns the file: the others pass by. */
#define MOST 0.5

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Who changed the file lately, one entry a commit and person. */
static GArray *
list_people (const ArdCorpus *corpus, const ArdFile *file, guint32 *commits)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 previous = ARD_NONE;

  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 row = g_array_index (corpus->by_file, guint32, file->first_change + i);
    guint32 number = ard_change (corpus, row)->commit;
    const ArdCommit *commit = ard_commit (corpus, number);

    if (number == previous || (commit->flags & ARD_COMMIT_NOT_COUNTED) ||
        corpus->now_s - commit->time_s > (gint64) RECENT_D * DAY_S)
      continue;
    previous = number;
    ++*commits;
    if (commit->n_people)
      g_array_append_vals (people, ard_people (corpus, commit), commit->n_people);
  }
  g_array_sort (people, compare);
  return people;
}

static guint32
count_people (const GArray *people, guint32 *most)
{
  guint32 n = 0, run = 0;

  for (guint i = 0; i < people->len; i++) {
    gboolean again = i > 0 && g_array_index (people, guint32, i) == g_array_index (people, guint32, i - 1);

    run = again ? run + 1 : 1;
    n += !again;
    *most = MAX (*most, run);
  }
  return n;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint32 rule = ard_rule_find ("congested-file");

  for (guint32 i = 0; i < corpus->files->len && !corpus->shallow; i++) {
    const ArdFile *file = ard_file (corpus, i);
    guint32 commits = 0, most = 0;

    if (!ard_together_is_code (file))
      continue;

    g_autoptr (GArray) people = list_people (corpus, file, &commits);
    guint32 n = count_people (people, &most);
    ArdFinding *finding =
        most > MOST * commits ? NULL : ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, n);

    if (finding)
      finding->quantity = n - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_congested_file = { "congested-file", run };
