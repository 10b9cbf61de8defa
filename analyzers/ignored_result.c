#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/dropped.h"
#include "analyzers/go_calls.h"
#include "analyzers/handlers.h"
#include "analyzers/namesakes.h"
#include "analyzers/point.h"
#include "analyzers/programs.h"
#include "analyzers/purpose.h"
#include "analyzers/results.h"
#include "model/rule.h"

/* Go's methods of these names return no error in the standard library, or one that nobody looks at. */
static const char ambiguous[] =
    "Write WriteString WriteByte WriteRune Read Close Wait Done Add Reset Set Get Lock Unlock Flush Stop Start Run "
    "Scan Next "
    "Print Printf Println Log Info Debug Warn Error Errorf Fatal Fatalf Sync Seek Delete Put Store Load Range Send Do "
    "Init "
    "Register Handle Use Exec Push Pop Append Clear Cancel Shutdown SetDeadline Rollback Remove Kill Release Signal";

/* A function whose result nearly all callers take (house). Go and Lua show what returns an error. */
#define FEWEST_USES_GO 3
#define USES_PER_DROP_LUA 4
#define FEWEST_USES 10
#define USES_PER_DROP 10

/* Own functions whose value is asked for, or that give something back, whatever the words around it. */
static const char asked[] = "get Get find Find cmp Cmp compare Compare stat Stat lookup Lookup search Search to_string "
                            "ToString exists Exists is_ has_ parse Parse count Count insert append add_ push";
static const char given_back[] =
    "Prune prune Delete Remove Close Cleanup Unlock Release Stop Cancel Kill Free Destroy delete_ "
    "remove_ unlink free destroy cleanup release stop cancel close _fini _exit _deinit";

/* What a repository drops from so often on, and so many times as often as it looks, is its way (house, after Engler).
 */
#define FEWEST_HABIT 3
#define HABIT 2

/* Lines above a last resort in which the same was tried and looked at. */
#define RESORT 4

typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  const ArdPrograms *programs;
  ArdImports imports;
  guint32 file;
  ArdTongue tongue;
  gboolean stops;              /* a script that ends at the first error */
  GHashTable *dropped, *taken; /* by callee as written: numbers of calls; texts borrowed */
} Place;

/* What the standard library's table says of the call, or NULL. */
static const ArdResult *
find_known (const Place *place, const ArdCapture *call)
{
  const ArdResult *row = ard_result_find (place->tongue, call->text);

  if (!row || !ard_imports_have (&place->imports, row->needs))
    return NULL;
  if (!strpbrk (row->callee, ".*") &&
      ard_namesakes_find (place->names, place->tongue, ard_simple_name (row->callee, strlen (row->callee))))
    return NULL; /* the repository has its own of that name */
  return row;
}

/* Whether a Go call is one of the functions of that name, and a method's name tells more than that somebody writes. */
static gboolean
is_own_in_go (const Place *place, const ArdNamesake *own, const char *callee)
{
  ArdSpan name = ard_simple_name (callee, strlen (callee));

  return ard_go_calls_own (place->corpus, &place->imports, place->file, own, callee) &&
         !(own->member && ard_receiver (callee, strlen (callee)).length &&
           (ard_words_have (ambiguous, name) || ard_name_begins ("Write", name)));
}

static ArdSpan
function_name (const ArdCorpus *corpus, guint32 function)
{
  const char *name = ard_function (corpus, function)->facts.name;

  return ard_simple_name (name, strlen (name));
}

/* Whether the function around it could hand a failure on. */
static gboolean
can_hand_on (const ArdCorpus *corpus, guint32 function)
{
  return function != ARD_NONE && ard_function (corpus, function)->facts.traits & ARD_FUNCTION_FALLIBLE;
}

