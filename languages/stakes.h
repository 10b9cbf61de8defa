#ifndef ARD_LANGUAGES_STAKES_H
#define ARD_LANGUAGES_STAKES_H

#include "languages/source.h"

/*
 * What is lost when the promise of a call in JavaScript fails and nobody is told, as far as its own text shows.
 *
 * start     of the callee, which holds the calls before it of a chain; end: first byte behind it, where its arguments
 *           begin. Of longer arguments than 4,000 bytes nothing is known.
 *
 * Returns:  ARD_TRAIT_WRITES where a request is sent with POST, PUT, PATCH or DELETE as its method, or with a method
 * that is not told and a body; ARD_TRAIT_HALF where a callback of the chain's `then` ends a state that is begun before
 * it, within 8,000 bytes or in the file's first 8,000: `busy = true … then (… busy = false …)`, setBusy (true)
 * likewise; of `finally` it ends in any case
 */
guint32 ard_promise_traits (const ArdSource *source, guint32 start, guint32 end);

#endif
