#include "analyzers/handlers.h"

#include <string.h>

#include "analyzers/handled.h"
#include "analyzers/point.h"
#include "analyzers/purpose.h"
#include "model/rule.h"

static const char boundaries[] =
    "main _main run runasync _run __main run_forever serve serve_forever loop mainloop main_loop worker work dowork "
    "start "
    "listen dispatch execute handle invoke call process callback perform tick poll accept on_message onmessage";

/* Words of the name of a function that is there to report: what it is given ends in it. */
static const char reporters[] = "print log report warn warning debug error notify hook hooks exception "
                                "unobserved uncaught unhandled crash";

/* Words with which a function's name says that it may fail. */
static const char attempts[] = "try maybe safe safely quietly silently attempt";

/* Where a person looks on, or another program asks: nobody above would do more than say it. */
static const char fronts[] = "/ui/ /gui/ /cli/ /views/ /view/ /screens/ /widgets/ /dialogs/ /controllers/ /handlers/ "
                             "/workers/ /jobs/ /bin/ /cmd/ /scripts/ Activity. Fragment. Dialog. Window. Controller. "
                             "Screen. Widget. View. Command. Worker. Job. Plugin. .tsx .jsx .vue .svelte /CommandLine/ "
                             "/commands/";

/* Callees of a block that is there for the change that one of them makes (house). */
#define LARGEST_CHANGE 10

static ArdSpan
name_of (const ArdCorpus *corpus, guint32 function)
{
  const char *name = function == ARD_NONE ? "" : ard_function (corpus, function)->facts.name;

  return ard_simple_name (name, strlen (name));
}

gboolean
ard_function_is_boundary (const ArdCorpus *corpus, guint32 function)
{
  ArdSpan name = name_of (corpus, function);

  if (function == ARD_NONE)
    return FALSE;
  return ard_function (corpus, function)->facts.traits & ARD_FUNCTION_ENTRY ||
         ard_words_have_folded (boundaries, name) || ard_name_begins ("on handle", name);
}

guint32
ard_capture_way_out (const ArdCorpus *corpus, guint32 capture)
{
  guint32 function = ard_capture (corpus, capture)->facts.function;
  guint32 at = ard_capture (corpus, capture)->facts.parent;

  for (guint depth = 0; depth < ARD_LEVELS && at != ARD_NONE; depth++) {
    const ArdCapture *around = &ard_capture (corpus, at)->facts;

    if (around->function != function)
      return ARD_NONE;
    if (around->kind == ARD_CAPTURE_HANDLER || around->kind == ARD_CAPTURE_FINALLY)
      return at;
    at = around->parent;
  }
  return ARD_NONE;
}

static const char *
reason_of_silence (const ArdHandled *self)
{
  if (self->handler->traits & ARD_TRAIT_CONSTANT)
    return self->tongue == ARD_TONGUE_GO ? "swallowed-go" : "swallowed-constant";
  if (self->tongue == ARD_TONGUE_GO)
    return "swallowed-go";
  if (self->tongue == ARD_TONGUE_C)
    return "swallowed-status";
  if (self->tongue == ARD_TONGUE_RUST)
    return "swallowed-rust";
  if (self->handler->traits & ARD_TRAIT_CALLBACK)
    return "swallowed-promise";
  if (self->tongue == ARD_TONGUE_SHELL)
    return "swallowed-shell";
  if (self->breadth == ARD_BREADTH_FATAL)
    return self->tongue == ARD_TONGUE_PYTHON ? "swallowed-python-all" : "swallowed-fatal";
  return self->breadth == ARD_BREADTH_NARROW || self->breadth == ARD_BREADTH_EXPECTED ? "swallowed-narrow"
                                                                                      : "swallowed-broad";
}

/*
 * Whether the caller takes the constant for success: Go's nil for an error, true behind work. Ruby's nil is what an
 * empty handler gives too. Any other constant tells that there is no result.
 */
