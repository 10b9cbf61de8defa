#include "analyzers/handlers.h"

#include <string.h>

#include "analyzers/point.h"
#include "model/rule.h"

/* Calls that give something back: when they fail there is nothing left to do. */
static const char cleanup[] =
    "close closed closequietly closesilently closeall closeasync aclose dispose disposeasync disposequietly cancel "
    "shutdown shutdownnow stop terminate kill killpg unlink unlinksync rm rmsync rmdir rmdirsync rmtree remove "
    "removesync "
    "delete deleteifexists deleterecursively deleteonexit destroy free release unlock unsubscribe unregister "
    "unregisterreceiver removelistener removeeventlistener disconnect abort rollback quit detach interrupt cleanup "
    "clean_up teardown tear_down deinit finalize unload uninstall logout disable detachall releaselock unref";

/* Calls whose failure is an answer: is it there, does it parse, can this platform do it. */
static const char probes[] =
    "parse parseint parsefloat parsedouble parselong parseboolean tryparse fromstring valueof decode decodeuri "
    "decodeuricomponent atob btoa url urlsearchparams regexp bigint number require resolve import importlib "
    "import_module "
    "__import__ stat lstat statsync lstatsync access accesssync exists existssync readlink readlinksync realpath "
    "realpathsync forname loadclass getmethod getdeclaredmethod getfield getdeclaredfield getconstructor getattr "
    "hasattr "
    "mkdir mkdirsync matchmedia getitem setitem removeitem queryselector queryselectorall matches isatty function "
    "getcontext "
    "canplaytype "
    "findclass getenv getproperty geterrorcode tostring hasownproperty instanceof createevent setselectionrange focus "
    "decodefromstring readvalue fromjson format simpledateformat json text createrequire blur play scrollintoview "
    "releasepointercapture setpointercapture postmessage vibrate";

static const char boundaries[] =
    "main _main run runasync _run __main run_forever serve serve_forever loop mainloop main_loop worker work dowork "
    "start "
    "listen dispatch execute handle invoke call process callback perform tick poll accept on_message onmessage";

static const char predicates[] = "is has can should supports try exists check contains test maybe valid looks safe "
                                 "detect accepts ok alive verify matches equals";

/* The same inside a name: corsEnabled, portAvailable. */
static const char predicate_parts[] =
    "Enabled Supported Supports Available Exists Valid enabled supported available exists";

/* Inside the name of a function that is there to report: what it is given ends in it. */
static const char reporters[] =
    "Print print Log log Report report Warn warn Debug debug Error error Notify notify Hook hook";

static const char endings[] = "__del__ __exit__ Close close Dispose dispose inalize deinit Destroy destroy Shutdown "
                              "shutdown Teardown TearDown teardown "
                              "tear_down Cleanup CleanUp cleanup clean_up Stop stop Quit quit Disconnect disconnect "
                              "Terminate terminate Unload unload Delete delete drop";

/* Callees of a block that still has one thing to fail; where attributes are calls too, more (house). */
#define LARGEST_TRY 5
#define LARGEST_RUBY 10

/* Calls that only keep what another call made. */
static const char neutral[] = "push add append put set concat format print printf log debug join trim split get";

/* Inside the names of calls for their side effect, which the work does not depend on. */
static const char aside[] = "otify mail Mail ebhook hook Hook rack etric udit telemetry nalytics ouch icon Icon itle "
                            "beep Beep ibrat oast Inger inger "
                            "cache Cache eport tx.send";

/* Calls that may stand beside a probe whose failure is answered by a constant: they fetch what it reads (house). */
#define BESIDE_PROBE 2

typedef struct {
  guint n, cleanup, probes, neutral, aside;
} Callees;

gboolean
ard_callee_cleans_up (ArdSpan callee)
{
  return ard_words_have_folded (cleanup, ard_simple_name (callee.text, callee.length));
}

static Callees
callees_of (const char *text)
{
  Callees callees = { 0 };
  ArdSpan callee;

  while (ard_next_word (&text, &callee)) {
    callees.n++;
    callees.cleanup += ard_callee_cleans_up (callee);
    callees.probes += ard_words_have_folded (probes, ard_simple_name (callee.text, callee.length));
    callees.neutral += ard_words_have_folded (neutral, ard_simple_name (callee.text, callee.length));
    callees.aside += ard_words_part (aside, ard_simple_name (callee.text, callee.length));
  }
  return callees;
}

