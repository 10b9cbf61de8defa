#include "analyzers/analyzers.h"
#include "analyzers/experts.h"
#include "model/rule.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("knowledge-island");

  if (corpus->shallow || ard_experts_count_people (corpus) < settings->knowledge_least_people)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdExperts experts = ard_experts_find (corpus, i);

    if (experts.active != 1 || !experts.last->owner || !ard_experts_are_needed (corpus, i))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, experts.last->days);

    if (finding) {
      finding->author = experts.last->author;
      finding->quantity = ard_file (corpus, i)->code_lines;
    }
  }
}

const ArdAnalyzer ard_analyzer_knowledge_island = { "knowledge-island", run };
