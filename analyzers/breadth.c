#include "analyzers/handlers.h"

#include <string.h>

/*
 * Types that take in every error a program makes, per language; simple names.
 * fatal: besides, what ends the process (SystemExit, OutOfMemoryError …).
 * Source: the class hierarchies in each language's documentation.
 */
static const struct {
  guint tongues;
  const char *broad, *fatal;
} broad_types[] = {
  { ARD_TONGUES (PYTHON), "Exception StandardError", "BaseException" },
  { ARD_TONGUES (JAVA) | ARD_TONGUES (KOTLIN) | ARD_TONGUES (SCALA), "Exception RuntimeException NonFatal",
    "Throwable Error" },
  { ARD_TONGUES (CSHARP), "Exception SystemException ApplicationException", "" },
  { ARD_TONGUES (PHP), "Exception RuntimeException ErrorException", "Throwable Error" },
  { ARD_TONGUES (RUBY), "StandardError RuntimeError", "Exception" },
  { ARD_TONGUES (CPP), "exception", "" },
  { ARD_TONGUES (RUST), "_ Error", "" },
};

/* Where a handler without a type takes in the end of the process too; elsewhere it takes in every error. */
#define FATAL_WITHOUT_TYPE \
  (ARD_TONGUES (PYTHON) | ARD_TONGUES (CPP) | ARD_TONGUES (SCALA) | ARD_TONGUES (KOTLIN) | ARD_TONGUES (JAVA))

/* Where a handler has no types, or seldom: its breadth is the language's choice. */
#define NO_TYPES                                                                                                 \
  (ARD_TONGUES (JAVASCRIPT) | ARD_TONGUES (LUA) | ARD_TONGUES (SWIFT) | ARD_TONGUES (SHELL) | ARD_TONGUES (GO) | \
   ARD_TONGUES (C) | ARD_TONGUES (RUST))

/*
 * Names of conditions that callers are meant to meet: what is looked for is not
 * there, or there already; the input ends or has another form; a wait is cut
 * short; the platform lacks a feature. Parts of the names that the languages'
 * standard libraries and errno give such errors.
 */
static const char expected[] =
    "NotFound NoSuch NoElement DoesNotExist AlreadyExists FileExists DirectoryNotEmpty FormatException NumberFormat "
    "ParseException ParseError ParserError parse_error parse_exception DateTimeParse DateTimeException KeyError "
    "KeyNotFound "
    "IndexError IndexOutOf OutOfRange "
    "out_of_range OutOfBounds LookupError StopIteration StopAsyncIteration GeneratorExit EmptyException QueueFull "
    "Cancel Interrupt AbortError AbortedException Unsupported NotSupported NotImplemented MissingPlugin Unicode "
    "Encoding CharacterCoding URISyntax MalformedURL UriFormat InvalidURI InvalidURL ClassNotFound NoClassDef "
    "LinkageError UnsatisfiedLink ReflectiveOperation EOFError EOFException EndOfStream EndOfFile ClosedChannel "
    "AsynchronousClose ClosedError ObjectDisposed ConnectionReset ConnectionAborted BrokenPipe BrokenProcess "
    "ImportError "
    "ModuleNotFound LoadError NameError AttributeError NoMethodError ClassCast InvalidCast IllegalArgument ValueError "
    "TypeError ArgumentError ArgumentException invalid_argument bad_cast bad_any_cast bad_optional_access "
    "bad_variant_access bad_lexical_cast OverflowError OverflowException ZeroDivision ArithmeticException Timeout "
    "timeout "
    "TimedOut WouldBlock BlockingIO ProcessLookup ChildProcess ValidationError UnsupportedOperation SecurityException "
    "FoundException FoundError NoDefinition Unknown Missing ENOENT EEXIST ESRCH ECHILD EINTR EAGAIN EWOULDBLOCK EPIPE "
    "ECONNRESET "
    "ENOTEMPTY ENOTDIR EISDIR NotEnough Insufficient Unavailable ENOSYS ENOTSUP "
    "ENOTCONN "
    "Already NotModified ENOTTY ENXIO EINPROGRESS DecodeError "
    "NotADirectory IsADirectory InputMismatch";

/*
 * What ends or cuts short work on purpose: whoever catches it says that the work is over,
 * however much of it the block holds.
 */
static const char control[] =
    "Cancel Interrupt Abort StopIteration StopAsyncIteration GeneratorExit Break Continue ObjectDisposed ClosedChannel "
    "AsynchronousClose ClosedError KeyboardInterrupt EOF EndOfStream EndOfFile StopRequested Finished Exit Timeout "
    "timeout "
    "TimedOut WouldBlock WantRead WantWrite Empty Skip Rejected Halt";

/* What the callee was not ready for: expected where it is caught, no reason to raise it for another error. */
static const char states[] = "InvalidOperation IllegalState";

/* Whole names of the same kind, too short to be looked for inside others. */
static const char expected_whole[] = "Empty Full timeout error.Empty Break Stop Exit Continue NonLocalReturnControl";

gboolean
ard_type_is_control (ArdSpan type)
{
  return ard_words_part (control, ard_simple_name (type.text, type.length));
}

static gboolean
is_expected (ArdSpan type)
{
  ArdSpan simple = ard_simple_name (type.text, type.length);

  if (simple.length > 2 && memcmp (simple.text, "No", 2) == 0 && g_ascii_isupper (simple.text[2]))
    return TRUE;
  return ard_words_part (expected, simple) || ard_words_have (expected_whole, simple);
}

gboolean
ard_type_is_expected (ArdSpan type)
{
  return is_expected (type);
}

static ArdBreadth
breadth_of_type (ArdTongue tongue, ArdSpan type)
{
  ArdSpan simple = ard_simple_name (type.text, type.length);

  for (guint i = 0; i < G_N_ELEMENTS (broad_types); i++)
    if (broad_types[i].tongues & (1u << tongue)) {
      if (ard_words_have (broad_types[i].fatal, simple))
        return ARD_BREADTH_FATAL;
      if (ard_words_have (broad_types[i].broad, simple))
        return ARD_BREADTH_BROAD;
    }
  return is_expected (type) || ard_type_is_control (type) || ard_words_part (states, simple) ? ARD_BREADTH_EXPECTED
                                                                                             : ARD_BREADTH_NARROW;
}

ArdBreadth
ard_handler_breadth (ArdTongue tongue, const ArdCapture *handler)
{
  const char *at = handler->text;
  ArdBreadth widest = ARD_BREADTH_UNKNOWN;
  ArdSpan type;

  while (ard_next_word (&at, &type))
    if (ard_simple_name (type.text, type.length).length)
      widest = MAX (widest, breadth_of_type (tongue, type));
  if (widest != ARD_BREADTH_UNKNOWN && !(handler->traits & ARD_TRAIT_CATCH_ALL))
    return widest;
  if (widest == ARD_BREADTH_BROAD || widest == ARD_BREADTH_FATAL)
    return widest;
  if (NO_TYPES & (1u << tongue) || (tongue == ARD_TONGUE_CPP && !(handler->traits & ARD_TRAIT_CATCH_ALL)))
    return ARD_BREADTH_UNKNOWN; /* in C++, a status that is looked at */
  return FATAL_WITHOUT_TYPE & (1u << tongue) ? ARD_BREADTH_FATAL : ARD_BREADTH_BROAD;
}
