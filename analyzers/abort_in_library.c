#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/library.h"
#include "analyzers/point.h"
#include "analyzers/tongue.h"
#include "model/rule.h"

/* Text that says that there is no code yet. unimplemented! may stay so, says Rust's documentation; todo! may not. */
static const char unfinished[] = "todo!( TODO(";

/*
 * Rust: an unwrap is a fault where the world decides whether it works: files, sockets,
 * processes, input, other threads' work. Where it states what the code around makes sure of
 * (the last of a list that is not empty), it is an assertion and none.
 */
static const char worldly_rust[] =
    "File::open( File::create( fs:: OpenOptions .open( .read_to_string( .read_to_end( .read_line( .read_exact( "
    ".write_all( .sync_all( .metadata() .canonicalize() env::var( env::current_dir( current_exe( Command::new .output( "
    "TcpListener:: TcpStream:: UdpSocket:: .accept( from_str( from_slice( from_reader( .execute( reqwest::get( .send() "
    ".json() "
    ".commit() stdin() .parse() .parse::<";
static const char usual_rust[] =
    "Regex::new( \".parse() Url::parse(\" \".to_ from_str(\" include_str! include_bytes! \"CARGO \"OUT_DIR "
    ".lock() .read() .write() .join() .acquire() .last() .first() .next() Builder caps[ .captures( .get( env!";
/*
 * The error at hand inside what panics. A panic of a text alone states a fault of the
 * programmer, which panics are for (Go's and Rust's documentation say so).
 */
static const char carried[] = "(err (e) (ex) err) {err {e} {e: {e? error) (error {error";

static const char usual_swift[] = "NSRegularExpression( Regex( required init(coder unreachable";
/* Swift: where the world decides whether a try works. */
static const char worldly_swift[] =
    "contentsOf .write( .load( .save( FileManager FileHandle .decode( .connect( .run( await "
    ".execute( .copyItem .moveItem .createDirectory fatalError preconditionFailure";
/* Words of a text that states a contract: who breaks it has a fault to mend, not an error to handle. */
static const char contract[] = "unreachable invariant must bug: impossible should never always cannot can't infallible "
                               "guaranteed internal unexpected programmer";

/* Functions that are there to end the process. */
static const char ending[] =
    "shutdown Shutdown terminate Terminate signal Signal abort Abort kill Kill restart Restart "
    "crash Crash fork Fork daemon Daemon worker Worker upgrade";
/* A status that is worked out is what a command hands to its caller. */
static const char worked_out[] = "code Code status Status rc) ret) errors exit_ result";

typedef struct {
  double value;
  const char *reason;
} Verdict;

static gboolean
has (const char *words, const char *text)
{
  return ard_words_part (words, (ArdSpan){ text, strlen (text) });
}

/* Whether the error at hand is what it panics with, alone or as the last part of a text. */
static gboolean
carries (const char *text)
{
  return has (carried, text) || strstr (text, ", e)") || strstr (text, ", err)") || strstr (text, ", error)");
}

/* A function whose name says that it panics, or that runs before anyone could handle an error. */
static gboolean
says_so (const ArdCorpus *corpus, ArdTongue tongue, guint32 function)
{
  const char *full = ard_function (corpus, function)->facts.name;
  ArdSpan name = ard_simple_name (full, strlen (full));

  if ((name.length >= 4 && g_ascii_strncasecmp (name.text, "must", 4) == 0) ||
      (name.length >= 4 && g_ascii_strncasecmp (name.text, "init", 4) == 0))
    return TRUE;
  if (ard_words_have ("die fatal exit abort quit bail usage panic unwrap expect assert_failed terminate bug BUG fail "
                      "init setup configure exitWithError printUsage print_usage show_help help version ParseCmdline "
                      "parse_args parse_options parseArgs parseOptions",
                      name))
    return TRUE;
  if (name.length >= 4 &&
      (g_ascii_strncasecmp (name.text, "exit", 4) == 0 || g_ascii_strncasecmp (name.text, "fail", 4) == 0))
    return TRUE;
  if (ard_words_part (ending, name))
    return TRUE;
  return tongue == ARD_TONGUE_SWIFT ? ard_words_have ("init", name)
                                    : ard_words_part ("OrDie OrExit OrPanic _or_die respawn reexec", name);
}

/* Rust: what expect says is why it cannot fail, as its documentation asks for, unless it tells of a failure. */
static gboolean
tells_failure (const char *text)
{
  const char *quote = strchr (text, '"');
  g_autofree char *folded = quote ? g_ascii_strdown (quote, -1) : NULL;

  return !folded || has ("fail could couldn unable error not ", folded);
}

static gboolean
states_contract (const char *text)
{
  const char *quote = strchr (text, '"');
  g_autofree char *folded = quote ? g_ascii_strdown (quote, -1) : NULL;

  return folded && has (contract, folded);
}

/* What the last unwrap or expect is of: `.parent().unwrap()` of `current_exe().unwrap().parent().unwrap()`. */
static const char *
behind_last (const char *text)
{
  const char *next = text, *found;

  while ((found = strstr (next, ".unwrap()")) && found[strlen (".unwrap()")])
    next = found + strlen (".unwrap()");
  return next;
}

