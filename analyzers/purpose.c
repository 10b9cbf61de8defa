#include "analyzers/purpose.h"

#include <string.h>

/* Calls that give something back: when they fail there is nothing left to do. */
static const char cleanups[] =
    "close closed closequietly closesilently closeall closeasync aclose dispose disposeasync disposequietly cancel "
    "shutdown shutdownnow stop terminate kill killpg unlink unlinksync rm rmsync rmdir rmdirsync rmtree remove "
    "removesync "
    "delete deleteifexists deleterecursively deleteonexit destroy free release unlock unsubscribe unregister "
    "unregisterreceiver removelistener removeeventlistener disconnect abort rollback quit detach interrupt cleanup "
    "clean_up teardown tear_down deinit finalize unload uninstall logout disable detachall releaselock unref";

/* Calls whose failure is an answer: is it there, does it parse, can this platform do it. */
static const char probes[] =
    "from_str_radix from_str from_utf8 parse parseint int float integer complex decimal atoi stoi stol stod tointeger "
    "parsefloat parsedouble parselong "
    "parseboolean tryparse fromstring "
    "valueof decode decodeuri "
    "decodeuricomponent atob btoa url urlsearchparams regexp bigint number require resolve import importlib "
    "import_module "
    "__import__ stat lstat statsync lstatsync access accesssync exists existssync readlink readlinksync realpath "
    "realpathsync forname loadclass getmethod getdeclaredmethod getfield getdeclaredfield getconstructor getattr "
    "hasattr "
    "mkdir mkdirsync mkdirs mkdir_p makedirs createdirectory createdirectories matchmedia getitem setitem removeitem "
    "queryselector queryselectorall matches isatty function "
    "getcontext "
    "canplaytype "
    "findclass getenv getproperty geterrorcode tostring hasownproperty instanceof createevent setselectionrange focus "
    "loads structuredclone cdll unobserve tryadd getelementbyid getelementsbytagname const_get constantize "
    "safe_constantize to_date to_time to_datetime "
    "strptime iso8601 from_lines setdata "
    "compile "
    "decodefromstring readvalue fromjson format simpledateformat json text createrequire blur play scrollintoview "
    "releasepointercapture setpointercapture postmessage vibrate sleep delay setsockopt settimeout tcsetattr setraw "
    "setcbreak";

/* Calls that only keep what another call made. */
static const char neutral[] =
    "push add append put set concat format print printf log debug join trim split get "
    "stringify writeline println puts echo msg mdebug minfo mwarning merror each foreach map filter";

/* Rust: ends of a channel, which fail only when the other end has left. */
static const char channels[] = "send try_send recv try_recv";

/* Inside the names of calls for their side effect, which the work does not depend on. */
static const char aside[] = "otify mail Mail ebhook hook Hook rack etric udit telemetry nalytics ouch icon Icon itle "
                            "beep Beep ibrat oast Inger inger "
                            "cache Cache eport tx.send ooltip opover adge raggable ortable DragImage crollTo lipboard";

/* Of these, what nobody misses: measures, and the small change of a screen. */
static const char trifles[] =
    "cache Cache prefetch preload etric udit telemetry nalytics icon Icon itle beep Beep ibrat oast Inger inger ooltip "
    "opover raggable ortable DragImage crollTo lipboard";

static const char predicates[] =
    "is has can should supports try exists check contains test maybe valid validate looks safe "
    "detect accepts ok alive verify matches equals";

/* The same inside a name: corsEnabled, portAvailable. */
static const char predicate_parts[] =
    "Enabled Supported Supports Available Exists Valid enabled supported available exists";

/* The head or part of a name that asks for something that there may not be: none is an answer of it. */
static const char lookups[] = "find lookup search resolve parse guess try to from as convert decode detect format";
static const char or_else[] =
    "OrNull OrDefault OrElse OrNone OrEmpty OrFalse OrZero _or_none _or_null _or_default Safe safe";

/* Parts of the names of conversions: what has another form is answered by a constant. */
static const char conversions[] =
    "parse Parse decode Decode convert Convert deserializ Deserializ strtotime literal_eval from_json fromJson _to_";

/* Calls that only look: what they ask for may not be there. */
static const char reads[] = "open listdir scandir readdir readdirsync iterdir glob readfile readfilesync readlines "
                            "readtext getpwuid getgrgid getloadavg "
                            "statvfs";

/* What changes something that outlives the call: whoever asked for it takes it for done. */
static const char changes[] =
    "save store write insert update upsert commit persist create put patch send submit upload "
    "rename export import migrate flush transfer pay charge enqueue";

/* Where things are put, which may be there already. */
static const char places[] = "dir Dir older";

gboolean
ard_name_begins (const char *words, ArdSpan name)
{
  while (name.length && *name.text == '_') {
    name.text++;
    name.length--;
  }
  for (gsize length = 1; length <= name.length; length++) {
    gboolean ends = length == name.length || name.text[length] == '_' || g_ascii_isupper (name.text[length]) ||
                    name.text[length] == '?';

    if (ends)
      return ard_words_have_folded (words, (ArdSpan){ name.text, length });
  }
  return FALSE;
}

