#include "analyzers/analyzers.h"
#include "analyzers/handlers.h"

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  ard_handlers_report (corpus, settings, findings, "logged-and-forgotten", ARD_HANDLER_ONLY_LOGS);
}

const ArdAnalyzer ard_analyzer_logged_and_forgotten = { "logged-and-forgotten", run };
