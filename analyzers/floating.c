#include "analyzers/floating.h"

#include <string.h>

#include "analyzers/callbacks.h"
#include "analyzers/escapes.h"
#include "analyzers/handlers.h"
#include "analyzers/meant.h"
#include "analyzers/purpose.h"
#include "analyzers/watched.h"

/* More awaited calls than so many for one that is left alone: what most do is the rule (house, after Engler). */
#define AWAITED_PER_LEFT 2

/* A call of something else that is awaited as it is written at least so often, for one that is not (house). */
#define FEWEST_AWAITED 5

/* Only an asynchronous function can await; in others what is begun goes on by itself, mostly on purpose. */
static gboolean
can_await (const ArdCorpus *corpus, guint32 function)
{
  return function != ARD_NONE && ard_function (corpus, function)->facts.traits & ARD_FUNCTION_ASYNC;
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

/* Whether the await was forgotten: the others have it. */
static gboolean
is_forgotten (const ArdFloating *place, guint32 function, const ArdCapture *call)
{
  guint left = place->dropped[function], taken = place->taken[function];

  return can_await (place->corpus, call->function) && taken > AWAITED_PER_LEFT * left;
}

/* Whether nearly all calls written so are awaited: it returns a promise, whosever it is. */
static gboolean
is_usually_awaited (const ArdFloating *place, const ArdCapture *call)
{
  guint awaited = number_of (place->awaited, call->text), left = number_of (place->left, call->text);

  return place->tongue == ARD_TONGUE_JAVASCRIPT && can_await (place->corpus, call->function) &&
         awaited >= FEWEST_AWAITED * left && awaited >= FEWEST_AWAITED;
}

/* What the promise of a chain is of: "a.b" of "a.b().then().finally"; its length. */
static gsize
root_length (const char *text)
{
  gsize length = strlen (text);

  while (TRUE) {
    ArdSpan name = ard_simple_name (text, length);
    gsize left = (gsize) (name.text - text);

    if (!name.length || !ard_words_have ("then finally", name) || left < 4 || memcmp (name.text - 3, "().", 3) != 0)
      return length;
    length = left - 3;
  }
}

/* Whether a function that is not async hands on what it has handled: return f ().catch (…). */
static gboolean
returns_handled (const ArdFloating *place, guint32 function)
{
  const ArdFile *file = ard_file (place->corpus, ard_function (place->corpus, function)->file);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *call = &ard_capture (place->corpus, file->first_capture + i)->facts;

    if (call->kind == ARD_CAPTURE_CALL && call->function == function && call->traits & ARD_TRAIT_RETURNS &&
        ard_chain_is_handled (ARD_TONGUE_JAVASCRIPT, call->text))
      return TRUE;
  }
  return FALSE;
}

/* Whether a function of the name handles what it hands on, whoever's it is. */
static gboolean
is_handled_inside (const ArdFloating *place, ArdSpan name)
{
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  for (guint i = 0; own && i < own->functions->len && i < ARD_LEVELS; i++) {
    guint32 function = g_array_index (own->functions, guint32, i);

    if (ard_function (place->corpus, function)->facts.traits & ARD_FUNCTION_ASYNC
            ? !ard_namesakes_let_out (place->names, function)
            : returns_handled (place, function))
      return TRUE;
  }
  return FALSE;
}

/* JavaScript: a chain of then without a catch, of what can fail. */
static gboolean
is_chain_left (const ArdFloating *place, guint32 row)
{
  const char *text = ard_capture (place->corpus, row)->facts.text;
  gsize length = root_length (text);

  if (!length || length == strlen (text) || g_str_has_prefix (text, "void ") ||
      ard_chain_is_handled (place->tongue, text) || ard_call_is_harmless (text, length) ||
      g_str_has_prefix (text, "cy."))
    return FALSE;

  ArdMeant meant = ard_meant_find (place->names, place->corpus, row, length, &place->imports);

  if (meant.n && meant.n_async)
    return meant.n_safe < meant.n;
  return !is_handled_inside (place, ard_simple_name (text, length));
}

