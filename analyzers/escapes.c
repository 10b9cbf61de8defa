#include "analyzers/escapes.h"

#include <string.h>

#include "analyzers/meant.h"

/* Rounds in which a failure is followed through callers; a longer chain is taken for safe. */
#define ROUNDS 64

/* What waits for time or for all, and cannot fail. */
static const char harmless[] =
    "sleep delay wait pause timeout setTimeout nextTick $nextTick tick idle allSettled whenReady "
    "whenDefined isReady requestIdleCallback requestAnimationFrame usleep asleep msleep yield Yield Delay "
    "ready";
/* Calls of a chain that are told of its error. */
static const char catch_only[] = "catch";
static const char takers[] =
    "exceptionally exceptionallyAsync exceptionallyCompose handle handleAsync whenComplete "
    "whenCompleteAsync onErrorResume onErrorReturn onErrorComplete onErrorContinue doOnError "
    "recover recoverWith onComplete onFailure fallbackTo transform transformWith handleError "
    "handleErrorWith catchAll attempt either failed join get foldM fail addCallback addListener";

/* One call of a function of ours outside of any try: what gets out of the one gets out of the other. */
typedef struct {
  guint32 caller, file;
  const ArdNamesake *called;
} Edge;

typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  guint8 *unsafe, *awaits; /* by function */
  guint8 *keeps;           /* by capture: a TRY one of whose handlers keeps the error */
  GArray *edges;           /* of Edge */
} Search;

gboolean
ard_call_is_harmless (const char *text, gsize length)
{
  ArdSpan name = ard_simple_name (text, length);

  return ard_words_have (harmless, name) || (length >= 15 && g_str_has_prefix (text, "Promise.resolve"));
}

gboolean
ard_chain_is_handled (ArdTongue tongue, const char *text)
{
  const char *at = text, *words = tongue == ARD_TONGUE_JAVASCRIPT ? catch_only : takers;

  while (TRUE) {
    gsize length = strcspn (at, "(");

    if (ard_words_have (words, ard_simple_name (at, length)) && memchr (at, '.', length))
      return TRUE;
    if (!at[length])
      return FALSE;
    at += length + 1;
  }
}

/* Whether a try around the capture keeps its error: one of the handlers of the try does not hand it on. */
static gboolean
is_kept (const Search *search, guint32 capture)
{
  guint32 function = ard_capture (search->corpus, capture)->facts.function;
  guint32 at = ard_capture (search->corpus, capture)->facts.parent;

  for (guint depth = 0; depth < ARD_LEVELS && at != ARD_NONE; depth++) {
    const ArdCapture *around = &ard_capture (search->corpus, at)->facts;

    if (around->function != function)
      return FALSE;
    if (around->kind == ARD_CAPTURE_TRY && search->keeps[at])
      return TRUE;
    if (around->kind != ARD_CAPTURE_TRY) /* out of a handler the error passes its own try by */
      at = around->parent;
    if (at != ARD_NONE)
      at = ard_capture (search->corpus, at)->facts.parent;
  }
  return FALSE;
}

static gboolean
is_async (const Search *search, guint32 function)
{
  return (ard_function (search->corpus, function)->facts.traits & ARD_FUNCTION_ASYNC) != 0;
}

/* The function of ours that a call means, as far as its name alone tells, or NULL. */
static const ArdNamesake *
find_called (const Search *search, const ArdCorpusCapture *call)
{
  const char *text = call->facts.text;
  gsize length = strlen (text);
  ArdSpan receiver = ard_receiver (text, length), name = ard_simple_name (text, length);
  const ArdNamesake *row =
      ard_namesakes_find (search->names, ard_tongue_of (ard_file (search->corpus, call->file)), name);
  gboolean here = !receiver.length || ard_words_have ("this self", receiver);

  return row && (here || (row->n == 1 && ard_name_is_telling (name))) ? row : NULL;
}

