#ifndef ARD_LANGUAGES_IFZERO_H
#define ARD_LANGUAGES_IFZERO_H

#include "languages/source.h"

/*
 * DEAD_CODE captures of what stands between `#if 0` and its #else, #elif or #endif, where
 * ARD_DEAD_CODE_LINES of its lines read like statements; its CALL captures become VOIDED. For C and C++, before the
 * functions are put in order.
 */
void ard_if_zero_read (const ArdSource *source, ArdFacts *facts);

#endif
