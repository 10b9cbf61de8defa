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

/* Two copies of 12 lines and 108 tokens; thirty, where many have the form. A hundred tokens must be shared: 93 %. */
START_TEST (copies_that_share_too_little_of_what_they_say_are_none)
{
  static const struct {
    guint copies;
    guint32 lines;
    float shared;
    gboolean found;
  } rows[] = { { 2, 12, 0.93F, TRUE },  { 2, 12, 0.92F, FALSE },  { 2, 30, 0.85F, TRUE },  { 2, 30, 0.84F, FALSE },
               { 30, 30, 0.96F, TRUE }, { 30, 30, 0.94F, FALSE }, { 16, 30, 0.85F, TRUE }, { 17, 30, 0.85F, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.c", 3000);
    add_class (&facts, 3, rows[i].lines);
    for (guint32 j = 0; j < rows[i].copies; j++) {
      add_copy (&facts, 0, 1 + 100 * j, rows[i].lines + 100 * j, j);
      ard_clone_copy (facts.corpus, j)->shared = rows[i].shared;
    }
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), rows[i].found ? rows[i].copies : 0);
    facts_free (&facts);
  }
}
END_TEST

/* The function stands on lines 5-50, the copy on lines start-end; the rest is far below. Twice ten lines are asked. */
START_TEST (a_piece_that_cuts_a_function_needs_twice_the_lines)
{
  static const struct {
    guint32 start, end;
    float shared;
    guint found;
  } rows[] = {
    { 5, 23, 1, 0 },     /* its head, 19 lines; its sibling is none either */
    { 5, 24, 1, 2 },     /* its head, 20 lines */
    { 5, 24, 0.94F, 0 }, /* not the same throughout */
    { 6, 24, 0.9F, 2 },  /* inside it */
    { 40, 50, 1, 2 },    /* up to its end */
    { 40, 51, 1, 0 },    /* out of it */
    { 5, 50, 0.9F, 2 },  /* all of it */
    { 1, 60, 0.9F, 2 },  /* more than that */
    { 55, 66, 1, 2 },    /* behind it */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = facts_new ();
    guint32 lines = rows[i].end - rows[i].start + 1;

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.c", 1000);
    add_function (&facts, "reads_all")->start_line = 5;
    ard_function (facts.corpus, 0)->facts.end_line = 50;
    add_class (&facts, 3, lines);
    add_copy (&facts, 0, rows[i].start, rows[i].end, 1);
    add_copy (&facts, 0, 201, 200 + lines, 2);
    for (guint32 j = 0; j < 2; j++) {
      ard_clone_copy (facts.corpus, j)->sibling = 1 - j;
      ard_clone_copy (facts.corpus, j)->shared = rows[i].shared;
      ard_clone_copy (facts.corpus, j)->tokens = 150;
    }
    ck_assert_msg (run_one (&facts, &ard_analyzer_duplicated_code) == rows[i].found, "row %u", i);
    facts_free (&facts);
  }
}
END_TEST

/* Fifteen lines in a file that is no test; thresholds for tests are twice the others here. */
START_TEST (a_test_inside_a_file_of_the_product_is_test_code)
{
  for (guint test = 0; test < 2; test++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.rs", 100);
    add_function (&facts, "reads_all")->end_line = 60;
    ard_function (facts.corpus, 0)->facts.traits = test ? ARD_FUNCTION_TEST : 0;
    add_class (&facts, 1, 15);
    add_copy (&facts, 0, 21, 35, 1);
    add_copy (&facts, 0, 41, 55, 1);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), test ? 0 : 2);
    facts_free (&facts);
  }
}
END_TEST

/* Functions that only hand on: equal, and differing in a name. */
START_TEST (a_plain_copy_is_one_only_where_it_is_equal)
{
  for (guint equal = 0; equal < 2; equal++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.c", 100);
    add_class (&facts, 2, 30);
    for (guint32 i = 0; i < 2; i++) {
      add_copy (&facts, 0, 1 + 40 * i, 30 + 40 * i, equal ? 1 : i);
      ard_clone_copy (facts.corpus, i)->plain = TRUE;
      ard_clone_copy (facts.corpus, i)->sibling = 1 - i;
      ard_clone_copy (facts.corpus, i)->shared = equal ? 1 : 0.98F;
    }
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), equal ? 2 : 0);
    facts_free (&facts);
  }
}
END_TEST

/* Nineteen and twenty lines: twice ten are asked. */
START_TEST (a_piece_that_is_torn_out_of_brackets_needs_twice_the_lines)
{
  for (guint32 lines = 19; lines <= 20; lines++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "duplicated-code", 10, 40);
    add_file (&facts, "a.c", 100);
    add_class (&facts, 1, lines);
    add_copy (&facts, 0, 1, lines, 1);
    add_copy (&facts, 0, 41, 40 + lines, 1);
    ard_clone_copy (facts.corpus, 0)->torn = TRUE;
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_duplicated_code), lines == 20 ? 2 : 0);
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
      ArdFunction *function = add_function (&facts, "Setup.AddRetry");

      function->cyclomatic = 1 + i * decides;
      function->start_line = 1 + 40 * i;
      function->end_line = 12 + 40 * i;
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
    a_test_inside_a_file_of_the_product_is_test_code,
    a_plain_copy_is_one_only_where_it_is_equal,
    a_piece_that_is_torn_out_of_brackets_needs_twice_the_lines,
    overloads_that_hand_on_to_each_other_are_none,
    a_copy_inside_a_larger_one_that_is_a_finding_is_none,
    copies_that_overlap_are_both_findings,
    copies_that_share_too_little_of_what_they_say_are_none,
    a_piece_that_cuts_a_function_needs_twice_the_lines,
  };

  return run_tests ("duplicated-code", tests, G_N_ELEMENTS (tests));
}
