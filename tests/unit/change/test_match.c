/* Which function of one version became which of the next. Expected pairs are what a reader of the two texts says. */
#include "change/match.h"

#include "versions.h"

static ArdVersion before, after;
static guint32 pairs[8];

static void
setup (void)
{
  before = make_version (20);
  after = make_version (20);
}

static void
teardown (void)
{
  ard_version_clear (&before);
  ard_version_clear (&after);
}

static void
match (const ArdHunk *rows, guint n)
{
  g_autoptr (GArray) hunks = make_hunks (rows, n);

  ard_match_functions (&before, &after, hunks, pairs);
}

START_TEST (functions_of_one_name_are_one_though_all_of_it_changed)
{
  const ArdHunk all[] = { { 0, 20, 0, 20, FALSE } };

  add_function (&before, "f", 1, 1, 20);
  add_function (&after, "f", 2, 1, 20);
  match (all, 1);
  ck_assert_uint_eq (pairs[0], 0);
}
END_TEST

/* Lines 3 to 9 of ten stay: seven of ten. */
START_TEST (a_renamed_function_is_followed_by_the_lines_that_stayed)
{
  const ArdHunk head[] = { { 0, 2, 0, 2, FALSE }, { 9, 1, 9, 1, FALSE } };

  add_function (&before, "old", 1, 1, 10);
  add_function (&after, "new", 2, 1, 10);
  match (head, 2);
  ck_assert_uint_eq (pairs[0], 0);
}
END_TEST

/* Four of ten lines stay: less than half. */
START_TEST (a_function_of_which_less_than_half_stayed_is_another)
{
  const ArdHunk most[] = { { 0, 6, 0, 6, FALSE } };

  add_function (&before, "old", 1, 1, 10);
  add_function (&after, "new", 2, 1, 10);
  match (most, 1);
  ck_assert_uint_eq (pairs[0], ARD_NONE);
}
END_TEST

START_TEST (a_function_renamed_and_moved_is_known_by_its_code)
{
  const ArdHunk moved[] = { { 0, 5, 0, 0, FALSE }, { 20, 0, 15, 5, FALSE } };

  add_function (&before, "old", 7, 1, 5);
  add_function (&before, "other", 8, 6, 10);
  add_function (&after, "other", 8, 1, 5);
  add_function (&after, "new", 7, 16, 20);
  match (moved, 2);
  ck_assert_uint_eq (pairs[0], 1);
  ck_assert_uint_eq (pairs[1], 0);
}
END_TEST

START_TEST (code_that_stands_twice_is_no_sign_of_a_move)
{
  const ArdHunk all[] = { { 0, 20, 0, 20, FALSE } };

  add_function (&before, "old", 7, 1, 5);
  add_function (&after, "new", 7, 1, 5);
  add_function (&after, "newer", 7, 6, 10);
  match (all, 1);
  ck_assert_uint_eq (pairs[0], ARD_NONE);
}
END_TEST

/* A new overload stands in front of the old one: the second is the one that was there. */
START_TEST (overloads_are_told_apart_by_their_code_and_their_lines)
{
  const ArdHunk inserted[] = { { 0, 0, 0, 5, FALSE }, { 1, 1, 6, 1, FALSE } };

  add_function (&before, "f", 1, 1, 5);
  add_function (&before, "f", 2, 6, 9);
  add_function (&after, "f", 3, 1, 5);
  add_function (&after, "f", 4, 6, 10);
  add_function (&after, "f", 2, 11, 14);
  match (inserted, 2);
  ck_assert_uint_eq (pairs[0], 1);
  ck_assert_uint_eq (pairs[1], 2);
}
END_TEST

/* request's ten lines move as they are into _request; request is three new ones that call it. */
START_TEST (a_body_is_followed_where_a_new_function_took_its_name)
{
  const ArdHunk wrapped[] = { { 0, 1, 0, 4, FALSE } };

  add_function (&before, "request", 1, 1, 10);
  add_function (&after, "request", 2, 1, 3);
  add_function (&after, "_request", 3, 4, 13);
  match (wrapped, 1);
  ck_assert_uint_eq (pairs[0], 1);
}
END_TEST

