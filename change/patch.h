#ifndef ARD_CHANGE_PATCH_H
#define ARD_CHANGE_PATCH_H

#include "change/patch_text.h"
#include "model/history.h"

/*
 * Whether a fix of one text is one of another text too: whether it would apply to it as a
 * patch, with three lines of context. Pure functions of arrays; no git.
 *
 * Source:   J. Jang, A. Agrawal, D. Brumley, "ReDeBug: Finding Unpatched Code Clones in Entire
 *           OS Distributions", IEEE S&P 2012: the lines that a patch found, context included
 *           and white space left out, looked for elsewhere
 */

/* Lines of a text, 1-based and inclusive. */
typedef struct {
  guint32 start_line, end_line;
} ArdPatchSpan;

typedef struct {
  const ArdPatchText *before, *after; /* the two versions of the fix */
  const GArray *hunks;                /* of ArdHunk, before to after */
  const ArdPatchText *today;          /* the fixed file as it is now */
} ArdPatch;

/*
 * A hunk applies where
 *  - it took lines out, and all of these stand in the twin, next to each other, with the line before or after them:
 *    what was only added, or put around lines that stayed, says nothing against those of the twin;
 *  - more than half of these and of the three lines before and after stand there too, in their places, at least
 *    four, of which at least three tell something (eight letters and digits);
 *  - most lines that it brought do not stand there yet, within thirty lines;
 *  - these speak of no name that the fixed text had before and the twin has not;
 *  - they stand in the fixed file today: the fix was not taken back;
 *  - it changed more than values: what it brought is not what it took out with other numbers, strings, yes for no or
 *    names that begin with a capital, for the right value of one is seldom that of the other.
 * The fix applies when hunks do that have three quarters of the changed lines with code.
 *
 * spans    where in the twin to look: a hunk's place lies in one, or within three lines of it; by line
 * place    receives the lines of the twin at which the first hunk applies
 */
gboolean ard_patch_applies (const ArdPatch *patch, const ArdPatchText *twin, const ArdPatchSpan *spans, guint n_spans,
                            ArdPatchSpan *place);

#endif