static gboolean
constant_hides (const ArdHandled *self)
{
  if (self->tongue == ARD_TONGUE_GO)
    return self->function != ARD_NONE &&
           ard_function (self->corpus, self->function)->facts.traits & ARD_FUNCTION_FALLIBLE;
  if (self->handler->traits & ARD_TRAIT_CALLBACK)
    return FALSE;
  if (self->handler->traits & ARD_TRAIT_CLAIMS)
    return self->callees.changes + self->callees.acts > 0;
  return self->tongue == ARD_TONGUE_RUBY && self->callees.changes;
}

/* Whether the function goes on as if all were well. One or two calls without a type to catch may be a question. */
static gboolean
carries_on (const ArdHandled *self)
{
  return self->callees.changes &&
         (self->breadth >= ARD_BREADTH_BROAD ||
          (self->breadth == ARD_BREADTH_UNKNOWN && (self->callees.changes || self->callees.n > 2))) &&
         !(self->handler->traits & (ARD_TRAIT_INTENDED | ARD_TRAIT_CALLBACK | ARD_TRAIT_CONSTANT | ARD_TRAIT_IN_LOOP |
                                    ARD_TRAIT_LEAVES | ARD_TRAIT_COMMENTED));
}

/* Where a handler may leave its error without a name. */
#define NAMES_AT_WILL (ARD_TONGUES (PYTHON) | ARD_TONGUES (CSHARP) | ARD_TONGUES (CPP) | ARD_TONGUES (RUBY))

/* Whether the error was given a name that nobody asked for, and dropped: something was forgotten. */
static gboolean
is_forgotten (const ArdHandled *self)
{
  return NAMES_AT_WILL & (1u << self->tongue) && self->handler->traits & ARD_TRAIT_NAMED &&
         !(self->handler->traits & (ARD_TRAIT_CONSTANT | ARD_TRAIT_JUMPS | ARD_TRAIT_INTENDED));
}

/*
 * Whether what is tried is not known to be harmless. A handler of every type vouches for all of its block, reads
 * included.
 */
static gboolean
is_evident (const ArdHandled *self)
{
  const ArdCallees *callees = &self->callees;

  if (callees->changes || (self->tongue == ARD_TONGUE_RUBY && !callees->n))
    return TRUE;
  if (self->handler->traits & ARD_TRAIT_CALLBACK && !(self->handler->traits & ARD_TRAIT_NAMED))
    return callees->acts && callees->n == 1; /* .catch (() => {}) is how JavaScript says that nobody waits */
  if (self->breadth == ARD_BREADTH_NARROW && NAMES_AT_WILL & (1u << self->tongue) && is_forgotten (self))
    return callees->opaque > 0;
  if (self->breadth == ARD_BREADTH_NARROW && NAMES_AT_WILL & (1u << self->tongue))
    return callees->acts > 0 &&
           !(self->handler->traits & ARD_TRAIT_JUMPS); /* a value may be none; a way out is an answer */
  if (self->breadth == ARD_BREADTH_NARROW && self->tongue != ARD_TONGUE_JAVA)
    return callees->acts > 0; /* Java asks for a handler */
  if (self->breadth >= ARD_BREADTH_BROAD)
    return callees->opaque + callees->reads > 0;
  if (NAMES_AT_WILL & (1u << self->tongue) || self->tongue == ARD_TONGUE_JAVASCRIPT)
    return callees->opaque > 0 || is_forgotten (self);
  return TRUE;
}

/* Types that a bug raises as well as a value: given a name and dropped around a deed, they are no answer. */
static const char of_bugs[] = "ValueError TypeError ArgumentError ArgumentException invalid_argument AttributeError";

static gboolean
is_bug_dropped (const ArdHandled *self)
{
  const char *types = self->handler->text;

  return is_forgotten (self) && !self->own && self->callees.acts &&
         ard_words_have (of_bugs, (ArdSpan){ types, strlen (types) });
}

