#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/dropped.h"
#include "analyzers/handlers.h"
#include "analyzers/last.h"
#include "analyzers/namesakes.h"
#include "analyzers/own_results.h"
#include "analyzers/point.h"
#include "analyzers/programs.h"
#include "analyzers/purpose.h"
#include "analyzers/results.h"
#include "analyzers/unlooked.h"
#include "analyzers/usage.h"
#include "model/rule.h"

/* Functions and things about which nobody worries when something is left behind. */
static const char tidies[] =
    "clean Clean clear Clear close Close tear Tear stop Stop shut Shut finish Finish reset Reset "
    "evict purge Purge prune Prune cache Cache tmp temp Temp test Test rollback cancel Cancel "
    "dispose Dispose destroy Destroy cleanup main";
static const char tidied[] = "tmp Tmp temp Temp cache Cache lock Lock old Old backup Backup pid Pid sock log Log";

/* What is dropped so many times as often as it is looked at is the way of the repository (house). */
#define HABIT 2

/* What is dropped more often is asked of nobody: it would be one question many times over (house). */
#define MOST_ASKED 30

typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  const ArdPrograms *programs;
  const ArdUsage *usage;
  ArdImports imports;
  guint32 file;
  ArdTongue tongue;
  gboolean stops; /* a script that ends at the first error */
  gboolean tests; /* Go: a file that imports the testing package */
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

static ArdSpan
function_name (const ArdCorpus *corpus, guint32 function)
{
  const char *name = ard_function (corpus, function)->facts.name;

  return ard_simple_name (name, strlen (name));
}

/* Whether the repository drops it so often that it would be one question many times over. */
static gboolean
is_endless (const Place *place, const ArdCapture *call, const ArdResult *known)
{
  ArdUse use = ard_usage_of (place->usage, call->text);

  return known->value < 2 && place->tongue != ARD_TONGUE_SHELL && use.dropped > MOST_ASKED &&
         use.dropped > HABIT * use.taken;
}

/* Destructors and what runs when the program crashes. */
static gboolean
is_at_the_end (const ArdCorpus *corpus, const ArdCapture *call)
{
  const char *name = call->function == ARD_NONE ? "" : ard_function (corpus, call->function)->facts.name;

  return strchr (name, '~') || ard_words_part ("ExceptionFilter crash Crash", (ArdSpan){ name, strlen (name) });
}

/* Whether it writes for a reader at a terminal, or a byte into a pipe that somebody waits at: a full one wakes as well.
 */
static gboolean
is_for_the_moment (const ArdCorpus *corpus, const ArdCapture *call, const ArdResult *known)
{
  const char *function = call->function == ARD_NONE ? "" : ard_function (corpus, call->function)->facts.name;

  return ard_words_part ("stdout stderr stdin term", ard_receiver (call->text, strlen (call->text))) ||
         (strcmp (known->reason, "result-write") == 0 &&
          ard_words_part ("sig Sig handler Handler wake Wake notify Notify interrupt alarm",
                          (ArdSpan){ function, strlen (function) }));
}

/* Whether it writes a log, whose writer has nobody to tell, or throws a temporary file away. */
static gboolean
is_passing (const ArdCorpus *corpus, const ArdCapture *call, const ArdResult *known)
{
  ArdSpan receiver = ard_receiver (call->text, strlen (call->text));
  const char *function = call->function == ARD_NONE ? "" : ard_function (corpus, call->function)->facts.name;

  if (ard_words_part ("log", receiver))
    return TRUE;
  if (strcmp (known->reason, "result-write") == 0 &&
      ard_words_part ("log Log debug Debug trace Trace print Print profil Profil",
                      (ArdSpan){ function, strlen (function) }))
    return TRUE;
  if (strcmp (known->reason, "result-rename") == 0 &&
      ard_name_has_word ("log logs logger rotate rotates", (ArdSpan){ function, strlen (function) }))
    return TRUE;
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

/* Whether the text shows that nothing is lost: the shell stops, another call tells, the first error counts. */
static gboolean
is_answered (const Place *place, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;

  if (call->traits & ARD_TRAIT_VOIDED && place->tongue != ARD_TONGUE_RUST && !is_kept (call, known))
    return TRUE;
  if (place->tongue == ARD_TONGUE_CPP && strcmp (known->callee, "getline") == 0)
    return TRUE; /* std::getline gives its stream */
  if (is_for_the_moment (place->corpus, call, known) || place->stops ||
      strstr (ard_file (place->corpus, place->file)->path, "regress/") || is_shown_later (place->corpus, row, known))
    return TRUE;
  return (strcmp (known->reason, "result-folder") == 0 || strcmp (known->reason, "result-rename") == 0) &&
         ard_call_is_last_resort (place->corpus, row);
}

/*
 * Whether the repository has a method of that name, so that whose this is the name does not tell; in Rust whether it is
 * a method at all, whose Result the compiler would miss.
 */
static gboolean
may_be_of_others (const Place *place, const ArdCapture *call, const ArdResult *known)
{
  static const guint jvm = ARD_TONGUES (JAVA) | ARD_TONGUES (KOTLIN) | ARD_TONGUES (SCALA);
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));

  if (place->tongue == ARD_TONGUE_RUST)
    return !(call->traits & ARD_TRAIT_VOIDED) && *known->callee == '.';
  return jvm & (1u << place->tongue) && ard_namesakes_find (place->names, place->tongue, name);
}

