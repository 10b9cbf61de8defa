#include "analyzers/analyzers.h"
#include "model/rule.h"

static guint32
lines_of (const ArdCapture *capture)
{
  return capture->end_line - capture->start_line + 1;
}

static guint32
lines_of_unit (const ArdCorpus *corpus, const ArdCorpusCapture *capture)
{
  const ArdFile *file = ard_file (corpus, capture->file);
  guint32 n = 0;

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *other = &ard_capture (corpus, file->first_capture + i)->facts;

    if (other->kind == ARD_CAPTURE_DEAD_CODE && other->function == capture->facts.function)
      n += lines_of (other);
  }
  return n;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("commented-out-code");

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);

    if (capture->facts.kind != ARD_CAPTURE_DEAD_CODE || (ard_file (corpus, capture->file)->flags & ARD_FILE_EXAMPLE))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, capture->file, capture->facts.function,
                                            lines_of (&capture->facts));

    if (!finding)
      continue;
    finding->capture = i;
    finding->start_line = capture->facts.start_line;
    finding->end_line = capture->facts.end_line;
    finding->quantity = lines_of_unit (corpus, capture);
  }
}

const ArdAnalyzer ard_analyzer_commented_out_code = { "commented-out-code", run };
