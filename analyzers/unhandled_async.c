#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/callbacks.h"
#include "analyzers/handlers.h"
#include "analyzers/meant.h"
#include "analyzers/namesakes.h"
#include "analyzers/point.h"
#include "analyzers/purpose.h"
#include "analyzers/results.h"
#include "model/rule.h"

/* More awaited calls than so many for one that is left alone: what most do is the rule (house, after Engler). */
#define AWAITED_PER_LEFT 2

/* A call of something else that is awaited as it is written at least so often, for one that is not (house). */
#define FEWEST_AWAITED 5

typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  ArdImports imports;
  guint32 file;
  ArdTongue tongue;
  guint32 *dropped, *taken;   /* by function: calls in JavaScript whose promise nobody takes, somebody awaits */
  GHashTable *awaited, *left; /* the same by callee as written, of a name that tells; borrowed texts to numbers */
} Place;

/* Only an asynchronous function can await; in others what is begun goes on by itself, mostly on purpose. */
static gboolean
can_await (const ArdCorpus *corpus, guint32 function)
{
  return function != ARD_NONE && ard_function (corpus, function)->facts.traits & ARD_FUNCTION_ASYNC;
}

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

/* Whether a method's name alone tells whose it is: more than one word, and in C# the suffix of its convention. */
static gboolean
is_telling (ArdTongue tongue, ArdSpan name)
{
  if (tongue == ARD_TONGUE_CSHARP)
    return name.length > 5 && memcmp (name.text + name.length - 5, "Async", 5) == 0;
  return ard_name_is_telling (name);
}

static gboolean
is_scripted (ArdTongue tongue)
{
  return tongue == ARD_TONGUE_JAVASCRIPT || tongue == ARD_TONGUE_PYTHON;
}

/* A task that is one call of the repository's own function, of which not all return an error: it has none to lose. */
static gboolean
cannot_fail (const Place *place, const char *text)
{
  const char *lambda = strstr (text, "=> "), *inside = lambda ? lambda + 2 : strchr (text, '('),
             *end = inside ? strpbrk (inside + 1, "({") : NULL;
  ArdSpan name = end && *end == '(' ? ard_simple_name (inside + 1, (gsize) (end - inside - 1)) : (ArdSpan){ "", 0 };
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (place->tongue == ARD_TONGUE_CSHARP)
    return own && own->n_safe == own->n && own->n_async == own->n;
  return place->tongue == ARD_TONGUE_RUST && own && own->n_fallible < own->n;
}

/* An async void method that handles all it awaits. */
static gboolean
is_safe_void (const Place *place, guint32 row)
{
  const ArdCorpusCapture *task = ard_capture (place->corpus, row);
  gboolean awaits = FALSE;

  if (task->facts.function == ARD_NONE || ard_namesakes_let_out (place->names, task->facts.function) ||
      strcmp (reason_of_task (place->tongue, task->facts.text), "async-void") != 0)
    return FALSE;
  for (guint32 i = row; i < place->corpus->captures->len && !awaits; i++) {
    const ArdCorpusCapture *next = ard_capture (place->corpus, i);

    if (next->file != task->file)
      break;
    awaits = next->facts.function == task->facts.function && next->facts.traits & ARD_TRAIT_AWAITED;
  }
  return awaits;
}

/* Swift: whether all that the task tries is dropped in so many words. */
static gboolean
says_so (const Place *place, const char *text)
{
  const char *at = text;
  guint n = 0;

  while (place->tongue == ARD_TONGUE_SWIFT && (at = strstr (at, "try"))) {
    if (at[strlen ("try")] != '?')
      return FALSE;
    at += strlen ("try");
    n++;
  }
  return n > 0;
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

static guint
number_of (GHashTable *table, const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, text));
}

/* Whether a try of the same function stands around it, whose handler a promise that nobody awaits passes by. */
static gboolean
is_tried (const ArdCorpus *corpus, const ArdCapture *call)
{
  if (call->parent == ARD_NONE)
    return FALSE;

  const ArdCapture *around = &ard_capture (corpus, call->parent)->facts;

  return around->kind == ARD_CAPTURE_TRY && around->function == call->function;
}

