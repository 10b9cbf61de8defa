#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* Arguments are named at the call and most have defaults: SonarQube allows 13 there, 7 elsewhere. */
#define PYTHON_ALLOWANCE 6

static double
allowance (const ArdFile *file)
{
  return strcmp (file->language, "Python") == 0 ? PYTHON_ALLOWANCE : 0;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("long-parameter-list");

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);
    double allowed = allowance (ard_file (corpus, function->file));
    double counted = function->facts.parameters - allowed;
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, function->file, i, counted);

    if (!finding)
      continue;
    finding->quantity = counted - finding->attention;
    finding->value += allowed;
    finding->attention += allowed;
    finding->critical += allowed;
  }
}

const ArdAnalyzer ard_analyzer_long_parameter_list = { "long-parameter-list", run };
