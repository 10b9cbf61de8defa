#include "facts.h"

#define FIX (ARD_COMMIT_IN_WINDOW | ARD_COMMIT_FIX)

/* A file that so many commits repaired. */
static ArdFile *
add_fixed (Facts *facts, const char *path, guint n)
{
  add_file (facts, path, 100);
  for (guint i = 0; i < n; i++)
    add_change (facts, i, FIX, 1, 1);
  return ard_file (facts->corpus, facts->corpus->files->len - 1);
}

START_TEST (a_file_at_the_threshold_is_found_and_one_fix_less_is_not)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_fixed (&facts, "at.c", 8);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 8);
  ck_assert_double_eq (found (&facts, 0)->quantity, 0);
  facts_free (&facts);

  facts = facts_new ();
  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_fixed (&facts, "below.c", 7);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 0);
  facts_free (&facts);
}
END_TEST

/* 21 files took 10, 11 … 30 fixes: rounded up, a tenth of them is three. */
START_TEST (where_every_file_is_fixed_often_only_the_top_tenth_is_found)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  for (guint32 i = 0; i < 21; i++) {
    g_autofree char *path = g_strdup_printf ("%02u.c", i);

    add_fixed (&facts, g_string_chunk_insert (facts.corpus->strings, path), 10 + i);
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 3);
  ck_assert_double_eq (found (&facts, 0)->value, 28);
  ck_assert_double_eq (found (&facts, 2)->value, 30);
  facts_free (&facts);
}
END_TEST

START_TEST (fixes_of_one_author_on_one_day_count_once)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 2, 4);
  add_file (&facts, "a.c", 100);
  for (guint i = 0; i < 5; i++)
    add_change (&facts, 0, FIX, 1, 1);
  add_change (&facts, 1, FIX, 1, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (files_that_took_no_fix_do_not_widen_the_tenth)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_fixed (&facts, "a.c", 9);
  add_fixed (&facts, "b.c", 20);
  for (guint32 i = 0; i < 50; i++) {
    g_autofree char *path = g_strdup_printf ("z%02u.c", i);

    add_file (&facts, g_string_chunk_insert (facts.corpus->strings, path), 100);
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (tests_texts_and_generated_files_follow_the_fix_and_are_no_magnets)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_fixed (&facts, "CHANGES", 90)->measured = FALSE;
  add_fixed (&facts, "gen.c", 80)->flags = ARD_FILE_GENERATED;
  add_fixed (&facts, "product.c", 10);
  add_fixed (&facts, "test_product.c", 70)->flags = ARD_FILE_TEST;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (only_counted_repairs_within_the_window_count_and_a_revert_is_one)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 3, 24);
  add_fixed (&facts, "a.c", 2);
  add_change (&facts, 5, ARD_COMMIT_IN_WINDOW | ARD_COMMIT_REVERT, 1, 1);
  add_change (&facts, 6, ARD_COMMIT_IN_WINDOW, 1, 1);
  add_change (&facts, 7, FIX | ARD_COMMIT_MERGE, -1, -1);
  add_change (&facts, 8, FIX | ARD_COMMIT_BOT, 1, 1);
  add_change (&facts, 9, FIX | ARD_COMMIT_MASS, 1, 1);
  add_change (&facts, 10, FIX | ARD_COMMIT_IGNORED, 1, 1);
  add_change (&facts, 900, ARD_COMMIT_FIX, 1, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 3);
  facts_free (&facts);
}
END_TEST

/* One commit fixed ten files, one eleven: each commit's rows stand for its files here. */
START_TEST (a_sweep_over_more_than_ten_files_is_not_the_repair_of_one)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 1, 24);
  add_fixed (&facts, "a.c", 1);
  add_rows (&facts, 9);
  add_fixed (&facts, "b.c", 1);
  add_rows (&facts, 10);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_rename_in_a_fix_is_one_fix)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 1, 24);
  add_fixed (&facts, "a.c", 1);
  add_rows (&facts, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (no_fix_at_all_is_no_finding_even_at_a_threshold_of_zero)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 0, 1);
  add_file (&facts, "a.c", 100);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_shallow_clone_claims_nothing)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  facts.corpus->shallow = TRUE;
  add_fixed (&facts, "a.c", 50);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 0);
  facts_free (&facts);
}
END_TEST

/* The oldest six of ten repairs were of lines that have left the file. */
START_TEST (repairs_of_lines_that_left_the_file_do_not_count)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 4, 24);
  add_fixed (&facts, "split.c", 10)->n_departed = 6;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 4);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_file_at_the_threshold_is_found_and_one_fix_less_is_not,
    where_every_file_is_fixed_often_only_the_top_tenth_is_found,
    fixes_of_one_author_on_one_day_count_once,
    files_that_took_no_fix_do_not_widen_the_tenth,
    tests_texts_and_generated_files_follow_the_fix_and_are_no_magnets,
    only_counted_repairs_within_the_window_count_and_a_revert_is_one,
    a_sweep_over_more_than_ten_files_is_not_the_repair_of_one,
    a_rename_in_a_fix_is_one_fix,
    no_fix_at_all_is_no_finding_even_at_a_threshold_of_zero,
    repairs_of_lines_that_left_the_file_do_not_count,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("fix-magnet", tests, G_N_ELEMENTS (tests));
}
