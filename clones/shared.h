#ifndef ARD_CLONES_SHARED_H
#define ARD_CLONES_SHARED_H

#include "model/facts.h"

/*
 * How many tokens two copies have in common, what they say included: aligned so that as many as possible are of one
 * kind, words equal, it counts those that are equal and names that stand for each other throughout, from their second
 * time on. A form alone, other names and literals in it each time, counts little.
 *
 * a, b     rows of tokens
 * edits    at most so many are in one of the two only
 * Returns: at most MIN (n_a, n_b); 0 where they differ in more
 */
guint32 ard_shared_count (const ArdToken *a, guint32 n_a, const ArdToken *b, guint32 n_b, guint32 edits);

#endif
