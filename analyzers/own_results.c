#include "analyzers/own_results.h"

#include <string.h>

#include "analyzers/go_calls.h"
#include "analyzers/point.h"
#include "analyzers/purpose.h"

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
#define USED_PER_DROP_GO 2
#define FEWEST_USES 10
#define USES_PER_DROP 10

/* One that so many callers take, and so many for one that does not, is a question (house). */
#define FEWEST_ASKED 3
#define ASKED_PER_DROP 2

/* What is dropped so often is the way of the repository (house, after Engler). */
#define FEWEST_HABIT 10

/* What is made: the next call that needs it shows that it is not there. */
static const char made[] = "mkdir make_dir makedir make_folder create_dir MakeDir makeDir createDir Mkdir";

/* Functions of one name that are looked at; of a name that more have, nobody can tell. */
#define MOST_NAMESAKES 256

/* Own functions whose value is asked for, or that give something back, whatever the words around it. */
static const char asked[] = "get Get find Find cmp Cmp compare Compare stat Stat lookup Lookup search Search to_string "
                            "ToString exists Exists is_ has_ parse Parse count Count insert append add_ push";
static const char given_back[] =
    "Prune prune delete Delete Remove Close Cleanup Unlock Release Stop Cancel Kill Free Destroy delete_ "
    "remove_ unlink free destroy cleanup release stop cancel close _fini _exit _deinit";

typedef struct {
  const ArdCorpus *corpus;
  const ArdImports *imports;
  guint32 file;
  const ArdCapture *call;
  ArdSpan name, receiver;
  const ArdNamesake *own;
  ArdUse calls;
  gboolean known; /* there is more of the repository than what is at hand */
} Call;

static ArdSpan
function_name (const ArdCorpus *corpus, guint32 function)
{
  const char *name = ard_function (corpus, function)->facts.name;

  return ard_simple_name (name, strlen (name));
}

static gboolean
is_fallible (const ArdCorpus *corpus, guint32 function)
{
  return function != ARD_NONE && ard_function (corpus, function)->facts.traits & ARD_FUNCTION_FALLIBLE;
}

/* Whether so many callers take the result, and so many for each that does not. */
static gboolean
is_taken (const ArdNamesake *own, guint fewest, guint per_drop)
{
  return own->used >= fewest && own->used >= per_drop * own->dropped;
}

/* Whether each handler of the function that hands its error on has told of it before: the caller's silence loses
 * nothing. */
static gboolean
tells_itself (const ArdCorpus *corpus, guint32 function)
{
  const ArdFile *file = ard_file (corpus, ard_function (corpus, function)->file);
  guint told = 0;

  for (guint32 i = file->first_capture; i < file->first_capture + file->n_captures; i++) {
    const ArdCapture *handler = &ard_capture (corpus, i)->facts;

    if (handler->kind != ARD_CAPTURE_HANDLER || handler->function != function)
      continue;
    if (handler->traits & ARD_TRAIT_THROWS && !(handler->traits & ARD_TRAIT_TELLS))
      return FALSE;
    told += (handler->traits & ARD_TRAIT_TELLS) != 0;
  }
  return told > 0;
}

static gboolean
tell_themselves (const Call *at)
{
  for (guint i = 0; i < at->own->functions->len && i < MOST_NAMESAKES; i++)
    if (!tells_itself (at->corpus, g_array_index (at->own->functions, guint32, i)))
      return FALSE;
  return TRUE;
}

/* Whether nothing else is known, or most callers look; where it is the only one, whether the function changes what
 * outlives it. */
static gboolean
is_missed_in_go (const Call *at)
{
  if (!at->known)
    return TRUE;
  if (at->own->used || at->own->dropped > 1)
    return at->own->used >= USED_PER_DROP_GO * at->own->dropped;
  return ard_name_is_change (at->name);
}

/*
 * What a plain function of Go returns its signature says for sure: it is missed unless dropping it is the way here.
 * Whose method a name is the text does not say: there most must look, and it stays a question.
 */
static double
judge_go (const Call *at)
{
  gboolean method = at->own->member && at->receiver.length;

  if (at->own->n_fallible < at->own->n ||
      !ard_go_calls_own (at->corpus, at->imports, at->file, at->own, at->call->text))
    return 0;
  if (!at->own->n_failing)
    return 0; /* returns nil in any case */
  if (method && (ard_words_have (ambiguous, at->name) || ard_name_begins ("Write", at->name)))
    return 0;
  if (is_taken (at->own, FEWEST_USES_GO, USES_PER_DROP))
    return at->own->member || tell_themselves (at) ? ARD_QUESTION : 1;
  if (at->own->member || at->own->dropped >= FEWEST_HABIT)
    return 0;
  return is_missed_in_go (at) && !ard_words_have (ambiguous, at->name) && !tell_themselves (at) ? 1 : ARD_QUESTION;
}

