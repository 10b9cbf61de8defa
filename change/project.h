#ifndef ARD_CHANGE_PROJECT_H
#define ARD_CHANGE_PROJECT_H

#include "model/history.h"

/*
 * Tell the functions of an older version from those of a newer one and the lines that
 * differ, as `git log -L` follows a range of lines: no contents, no parser. A function
 * none of whose lines is old was not there, but for one that alone was written over.
 * Its digest is the newer one's where no hunk but cosmetic ones touches it, else a
 * number of its own; cognitive complexity and lines of code are not known.
 *
 * hunks   of ArdHunk, older to newer
 * salt    another for each step of one file
 * older   initialised and empty; receives lines, functions and whether newer is measured
 */
void ard_version_project (const ArdVersion *newer, const GArray *hunks, guint64 salt, ArdVersion *older);

#endif
