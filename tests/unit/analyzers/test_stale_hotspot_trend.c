#include "facts.h"

/* One version of the only file: its commit is so many days old. */
typedef struct {
  guint age_d;
  guint32 code_lines, cognitive;
} Version;

/* A file of that many lines and points today, and its past versions, newest first. */
static Facts
make (guint32 code_lines, guint32 cognitive, const Version *versions, guint n)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "stale-hotspot-trend", 20, 100);
  facts.settings->history_window_d = 360;
  add_file (&facts, "engine.c", code_lines)->days_month = 1;
  add_function (&facts, "work")->cognitive = cognitive;
  for (guint i = 0; i < n; i++) {
    ArdTrendPoint point = { 0, i, versions[i].code_lines, 1, versions[i].cognitive, versions[i].cognitive };

    add_change (&facts, versions[i].age_d, 0, 1, 0);
    g_array_append_val (facts.corpus->trends, point);
  }
  ard_file (facts.corpus, 0)->n_trend = n;
  return facts;
}

static guint
count (guint32 code_lines, guint32 cognitive, const Version *versions, guint n)
{
  Facts facts = make (code_lines, cognitive, versions, n);
  guint findings = run_one (&facts, &ard_analyzer_stale_hotspot_trend);

  facts_free (&facts);
  return findings;
}

/* 100 points on 1,000 lines became 180 on 1,200: 0.10 a line became 0.15, 50 % more. */
START_TEST (growth_in_lines_is_taken_out)
{
  static const Version versions[] = { { 10, 1200, 180 }, { 100, 1100, 140 }, { 200, 1050, 120 }, { 350, 1000, 100 } };
  Facts facts = make (1200, 180, versions, 4);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_hotspot_trend), 1);
  ck_assert_double_eq_tol (found (&facts, 0)->value, 50, 1e-9);
  ck_assert_double_eq (found (&facts, 0)->quantity, 80);
  ck_assert_uint_eq (found (&facts, 0)->commit, 3);
  facts_free (&facts);
}
END_TEST

/* 100 points became 130, and half of the lines went: 30 % more complex, though 160 % denser. */
START_TEST (lines_taken_out_are_no_complexity)
{
  static const Version versions[] = { { 10, 500, 130 }, { 100, 1000, 120 }, { 200, 1000, 110 }, { 360, 1000, 100 } };
  Facts facts = make (500, 130, versions, 4);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_hotspot_trend), 1);
  ck_assert_double_eq_tol (found (&facts, 0)->value, 30, 1e-9);
  facts_free (&facts);
}
END_TEST

START_TEST (complexity_that_grows_with_the_lines_is_none)
{
  static const Version versions[] = { { 10, 3000, 300 }, { 100, 2000, 200 }, { 200, 1500, 150 }, { 360, 1000, 100 } };

  ck_assert_uint_eq (count (3000, 300, versions, 4), 0);
}
END_TEST

/* Of 700, 340 and 300 days, 340 is nearest to the window's 360; there were 150 points: 33 %, not 100 %. */
START_TEST (the_beginning_is_the_version_nearest_to_the_windows)
{
  static const Version versions[] = {
    { 5, 1000, 200 }, { 100, 1000, 180 }, { 300, 1000, 160 }, { 340, 1000, 150 }, { 700, 1000, 100 }
  };
  Facts facts = make (1000, 200, versions, 5);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_hotspot_trend), 1);
  ck_assert_double_eq_tol (found (&facts, 0)->value, 100.0 / 3, 1e-9);
  facts_free (&facts);
}
END_TEST

