#include "facts.h"

START_TEST (each_marker_is_a_finding_at_its_own_line_in_its_innermost_function)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.c", 100);
  add_function (&facts, "f");
  add_capture (&facts, ARD_CAPTURE_MARKER, ARD_NONE, 3);
  add_capture (&facts, ARD_CAPTURE_MARKER, 0, 15);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_admitted_debt), 2);
  ck_assert_uint_eq (found (&facts, 0)->function, ARD_NONE);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 3);
  ck_assert_uint_eq (found (&facts, 1)->function, 0);
  ck_assert_uint_eq (found (&facts, 1)->capture, 1);
  ck_assert_uint_eq (found (&facts, 1)->start_line, 15);
  ck_assert_uint_eq (found (&facts, 1)->end_line, 15);
  ck_assert_double_eq (found (&facts, 1)->value, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_marker_is_never_critical_and_costs_a_little)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.c", 100);
  add_capture (&facts, ARD_CAPTURE_MARKER, ARD_NONE, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_admitted_debt), 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_ATTENTION);
  ck_assert_double_gt (ard_finding_level (found (&facts, 0)), 0);
  ck_assert_double_le (ard_finding_level (found (&facts, 0)), 0.1);
  facts_free (&facts);
}
END_TEST

START_TEST (work_counts_the_markers_of_the_same_unit)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.c", 100);
  add_function (&facts, "f");
  add_function (&facts, "g");
  add_capture (&facts, ARD_CAPTURE_MARKER, ARD_NONE, 1);
  add_capture (&facts, ARD_CAPTURE_MARKER, 0, 12);
  add_capture (&facts, ARD_CAPTURE_SUPPRESSION, 0, 13);
  add_capture (&facts, ARD_CAPTURE_MARKER, 0, 14);
  add_capture (&facts, ARD_CAPTURE_MARKER, 1, 15);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_admitted_debt), 4);
  ck_assert_double_eq (found (&facts, 0)->quantity, 1);
  ck_assert_double_eq (found (&facts, 1)->quantity, 2);
  ck_assert_double_eq (found (&facts, 2)->quantity, 2);
  ck_assert_double_eq (found (&facts, 3)->quantity, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_suppression_is_not_admitted_debt)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.c", 100);
  add_capture (&facts, ARD_CAPTURE_SUPPRESSION, ARD_NONE, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_admitted_debt), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (markers_of_vendored_code_are_other_people_s_debt)
{
  Facts facts = facts_new ();

  add_file (&facts, "a.c", 100)->flags = ARD_FILE_VENDORED;
  add_capture (&facts, ARD_CAPTURE_MARKER, ARD_NONE, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_admitted_debt), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    each_marker_is_a_finding_at_its_own_line_in_its_innermost_function,
    a_marker_is_never_critical_and_costs_a_little,
    work_counts_the_markers_of_the_same_unit,
    a_suppression_is_not_admitted_debt,
    markers_of_vendored_code_are_other_people_s_debt,
  };

  return run_tests ("admitted-debt", tests, G_N_ELEMENTS (tests));
}
