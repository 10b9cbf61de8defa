#ifndef ARD_CLONES_SEEDS_H
#define ARD_CLONES_SEEDS_H

#include "clones/order.h"
#include "clones/units.h"

/*
 * Places that look alike: two neighbouring statements, or two with one between,
 * of the same shape with names numbered over both; or one long and rare statement.
 * What has few look-alikes is paired with all of them, what has many only with the
 * next and the first of those whose surroundings are alike too, equal ones together,
 * else in the order of the code: at most a fixed number a unit, and the same copies for
 * all units of a copy.
 *
 * Returns:  of guint64, pairs of units, the one that comes first in the upper half; sorted, each once; yours
 */
GArray *ard_seeds_find (const ArdUnitTable *table);

#endif
