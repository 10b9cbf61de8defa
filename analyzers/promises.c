#include "analyzers/promises.h"

#include <string.h>

#include "analyzers/deeds.h"
#include "analyzers/escapes.h"
#include "analyzers/meant.h"
#include "analyzers/point.h"
#include "analyzers/purpose.h"

/* More awaited calls than so many for one that is left alone: what most do is the rule (house, after Engler). */
#define AWAITED_PER_LEFT 2

/* A call of something else that is awaited as it is written at least so often, for one that is not (house). */
#define FEWEST_AWAITED 5

/* Chains of the same beginning with a catch from which on one without is told as the exception (house). */
#define FEWEST_CAUGHT 3

static guint
number_of (GHashTable *table, const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, text));
}

gboolean
ard_promise_is_tried (const ArdCorpus *corpus, const ArdCapture *call)
{
  guint32 block = call->parent;

  if (block == ARD_NONE || ard_capture (corpus, block)->facts.kind != ARD_CAPTURE_TRY ||
      ard_capture (corpus, block)->facts.function != call->function)
    return FALSE;
  for (guint32 i = block + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *handler = ard_capture (corpus, i);

    if (handler->file != ard_capture (corpus, block)->file)
      break;
    if (handler->facts.kind == ARD_CAPTURE_HANDLER && handler->facts.parent == block)
      return !(handler->facts.traits & ARD_TRAIT_SILENT);
  }
  return FALSE;
}

/* Whether the await was forgotten: the others have it. */
static gboolean
is_forgotten (const ArdFloating *place, guint32 function, const ArdCapture *call)
{
  guint left = place->dropped[function], taken = place->taken[function];

  return ard_floating_can_await (place->corpus, call->function) && taken > AWAITED_PER_LEFT * left;
}

/*
 * Points of a call of what the repository does not show: what nearly all await as it is written returns a promise,
 * whosever it is; what others await, or waits in a try for its error, may.
 */
static double
judge_unknown (const ArdFloating *place, const ArdCapture *call)
{
  guint awaited = number_of (place->awaited, call->text), left = number_of (place->left, call->text);
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (place->tongue != ARD_TONGUE_JAVASCRIPT || !ard_floating_can_await (place->corpus, call->function))
    return 0;
  if (awaited >= FEWEST_AWAITED * left && awaited >= FEWEST_AWAITED)
    return 1;
  if (awaited && awaited >= left)
    return ARD_QUESTION;
  return own && own->n_async * 2 >= own->n && ard_name_is_telling (name) && ard_promise_is_tried (place->corpus, call)
             ? ARD_QUESTION
             : 0;
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

/* JavaScript: whether it is a chain of then without a catch, of what can fail; length: of what it begins with. */
static gboolean
is_chain (const ArdFloating *place, const char *text, gsize length)
{
  return length && length < strlen (text) && !g_str_has_prefix (text, "void ") && !g_str_has_prefix (text, "cy.") &&
         !ard_chain_is_handled (place->tongue, text) && !ard_call_is_harmless (text, length);
}

/* A bare name, or a method of the object at hand. */
static gboolean
is_plain (const char *text)
{
  ArdSpan receiver = ard_receiver (text, strlen (text));

  return !receiver.length || ard_words_have ("this self super", receiver);
}

/* Whether chains of the same beginning mostly have a catch: this one lacks it. Promise.all is of other work each time.
 */
static gboolean
deviates (const ArdFloating *place, const char *root)
{
  guint caught = g_str_has_prefix (root, "Promise.") ? 0 : number_of (place->caught, root);

  return caught >= FEWEST_CAUGHT && caught > AWAITED_PER_LEFT * number_of (place->uncaught, root);
}

/*
 * Whether the text shows what is lost: somebody's work, a state that nobody ends, an error that a handler around it
 * waits for; or nothing is known around it, and what it looks like counts.
 */
static gboolean
is_grave (const ArdFloating *place, const ArdCapture *call, const char *root, const ArdMeant *meant)
{
  if (call->traits & (ARD_TRAIT_WRITES | ARD_TRAIT_HALF) || (call->function != ARD_NONE && place->alone[place->file]))
    return TRUE;
  if (ard_floating_can_await (place->corpus, call->function) && ard_promise_is_tried (place->corpus, call))
    return TRUE;
  if (deviates (place, root) || ard_callee_is_request ((ArdSpan){ root, strlen (root) }))
    return TRUE;
  return meant->n && (place->deeds[meant->first] || ard_name_is_kept (ard_simple_name (root, strlen (root))));
}

/* Whether what the call may mean tells of some of its errors by itself. */
static gboolean
takes_some (const ArdFloating *place, const ArdMeant *meant)
{
  return meant->n && place->takers[meant->first];
}

/* Whose promise the text does not show may be told of its errors elsewhere. */
static double
judge_chain (const ArdFloating *place, guint32 row, gsize length)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  g_autofree char *root = g_strndup (call->text, length);
  const ArdResult *known = ard_task_find (place->tongue, root);
  ArdMeant meant = ard_meant_find (place->names, place->corpus, row, length, &place->imports);
  gboolean grave = is_grave (place, call, root, &meant);

  if (ard_floating_is_watched (place))
    return grave ? ARD_QUESTION : 0;
  if (meant.n && meant.n_async && meant.n_safe == meant.n)
    return 0;
  if (meant.n && meant.n_async) /* another object's may tell of its errors before it hands them on */
    return is_plain (root) && grave && !takes_some (place, &meant) ? 1 : ARD_QUESTION;
  if (known && ard_imports_have (&place->imports, known->needs))
    return grave ? known->value : ARD_QUESTION;
  return is_handled_inside (place, ard_simple_name (call->text, length)) ? 0 : ARD_QUESTION;
}

