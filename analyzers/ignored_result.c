#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/dropped.h"
#include "analyzers/go_calls.h"
#include "analyzers/handlers.h"
#include "analyzers/last.h"
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
#define FEWEST_USES_LUA 2
#define USES_PER_DROP_LUA 2
#define FEWEST_USES 10
#define USES_PER_DROP 10

/* Own functions whose value is asked for, or that give something back, whatever the words around it. */
static const char asked[] = "get Get find Find cmp Cmp compare Compare stat Stat lookup Lookup search Search to_string "
                            "ToString exists Exists is_ has_ parse Parse count Count insert append add_ push";
static const char given_back[] =
    "Prune prune Delete Remove Close Cleanup Unlock Release Stop Cancel Kill Free Destroy delete_ "
    "remove_ unlink free destroy cleanup release stop cancel close _fini _exit _deinit";

/* Functions and things about which nobody worries when something is left behind. */
static const char tidies[] =
    "clean Clean clear Clear close Close tear Tear stop Stop shut Shut finish Finish reset Reset "
    "evict purge Purge prune Prune cache Cache tmp temp Temp test Test rollback cancel Cancel "
    "dispose Dispose destroy Destroy cleanup main";
static const char tidied[] = "tmp Tmp temp Temp cache Cache lock Lock old Old backup Backup pid Pid sock log Log";

/* What a repository drops from so often on, and so many times as often as it looks, is its way (house, after Engler).
 */
#define FEWEST_HABIT 10
#define HABIT 2

/* Who leaves memory unlooked more often, without looking so many times as often, takes it for endless (house). */
#define MOST_UNLOOKED 5
#define LOOKS 4

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

/*
 * What a plain function of Go returns its signature says for sure: it is missed unless dropping it is the way here.
 * Whose method a name is the text does not say: there most must look.
 */
static gboolean
is_missed_in_go (const ArdNamesake *own, const ArdCapture *call)
{
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));

  if (own->used >= FEWEST_USES_GO && own->used >= USES_PER_DROP * own->dropped)
    return TRUE;
  return !own->member && own->dropped <= own->used + 1 && own->dropped < FEWEST_HABIT &&
         !ard_words_have (ambiguous, name);
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

  if (!own || own->n_fallible < own->n || ard_callee_cleans_up (name) || ard_words_part (given_back, name) ||
      (call->function != ARD_NONE && ard_words_part (given_back, function_name (place->corpus, call->function))))
    return FALSE;
  if (place->tongue == ARD_TONGUE_CPP && own->member && ard_receiver (callee, strlen (callee)).length)
    return FALSE;                       /* whose method it is, the name does not tell */
  if (place->tongue == ARD_TONGUE_RUST) /* the compiler warns, of a function by its plain name for sure */
    return strcmp (callee, name.text) == 0 && !own->member;
  if (place->tongue == ARD_TONGUE_GO)
    return is_own_in_go (place, own, callee) && is_missed_in_go (own, call);
  if (place->tongue == ARD_TONGUE_LUA) /* nil and a reason: the manual's way to return an error */
    return own->used >= FEWEST_USES_LUA && own->used >= USES_PER_DROP_LUA * own->dropped &&
           !ard_words_part (asked, name) && !ard_words_part ("check Check", name) && name.length > 1;
  return !ard_words_part (asked, name) && own->used >= FEWEST_USES && own->used >= USES_PER_DROP * own->dropped &&
         can_hand_on (place->corpus, call->function);
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

/* Tests drop what the program may not, and what others wrote is not its way. */
static void
count_calls (const Place *place)
{
  for (guint32 i = 0; i < place->corpus->captures->len; i++) {
    const ArdCapture *call = &ard_capture (place->corpus, i)->facts;
    GHashTable *table = call->traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_UNLOOKED) ? place->dropped : place->taken;

    if (call->kind == ARD_CAPTURE_CALL && !(call->traits & ARD_TRAIT_VOIDED) &&
        !(ard_file (place->corpus, ard_capture (place->corpus, i)->file)->flags &
          (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED)))
      g_hash_table_insert (table, (gpointer) call->text, GUINT_TO_POINTER (number_of (table, call->text) + 1));
  }
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
  if (strcmp (known->callee, "msync") == 0)
    return ard_words_part ("free close Close deinit destroy fini", (ArdSpan){ function, strlen (function) });
  if (strcmp (known->reason, "result-file") == 0)
    return ard_words_part ("tmp Tmp temp Temp cache Cache", receiver);
  return FALSE;
}

