#include "analyzers/last.h"

#include <string.h>

#include "analyzers/tongue.h"

/* What asks whether something is there; so many calls behind what made it (house). */
static const char asks[] =
    "is_dir is_file is_link is_readable is_writable file_exists filesize exists isDirectory isFile "
    "isdir isfile access stat lstat Stat Lstat attributes";
#define RIGHT_BEHIND 4

/* Lines above a last resort in which the same was tried and looked at. */
#define RESORT 4

gboolean
ard_call_is_last_resort (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row; i > 0; i--) {
    const ArdCorpusCapture *other = ard_capture (corpus, i - 1);

    if (other->file != call->file || other->facts.start_line + RESORT < call->facts.start_line)
      return FALSE;
    if (other->facts.kind == ARD_CAPTURE_CALL && other->facts.function == call->facts.function &&
        !(other->facts.traits & ARD_TRAIT_DISCARDED) && strcmp (other->facts.text, call->facts.text) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_call_is_last_word (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *next = ard_capture (corpus, i);

    if (next->file != call->file || next->facts.start_line > call->facts.start_line + 2)
      return FALSE;
    if (next->facts.kind == ARD_CAPTURE_ABORT ||
        (next->facts.kind == ARD_CAPTURE_CALL &&
         ard_words_have ("_exit exit abort _Exit raise", (ArdSpan){ next->facts.text, strlen (next->facts.text) })))
      return TRUE;
  }
  return FALSE;
}

/* The next call of the same function behind the row, or ARD_NONE. */
static guint32
next_call (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row + 1; i < corpus->captures->len && ard_capture (corpus, i)->file == call->file; i++)
    if (ard_capture (corpus, i)->facts.function == call->facts.function &&
        ard_capture (corpus, i)->facts.kind == ARD_CAPTURE_CALL)
      return i;
  return ARD_NONE;
}

gboolean
ard_call_is_last (const ArdCorpus *corpus, guint32 row)
{
  return next_call (corpus, row) == ARD_NONE;
}

gboolean
ard_call_is_only (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row; i > 0 && ard_capture (corpus, i - 1)->file == call->file; i--)
    if (ard_capture (corpus, i - 1)->facts.function == call->facts.function &&
        ard_capture (corpus, i - 1)->facts.kind == ARD_CAPTURE_CALL)
      return FALSE;
  return ard_call_is_last (corpus, row);
}

gboolean
ard_call_is_followed (const ArdCorpus *corpus, guint32 row, const char *callee)
{
  for (guint32 i = next_call (corpus, row); i != ARD_NONE; i = next_call (corpus, i))
    if (strcmp (ard_capture (corpus, i)->facts.text, callee) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ard_call_is_verified (const ArdCorpus *corpus, guint32 row)
{
  guint32 next = next_call (corpus, row);

  for (guint i = 0; i < RIGHT_BEHIND && next != ARD_NONE; i++, next = next_call (corpus, next)) {
    const ArdCapture *call = &ard_capture (corpus, next)->facts;

    if (!(call->traits & ARD_TRAIT_DISCARDED) &&
        ard_words_have (asks, ard_simple_name (call->text, strlen (call->text))))
      return TRUE;
  }
  return FALSE;
}
