#ifndef ARD_FACTS_H
#define ARD_FACTS_H

#include <glib.h>

/*
 * What the bytes of one file say: a pure function of (bytes, language, queries,
 * marker patterns), so it can be stored by blob id. Lines are 1-based, inclusive.
 */
#define ARD_NONE G_MAXUINT32

/* Number of 32-bit values in a likeness sketch. */
#define ARD_SKETCH 16

typedef enum {
  ARD_CONTENT_TEXT,
  ARD_CONTENT_BINARY,    /* a NUL byte in the first 8,000: git's own test */
  ARD_CONTENT_GENERATED, /* says so in its first lines */
  ARD_CONTENT_MINIFIED,  /* lines too long to be written by hand */
  ARD_CONTENT_TOO_LARGE, /* above paths.max_file_bytes: not read */
} ArdContentClass;

/*
 * The closed set of things that analyzers consume; `languages/` produces them.
 * text: valid UTF-8, one line, white space squeezed, at most 300 bytes.
 */
typedef enum {
  ARD_CAPTURE_MARKER,      /* a comment that admits debt; text: the comment's line */
  ARD_CAPTURE_SUPPRESSION, /* "ardoise:ignore RULE until DATE because …"; text: all after "ardoise:ignore " */
  ARD_CAPTURE_TRY,     /* a block whose errors are handled; text: the callees of its body, " "-separated; one that is
                           called for what it does, its value dropped, has a ";" before it */
  ARD_CAPTURE_HANDLER, /* code that runs when an error is met; text: caught types, " "-separated, "" for all or unknown
                        */
  ARD_CAPTURE_FINALLY, /* a block that runs in any case */
  ARD_CAPTURE_THROW,   /* an error raised; text: what is raised, "" for the error at hand */
  ARD_CAPTURE_LEAVE,   /* return, break … that leaves a FINALLY; text: the keyword */
  ARD_CAPTURE_CALL,    /* a call; text: the callee as written, of a shell's command with what it is told to do ("git
                        push").    Not discarded, awaited or voided: once a function and text */
  ARD_CAPTURE_IGNORED, /* a construct that drops an error in so many words (`rescue nil`, `.ok();`, `try?`, `|| true`)
                        */
  ARD_CAPTURE_ABORT,   /* what ends the process or panics; text: the call */
  ARD_CAPTURE_ASYNC,   /* a concurrent task whose failure nobody sees, by its text alone */
  ARD_CAPTURE_ERREXIT, /* the shell is told to stop at an error; JavaScript: somebody is told of rejections that nobody
                          handles; C: a macro stands for a function that gives memory, text: its name */
  ARD_CAPTURE_IMPORT,  /* text: the target as written, quotes off */
  ARD_CAPTURE_PACKAGE, /* the package or namespace of the file; text: its name */
  ARD_CAPTURE_DEFINITION, /* a type or module that the file defines; text: its qualified name */
  ARD_CAPTURE_REFERENCE,  /* a type or module that the file names; text: as written; once a file and text, bases each */
  ARD_CAPTURE_PARAMETER,  /* a parameter that its function never mentions; text: its name */
  ARD_CAPTURE_DEAD_CODE,  /* comments that are code; text: their first line */
  ARD_CAPTURE_INTERPRETER, /* the file is run as it is; text: its first line, "#!…" */
  ARD_CAPTURE_MENTION,     /* a path that a page of documentation names; text: as written */
  ARD_N_CAPTURES
} ArdCaptureKind;

