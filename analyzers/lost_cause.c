#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/handled.h"
#include "analyzers/point.h"
#include "model/rule.h"

/* Languages that keep the error at hand with every new one by themselves: __context__, Exception#cause. */
#define CHAINED_ANYWAY (ARD_TONGUES (PYTHON) | ARD_TONGUES (RUBY))

static const char *
reason_of (ArdTongue tongue)
{
  switch (tongue) {
  case ARD_TONGUE_GO:
    return "cause-go";
  case ARD_TONGUE_JAVASCRIPT:
    return "cause-javascript";
  case ARD_TONGUE_CSHARP:
    return "cause-csharp";
  case ARD_TONGUE_PHP:
    return "cause-php";
  case ARD_TONGUE_CPP:
    return "cause-cpp";
  case ARD_TONGUE_RUST:
    return "cause-rust";
  default:
    return "cause-trace";
  }
}

/* A throw of the caught error by its name resets its stack in C#; elsewhere, or of another one, it is the same error.
 */
static gboolean
resets_trace (ArdTongue tongue, const ArdCapture *throw, const ArdCapture *handler)
{
  return tongue == ARD_TONGUE_CSHARP && handler->traits & ARD_TRAIT_USES_ERROR && !(throw->traits & ARD_TRAIT_NEW) &&
         throw->traits & ARD_TRAIT_USES_ERROR && *throw->text && !strpbrk (throw->text, "(.");
}

/* The last name of what is raised. */
static ArdSpan
raised (const char *text)
{
  const char *start = g_str_has_prefix (text, "new ") ? text + strlen ("new ") : text;

  return ard_simple_name (start, strcspn (start, " ({"));
}

/* fmt.Errorf ("…: %v", err): the words of the old error are kept, what errors.Is and errors.As ask for is not. */
static gboolean
breaks_chain (ArdTongue tongue, const ArdCapture *throw)
{
  return tongue == ARD_TONGUE_GO && throw->traits & ARD_TRAIT_NEW && throw->traits & ARD_TRAIT_USES_ERROR &&
         strstr (throw->text, "fmt.Errorf(") && !strstr (throw->text, "%w") &&
         (strstr (throw->text, "%v\", err)") || strstr (throw->text, "%s\", err)"));
}

/* Go: errors.New of what was read elsewhere, as the output of a command: the better message. */
static gboolean
has_other_message (ArdTongue tongue, const char *text)
{
  const char *start = strstr (text, "errors.New(");

  return tongue == ARD_TONGUE_GO && start && start[strlen ("errors.New(")] != '"' &&
         start[strlen ("errors.New(")] != '`';
}

/* What is said of what was given, where the old error has no more to say: "invalid URL 'x'". */
static const char refusals[] = "nvalid nsupported nknown nrecognized alformed \"bad";

/* Go's functions that have one error only, whose words say no more than which function it was. */
static const char single[] = "filepath.Match path.Match utf8.DecodeRune hex.DecodeString";

/* New errors of a folder without their cause, from which on its habit is known (house). */
#define FEWEST_OF_HABIT 3

/* What answers a request: the status is for a client, who must not see the cause; whether a log has it is not told. */
static double
value_of (const char *text)
{
  return strstr (text, "Status") || strstr (text, "Http") ? ARD_QUESTION : 1;
}

/* Whether it refuses what the block was given, and shows it. */
static gboolean
refuses (const ArdHandled *handled, const char *text)
{
  return ard_words_part (refusals, (ArdSpan){ text, strlen (text) }) && strpbrk (text, "%{+,") &&
         !handled->callees.changes;
}

/*
 * Folders whose errors are wrapped by %w: there %v is an oversight, elsewhere a choice. Free with g_hash_table_unref.
 */
static GHashTable *
find_wrapping (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *throw = &ard_capture (corpus, i)->facts;

    if (throw->kind == ARD_CAPTURE_THROW && strstr (throw->text, "fmt.Errorf(") && strstr (throw->text, "%w"))
      g_hash_table_add (folders, g_path_get_dirname (ard_file (corpus, ard_capture (corpus, i)->file)->path));
  }
  return g_steal_pointer (&folders);
}

static gboolean
is_oversight (GHashTable *wrapping, const ArdFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);

  return g_hash_table_contains (wrapping, folder);
}

/*
 * Whether the new error says all that the old one could: what was asked has another form or is not there; the handler
 * takes one variant or condition only; the block itself raised the old one, or the new one shows what it refuses.
 */
static gboolean
says_all (const ArdHandled *handled, const ArdCapture *throw)
{
  if (handled->breadth == ARD_BREADTH_EXPECTED || handled->own || handled->handler->traits & ARD_TRAIT_GUARDED)
    return TRUE;
  if (handled->tongue == ARD_TONGUE_RUST && handled->breadth == ARD_BREADTH_NARROW)
    return TRUE;
  return has_other_message (handled->tongue, throw->text) || refuses (handled, throw->text);
}

/* Whether the block, by its names, only converts or looks, or the same type goes on its way. */
static gboolean
converts (const ArdHandled *handled, const ArdCapture *throw)
{
  ArdSpan type = raised (throw->text), caught;
  const char *at = handled->handler->text;

  while (ard_next_word (&at, &caught)) {
    ArdSpan simple = ard_simple_name (caught.text, caught.length);

    if (simple.length == type.length && memcmp (simple.text, type.text, type.length) == 0)
      return TRUE;
  }
  return ard_type_is_expected (type) || ard_handled_only_asks (handled) || ard_handled_throws_itself (handled);
}

/* Folders of Go: in how many handlers a new error says the old one, in how many not. */
typedef struct {
  guint carried, dropped;
} Habit;

