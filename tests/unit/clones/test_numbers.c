#include <check.h>
#include <stdlib.h>

#include "clones/numbers.h"

/* More keys than there are places at first: all are kept. */
START_TEST (numbers_are_kept_by_key_however_many)
{
  g_autoptr (ArdNumbers) numbers = ard_numbers_new ();

  for (guint64 i = 0; i < 5000; i++)
    *ard_numbers_at (numbers, i * i) = i + 1;
  ck_assert_uint_eq (ard_numbers_size (numbers), 5000);
  for (guint64 i = 0; i < 5000; i++)
    ck_assert_uint_eq (ard_numbers_get (numbers, i * i), i + 1);
  ck_assert_uint_eq (ard_numbers_get (numbers, 3), 0);
  ck_assert_uint_eq (ard_numbers_size (numbers), 5000);
}
END_TEST

START_TEST (emptied_numbers_have_no_key)
{
  g_autoptr (ArdNumbers) numbers = ard_numbers_new ();

  *ard_numbers_at (numbers, 0) = 7;
  ard_numbers_clear (numbers);
  ck_assert_uint_eq (ard_numbers_size (numbers), 0);
  ck_assert_uint_eq (ard_numbers_get (numbers, 0), 0);
  ck_assert_uint_eq (*ard_numbers_at (numbers, 0), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("numbers");
  TCase *test = tcase_create ("numbers");

  tcase_add_test (test, numbers_are_kept_by_key_however_many);
  tcase_add_test (test, emptied_numbers_have_no_key);
  suite_add_tcase (suite, test);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
