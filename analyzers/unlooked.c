#include "analyzers/unlooked.h"

#include <string.h>

#include "analyzers/point.h"
#include "analyzers/purpose.h"

/* What is left unlooked more often is asked of nobody: it would be one question many times over (house). */
#define MOST_ASKED 30

/* Who leaves memory unlooked more often, without looking so many times as often, takes it for endless (house). */
#define MOST_UNLOOKED 5
#define LOOKS 4

/* Whether the function, by its name, runs once at the start. */
static gboolean
begins_program (const ArdCorpus *corpus, guint32 function)
{
  const char *name = ard_function (corpus, function)->facts.name;

  return ard_name_has_word ("init startup setup", ard_simple_name (name, strlen (name)));
}

/*
 * Memory that nobody looks at: a fault in code that looks elsewhere, and what a program for one run takes at its start
 * ends it either way.
 */
static double
judge_memory (const ArdCorpus *corpus, const ArdPrograms *programs, const ArdUsage *usage, const ArdCorpusCapture *call)
{
  ArdUse use = ard_usage_of (usage, call->facts.text);
  guint32 function = call->facts.function;

  if (use.dropped > MOST_UNLOOKED && use.dropped * LOOKS > use.taken)
    return use.dropped > MOST_ASKED ? 0 : ARD_QUESTION;
  if (function != ARD_NONE && (ard_function (corpus, function)->facts.traits & ARD_FUNCTION_ENTRY ||
                               (ard_programs_own (programs, call->file) && begins_program (corpus, function))))
    return ARD_QUESTION;
  return ard_usage_looks_at_memory (usage, call->file) ||
                 (!ard_programs_own (programs, call->file) && !ard_use_is_habit (use))
             ? 1
             : ARD_QUESTION;
}

/* Lua: whether a call of the same, above it in its function, has ended the script if it fails. */
static gboolean
is_told_above (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row; i > 0 && ard_capture (corpus, i - 1)->file == call->file; i--) {
    const ArdCapture *other = &ard_capture (corpus, i - 1)->facts;

    if (other->kind == ARD_CAPTURE_CALL && other->traits & ARD_TRAIT_UNLOOKED &&
        other->function == call->facts.function && strcmp (other->text, call->facts.text) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether the repository has its own of that name, which may look. */
static gboolean
is_replaced (const ArdNamesakes *names, const ArdUsage *usage, ArdTongue tongue, const char *callee)
{
  return ard_usage_replaces (usage, callee) ||
         ard_namesakes_find (names, tongue, ard_simple_name (callee, strlen (callee)));
}

double
ard_unlooked_judge (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdPrograms *programs,
                    const ArdUsage *usage, ArdTongue tongue, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);
  const char *callee = call->facts.text;
  gboolean native = tongue == ARD_TONGUE_C || tongue == ARD_TONGUE_CPP;
  double value = tongue == ARD_TONGUE_LUA ? 1 : 1.5;

  if (native && ard_gives_memory (callee))
    value = judge_memory (corpus, programs, usage, call);
  else if (tongue == ARD_TONGUE_PHP || ard_use_is_habit (ard_usage_of (usage, callee)) ||
           (tongue == ARD_TONGUE_LUA && is_told_above (corpus, row)))
    value = ARD_QUESTION;
  return native && is_replaced (names, usage, tongue, callee) ? MIN (value, ARD_QUESTION) : value;
}