static gboolean
is_own_fallible (const Place *place, const ArdCapture *call)
{
  const char *callee = call->text;
  ArdSpan name = ard_simple_name (callee, strlen (callee));
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (place->tongue == ARD_TONGUE_RUST)
    return FALSE; /* `let _ =` is its way to say that it is meant, and the compiler asks for it */
  if (!own || own->n_fallible < own->n || ard_callee_cleans_up (name) || ard_words_part (given_back, name) ||
      (call->function != ARD_NONE && ard_words_part (given_back, function_name (place->corpus, call->function))))
    return FALSE;
  if (place->tongue == ARD_TONGUE_CPP && own->member && ard_receiver (callee, strlen (callee)).length)
    return FALSE; /* whose method it is, the name does not tell */
  if (place->tongue == ARD_TONGUE_GO)
    return is_own_in_go (place, own, callee) && own->used >= FEWEST_USES_GO &&
           own->used >= USES_PER_DROP * own->dropped;
  if (place->tongue == ARD_TONGUE_LUA) /* nil and a reason: the manual's way to return an error */
    return own->used >= FEWEST_USES_GO && own->used >= USES_PER_DROP_LUA * own->dropped &&
           !ard_words_part (asked, name) && can_hand_on (place->corpus, call->function);
  return !ard_words_part (asked, name) && own->used >= FEWEST_USES && own->used >= USES_PER_DROP * own->dropped &&
         can_hand_on (place->corpus, call->function);
}

/* Whether the same was tried a few lines above and its failure seen: this is the last resort. */
static gboolean
is_last_resort (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row; i > 0; i--) {
    const ArdCorpusCapture *other = ard_capture (corpus, i - 1);

    if (other->file != call->file || other->facts.start_line + RESORT < call->facts.start_line)
      return FALSE;
    if (other->facts.kind == ARD_CAPTURE_CALL && other->facts.function == call->facts.function &&
        !(other->facts.traits & ARD_TRAIT_DISCARDED) && strcmp (other->facts.text, call->facts.text) == 0)
      return TRUE;
  }
  return FALSE;
}

static guint
number_of (GHashTable *table, const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, text));
}

static gboolean
is_habit (const Place *place, const ArdCapture *call, const ArdResult *known)
{
  guint dropped = number_of (place->dropped, call->text);

  return known->value < 2 && place->tongue != ARD_TONGUE_SHELL && dropped >= FEWEST_HABIT &&
         dropped > HABIT * number_of (place->taken, call->text);
}

static void
count_calls (const Place *place)
{
  for (guint32 i = 0; i < place->corpus->captures->len; i++) {
    const ArdCapture *call = &ard_capture (place->corpus, i)->facts;
    GHashTable *table = call->traits & ARD_TRAIT_DISCARDED ? place->dropped : place->taken;

    if (call->kind == ARD_CAPTURE_CALL && !(call->traits & ARD_TRAIT_VOIDED))
      g_hash_table_insert (table, (gpointer) call->text, GUINT_TO_POINTER (number_of (table, call->text) + 1));
  }
}

/* Whether the process ends right behind it: there is nobody left to tell. */
static gboolean
is_last_word (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);

  for (guint32 i = row + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *next = ard_capture (corpus, i);

    if (next->file != call->file || next->facts.start_line > call->facts.start_line + 2)
      return FALSE;
    if (next->facts.kind == ARD_CAPTURE_ABORT ||
        (next->facts.kind == ARD_CAPTURE_CALL &&
         ard_words_have ("_exit exit abort _Exit raise", (ArdSpan){ next->facts.text, strlen (next->facts.text) })))
      return TRUE;
  }
  return FALSE;
}

/* Destructors and what runs when the program crashes. */
static gboolean
is_at_the_end (const ArdCorpus *corpus, const ArdCapture *call)
{
  const char *name = call->function == ARD_NONE ? "" : ard_function (corpus, call->function)->facts.name;

  return strchr (name, '~') || ard_words_part ("ExceptionFilter crash Crash", (ArdSpan){ name, strlen (name) });
}

