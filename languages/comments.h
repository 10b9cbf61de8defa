#ifndef ARD_LANGUAGES_COMMENTS_H
#define ARD_LANGUAGES_COMMENTS_H

#include "languages/languages.h"
#include "languages/source.h"

/*
 * Captures of one comment: at most one marker a line, and every suppression.
 *
 * start, end  span of the comment
 * function    index of the innermost function, or ARD_NONE
 */
void ard_comments_read (const ArdSource *source, guint32 start, guint32 end, guint32 function,
                        const ArdPatterns *patterns, ArdFacts *facts);

#endif
