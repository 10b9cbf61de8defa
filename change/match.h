#ifndef ARD_CHANGE_MATCH_H
#define ARD_CHANGE_MATCH_H

#include "model/history.h"

/* Functions of two versions of one file: which became which. */

/*
 * The innermost function of every line.
 *
 * owners   receives version->lines indexes in version->functions, or ARD_NONE; owners[0] is line 1
 */
void ard_version_own (const ArdVersion *version, guint32 *owners);

/*
 * Pair the functions of two versions, each with at most one, in this order:
 *  1. of the same name; of several that share one (overloads, branches of a preprocessor) first those
 *     of the same code, then those that share most unchanged lines, then as they stand
 *  2. that share at least half of the own lines of the larger (a function renamed, likeness as git
 *     has it for files), most shared lines first
 *  3. of the same code, where one only on each side has it and it is no shorter than 3 lines (renamed and moved)
 *  4. without a name, inside one hunk that has as many of them on each side, as they stand
 *
 * hunks    of ArdHunk, from before to after; NULL: not known, then lines are not asked
 * pairs    receives one index in after->functions, or ARD_NONE, for each of before->functions
 */
void ard_match_functions (const ArdVersion *before, const ArdVersion *after, const GArray *hunks, guint32 *pairs);

#endif
