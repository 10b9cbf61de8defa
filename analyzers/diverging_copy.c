#include "analyzers/analyzers.h"
#include "model/rule.h"

static gboolean
is_judged (const ArdCorpus *corpus, const ArdMissedFix *row)
{
  const ArdFile *file = ard_file (corpus, row->file);

  return !(file->flags & ARD_FILE_NOT_IN_USE);
}

static gboolean
is_one_copy (const ArdMissedFix *left, const ArdMissedFix *right)
{
  return left->file == right->file && left->clone_class == right->clone_class;
}

/* The innermost function in which the fix would apply. */
static guint32
find_function (const ArdCorpus *corpus, const ArdMissedFix *row)
{
  const ArdFile *file = ard_file (corpus, row->file);
  guint32 found = ARD_NONE;

  for (guint32 i = file->first_function; i < file->first_function + file->n_functions; i++) {
    const ArdFunction *facts = &ard_function (corpus, i)->facts;

    if (facts->start_line <= row->start_line && row->end_line <= facts->end_line &&
        (found == ARD_NONE || facts->start_line >= ard_function (corpus, found)->facts.start_line))
      found = i;
  }
  return found;
}

/* One file's fixes that the copy missed; the first is the newest. */
static void
report (const ArdCorpus *corpus, const ArdSettings *settings, guint32 first, guint32 n, ArdFindings *findings)
{
  const ArdMissedFix *row = ard_missed_fix (corpus, first);
  ArdFinding *finding = ard_findings_add (findings, corpus, settings, ard_rule_find ("diverging-copy"), row->file,
                                          find_function (corpus, row), n);

  if (finding) {
    finding->clone_class = row->clone_class;
    finding->start_line = row->start_line;
    finding->end_line = row->end_line;
    finding->other = row->fixed;
    finding->commit = row->fix;
    finding->subject = ard_commit (corpus, row->fix)->subject;
    finding->quantity = n;
  }
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint32 most = 0, most_from = 0;

  for (guint32 i = 0, n; i < corpus->missed->len; i += n) {
    const ArdMissedFix *row = ard_missed_fix (corpus, i);
    gboolean last;

    for (n = 1; i + n < corpus->missed->len && is_one_copy (row, ard_missed_fix (corpus, i + n)) &&
                ard_missed_fix (corpus, i + n)->fixed == row->fixed;
         n++)
      ;
    if (n > most) {
      most = n;
      most_from = i;
    }
    last = i + n == corpus->missed->len || !is_one_copy (row, ard_missed_fix (corpus, i + n));
    if (last && is_judged (corpus, row))
      report (corpus, settings, most_from, most, findings);
    if (last)
      most = 0;
  }
}

const ArdAnalyzer ard_analyzer_diverging_copy = { "diverging-copy", run };
