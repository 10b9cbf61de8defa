#include "analyzers/analyzers.h"
#include "analyzers/experts.h"
#include "model/rule.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("knowledge-lost");

  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdExperts experts = ard_experts_find (corpus, i);

    if (!experts.first || experts.active > 0 || !ard_experts_are_needed (corpus, i))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, experts.first->days);

    if (finding) {
      finding->author = experts.first->author;
      finding->quantity = ard_file (corpus, i)->code_lines;
    }
  }
}

const ArdAnalyzer ard_analyzer_knowledge_lost = { "knowledge-lost", run };
