#include "analyzers/analyzers.h"
#include "analyzers/together.h"
#include "model/rule.h"

#define DAY_S (24 * 60 * 60)
/* A short time: what these people did can still meet. */
#define RECENT_D 90
/* Days in which people do get into each other's way, and how many, of the threshold, worked here in some such days. */
#define MEET_D 30
#define CROWD (2.0 / 3)
/* One person who does most of it owns the file: the others pass by. */
#define MOST 0.5

/* One commit of one person. */
typedef struct {
  guint32 person;
  gint64 time_s;
} Visit;

static int
by_person (gconstpointer a, gconstpointer b)
{
  const Visit *left = a, *right = b;

  return (left->person > right->person) - (left->person < right->person);
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Visit *left = a, *right = b;

  if (left->time_s != right->time_s)
    return left->time_s < right->time_s ? -1 : 1;
  return by_person (a, b);
}

/* Who changed the file lately. */
static GArray *
list_visits (const ArdCorpus *corpus, const ArdFile *file, guint32 *commits)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));
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
    for (guint32 j = 0; j < commit->n_people; j++) {
      Visit visit = { ard_people (corpus, commit)[j], commit->time_s };

      g_array_append_val (visits, visit);
    }
  }
  return visits;
}

static guint32
count_people (GArray *visits, guint32 *most)
{
  guint32 n = 0, run = 0;

  g_array_sort (visits, by_person);
  for (guint i = 0; i < visits->len; i++) {
    gboolean again = i > 0 && by_person (&g_array_index (visits, Visit, i), &g_array_index (visits, Visit, i - 1)) == 0;

    run = again ? run + 1 : 1;
    n += !again;
    *most = MAX (*most, run);
  }
  return n;
}

/* Most people in any MEET_D days. */
static guint
count_crowd (GArray *visits)
{
  guint crowd = 0;

  g_array_sort (visits, by_time);
  for (guint i = 0; i < visits->len; i++) {
    g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
    gint64 end_s = g_array_index (visits, Visit, i).time_s + (gint64) MEET_D * DAY_S;

    for (guint j = i; j < visits->len && g_array_index (visits, Visit, j).time_s < end_s; j++)
      g_hash_table_add (met, GUINT_TO_POINTER (g_array_index (visits, Visit, j).person));
    crowd = MAX (crowd, g_hash_table_size (met));
  }
  return crowd;
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

    g_autoptr (GArray) visits = list_visits (corpus, file, &commits);
    guint32 n = count_people (visits, &most);
    double attention = settings->rules[rule].attention;
    gboolean apart = n < attention || most > MOST * commits || count_crowd (visits) < CROWD * attention;
    ArdFinding *finding = apart ? NULL : ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, n);

    if (finding)
      finding->quantity = n - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_congested_file = { "congested-file", run };
