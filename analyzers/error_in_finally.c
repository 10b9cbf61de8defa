#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/handlers.h"
#include "analyzers/point.h"
#include "analyzers/tongue.h"
#include "model/rule.h"

/* A longer block throws on a condition, mostly that no error is under way (house). */
#define MOST_LINES 2

/* Whether a handler before the finally block takes every error that its rules are for: what is cancelled is the rest.
 */
static gboolean
has_handler_of_all (const ArdCorpus *corpus, ArdTongue tongue, const ArdCapture *around)
{
  for (guint32 i = around->parent; around->parent != ARD_NONE && i < corpus->captures->len; i++) {
    const ArdCapture *at = &ard_capture (corpus, i)->facts;

    if (at == around)
      return FALSE;
    if (at->kind == ARD_CAPTURE_HANDLER && at->parent == around->parent && !(at->traits & ARD_TRAIT_THROWS) &&
        ard_handler_breadth (tongue, at) >= ARD_BREADTH_BROAD)
      return TRUE;
  }
  return FALSE;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("error-in-finally"), first = findings->len;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    const ArdCapture *leave = &capture->facts;

    if (leave->parent == ARD_NONE || (leave->kind != ARD_CAPTURE_LEAVE && leave->kind != ARD_CAPTURE_THROW))
      continue;

    const ArdCapture *around = &ard_capture (corpus, leave->parent)->facts;
    ArdTongue tongue = ard_tongue_of (ard_file (corpus, capture->file));

    if (around->kind != ARD_CAPTURE_FINALLY || around->function != leave->function)
      continue;
    if (leave->kind == ARD_CAPTURE_LEAVE)
      ard_findings_point (findings, corpus, settings, rule, i,
                          has_handler_of_all (corpus, tongue, around) ? ARD_QUESTION : 2, "finally-leaves");
    else if (!(leave->traits & ARD_TRAIT_GUARDED) && tongue != ARD_TONGUE_PYTHON &&
             tongue != ARD_TONGUE_RUBY && /* these keep both errors */
             around->end_line - around->start_line <= MOST_LINES)
      ard_findings_point (findings, corpus, settings, rule, i, 1, "finally-throws");
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_error_in_finally = { "error-in-finally", run };
