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
 *  1. of the same name and code
 *  2. of the same name, that share at least half of the own lines of the smaller, most lines first
 *  3. that share at least half of the own lines of the larger, most lines first: a function renamed,
 *     likeness as git has it for files. So a body that got another name is followed there, where
 *     what now bears its name is another's work
 *  4. of the same name, as they stand
 *  5. of the same code, where one only on each side has it and it is no shorter than 3 lines: renamed and moved
 *  6. without a name, inside one hunk that has as many of them on each side, as they stand
 *
 * hunks    of ArdHunk, from before to after; NULL: not known, then lines are not asked
 * pairs    receives one index in after->functions, or ARD_NONE, for each of before->functions
 */
void ard_match_functions (const ArdVersion *before, const ArdVersion *after, const GArray *hunks, guint32 *pairs);

#endif
