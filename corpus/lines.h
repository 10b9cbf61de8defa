#ifndef ARD_CORPUS_LINES_H
#define ARD_CORPUS_LINES_H

#include "repository/repository.h"

/* Lines between two versions of a file; numbers from 0, ascending. */

/* Whether a line begins as a comment of the language does, behind white space. */
gboolean ard_line_is_comment (const char *line, gsize length, const char *language);

/*
 * Lines of code that a change took out: no blank ones, none without a letter or digit, no
 * comments (by the marks of the language at the start of a line), none that stands in the new
 * lines of the same place with other white space.
 *
 * lines   receives guint32; empty when a version cannot be read or is too large
 */
void ard_lines_removed (ArdRepository *repository, const char *language, const ArdOid *old, const ArdOid *new,
                        GArray *lines);

/*
 * Where lines of the new version stand in the old one.
 *
 * carried   receives their numbers in the old version; new indentation alone is no change
 * left      receives those (numbers in the new version) that the old one does not have
 * Returns:  FALSE when a version cannot be read or is too large; nothing is appended
 */
gboolean ard_lines_carry (ArdRepository *repository, const ArdOid *old, const ArdOid *new, const GArray *lines,
                          GArray *carried, GArray *left);

#endif
