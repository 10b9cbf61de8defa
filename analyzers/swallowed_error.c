#include "analyzers/analyzers.h"
#include "analyzers/handlers.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  ard_handlers_report (corpus, settings, findings, "swallowed-error", ARD_HANDLER_SWALLOWS);
}

const ArdAnalyzer ard_analyzer_swallowed_error = { "swallowed-error", run };
