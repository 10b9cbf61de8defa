#include "analyzers/deeds.h"

#include <string.h>

#include "analyzers/purpose.h"

static gboolean
is_deed (const ArdCapture *call)
{
  gsize length = strlen (call->text);

  if (call->traits & ARD_TRAIT_WRITES || ard_callee_is_request ((ArdSpan){ call->text, length }))
    return TRUE;
  return call->traits & ARD_TRAIT_AWAITED && ard_name_is_kept (ard_simple_name (call->text, length));
}

/* Mark the function and those around it up to the first that has a name. */
static void
mark (const ArdCorpus *corpus, guint8 *deeds, guint32 function)
{
  for (guint depth = 0; depth < ARD_LEVELS && function != ARD_NONE; depth++) {
    const ArdFunction *row = &ard_function (corpus, function)->facts;

    deeds[function] = TRUE;
    if (*row->name)
      return;
    function = row->parent;
  }
}

static gboolean
is_call_inside (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  return call->facts.kind == ARD_CAPTURE_CALL && call->facts.function != ARD_NONE &&
         ard_tongue_of (ard_file (corpus, call->file)) == ARD_TONGUE_JAVASCRIPT;
}

guint8 *
ard_deeds_find (const ArdCorpus *corpus)
{
  guint8 *deeds = g_new0 (guint8, corpus->functions->len + 1);

  for (guint32 i = 0; i < corpus->captures->len; i++)
    if (is_call_inside (corpus, i) && is_deed (&ard_capture (corpus, i)->facts))
      mark (corpus, deeds, ard_capture (corpus, i)->facts.function);
  return deeds;
}
