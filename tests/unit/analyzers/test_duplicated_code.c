#include "copies.h"

START_TEST (each_copy_is_a_finding_of_its_class)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_file (&facts, "b.c", 100);
  add_class (&facts, 2, 12);
  add_copy (&facts, 0, 1, 12, 1);
  add_copy (&facts, 0, 41, 52, 2);
  add_copy (&facts, 1, 21, 32, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 3);
  ck_assert_uint_eq (found (&facts, 1)->clone_class, 0);
  ck_assert_uint_eq (found (&facts, 1)->start_line, 41);
  ck_assert_uint_eq (found (&facts, 1)->end_line, 52);
  ck_assert_double_eq (found (&facts, 1)->value, 12);
  /* Two of the three copies could go. */
  ck_assert_double_eq (found (&facts, 1)->quantity, 24);
  ck_assert_uint_eq (found (&facts, 2)->other, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_class_below_the_threshold_is_none)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_class (&facts, 1, 9);
  add_copy (&facts, 0, 1, 9, 1);
  add_copy (&facts, 0, 41, 49, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 0);
  facts_free (&facts);
}
END_TEST

/* Thresholds for tests are twice the others here. */
START_TEST (copies_in_tests_weigh_less)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_file (&facts, "a_test.c", 100)->flags = ARD_FILE_TEST;
  add_class (&facts, 1, 15);
  add_copy (&facts, 0, 1, 15, 1);
  add_copy (&facts, 1, 41, 55, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  facts_free (&facts);
}
END_TEST

/* The second copy is a part of what the first has: 5 lines, 45 tokens. */
START_TEST (a_small_copy_of_a_large_class_is_none)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_class (&facts, 3, 20);
  add_copy (&facts, 0, 1, 20, 1);
  add_copy (&facts, 0, 41, 45, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 1);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 1);
  facts_free (&facts);
}
END_TEST

/* Lines 11-22 stand inside the first class' copy; their sibling in the other file does not. */
START_TEST (a_copy_inside_a_larger_one_that_is_a_finding_is_none)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_file (&facts, "b.c", 100);
  add_class (&facts, 1, 30);
  add_copy (&facts, 0, 1, 30, 1);
  add_copy (&facts, 0, 51, 80, 1);
  add_class (&facts, 1, 12);
  add_copy (&facts, 0, 11, 22, 2);
  add_copy (&facts, 1, 41, 52, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 3);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 1);
  ck_assert_uint_eq (found (&facts, 1)->start_line, 51);
  ck_assert_uint_eq (found (&facts, 2)->start_line, 41);
  facts_free (&facts);
}
END_TEST

/* Copies that overlap without one holding the other are both told. */
START_TEST (copies_that_overlap_are_both_findings)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 200);
  add_class (&facts, 1, 20);
  add_copy (&facts, 0, 1, 20, 1);
  add_copy (&facts, 0, 101, 120, 1);
  add_class (&facts, 1, 20);
  add_copy (&facts, 0, 11, 30, 2);
  add_copy (&facts, 0, 151, 170, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 4);
  facts_free (&facts);
}
END_TEST

/* Twelve lines of three tokens: fewer than a hundred. */
START_TEST (a_copy_of_few_tokens_is_none)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_class (&facts, 1, 12);
  add_copy (&facts, 0, 1, 12, 1);
  add_copy (&facts, 0, 41, 52, 1);
  ard_clone_copy (facts.corpus, 0)->tokens = 36;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 1);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 41);
  facts_free (&facts);
}
END_TEST

START_TEST (a_copy_that_no_other_is_much_like_is_none)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "duplicated-code", 10, 40);
  add_file (&facts, "a.c", 100);
  add_class (&facts, 3, 12);
  add_copy (&facts, 0, 1, 12, 1);
  add_copy (&facts, 0, 41, 52, 2);
  ard_clone_copy (facts.corpus, 0)->sibling = ARD_NONE;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), 1);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 41);
  facts_free (&facts);
}
END_TEST

/* Fifteen lines in a file that is no test; thresholds for tests are twice the others here. */
START_TEST (a_module_of_tests_in_rust_is_test_code)
{
  static const struct {
    const char *language, *function;
    guint found;
  } rows[] = { { "Rust", "tests::reads_all", 0 },
               { "Rust", "io::tests::reads_all", 0 },
               { "Rust", "latests::reads_all", 2 },
               { "C++", "tests::reads_all", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.rs", 100)->language = rows[i].language;
    add_function (&facts, rows[i].function)->end_line = 60;
    add_class (&facts, 1, 15);
    add_copy (&facts, 0, 1, 15, 1);
    add_copy (&facts, 0, 41, 55, 1);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), rows[i].found);
    facts_free (&facts);
  }
}
END_TEST

/* Two functions of one name over twelve lines each, that call one of that name; the second decides something or not. */
START_TEST (overloads_that_hand_on_to_each_other_are_none)
{
  for (guint32 decides = 0; decides < 2; decides++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.cs", 100);
    for (guint32 i = 0; i < 2; i++) {
      add_function (&facts, "Setup.AddRetry")->cyclomatic = 1 + i * decides;
      add_capture (&facts, ARD_CAPTURE_CALL, i, 5 + 40 * i);
      ard_capture (facts.corpus, i)->facts.text = "builder.AddRetry";
    }
    add_class (&facts, 2, 12);
    for (guint32 i = 0; i < 2; i++) {
      add_copy (&facts, 0, 1 + 40 * i, 12 + 40 * i, i);
      ard_clone_copy (facts.corpus, i)->function = i;
    }
    ard_clone_copy (facts.corpus, 0)->sibling = 1;
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), decides ? 2 : 0);
    facts_free (&facts);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    each_copy_is_a_finding_of_its_class,
    a_class_below_the_threshold_is_none,
    copies_in_tests_weigh_less,
    a_small_copy_of_a_large_class_is_none,
    a_copy_of_few_tokens_is_none,
    a_copy_that_no_other_is_much_like_is_none,
    a_module_of_tests_in_rust_is_test_code,
    overloads_that_hand_on_to_each_other_are_none,
    a_copy_inside_a_larger_one_that_is_a_finding_is_none,
    copies_that_overlap_are_both_findings,
  };

  return run_tests ("duplicated-code", tests, G_N_ELEMENTS (tests));
}
