#include "facts.h"

START_TEST (each_block_is_a_finding_of_its_lines_and_the_unit_counts_them_all)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "commented-out-code", 3, 100);
  add_file (&facts, "a.c", 100);
  add_function (&facts, "f");
  add_capture (&facts, ARD_CAPTURE_DEAD_CODE, ARD_NONE, 1);
  ard_capture (facts.corpus, 0)->facts.end_line = 4;
  add_capture (&facts, ARD_CAPTURE_DEAD_CODE, 0, 12);
  ard_capture (facts.corpus, 1)->facts.end_line = 14;
  add_capture (&facts, ARD_CAPTURE_DEAD_CODE, 0, 16);
  ard_capture (facts.corpus, 2)->facts.end_line = 20;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_commented_out_code), 3);
  ck_assert_double_eq (found (&facts, 0)->value, 4);
  ck_assert_double_eq (found (&facts, 0)->quantity, 4);
  ck_assert_uint_eq (found (&facts, 1)->function, 0);
  ck_assert_double_eq (found (&facts, 1)->value, 3);
  ck_assert_double_eq (found (&facts, 1)->quantity, 8);
  ck_assert_uint_eq (found (&facts, 2)->start_line, 16);
  ck_assert_uint_eq (found (&facts, 2)->end_line, 20);
  facts_free (&facts);
}
END_TEST

START_TEST (examples_are_no_finding)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "commented-out-code", 1, 100);
  add_file (&facts, "docs/a.c", 100)->flags = ARD_FILE_EXAMPLE;
  add_capture (&facts, ARD_CAPTURE_DEAD_CODE, ARD_NONE, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_commented_out_code), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { each_block_is_a_finding_of_its_lines_and_the_unit_counts_them_all,
                                 examples_are_no_finding };

  return run_tests ("analyzers/commented_out_code", tests, G_N_ELEMENTS (tests));
}
