#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A copy that makes up this part of its file's or function's lines: a change of these is likely one of the copy. */
#define MOST 0.5
/* Shorter functions are alike by chance: the attention threshold of duplicated-code. */
#define MIN_LINES 10
/* A repair of one place: files and lines that it changes at most. */
#define MAX_FILES 10
#define MAX_LINES 60
/* Copies of one class that are compared with each other; more of them were not made by hand. */
#define MAX_COPIES 20

/* What a copy is most of, so that the history of that is its own. */
typedef struct {
  const ArdFile *file;
  const ArdCorpusFunction *function; /* or NULL */
  gboolean whole;                    /* it is most of its file */
} Unit;

/* The fixes that one copy missed. */
typedef struct {
  guint32 n, newest; /* newest: commit */
  gboolean shared;   /* what the newest took out stood in both */
} Missed;

static gboolean
find_unit (const ArdCorpus *corpus, const ArdCloneCopy *copy, Unit *unit)
{
  guint32 lines = copy->end_line - copy->start_line + 1;

  *unit = (Unit){ .file = ard_file (corpus, copy->file) };
  unit->whole = lines >= unit->file->lines * MOST;
  if (copy->function != ARD_NONE) {
    const ArdCorpusFunction *function = ard_function (corpus, copy->function);

    if (lines >= MIN_LINES && lines >= (function->facts.end_line - function->facts.start_line + 1) * MOST)
      unit->function = function;
  }
  return (unit->function || unit->whole) && !(unit->file->flags & ARD_FILE_NOT_IN_USE);
}

static gboolean
is_repair (const ArdCommit *commit, gint32 added, gint32 deleted)
{
  return (commit->flags & ARD_COMMIT_FIX) && (commit->flags & ARD_COMMIT_IN_WINDOW) &&
         !(commit->flags & (ARD_COMMIT_NOT_COUNTED | ARD_COMMIT_REVERT)) && commit->n_changes <= MAX_FILES &&
         added > 0 && deleted >= 0 && added + deleted <= MAX_LINES;
}

static gboolean
is_sweep (const ArdCommit *commit)
{
  return (commit->flags & (ARD_COMMIT_MASS | ARD_COMMIT_IGNORED)) != 0;
}

/* The time of the last change of a file that counts; a sweep over the tree carries no fix over. */
static gint64
last_of_file (const ArdCorpus *corpus, const ArdFile *file)
{
  gint64 last = file->birth_s;

  for (guint32 i = 0; i < file->n_changes; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);

    if (!is_sweep (commit))
      last = MAX (last, commit->time_s);
  }
  return last;
}

static const ArdFunctionRevision *
revision_of (const ArdCorpus *corpus, const ArdCorpusFunction *function, guint32 i)
{
  return ard_function_revision (corpus, function->first_revision + i);
}

