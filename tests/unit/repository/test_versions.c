#include <check.h>
#include <git2.h>
#include <stdlib.h>
#include <string.h>

#include "repository/repository.h"

static GArray *hunks;

static void
begin (void)
{
  git_libgit2_init ();
  hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
}

static void
end (void)
{
  g_array_unref (hunks);
  git_libgit2_shutdown ();
}

static void
find (const char *old, const char *new)
{
  g_autoptr (GBytes) left = g_bytes_new_static (old, strlen (old)), right = g_bytes_new_static (new, strlen (new));

  ck_assert (ard_hunks_find (left, right, hunks));
}

static const ArdHunk *
only (void)
{
  ck_assert_uint_eq (hunks->len, 1);
  return &g_array_index (hunks, ArdHunk, 0);
}

START_TEST (lines_are_counted_from_zero_on_both_sides)
{
  find ("a\nb\nc\n", "a\nx\ny\nc\n");
  ck_assert_uint_eq (only ()->old_from, 1);
  ck_assert_uint_eq (only ()->old_n, 1);
  ck_assert_uint_eq (only ()->new_from, 1);
  ck_assert_uint_eq (only ()->new_n, 2);
  ck_assert (!only ()->cosmetic);
}
END_TEST

START_TEST (lines_taken_out_leave_a_place)
{
  find ("a\nb\nc\n", "a\nc\n");
  ck_assert_uint_eq (only ()->old_from, 1);
  ck_assert_uint_eq (only ()->new_from, 1);
  ck_assert_uint_eq (only ()->new_n, 0);
}
END_TEST

START_TEST (comments_blank_lines_and_layout_are_cosmetic)
{
  static const char *const pairs[][2] = {
    { "f ();\n// one\n", "f ();\n// two\n/* three */\n" },
    { "f ();\n", "  f ();\n" },
    { "f (a,\n   b);\n", "f (a, b);\n" },
    { "x\n# why\n", "x\n# because\n" },
    { "x\ny\n", "x\n\ny\n" },
    { "x\n-- why\n", "x\n-- because\n" },
    { "/*\n * one\n */\n", "/*\n * two\n */\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    find (pairs[i][0], pairs[i][1]);
    ck_assert_msg (only ()->cosmetic, "%s", pairs[i][1]);
  }
}
END_TEST

START_TEST (code_is_not_cosmetic)
{
  static const char *const pairs[][2] = {
    { "f (1);\n", "f (2);\n" }, { "x\n", "x\n#define A 1\n" },  { "x\n", "x\n*p = 1;\n" },
    { "x\n", "x\n--n;\n" },     { "x // one\n", "x // two\n" }, /* a line that begins with code */
    { "a\n// b\n", "a\nb\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    find (pairs[i][0], pairs[i][1]);
    ck_assert_msg (!only ()->cosmetic, "%s", pairs[i][1]);
  }
}
END_TEST

START_TEST (each_hunk_is_told_apart)
{
  find ("a\n// b\nc\nd\n", "a\n// x\nc\ny\n");
  ck_assert_uint_eq (hunks->len, 2);
  ck_assert (g_array_index (hunks, ArdHunk, 0).cosmetic);
  ck_assert (!g_array_index (hunks, ArdHunk, 1).cosmetic);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("versions");
  TCase *cases = tcase_create ("versions");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, lines_are_counted_from_zero_on_both_sides);
  tcase_add_test (cases, lines_taken_out_leave_a_place);
  tcase_add_test (cases, comments_blank_lines_and_layout_are_cosmetic);
  tcase_add_test (cases, code_is_not_cosmetic);
  tcase_add_test (cases, each_hunk_is_told_apart);
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
