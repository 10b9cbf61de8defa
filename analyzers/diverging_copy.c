#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A copy that makes up this part of its file's lines: a change of the file is likely one of the copy. */
#define PART_OF_FILE 0.5
/* A repair of one place: files and lines that it changes at most. */
#define MAX_FILES 10
#define MAX_LINES 60
/* Copies of one class that are compared with each other; more of them were not made by hand. */
#define MAX_COPIES 20

static gboolean
is_most_of_its_file (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);

  return !(file->flags & ARD_FILE_NOT_IN_USE) && copy->end_line - copy->start_line + 1 >= file->lines * PART_OF_FILE;
}

static gboolean
is_repair (const ArdCommit *commit, const ArdChange *change)
{
  return (commit->flags & ARD_COMMIT_FIX) && (commit->flags & ARD_COMMIT_IN_WINDOW) &&
         !(commit->flags & (ARD_COMMIT_NOT_COUNTED | ARD_COMMIT_REVERT)) && commit->n_changes <= MAX_FILES &&
         change->added > 0 && change->deleted >= 0 && change->added + change->deleted <= MAX_LINES;
}

/* The time of the last change of a file that counts; a sweep over the tree carries no fix over. */
static gint64
last_change (const ArdCorpus *corpus, const ArdFile *file)
{
  gint64 last = file->birth_s;

  for (guint32 i = 0; i < file->n_changes; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);

    if (!(commit->flags & (ARD_COMMIT_MASS | ARD_COMMIT_IGNORED)))
      last = MAX (last, commit->time_s);
  }
  return last;
}

/* Repairs of one file since the other was last touched. newest: receives the newest of them. */
static guint32
count_missed (const ArdCorpus *corpus, const ArdFile *fixed, const ArdFile *stale, guint32 *newest)
{
  gint64 since = MAX (last_change (corpus, stale), fixed->birth_s);
  guint32 n = 0;
  gint64 newest_s = 0;

  for (guint32 i = 0; i < fixed->n_changes; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, fixed->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);

    if (!is_repair (commit, change) || commit->time_s <= since)
      continue;
    n++;
    if (commit->time_s > newest_s) {
      newest_s = commit->time_s;
      *newest = change->commit;
    }
  }
  return n;
}

/* The sibling whose repairs this copy missed most of. */
static void
judge_copy (const ArdCorpus *corpus, const ArdSettings *settings, guint32 index, const ArdCloneCopy *stale,
            ArdFindings *findings)
{
  const ArdCloneClass *class = ard_clone_class (corpus, index);
  guint32 most = 0, commit = ARD_NONE, other = ARD_NONE;

  for (guint32 i = 0; i < class->n_copies; i++) {
    const ArdCloneCopy *fixed = ard_clone_copy (corpus, class->first_copy + i);
    guint32 newest = ARD_NONE, n;

    if (fixed->file == stale->file || fixed->digest == stale->digest || !is_most_of_its_file (corpus, fixed))
      continue;
    n = count_missed (corpus, ard_file (corpus, fixed->file), ard_file (corpus, stale->file), &newest);
    if (n > most) {
      most = n;
      commit = newest;
      other = fixed->file;
    }
  }
  if (most == 0)
    return;

  ArdFinding *finding = ard_findings_add (findings, corpus, settings, ard_rule_find ("diverging-copy"), stale->file,
                                          stale->function, most);

  if (finding) {
    finding->clone_class = index;
    finding->start_line = stale->start_line;
    finding->end_line = stale->end_line;
    finding->other = other;
    finding->commit = commit;
    finding->subject = ard_commit (corpus, commit)->subject;
    finding->quantity = most;
  }
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->clone_classes->len; i++) {
    const ArdCloneClass *class = ard_clone_class (corpus, i);

    for (guint32 j = 0; j<class->n_copies &&class->type> 1 && class->n_copies <= MAX_COPIES; j++) {
      const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + j);

      if (is_most_of_its_file (corpus, copy))
        judge_copy (corpus, settings, i, copy, findings);
    }
  }
}

const ArdAnalyzer ard_analyzer_diverging_copy = { "diverging-copy", run };