/* Whether the file is what `local files = require "shop.files"` calls by the receiver: by its name, or its folder's. */
static gboolean
is_module (const ArdCorpus *corpus, guint32 file, ArdSpan receiver)
{
  const char *path = ard_file (corpus, file)->path, *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;

  if (strcspn (name, ".") == receiver.length && memcmp (name, receiver.text, receiver.length) == 0)
    return TRUE;
  if (!slash || (gsize) (slash - path) < receiver.length)
    return FALSE;
  name = slash - receiver.length;
  return (name == path || name[-1] == '/') && memcmp (name, receiver.text, receiver.length) == 0;
}

static gboolean
is_imported (const ArdCorpus *corpus, guint32 from, guint32 file)
{
  const ArdFile *row = ard_file (corpus, from);
  guint32 low = row->first_dependency, high = low + row->n_dependencies;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (ard_dependency (corpus, middle)->to < file)
      low = middle + 1;
    else
      high = middle;
  }
  return low < row->first_dependency + row->n_dependencies && ard_dependency (corpus, low)->to == file;
}

/* How near a function of Lua is to a call: 3 of its file or of the module it names, 2 of one that is imported, 1 of
 * any. */
static guint
nearness (const Call *at, guint32 function)
{
  ArdSpan module = ard_simple_name (at->receiver.text, at->receiver.length);
  guint32 file = ard_function (at->corpus, function)->file;

  if (module.length ? is_module (at->corpus, file, module) : file == at->file)
    return 3;
  return is_imported (at->corpus, at->file, file) ? 2 : 1;
}

/* The functions that a call of Lua may mean, the nearest before all others. */
typedef struct {
  guint n, n_fallible, nearness;
} Meant;

static Meant
find_meant (const Call *at)
{
  Meant meant = { 0, 0, 0 };

  for (guint i = 0; i < at->own->functions->len && i < MOST_NAMESAKES; i++) {
    guint32 function = g_array_index (at->own->functions, guint32, i);
    guint near = nearness (at, function);

    if (near > meant.nearness)
      meant = (Meant){ 0, 0, near };
    if (near < meant.nearness)
      continue;
    meant.n++;
    meant.n_fallible += is_fallible (at->corpus, function);
  }
  return meant;
}

/*
 * Nothing and a reason: the manual's way to return an error. It is missed where the callers show it, and asked for
 * where others look at the same call, or where it is known which function it is.
 */
static double
judge_lua (const Call *at)
{
  Meant meant = find_meant (at);

  if (at->name.length < 2)
    return 0;
  if (at->own->n_fallible == at->own->n && is_taken (at->own, FEWEST_USES_LUA, USES_PER_DROP_LUA) &&
      !ard_words_part (asked, at->name) && !ard_words_part ("check Check", at->name))
    return 1;
  if (meant.n_fallible * 2 <= meant.n)
    return 0;
  return (at->calls.taken && at->calls.taken >= at->calls.dropped) ||
                 (at->own->used && at->own->used >= at->own->dropped) ||
                 (meant.nearness > 1 && meant.n_fallible == meant.n && at->calls.dropped < FEWEST_HABIT)
             ? ARD_QUESTION
             : 0;
}

/* A status by convention, whose callers show that it is one. */
static double
judge_other (const Call *at, ArdTongue tongue)
{
  if (at->own->n_fallible < at->own->n || ard_words_part (asked, at->name))
    return 0;
  if ((tongue == ARD_TONGUE_C || tongue == ARD_TONGUE_CPP) && at->receiver.length)
    return 0; /* whose method it is, or what a pointer leads to, nobody tells */
  if (is_taken (at->own, FEWEST_USES, USES_PER_DROP) && is_fallible (at->corpus, at->call->function))
    return 1;
  return is_taken (at->own, FEWEST_ASKED, ASKED_PER_DROP) ? ARD_QUESTION : 0;
}

/* Rust's compiler warns of a Result that nobody takes: what is left is mostly a variable of the function's name. */
static double
judge_rust (const Call *at)
{
  return at->own->n_fallible == at->own->n && !at->receiver.length && !at->own->member ? ARD_QUESTION : 0;
}

static double
judge (const Call *at, ArdTongue tongue)
{
  switch (tongue) {
  case ARD_TONGUE_GO:
    return judge_go (at);
  case ARD_TONGUE_LUA:
    return judge_lua (at);
  case ARD_TONGUE_RUST:
    return judge_rust (at);
  default:
    return judge_other (at, tongue);
  }
}

double
ard_own_result_judge (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdImports *imports, guint32 file,
                      ArdTongue tongue, const ArdCapture *call, const ArdUsage *usage)
{
  gsize length = strlen (call->text);
  Call at = { corpus,
              imports,
              file,
              call,
              ard_simple_name (call->text, length),
              ard_receiver (call->text, length),
              NULL,
              ard_usage_of (usage, call->text),
              ard_usage_is_known (usage) };

  at.own = ard_namesakes_find (names, tongue, at.name);
  if (!at.own || !at.own->n_fallible || ard_callee_cleans_up (at.name) || ard_words_part (given_back, at.name) ||
      (call->function != ARD_NONE && ard_words_part (given_back, function_name (corpus, call->function))))
    return 0;
  return ard_words_part (made, at.name) ? MIN (judge (&at, tongue), ARD_QUESTION) : judge (&at, tongue);
}
