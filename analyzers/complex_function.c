#include "analyzers/analyzers.h"
#include "model/rule.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("complex-function");

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);
    double cognitive = function->facts.cognitive;
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, function->file, i, cognitive);

    if (finding)
      finding->quantity = cognitive - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_complex_function = { "complex-function", run };
