#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/handlers.h"
#include "analyzers/namesakes.h"
#include "analyzers/point.h"
#include "analyzers/purpose.h"
#include "analyzers/results.h"
#include "model/rule.h"

/* Methods that so many types have that a name says nothing of whose it is. */
static const char ambiguous[] =
    "forEach then catch finally addEventListener removeEventListener setState toString get set add delete clear push "
    "pop emit close send write read end then catch finally forEach start stop run open "
    "init "
    "update save load next return throw call apply bind on off once reset flush connect disconnect destroy remove log "
    "render execute process handle register fetch query publish subscribe focus play pause show hide";

typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  ArdImports imports;
  guint32 file;
  ArdTongue tongue;
} Place;

static const char *
reason_of (ArdTongue tongue)
{
  switch (tongue) {
  case ARD_TONGUE_PYTHON:
    return "async-python-never";
  case ARD_TONGUE_JAVASCRIPT:
    return "async-promise";
  case ARD_TONGUE_CSHARP:
    return "async-task";
  case ARD_TONGUE_GO:
    return "async-go";
  case ARD_TONGUE_KOTLIN:
    return "async-kotlin";
  case ARD_TONGUE_SWIFT:
    return "async-swift";
  default:
    return "async-lost";
  }
}

/* An async void method has no Task that anybody could await. */
static const char *
reason_of_task (ArdTongue tongue, const char *text)
{
  static const char head[] = "async void";
  const char *found = strstr (text, head), *body = strchr (text, '{');

  return tongue == ARD_TONGUE_CSHARP && found && (!body || found < body) ? "async-void" : reason_of (tongue);
}

/*
 * Whether the repository's function of that name is meant: called by its bare name, which in JavaScript and Python is
 * no method's, of the object at hand, or of what the file imports.
 */
static gboolean
is_own (const Place *place, const ArdNamesake *own, ArdSpan receiver)
{
  gboolean scripted = place->tongue == ARD_TONGUE_JAVASCRIPT || place->tongue == ARD_TONGUE_PYTHON;

  if (!receiver.length)
    return !scripted || !own->member;
  if (ard_words_have (place->tongue == ARD_TONGUE_PYTHON ? "self super() cls" : "this self super", receiver))
    return !scripted || own->member;
  return scripted ? ard_imports_named (&place->imports, receiver) != NULL : own->member;
}

/* Whether a method's name alone tells whose it is: more than one word, and in C# the suffix of its convention. */
static gboolean
is_telling (ArdTongue tongue, ArdSpan name)
{
  if (tongue == ARD_TONGUE_CSHARP)
    return name.length > 5 && memcmp (name.text + name.length - 5, "Async", 5) == 0;
  for (gsize i = 1; i < name.length; i++)
    if (g_ascii_isupper (name.text[i]) || (name.text[i] == '_' && i + 1 < name.length))
      return !ard_words_have (ambiguous, name);
  return FALSE;
}

/* A task that is one call of the repository's own function, of which not all return an error: it has none to lose. */
static gboolean
cannot_fail (const Place *place, const char *text)
{
  const char *inside = strchr (text, '('), *end = inside ? strpbrk (inside + 1, "({") : NULL;
  ArdSpan name = end && *end == '(' ? ard_simple_name (inside + 1, (gsize) (end - inside - 1)) : (ArdSpan){ "", 0 };
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  return place->tongue == ARD_TONGUE_RUST && own && own->n_fallible < own->n;
}

/* Lines in which what an asynchronous task does begins with a try of its own. */
#define NEAR 3

/* Whether what the task does is a try, or is an event's handler, which nobody can await. */
static gboolean
is_looked_after (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *task = ard_capture (corpus, row);
  const char *name = task->facts.function == ARD_NONE ? "" : ard_function (corpus, task->facts.function)->facts.name;

  for (guint32 i = row + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *next = ard_capture (corpus, i);

    if (next->file != task->file || next->facts.start_line > task->facts.start_line + NEAR)
      break;
    if (next->facts.kind == ARD_CAPTURE_TRY)
      return TRUE;
  }
  return strstr (task->facts.text, "async void") && /* timers hand over an object */
         (strstr (task->facts.text, "(object") ||
          (ard_function_is_boundary (corpus, task->facts.function) ||
           ard_words_part ("_ Handle Callback Handler Event Click Changed", ard_simple_name (name, strlen (name)))));
}