/* An error of that call gets out of the function around: at once, or when it gets out of what is called. */
static void
let_out (const Search *search, const ArdCorpusCapture *call)
{
  Edge edge = { call->facts.function, call->file, find_called (search, call) };

  if (edge.called && edge.called->n_async == edge.called->n)
    g_array_append_val (search->edges, edge);
  else if (!edge.called || edge.called->n_async)
    search->unsafe[edge.caller] = TRUE;
}

/* JavaScript: a function that awaits nothing may hand on the promise of another, or rejects by itself. */
static void
hand_on (const Search *search, const ArdCorpusCapture *call)
{
  const char *text = call->facts.text;
  ArdSpan name = ard_simple_name (text, strlen (text));
  const ArdNamesake *row = find_called (search, call);

  if (call->facts.traits & ARD_TRAIT_RETURNS) {
    if (!ard_call_is_harmless (text, strlen (text)) && !ard_chain_is_handled (ARD_TONGUE_JAVASCRIPT, text) &&
        (!row || row->n_async))
      let_out (search, call);
  } else if (ard_words_have ("reject", name))
    search->unsafe[call->facts.function] = TRUE;
  else if (row && row->n_async && !(call->facts.traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_VOIDED)))
    let_out (search, call);
}

static void
look (const Search *search, guint32 i)
{
  const ArdCorpusCapture *row = ard_capture (search->corpus, i);
  const ArdCapture *capture = &row->facts;

  if (capture->function == ARD_NONE || search->unsafe[capture->function])
    return;
  if (capture->kind == ARD_CAPTURE_THROW) {
    if (!is_kept (search, i))
      search->unsafe[capture->function] = TRUE;
  } else if (capture->kind == ARD_CAPTURE_CALL && capture->traits & ARD_TRAIT_AWAITED) {
    if (!ard_call_is_harmless (capture->text, strlen (capture->text)) &&
        !(ard_tongue_of (ard_file (search->corpus, row->file)) == ARD_TONGUE_JAVASCRIPT &&
          ard_chain_is_handled (ARD_TONGUE_JAVASCRIPT, capture->text)) &&
        !is_kept (search, i))
      let_out (search, row);
  } else if (capture->kind == ARD_CAPTURE_CALL && is_async (search, capture->function) &&
             (!search->awaits[capture->function] || capture->traits & ARD_TRAIT_RETURNS))
    hand_on (search, row);
}

/* Whether a bare call is of an asynchronous function of the same file that takes its errors itself. */
static gboolean
is_of_safe (const Search *search, const ArdCorpusCapture *call)
{
  ArdTongue tongue = ard_tongue_of (ard_file (search->corpus, call->file));
  ArdSpan name = { call->facts.text, strlen (call->facts.text) };
  const ArdNamesake *row = ard_namesakes_find (search->names, tongue, name);

  for (guint i = 0; row && i < row->functions->len && i < ARD_LEVELS; i++) {
    guint32 function = g_array_index (row->functions, guint32, i);

    if (ard_function (search->corpus, function)->file == call->file && is_async (search, function) &&
        !search->unsafe[function])
      return TRUE;
  }
  return FALSE;
}

/* Java, Kotlin, Scala: what hands on the work of a neighbour that takes its errors loses none. */
static void
follow_safe_futures (const Search *search, guint futures)
{
  const ArdCorpus *corpus = search->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *call = ard_capture (corpus, i);

    if (call->facts.kind == ARD_CAPTURE_CALL && call->facts.function != ARD_NONE &&
        search->unsafe[call->facts.function] && is_async (search, call->facts.function) &&
        futures & (1u << ard_tongue_of (ard_file (corpus, call->file))) && is_of_safe (search, call))
      search->unsafe[call->facts.function] = FALSE;
  }
}

