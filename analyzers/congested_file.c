#include "analyzers/analyzers.h"
#include "analyzers/together.h"
#include "model/rule.h"

#define DAY_S (24 * 60 * 60)
/* A short time: what these people did can still meet. */
#define RECENT_D 90
/* One person who does most of it owns the file: the others pass by. */
#define MOST 0.5
/* Who changed fewer lines in that time mended a word or a call, and was in nobody's way. */
#define MIN_LINES 5

/* One commit of a person. Who helped an author worked with that author, not across. */
typedef struct {
  guint32 person;
  gint32 lines; /* that the commit changed */
} Part;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Part *left = a, *right = b;

  return (left->person > right->person) - (left->person < right->person);
}

/* Who changed the file lately, one row a commit. */
static GArray *
list_parts (const ArdCorpus *corpus, const ArdFile *file)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint32 previous = ARD_NONE;

  for (guint32 i = 0; i < file->n_changes; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);

    if (change->commit == previous || (commit->flags & ARD_COMMIT_NOT_COUNTED) ||
        corpus->now_s - commit->time_s > (gint64) RECENT_D * DAY_S)
      continue;
    previous = change->commit;

    Part part = { commit->author, MAX (change->added, 0) + MAX (change->deleted, 0) };

    g_array_append_val (parts, part);
  }
  g_array_sort (parts, compare);
  return parts;
}

/* Those who did more than pass by. */
static guint32
count_people (const GArray *parts, guint32 *most)
{
  guint32 n = 0;

  for (guint i = 0, run; i < parts->len; i += run) {
    const Part *first = &g_array_index (parts, Part, i);
    gint64 lines = 0;

    for (run = 0; i + run < parts->len && first[run].person == first->person; run++)
      lines += first[run].lines;
    n += lines >= MIN_LINES;
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
    guint32 most = 0;

    if (!ard_together_is_code (file))
      continue;

    g_autoptr (GArray) parts = list_parts (corpus, file);
    guint32 n = count_people (parts, &most);
    ArdFinding *finding =
        most > MOST * parts->len ? NULL : ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, n);

    if (finding)
      finding->quantity = n - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_congested_file = { "congested-file", run };