/* Length of the callee that makes the task: f().ConfigureAwait is of f in C#. */
static gsize
awaitable_length (ArdTongue tongue, const char *callee)
{
  const char *suffix = "().ConfigureAwait";

  return strlen (callee) - (tongue == ARD_TONGUE_CSHARP && g_str_has_suffix (callee, suffix) ? strlen (suffix) : 0);
}

/* Whether the call begins asynchronous work of the repository that can fail unseen. */
static gboolean
is_floating (const Place *place, const ArdCapture *call)
{
  gsize length = awaitable_length (place->tongue, call->text);
  ArdSpan name = ard_simple_name (call->text, length);
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (!own || own->n_async < own->n)
    return FALSE;

  ArdSpan receiver = ard_receiver (call->text, length);

  if (!is_own (place, own, receiver))
    return FALSE;
  if (receiver.length && !ard_words_have ("this self super super() cls", receiver) && !is_telling (place->tongue, name))
    return FALSE;
  if (place->tongue == ARD_TONGUE_PYTHON)
    return TRUE;
  if (place->tongue == ARD_TONGUE_JAVASCRIPT && call->function == ARD_NONE)
    return FALSE; /* a script's last word: Node ends with the error */
  return own->n_safe < own->n;
}

static void
judge_call (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  const ArdResult *known = ard_task_find (place->tongue, call->text);

  if (known && ard_imports_have (&place->imports, known->needs) &&
      !(place->tongue == ARD_TONGUE_JAVASCRIPT && call->function == ARD_NONE))
    ard_findings_point (findings, place->corpus, settings, rule, row, known->value, known->reason);
  else if (!known && is_floating (place, call))
    ard_findings_point (findings, place->corpus, settings, rule, row, place->tongue == ARD_TONGUE_PYTHON ? 2 : 1,
                        reason_of (place->tongue));
}

/* A callback (err, data) that never looks at err: it runs after a failure as after a success. */
static gboolean
is_blind (const ArdCorpus *corpus, const ArdCapture *handler)
{
  const char *at = "";
  ArdSpan callee;

  if (!(handler->traits & ARD_TRAIT_EITHER) || !(handler->traits & ARD_TRAIT_NAMED) ||
      handler->traits & (ARD_TRAIT_USES_ERROR | ARD_TRAIT_COMMENTED | ARD_TRAIT_INTENDED | ARD_TRAIT_MARKED))
    return FALSE;
  if (handler->parent != ARD_NONE)
    at = ard_capture (corpus, handler->parent)->facts.text;
  while (ard_next_word (&at, &callee))
    if (ard_callee_cleans_up (callee) || /* a listener: errors have an event of their own */
        ard_words_have ("on once addListener addEventListener subscribe", ard_simple_name (callee.text, callee.length)))
      return FALSE;
  return TRUE;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unhandled-async"), first = findings->len;
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);
  Place place = { .corpus = corpus, .names = names, .file = ARD_NONE };

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint traits = capture->facts.traits;

    if (capture->file != place.file) {
      place.file = capture->file;
      place.tongue = ard_tongue_of (ard_file (corpus, place.file));
      ard_imports_read (&place.imports, corpus, place.file);
    }
    if (capture->facts.kind == ARD_CAPTURE_ASYNC) {
      if (!is_looked_after (corpus, i) && !cannot_fail (&place, capture->facts.text))
        ard_findings_point (findings, corpus, settings, rule, i, 1, reason_of_task (place.tongue, capture->facts.text));
    } else if (capture->facts.kind == ARD_CAPTURE_HANDLER && is_blind (corpus, &capture->facts))
      ard_findings_point (findings, corpus, settings, rule, i, 1, "async-callback");
    else if (capture->facts.kind == ARD_CAPTURE_CALL && traits & ARD_TRAIT_DISCARDED &&
             !(traits & (ARD_TRAIT_AWAITED | ARD_TRAIT_VOIDED)))
      judge_call (&place, settings, findings, rule, i);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_unhandled_async = { "unhandled-async", run };