/* Whether the await was forgotten: the others have it, or a handler waits for the error. */
static gboolean
is_forgotten (const Place *place, guint32 function, const ArdCapture *call)
{
  guint left = place->dropped[function], taken = place->taken[function];

  return can_await (place->corpus, call->function) &&
         (taken > AWAITED_PER_LEFT * left || (left == 1 && is_tried (place->corpus, call)));
}

/* Whether nearly all calls written so are awaited: it returns a promise, whosever it is. */
static gboolean
is_usually_awaited (const Place *place, const ArdCapture *call)
{
  guint awaited = number_of (place->awaited, call->text), left = number_of (place->left, call->text);

  return place->tongue == ARD_TONGUE_JAVASCRIPT && can_await (place->corpus, call->function) &&
         awaited >= FEWEST_AWAITED * left && awaited >= FEWEST_AWAITED;
}

/* JavaScript and Python: names are looked up as the languages do. */
static gboolean
is_floating_script (const Place *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdMeant meant = ard_meant_find (place->names, place->corpus, row, strlen (call->text), &place->imports);

  if (!meant.n)
    return is_usually_awaited (place, call);
  if (meant.n_async < meant.n)
    return FALSE;
  if (place->tongue == ARD_TONGUE_JAVASCRIPT &&
      ard_callee_cleans_up (ard_simple_name (call->text, strlen (call->text))))
    return FALSE;
  if (place->tongue == ARD_TONGUE_PYTHON)
    return TRUE;
  return meant.n_safe < meant.n && is_forgotten (place, meant.first, call);
}

/* Whether the call begins asynchronous work of the repository that can fail unseen. */
static gboolean
is_floating (const Place *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gsize length = awaitable_length (place->tongue, call->text);
  ArdSpan name = ard_simple_name (call->text, length), receiver = ard_receiver (call->text, length);
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (is_scripted (place->tongue))
    return !ard_callback_answers (place->corpus, row) && is_floating_script (place, row);
  if (!own || own->n_async < own->n || own->n_safe == own->n)
    return FALSE;
  return !receiver.length || ard_words_have ("this self super", receiver) ||
         (own->member && is_telling (place->tongue, name));
}

/*
 * Python: whether the coroutine that is made on the line of the task handles its errors, or has a decorator that may;
 * sure: it is one of ours and does not.
 */
static gboolean
is_coroutine_safe (const Place *place, guint32 task, gboolean *sure)
{
  const ArdCorpusCapture *row = ard_capture (place->corpus, task);

  *sure = FALSE;
  for (guint32 i = task; i < place->corpus->captures->len && i < task + ARD_LEVELS; i++) {
    const ArdCorpusCapture *next = ard_capture (place->corpus, i);

    if (next->file != row->file || next->facts.start_line > row->facts.start_line)
      break;
    if (i == task || next->facts.kind != ARD_CAPTURE_CALL)
      continue;

    ArdMeant meant = ard_meant_find (place->names, place->corpus, i, strlen (next->facts.text), &place->imports);

    if (meant.n && meant.n_async == meant.n && (meant.n_safe == meant.n || meant.n_fixed))
      return TRUE;
    *sure |= meant.n && meant.n_async == meant.n;
  }
  return FALSE;
}

/* Whether a call of the tables is a task that may be lost. */
static gboolean
is_lost (const Place *place, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));
  gboolean sure;

  if (!ard_imports_have (&place->imports, known->needs))
    return FALSE;
  if (*known->callee == '.')
    return ard_namesakes_find (place->names, place->tongue, name) == NULL; /* not the repository's own of that name */
  if (place->tongue == ARD_TONGUE_JAVASCRIPT)
    return known->value >= 2 ? call->function != ARD_NONE : can_await (place->corpus, call->function);
  if (strcmp (known->reason, "async-python-task") != 0)
    return TRUE;
  if (call->function == ARD_NONE || is_coroutine_safe (place, row, &sure))
    return FALSE;
  return sure || strcmp (known->callee, "asyncio.run_coroutine_threadsafe") != 0;
}

