#include "analyzers/handlers.h"

#include <string.h>

#include "analyzers/point.h"
#include "analyzers/purpose.h"
#include "model/rule.h"

static const char boundaries[] =
    "main _main run runasync _run __main run_forever serve serve_forever loop mainloop main_loop worker work dowork "
    "start "
    "listen dispatch execute handle invoke call process callback perform tick poll accept on_message onmessage";

/* Inside the name of a function that is there to report: what it is given ends in it. */
static const char reporters[] =
    "Print print Log log Report report Warn warn Debug debug Error error Notify notify Hook hook";

/* Where a person looks on, or another program asks: nobody above would do more than say it. */
static const char fronts[] = "/ui/ /gui/ /cli/ /views/ /view/ /screens/ /widgets/ /dialogs/ /controllers/ /handlers/ "
                             "/workers/ /jobs/ /bin/ /cmd/ /scripts/ Activity. Fragment. Dialog. Window. Controller. "
                             "Screen. Widget. View. Command. Worker. Job. Plugin.";

static const char endings[] = "__del__ __exit__ Close close Dispose dispose inalize deinit Destroy destroy Shutdown "
                              "shutdown Teardown TearDown teardown "
                              "tear_down Cleanup CleanUp cleanup clean_up Stop stop Quit quit Disconnect disconnect "
                              "Terminate terminate Unload unload Delete delete drop";

/* ArdCallees of a block that still has one thing to fail; where attributes are calls too, more (house). */
#define LARGEST_TRY 5
#define LARGEST_RUBY 10

/* Callees of a block that is there for the change that one of them makes (house). */
#define LARGEST_CHANGE 10

/* Calls that may stand beside a probe whose failure is answered by a constant: they fetch what it reads (house). */
#define BESIDE_PROBE 2

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

typedef struct {
  const ArdCorpus *corpus;
  const char *path;
  const ArdCapture *handler, *block; /* block: its TRY, or NULL */
  guint32 function;                  /* in which the work was tried */
  ArdTongue tongue;
  ArdBreadth breadth;
  ArdCallees callees;
  gboolean own; /* catches types of its file, or what its own block throws */
} Case;

/* The last name of what a THROW raises: "Stop" of "new Stop (x)", "Gone" of "errors.Gone (x)". */
static ArdSpan
raised (const char *text)
{
  const char *start = g_str_has_prefix (text, "new ") ? text + strlen ("new ") : text;

  return ard_simple_name (start, strcspn (start, " ({"));
}

