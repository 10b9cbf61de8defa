#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/dropped.h"
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

/* Rust's own of these names are dropped on purpose everywhere: messages, output, what may be done already. */
static const char harmless_rust[] =
    "send try_send write_str write_fmt init try_init set recv wait join flush print unwrap";

/* A function whose result nearly all callers take: 4 of 5, and three at the least (house). */
#define FEWEST_USES 3
#define USES_PER_DROP 4

typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  const ArdPrograms *programs;
  ArdImports imports;
  guint32 file;
  ArdTongue tongue;
  gboolean stops; /* a script that ends at the first error */
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

/* Whether a Go call can be one of the functions of that name: not a package of others, not a method known otherwise. */
static gboolean
is_own_in_go (const Place *place, const ArdNamesake *own, const char *callee)
{
  ArdSpan receiver = ard_receiver (callee, strlen (callee)), name = ard_simple_name (callee, strlen (callee));

  if (!receiver.length)
    return TRUE;

  const char *import = ard_imports_named (&place->imports, receiver);

  if (import)
    return strchr (import, '.') != NULL && !own->member;
  return own->member && !ard_words_have (ambiguous, name);
}

/* Rust: a try_… is the strict twin of what drops its error on purpose, the others tell somebody who may have left. */
static gboolean
is_lenient (ArdSpan name)
{
  static const char *const heads[] = { "try_", "print",  "log",  "show",  "draw",
                                       "send", "notify", "emit", "flush", "remove" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (name.length >= strlen (heads[i]) && memcmp (name.text, heads[i], strlen (heads[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_own_fallible (const Place *place, const char *callee)
{
  ArdSpan name = ard_simple_name (callee, strlen (callee));
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, name);

  if (!own || own->n_fallible < own->n || ard_callee_cleans_up (name))
    return FALSE;
  if (place->tongue == ARD_TONGUE_CPP && own->member && ard_receiver (callee, strlen (callee)).length)
    return FALSE; /* whose method it is, the name does not tell */
  if (place->tongue == ARD_TONGUE_RUST)
    return !ard_words_have (harmless_rust, name) && !is_lenient (name);
  if (place->tongue == ARD_TONGUE_GO)
    return is_own_in_go (place, own, callee) && (own->dropped < FEWEST_USES || own->dropped <= own->used);
  return own->used >= FEWEST_USES && own->used >= USES_PER_DROP * own->dropped;
}

static const char *
reason_of_own (ArdTongue tongue)
{
  if (tongue == ARD_TONGUE_RUST)
    return "dropped-rust";
  return tongue == ARD_TONGUE_GO ? "result-own-go" : "result-own";
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
  if (strcmp (known->reason, "result-file") == 0)
    return ard_words_part ("tmp Tmp temp Temp cache Cache", receiver);
  return FALSE;
}

/* Rust's Drop, on the way out. */
static gboolean
is_drop (const ArdCorpus *corpus, guint32 function)
{
  return function != ARD_NONE && g_str_has_suffix (ard_function (corpus, function)->facts.name, "::drop");
}

static void
judge_call (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  gboolean voided = (call->traits & ARD_TRAIT_VOIDED) != 0;
  const ArdResult *known = find_known (place, call);

  if (known && voided && !(place->tongue == ARD_TONGUE_GO && known->value >= 2) && place->tongue != ARD_TONGUE_RUST)
    return;
  if (known && !voided && place->tongue == ARD_TONGUE_RUST)
    return; /* its compiler warns */
  if (known && place->tongue == ARD_TONGUE_CPP && strcmp (known->callee, "getline") == 0)
    return; /* std::getline gives its stream */
  if (known && is_passing (place->corpus, call, known))
    return;
  if (known && place->stops)
    return;
  if (known && place->tongue == ARD_TONGUE_PHP && ard_programs_own (place->programs, place->file))
    return; /* its warning stands at the terminal */
  if (known && ard_callee_cleans_up (ard_simple_name (call->text, strlen (call->text))) &&
      ard_capture_way_out (place->corpus, row) != ARD_NONE)
    return;
  if (known)
    ard_findings_point (findings, place->corpus, settings, rule, row, voided ? 1 : known->value, known->reason);
  else if (voided == (place->tongue == ARD_TONGUE_RUST) && is_own_fallible (place, call->text) &&
           !is_drop (place->corpus, call->function))
    ard_findings_point (findings, place->corpus, settings, rule, row, 1, reason_of_own (place->tongue));
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
  Place place = { .corpus = corpus, .names = names, .programs = programs, .file = ARD_NONE };

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
        !(traits & ARD_TRAIT_AWAITED))
      judge_call (&place, settings, findings, rule, i);
    else if (capture->facts.kind == ARD_CAPTURE_IGNORED)
      judge_words (&place, settings, findings, rule, i);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_ignored_result = { "ignored-result", run };