/* From 100 to 180: in steps of 20 it is a trend; 55 of the 80 in one step, the last or another, are one feature. */
START_TEST (a_rise_that_is_mostly_one_step_is_no_trend)
{
  static const Version steps[] = {
    { 10, 1000, 180 }, { 90, 1000, 160 }, { 180, 1000, 140 }, { 270, 1000, 120 }, { 360, 1000, 100 }
  };
  static const Version middle[] = {
    { 10, 1000, 180 }, { 90, 1000, 175 }, { 180, 1000, 170 }, { 270, 1000, 115 }, { 360, 1000, 100 }
  };
  static const Version last[] = { { 90, 1000, 125 }, { 180, 1000, 118 }, { 270, 1000, 110 }, { 360, 1000, 100 } };

  ck_assert_uint_eq (count (1000, 180, steps, 5), 1);
  ck_assert_uint_eq (count (1000, 180, middle, 5), 0);
  ck_assert_uint_eq (count (1000, 180, last, 4), 0);
}
END_TEST

START_TEST (three_versions_are_no_trend)
{
  static const Version versions[] = { { 10, 1000, 200 }, { 200, 1000, 150 }, { 360, 1000, 100 }, { 900, 1000, 50 } };

  ck_assert_uint_eq (count (1000, 200, versions, 4), 0);
}
END_TEST

START_TEST (a_file_younger_than_half_of_the_window_is_still_being_written)
{
  static const Version versions[] = { { 10, 1000, 200 }, { 60, 1000, 180 }, { 90, 1000, 150 }, { 179, 1000, 100 } };

  ck_assert_uint_eq (count (1000, 200, versions, 4), 0);
}
END_TEST

START_TEST (a_simple_file_may_double)
{
  static const Version low[] = { { 10, 1000, 99 }, { 100, 1000, 80 }, { 200, 1000, 60 }, { 360, 1000, 40 } };
  static const Version new[] = { { 10, 1000, 120 }, { 100, 1000, 80 }, { 200, 1000, 60 }, { 360, 1000, 24 } };

  ck_assert_uint_eq (count (1000, 99, low, 4), 0);
  ck_assert_uint_eq (count (1000, 120, new, 4), 0);
}
END_TEST

/* Fewer points than one on ten lines: a list of small functions, say. */
START_TEST (a_long_plain_file_is_not_judged)
{
  static const Version versions[] = { { 10, 2000, 199 }, { 100, 2000, 150 }, { 200, 2000, 120 }, { 360, 2000, 100 } };

  ck_assert_uint_eq (count (2000, 199, versions, 4), 0);
  ck_assert_uint_eq (count (1990, 199, versions, 4), 1);
}
END_TEST

START_TEST (tests_examples_and_files_without_forecast_work_are_not_judged)
{
  static const Version versions[] = { { 10, 1000, 400 }, { 100, 1000, 300 }, { 200, 1000, 200 }, { 360, 1000, 100 } };
  static const guint flags[] = { ARD_FILE_TEST, ARD_FILE_EXAMPLE, ARD_FILE_GENERATED, 0 };
  Facts facts = make (1000, 400, versions, 4);

  ard_file (facts.corpus, 0)->flags = flags[_i];
  ard_file (facts.corpus, 0)->days_month = flags[_i] ? 1 : 0;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_stale_hotspot_trend), 0);
  facts_free (&facts);
  ck_assert_uint_eq (count (1000, 400, versions, 4), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("stale-hotspot-trend");
  TCase *cases = tcase_create ("stale-hotspot-trend");

  tcase_add_test (cases, growth_in_lines_is_taken_out);
  tcase_add_test (cases, lines_taken_out_are_no_complexity);
  tcase_add_test (cases, complexity_that_grows_with_the_lines_is_none);
  tcase_add_test (cases, the_beginning_is_the_version_nearest_to_the_windows);
  tcase_add_test (cases, a_rise_that_is_mostly_one_step_is_no_trend);
  tcase_add_test (cases, three_versions_are_no_trend);
  tcase_add_test (cases, a_file_younger_than_half_of_the_window_is_still_being_written);
  tcase_add_test (cases, a_simple_file_may_double);
  tcase_add_test (cases, a_long_plain_file_is_not_judged);
  tcase_add_loop_test (cases, tests_examples_and_files_without_forecast_work_are_not_judged, 0, 4);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