static Verdict
judge_rust (const char *text)
{
  text = behind_last (text);

  gboolean unwraps = strstr (text, ".unwrap(") != NULL || strstr (text, ".unwrap_err(") != NULL;

  if (unwraps || strstr (text, ".expect(") || strstr (text, ".expect_err("))
    return has (worldly_rust, text) && !has (usual_rust, text) && (unwraps || tells_failure (text))
               ? (Verdict){ 1, unwraps ? "abort-unwrap" : "abort-expect" }
               : (Verdict){ 0 };
  if (strstr (text, "exit(") || strstr (text, "abort("))
    return (Verdict){ 1.5, "abort-exit" };
  return carries (text) && strstr (text, "unreachable!") == NULL ? (Verdict){ 1, "abort-panic" } : (Verdict){ 0 };
}

static Verdict
judge (ArdTongue tongue, const char *text)
{
  Verdict none = { 0 };

  if (has (unfinished, text))
    return (Verdict){ 2, "abort-unfinished" };
  if (tongue == ARD_TONGUE_RUST)
    return states_contract (text) && !(strstr (text, "panic!") && carries (text)) ? none : judge_rust (text);
  if ((tongue == ARD_TONGUE_C || tongue == ARD_TONGUE_CPP) && strstr (text, "exit") == NULL)
    return none; /* abort () is an assertion */
  if (tongue == ARD_TONGUE_SWIFT)
    return (carries (text) || g_str_has_prefix (text, "try!")) && has (worldly_swift, text) &&
                   !has (usual_swift, text) && !states_contract (text)
               ? (Verdict){ 1, "abort-trap" }
               : none;
  if (tongue == ARD_TONGUE_GO && g_str_has_prefix (text, "panic"))
    return carries (text) && !states_contract (text) ? (Verdict){ 1, "abort-panic" } : none;
  return (Verdict){ 1.5, "abort-exit" };
}

/* A child that could not become another program has its own process to end. */
static gboolean
is_child (const ArdCorpus *corpus, const ArdCorpusCapture *abort)
{
  const ArdFile *file = ard_file (corpus, abort->file);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *call = &ard_capture (corpus, file->first_capture + i)->facts;

    if (call->kind == ARD_CAPTURE_CALL && call->function == abort->facts.function &&
        ard_words_have ("fork vfork execl execlp execle execv execve execvp execvpe fexecve posix_spawn",
                        (ArdSpan){ call->text, strlen (call->text) }))
      return TRUE;
  }
  return FALSE;
}

/* PHP: an exit that hands out a text or a status other than 0 is one of failure. */
static gboolean
tells_why (const char *text)
{
  const char *open = strchr (text, '(');

  return open && open[1] && strchr ("\"'123456789", open[1]);
}

/* An end that is no failure or whose status is worked out, and PHP's, which ends one request only unless it is the
 * answer to an error. */
static gboolean
is_regular (const ArdCorpus *corpus, ArdTongue tongue, const ArdCapture *abort)
{
  if (has ("exit(0 Exit(0 exit() SUCCESS", abort->text) && tongue != ARD_TONGUE_RUBY)
    return TRUE;
  if ((tongue == ARD_TONGUE_C || tongue == ARD_TONGUE_CPP) &&
      (strstr (abort->text, "_exit") || strstr (abort->text, "_Exit")))
    return TRUE;
  if (strstr (abort->text, "xit(") && has (worked_out, abort->text))
    return TRUE;
  return tongue == ARD_TONGUE_PHP && !tells_why (abort->text) &&
         (abort->parent == ARD_NONE || ard_capture (corpus, abort->parent)->facts.kind != ARD_CAPTURE_HANDLER);
}

/* Go: whether the error comes of what fails for a wrong key or pattern only, which the program itself gives. */
static gboolean
is_given_right (const ArdCorpus *corpus, const ArdCorpusCapture *abort)
{
  static const char given[] = "NewCipher NewGCM chacha20poly1305. rand. hkdf. regexp. NewTemplate template. hex.Decode";
  guint32 handler = abort->facts.parent, block = ARD_NONE;

  if (handler != ARD_NONE && ard_capture (corpus, handler)->facts.kind == ARD_CAPTURE_HANDLER)
    block = ard_capture (corpus, handler)->facts.parent;
  return block != ARD_NONE && has (given, ard_capture (corpus, block)->facts.text);
}

/*
 * Go: whether a function that returns no error has met one of the world's: it stands where an error is looked at, and a
 * panic beside a call that opens, reads, asks or connects. What else it ends for is a fault of the programmer.
 */
