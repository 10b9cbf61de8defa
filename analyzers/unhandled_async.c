#include "analyzers/analyzers.h"
#include "analyzers/callbacks.h"
#include "analyzers/floating.h"
#include "analyzers/point.h"
#include "model/rule.h"

/* Points and reason of one capture; 0 points for none. */
static double
judge (ArdFloating *floating, guint32 row, const char **reason)
{
  const ArdCorpusCapture *capture = ard_capture (floating->corpus, row);
  guint traits = capture->facts.traits;

  ard_floating_enter (floating, capture->file);
  switch (capture->facts.kind) {
  case ARD_CAPTURE_ASYNC:
    return ard_floating_judge_task (floating, row, reason);
  case ARD_CAPTURE_HANDLER:
    *reason = "async-callback";
    return ard_callback_is_blind (floating->corpus, &capture->facts) ? 1 : 0;
  case ARD_CAPTURE_CALL:
    return traits & ARD_TRAIT_DISCARDED && !(traits & (ARD_TRAIT_AWAITED | ARD_TRAIT_VOIDED | ARD_TRAIT_COMMENTED))
               ? ard_floating_judge (floating, row, reason)
               : 0;
  default:
    return 0;
  }
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unhandled-async"), first = findings->len;
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);
  g_autoptr (ArdFloating) floating = ard_floating_new (corpus, names);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const char *reason = NULL;
    double value = judge (floating, i, &reason);

    if (value > 0)
      ard_findings_point (findings, corpus, settings, rule, i, value, reason);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_unhandled_async = { "unhandled-async", run };
