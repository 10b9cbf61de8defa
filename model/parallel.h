#ifndef ARD_PARALLEL_H
#define ARD_PARALLEL_H

#include <glib.h>

/*
 * One plain parallel-for over independent jobs. Jobs take no locks: each
 * worker owns its state, each job writes into its own slot, the caller merges
 * the slots in order.
 */
typedef void (*ArdJob) (guint worker, guint index, gpointer data);

/*
 * Run job for every index in [0, n), on at most n_workers threads: on fewer when
 * the system refuses one. Worker 0 is the calling thread.
 *
 * n_workers  at least 1; worker numbers passed to job are below it
 * Returns:   when every job has ended
 */
void ard_parallel_for (guint n, guint n_workers, ArdJob job, gpointer data);

#endif