static void
judge_call (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  const ArdResult *known = ard_task_find (place->tongue, call->text);

  if (known && is_lost (place, row, known))
    ard_findings_point (findings, place->corpus, settings, rule, row, known->value, known->reason);
  else if (!known && is_floating (place, row))
    ard_findings_point (findings, place->corpus, settings, rule, row, place->tongue == ARD_TONGUE_PYTHON ? 2 : 1,
                        reason_of (place->tongue));
}

static void
count_texts (Place *place, const ArdCapture *call)
{
  gsize length = strlen (call->text);
  ArdSpan receiver = ard_receiver (call->text, length);
  GHashTable *table = call->traits & ARD_TRAIT_AWAITED ? place->awaited : place->left;

  if (!(call->traits & (ARD_TRAIT_AWAITED | ARD_TRAIT_DISCARDED)) || !receiver.length || strchr (call->text, '(') ||
      ard_words_have ("this self super", receiver) || !ard_name_is_telling (ard_simple_name (call->text, length)))
    return;
  g_hash_table_insert (table, (gpointer) call->text, GUINT_TO_POINTER (number_of (table, call->text) + 1));
}

/* Count, by function of ours, the calls in JavaScript whose promise somebody awaits or nobody takes. */
static void
count_ways (Place *place)
{
  const ArdCorpus *corpus = place->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint traits = capture->facts.traits;

    if (capture->facts.kind != ARD_CAPTURE_CALL ||
        ard_tongue_of (ard_file (corpus, capture->file)) != ARD_TONGUE_JAVASCRIPT)
      continue;
    if (capture->file != place->file) {
      place->file = capture->file;
      ard_imports_read (&place->imports, corpus, place->file);
    }

    ArdMeant meant = ard_meant_find (place->names, corpus, i, strlen (capture->facts.text), &place->imports);

    count_texts (place, &capture->facts);
    if (meant.n && traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_AWAITED))
      (traits & ARD_TRAIT_AWAITED ? place->taken : place->dropped)[meant.first]++;
  }
  place->file = ARD_NONE;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unhandled-async"), first = findings->len;
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);
  g_autofree guint32 *dropped = g_new0 (guint32, corpus->functions->len + 1);
  g_autofree guint32 *taken = g_new0 (guint32, corpus->functions->len + 1);
  g_autoptr (GHashTable) awaited = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  Place place = { .corpus = corpus,
                  .names = names,
                  .file = ARD_NONE,
                  .dropped = dropped,
                  .taken = taken,
                  .awaited = awaited,
                  .left = left };

  count_ways (&place);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint traits = capture->facts.traits;

    if (capture->file != place.file) {
      place.file = capture->file;
      place.tongue = ard_tongue_of (ard_file (corpus, place.file));
      ard_imports_read (&place.imports, corpus, place.file);
    }
    if (capture->facts.kind == ARD_CAPTURE_ASYNC) {
      if (!(traits & ARD_TRAIT_COMMENTED) && !is_safe_void (&place, i) && !says_so (&place, capture->facts.text) &&
          !is_looked_after (corpus, i) && !cannot_fail (&place, capture->facts.text))
        ard_findings_point (findings, corpus, settings, rule, i, 1, reason_of_task (place.tongue, capture->facts.text));
    } else if (capture->facts.kind == ARD_CAPTURE_HANDLER && ard_callback_is_blind (corpus, &capture->facts))
      ard_findings_point (findings, corpus, settings, rule, i, 1, "async-callback");
    else if (capture->facts.kind == ARD_CAPTURE_CALL && traits & ARD_TRAIT_DISCARDED &&
             !(traits & (ARD_TRAIT_AWAITED | ARD_TRAIT_VOIDED | ARD_TRAIT_COMMENTED)))
      judge_call (&place, settings, findings, rule, i);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_unhandled_async = { "unhandled-async", run };
