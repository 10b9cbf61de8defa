#ifndef ARD_LANGUAGES_SOURCE_H
#define ARD_LANGUAGES_SOURCE_H

#include "model/facts.h"

enum {
  ARD_LINE_BLANK = 1 << 0, /* white space only: blank even inside a comment or a string, as cloc has it */
  ARD_LINE_CODE = 1 << 1,
  ARD_LINE_COMMENT = 1 << 2,
};

/* The text of one file, made valid UTF-8, and what its lines are. */
typedef struct {
  char *text; /* NUL-terminated, no byte order mark; owned */
  guint32 size;
  guint32 lines;
  GArray *starts; /* of guint32: offset of each line, and size at the end */
  guint8 *flags;  /* by line, from 0; owned */
} ArdSource;

/*
 * Decode bytes: UTF-8 and UTF-16 by their mark, UTF-8 without one; a byte that is
 * not UTF-8 is taken as Latin-1. Lines end at LF.
 */
void ard_source_init (ArdSource *source, const guint8 *bytes, gsize size);
void ard_source_clear (ArdSource *source);

/* Flag the lines of the span [start, end) that are not blank. */
void ard_source_flag (ArdSource *source, guint32 start, guint32 end, guint8 flag);

/* Line of an offset, from 0: by halving, and by steps from a line that is near. */
guint32 ard_source_find_line (const ArdSource *source, guint32 offset);
guint32 ard_source_line (const ArdSource *source, guint32 offset, guint32 near);

/* Count the lines into facts: blank, else code, else comment. */
void ard_source_count (const ArdSource *source, ArdFacts *facts);

/*
 * Content class by the bytes and the text of the first lines, after GitHub's
 * linguist; markers count in comments only.
 *
 * language  name in languages.def or texts.def
 */
ArdContentClass ard_source_classify (const ArdSource *source, const char *language);

/* git's own test: a NUL byte in the first 8,000 (UTF-16 with its mark is text). */
gboolean ard_bytes_are_binary (const guint8 *bytes, gsize size);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdSource, ard_source_clear)

/* Column of the first byte of an offset's line that is no white space, at most that of the offset. */
guint32 ard_source_column (const ArdSource *source, guint32 offset);

/* Whether a list of words, a blank around each, has the span. */
gboolean ard_words_hold (const char *words, const char *text, gsize length);

#endif
