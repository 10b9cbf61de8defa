#ifndef ARD_CORPUS_TRACED_H
#define ARD_CORPUS_TRACED_H

#include "corpus/corpus.h"
#include "corpus/trail.h"

/* Which files' past versions are read, and how far back. */

/* One commit that changed a traced file: one row, though a rename has two. */
typedef struct {
  guint32 change;       /* in changes: the row of the path that it has after the commit */
  const char *old_path; /* the path before; borrowed from the corpus */
  ArdOid before, after; /* before: zero where the commit added the file */
} ArdTracedStep;

typedef struct {
  guint32 file;
  gboolean whole_window; /* every step of history.window_d is among the steps */
  GArray *steps;         /* of ArdTracedStep, newest first */
  gint64 left_out_s;     /* author's time of the newest step that is not among them; G_MININT64: none is left out */
  guint n_parsed;        /* of its versions so many are parsed, the others follow by the lines that differ */
} ArdTracedFile;

/*
 * The files with the most forecast work, at most history.traced_files of them, and
 * their steps, as far as history.traced_mb of their text allows: first those of
 * history.window_d, file after file by forecast, a file whole or not at all; with
 * what is left the older ones in the same order. What is left out of the window is a note. Versions
 * to be parsed are given to the same files in the same order, history.parsed_mb in all.
 *
 * Returns:  GArray of ArdTracedFile, most work first; yours, ard_traced_free
 */
GArray *ard_traced_choose (const ArdCorpus *corpus, const ArdTrail *trail, const ArdSettings *settings);
void ard_traced_free (GArray *traced);

#endif
