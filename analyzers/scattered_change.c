#include "analyzers/analyzers.h"
#include "analyzers/together.h"
#include "model/rule.h"

/* Fewer change sets are cases, not a habit. */
#define MIN_SETS 12
/* In a tree of few modules, three others are everything. */
#define MIN_MODULES 8

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint32 rule = ard_rule_find ("scattered-change");

  if (corpus->modules->len < MIN_MODULES)
    return;
  for (guint32 i = 0; i < corpus->scatter->len; i++) {
    const ArdScatter *row = ard_scatter (corpus, i);

    if (row->sets < MIN_SETS || !ard_together_is_code (ard_file (corpus, row->file)))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, row->file, ARD_NONE, row->modules);

    if (finding)
      finding->quantity = row->modules - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_scattered_change = { "scattered-change", run };
