#ifndef ARD_CLONES_SEEDS_H
#define ARD_CLONES_SEEDS_H

#include "clones/order.h"
#include "clones/units.h"

/*
 * Places that look alike: two neighbouring statements, or two with one between,
 * of the same shape with names numbered over both; or one long and rare statement.
 * What has few look-alikes is paired with all of them, what has many only with
 * those whose surroundings sort next to it: at most a fixed number a unit.
 *
 * Returns:  of guint64, pairs of units, the one that comes first in the upper half; sorted, each once; yours
 */
GArray *ard_seeds_find (const ArdUnitTable *table);

#endif
