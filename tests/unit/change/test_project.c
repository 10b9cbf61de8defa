#include "change/project.h"
#include "versions.h"

static ArdVersion newer, older;

static void
begin (void)
{
  newer = make_version (30);
  ard_version_init (&older);
}

static void
end (void)
{
  ard_version_clear (&newer);
  ard_version_clear (&older);
}

static void
project (const ArdHunk *rows, guint n)
{
  g_autoptr (GArray) hunks = make_hunks (rows, n);

  ard_version_project (&newer, hunks, 1, &older);
}

static const ArdVersionFunction *
nth (guint i)
{
  ck_assert_uint_lt (i, older.functions->len);
  return &g_array_index (older.functions, ArdVersionFunction, i);
}

static void
expect_lines (guint i, guint32 start_line, guint32 end_line)
{
  ck_assert_uint_eq (nth (i)->start_line, start_line);
  ck_assert_uint_eq (nth (i)->end_line, end_line);
}

START_TEST (lines_added_above_move_a_function_and_leave_its_code)
{
  /* Five lines were put in front of what was the third. */
  const ArdHunk above[] = { { 2, 0, 2, 5, FALSE } };

  add_function (&newer, "f", 7, 10, 14);
  project (above, 1);
  ck_assert_uint_eq (older.lines, 25);
  expect_lines (0, 5, 9);
  ck_assert_uint_eq (nth (0)->digest, 7);
}
END_TEST

START_TEST (a_function_whose_lines_are_all_new_was_not_there)
{
  const ArdHunk born[] = { { 8, 0, 8, 10, FALSE } };

  add_function (&newer, "f", 7, 10, 14);
  project (born, 1);
  ck_assert_uint_eq (older.functions->len, 0);
}
END_TEST

START_TEST (a_function_written_over_alone_was_there)
{
  /* Lines 10 to 14 stand for what was one line. */
  const ArdHunk over[] = { { 9, 1, 9, 5, FALSE } };

  add_function (&newer, "f", 7, 10, 14);
  project (over, 1);
  expect_lines (0, 10, 10);
  ck_assert_uint_ne (nth (0)->digest, 7);
}
END_TEST

START_TEST (a_line_taken_out_within_changes_the_code)
{
  /* Two lines between the new lines 11 and 12. */
  const ArdHunk gone[] = { { 11, 2, 11, 0, FALSE } };

  add_function (&newer, "f", 7, 10, 14);
  project (gone, 1);
  expect_lines (0, 10, 16);
  ck_assert_uint_ne (nth (0)->digest, 7);
}
END_TEST

START_TEST (lines_taken_out_before_and_behind_belong_to_nobody)
{
  const ArdHunk gone[] = { { 9, 2, 9, 0, FALSE }, { 16, 3, 14, 0, FALSE } };

  add_function (&newer, "f", 7, 10, 14);
  project (gone, 2);
  expect_lines (0, 12, 16);
  ck_assert_uint_eq (nth (0)->digest, 7);
}
END_TEST

START_TEST (a_cosmetic_hunk_leaves_the_code)
{
  const ArdHunk comment[] = { { 10, 1, 10, 2, TRUE } };

  add_function (&newer, "f", 7, 10, 14);
  project (comment, 1);
  expect_lines (0, 10, 13);
  ck_assert_uint_eq (nth (0)->digest, 7);
}
END_TEST

START_TEST (two_functions_in_one_hunk_share_its_old_lines_without_overlap)
{
  /* New lines 13 to 18 stand for four old ones; f ends at 14, g begins at 16. */
  const ArdHunk shared[] = { { 12, 4, 12, 6, FALSE } };

  add_function (&newer, "f", 7, 10, 14);
  add_function (&newer, "g", 8, 16, 25);
  project (shared, 1);
  expect_lines (0, 10, 14);
  /* The fourth line of the hunk is the fourth of the old ones, 16; seven lines below the hunk stand two higher. */
  expect_lines (1, 16, 23);
}
END_TEST

START_TEST (what_was_not_measured_stays_so)
{
  newer.measured = FALSE;
  project (NULL, 0);
  ck_assert (!older.measured);
  ck_assert_uint_eq (older.lines, 30);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("project");
  TCase *cases = tcase_create ("project");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, lines_added_above_move_a_function_and_leave_its_code);
  tcase_add_test (cases, a_function_whose_lines_are_all_new_was_not_there);
  tcase_add_test (cases, a_function_written_over_alone_was_there);
  tcase_add_test (cases, a_line_taken_out_within_changes_the_code);
  tcase_add_test (cases, lines_taken_out_before_and_behind_belong_to_nobody);
  tcase_add_test (cases, a_cosmetic_hunk_leaves_the_code);
  tcase_add_test (cases, two_functions_in_one_hunk_share_its_old_lines_without_overlap);
  tcase_add_test (cases, what_was_not_measured_stays_so);
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
