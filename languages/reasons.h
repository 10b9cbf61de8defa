#ifndef ARD_LANGUAGES_REASONS_H
#define ARD_LANGUAGES_REASONS_H

#include "languages/source.h"

/* Where a comment that starts there ends; of a long one, where reading it does. */
guint32 ard_comment_end (const ArdSource *source, guint32 start);

/* Whether the comment [start, end) is said to a tool: eslint, noqa. */
gboolean ard_comment_is_directive (const ArdSource *source, guint32 start, guint32 end);

/* Whether the comment [start, end) says that something may fail, to people and not to a tool. */
gboolean ard_comment_explains (const ArdSource *source, guint32 start, guint32 end);

/* Whether the comment [start, end) only says that the code is bad, as examples of bad code do: no reason for it. */
gboolean ard_comment_finds_fault (const ArdSource *source, guint32 start, guint32 end);

#endif
