#ifndef ARD_ANALYZERS_ESCAPES_H
#define ARD_ANALYZERS_ESCAPES_H

#include "analyzers/namesakes.h"

/*
 * Which functions let an error of what they await, raise or hand on get out. An await inside a try whose handlers all
 * keep the error lets none out; nor does one of a timer, of `x.catch (…)`, or of a function of the repository that
 * lets none out itself.
 *
 * names    its functions are known
 * Returns: by function, TRUE where one gets out; yours, g_free
 */
guint8 *ard_escapes_find (const ArdCorpus *corpus, const ArdNamesakes *names);

/* By function: whether a handler of it keeps the error of a call, so that it tells of some by itself; yours, g_free. */
guint8 *ard_takers_find (const ArdCorpus *corpus);

/* Whether a call cannot fail, by its name: a timer, the end of a chain that handles its errors. text: as written. */
gboolean ard_call_is_harmless (const char *text, gsize length);

/* Whether one of the calls of a chain "a().then().catch" takes its errors. */
gboolean ard_chain_is_handled (ArdTongue tongue, const char *text);

#endif