/* Java, Kotlin, Scala: what they begin fails unseen unless they take its error themselves. */
static void
find_unsafe_futures (const Search *search)
{
  const ArdCorpus *corpus = search->corpus;
  static const guint futures = ARD_TONGUES (JAVA) | ARD_TONGUES (KOTLIN) | ARD_TONGUES (SCALA);

  for (guint32 i = 0; i < corpus->functions->len; i++)
    search->unsafe[i] |=
        is_async (search, i) && futures & (1u << ard_tongue_of (ard_file (corpus, ard_function (corpus, i)->file)));
  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *call = ard_capture (corpus, i);

    if (call->facts.kind == ARD_CAPTURE_CALL && call->facts.function != ARD_NONE &&
        futures & (1u << ard_tongue_of (ard_file (corpus, call->file))) &&
        ard_chain_is_handled (ard_tongue_of (ard_file (corpus, call->file)), call->facts.text))
      search->unsafe[call->facts.function] = FALSE;
  }
  follow_safe_futures (search, futures);
}

/* Of what the name may mean, the functions of the caller's own file come first. */
static gboolean
is_any_unsafe (const Search *search, const Edge *edge)
{
  const GArray *functions = edge->called->functions;
  gboolean here = FALSE, any = FALSE, any_here = FALSE;

  for (guint i = 0; i < functions->len; i++) {
    guint32 function = g_array_index (functions, guint32, i);
    gboolean same = ard_function (search->corpus, function)->file == edge->file;

    here |= same;
    any |= search->unsafe[function];
    any_here |= same && search->unsafe[function];
  }
  return here ? any_here : any;
}

static void
follow (const Search *search)
{
  gboolean found = TRUE;

  for (guint round = 0; round < ROUNDS && found; round++) {
    found = FALSE;
    for (guint i = 0; i < search->edges->len; i++) {
      const Edge *edge = &g_array_index (search->edges, Edge, i);

      if (search->unsafe[edge->caller] || !is_any_unsafe (search, edge))
        continue;
      search->unsafe[edge->caller] = found = TRUE;
    }
  }
}

guint8 *
ard_takers_find (const ArdCorpus *corpus)
{
  g_autofree guint8 *keeps = g_new0 (guint8, corpus->captures->len + 1);
  guint8 *takes = g_new0 (guint8, corpus->functions->len + 1);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *handler = &ard_capture (corpus, i)->facts;

    if (handler->kind == ARD_CAPTURE_HANDLER && handler->parent != ARD_NONE && !(handler->traits & ARD_TRAIT_THROWS))
      keeps[handler->parent] = TRUE;
  }
  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *call = &ard_capture (corpus, i)->facts;

    if (call->kind == ARD_CAPTURE_CALL && call->function != ARD_NONE && call->parent != ARD_NONE &&
        ard_capture (corpus, call->parent)->facts.kind == ARD_CAPTURE_TRY && keeps[call->parent])
      takes[call->function] = TRUE;
  }
  return takes;
}

guint8 *
ard_escapes_find (const ArdCorpus *corpus, const ArdNamesakes *names)
{
  g_autofree guint8 *keeps = g_new0 (guint8, corpus->captures->len + 1);
  g_autofree guint8 *awaits = g_new0 (guint8, corpus->functions->len + 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  Search search = { corpus, names, g_new0 (guint8, corpus->functions->len + 1), awaits, keeps, edges };

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *capture = &ard_capture (corpus, i)->facts;

    if (capture->kind == ARD_CAPTURE_HANDLER && capture->parent != ARD_NONE && !(capture->traits & ARD_TRAIT_THROWS))
      keeps[capture->parent] = TRUE;
    if (capture->function != ARD_NONE && capture->kind == ARD_CAPTURE_CALL && capture->traits & ARD_TRAIT_AWAITED)
      awaits[capture->function] = TRUE;
  }
  for (guint32 i = 0; i < corpus->captures->len; i++)
    look (&search, i);
  follow (&search);
  find_unsafe_futures (&search);
  return search.unsafe;
}
