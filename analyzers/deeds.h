#ifndef ARD_ANALYZERS_DEEDS_H
#define ARD_ANALYZERS_DEEDS_H

#include "analyzers/namesakes.h"

/*
 * By function of JavaScript: whether it does something that outlives it or that others see, itself or in a callback
 * without a name: a request that changes something, or what is awaited and keeps something by its name. A failure of it
 * loses somebody's work; of the rest it mostly shows.
 *
 * Returns: by function; yours, g_free
 */
guint8 *ard_deeds_find (const ArdCorpus *corpus);

#endif