/* Whether it writes for a reader at a terminal, or throws a temporary file away. */
static gboolean
is_passing (const ArdCorpus *corpus, const ArdCapture *call, const ArdResult *known)
{
  ArdSpan receiver = ard_receiver (call->text, strlen (call->text));
  const char *function = call->function == ARD_NONE ? "" : ard_function (corpus, call->function)->facts.name;

  if (ard_words_part ("stdout stderr stdin term log", receiver))
    return TRUE;
  if (strcmp (known->reason, "result-write") == 0 &&
      ard_words_part ("log Log debug Debug trace Trace print Print profil Profil",
                      (ArdSpan){ function, strlen (function) }))
    return TRUE; /* who writes the log has nobody to tell */
  if (strcmp (known->reason, "result-write") == 0 &&
      ard_words_part ("sig Sig handler Handler wake Wake notify Notify interrupt alarm",
                      (ArdSpan){ function, strlen (function) }))
    return TRUE; /* a byte into a pipe that somebody waits at: a full one wakes as well */
  if (strcmp (known->reason, "result-file") == 0)
    return ard_words_part ("tmp Tmp temp Temp cache Cache", receiver);
  return FALSE;
}

static void
judge_call (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gboolean voided = (call->traits & ARD_TRAIT_VOIDED) != 0;
  const ArdResult *known = find_known (place, call);

  if (known && voided && place->tongue != ARD_TONGUE_RUST)
    return;
  if (known && !voided && place->tongue == ARD_TONGUE_RUST)
    return; /* its compiler warns */
  if (known && place->tongue == ARD_TONGUE_CPP && strcmp (known->callee, "getline") == 0)
    return; /* std::getline gives its stream */
  if (known && is_passing (place->corpus, call, known))
    return;
  if (known && (place->stops || strstr (ard_file (place->corpus, place->file)->path, "regress/")))
    return;
  if (known && place->tongue == ARD_TONGUE_PHP && ard_programs_own (place->programs, place->file))
    return; /* its warning stands at the terminal */
  if (ard_capture_way_out (place->corpus, row) != ARD_NONE ||
      (place->tongue != ARD_TONGUE_SHELL && is_last_word (place->corpus, row)) || is_at_the_end (place->corpus, call))
    return; /* the first error counts */
  if (known && is_habit (place, call, known))
    return;
  if (known && (strcmp (known->reason, "result-folder") == 0 || strcmp (known->reason, "result-rename") == 0) &&
      is_last_resort (place->corpus, row))
    return;
  if (known)
    ard_findings_point (findings, place->corpus, settings, rule, row, voided ? 1 : known->value, known->reason);
  else if (!voided && is_own_fallible (place, call))
    ard_findings_point (findings, place->corpus, settings, rule, row, 1,
                        place->tongue == ARD_TONGUE_GO ? "result-own-go" : "result-own");
}

static void
judge_words (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const char *reason = ard_dropped_reason (place->corpus, place->tongue, row);

  if (reason)
    ard_findings_point (findings, place->corpus, settings, rule, row, 1, reason);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("ignored-result"), first = findings->len;
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);
  g_autoptr (ArdPrograms) programs = ard_programs_new (corpus);
  g_autoptr (GHashTable) dropped = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  Place place = {
    .corpus = corpus, .names = names, .programs = programs, .file = ARD_NONE, .dropped = dropped, .taken = taken
  };

  count_calls (&place);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint traits = capture->facts.traits;

    if (capture->file != place.file) {
      place.file = capture->file;
      place.tongue = ard_tongue_of (ard_file (corpus, place.file));
      place.stops = place.tongue == ARD_TONGUE_SHELL && ard_shell_stops (corpus, place.file);
      ard_imports_read (&place.imports, corpus, place.file);
    }
    if (capture->facts.kind == ARD_CAPTURE_CALL && traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_VOIDED) &&
        !(traits & (ARD_TRAIT_AWAITED | ARD_TRAIT_COMMENTED)))
      judge_call (&place, settings, findings, rule, i);
    else if (capture->facts.kind == ARD_CAPTURE_IGNORED)
      judge_words (&place, settings, findings, rule, i);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_ignored_result = { "ignored-result", run };