static ArdJudgement
judge_silence (const ArdHandled *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (!(traits & ARD_TRAIT_COMMENTED) && ard_handled_is_relied (self))
    return (ArdJudgement){ ARD_HANDLER_SWALLOWS, 1, reason_of_silence (self) };
  if (traits & ARD_TRAIT_COMMENTED || (ard_handled_is_usual (self) && !is_bug_dropped (self)) ||
      ard_name_has_word (reporters, ard_handled_name (self)) || ard_name_begins (attempts, ard_handled_name (self)))
    return fine;
  if (!is_forgotten (self) && (ard_handled_is_answered (self) || ard_handled_is_decided (self)))
    return fine;
  if (self->block && !is_evident (self))
    return fine;
  if (traits & ARD_TRAIT_CONSTANT &&
      (ard_name_is_question (ard_handled_name (self)) || ard_name_is_lookup (ard_handled_name (self))))
    return fine;
  if (traits & ARD_TRAIT_CONSTANT && !constant_hides (self))
    return fine;
  return (ArdJudgement){ ARD_HANDLER_SWALLOWS, carries_on (self) ? 2 : 1, reason_of_silence (self) };
}

/*
 * Whether the caller takes the work for done: it changed something, or its function
 * can return an error and does not. Where nobody is above who could do more, or a person looks on, a log is right.
 */
static gboolean
reports_success (const ArdHandled *self)
{
  const char *path = self->path;

  if (self->function == ARD_NONE || ard_words_part (fronts, (ArdSpan){ path, strlen (path) }))
    return FALSE;
  return ard_name_is_change (ard_handled_name (self)) && !ard_name_begins ("send", ard_handled_name (self)) &&
         ((self->callees.changes && self->callees.n <= LARGEST_CHANGE) || !self->callees.n);
}

/* Whether the error was shown on the console at most, where nobody looks, and the function goes on after a deed. */
static gboolean
prints_and_goes_on (const ArdHandled *self)
{
  const char *path = self->path;

  return self->handler->traits & ARD_TRAIT_PRINTS && self->function != ARD_NONE &&
         !ard_words_part (fronts, (ArdSpan){ path, strlen (path) }) && (self->callees.acts || self->callees.changes);
}

/* Logs that say so and return a constant have told the caller; Go's nil for an error has not. */
static ArdJudgement
judge_log (const ArdHandled *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (self->tongue == ARD_TONGUE_C || (self->tongue == ARD_TONGUE_JAVASCRIPT && self->function == ARD_NONE))
    return fine; /* a status is told by its function; a script's last word is said */
  if (traits & (ARD_TRAIT_CONSTANT | ARD_TRAIT_LEAVES) && !(self->tongue == ARD_TONGUE_GO && constant_hides (self)))
    return fine;
  if (traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_IN_LOOP) || ard_handled_is_usual (self) ||
      self->breadth == ARD_BREADTH_EXPECTED || ard_function_is_boundary (self->corpus, self->function) ||
      traits & ARD_TRAIT_CALLBACK || self->callees.aside || ard_name_has_word (reporters, ard_handled_name (self)) ||
      !(reports_success (self) || prints_and_goes_on (self)) ||
      (self->block && self->block->traits & (ARD_TRAIT_OTHER_WAY | ARD_TRAIT_ANSWERED)))
    return fine;
  return traits & ARD_TRAIT_USES_ERROR || self->tongue == ARD_TONGUE_RUST || self->tongue == ARD_TONGUE_LUA
             /* "{err}" is text, and pcall's second value any name */
             ? (ArdJudgement){ ARD_HANDLER_ONLY_LOGS, 1, "logged-only" }
             : (ArdJudgement){ ARD_HANDLER_ONLY_LOGS, 1.5, "logged-without-error" };
}