/* Whether the name begins with one of the words and a new word follows, as in isOpen, is_open, IsOpen. */
static gboolean
begins_with_word (const char *words, ArdSpan name)
{
  while (name.length && *name.text == '_') {
    name.text++;
    name.length--;
  }
  for (gsize length = 1; length <= name.length; length++) {
    gboolean ends = length == name.length || name.text[length] == '_' || g_ascii_isupper (name.text[length]) ||
                    name.text[length] == '?';

    if (ends)
      return ard_words_have_folded (words, (ArdSpan){ name.text, length });
  }
  return FALSE;
}

/* Whether the function is a question, so that a failure is the answer no. */
static gboolean
is_question (ArdSpan name)
{
  return (name.length && name.text[name.length - 1] == '?') || begins_with_word (predicates, name) ||
         ard_words_part (predicate_parts, name);
}

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
         ard_words_have_folded (boundaries, name) || begins_with_word ("on handle", name);
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

typedef struct {
  const ArdCorpus *corpus;
  const ArdCapture *handler, *block; /* block: its TRY, or NULL */
  guint32 function;                  /* in which the work was tried */
  ArdTongue tongue;
  ArdBreadth breadth;
  Callees callees;
} Case;

static Case
open_case (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *capture = ard_capture (corpus, row);
  Case opened = { .corpus = corpus, .handler = &capture->facts, .function = capture->facts.function };

  if (opened.handler->parent != ARD_NONE && ard_capture (corpus, opened.handler->parent)->facts.kind == ARD_CAPTURE_TRY)
    opened.block = &ard_capture (corpus, opened.handler->parent)->facts;
  if (opened.block)
    opened.function = opened.block->function;
  opened.tongue = ard_tongue_of (ard_file (corpus, capture->file));
  opened.breadth = ard_handler_breadth (opened.tongue, opened.handler);
  opened.callees = callees_of (opened.block ? opened.block->text : "");
  return opened;
}

static gboolean
is_on_way_out (const Case *self)
{
  if (ard_words_part (endings, name_of (self->corpus, self->function)))
    return TRUE;
  if (self->handler->parent == ARD_NONE)
    return FALSE;
  return ard_capture_way_out (self->corpus, self->handler->parent) != ARD_NONE;
}

static gboolean
catches_control (const ArdCapture *handler)
{
  const char *at = handler->text;
  ArdSpan type;

  while (ard_next_word (&at, &type))
    if (!ard_type_is_control (type))
      return FALSE;
  return TRUE;
}

/* An ignore that nobody needs to explain. */
static gboolean
is_usual (const Case *self)
{
  const Callees *callees = &self->callees;
  guint most = self->tongue == ARD_TONGUE_RUBY ? LARGEST_RUBY : LARGEST_TRY;

  if (self->breadth == ARD_BREADTH_EXPECTED && (callees->n <= most || catches_control (self->handler)))
    return TRUE;
  if ((self->breadth == ARD_BREADTH_NARROW || self->breadth == ARD_BREADTH_EXPECTED) &&
      self->handler->traits & ARD_TRAIT_INTENDED)
    return TRUE;
  if (callees->cleanup && callees->n <= callees->cleanup + 1)
    return TRUE;
  if (self->block && callees->n <= most && is_on_way_out (self))
    return TRUE;
  if (self->breadth == ARD_BREADTH_UNKNOWN && self->block)
    return callees->n == callees->probes || (callees->probes && callees->n <= callees->probes + callees->neutral);
  return self->handler->traits & ARD_TRAIT_CONSTANT && callees->probes && callees->n <= callees->probes + BESIDE_PROBE;
}

static const char *
reason_of_silence (const Case *self)
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

/* Where a function says that it has no result by None, nil or false, as a matter of course. */
#define OPTIONAL (ARD_TONGUES (RUST) | ARD_TONGUES (LUA) | ARD_TONGUES (SWIFT) | ARD_TONGUES (SCALA))

/*
 * Whether the caller cannot tell the constant from a result. It can where one narrow
 * condition has it for its answer, where None and nil are one by the language's custom, where a promise is
 * given a default, and where Go returns no error anyway.
 */
static gboolean
constant_hides (const Case *self)
{
  if (self->tongue == ARD_TONGUE_GO)
    return self->function != ARD_NONE &&
           ard_function (self->corpus, self->function)->facts.traits & ARD_FUNCTION_FALLIBLE;
  if (self->handler->traits & ARD_TRAIT_CALLBACK)
    return FALSE;
  return !(OPTIONAL & (1u << self->tongue)) && self->breadth != ARD_BREADTH_NARROW &&
         self->breadth != ARD_BREADTH_EXPECTED;
}

