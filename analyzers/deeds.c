#include "analyzers/deeds.h"

#include <string.h>

#include "analyzers/purpose.h"

/* Lines of code of a file that may stand for itself (house). */
#define SMALL 100

/* Functions of one name that are looked at. */
#define MOST_NAMESAKES 64

static gboolean
is_deed (const ArdCapture *call)
{
  gsize length = strlen (call->text);

  if (call->traits & ARD_TRAIT_WRITES || ard_callee_is_request ((ArdSpan){ call->text, length }))
    return TRUE;
  return call->traits & ARD_TRAIT_AWAITED && ard_name_is_change (ard_simple_name (call->text, length));
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

/* Whether the call is of one of ours that does a deed: in its file, or the only ones of that name. */
static gboolean
is_of_deed (const ArdCorpus *corpus, const ArdNamesakes *names, const guint8 *deeds, const ArdCorpusCapture *call)
{
  ArdSpan name = ard_simple_name (call->facts.text, strlen (call->facts.text));
  const ArdNamesake *row = ard_namesakes_find (names, ARD_TONGUE_JAVASCRIPT, name);
  gboolean any = FALSE;

  for (guint i = 0; row && i < row->functions->len && i < MOST_NAMESAKES; i++) {
    guint32 function = g_array_index (row->functions, guint32, i);

    if (ard_function (corpus, function)->file == call->file)
      return deeds[function];
    any |= deeds[function];
  }
  return any && row->n == 1;
}

static gboolean
is_call_inside (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  return call->facts.kind == ARD_CAPTURE_CALL && call->facts.function != ARD_NONE &&
         ard_tongue_of (ard_file (corpus, call->file)) == ARD_TONGUE_JAVASCRIPT;
}

guint8 *
ard_deeds_find (const ArdCorpus *corpus, const ArdNamesakes *names)
{
  g_autofree guint8 *own = g_new0 (guint8, corpus->functions->len + 1);
  guint8 *deeds;

  for (guint32 i = 0; i < corpus->captures->len; i++)
    if (is_call_inside (corpus, i) && is_deed (&ard_capture (corpus, i)->facts))
      mark (corpus, own, ard_capture (corpus, i)->facts.function);
  deeds = g_memdup2 (own, corpus->functions->len + 1);
  for (guint32 i = 0; i < corpus->captures->len; i++)
    if (is_call_inside (corpus, i) && is_of_deed (corpus, names, own, ard_capture (corpus, i)))
      mark (corpus, deeds, ard_capture (corpus, i)->facts.function);
  return deeds;
}

gboolean
ard_file_is_alone (const ArdFile *file)
{
  return !file->n_dependencies && !file->fan_in && file->code_lines <= SMALL;
}
