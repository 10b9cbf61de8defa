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

/* The closed set of things that analyzers consume; `languages/` produces them. */
typedef enum {
  ARD_CAPTURE_MARKER,      /* a comment that admits debt; text: the comment's line */
  ARD_CAPTURE_SUPPRESSION, /* "ardoise:ignore RULE until DATE because …"; text: all after "ardoise:ignore " */
} ArdCaptureKind;

typedef struct {
  ArdCaptureKind kind;
  guint32 function; /* innermost, index into the same file's functions, or ARD_NONE */
  guint32 start_line, end_line;
  const char *text; /* borrowed from the facts' strings; valid UTF-8, one line */
} ArdCapture;

typedef struct {
  const char *name; /* qualified ("Class::method", "Class.method", "outer.inner"); "" when anonymous; valid UTF-8 */
  guint32 start_line, end_line;
  guint32 code_lines;  /* own lines with code: those of listed inner functions left out */
  guint32 table_lines; /* of these, lines of literal tables (array, object, struct initialisers) */
  guint32 cyclomatic;  /* McCabe: 1 + decisions (if, loop, case, catch, ternary, && ||) */
  guint32 cognitive;   /* SonarSource's cognitive complexity, 2023 white paper 1.7 */
  guint32 nesting;     /* deepest nesting of control structures */
  guint32 parameters;
  guint32 parent;      /* enclosing listed function, or ARD_NONE */
  guint64 digest;      /* of its code tokens, own name, comments and layout left out */
  guint32 sketch[ARD_SKETCH]; /* minhash of its token 4-grams: likeness = share of equal places */
} ArdFunction;

typedef struct {
  const char *language; /* static: name in languages.def, "Text" for the rest */
  ArdContentClass content;
  gint64 size_bytes;
  guint32 lines, code_lines, comment_lines, blank_lines;
  guint64 digest;           /* of all bytes */
  double error_share;       /* part of the bytes below ERROR nodes; 0 for text */
  gboolean measured;        /* a grammar read it: functions are known, not just absent */
  GArray *functions;        /* of ArdFunction, by start_line, then end_line downwards */
  GArray *captures;         /* of ArdCapture, by start_line */
  GStringChunk *strings;    /* what the rows borrow */
} ArdFacts;

void ard_facts_init (ArdFacts *facts);
void ard_facts_clear (ArdFacts *facts);

/* Share of equal places of two sketches, in [0, 1]. */
double ard_sketch_likeness (const guint32 left[ARD_SKETCH], const guint32 right[ARD_SKETCH]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdFacts, ard_facts_clear)

#endif
