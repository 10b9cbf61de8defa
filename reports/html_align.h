#ifndef ARD_HTML_ALIGN_H
#define ARD_HTML_ALIGN_H

#include <glib.h>

/* Two pieces of code side by side, line by line. */
typedef enum {
  ARD_LINES_SAME,  /* but for white space */
  ARD_LINES_ALIKE, /* one became the other */
  ARD_LINES_LEFT,  /* only in the left piece */
  ARD_LINES_RIGHT, /* only in the right piece */
} ArdLinesKind;

typedef struct {
  ArdLinesKind kind;
  guint left, right; /* indexes; that of the missing side is not set */
} ArdLinePair;

/*
 * The alignment of two lists of lines that keeps most likeness: equal lines meet,
 * lines that differ little meet before they stand alone.
 *
 * left, right  NULL-terminated, valid UTF-8
 * Returns:     of ArdLinePair, in reading order; every line once; yours
 * Cost:        lines x lines x length
 */
GArray *ard_html_align (char *const *left, char *const *right);

/* How much two lines are alike, in [0, 1]; 1 when they are equal but for white space. */
double ard_html_likeness (const char *left, const char *right);

/* A run of bytes of a line that the other line has too, or has not. */
typedef struct {
  gsize start, length;
  gboolean differs;
} ArdLineRun;

/* The runs of a line beside another one, word by word, in order, covering all of it; of ArdLineRun; yours. */
GArray *ard_html_runs (const char *line, const char *other);

#endif
