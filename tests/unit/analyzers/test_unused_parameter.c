#include <string.h>

#include "facts.h"

/* f of a.c, called once by b.c, with two parameters that it never mentions. */
static Facts
two_parameters (ArdFunction **function)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.c", 100);
  *function = add_function (&facts, "A::f");
  (*function)->code_lines = 10;
  (*function)->cyclomatic = 2;
  add_capture (&facts, ARD_CAPTURE_PARAMETER, 0, 11);
  ard_capture (facts.corpus, 0)->facts.text = "one";
  add_capture (&facts, ARD_CAPTURE_PARAMETER, 0, 12);
  ard_capture (facts.corpus, 1)->facts.text = "two";
  add_file (&facts, "b.c", 100);
  add_capture (&facts, ARD_CAPTURE_CALL, ARD_NONE, 5);
  ard_capture (facts.corpus, 2)->facts.text = "a->f";
  return facts;
}

START_TEST (a_function_is_told_once_with_all_its_names)
{
  ArdFunction *function;
  Facts facts = two_parameters (&function);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unused_parameter), 1);
  ck_assert_str_eq (found (&facts, 0)->subject, "one, two");
  ck_assert_double_eq (found (&facts, 0)->value, 2);
  ck_assert_double_eq (found (&facts, 0)->quantity, 2);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 11);
  ck_assert_uint_eq (found (&facts, 0)->function, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (parameters_that_another_chooses_are_no_finding)
{
  const guint traits[] = { ARD_FUNCTION_FIXED, ARD_FUNCTION_ABSTRACT, ARD_FUNCTION_ENTRY, ARD_FUNCTION_PUBLIC };

  for (guint i = 0; i < G_N_ELEMENTS (traits); i++) {
    ArdFunction *function;
    Facts facts = two_parameters (&function);

    function->traits = traits[i];
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unused_parameter), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_stub_is_no_finding)
{
  ArdFunction *function;
  Facts facts = two_parameters (&function);

  function->code_lines = 5;
  function->cyclomatic = 1;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unused_parameter), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_function_that_only_tests_call_is_no_finding)
{
  ArdFunction *function;
  Facts facts = two_parameters (&function);

  ard_file (facts.corpus, 1)->flags = ARD_FILE_TEST;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unused_parameter), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_function_is_told_once_with_all_its_names,
                                 parameters_that_another_chooses_are_no_finding, a_stub_is_no_finding,
                                 a_function_that_only_tests_call_is_no_finding };

  return run_tests ("analyzers/unused_parameter", tests, G_N_ELEMENTS (tests));
}
