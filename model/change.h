#ifndef ARD_CHANGE_H
#define ARD_CHANGE_H

#include <glib.h>

/* What history says about change: rows of the corpus that refer to its files, functions and commits. */

/*
 * Two files that change together: counted commits of history.window_d, no more than
 * coupling.max_files files each. Definitions: Agrawal, Srikant 1994 (support,
 * confidence); Brin et al. 1997 (lift).
 */
typedef struct {
  guint32 one, other;                     /* files, one < other */
  guint32 together;                       /* commits that changed both: the support, as a count */
  guint32 revisions_one, revisions_other; /* commits of that kind that changed each */
  double confidence;                      /* together / the smaller of the two revisions, in (0, 1] */
  double lift;                            /* together x commits / (revisions_one x revisions_other) */
  gboolean across;                        /* the files are of two modules */
  gboolean depends;                       /* one of the two imports the other; in C and C++ it may include it through others */
} ArdCoupling;

/*
 * How far the changes of one file reach: over the change sets (commits, or an author's day:
 * coupling.same_day) of history.window_d with no more than coupling.max_files files.
 */
typedef struct {
  guint32 file;
  guint32 sets;          /* change sets that changed it */
  double files, modules; /* medians over them: other code files, other modules that changed with it */
  double wide;           /* share of them that changed at least three other modules, in [0, 1] */
} ArdScatter;

/*
 * The lines that a fix took out, by the commit that had brought them (SZZ: Sliwerski,
 * Zimmermann, Zeller 2005); with history.trace_fixes.
 */
typedef struct {
  guint32 fix, origin; /* commits */
  guint32 file;        /* today's */
  guint32 lines;       /* of the lines that the fix took out of it */
} ArdOrigin;

/*
 * A bug fix of one file that another, of which a piece is a copy, did not get: what the fix took out, with
 * the lines around it, still stands there.
 */
typedef struct {
  guint32 fix;                  /* commit */
  guint32 fixed, file;          /* today's: the one that got it, the one that did not */
  guint32 clone_class;          /* in clone_classes; both have a copy of it */
  guint32 start_line, end_line; /* in file: where the fix would apply */
} ArdMissedFix;

/*
 * A commit that changed lines of a function's own (those of the functions inside it left
 * out); for files whose versions were read.
 */
typedef struct {
  guint32 function; /* in functions: today's */
  guint32 commit;
  guint32 added, deleted; /* own lines */
  gboolean code;          /* its code tokens changed, not only comments, layout or its name */
} ArdFunctionRevision;

/*
 * The shape of a file after one of its commits; for files whose versions were read. The newest is its shape of today:
 * where only a merge made that, the commit is head (0).
 */
typedef struct {
  guint32 file, commit;
  guint32 code_lines, functions, cognitive; /* cognitive: sum over its functions */
  guint32 worst;                            /* largest cognitive complexity of a function */
} ArdTrendPoint;

/* Lines by the quarter in which they were written, summed over the files that were read all through it and later. */
typedef struct {
  gint32 quarter;          /* 4 x year + quarter - 1 */
  guint32 files;           /* so many; one that is younger was read through it too */
  guint32 added, standing; /* lines written in it; of these, lines that stand today */
} ArdSurvival;

#endif
