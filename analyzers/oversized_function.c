#include "analyzers/analyzers.h"
#include "model/rule.h"

/* From so many branches on, with a third of that in cognitive complexity, a function is one flat switch: long, and read
 * at a glance. */
#define MIN_FLAT_BRANCHES 20
#define FLAT_RATIO 3

static gboolean
is_flat (const ArdFunction *function)
{
  return function->cyclomatic >= MIN_FLAT_BRANCHES && function->cognitive * FLAT_RATIO <= function->cyclomatic;
}

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
    double lines = is_flat (&function->facts) ? 0 : own_lines (&function->facts);
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, function->file, i, lines);

    if (finding)
      finding->quantity = lines - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_oversized_function = { "oversized-function", run };
