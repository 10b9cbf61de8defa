#ifndef ARD_CORPUS_WORKERS_H
#define ARD_CORPUS_WORKERS_H

#include "corpus/corpus.h"

/* What one worker of a parallel loop owns. */
typedef struct {
  ArdRepository *repository;
  ArdReader *reader;
} ArdWorker;

/*
 * One state a worker; the first, which runs on the calling thread, borrows repository.
 *
 * Errors:   ARD_ERROR_REPOSITORY
 */
typedef struct {
  ArdWorker *workers;
  guint n;
} ArdWorkers;

ArdWorkers *ard_workers_new (ArdRepository *repository, const ArdBuild *build, GError **error);
void ard_workers_free (ArdWorkers *workers);

/* How far one step of the work is; jobs count, only worker 0 (the calling thread) reports. */
typedef struct {
  const ArdBuild *build;
  const char *step;
  guint total;
  gint done; /* atomic */
} ArdMeter;

/* Count one job as done, and show it from the building thread. */
void ard_meter_count (ArdMeter *meter, guint worker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdWorkers, ard_workers_free)

#endif
