#include "analyzers/analyzers.h"
#include "model/rule.h"

/* Below this part of its lines in functions, a file is a list of declarations or a table. */
#define MIN_SHARE_IN_FUNCTIONS 0.5

typedef struct {
  double all, tables;
} Lines;

static Lines
in_functions (const ArdCorpus *corpus, const ArdFile *file)
{
  Lines lines = { 0, 0 };

  for (guint32 i = 0; i < file->n_functions; i++) {
    const ArdFunction *function = &ard_function (corpus, file->first_function + i)->facts;

    lines.all += function->code_lines;
    lines.tables += MIN (function->table_lines, function->code_lines);
  }
  return lines;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("oversized-file");

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    Lines lines = in_functions (corpus, file);

    if (!file->measured || lines.all - lines.tables < file->code_lines * MIN_SHARE_IN_FUNCTIONS)
      continue;

    double value = MAX (file->code_lines - lines.tables, 0);
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);

    if (finding)
      finding->quantity = value - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_oversized_file = { "oversized-file", run };
