#include "analyzers/analyzers.h"
#include "model/rule.h"

#define DAY_S (24 * 60 * 60)

/* Fewer counted commits are a rewrite or two, not a file that will not settle. */
#define MIN_REVISIONS 12

/* In a smaller file, one ordinary change is a large share. */
#define MIN_LINES 100

/* A file younger than this part of the window churns by nature. */
#define MIN_AGE_SHARE 0.25

static const ArdChange *
change_at (const ArdCorpus *corpus, const ArdFile *file, guint32 i)
{
  return ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
}

static gboolean
is_counted (const ArdCorpus *corpus, guint32 commit)
{
  guint flags = ard_commit (corpus, commit)->flags;

  return (flags & ARD_COMMIT_IN_WINDOW) && !(flags & ARD_COMMIT_NOT_COUNTED);
}

/*
 * A rename is two rows of one commit, all lines deleted there and added here:
 * what surely changed is the difference. The oldest commit created the file.
 */
static double
sum_churn (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 creation = file->n_changes ? change_at (corpus, file, file->n_changes - 1)->commit : ARD_NONE;
  double churn = 0;

  for (guint32 i = 0; i < file->n_changes;) {
    guint32 commit = change_at (corpus, file, i)->commit, first = i;
    double added = 0, deleted = 0;

    for (; i < file->n_changes && change_at (corpus, file, i)->commit == commit; i++) {
      added += MAX (change_at (corpus, file, i)->added, 0);
      deleted += MAX (change_at (corpus, file, i)->deleted, 0);
    }
    if (commit != creation && is_counted (corpus, commit))
      churn += i - first > 1 ? ABS (added - deleted) : added + deleted;
  }
  return churn;
}

static gboolean
settled (const ArdCorpus *corpus, const ArdSettings *settings, const ArdFile *file)
{
  double youngest_s = corpus->now_s - settings->history_window_d * MIN_AGE_SHARE * DAY_S;

  return file->birth_s != 0 && file->birth_s <= youngest_s;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unstable-file");

  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!file->measured || file->lines < MIN_LINES || file->revisions < MIN_REVISIONS ||
        !settled (corpus, settings, file))
      continue;

    ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, sum_churn (corpus, file) / file->lines);
  }
}

const ArdAnalyzer ard_analyzer_unstable_file = { "unstable-file", run };
