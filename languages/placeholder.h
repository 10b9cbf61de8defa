#ifndef ARD_LANGUAGES_PLACEHOLDER_H
#define ARD_LANGUAGES_PLACEHOLDER_H

#include <glib.h>

/*
 * The next name that a string's text mentions in braces: "{name}", "{name:?}", as
 * Rust's format macros read it.
 *
 * at        in: where to look from; out: behind the name
 * start     receives the name's first byte
 * Returns:  FALSE when there is none before end
 */
gboolean ard_placeholder_next (const char *text, guint32 end, guint32 *at, guint32 *start);

#endif