/* What else is known of a capture. */
typedef enum {
  ARD_TRAIT_SILENT = 1 << 0, /* handler: no statement, or only such as do nothing (pass, continue, return CONSTANT) */
  ARD_TRAIT_LOGS = 1 << 1,   /* handler: logs, and does nothing else */
  ARD_TRAIT_USES_ERROR = 1 << 2, /* handler: mentions the caught error. throw: carries it */
  ARD_TRAIT_THROWS = 1 << 3,     /* handler: raises or returns an error on some way */
  ARD_TRAIT_CATCH_ALL = 1 << 4,  /* handler: by its text catches everything (`except:`, `catch (...)`) */
  ARD_TRAIT_COMMENTED = 1 << 5,  /* handler: a comment that is no marker stands inside. dropped call, ignored, async,
                                    abort: a comment behind or above says that it may fail */
  ARD_TRAIT_MARKED = 1 << 6,     /* handler: a marker stands inside */
  ARD_TRAIT_CONSTANT = 1 << 7,   /* handler: returns a constant */
  ARD_TRAIT_LEAVES = 1 << 8,     /* handler: ends the process, or leaves the function with something */
  ARD_TRAIT_NAMED = 1 << 9,      /* handler: the error has a name */
  ARD_TRAIT_DISCARDED = 1 << 10, /* call: its value is dropped */
  ARD_TRAIT_CLAIMS = 1 << 10,    /* handler: its constant says that all went well: true, Ok */
  ARD_TRAIT_AWAITED = 1 << 11,   /* call: its value is awaited */
  ARD_TRAIT_TELLS = 1 << 11,     /* handler: logs, whatever else it does */
  ARD_TRAIT_VOIDED = 1 << 12,    /* call: its value is dropped in so many words (`(void)`, `_ =`) */
  ARD_TRAIT_SYSTEM = 1 << 13,    /* import: of the system (<stdio.h>) */
  ARD_TRAIT_TYPE_ONLY = 1 << 14, /* import, definition: of types only, gone at run time */
  ARD_TRAIT_NEW = 1 << 15,       /* throw: a new error. import: none */
  ARD_TRAIT_IN_LOOP = 1 << 16,   /* stands in a loop of its function */
  ARD_TRAIT_MEMBER = 1 << 17,    /* import: a name taken out of the import before it */
  ARD_TRAIT_ABSTRACT = 1 << 18,  /* definition: interface, protocol, trait, abstract class */
  ARD_TRAIT_PUBLIC = 1 << 19,    /* definition: seen outside its package or module */
  ARD_TRAIT_EXPLAINED = 1 << 19, /* handler: a comment above its try or inside speaks of failure */
  ARD_TRAIT_BASE = 1 << 20,      /* reference: a definition of the file extends or implements it */
  ARD_TRAIT_INTENDED = 1 << 21,  /* handler: its error is named as one to be dropped (ignored, expected, _) */
  ARD_TRAIT_PASSING = 1 << 21,   /* call: dropped, and works on what is for the moment (log, cache, temporary file) */
  ARD_TRAIT_CALLBACK = 1 << 22,  /* handler: a function that is given to a call (promise.catch (f)) */
  ARD_TRAIT_EITHER = 1 << 23,    /* handler: runs without an error too: callback (err, data) */
  ARD_TRAIT_GUARDED = 1 << 24,   /* handler: a condition narrows what it takes (`when`, `if`). throw: depends on a
                                    condition of its handler or finally */
  ARD_TRAIT_ANSWERED = 1 << 25,  /* try: a name that it sets has a value from before */
  ARD_TRAIT_OTHER_WAY = 1 << 26, /* try: returns, and code behind it goes on another way */
  ARD_TRAIT_RETURNS =
      1 << 27, /* try: its function returns a value in it, or it ends so. call (JavaScript): its value is returned */
  ARD_TRAIT_JUMPS = 1 << 28,            /* handler: returns, or goes on with the loop, in so many words */
  ARD_TRAIT_RELIED = 1 << 30,           /* try: a name that it gives its first value has a part asked for behind it */
  ARD_TRAIT_PRINTS = 1 << 29,           /* handler: its log is the console (print, printStackTrace, console.log) */
  ARD_TRAIT_AS_TYPE = ARD_TRAIT_VOIDED, /* import of a name: it stands in types only, of whatever kind it is */
  ARD_TRAIT_UNLOOKED = ARD_TRAIT_NAMED, /* call: what it gives, or nothing, is used before anybody looks; with VOIDED:
                                           a value is kept, its error dropped (`f, _ :=`) */
  ARD_TRAIT_WRITES = ARD_TRAIT_SILENT,  /* call (JavaScript): sends a request that changes something (POST, DELETE) */
  ARD_TRAIT_HALF = ARD_TRAIT_LOGS,      /* call (JavaScript): only its success ends a state that was begun before */
} ArdTraits;

typedef struct {
  ArdCaptureKind kind;
  guint32 function; /* innermost, index into the same file's functions, or ARD_NONE */
  guint32 start_line, end_line;
  const char *text; /* borrowed from the facts' strings; valid UTF-8, one line */
  guint32 traits;   /* ArdTraits */
  guint32 parent;   /* innermost TRY, HANDLER or FINALLY around it, in the same file's captures, or ARD_NONE;
                       a HANDLER's and a FINALLY's is its own TRY */
} ArdCapture;

