#include <check.h>
#include <stdlib.h>

#include "model/parallel.h"

#define N 10000

typedef struct {
  gint runs[N];
  gint highest_worker;
  GThread *caller;
  gint strange; /* worker 0 elsewhere than on the calling thread, or another worker there */
} Record;

static Record record;

static void
note (guint worker, guint index, gpointer data)
{
  Record *own = data;

  g_atomic_int_inc (&own->runs[index]);
  if ((worker == 0) != (g_thread_self () == own->caller))
    g_atomic_int_inc (&own->strange);
  for (gint seen = g_atomic_int_get (&own->highest_worker); (gint) worker > seen;
       seen = g_atomic_int_get (&own->highest_worker))
    g_atomic_int_compare_and_exchange (&own->highest_worker, seen, (gint) worker);
}

static void
run (guint n, guint n_workers)
{
  record = (Record){ .caller = g_thread_self () };
  ard_parallel_for (n, n_workers, note, &record);
}

START_TEST (every_job_runs_once_on_any_number_of_workers)
{
  run (N, (guint) _i);
  for (guint i = 0; i < N; i++)
    ck_assert_int_eq (record.runs[i], 1);
  ck_assert_int_lt (record.highest_worker, _i);
  ck_assert_int_eq (record.strange, 0);
}
END_TEST

START_TEST (no_job_is_no_work)
{
  run (0, 8);
  ck_assert_int_eq (record.runs[0], 0);
}
END_TEST

START_TEST (there_are_no_more_workers_than_jobs)
{
  run (1, 8);
  ck_assert_int_eq (record.runs[0], 1);
  ck_assert_int_eq (record.highest_worker, 0);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("parallel");
  TCase *cases = tcase_create ("parallel");

  tcase_add_loop_test (cases, every_job_runs_once_on_any_number_of_workers, 1, 9);
  tcase_add_test (cases, no_job_is_no_work);
  tcase_add_test (cases, there_are_no_more_workers_than_jobs);
  suite_add_tcase (all, cases);
  return all;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
