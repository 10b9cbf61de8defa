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

/* Lines of the commit that created the file, as far as they are part of file->added. */
static double
created_lines (const ArdCorpus *corpus, const ArdFile *file)
{
  if (file->n_changes == 0)
    return 0;

  guint32 oldest = g_array_index (corpus->by_file, guint32, file->first_change + file->n_changes - 1);
  const ArdChange *change = ard_change (corpus, oldest);
  guint flags = ard_commit (corpus, change->commit)->flags;
  gboolean counted = (flags & ARD_COMMIT_IN_WINDOW) && !(flags & ARD_COMMIT_NOT_COUNTED);

  return counted ? MAX (change->added, 0) : 0;
}

/* Against the longer of today's file and that at the window's start: what was moved out is growth read backwards. */
static double
relative_churn (const ArdCorpus *corpus, const ArdFile *file)
{
  double added = file->added - created_lines (corpus, file), deleted = file->deleted;

  return (added + deleted) / MAX (file->lines, file->lines - added + deleted);
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

    if (!file->measured || file->lines < MIN_LINES || file->revisions < MIN_REVISIONS || file->fixes < MIN_FIXES ||
        !settled (corpus, settings, file))
      continue;

    ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, relative_churn (corpus, file));
  }
}

const ArdAnalyzer ard_analyzer_unstable_file = { "unstable-file", run };