static gboolean
is_thrown_in (const ArdCorpus *corpus, guint32 block, ArdSpan type)
{
  const ArdCorpusCapture *around = ard_capture (corpus, block);

  for (guint32 i = block + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *at = ard_capture (corpus, i);

    if (at->file != around->file || at->facts.start_line > around->facts.end_line)
      return FALSE;
    if (at->facts.kind == ARD_CAPTURE_THROW) {
      ArdSpan name = raised (at->facts.text);

      if (name.length == type.length && memcmp (name.text, type.text, name.length) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

/* Whether every caught type is its file's own or thrown by the block itself: control flow by design. */
static gboolean
catches_own (const ArdCorpus *corpus, guint32 file, const ArdCapture *handler, GHashTable *own)
{
  const char *at = handler->text;
  gboolean some = FALSE;
  ArdSpan type;

  while (ard_next_word (&at, &type)) {
    ArdSpan simple = ard_simple_name (type.text, type.length);
    g_autofree char *name = g_strdup_printf ("%u %.*s", file, (int) simple.length, simple.text);

    if (!simple.length)
      continue;
    some = TRUE;
    if (!(own && g_hash_table_contains (own, name)) &&
        !(handler->parent != ARD_NONE && is_thrown_in (corpus, handler->parent, simple)))
      return FALSE;
  }
  return some;
}

static Case
open_case (const ArdCorpus *corpus, guint32 row, GHashTable *own)
{
  const ArdCorpusCapture *capture = ard_capture (corpus, row);
  Case opened = { .corpus = corpus, .handler = &capture->facts, .function = capture->facts.function };

  if (opened.handler->parent != ARD_NONE && ard_capture (corpus, opened.handler->parent)->facts.kind == ARD_CAPTURE_TRY)
    opened.block = &ard_capture (corpus, opened.handler->parent)->facts;
  if (opened.block)
    opened.function = opened.block->function;
  opened.path = ard_file (corpus, capture->file)->path;
  opened.tongue = ard_tongue_of (ard_file (corpus, capture->file));
  opened.breadth = ard_handler_breadth (opened.tongue, opened.handler);
  opened.callees = ard_callees_read (opened.block ? opened.block->text : "");
  opened.own = opened.breadth <= ARD_BREADTH_NARROW && catches_own (corpus, capture->file, opened.handler, own);
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
  const ArdCallees *callees = &self->callees;
  guint most = self->tongue == ARD_TONGUE_RUBY ? LARGEST_RUBY : LARGEST_TRY;

  if (self->own || self->handler->traits & ARD_TRAIT_GUARDED)
    return TRUE;
  if (callees->aside && callees->n <= callees->aside + callees->neutral + 1)
    return TRUE;
  if (self->breadth == ARD_BREADTH_EXPECTED && (callees->n <= most || catches_control (self->handler)))
    return TRUE;
  if ((self->breadth == ARD_BREADTH_NARROW || self->breadth == ARD_BREADTH_EXPECTED) &&
      self->handler->traits & ARD_TRAIT_INTENDED)
    return TRUE;
  if (callees->cleanup && callees->n <= callees->cleanup + 1)
    return TRUE;
  if (self->block && callees->n <= most && is_on_way_out (self))
    return TRUE;
  if (self->breadth <= ARD_BREADTH_NARROW && self->handler->traits & ARD_TRAIT_IN_LOOP && !callees->changes &&
      callees->n <= most && self->block)
    return TRUE; /* it goes to the next one */
  if (self->breadth == ARD_BREADTH_NARROW && callees->probes + callees->reads && !callees->changes &&
      callees->n <= callees->probes + callees->reads + callees->neutral + BESIDE_PROBE)
    return TRUE;
  if (self->tongue == ARD_TONGUE_RUBY && self->breadth != ARD_BREADTH_FATAL && callees->probes && callees->n <= most)
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
  if (self->breadth == ARD_BREADTH_UNKNOWN || self->tongue == ARD_TONGUE_RUBY)
    return self->callees.changes > 0; /* its handlers take in everything: the constant is the default */
  return !(OPTIONAL & (1u << self->tongue)) && self->breadth != ARD_BREADTH_NARROW &&
         self->breadth != ARD_BREADTH_EXPECTED;
}

/* Whether the function goes on as if all were well. One or two calls without a type to catch may be a question. */
static gboolean
carries_on (const Case *self)
{
  return (self->breadth >= ARD_BREADTH_BROAD ||
          (self->breadth == ARD_BREADTH_UNKNOWN && (self->callees.changes || self->callees.n > 2))) &&
         !(self->handler->traits & (ARD_TRAIT_INTENDED | ARD_TRAIT_CALLBACK | ARD_TRAIT_CONSTANT | ARD_TRAIT_IN_LOOP |
                                    ARD_TRAIT_LEAVES | ARD_TRAIT_COMMENTED));
}

static ArdJudgement
judge_silence (const Case *self)
{
  guint traits = self->handler->traits;
  ArdJudgement fine = { 0 };

  if (traits & ARD_TRAIT_COMMENTED || is_usual (self))
    return fine;
  if (traits & ARD_TRAIT_CONSTANT && (ard_name_is_question (name_of (self->corpus, self->function)) ||
                                      ard_name_is_lookup (name_of (self->corpus, self->function))))
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
reports_success (const Case *self)
{
  const ArdCorpusFunction *function;
  const char *path = self->path;

  if (self->function == ARD_NONE || ard_words_part (fronts, (ArdSpan){ path, strlen (path) }))
    return FALSE;
  function = ard_function (self->corpus, self->function);
  return (function->facts.traits & ARD_FUNCTION_FALLIBLE && function->facts.end_line > self->handler->end_line) ||
         (self->callees.changes && self->callees.n <= LARGEST_CHANGE);
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
      ard_words_part (reporters, name_of (self->corpus, self->function)) || !reports_success (self))
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
  Case opened = open_case (corpus, capture, own);
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

/* Files and last names of the types that the repository defines: "12 Pruned". */
static GHashTable *
own_types (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *capture = &ard_capture (corpus, i)->facts;

    if (capture->kind == ARD_CAPTURE_DEFINITION) {
      ArdSpan simple = ard_simple_name (capture->text, strlen (capture->text));

      g_hash_table_add (own,
                        g_strdup_printf ("%u %.*s", ard_capture (corpus, i)->file, (int) simple.length, simple.text));
    }
  }
  return g_steal_pointer (&own);
}

void
ard_handlers_report (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings, const char *rule,
                     ArdHandlerVerdict verdict)
{
  guint id = ard_rule_find (rule), first = findings->len;
  g_autoptr (GHashTable) own = own_types (corpus);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    if (ard_capture (corpus, i)->facts.kind != ARD_CAPTURE_HANDLER)
      continue;

    ArdJudgement judgement = judge (corpus, i, own);

    if (judgement.verdict == verdict)
      ard_findings_point (findings, corpus, settings, id, i, judgement.value, judgement.reason);
  }
  ard_findings_count (findings, first);
}
