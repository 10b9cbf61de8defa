#ifndef ARD_LANGUAGES_MENTIONS_H
#define ARD_LANGUAGES_MENTIONS_H

#include "languages/source.h"

/*
 * MENTION captures of a page of documentation: paths that it names as things of this
 * repository, each once. In Markdown, reStructuredText and AsciiDoc these are targets of
 * relative links and images, and words in backticks with a '/' and an extension. What
 * stands in fenced or indented blocks is an example and is not read, nor are the backticks
 * of a line that says that something was removed, moved or is to be made.
 *
 * text: the path as written, anchor and query off, at most 300 bytes.
 * Bounds: 5,000 a page.
 */
void ard_mentions_read (const char *name, const ArdSource *source, ArdFacts *facts);

#endif
