#include "model/parallel.h"

typedef struct {
  guint n;
  gint next;
  ArdJob job;
  gpointer data;
} Loop;

typedef struct {
  Loop *loop;
  guint worker;
} Worker;

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  Loop *loop = worker->loop;
  guint index;

  while ((index = (guint) g_atomic_int_add (&loop->next, 1)) < loop->n)
    loop->job (worker->worker, index, loop->data);
  return NULL;
}

void
ard_parallel_for (guint n, guint n_workers, ArdJob job, gpointer data)
{
  Loop loop = { n, 0, job, data };

  n_workers = CLAMP (n_workers, 1, MAX (n, 1));

  g_autofree Worker *workers = g_new (Worker, n_workers);
  g_autofree GThread **threads = g_new (GThread *, n_workers);

  for (guint i = 0; i < n_workers; i++)
    workers[i] = (Worker){ &loop, i };
  for (guint i = 1; i < n_workers; i++)
    threads[i] = g_thread_try_new ("ardoise", work, &workers[i], NULL);
  work (&workers[0]);
  for (guint i = 1; i < n_workers; i++)
    if (threads[i])
      g_thread_join (threads[i]);
}