/* The same of a copy: of its function's own code where the history of that was read. */
static gint64
last_change (const ArdCorpus *corpus, const Unit *unit)
{
  gint64 last = unit->file->birth_s;

  if (!unit->function || !unit->function->traced)
    return last_of_file (corpus, unit->file);
  for (guint32 i = 0; i < unit->function->n_revisions; i++) {
    const ArdFunctionRevision *row = revision_of (corpus, unit->function, i);

    if (row->code && !is_sweep (ard_commit (corpus, row->commit)))
      last = MAX (last, ard_commit (corpus, row->commit)->time_s);
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

/* Whether what a commit wrote into the one copy is in the other: it wrote both, or is older than the other. */
static gboolean
wrote_both (const ArdCorpus *corpus, guint32 origin, const Unit *stale)
{
  gint64 time_s = ard_commit (corpus, origin)->time_s;
  const ArdCorpusFunction *function = stale->function && stale->function->n_revisions ? stale->function : NULL;

  if (time_s <= stale->file->birth_s)
    return TRUE;
  for (guint32 i = 0; function && i < function->n_revisions; i++)
    if (revision_of (corpus, function, i)->commit == origin)
      return TRUE;
  return function
             ? time_s <= ard_commit (corpus, revision_of (corpus, function, function->n_revisions - 1)->commit)->time_s
             : changes (corpus, stale->file, origin);
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

/* FALSE: the fix was traced, and all that it took out stood in the one copy alone. shared: a traced line was in both.
 */
static gboolean
concerns_both (const ArdCorpus *corpus, guint32 fix, const Unit *fixed, const Unit *stale, gboolean *shared)
{
  gboolean traced = FALSE;

  *shared = FALSE;
  for (guint i = find_origins (corpus, fix); i < corpus->origins->len && ard_origin (corpus, i)->fix == fix; i++) {
    if (ard_file (corpus, ard_origin (corpus, i)->file) != fixed->file)
      continue;
    traced = TRUE;
    *shared = *shared || wrote_both (corpus, ard_origin (corpus, i)->origin, stale);
  }
  return *shared || !traced;
}

static void
count (const ArdCorpus *corpus, guint32 fix, const Unit *fixed, const Unit *stale, Missed *missed)
{
  gboolean shared;

  /* Who changed both files had both before the eyes. */
  if (changes (corpus, stale->file, fix) || !concerns_both (corpus, fix, fixed, stale, &shared))
    return;
  if (missed->n++ == 0 || ard_commit (corpus, fix)->time_s > ard_commit (corpus, missed->newest)->time_s) {
    missed->newest = fix;
    missed->shared = shared;
  }
}

/* By the changes of the whole files, which are mostly the copies. */
static void
count_of_files (const ArdCorpus *corpus, const Unit *fixed, const Unit *stale, gint64 since_s, Missed *missed)
{
  for (guint32 i = 0; i < fixed->file->n_changes; i++) {
    const ArdChange *change =
        ard_change (corpus, g_array_index (corpus->by_file, guint32, fixed->file->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);

    if (commit->time_s > since_s && is_repair (commit, change->added, change->deleted))
      count (corpus, change->commit, fixed, stale, missed);
  }
}

/* By the changes of a function's own code; who wrote half of it made it. */
static void
count_of_functions (const ArdCorpus *corpus, const Unit *fixed, const Unit *stale, gint64 since_s, Missed *missed)
{
  guint32 lines = fixed->function->facts.end_line - fixed->function->facts.start_line + 1;

  for (guint32 i = 0; i < fixed->function->n_revisions; i++) {
    const ArdFunctionRevision *row = revision_of (corpus, fixed->function, i);
    const ArdCommit *commit = ard_commit (corpus, row->commit);

    if (row->code && row->added < lines * MOST && commit->time_s > since_s &&
        is_repair (commit, (gint32) row->added, (gint32) row->deleted))
      count (corpus, row->commit, fixed, stale, missed);
  }
}

static Missed
find_missed (const ArdCorpus *corpus, const Unit *fixed, const Unit *stale)
{
  gint64 since_s = MAX (last_change (corpus, stale), fixed->file->birth_s);
  Missed missed = { 0 };

  if (fixed->function && fixed->function->traced)
    count_of_functions (corpus, fixed, stale, since_s, &missed);
  else if (fixed->whole && stale->whole)
    count_of_files (corpus, fixed, stale, since_s, &missed);
  return missed;
}

/* The sibling whose repairs this copy missed most of. */
static void
judge_copy (const ArdCorpus *corpus, const ArdSettings *settings, guint32 index, const ArdCloneCopy *copy,
            ArdFindings *findings)
{
  const ArdCloneClass *class = ard_clone_class (corpus, index);
  guint32 other = ARD_NONE;
  Missed most = { 0 };
  Unit stale, fixed;

  for (guint32 i = 0; find_unit (corpus, copy, &stale) && i < class->n_copies; i++) {
    const ArdCloneCopy *twin = ard_clone_copy (corpus, class->first_copy + i);

    /* Who mended one of two in a file had the other before the eyes. */
    if (twin->file == copy->file || twin->digest == copy->digest || !find_unit (corpus, twin, &fixed))
      continue;

    Missed missed = find_missed (corpus, &fixed, &stale);

    if (missed.n > most.n) {
      most = missed;
      other = twin->file;
    }
  }
  if (most.n == 0)
    return;

  ArdFinding *finding = ard_findings_add (findings, corpus, settings, ard_rule_find ("diverging-copy"), copy->file,
                                          copy->function, most.n);

  if (finding) {
    finding->clone_class = index;
    finding->start_line = copy->start_line;
    finding->end_line = copy->end_line;
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
    for (guint32 j = 0; j < class->n_copies; j++)
      judge_copy (corpus, settings, i, ard_clone_copy (corpus, class->first_copy + j), findings);
  }
}

const ArdAnalyzer ard_analyzer_diverging_copy = { "diverging-copy", run };
