#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/handlers.h"
#include "analyzers/point.h"
#include "model/rule.h"

/* Languages that keep the error at hand with every new one by themselves: __context__, Exception#cause. */
#define CHAINED_ANYWAY (ARD_TONGUES (PYTHON) | ARD_TONGUES (RUBY))

static const char *
reason_of (ArdTongue tongue)
{
  switch (tongue) {
  case ARD_TONGUE_GO:
    return "cause-go";
  case ARD_TONGUE_JAVASCRIPT:
    return "cause-javascript";
  case ARD_TONGUE_CSHARP:
    return "cause-csharp";
  case ARD_TONGUE_PHP:
    return "cause-php";
  case ARD_TONGUE_CPP:
    return "cause-cpp";
  case ARD_TONGUE_RUST:
    return "cause-rust";
  default:
    return "cause-trace";
  }
}

/* A throw of the caught error by its name resets its stack in C#; elsewhere it is the same error. */
static gboolean
resets_trace (ArdTongue tongue, const ArdCapture *throw)
{
  return tongue == ARD_TONGUE_CSHARP && !(throw->traits & ARD_TRAIT_NEW) && throw->traits & ARD_TRAIT_USES_ERROR &&
         *throw->text && !strpbrk (throw->text, "(.");
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("lost-cause"), first = findings->len;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    const ArdCapture *throw = &capture->facts;

    if (throw->kind != ARD_CAPTURE_THROW || throw->parent == ARD_NONE)
      continue;

    const ArdCapture *handler = &ard_capture (corpus, throw->parent)->facts;
    ArdTongue tongue = ard_tongue_of (ard_file (corpus, capture->file));

    if (handler->kind != ARD_CAPTURE_HANDLER || handler->function != throw->function || CHAINED_ANYWAY & (1u << tongue))
      continue;
    if (resets_trace (tongue, throw))
      ard_findings_point (findings, corpus, settings, rule, i, 1, "cause-csharp-reset");
    else if (throw->traits & ARD_TRAIT_NEW && !(throw->traits & ARD_TRAIT_USES_ERROR) &&
             !(handler->traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_USES_ERROR)) &&
             ard_handler_breadth (tongue, handler) != ARD_BREADTH_EXPECTED)
      ard_findings_point (findings, corpus, settings, rule, i, 1, reason_of (tongue));
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_lost_cause = { "lost-cause", run };
