#ifndef ARD_ANALYZERS_HABITS_H
#define ARD_ANALYZERS_HABITS_H

#include "analyzers/handled.h"

/*
 * How often the handlers around a call that is made for what it does say or hand on its error, and how often they are
 * silent: by language and callee as written. What most do is the rule (Engler et al. 2001).
 *
 * Returns: yours, g_hash_table_unref
 */
GHashTable *ard_habits_find (const ArdCorpus *corpus);

/* Whether a call of the block has its error told by at least three other handlers, and by twice as many as not. */
gboolean ard_habits_deviate (GHashTable *habits, const ArdHandled *handled);

#endif
