#include "analyzers/analyzers.h"
#include "analyzers/handlers.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  ard_handlers_report (corpus, settings, findings, "over-broad-catch", ARD_HANDLER_TOO_BROAD);
}

const ArdAnalyzer ard_analyzer_over_broad_catch = { "over-broad-catch", run };
