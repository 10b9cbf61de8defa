#include "facts.h"

START_TEST (a_file_at_the_threshold_is_found_and_one_fix_less_is_not)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_file (&facts, "at.c", 100)->fixes = 8;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 8);
  ck_assert_double_eq (found (&facts, 0)->quantity, 0);
  facts_free (&facts);

  facts = facts_new ();
  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_file (&facts, "below.c", 100)->fixes = 7;
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

    add_file (&facts, g_string_chunk_insert (facts.corpus->strings, path), 100)->fixes = 10 + i;
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 3);
  ck_assert_double_eq (found (&facts, 0)->value, 28);
  ck_assert_double_eq (found (&facts, 2)->value, 30);
  facts_free (&facts);
}
END_TEST

START_TEST (files_that_took_no_fix_do_not_widen_the_tenth)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "fix-magnet", 8, 24);
  add_file (&facts, "a.c", 100)->fixes = 9;
  add_file (&facts, "b.c", 100)->fixes = 20;
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
  ArdFile *log = add_file (&facts, "CHANGES", 100);
  log->fixes = 90;
  log->measured = FALSE;
  ArdFile *generated = add_file (&facts, "gen.c", 100);
  generated->fixes = 80;
  generated->flags = ARD_FILE_GENERATED;
  add_file (&facts, "product.c", 100)->fixes = 10;
  ArdFile *test = add_file (&facts, "test_product.c", 100);
  test->fixes = 70;
  test->flags = ARD_FILE_TEST;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 2);
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
  add_file (&facts, "a.c", 100)->fixes = 50;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_fix_magnet), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_file_at_the_threshold_is_found_and_one_fix_less_is_not,
    where_every_file_is_fixed_often_only_the_top_tenth_is_found,
    files_that_took_no_fix_do_not_widen_the_tenth,
    tests_texts_and_generated_files_follow_the_fix_and_are_no_magnets,
    no_fix_at_all_is_no_finding_even_at_a_threshold_of_zero,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("fix-magnet", tests, G_N_ELEMENTS (tests));
}
