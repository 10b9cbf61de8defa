#ifndef ARD_REPOSITORY_LINES_H
#define ARD_REPOSITORY_LINES_H

#include <glib.h>

/*
 * Count the lines added and deleted between two texts, where that number is
 * sure to be the one that git's diff (xdiff, Myers' algorithm with its default
 * heuristics) gives, without running it.
 *
 * git hashes both files whole; most changes touch a few neighbouring lines, so
 * here only what lies between the common first and last lines is looked at. The
 * answer is sure because the number of lines that a shortest edit script deletes
 * and adds is unique, and git's script is a shortest one unless
 *  - it left out frequent lines amid unmatched ones before comparing: the same
 *    lines are left out here, by the same counts over the whole files; or
 *  - it gave up searching at 256 steps from both ends: then there is no answer.
 *
 * Returns:  FALSE when git itself must be asked; added and deleted unchanged
 * Source:   E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986;
 *           git's xdiff/xprepare.c and xdiffi.c for the two heuristics
 */
gboolean ard_lines_count (const char *old, gsize old_size, const char *new, gsize new_size, gint32 *added,
                          gint32 *deleted);

/* Lines of a text; a last one without newline counts. */
gint32 ard_lines_number (const char *text, gsize size);

#endif