/* JavaScript and Python: names are looked up as the languages do. */
static gboolean
is_floating_script (const ArdFloating *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdMeant meant;

  if (place->tongue == ARD_TONGUE_JAVASCRIPT && is_chain_left (place, row))
    return !ard_floating_is_watched (place);
  meant = ard_meant_find (place->names, place->corpus, row, strlen (call->text), &place->imports);
  if (!meant.n)
    return is_usually_awaited (place, call);
  if (meant.n_async < meant.n)
    return FALSE;
  if (place->tongue == ARD_TONGUE_PYTHON)
    return TRUE;
  if (meant.n_safe < meant.n && can_await (place->corpus, call->function) && is_tried (place->corpus, call))
    return TRUE;
  if (ard_callee_cleans_up (ard_simple_name (call->text, strlen (call->text))) || call->function == ARD_NONE)
    return FALSE;
  return meant.n_safe < meant.n && (!ard_floating_is_watched (place) || is_forgotten (place, meant.first, call));
}

/* C#: by convention what ends so returns a Task, but for what is older than Tasks and raises an event at its end. */
static gboolean
is_task_by_name (const ArdFloating *place, const ArdCapture *call, ArdSpan name)
{
  static const char older[] =
      "DownloadStringAsync DownloadDataAsync DownloadFileAsync UploadStringAsync UploadDataAsync UploadFileAsync "
      "UploadValuesAsync OpenReadAsync OpenWriteAsync RunWorkerAsync LoadAsync CancelAsync InvokeAsync SendAsync "
      "ReceiveAsync AcceptAsync ConnectAsync DisconnectAsync ReportProgressAsync";

  return place->tongue == ARD_TONGUE_CSHARP && is_telling (place->tongue, name) &&
         can_await (place->corpus, call->function) && !ard_words_have (older, name);
}

/* Java: a chain of steps that nobody keeps, whose error none of them takes. */
static gboolean
is_steps_left (const ArdFloating *place, const ArdCapture *call)
{
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));

  return place->tongue == ARD_TONGUE_JAVA &&
         ard_words_have ("thenAccept thenRun thenApply thenCompose thenAcceptAsync thenRunAsync thenApplyAsync",
                         name) &&
         !ard_chain_is_handled (place->tongue, call->text);
}

/* Rust: whether one of that name stands in the same file; of others a bare name tells too little. */
static gboolean
is_beside (const ArdFloating *place, const ArdNamesake *own)
{
  for (guint i = 0; i < own->functions->len; i++)
    if (ard_function (place->corpus, g_array_index (own->functions, guint32, i))->file == place->file)
      return TRUE;
  return FALSE;
}

/* Whether the call begins asynchronous work of the repository that can fail unseen. */
static gboolean
is_floating (const ArdFloating *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gsize length = awaitable_length (place->tongue, call->text);
  ArdSpan name = ard_simple_name (call->text, length), receiver = ard_receiver (call->text, length);
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (is_scripted (place->tongue))
    return !ard_callback_answers (place->corpus, row) && is_floating_script (place, row);
  if (ard_chain_is_handled (place->tongue, call->text))
    return FALSE;
  if (!own)
    return is_task_by_name (place, call, name) || is_steps_left (place, call);
  if (place->tongue == ARD_TONGUE_RUST && !is_beside (place, own))
    return FALSE;
  if (own->n_async < own->n || (own->n_safe == own->n && place->tongue != ARD_TONGUE_RUST))
    return FALSE;
  return !receiver.length || ard_words_have ("this self super", receiver) ||
         (own->member && is_telling (place->tongue, name));
}

/*
 * Python: whether the coroutine that is made on the line of the task handles its errors, or has a decorator that may;
 * sure: it is one of ours and does not.
 */
static gboolean
is_coroutine_safe (const ArdFloating *place, guint32 task, gboolean *sure)
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
    if (meant.n && !meant.n_async && meant.n_fixed)
      return TRUE;
    *sure |= meant.n && meant.n_async == meant.n;
  }
  return FALSE;
}