static GHashTable *
find_habits (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *throw = &ard_capture (corpus, i)->facts;
    const ArdFile *file = ard_file (corpus, ard_capture (corpus, i)->file);
    g_autofree char *folder = NULL;
    Habit *habit;

    if (throw->kind != ARD_CAPTURE_THROW || throw->parent == ARD_NONE || !(throw->traits & ARD_TRAIT_NEW) ||
        ard_tongue_of (file) != ARD_TONGUE_GO || ard_capture (corpus, throw->parent)->facts.kind != ARD_CAPTURE_HANDLER)
      continue;
    folder = g_path_get_dirname (file->path);
    habit = g_hash_table_lookup (folders, folder);
    if (!habit)
      g_hash_table_insert (folders, g_steal_pointer (&folder), habit = g_new0 (Habit, 1));
    *(throw->traits & ARD_TRAIT_USES_ERROR ? &habit->carried : &habit->dropped) += 1;
  }
  return g_steal_pointer (&folders);
}

/* Whether new errors without the old one are what the folder does. */
static gboolean
is_habit (GHashTable *habits, const ArdFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  const Habit *habit = g_hash_table_lookup (habits, folder);

  return habit && habit->dropped >= FEWEST_OF_HABIT && habit->dropped > habit->carried;
}

/* Whether the message is no text but asked for: of a table, for people to read in their language. */
static gboolean
is_translated (ArdTongue tongue, const char *text)
{
  const char *open = tongue == ARD_TONGUE_GO           ? strstr (text, "fmt.Errorf(")
                     : tongue == ARD_TONGUE_JAVASCRIPT ? strchr (text, '(')
                                                       : NULL;

  if (!open)
    return FALSE;
  open = strchr (open, '(') + 1;
  open += strspn (open, " ");
  return g_ascii_isalpha (*open) &&
         (tongue == ARD_TONGUE_GO || strcspn (open, "(") < strcspn (open, "\"'`,)")); /* new Error (t ("no")) */
}

/* Go: whether another error is wrapped in its place, or the callee has only one that it could be. */
static gboolean
is_told_otherwise (const ArdHandled *handled, const ArdCapture *throw)
{
  const char *at = handled->block ? handled->block->text : "";
  ArdSpan callee;

  if (handled->tongue != ARD_TONGUE_GO)
    return FALSE;
  if (strstr (throw->text, "%w"))
    return TRUE;
  while (ard_next_word (&at, &callee)) {
    if (*callee.text == ';')
      callee = (ArdSpan){ callee.text + 1, callee.length - 1 };
    if (!ard_words_have (single, callee))
      return FALSE;
  }
  return handled->callees.n > 0;
}

/* C++: whether it answers a call that failed, and no exception: errno is the cause, and how a new one takes it is its
 * own matter. */
static gboolean
is_of_status (const ArdHandled *handled)
{
  return handled->tongue == ARD_TONGUE_CPP && !*handled->handler->text &&
         !(handled->handler->traits & ARD_TRAIT_CATCH_ALL);
}

/* Points of an error without its cause. A conversion needs none, but under every type of error it may hide a bug. */
static double
judge (const ArdHandled *handled, const ArdCapture *throw, GHashTable *habits)
{
  if (is_of_status (handled) || says_all (handled, throw))
    return 0;
  if (converts (handled, throw))
    return handled->breadth >= ARD_BREADTH_BROAD ? ARD_QUESTION : 0;
  if (handled->handler->traits & ARD_TRAIT_LOGS) /* the log may have it */
    return ARD_QUESTION;
  if (is_told_otherwise (handled, throw) || is_translated (handled->tongue, throw->text) ||
      (handled->tongue == ARD_TONGUE_GO && is_habit (habits, ard_file (handled->corpus, handled->file))))
    return ARD_QUESTION;
  return throw->traits & ARD_TRAIT_GUARDED ? ARD_QUESTION : value_of (throw->text);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("lost-cause"), first = findings->len;
  g_autoptr (GHashTable) own = ard_own_types (corpus);
  g_autoptr (GHashTable) wrapping = find_wrapping (corpus), habits = find_habits (corpus);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    const ArdCapture *throw = &capture->facts;

    if (throw->kind != ARD_CAPTURE_THROW || throw->parent == ARD_NONE)
      continue;

    const ArdCapture *handler = &ard_capture (corpus, throw->parent)->facts;
    ArdTongue tongue = ard_tongue_of (ard_file (corpus, capture->file));

    if (handler->kind != ARD_CAPTURE_HANDLER || handler->function != throw->function || CHAINED_ANYWAY & (1u << tongue))
      continue;
    ArdHandled handled = ard_handled_open (corpus, throw->parent, own);

    if (resets_trace (tongue, throw, handler))
      ard_findings_point (findings, corpus, settings, rule, i, 1, "cause-csharp-reset");
    else if (breaks_chain (tongue, throw) && is_oversight (wrapping, ard_file (corpus, capture->file)) &&
             !(handler->traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_EXPLAINED)) && judge (&handled, throw, habits) > 0)
      ard_findings_point (findings, corpus, settings, rule, i, ARD_QUESTION, reason_of (tongue));
    else if (throw->traits & ARD_TRAIT_NEW && !(throw->traits & ARD_TRAIT_USES_ERROR) &&
             !(handler->traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_EXPLAINED | ARD_TRAIT_USES_ERROR)) &&
             judge (&handled, throw, habits) > 0)
      ard_findings_point (findings, corpus, settings, rule, i, judge (&handled, throw, habits), reason_of (tongue));
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_lost_cause = { "lost-cause", run };
