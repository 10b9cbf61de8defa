#include "analyzers/analyzers.h"
#include "model/rule.h"

static double
own_lines (const ArdFunction *function)
{
  return function->code_lines - MIN (function->table_lines, function->code_lines);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("oversized-function");

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);
    double lines = own_lines (&function->facts);
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, function->file, i, lines);

    if (finding)
      finding->quantity = lines - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_oversized_function = { "oversized-function", run };