static gboolean
has_met_error (const ArdCorpus *corpus, const ArdCorpusCapture *abort, Verdict verdict)
{
  static const char worldly[] =
      "os. io. ioutil. net. http. json. xml. yaml. toml. gob. sql. db. exec. bufio. tls. grpc. redis. "
      "Dial Open Read Connect Listen Unmarshal Decode Query dial open read connect listen load Load";
  const ArdFile *file = ard_file (corpus, abort->file);
  guint32 parent = abort->facts.parent;

  if (parent == ARD_NONE || ard_capture (corpus, parent)->facts.kind != ARD_CAPTURE_HANDLER)
    return FALSE;
  for (guint32 i = 0; strcmp (verdict.reason, "abort-panic") == 0 && i < file->n_captures; i++) {
    const ArdCapture *call = &ard_capture (corpus, file->first_capture + i)->facts;

    if (call->kind == ARD_CAPTURE_CALL && call->function == abort->facts.function && has (worldly, call->text))
      return TRUE;
  }
  return strcmp (verdict.reason, "abort-panic") != 0;
}

/*
 * Whether its author would hand the failure on instead: the function returns an error by its type (Go, Rust), so it has
 * a way; or ends a process that is not its own.
 */
static gboolean
is_misplaced (const ArdLibraries *libraries, const ArdCorpus *corpus, const ArdCorpusCapture *abort, Verdict verdict)
{
  ArdTongue tongue = ard_tongue_of (ard_file (corpus, abort->file));
  gboolean fallible = (ard_function (corpus, abort->facts.function)->facts.traits & ARD_FUNCTION_FALLIBLE) != 0;

  if (strcmp (verdict.reason, "abort-unfinished") == 0)
    return TRUE;
  if ((tongue == ARD_TONGUE_GO || tongue == ARD_TONGUE_RUST) && fallible)
    return tongue != ARD_TONGUE_GO || !is_given_right (corpus, abort);
  if (tongue == ARD_TONGUE_GO && !has_met_error (corpus, abort, verdict))
    return FALSE;
  return ard_libraries_have (libraries, abort->file) &&
         (strcmp (verdict.reason, "abort-exit") == 0 ||
          (ARD_TONGUES (SWIFT) | ARD_TONGUES (RUST) | ARD_TONGUES (GO)) & (1u << tongue));
}

/* Whether a function of the file returns an error. */
static gboolean
others_hand_on (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);

  for (guint32 i = row->first_function; i < row->first_function + row->n_functions; i++)
    if (ard_function (corpus, i)->facts.traits & ARD_FUNCTION_FALLIBLE)
      return TRUE;
  return FALSE;
}

/*
 * Points of what is misplaced. What is not written yet may be called by nobody, a number that is read may be one for
 * sure, C's exit in a function that returns no status may be meant, as Lua's in a module that starts a program may; and
 * that a file is a library is a guess where no manifest says so.
 */
static double
weigh (const ArdLibraries *libraries, const ArdCorpus *corpus, const ArdCorpusCapture *abort, Verdict verdict)
{
  static const guint declared =
      ARD_TONGUES (JAVASCRIPT) | ARD_TONGUES (PYTHON) | ARD_TONGUES (RUBY) | ARD_TONGUES (PHP);
  static const guint native = ARD_TONGUES (C) | ARD_TONGUES (CPP);
  guint tongue = 1u << ard_tongue_of (ard_file (corpus, abort->file));
  gboolean fallible = (ard_function (corpus, abort->facts.function)->facts.traits & ARD_FUNCTION_FALLIBLE) != 0;

  if (strcmp (verdict.reason, "abort-unfinished") == 0 || tongue & ARD_TONGUES (LUA) ||
      (tongue & native && !fallible) || (tongue & declared && !ard_libraries_declare (libraries, abort->file)))
    return ARD_QUESTION;
  if (tongue & ARD_TONGUES (RUST) && !fallible && strcmp (verdict.reason, "abort-exit") != 0 &&
      others_hand_on (corpus, abort->file))
    return ARD_QUESTION; /* no Result here, where the code around has one */
  return tongue & ARD_TONGUES (RUST) && has (".parse() .parse::< from_str( from_slice(", abort->facts.text)
             ? ARD_QUESTION
             : verdict.value;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("abort-in-library"), first = findings->len;
  g_autoptr (ArdPrograms) programs = ard_programs_new (corpus);
  g_autoptr (ArdLibraries) libraries = ard_libraries_new (corpus, programs);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    guint32 function = capture->facts.function;
    ArdTongue tongue = ard_tongue_of (ard_file (corpus, capture->file));

    if (capture->facts.kind != ARD_CAPTURE_ABORT || function == ARD_NONE || tongue == ARD_TONGUE_SHELL ||
        capture->facts.traits & ARD_TRAIT_COMMENTED || ard_file (corpus, capture->file)->flags & ARD_FILE_NOT_IN_USE)
      continue;

    Verdict verdict = judge (tongue, capture->facts.text);

    if (verdict.value > 0 && !is_regular (corpus, tongue, &capture->facts) && !says_so (corpus, tongue, function) &&
        !ard_programs_own (programs, capture->file) &&
        !(ard_function (corpus, function)->facts.traits & ARD_FUNCTION_ENTRY) &&
        is_misplaced (libraries, corpus, capture, verdict) && !is_child (corpus, capture))
      ard_findings_point (findings, corpus, settings, rule, i, weigh (libraries, corpus, capture, verdict),
                          verdict.reason);
  }
  ard_findings_count (findings, first);
}

const ArdAnalyzer ard_analyzer_abort_in_library = { "abort-in-library", run };
