#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/nearest.h"

/* Distances counted by hand. */
START_TEST (the_word_with_the_fewest_edits_is_found)
{
  const char *const words[] = { "attention", "critical", "enabled", NULL };

  ck_assert_str_eq (ard_nearest ("atention", words), "attention");
  ck_assert_str_eq (ard_nearest ("CRITICAL", words), "critical");
  ck_assert_str_eq (ard_nearest ("disabled", words), "enabled");
}
END_TEST

START_TEST (a_tie_goes_to_the_first)
{
  const char *const words[] = { "bat", "cat", NULL };

  ck_assert_str_eq (ard_nearest ("rat", words), "bat");
}
END_TEST

START_TEST (no_candidate_is_nothing)
{
  const char *const words[] = { NULL };

  ck_assert_ptr_null (ard_nearest ("x", words));
}
END_TEST

START_TEST (a_very_long_word_is_compared_by_its_start)
{
  const char *const words[] = { "yyyy", "xxxx", NULL };
  g_autofree char *word = g_strnfill (1000000, 'x');

  ck_assert_str_eq (ard_nearest (word, words), "xxxx");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("nearest");
  TCase *tests = tcase_create ("all");

  tcase_add_test (tests, the_word_with_the_fewest_edits_is_found);
  tcase_add_test (tests, a_tie_goes_to_the_first);
  tcase_add_test (tests, no_candidate_is_nothing);
  tcase_add_test (tests, a_very_long_word_is_compared_by_its_start);
  suite_add_tcase (suite, tests);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