/* What a function's text says of it, beside its measures. */
typedef enum {
  ARD_FUNCTION_ASYNC = 1 << 0,    /* its value must be awaited */
  ARD_FUNCTION_FALLIBLE = 1 << 1, /* returns an error or a status that must be looked at */
  ARD_FUNCTION_FIXED = 1 << 2,    /* its parameters are another's choice: override, interface, decorated, callback */
  ARD_FUNCTION_ABSTRACT = 1 << 3, /* no body of its own, or one that only says so */
  ARD_FUNCTION_ENTRY = 1 << 4,    /* main, or called by no code: a test, a handler of the framework */
  ARD_FUNCTION_PUBLIC = 1 << 5,   /* seen from outside its file */
  ARD_FUNCTION_TEST = 1 << 6,     /* test code in a file of the product: Rust's #[cfg(test)] */
  ARD_FUNCTION_FAILS = 1 << 7,    /* Go: on some way its last result is not nil in so many words */
} ArdFunctionTraits;

typedef enum {
  ARD_TOKEN_WORD, /* keyword, operator, punctuation */
  ARD_TOKEN_NAME,
  ARD_TOKEN_NUMBER, /* and other literals that are not text */
  ARD_TOKEN_STRING,
} ArdTokenClass;

/* Flags of a token. */
enum {
  ARD_TOKEN_STATEMENT = 1 << 0, /* the first of a statement or of a line */
  ARD_TOKEN_EXEMPT = 1 << 1, /* in an import, package line, list of declarations, literal table: no duplicated code */
  ARD_TOKEN_BRACE = 1 << 2,  /* a curly bracket */
};

/* One code token, comments left out; in the order of the text. */
typedef struct {
  guint32 text; /* hash of its bytes */
  guint32 line; /* of its first byte */
  guint8 kind;  /* ArdTokenClass */
  guint8 flags;
  guint16 depth; /* of brackets around it */
} ArdToken;

/* One scalar of a configuration document. */
typedef struct {
  const char *key;   /* path, "services.web.ports[0]"; valid UTF-8 */
  const char *value; /* scalar as text, quotes off; valid UTF-8, one line, at most 1,000 bytes */
  guint32 line;
} ArdDocumentRow;

typedef struct {
  const char *name; /* qualified ("Class::method", "Class.method", "outer.inner"); "" when anonymous; valid UTF-8 */
  guint32 start_line, end_line;
  guint32 code_lines;  /* own lines with code: those of listed inner functions left out */
  guint32 table_lines; /* of these, lines of literal tables (array, object, struct initialisers) */
  guint32 cyclomatic;  /* McCabe: 1 + decisions (if, loop, case, catch, ternary, && ||) */
  guint32 cognitive;   /* SonarSource's cognitive complexity, 2023 white paper 1.7 */
  guint32 nesting;     /* deepest nesting of control structures */
  guint32 parameters;
  guint32 parent;             /* enclosing listed function, or ARD_NONE */
  guint64 digest;             /* of its code tokens, own name, comments and layout left out */
  guint32 sketch[ARD_SKETCH]; /* minhash of its token 4-grams: likeness = share of equal places */
  guint32 traits;             /* ArdFunctionTraits */
} ArdFunction;

typedef struct {
  const char *language; /* static: name in languages.def, "Text" for the rest */
  ArdContentClass content;
  gint64 size_bytes;
  guint32 lines, code_lines, comment_lines, blank_lines;
  guint64 digest;            /* of all bytes */
  double error_share;        /* part of the bytes below ERROR nodes; 0 for text */
  gboolean measured;         /* a grammar read it: functions are known, not just absent */
  gboolean metrics_only;     /* measured, but errors and structure were beyond the bound of its query */
  GArray *functions;         /* of ArdFunction, by start_line, then end_line downwards */
  GArray *captures;          /* of ArdCapture, by start_line */
  guint32 captures_left_out; /* beyond the bound of one file */
  GArray *tokens;            /* of ArdToken; empty where no grammar reads it or it is not judged */
  GArray *settings;          /* of ArdDocumentRow, by line, of a configuration document */
  GStringChunk *strings;     /* what the rows borrow */
} ArdFacts;

void ard_facts_init (ArdFacts *facts);
void ard_facts_clear (ArdFacts *facts);

/* Share of equal places of two sketches, in [0, 1]. */
double ard_sketch_likeness (const guint32 left[ARD_SKETCH], const guint32 right[ARD_SKETCH]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdFacts, ard_facts_clear)

#endif
