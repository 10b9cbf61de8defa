#include "analyzers/analyzers.h"
#include "model/rule.h"

static guint32
markers_of_unit (const ArdCorpus *corpus, const ArdCorpusCapture *capture)
{
  const ArdFile *file = ard_file (corpus, capture->file);
  guint32 n = 0;

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *other = &ard_capture (corpus, file->first_capture + i)->facts;

    n += other->kind == ARD_CAPTURE_MARKER && other->function == capture->facts.function;
  }
  return n;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("admitted-debt");

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);

    if (capture->facts.kind != ARD_CAPTURE_MARKER)
      continue;

    ArdFinding *finding =
        ard_findings_add (findings, corpus, settings, rule, capture->file, capture->facts.function, 1);

    if (!finding)
      continue;
    finding->capture = i;
    finding->start_line = capture->facts.start_line;
    finding->end_line = capture->facts.end_line;
    finding->quantity = markers_of_unit (corpus, capture);
  }
}

const ArdAnalyzer ard_analyzer_admitted_debt = { "admitted-debt", run };
