#include "analyzers/callbacks.h"

#include <string.h>

#include "analyzers/handlers.h"
#include "analyzers/purpose.h"

/* Lines behind a call in which its callback begins. */
#define NEAR 3

gboolean
ard_callback_answers (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row; i < corpus->captures->len && i < row + ARD_LEVELS; i++) {
    const ArdCorpusCapture *next = ard_capture (corpus, i);

    if (next->file != call->file || next->facts.start_line > call->facts.start_line + NEAR)
      return FALSE;
    if (next->facts.kind == ARD_CAPTURE_HANDLER && next->facts.traits & ARD_TRAIT_EITHER &&
        next->facts.parent != ARD_NONE &&
        ard_capture (corpus, next->facts.parent)->facts.start_line == call->facts.start_line)
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_callback_is_blind (const ArdCorpus *corpus, const ArdCapture *handler)
{
  const char *at = "";
  ArdSpan callee;

  if (!(handler->traits & ARD_TRAIT_EITHER) || !(handler->traits & ARD_TRAIT_NAMED) ||
      handler->traits & (ARD_TRAIT_USES_ERROR | ARD_TRAIT_COMMENTED | ARD_TRAIT_EXPLAINED | ARD_TRAIT_INTENDED |
                         ARD_TRAIT_MARKED | ARD_TRAIT_GUARDED))
    return FALSE;
  if (handler->parent != ARD_NONE)
    at = ard_capture (corpus, handler->parent)->facts.text;
  while (ard_next_word (&at, &callee))
    if (ard_callee_cleans_up (callee) || /* a listener: errors have an event of their own */
        ard_words_have ("on once addListener addEventListener subscribe", ard_simple_name (callee.text, callee.length)))
      return FALSE;
  return TRUE;
}
