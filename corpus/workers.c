#include "corpus/workers.h"

ArdWorkers *
ard_workers_new (ArdRepository *repository, const ArdBuild *build, GError **error)
{
  g_autoptr (ArdWorkers) workers = g_new0 (ArdWorkers, 1);

  workers->n = MAX (build->jobs, 1);
  workers->workers = g_new0 (ArdWorker, workers->n);
  for (guint i = 0; i < workers->n; i++) {
    workers->workers[i].repository = i == 0 ? repository : ard_repository_reopen (repository, error);
    if (!workers->workers[i].repository)
      return NULL;
    workers->workers[i].reader = ard_reader_new (build->languages);
  }
  return g_steal_pointer (&workers);
}

void
ard_workers_free (ArdWorkers *workers)
{
  for (guint i = 0; i < workers->n; i++) {
    g_clear_pointer (&workers->workers[i].reader, ard_reader_free);
    if (i > 0)
      g_clear_pointer (&workers->workers[i].repository, ard_repository_free);
  }
  g_free (workers->workers);
  g_free (workers);
}

void
ard_meter_count (ArdMeter *meter, guint worker)
{
  guint done = (guint) g_atomic_int_add (&meter->done, 1) + 1;

  if (worker == 0 && meter->build->progress)
    meter->build->progress (meter->step, done, meter->total, meter->build->progress_data);
}
