#include "analyzers/analyzers.h"
#include "model/rule.h"

/* So many tokens stand for one line where lines are long. */
#define LINE_TOKENS 10
/* A copy that is a finding has so many tokens, beside its lines: SonarQube's duplicated block. */
#define LEAST_TOKENS 100

/* The lines of one copy: what it spans, at most those of the class' largest. */
static double
count_lines (const ArdCloneClass *class, const ArdCloneCopy *copy)
{
  double spanned = MIN (class->lines, copy->end_line - copy->start_line + 1);

  return MAX (spanned, (double) copy->tokens / LINE_TOKENS);
}

static void
add_finding (const ArdCorpus *corpus, const ArdSettings *settings, guint rule, guint32 index, const ArdCloneCopy *copy,
             const ArdCloneCopy *sibling, ArdFindings *findings)
{
  const ArdCloneClass *class = ard_clone_class (corpus, index);
  ArdFinding *finding =
      ard_findings_add (findings, corpus, settings, rule, copy->file, copy->function, count_lines (class, copy));

  if (!finding)
    return;
  finding->clone_class = index;
  finding->start_line = copy->start_line;
  finding->end_line = copy->end_line;
  finding->other = sibling->file == copy->file ? ARD_NONE : sibling->file;
  finding->quantity = (double) class->lines * (class->n_copies - 1);
}

static void
judge_class (const ArdCorpus *corpus, const ArdSettings *settings, guint rule, guint32 index, ArdFindings *findings)
{
  const ArdCloneClass *class = ard_clone_class (corpus, index);

  for (guint32 i = 0; i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + i);

    if (copy->tokens >= LEAST_TOKENS && copy->sibling != ARD_NONE)
      add_finding (corpus, settings, rule, index, copy, ard_clone_copy (corpus, copy->sibling), findings);
  }
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("duplicated-code");

  for (guint32 i = 0; i < corpus->clone_classes->len; i++)
    judge_class (corpus, settings, rule, i, findings);
}

const ArdAnalyzer ard_analyzer_duplicated_code = { "duplicated-code", run };
