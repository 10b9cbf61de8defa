#include "facts.h"

START_TEST (a_function_at_the_threshold_is_found_and_one_line_less_is_not)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "a.c", 1000);
  add_function (&facts, "below")->code_lines = 99;
  add_function (&facts, "at")->code_lines = 100;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (the_lines_of_a_literal_table_do_not_count)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "a.c", 1000);
  ArdFunction *table = add_function (&facts, "table");
  table->code_lines = 400;
  table->table_lines = 350;
  ArdFunction *both = add_function (&facts, "table_and_code");
  both->code_lines = 400;
  both->table_lines = 250;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  ck_assert_double_eq (found (&facts, 0)->value, 150);
  ck_assert_double_eq (found (&facts, 0)->quantity, 50);
  facts_free (&facts);
}
END_TEST

START_TEST (more_table_than_code_is_zero_lines_not_a_huge_number)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "a.c", 1000);
  ArdFunction *odd = add_function (&facts, "odd");
  odd->code_lines = 10;
  odd->table_lines = 12;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 0);
  facts_free (&facts);
}
END_TEST

/* One switch of 63 cases: McCabe 64; SonarSource's white paper counts the switch once, and here ten more. */
START_TEST (a_flat_switch_is_not_oversized)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "a.c", 1000);
  ArdFunction *flat = add_function (&facts, "dispatch");
  flat->code_lines = 195;
  flat->cyclomatic = 64;
  flat->cognitive = 11;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_switch_with_logic_in_its_cases_is_oversized)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "a.c", 1000);
  ArdFunction *deep = add_function (&facts, "options");
  deep->code_lines = 195;
  deep->cyclomatic = 64;
  deep->cognitive = 22;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_long_sequence_without_branches_is_oversized)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "a.c", 1000);
  ArdFunction *straight = add_function (&facts, "straight");
  straight->code_lines = 120;
  straight->cyclomatic = 19;
  straight->cognitive = 0;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_test_may_be_longer)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-function", 100, 250);
  add_file (&facts, "test_a.c", 1000)->flags = ARD_FILE_TEST;
  add_function (&facts, "long")->code_lines = 199;
  add_function (&facts, "too_long")->code_lines = 200;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_function), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_function_at_the_threshold_is_found_and_one_line_less_is_not,
    the_lines_of_a_literal_table_do_not_count,
    more_table_than_code_is_zero_lines_not_a_huge_number,
    a_flat_switch_is_not_oversized,
    a_switch_with_logic_in_its_cases_is_oversized,
    a_long_sequence_without_branches_is_oversized,
    a_test_may_be_longer,
  };

  return run_tests ("oversized-function", tests, G_N_ELEMENTS (tests));
}