/* Whether what the task does begins with a try of its own. */
static gboolean
is_tried_inside (const ArdFloating *place, guint32 row)
{
  guint32 line = ard_capture (place->corpus, row)->facts.start_line;

  for (guint32 i = row; i < place->corpus->captures->len; i++) {
    const ArdCorpusCapture *next = ard_capture (place->corpus, i);

    if (next->file != place->file || next->facts.start_line > line + 1)
      return FALSE;
    if (next->facts.kind == ARD_CAPTURE_TRY)
      return TRUE;
  }
  return FALSE;
}

/* Whether a call of the tables is a task that may be lost. */
static gboolean
is_lost (const ArdFloating *place, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));
  gboolean sure;

  if (!ard_imports_have (&place->imports, known->needs))
    return FALSE;
  if (*known->callee == '.') /* not the repository's own of that name */
    return ard_namesakes_find (place->names, place->tongue, name) == NULL && !is_tried_inside (place, row);
  if (place->tongue == ARD_TONGUE_JAVASCRIPT)
    return call->function != ARD_NONE && (!ard_floating_is_watched (place) || is_tried (place->corpus, call));
  if (strcmp (known->reason, "async-python-task") != 0)
    return !is_tried_inside (place, row);
  if (call->function == ARD_NONE || is_coroutine_safe (place, row, &sure))
    return FALSE;
  return sure || strcmp (known->callee, "asyncio.run_coroutine_threadsafe") != 0;
}

double
ard_floating_judge (const ArdFloating *floating, guint32 row, const char **reason)
{
  const ArdCapture *call = &ard_capture (floating->corpus, row)->facts;
  const ArdResult *known = ard_task_find (floating->tongue, call->text);

  if (known) {
    *reason = known->reason;
    return is_lost (floating, row, known) ? known->value : 0;
  }
  *reason = floating->tongue == ARD_TONGUE_RUST ? "async-rust-never" : ard_floating_reason (floating->tongue);
  if (!is_floating (floating, row))
    return 0;
  return floating->tongue == ARD_TONGUE_PYTHON || floating->tongue == ARD_TONGUE_RUST ? 2 : 1;
}

static void
count_texts (ArdFloating *place, const ArdCapture *call)
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
count_ways (ArdFloating *place)
{
  const ArdCorpus *corpus = place->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint traits = capture->facts.traits;

    if (capture->facts.kind != ARD_CAPTURE_CALL ||
        ard_tongue_of (ard_file (corpus, capture->file)) != ARD_TONGUE_JAVASCRIPT)
      continue;
    ard_floating_enter (place, capture->file);

    ArdMeant meant = ard_meant_find (place->names, corpus, i, strlen (capture->facts.text), &place->imports);

    count_texts (place, &capture->facts);
    if (meant.n && traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_AWAITED))
      (traits & ARD_TRAIT_AWAITED ? place->taken : place->dropped)[meant.first]++;
  }
  place->file = ARD_NONE;
}

void
ard_floating_enter (ArdFloating *floating, guint32 file)
{
  if (file == floating->file)
    return;
  floating->file = file;
  floating->tongue = ard_tongue_of (ard_file (floating->corpus, file));
  ard_imports_read (&floating->imports, floating->corpus, file);
}

gboolean
ard_floating_is_watched (const ArdFloating *floating)
{
  return ard_watched_have (floating->watched, ard_file (floating->corpus, floating->file)->path);
}

ArdFloating *
ard_floating_new (const ArdCorpus *corpus, const ArdNamesakes *names)
{
  ArdFloating *self = g_new0 (ArdFloating, 1);

  self->corpus = corpus;
  self->names = names;
  self->file = ARD_NONE;
  self->dropped = g_new0 (guint32, corpus->functions->len + 1);
  self->taken = g_new0 (guint32, corpus->functions->len + 1);
  self->awaited = g_hash_table_new (g_str_hash, g_str_equal);
  self->left = g_hash_table_new (g_str_hash, g_str_equal);
  self->watched = ard_watched_find (corpus);
  count_ways (self);
  return self;
}

void
ard_floating_free (ArdFloating *floating)
{
  if (!floating)
    return;
  g_hash_table_unref (floating->awaited);
  g_hash_table_unref (floating->left);
  g_hash_table_unref (floating->watched);
  g_free (floating->dropped);
  g_free (floating->taken);
  g_free (floating);
}
