#include "facts.h"

START_TEST (five_levels_are_one_more_than_four)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "deep-nesting", 5, 8);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "four")->nesting = 4;
  add_function (&facts, "five")->nesting = 5;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_deep_nesting), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  ck_assert_double_eq (found (&facts, 0)->value, 5);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_ATTENTION);
  facts_free (&facts);
}
END_TEST

START_TEST (work_grows_with_the_levels_above_the_threshold)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "deep-nesting", 5, 8);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "nine")->nesting = 9;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_deep_nesting), 1);
  ck_assert_double_eq (found (&facts, 0)->quantity, 4);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_CRITICAL);
  facts_free (&facts);
}
END_TEST

START_TEST (a_generated_parser_is_not_judged)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "deep-nesting", 5, 8);
  add_file (&facts, "parser.c", 100)->flags = ARD_FILE_GENERATED;
  add_function (&facts, "yyparse")->nesting = 20;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_deep_nesting), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    five_levels_are_one_more_than_four,
    work_grows_with_the_levels_above_the_threshold,
    a_generated_parser_is_not_judged,
  };

  return run_tests ("deep-nesting", tests, G_N_ELEMENTS (tests));
}
