#include "facts.h"

START_TEST (eight_parameters_are_one_more_than_seven)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "long-parameter-list", 8, 14);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "seven")->parameters = 7;
  add_function (&facts, "eight")->parameters = 8;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_long_parameter_list), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  ck_assert_double_eq (found (&facts, 0)->quantity, 0);
  facts_free (&facts);
}
END_TEST

/* SonarQube S107: 7 in general, 13 for Python; so the first finding is the fourteenth parameter. */
START_TEST (python_is_allowed_thirteen)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "long-parameter-list", 8, 14);
  add_file (&facts, "a.py", 100)->language = "Python";
  add_function (&facts, "thirteen")->parameters = 13;
  add_function (&facts, "fourteen")->parameters = 14;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_long_parameter_list), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 1);
  ck_assert_double_eq (found (&facts, 0)->value, 14);
  ck_assert_double_eq (found (&facts, 0)->attention, 14);
  ck_assert_double_eq (found (&facts, 0)->critical, 20);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_ATTENTION);
  facts_free (&facts);
}
END_TEST

START_TEST (python_becomes_critical_as_much_later)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "long-parameter-list", 8, 14);
  add_file (&facts, "a.py", 100)->language = "Python";
  add_function (&facts, "twenty")->parameters = 20;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_long_parameter_list), 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_CRITICAL);
  ck_assert_double_eq (found (&facts, 0)->quantity, 6);
  facts_free (&facts);
}
END_TEST

START_TEST (a_python_function_without_parameters_is_left_alone)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.py", 100)->language = "Python";
  add_function (&facts, "none")->parameters = 0;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_long_parameter_list), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    eight_parameters_are_one_more_than_seven,
    python_is_allowed_thirteen,
    python_becomes_critical_as_much_later,
    a_python_function_without_parameters_is_left_alone,
  };

  return run_tests ("long-parameter-list", tests, G_N_ELEMENTS (tests));
}
