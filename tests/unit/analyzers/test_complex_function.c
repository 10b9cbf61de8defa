#include "facts.h"

START_TEST (a_function_at_the_attention_threshold_is_found)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "complex-function", 25, 60);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "at")->cognitive = 25;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_ATTENTION);
  ck_assert_double_eq (found (&facts, 0)->quantity, 0);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 11);
  ck_assert_uint_eq (found (&facts, 0)->end_line, 20);
  facts_free (&facts);
}
END_TEST

START_TEST (a_function_one_point_below_is_left_alone)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "complex-function", 25, 60);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "below")->cognitive = 24;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_function_at_the_critical_threshold_is_critical)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "complex-function", 25, 60);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "critical")->cognitive = 60;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_CRITICAL);
  ck_assert_double_eq (found (&facts, 0)->quantity, 60 - 25);
  facts_free (&facts);
}
END_TEST

START_TEST (the_cyclomatic_number_of_a_flat_switch_does_not_count)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "complex-function", 25, 60);
  add_file (&facts, "a.c", 100);
  ArdFunction *flat = add_function (&facts, "flat_switch");
  flat->cyclomatic = 200;
  flat->cognitive = 1;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (test_code_is_held_to_its_own_thresholds)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "complex-function", 25, 60);
  add_file (&facts, "test_a.c", 100)->flags = ARD_FILE_TEST;
  add_function (&facts, "below")->cognitive = 49;
  add_function (&facts, "at")->cognitive = 50;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  ck_assert_double_eq (found (&facts, 0)->attention, 50);
  facts_free (&facts);
}
END_TEST

START_TEST (generated_vendored_and_minified_files_are_not_judged)
{
  Facts facts = facts_new ();
  const guint flags[] = { ARD_FILE_GENERATED, ARD_FILE_VENDORED, ARD_FILE_MINIFIED };
  const char *const paths[] = { "a.c", "b.c", "c.c" };

  set_thresholds (&facts, "complex-function", 25, 60);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    add_file (&facts, paths[i], 100)->flags = flags[i];
    add_function (&facts, "worst")->cognitive = 1000;
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_rule_that_is_switched_off_finds_nothing)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "complex-function", 25, 60);
  facts.settings->rules[ard_rule_find ("complex-function")].enabled = FALSE;
  add_file (&facts, "a.c", 100);
  add_function (&facts, "worst")->cognitive = 1000;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_complex_function), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_function_at_the_attention_threshold_is_found,   a_function_one_point_below_is_left_alone,
    a_function_at_the_critical_threshold_is_critical, the_cyclomatic_number_of_a_flat_switch_does_not_count,
    test_code_is_held_to_its_own_thresholds,          generated_vendored_and_minified_files_are_not_judged,
    a_rule_that_is_switched_off_finds_nothing,
  };

  return run_tests ("complex-function", tests, G_N_ELEMENTS (tests));
}
