#include "languages/callsite.h"

#include <string.h>

#include "languages/answered.h"
#include "languages/commands.h"
#include "languages/drained.h"
#include "languages/folder.h"
#include "languages/passing.h"
#include "languages/stakes.h"
#include "languages/unlooked.h"

/* Whether a name other than _ stands before the "=" in front of the call. */
static gboolean
keeps_value (const ArdSource *source, guint32 start)
{
  const char *text = source->text;
  guint32 at = start;

  while (at > 0 && strchr (" \t:=", text[at - 1]))
    at--;
  for (; at > 0 && (g_ascii_isalnum (text[at - 1]) || strchr ("_, \t", text[at - 1])); at--)
    if (g_ascii_isalnum (text[at - 1]))
      return TRUE;
  return FALSE;
}

static gboolean
has_promises (const char *language)
{
  static const char *const languages[] = { "JavaScript", "TypeScript", "TSX", "Vue", "Svelte", "HTML", NULL };

  return g_strv_contains (languages, language);
}

/* Languages whose files are written by plain functions, what they write to being an argument. */
static gboolean
names_target (const char *language)
{
  static const char *const some[] = { "C", "C++", "Go", "PHP", "Lua" };

  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    if (strcmp (some[i], language) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ard_call_name (const ArdSource *source, const char *language, guint32 start, guint32 end, GString *name)
{
  return strcmp (language, "Bash") == 0 && ard_command_read (source, start, end, name);
}

guint32
ard_call_traits (const ArdSource *source, const char *language, guint32 start, guint32 end, guint32 traits)
{
  if (!traits)
    return ard_value_is_unlooked (source, language, start, end) ? ARD_TRAIT_UNLOOKED : 0;
  if (traits == ARD_TRAIT_VOIDED && strcmp (language, "Go") == 0 && keeps_value (source, start))
    return ARD_TRAIT_VOIDED | ARD_TRAIT_UNLOOKED;
  if (has_promises (language) && !(traits == ARD_TRAIT_DISCARDED && ard_call_is_answered (source, end)))
    return traits | ard_promise_traits (source, start, end);
  if (traits != ARD_TRAIT_DISCARDED)
    return traits;
  if (strcmp (language, "Bash") == 0)
    return ard_folder_is_harmless (source, start, end) ? ARD_TRAIT_VOIDED : traits;
  if (ard_call_is_answered (source, end))
    return ARD_TRAIT_VOIDED;
  if ((strcmp (language, "C") == 0 || strcmp (language, "C++") == 0) && ard_call_is_drained (source, start, end))
    return ARD_TRAIT_VOIDED;
  return names_target (language) && ard_call_is_passing (source, start, end) ? traits | ARD_TRAIT_PASSING : traits;
}

guint32
ard_callee_traits (guint64 facts, gboolean dropped)
{
  if (facts & ARD_FACT_CALLEE_AWAITED)
    return ARD_TRAIT_AWAITED;
  if (facts & ARD_FACT_CALLEE_VOIDED)
    return ARD_TRAIT_VOIDED;
  if (facts & ARD_FACT_CALLEE_RETURNED)
    return ARD_TRAIT_RETURNS;
  return dropped ? ARD_TRAIT_DISCARDED : 0;
}
