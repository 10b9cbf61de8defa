#include "analyzers/analyzers.h"
#include "model/rule.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("deep-nesting");

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);
    double nesting = function->facts.nesting;
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, function->file, i, nesting);

    if (finding)
      finding->quantity = nesting - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_deep_nesting = { "deep-nesting", run };
