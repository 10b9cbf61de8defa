#ifndef TEST_RUN_H
#define TEST_RUN_H

#include <check.h>
#include <glib.h>

/* Run the tests of one file; returns the exit status. */
G_GNUC_UNUSED static int
run_tests (const char *name, const TTest *const *tests, guint n)
{
  Suite *suite = suite_create (name);
  TCase *cases = tcase_create (name);
  SRunner *runner;
  int failed;

  for (guint i = 0; i < n; i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed > 0;
}

#endif