static ArdJudgement
judge_silence (const Case *self)
{
  guint traits = self->handler->traits;
  gboolean sure = self->breadth >= ARD_BREADTH_BROAD || self->breadth == ARD_BREADTH_UNKNOWN;
  ArdJudgement fine = { 0 };

  if (traits & ARD_TRAIT_COMMENTED || is_usual (self))
    return fine;
  if (traits & ARD_TRAIT_CONSTANT && is_question (name_of (self->corpus, self->function)))
    return fine;
  if (traits & ARD_TRAIT_CONSTANT && !constant_hides (self))
    return fine;
  if (traits & (ARD_TRAIT_INTENDED | ARD_TRAIT_CALLBACK | ARD_TRAIT_CONSTANT) ||
      (traits & ARD_TRAIT_IN_LOOP && self->breadth == ARD_BREADTH_UNKNOWN))
    sure = FALSE;
  return (ArdJudgement){ ARD_HANDLER_SWALLOWS, sure ? 2 : 1, reason_of_silence (self) };
}

/* Logs that say so and return a constant have told the caller; Go's nil for an error has not. */
static ArdJudgement
judge_log (const Case *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (self->tongue == ARD_TONGUE_C || (self->tongue == ARD_TONGUE_JAVASCRIPT && self->function == ARD_NONE))
    return fine; /* a status is told by its function; a script's last word is said */
  if (traits & (ARD_TRAIT_CONSTANT | ARD_TRAIT_LEAVES) && !(self->tongue == ARD_TONGUE_GO && constant_hides (self)))
    return fine;
  if (traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_IN_LOOP) || is_usual (self) ||
      ard_function_is_boundary (self->corpus, self->function) || traits & ARD_TRAIT_CALLBACK || self->callees.aside ||
      ard_words_part (reporters, name_of (self->corpus, self->function)))
    return fine;
  return traits & ARD_TRAIT_USES_ERROR || self->tongue == ARD_TONGUE_RUST || self->tongue == ARD_TONGUE_LUA
             /* "{err}" is text, and pcall's second value any name */
             ? (ArdJudgement){ ARD_HANDLER_ONLY_LOGS, 1, "logged-only" }
             : (ArdJudgement){ ARD_HANDLER_ONLY_LOGS, 1.5, "logged-without-error" };
}

static ArdJudgement
judge_breadth (const Case *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (self->breadth < ARD_BREADTH_BROAD || traits & (ARD_TRAIT_USES_ERROR | ARD_TRAIT_COMMENTED | ARD_TRAIT_LEAVES) ||
      is_usual (self) || ard_function_is_boundary (self->corpus, self->function))
    return fine;
  if (self->tongue == ARD_TONGUE_RUBY && self->breadth != ARD_BREADTH_FATAL)
    return fine; /* StandardError is what Ruby's rescue is for */
  if (self->callees.n == 1 && !(traits & ARD_TRAIT_CATCH_ALL))
    return fine;
  if (self->breadth == ARD_BREADTH_FATAL)
    return (ArdJudgement){ ARD_HANDLER_TOO_BROAD, 1.5,
                           self->tongue == ARD_TONGUE_PYTHON ? "broad-python-all" : "broad-fatal" };
  return self->callees.n <= 1 ? fine : (ArdJudgement){ ARD_HANDLER_TOO_BROAD, 1, "broad-bugs" };
}

ArdJudgement
ard_handler_judge (const ArdCorpus *corpus, guint32 capture)
{
  Case opened = open_case (corpus, capture);
  guint traits = opened.handler->traits;
  ArdJudgement fine = { 0 };

  if (traits & ARD_TRAIT_MARKED)
    return (ArdJudgement){ ARD_HANDLER_SWALLOWS, traits & (ARD_TRAIT_SILENT | ARD_TRAIT_LOGS) ? 2 : 1,
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

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    if (ard_capture (corpus, i)->facts.kind != ARD_CAPTURE_HANDLER)
      continue;

    ArdJudgement judgement = ard_handler_judge (corpus, i);

    if (judgement.verdict == verdict)
      ard_findings_point (findings, corpus, settings, id, i, judgement.value, judgement.reason);
  }
  ard_findings_count (findings, first);
}