/* Go: what a walk is given that begins on its line: 1 lets errors out to be dropped here, -1 none, 0 not seen. */
static int
walk_lets_out (const Place *place, const ArdCapture *call)
{
  const ArdFile *file = ard_file (place->corpus, place->file);
  ArdSpan name = ard_simple_name (call->text, strlen (call->text));

  if (place->tongue != ARD_TONGUE_GO || !ard_words_have ("Walk WalkDir", name))
    return 0;
  for (guint32 i = file->first_function; i < file->first_function + file->n_functions; i++) {
    const ArdFunction *given = &ard_function (place->corpus, i)->facts;

    if (given->start_line == call->start_line && given->traits & ARD_FUNCTION_FALLIBLE)
      return given->traits & ARD_FUNCTION_FAILS ? 1 : -1;
  }
  return 0;
}

/* Whether what is known around speaks against a finding: the way of the repository, what the call works on, who else
 * hears of the failure, what is asked right behind it. */
static gboolean
is_doubted (const Place *place, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;

  if (place->tongue != ARD_TONGUE_SHELL && ard_use_is_habit (ard_usage_of (place->usage, call->text)))
    return TRUE;
  if (ard_usage_is_known (place->usage) &&
      ard_words_have ("result-folder result-scan", (ArdSpan){ known->reason, strlen (known->reason) }))
    return TRUE; /* what goes wrong behind it mostly shows by itself */
  if (call->traits & ARD_TRAIT_PASSING || ard_call_is_verified (place->corpus, row))
    return TRUE;
  return place->tongue == ARD_TONGUE_PHP && (ard_usage_hears_warnings (place->usage) || warns_at_terminal (place));
}

/* Points of a call of the tables. What its place, its name or the habit of the repository excuses is a question. */
static double
judge_known (const Place *place, guint32 row, const ArdResult *known)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;

  if (is_answered (place, row, known) || is_endless (place, call, known) || walk_lets_out (place, call) < 0)
    return 0;
  if (walk_lets_out (place, call) > 0)
    return known->value; /* handed on to nobody, in so many words */
  if (may_be_of_others (place, call, known))
    return place->tongue == ARD_TONGUE_RUST ? 0 : ARD_QUESTION;
  if (is_doubted (place, row, known) || is_passing (place->corpus, call, known) || is_at_the_end (place->corpus, call))
    return MIN (known->value, ARD_QUESTION);
  return known->value;
}

/* A finding or a question, with what the rest of the repository does with the same call. */
static void
point (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row, double value,
       const char *reason)
{
  ArdUse use = ard_usage_of (place->usage, ard_capture (place->corpus, row)->facts.text);
  guint before = findings->len;

  ard_findings_point (findings, place->corpus, settings, rule, row, value, reason);
  if (findings->len == before)
    return;

  ArdFinding *finding = &g_array_index (findings, ArdFinding, before);

  finding->peers = use.taken + use.dropped - (use.dropped > 0);
  finding->peers_looked = use.taken;
}

static void
judge_call (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const ArdCapture *call = &ard_capture (place->corpus, row)->facts;
  const ArdResult *known = find_known (place, call);
  const char *reason = known ? known->reason : place->tongue == ARD_TONGUE_GO ? "result-own-go" : "result-own";
  double value = 0;

  if (ard_capture_way_out (place->corpus, row) != ARD_NONE ||
      (place->tongue != ARD_TONGUE_SHELL && ard_call_is_last_word (place->corpus, row)))
    return; /* the first error counts */
  if (known)
    value = judge_known (place, row, known);
  else if (!(call->traits & ARD_TRAIT_VOIDED) && !is_at_the_end (place->corpus, call))
    value = ard_own_result_judge (place->corpus, place->names, &place->imports, place->file, place->tongue, call,
                                  place->usage);
  if (value > 0)
    point (place, settings, findings, rule, row, value, reason);
}

/* What may be nothing and is used all the same. */
static void
judge_unlooked (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  double value = ard_unlooked_judge (place->corpus, place->names, place->programs, place->usage, place->tongue, row);

  if (value > 0)
    ard_findings_point (findings, place->corpus, settings, rule, row, value, "result-unlooked");
}

static void
judge_words (const Place *place, const ArdSettings *settings, ArdFindings *findings, guint rule, guint32 row)
{
  const char *reason = ard_dropped_reason (place->corpus, place->tongue, row);

  if (reason)
    ard_findings_point (findings, place->corpus, settings, rule, row,
                        ard_call_is_verified (place->corpus, row) ? ARD_QUESTION : 1, reason);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("ignored-result"), first = findings->len;
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);
  g_autoptr (ArdPrograms) programs = ard_programs_new (corpus);
  g_autoptr (ArdUsage) usage = ard_usage_new (corpus);
  Place place = { .corpus = corpus, .names = names, .programs = programs, .usage = usage, .file = ARD_NONE };

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint traits = capture->facts.traits;

    if (capture->file != place.file) {
      place.file = capture->file;
      place.tongue = ard_tongue_of (ard_file (corpus, place.file));
      place.stops = place.tongue == ARD_TONGUE_SHELL && ard_shell_stops (corpus, place.file);
      ard_imports_read (&place.imports, corpus, place.file);
      place.tests = place.tongue == ARD_TONGUE_GO && ard_imports_have (&place.imports, "=testing");
    }
    if (place.tests)
      continue;
    if (capture->facts.kind == ARD_CAPTURE_CALL && traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_VOIDED) &&
        !(traits & (ARD_TRAIT_AWAITED | ARD_TRAIT_COMMENTED)))
      judge_call (&place, settings, findings, rule, i);
    else if (capture->facts.kind == ARD_CAPTURE_CALL && traits & ARD_TRAIT_UNLOOKED && !(traits & ARD_TRAIT_VOIDED))
      judge_unlooked (&place, settings, findings, rule, i);
    else if (capture->facts.kind == ARD_CAPTURE_IGNORED)
      judge_words (&place, settings, findings, rule, i);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_ignored_result = { "ignored-result", run };