/* Whether the function looks at the stream later, or leaves that to who opened it: fclose and ferror tell of writes. */
static gboolean
is_seen_at_close (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *call = ard_capture (corpus, row);
  const ArdFile *file = ard_file (corpus, call->file);
  gboolean opened = FALSE, dropped = FALSE;

  for (guint32 i = file->first_capture; i < file->first_capture + file->n_captures; i++) {
    const ArdCapture *other = &ard_capture (corpus, i)->facts;
    ArdSpan name = { other->text, strlen (other->text) };

    if (other->kind != ARD_CAPTURE_CALL || other->function != call->facts.function)
      continue;
    if (i < row && other->traits & ARD_TRAIT_DISCARDED && strcmp (other->text, call->facts.text) == 0)
      return TRUE; /* the first one speaks for all */
    if (ard_words_have ("ferror", name) ||
        (ard_words_have ("fclose fflush", name) && !(other->traits & ARD_TRAIT_DISCARDED)))
      return TRUE;
    opened |= ard_words_have ("fopen fdopen", name);
    dropped |= strcmp (other->text, "fclose") == 0;
  }
  return !opened || !dropped;
}

/* What is made or thrown away: the next call that needs it shows that it failed. */
static gboolean
is_shown_later (const ArdCorpus *corpus, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (corpus, row)->facts;

  if (strcmp (known->reason, "result-stream") == 0)
    return is_seen_at_close (corpus, row);
  if (strcmp (known->callee, "fread") == 0 || strcmp (known->callee, "fgets") == 0)
    return ard_call_is_followed (corpus, row, "ferror");
  if (strcmp (known->reason, "result-made") != 0 && strcmp (known->reason, "result-deleted") != 0)
    return FALSE;
  if (call->function != ARD_NONE && strcmp (known->reason, "result-deleted") == 0 && !ard_call_is_only (corpus, row) &&
      !ard_words_part ("elete emove rase nlink", function_name (corpus, call->function)))
    return TRUE; /* cleaning up behind itself */
  return call->function == ARD_NONE || !ard_call_is_last (corpus, row) ||
         ard_words_part (tidies, function_name (corpus, call->function)) ||
         ard_words_part (tidied, (ArdSpan){ call->text, strlen (call->text) });
}

/* PHP: whether its warning stands at the terminal of who runs it; what an app/ holds mostly answers a browser. */
static gboolean
warns_at_terminal (const Place *place)
{
  const char *path = ard_file (place->corpus, place->file)->path;
  g_autofree char *folders = g_strdup_printf ("/%s", path);

  return ard_programs_own (place->programs, place->file) &&
         (!strstr (folders, "/app/") || strstr (folders, "/Console/")) &&
         !ard_words_part ("server.php index.php bootstrap.php", (ArdSpan){ path, strlen (path) });
}

/* Whether the value beside the error, which is nil then, is kept. */
static gboolean
is_kept (const ArdCapture *call, const ArdResult *known)
{
  return call->traits & ARD_TRAIT_UNLOOKED && strcmp (known->reason, "result-nil") == 0;
}

static void
judge_call (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gboolean voided = (call->traits & ARD_TRAIT_VOIDED) != 0;
  const ArdResult *known = find_known (place, call);

  if (known && voided && place->tongue != ARD_TONGUE_RUST && !is_kept (call, known))
    return;
  if (known && is_shown_later (place->corpus, row, known))
    return;
  if (known && place->tongue == ARD_TONGUE_CPP && strcmp (known->callee, "getline") == 0)
    return; /* std::getline gives its stream */
  if (known && is_passing (place->corpus, call, known))
    return;
  if (known && (place->stops || strstr (ard_file (place->corpus, place->file)->path, "regress/")))
    return;
  if (known && place->tongue == ARD_TONGUE_PHP && warns_at_terminal (place))
    return;
  if (ard_capture_way_out (place->corpus, row) != ARD_NONE ||
      (place->tongue != ARD_TONGUE_SHELL && ard_call_is_last_word (place->corpus, row)) ||
      is_at_the_end (place->corpus, call))
    return; /* the first error counts */
  if (known && is_habit (place, call, known))
    return;
  if (known && (strcmp (known->reason, "result-folder") == 0 || strcmp (known->reason, "result-rename") == 0) &&
      ard_call_is_last_resort (place->corpus, row))
    return;
  if (known)
    ard_findings_point (findings, place->corpus, settings, rule, row, known->value, known->reason);
  else if (!voided && is_own_fallible (place, call))
    ard_findings_point (findings, place->corpus, settings, rule, row, 1,
                        place->tongue == ARD_TONGUE_GO ? "result-own-go" : "result-own");
}

/* What may be nothing and is used all the same. */
static void
judge_unlooked (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gboolean memory =
      ard_words_have ("malloc calloc realloc strdup strndup", (ArdSpan){ call->text, strlen (call->text) });
  guint unlooked = number_of (place->dropped, call->text);

  if (memory && unlooked > MOST_UNLOOKED && unlooked * LOOKS > number_of (place->taken, call->text))
    return; /* it takes memory for endless */
  ard_findings_point (findings, place->corpus, settings, rule, row, memory || place->tongue == ARD_TONGUE_LUA ? 1 : 1.5,
                      "result-unlooked");
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
    else if (capture->facts.kind == ARD_CAPTURE_CALL && traits & ARD_TRAIT_UNLOOKED)
      judge_unlooked (&place, settings, findings, rule, i);
    else if (capture->facts.kind == ARD_CAPTURE_IGNORED)
      judge_words (&place, settings, findings, rule, i);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_ignored_result = { "ignored-result", run };
