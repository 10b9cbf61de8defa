#include "analyzers/handlers.h"

#include <string.h>

#include "analyzers/habits.h"
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

/* Callees of a block up to which it is there for the deed that one of them is (house). */
#define MOST_AROUND_DEED 5

/* Lines of a function beside a try and its handler, up to which they are all that it is for (house). */
#define MOST_BESIDE 6

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

/* Whether the function goes on as if all were well. One or two calls without a type to catch may be a question. */
static gboolean
carries_on (const ArdHandled *self)
{
  return self->callees.changes &&
         (self->breadth >= ARD_BREADTH_BROAD ||
          (self->breadth == ARD_BREADTH_UNKNOWN && (self->callees.changes || self->callees.n > 2))) &&
         !(self->handler->traits & (ARD_TRAIT_INTENDED | ARD_TRAIT_CALLBACK | ARD_TRAIT_CONSTANT | ARD_TRAIT_IN_LOOP |
                                    ARD_TRAIT_LEAVES | ARD_TRAIT_COMMENTED | ARD_TRAIT_EXPLAINED));
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

/* Whether the function is there to report, or what it belongs to: LogWriter.write. */
static gboolean
is_reporter (const ArdHandled *self)
{
  const char *name = self->function == ARD_NONE ? "" : ard_function (self->corpus, self->function)->facts.name;
  const char *dot = strrchr (name, '.');

  return ard_name_has_word (reporters, ard_handled_name (self)) ||
         (dot && ard_name_has_word (reporters, ard_simple_name (name, (gsize) (dot - name))));
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

/* Whether the try is all that its function is for: whoever calls that takes the work for done. A function without a
 * name is a part of another one. */
static gboolean
is_all (const ArdHandled *self)
{
  if (!self->block || self->function == ARD_NONE)
    return TRUE;
  if (!ard_handled_name (self).length)
    return FALSE;

  const ArdFunction *around = &ard_function (self->corpus, self->function)->facts;
  guint32 tried = self->handler->end_line - MIN (self->block->start_line, self->handler->end_line);

  return around->end_line - around->start_line <= tried + MOST_BESIDE;
}

/* Languages whose errors are values: what is called stands in the condition, never alone. */
#define ERRORS_ARE_VALUES (ARD_TONGUES (RUST) | ARD_TONGUES (LUA))

/*
 * Whether the block does something that is not known to be harmless, or gives what its function returns. What only
 * keeps a value for later may do without it.
 */
static gboolean
does_something (const ArdHandled *self)
{
  const ArdCallees *callees = &self->callees;

  if (self->breadth == ARD_BREADTH_NARROW)
    return callees->acts && (self->tongue == ARD_TONGUE_JAVA || is_forgotten (self));
  if (self->handler->traits & ARD_TRAIT_CALLBACK)
    return callees->acts && callees->n == 1;
  if (callees->acts || callees->changes || (self->tongue == ARD_TONGUE_RUBY && !callees->n))
    return TRUE;
  return callees->opaque && !(self->handler->traits & ARD_TRAIT_IN_LOOP) &&
         (ERRORS_ARE_VALUES & (1u << self->tongue) || (self->block && self->block->traits & ARD_TRAIT_RETURNS));
}

/* Whether a handler of the same try before it tells of what it takes: this one is for what can hardly come. */
static gboolean
is_for_the_rest (const ArdHandled *self)
{
  for (guint32 i = self->row; self->block && i-- > self->handler->parent;) {
    const ArdCapture *other = &ard_capture (self->corpus, i)->facts;

    if (other->kind == ARD_CAPTURE_HANDLER && other->parent == self->handler->parent &&
        other->traits & (ARD_TRAIT_TELLS | ARD_TRAIT_LOGS | ARD_TRAIT_USES_ERROR))
      return TRUE;
  }
  return FALSE;
}

/* Whether another try of the function stands around it: what comes of the step may end in that one's handler. */
static gboolean
is_inside (const ArdHandled *self)
{
  if (!self->block || self->block->parent == ARD_NONE || self->tongue == ARD_TONGUE_GO || self->tongue == ARD_TONGUE_C)
    return FALSE;

  const ArdCapture *around = &ard_capture (self->corpus, self->block->parent)->facts;

  return around->kind == ARD_CAPTURE_TRY && around->function == self->block->function;
}

/*
 * Whether what is lost is evident: in Go nil stands for the error, what follows uses what was not made, a deed is
 * dropped; where nothing else is known, or other handlers tell of the same, the try is all that its function is for.
 * Elsewhere the function may know why.
 */
static gboolean
is_plain (const ArdHandled *self)
{
  guint traits = self->handler->traits, block = self->block ? self->block->traits : 0;

  if (traits & ARD_TRAIT_EXPLAINED || is_for_the_rest (self) || is_inside (self))
    return FALSE;
  if (ard_handled_is_relied (self))
    return TRUE;
  if ((ard_handled_is_usual (self) && !is_bug_dropped (self)) || is_reporter (self) ||
      ard_name_begins (attempts, ard_handled_name (self)))
    return FALSE;
  if (ard_handled_is_answered (self) || ard_handled_is_decided (self))
    return FALSE;
  if (traits & ARD_TRAIT_CONSTANT && !ard_handled_hides (self))
    return FALSE;
  if (self->tongue == ARD_TONGUE_GO || self->tongue == ARD_TONGUE_C)
    return TRUE;
  if (block & (ARD_TRAIT_ANSWERED | ARD_TRAIT_OTHER_WAY))
    return FALSE;
  return (self->callees.deeds && self->callees.n <= MOST_AROUND_DEED) ||
         ((self->alone || self->deviates) && is_all (self) && does_something (self));
}

static ArdJudgement
judge_silence (const ArdHandled *self)
{
  double value = carries_on (self) ? 2 : 1;

  if (ard_handled_is_shown (self))
    return (ArdJudgement){ 0 };
  return (ArdJudgement){ ARD_HANDLER_SWALLOWS, is_plain (self) ? value : ARD_QUESTION, reason_of_silence (self) };
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
  return ard_name_is_change (ard_handled_name (self)) && !ard_name_begins ("send update", ard_handled_name (self)) &&
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

/* JavaScript: the top of a file, or (async () => …) () there: a script's last word is said. */
static gboolean
is_last_word (const ArdHandled *self)
{
  if (self->tongue != ARD_TONGUE_JAVASCRIPT)
    return FALSE;
  if (self->function == ARD_NONE)
    return TRUE;

  const ArdFunction *around = &ard_function (self->corpus, self->function)->facts;

  return around->traits & ARD_FUNCTION_ASYNC && !*around->name && around->parent == ARD_NONE;
}

/* Logs that say so and return a constant have told the caller; Go's nil for an error has not. */
static ArdJudgement
judge_log (const ArdHandled *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (self->tongue == ARD_TONGUE_C || is_last_word (self))
    return fine; /* a status is told by its function */
  if (traits & (ARD_TRAIT_CONSTANT | ARD_TRAIT_LEAVES) && !(self->tongue == ARD_TONGUE_GO && ard_handled_hides (self)))
    return fine;
  if (traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_EXPLAINED | ARD_TRAIT_IN_LOOP) || ard_handled_is_usual (self) ||
      self->breadth == ARD_BREADTH_EXPECTED || ard_function_is_boundary (self->corpus, self->function) ||
      traits & ARD_TRAIT_CALLBACK || self->callees.aside || ard_name_has_word (reporters, ard_handled_name (self)) ||
      !(reports_success (self) || prints_and_goes_on (self)) ||
      (self->block && self->block->traits & (ARD_TRAIT_OTHER_WAY | ARD_TRAIT_ANSWERED | ARD_TRAIT_RETURNS)))
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
      traits & (ARD_TRAIT_USES_ERROR | ARD_TRAIT_COMMENTED | ARD_TRAIT_EXPLAINED | ARD_TRAIT_LEAVES |
                ARD_TRAIT_CONSTANT | ARD_TRAIT_INTENDED | ARD_TRAIT_TELLS) ||
      ard_handled_is_usual (self) || ard_function_is_boundary (self->corpus, self->function))
    return fine;
  if (self->tongue == ARD_TONGUE_RUBY && self->breadth != ARD_BREADTH_FATAL)
    return fine; /* StandardError is what Ruby's rescue is for */
  if (!hides_bugs (self) || ard_handled_throws_itself (self) || ard_handled_is_last_resort (self) ||
      ard_handled_only_asks (self))
    return fine;
  if (self->breadth == ARD_BREADTH_FATAL) /* what links or loads another's code has to take them all */
    return (ArdJudgement){ ARD_HANDLER_TOO_BROAD, self->alone || self->callees.deeds ? 1.5 : ARD_QUESTION,
                           self->tongue == ARD_TONGUE_PYTHON ? "broad-python-all" : "broad-fatal" };
  return (ArdJudgement){ ARD_HANDLER_TOO_BROAD, 1, "broad-bugs" };
}

/* A marker in a silent handler admits that something is missing; of a condition to be expected, it may be a remark. */
static double
value_of_marked (const ArdHandled *self)
{
  if (self->breadth == ARD_BREADTH_EXPECTED)
    return ARD_QUESTION;
  return carries_on (self) ? 2 : 1;
}

static ArdJudgement
judge (const ArdCorpus *corpus, guint32 capture, GHashTable *own, const guint8 *alone, GHashTable *habits)
{
  ArdHandled opened = ard_handled_open (corpus, capture, own);
  guint traits = opened.handler->traits;
  ArdJudgement fine = { 0 };

  opened.alone = alone[opened.file];
  opened.deviates = traits & ARD_TRAIT_SILENT && ard_habits_deviate (habits, &opened);
  if (traits & (ARD_TRAIT_THROWS | ARD_TRAIT_EITHER))
    return fine;
  if (traits & ARD_TRAIT_MARKED && traits & ARD_TRAIT_SILENT)
    return (ArdJudgement){ ARD_HANDLER_SWALLOWS, value_of_marked (&opened), "swallowed-unfinished" };
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
  g_autoptr (GHashTable) own = ard_own_types (corpus), habits = ard_habits_find (corpus);
  g_autofree guint8 *alone = ard_files_alone (corpus);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    if (ard_capture (corpus, i)->facts.kind != ARD_CAPTURE_HANDLER)
      continue;

    ArdJudgement judgement = judge (corpus, i, own, alone, habits);

    if (judgement.verdict == verdict)
      ard_findings_point (findings, corpus, settings, id, i, judgement.value, judgement.reason);
  }
  ard_findings_count (findings, first);
}