double
ard_promise_judge_known (const ArdFloating *place, guint32 row, const ArdResult *known)
{
  static const char reading[] = "fetch request get axios all race any";
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  ArdMeant none = { .first = ARD_NONE };

  if (!ard_words_have (reading, ard_simple_name (call->text, strlen (call->text))))
    return known->value;
  return is_grave (place, call, call->text, &none) ? known->value : ARD_QUESTION;
}

/* onSave (order): mostly what the function was given under that name, whatever others bear it. */
static gboolean
is_given_by_name (const char *text)
{
  return !strchr (text, '.') && ard_name_begins ("on", (ArdSpan){ text, strlen (text) });
}

/* logEvent, trackVisit: nobody's work depends on it. */
static gboolean
only_notes (const char *text)
{
  return ard_name_begins ("log track", ard_simple_name (text, strlen (text)));
}

/* JavaScript: a call of an asynchronous function of ours, in one that could await it or in one that could not. */
static double
judge_meant (const ArdFloating *place, const ArdCapture *call, const ArdMeant *meant)
{
  gboolean could = ard_floating_can_await (place->corpus, call->function),
           tried = could && ard_promise_is_tried (place->corpus, call);
  gboolean forgotten = is_forgotten (place, meant->first, call);

  if (meant->n_safe == meant->n) /* it takes its errors itself: at most what follows does not wait */
    return tried || forgotten ? ARD_QUESTION : 0;
  if (takes_some (place, meant) || is_given_by_name (call->text) || only_notes (call->text))
    return ARD_QUESTION;
  if (ard_callee_cleans_up (ard_simple_name (call->text, strlen (call->text))) || call->function == ARD_NONE)
    return could ? ARD_QUESTION : 0;
  if (tried)
    return 1;
  if (ard_floating_is_watched (place) && !forgotten)
    return could || is_grave (place, call, call->text, meant) ? ARD_QUESTION : 0;
  if (!could && !is_plain (call->text)) /* of another's method it is mostly begun on purpose */
    return ARD_QUESTION;
  return forgotten || is_grave (place, call, call->text, meant) ? 1 : ARD_QUESTION;
}

double
ard_promise_judge (const ArdFloating *place, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gsize length = ard_chain_root (call->text);
  ArdMeant meant;

  if (is_chain (place, call->text, length))
    return judge_chain (place, row, length);
  meant = ard_meant_find (place->names, place->corpus, row, strlen (call->text), &place->imports);
  if (!meant.n)
    return judge_unknown (place, call);
  return meant.n_async < meant.n ? 0 : judge_meant (place, call, &meant);
}
