#include "facts.h"

static void
add_code (Facts *facts, const char *path, guint32 code_lines, guint32 in_functions)
{
  add_file (facts, path, code_lines);
  add_function (facts, "all")->code_lines = in_functions;
}

START_TEST (a_file_at_the_threshold_is_found_and_one_line_less_is_not)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-file", 1000, 2500);
  add_code (&facts, "at.c", 1000, 900);
  add_code (&facts, "below.c", 999, 900);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_uint_eq (found (&facts, 0)->function, ARD_NONE);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 1);
  ck_assert_uint_eq (found (&facts, 0)->end_line, 1000);
  facts_free (&facts);
}
END_TEST

START_TEST (work_grows_with_the_lines_above_the_threshold)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-file", 1000, 2500);
  add_code (&facts, "a.c", 2500, 2000);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 1);
  ck_assert_double_eq (found (&facts, 0)->quantity, 1500);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_CRITICAL);
  facts_free (&facts);
}
END_TEST

START_TEST (a_header_of_declarations_is_not_oversized)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-file", 1000, 2500);
  add_code (&facts, "api.h", 3000, 40);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (half_of_the_lines_in_functions_is_code)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-file", 1000, 2500);
  add_code (&facts, "just.c", 3000, 1500);
  add_code (&facts, "not_quite.c", 3000, 1499);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (tables_inside_functions_do_not_count)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-file", 1000, 2500);
  add_file (&facts, "a.c", 1800);
  ArdFunction *table = add_function (&facts, "table");
  table->code_lines = 900;
  table->table_lines = 801;
  add_function (&facts, "code")->code_lines = 900;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_text_that_no_grammar_reads_is_not_code)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "oversized-file", 1000, 2500);
  ArdFile *text = add_file (&facts, "CHANGES", 9000);
  text->measured = FALSE;
  text->language = "Text";
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (an_empty_file_is_not_oversized)
{
  Facts facts = facts_new ();

  add_file (&facts, "empty.c", 0);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_oversized_file), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_file_at_the_threshold_is_found_and_one_line_less_is_not,
    work_grows_with_the_lines_above_the_threshold,
    a_header_of_declarations_is_not_oversized,
    half_of_the_lines_in_functions_is_code,
    tables_inside_functions_do_not_count,
    a_text_that_no_grammar_reads_is_not_code,
    an_empty_file_is_not_oversized,
  };

  return run_tests ("oversized-file", tests, G_N_ELEMENTS (tests));
}
