#include "analyzers/analyzers.h"
#include "model/rule.h"

#define DAY_S (24 * 60 * 60)

/* Fewer counted commits are a rewrite or two, not a file that will not settle. */
#define MIN_REVISIONS 12

/* Churn that no repair follows is a rewrite that goes as planned. */
#define MIN_FIXES 2

/* In a smaller file, one ordinary change is a large share. */
#define MIN_LINES 100

/* A file younger than this part of the window churns by nature. */
#define MIN_AGE_SHARE 0.25

/* What counted commits of the window did to a file: all of them, or those since most of its lines left it. */
typedef struct {
  gint64 since_s; /* 0: not known */
  double added, deleted;
  guint32 revisions, fixes;
} Churn;

static gboolean
is_counted (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED);
}

static const ArdChange *
change_at (const ArdCorpus *corpus, const ArdFile *file, guint32 i)
{
  return ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
}

/* The lines of the commit that created the file are no churn. */
static Churn
churn_of (const ArdCorpus *corpus, const ArdFile *file)
{
  Churn churn = { file->birth_s, file->added, file->deleted, file->revisions, file->fixes };
  const ArdChange *oldest = file->n_changes ? change_at (corpus, file, file->n_changes - 1) : NULL;

  if (oldest && is_counted (ard_commit (corpus, oldest->commit)))
    churn.added -= MAX (oldest->added, 0);
  return churn;
}

/* Of a rename, by how much the new file is longer or shorter. */
static void
add_lines (const ArdCorpus *corpus, const ArdChange *change, Churn *churn)
{
  double more = MAX (change->added, 0), less = MAX (change->deleted, 0);

  if (change->status == 'D')
    return;
  if (change->renamed_from != ARD_NONE) {
    more -= MAX (ard_change (corpus, change->renamed_from)->deleted, 0);
    less = MAX (-more, 0);
    more = MAX (more, 0);
  }
  churn->added += more;
  churn->deleted += less;
}

static Churn
churn_since_departure (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 n = file->n_changes - file->n_departed, previous = ARD_NONE;
  guint64 repair = 0;
  Churn churn = { ard_commit (corpus, change_at (corpus, file, n)->commit)->time_s, 0, 0, 0, 0 };

  for (guint32 i = 0; i < n; i++) {
    const ArdChange *change = change_at (corpus, file, i);
    const ArdCommit *commit = ard_commit (corpus, change->commit);

    if (!is_counted (commit))
      continue;
    add_lines (corpus, change, &churn);
    if (change->commit == previous)
      continue;
    previous = change->commit;
    churn.revisions++;
    if (!(commit->flags & ARD_COMMIT_FIX) || (churn.fixes && ard_commit_repair (commit) == repair))
      continue;
    churn.fixes++;
    repair = ard_commit_repair (commit);
  }
  return churn;
}

static gboolean
is_settled (const ArdCorpus *corpus, const ArdSettings *settings, const Churn *churn)
{
  double youngest_s = corpus->now_s - settings->history_window_d * MIN_AGE_SHARE * DAY_S;

  return churn->since_s != 0 && churn->since_s <= youngest_s;
}

/* Against the longer of today's file and that at the beginning: what was moved out is growth read backwards. */
static double
relative_churn (const ArdFile *file, const Churn *churn)
{
  return (churn->added + churn->deleted) / MAX (file->lines, file->lines - churn->added + churn->deleted);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unstable-file");

  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    Churn churn = file->n_departed ? churn_since_departure (corpus, file) : churn_of (corpus, file);

    if (!file->measured || file->lines < MIN_LINES || churn.revisions < MIN_REVISIONS || churn.fixes < MIN_FIXES ||
        !is_settled (corpus, settings, &churn))
      continue;

    ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, relative_churn (file, &churn));
  }
}

const ArdAnalyzer ard_analyzer_unstable_file = { "unstable-file", run };
