#include "analyzers/floating.h"

#include <string.h>

#include "analyzers/callbacks.h"
#include "analyzers/deeds.h"
#include "analyzers/escapes.h"
#include "analyzers/handlers.h"
#include "analyzers/meant.h"
#include "analyzers/point.h"
#include "analyzers/promises.h"
#include "analyzers/purpose.h"
#include "analyzers/watched.h"

/* Only an asynchronous function can await; in others what is begun goes on by itself, mostly on purpose. */
gboolean
ard_floating_can_await (const ArdCorpus *corpus, guint32 function)
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

/* Whether the function of the call imports something itself, which may stand for the name. */
static gboolean
imports_inside (const ArdFloating *place, guint32 function)
{
  const ArdFile *file = ard_file (place->corpus, place->file);

  for (guint32 i = 0; i < file->n_captures && function != ARD_NONE; i++) {
    const ArdCapture *capture = &ard_capture (place->corpus, file->first_capture + i)->facts;

    if (capture->kind == ARD_CAPTURE_IMPORT && capture->function == function)
      return TRUE;
  }
  return FALSE;
}

/* A coroutine of the file at hand never runs; another file's may have been wrapped on the way. */
static double
judge_python (const ArdFloating *place, const ArdCapture *call, const ArdMeant *meant)
{
  if (!meant->n || meant->n_async < meant->n)
    return 0;
  if (imports_inside (place, call->function))
    return ARD_QUESTION;
  return ard_function (place->corpus, meant->first)->file == place->file ? 2 : 1.5;
}

/* JavaScript and Python: names are looked up as the languages do. */
static double
judge_script (const ArdFloating *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdMeant meant;

  if (place->tongue == ARD_TONGUE_JAVASCRIPT)
    return ard_promise_judge (place, row);
  meant = ard_meant_find (place->names, place->corpus, row, strlen (call->text), &place->imports);
  return judge_python (place, call, &meant);
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
         ard_floating_can_await (place->corpus, call->function) && !ard_words_have (older, name);
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

/* Points of a call that begins asynchronous work of the repository that can fail unseen. */
static double
judge_own (const ArdFloating *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gsize length = awaitable_length (place->tongue, call->text);
  ArdSpan name = ard_simple_name (call->text, length), receiver = ard_receiver (call->text, length);
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (is_scripted (place->tongue))
    return judge_script (place, row);
  if (ard_chain_is_handled (place->tongue, call->text))
    return 0;
  if (!own)
    return is_task_by_name (place, call, name) ? 1 : is_steps_left (place, call) ? ARD_QUESTION : 0;
  if (place->tongue == ARD_TONGUE_RUST && !is_beside (place, own))
    return 0;
  if (own->n_async < own->n || (own->n_safe == own->n && place->tongue != ARD_TONGUE_RUST))
    return 0;
  if (receiver.length && !ard_words_have ("this self super", receiver) &&
      !(own->member && is_telling (place->tongue, name)))
    return 0;
  if (place->tongue == ARD_TONGUE_RUST)
    return 2;
  /* what C#'s compiler warns of; a future that somebody else asks, or work that begins by itself, looks the same */
  return place->tongue == ARD_TONGUE_CSHARP && ard_floating_can_await (place->corpus, call->function) ? 1
                                                                                                      : ARD_QUESTION;
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

/* Points of a call of the tables that may be lost. */
static double
judge_known (const ArdFloating *place, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));
  gboolean sure;

  if (!ard_imports_have (&place->imports, known->needs) || is_tried_inside (place, row))
    return 0;
  if (*known->callee == '.') /* not the repository's own of that name */
    return ard_namesakes_find (place->names, place->tongue, name) ? 0 : known->value;
  if (place->tongue == ARD_TONGUE_JAVASCRIPT && call->function == ARD_NONE)
    return 0;
  if (place->tongue == ARD_TONGUE_JAVASCRIPT && ard_floating_is_watched (place) &&
      !ard_promise_is_tried (place->corpus, call))
    return ard_floating_can_await (place->corpus, call->function) ? ARD_QUESTION : 0;
  if (place->tongue == ARD_TONGUE_JAVASCRIPT)
    return ard_promise_judge_known (place, row, known);
  if (strcmp (known->reason, "async-python-task") != 0)
    return known->value;
  if (call->function == ARD_NONE || is_coroutine_safe (place, row, &sure))
    return 0;
  return sure || strcmp (known->callee, "asyncio.run_coroutine_threadsafe") != 0 ? known->value : ARD_QUESTION;
}

/* JavaScript: what is lost, where the call shows it. */
static const char *
reason_of_call (const ArdCapture *call, const char *otherwise)
{
  if (call->traits & ARD_TRAIT_HALF)
    return "async-half";
  return call->traits & ARD_TRAIT_WRITES || ard_callee_is_request ((ArdSpan){ call->text, ard_chain_root (call->text) })
             ? "async-request"
             : otherwise;
}

double
ard_floating_judge (const ArdFloating *floating, guint32 row, const char **reason)
{
  const ArdCapture *call = &ard_capture (floating->corpus, row)->facts;
  const ArdResult *known = ard_task_find (floating->tongue, call->text);

  *reason = known                                 ? known->reason
            : floating->tongue == ARD_TONGUE_RUST ? "async-rust-never"
                                                  : ard_floating_reason (floating->tongue);
  if (floating->tongue == ARD_TONGUE_JAVASCRIPT) {
    if (ard_callback_answers (floating->corpus, row))
      return 0;
    *reason = reason_of_call (call, *reason);
  }
  return known ? judge_known (floating, row, known) : judge_own (floating, row);
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

gsize
ard_chain_root (const char *text)
{
  gsize length = strlen (text);

  while (TRUE) {
    ArdSpan name = ard_simple_name (text, length);
    gsize left = (gsize) (name.text - text);

    if (!name.length || !ard_words_have ("then finally catch", name) || left < 4 ||
        memcmp (name.text - 3, "().", 3) != 0)
      return length;
    length = left - 3;
  }
}

static void
count_chains (ArdFloating *place, const ArdCapture *call)
{
  gsize length = strstr (call->text, "().then") ? ard_chain_root (call->text) : 0;
  gboolean handled = ard_chain_is_handled (ARD_TONGUE_JAVASCRIPT, call->text);
  GHashTable *table = handled ? place->caught : place->uncaught;

  if (length && (handled || call->traits & ARD_TRAIT_DISCARDED)) {
    g_autofree char *root = g_strndup (call->text, length);
    guint n = number_of (table, root);

    g_hash_table_replace (table, g_steal_pointer (&root), GUINT_TO_POINTER (n + 1));
  }
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
    count_chains (place, &capture->facts);
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
  self->caught = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->uncaught = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->alone = ard_files_alone (corpus);
  self->takers = ard_takers_find (corpus);
  self->deeds = ard_deeds_find (corpus);
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
  g_hash_table_unref (floating->caught);
  g_hash_table_unref (floating->uncaught);
  g_hash_table_unref (floating->watched);
  g_free (floating->alone);
  g_free (floating->takers);
  g_free (floating->deeds);
  g_free (floating->dropped);
  g_free (floating->taken);
  g_free (floating);
}
