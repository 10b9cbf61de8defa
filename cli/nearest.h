#ifndef ARD_NEAREST_H
#define ARD_NEAREST_H

#include <glib.h>

/*
 * The candidate with the smallest edit distance (Levenshtein, over bytes, case
 * ignored) to a word; the first on a tie; borrowed, NULL when there is none.
 * Only the first 100 bytes of a word count.
 */
const char *ard_nearest (const char *word, const char *const *candidates);

#endif
