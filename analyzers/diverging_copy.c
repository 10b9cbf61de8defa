#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A copy that makes up this part of its file's lines: a change of the file is likely one of the copy. */
#define PART_OF_FILE 0.5
/* A repair of one place: files and lines that it changes at most. */
#define MAX_FILES 10
#define MAX_LINES 60
/* Copies of one class that are compared with each other; more of them were not made by hand. */
#define MAX_COPIES 20

/* The fixes that one copy missed. */
typedef struct {
  guint32 n, newest; /* newest: commit */
  gboolean shared;   /* what the newest took out stood in both */
} Missed;

/* What has run once is not changed any more: a step of a database's history. */
static gboolean
is_migration (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (char **part = parts; *part; part++)
    if (g_ascii_strncasecmp (*part, "migrat", 6) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_most_of_its_file (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);

  return !(file->flags & ARD_FILE_NOT_IN_USE) && file->n_functions > 0 && !is_migration (file->path) &&
         copy->end_line - copy->start_line + 1 >= file->lines * PART_OF_FILE;
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

static gboolean
changes (const ArdCorpus *corpus, const ArdFile *file, guint32 commit)
{
  for (guint32 i = 0; i < file->n_changes; i++)
    if (ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i))->commit == commit)
      return TRUE;
  return FALSE;
}

/* The first row of the origins of a fix, or one behind all. */
static guint
find_origins (const ArdCorpus *corpus, guint32 fix)
{
  guint low = 0, high = corpus->origins->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ard_origin (corpus, middle)->fix < fix)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/*
 * FALSE: the fix was traced, and no commit that brought what it took out wrote both files, or is older than
 * the other. shared: one did.
 */
static gboolean
concerns_both (const ArdCorpus *corpus, guint32 fix, const ArdFile *fixed, const ArdFile *stale, gboolean *shared)
{
  gboolean traced = FALSE;

  *shared = FALSE;
  for (guint i = find_origins (corpus, fix); i < corpus->origins->len && ard_origin (corpus, i)->fix == fix; i++) {
    guint32 origin = ard_origin (corpus, i)->origin;

    if (ard_file (corpus, ard_origin (corpus, i)->file) != fixed)
      continue;
    traced = TRUE;
    if (ard_commit (corpus, origin)->time_s <= stale->birth_s || changes (corpus, stale, origin))
      *shared = TRUE;
  }
  return *shared || !traced;
}

/* Repairs of one file since the other was last touched. */
static Missed
find_missed (const ArdCorpus *corpus, const ArdFile *fixed, const ArdFile *stale)
{
  gint64 since = MAX (last_change (corpus, stale), fixed->birth_s);
  Missed missed = { 0 };

  for (guint32 i = 0; i < fixed->n_changes; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, fixed->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);
    gboolean shared;

    if (!is_repair (commit, change) || commit->time_s <= since ||
        !concerns_both (corpus, change->commit, fixed, stale, &shared))
      continue;
    if (missed.n++ == 0 || commit->time_s > ard_commit (corpus, missed.newest)->time_s) {
      missed.newest = change->commit;
      missed.shared = shared;
    }
  }
  return missed;
}

/* The sibling whose repairs this copy missed most of. */
static void
judge_copy (const ArdCorpus *corpus, const ArdSettings *settings, guint32 index, const ArdCloneCopy *stale,
            ArdFindings *findings)
{
  const ArdCloneClass *class = ard_clone_class (corpus, index);
  guint32 other = ARD_NONE;
  Missed most = { 0 };

  for (guint32 i = 0; i < class->n_copies; i++) {
    const ArdCloneCopy *fixed = ard_clone_copy (corpus, class->first_copy + i);

    if (fixed->file == stale->file || fixed->digest == stale->digest || !is_most_of_its_file (corpus, fixed))
      continue;

    Missed missed = find_missed (corpus, ard_file (corpus, fixed->file), ard_file (corpus, stale->file));

    if (missed.n > most.n) {
      most = missed;
      other = fixed->file;
    }
  }
  if (most.n == 0)
    return;

  ArdFinding *finding = ard_findings_add (findings, corpus, settings, ard_rule_find ("diverging-copy"), stale->file,
                                          stale->function, most.n);

  if (finding) {
    finding->clone_class = index;
    finding->start_line = stale->start_line;
    finding->end_line = stale->end_line;
    finding->other = other;
    finding->commit = most.newest;
    finding->subject = ard_commit (corpus, most.newest)->subject;
    finding->quantity = most.n;
    finding->reason = most.shared ? "copy-origin" : NULL;
  }
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->clone_classes->len; i++) {
    const ArdCloneClass *class = ard_clone_class (corpus, i);

    if (class->type == 1 || class->n_copies > MAX_COPIES)
      continue;
    for (guint32 j = 0; j < class->n_copies; j++) {
      const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + j);

      if (is_most_of_its_file (corpus, copy))
        judge_copy (corpus, settings, i, copy, findings);
    }
  }
}

const ArdAnalyzer ard_analyzer_diverging_copy = { "diverging-copy", run };