/* What is given back, where the verb alone may be the work itself: deleteUser. */
static const char handles[] = "ile Dir dir temp Temp older tream onnection ocket istener bserver andler ock hannel "
                              "ursor ubscription";

/* Parts of the names of what keeps data or stands for another machine: to delete or get there is work. */
static const char stores[] = "repo Repo epository dao Dao DAO database Database ataSource ervice odel ollection prisma "
                             "requests axios http Http client Client api Api";

/* Words of which cleanup and the keeping of results have the same names as work on data. */
static const char ambiguous[] = "delete deleteasync remove removeasync destroy get getasync put add append set";

/* repository.delete, axios.get. */
static gboolean
works_on_store (ArdSpan callee, ArdSpan name)
{
  return ard_words_have_folded (ambiguous, name) && ard_words_part (stores, ard_receiver (callee.text, callee.length));
}

/* DeleteFile, closeConnection, remove_listener. */
static gboolean
gives_back (ArdSpan callee, ArdSpan name)
{
  if (works_on_store (callee, name))
    return FALSE;
  return ard_words_have_folded (cleanups, name) || ard_name_begins ("close dispose", name) ||
         (ard_name_begins (cleanups, name) && ard_words_part (handles, name));
}

static gboolean
changes_something (ArdSpan name)
{
  return ard_name_begins (changes, name) && !ard_words_part (places, name);
}

gboolean
ard_callee_cleans_up (ArdSpan callee)
{
  return gives_back (callee, ard_simple_name (callee.text, callee.length));
}

gboolean
ard_callee_is_request (ArdSpan callee)
{
  return ard_words_have_folded ("post put patch delete", ard_simple_name (callee.text, callee.length)) &&
         ard_words_part (stores, ard_receiver (callee.text, callee.length));
}

/* HexToColor: a new word behind "To". */
static gboolean
is_conversion (ArdSpan name)
{
  for (gsize i = 1; i + 2 < name.length; i++)
    if (memcmp (name.text + i, "To", 2) == 0 && !(i == 3 && memcmp (name.text, "try", 3) == 0) &&
        g_ascii_isupper (name.text[i + 2]))
      return TRUE;
  return ard_words_part (conversions, name);
}

/* Count one callee; led: it is called for what it does. */
static void
count (ArdCallees *callees, ArdTongue tongue, ArdSpan callee, gboolean led)
{
  ArdSpan name = ard_simple_name (callee.text, callee.length);
  gboolean cleanup = gives_back (callee, name);
  gboolean probe = ard_words_have_folded (probes, name) || is_conversion (name);
  gboolean reading = ard_words_have_folded (reads, name),
           idle = (ard_words_have_folded (neutral, name) && !works_on_store (callee, name)) ||
                  (tongue == ARD_TONGUE_RUST && ard_words_have (channels, name)) ||
                  (tongue == ARD_TONGUE_RUBY && ard_words_have ("send public_send __send__", name));
  gboolean cached = ard_words_part ("cache Cache", ard_receiver (callee.text, callee.length));
  gboolean side = cached || ard_words_part (aside, name), trifle = cached || ard_words_part (trifles, name);

  callees->n++;
  callees->fails += ard_words_have ("fail Fail must_fail", name);
  callees->cleanup += cleanup;
  callees->probes += probe;
  callees->reads += reading;
  callees->neutral += idle;
  callees->aside += side;
  callees->changes += changes_something (name) && !probe && !side && !idle;
  callees->deeds += led && ard_name_is_kept (name) && !probe && !side && !idle;
  callees->asks +=
      probe || reading || (!changes_something (name) && (ard_name_is_question (name) || ard_name_is_lookup (name)));
  callees->trifles += trifle;
  callees->opaque += !cleanup && !probe && !reading && !idle && !trifle;
  callees->acts += led && !cleanup && !probe && !reading && !idle && !trifle;
}

ArdCallees
ard_callees_read (ArdTongue tongue, const char *text)
{
  ArdCallees callees = { 0 };
  ArdSpan callee;

  while (ard_next_word (&text, &callee))
    count (&callees, tongue, callee, *callee.text == ';');
  return callees;
}

gboolean
ard_name_has_word (const char *words, ArdSpan name)
{
  gsize start = 0;

  for (gsize i = 1; i <= name.length; i++) {
    gboolean ends = i == name.length || name.text[i] == '_' ||
                    (g_ascii_isupper (name.text[i]) && !g_ascii_isupper (name.text[i - 1]));

    if (!ends)
      continue;
    if (ard_words_have_folded (words, (ArdSpan){ name.text + start, i - start }))
      return TRUE;
    start = i + (i < name.length && name.text[i] == '_');
  }
  return FALSE;
}

gboolean
ard_name_is_change (ArdSpan name)
{
  return changes_something (name) && !ard_words_part (aside, name);
}

gboolean
ard_name_is_kept (ArdSpan name)
{
  return ard_name_is_change (name) && !ard_name_begins ("send update create flush", name);
}

gboolean
ard_name_is_question (ArdSpan name)
{
  return (name.length && name.text[name.length - 1] == '?') || ard_name_begins (predicates, name) ||
         ard_words_part (predicate_parts, name);
}

gboolean
ard_name_is_lookup (ArdSpan name)
{
  return ard_name_begins (lookups, name) || ard_words_part (or_else, name);
}
