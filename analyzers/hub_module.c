#include "analyzers/analyzers.h"
#include "analyzers/ties.h"
#include "model/rule.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("hub-module");
  g_autoptr (ArdTies) ties = ard_ties_new (corpus);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    double value = MIN (ties->in[i], ties->out[i]);

    if (value < 1 || ard_ties_is_facade (ard_file (corpus, i)))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);

    if (finding)
      finding->quantity = value - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_hub_module = { "hub-module", run };