/* Seven of f's ten lines are taken out into g, three stay in f. */
START_TEST (a_function_that_gives_lines_away_stays_itself)
{
  const ArdHunk extracted[] = { { 3, 0, 3, 2, FALSE } };

  add_function (&before, "f", 1, 1, 10);
  add_function (&after, "f", 2, 1, 4);
  add_function (&after, "g", 3, 5, 12);
  match (extracted, 1);
  ck_assert_uint_eq (pairs[0], 0);
}
END_TEST

START_TEST (a_nameless_one_line_function_is_followed_in_its_hunk)
{
  const ArdHunk line[] = { { 4, 1, 4, 1, FALSE } };

  add_function (&before, "", 1, 5, 5);
  add_function (&after, "", 2, 5, 5);
  match (line, 1);
  ck_assert_uint_eq (pairs[0], 0);
}
END_TEST

START_TEST (nameless_functions_of_which_one_is_new_are_not_guessed)
{
  const ArdHunk line[] = { { 4, 1, 4, 2, FALSE } };

  add_function (&before, "", 1, 5, 5);
  add_function (&after, "", 2, 5, 5);
  add_function (&after, "", 3, 6, 6);
  match (line, 1);
  ck_assert_uint_eq (pairs[0], ARD_NONE);
}
END_TEST

START_TEST (without_lines_names_and_code_decide)
{
  add_function (&before, "f", 1, 1, 5);
  add_function (&before, "g", 2, 6, 10);
  add_function (&after, "f", 9, 1, 5);
  add_function (&after, "h", 2, 6, 10);
  ard_match_functions (&before, &after, NULL, pairs);
  ck_assert_uint_eq (pairs[0], 0);
  ck_assert_uint_eq (pairs[1], 1);
}
END_TEST

START_TEST (a_line_belongs_to_the_innermost_function)
{
  guint32 owners[20];

  add_function (&after, "outer", 1, 2, 10);
  add_function (&after, "inner", 2, 4, 6);
  add_function (&after, "one", 3, 8, 8);
  ard_version_own (&after, owners);
  ck_assert_uint_eq (owners[0], ARD_NONE);
  ck_assert_uint_eq (owners[1], 0);
  ck_assert_uint_eq (owners[3], 1);
  ck_assert_uint_eq (owners[5], 1);
  ck_assert_uint_eq (owners[6], 0);
  ck_assert_uint_eq (owners[7], 2);
  ck_assert_uint_eq (owners[9], 0);
  ck_assert_uint_eq (owners[10], ARD_NONE);
}
END_TEST

START_TEST (hunks_beyond_the_lines_of_a_version_are_bounded)
{
  const ArdHunk wild[] = { { 4000, 7, 3000, 9, FALSE }, { 5000, 1, 4000000000u, 1, FALSE } };

  add_function (&before, "f", 1, 1, 20);
  add_function (&after, "g", 2, 1, 20);
  match (wild, 2);
  ck_assert_uint_eq (pairs[0], 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("match");
  TCase *tests = tcase_create ("match");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_checked_fixture (tests, setup, teardown);
  tcase_add_test (tests, functions_of_one_name_are_one_though_all_of_it_changed);
  tcase_add_test (tests, a_renamed_function_is_followed_by_the_lines_that_stayed);
  tcase_add_test (tests, a_function_of_which_less_than_half_stayed_is_another);
  tcase_add_test (tests, a_function_renamed_and_moved_is_known_by_its_code);
  tcase_add_test (tests, code_that_stands_twice_is_no_sign_of_a_move);
  tcase_add_test (tests, overloads_are_told_apart_by_their_code_and_their_lines);
  tcase_add_test (tests, a_body_is_followed_where_a_new_function_took_its_name);
  tcase_add_test (tests, a_function_that_gives_lines_away_stays_itself);
  tcase_add_test (tests, a_nameless_one_line_function_is_followed_in_its_hunk);
  tcase_add_test (tests, nameless_functions_of_which_one_is_new_are_not_guessed);
  tcase_add_test (tests, without_lines_names_and_code_decide);
  tcase_add_test (tests, a_line_belongs_to_the_innermost_function);
  tcase_add_test (tests, hunks_beyond_the_lines_of_a_version_are_bounded);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
