#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/callbacks.h"
#include "analyzers/floating.h"
#include "analyzers/point.h"
#include "model/rule.h"

/* A callback's chain is looked for among so many captures before it. */
#define FARTHEST 256

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

static gboolean
is_anonymous (const ArdFunction *function)
{
  const char *name = function->name;

  return !name || !*name || *name == '(' || *name == '<' || strstr (name, "anonymous") != NULL;
}

/* Whether the last statement of a function before the row is one of the chains that are left alone. */
static gboolean
follows_chain (const ArdCorpus *corpus, GHashTable *left, guint32 row, guint32 function)
{
  guint32 first = ard_file (corpus, ard_capture (corpus, row)->file)->first_capture;

  for (guint32 at = row; at > first && row - at < FARTHEST; at--) {
    const ArdCapture *call = &ard_capture (corpus, at - 1)->facts;

    if (call->kind == ARD_CAPTURE_CALL && call->function == function && call->traits & ARD_TRAIT_DISCARDED)
      return g_hash_table_contains (left, GUINT_TO_POINTER (at - 1));
  }
  return FALSE;
}

/* Whether it stands in a callback of a chain that is left alone: one `catch` or `await` too few, told once. */
static gboolean
is_inside (const ArdCorpus *corpus, GHashTable *left, guint32 row)
{
  guint32 function = ard_capture (corpus, row)->facts.function;

  for (guint depth = 0; depth < ARD_LEVELS && function != ARD_NONE; depth++) {
    const ArdFunction *callback = &ard_function (corpus, function)->facts;

    if (!is_anonymous (callback))
      return FALSE;
    if (follows_chain (corpus, left, row, callback->parent))
      return TRUE;
    function = callback->parent;
  }
  return FALSE;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unhandled-async"), first = findings->len;
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);
  g_autoptr (ArdFloating) floating = ard_floating_new (corpus, names);
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const char *reason = NULL;
    double value = judge (floating, i, &reason);

    if (value <= 0)
      continue;

    gboolean inside = is_inside (corpus, left, i);

    if (strstr (ard_capture (corpus, i)->facts.text, "()."))
      g_hash_table_add (left, GUINT_TO_POINTER (i));
    if (!inside)
      ard_findings_point (findings, corpus, settings, rule, i, value, reason);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_unhandled_async = { "unhandled-async", run };