/*
 * Whether a bug in the block would be answered as if it were the failure that the handler is for, and something be left
 * half done: a change among several steps; or the end of the process be taken for it. Python's bare except takes the
 * end of the process too, whatever is tried.
 */
static gboolean
hides_bugs (const ArdHandled *self)
{
  const ArdCallees *callees = &self->callees;

  if (self->tongue == ARD_TONGUE_PYTHON && self->breadth == ARD_BREADTH_FATAL)
    return callees->n > 0;
  if (self->handler->traits & ARD_TRAIT_IN_LOOP)
    return FALSE;
  if (self->breadth == ARD_BREADTH_FATAL && self->tongue != ARD_TONGUE_PHP && callees->opaque + callees->reads > 1)
    return TRUE;
  return callees->n > 1 && callees->changes && callees->acts;
}

static ArdJudgement
judge_breadth (const ArdHandled *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (self->breadth < ARD_BREADTH_BROAD ||
      traits & (ARD_TRAIT_USES_ERROR | ARD_TRAIT_COMMENTED | ARD_TRAIT_LEAVES | ARD_TRAIT_CONSTANT |
                ARD_TRAIT_INTENDED | ARD_TRAIT_TELLS) ||
      ard_handled_is_usual (self) || ard_function_is_boundary (self->corpus, self->function))
    return fine;
  if (self->tongue == ARD_TONGUE_RUBY && self->breadth != ARD_BREADTH_FATAL)
    return fine; /* StandardError is what Ruby's rescue is for */
  if (!hides_bugs (self) || ard_handled_throws_itself (self) || ard_handled_is_last_resort (self) ||
      ard_handled_only_asks (self))
    return fine;
  if (self->breadth == ARD_BREADTH_FATAL)
    return (ArdJudgement){ ARD_HANDLER_TOO_BROAD, 1.5,
                           self->tongue == ARD_TONGUE_PYTHON ? "broad-python-all" : "broad-fatal" };
  return (ArdJudgement){ ARD_HANDLER_TOO_BROAD, 1, "broad-bugs" };
}

/* Whether a handler with a marker tells nobody: one that hands the error on is debt that is admitted, no more. */
static gboolean
is_left (guint traits)
{
  if (traits & (ARD_TRAIT_THROWS | ARD_TRAIT_EITHER))
    return FALSE;
  return traits & ARD_TRAIT_SILENT || (traits & ARD_TRAIT_LOGS && !(traits & (ARD_TRAIT_CONSTANT | ARD_TRAIT_LEAVES)));
}

static ArdJudgement
judge (const ArdCorpus *corpus, guint32 capture, GHashTable *own)
{
  ArdHandled opened = ard_handled_open (corpus, capture, own);
  guint traits = opened.handler->traits;
  ArdJudgement fine = { 0 };

  if (traits & ARD_TRAIT_MARKED && is_left (traits))
    return (ArdJudgement){ ARD_HANDLER_SWALLOWS, traits & ARD_TRAIT_SILENT && carries_on (&opened) ? 2 : 1,
                           "swallowed-unfinished" };
  if (traits & (ARD_TRAIT_THROWS | ARD_TRAIT_EITHER))
    return fine;
  if (traits & ARD_TRAIT_SILENT)
    return judge_silence (&opened);
  if (traits & ARD_TRAIT_LOGS)
    return judge_log (&opened);
  return judge_breadth (&opened);
}

void
ard_handlers_report (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings, const char *rule,
                     ArdHandlerVerdict verdict)
{
  guint id = ard_rule_find (rule), first = findings->len;
  g_autoptr (GHashTable) own = ard_own_types (corpus);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    if (ard_capture (corpus, i)->facts.kind != ARD_CAPTURE_HANDLER)
      continue;

    ArdJudgement judgement = judge (corpus, i, own);

    if (judgement.verdict == verdict)
      ard_findings_point (findings, corpus, settings, id, i, judgement.value, judgement.reason);
  }
  ard_findings_count (findings, first);
}
