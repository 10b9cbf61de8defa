#include "bill.h"

#include "scoring/parts.h"

/* now is 2023-11-14 */
#define GOOD "complex-function until 2023-11-14 because the grammar is like that"

static Bill
make (const char *text, guint32 line)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 30, 1, 1);
  add_function (&bill, "g", 30, 2, 1);
  add_finding (&bill, "complex-function", 0, 0, 25);
  add_finding (&bill, "complex-function", 0, 1, 25);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 25);
  if (text)
    add_comment (&bill, ARD_CAPTURE_SUPPRESSION, line <= 30 ? 0 : line <= 60 ? 1 : ARD_NONE, line, text);
  return bill;
}

static ArdState
state_of (Bill *bill, const char *rule, guint32 function)
{
  return found (bill, rule, 0, function)->state;
}

static const char *
only_note (const Bill *bill)
{
  ck_assert_uint_eq (bill->ledger->notes->len, 1);
  return g_array_index (bill->ledger->notes, ArdNote, 0).reason;
}

START_TEST (a_comment_inside_a_function_speaks_of_that_function)
{
  Bill bill = make (GOOD " */", 40);

  score (&bill);
  ck_assert_int_eq (state_of (&bill, "complex-function", 0), ARD_STATE_KNOWN);
  ck_assert_int_eq (state_of (&bill, "complex-function", 1), ARD_STATE_SUPPRESSED);
  ck_assert_int_eq (state_of (&bill, "oversized-file", ARD_NONE), ARD_STATE_KNOWN);
  ck_assert_str_eq (found (&bill, "complex-function", 0, 1)->because, "the grammar is like that");
  ck_assert_str_eq (found (&bill, "complex-function", 0, 1)->until, "2023-11-14");
  ck_assert_uint_eq (bill.ledger->notes->len, 0);
  bill_free (&bill);
}
END_TEST

/* Two comments stacked above g, which starts in line 31; the outer one still speaks of it. */
START_TEST (comments_above_a_function_speak_of_it)
{
  Bill bill = make (NULL, 0);

  add_comment (&bill, ARD_CAPTURE_SUPPRESSION, ARD_NONE, 29, GOOD);
  add_comment (&bill, ARD_CAPTURE_SUPPRESSION, ARD_NONE, 30, "deep-nesting until 2024-01-01 because so");
  add_finding (&bill, "deep-nesting", 0, 1, 15);
  score (&bill);
  ck_assert_int_eq (state_of (&bill, "complex-function", 0), ARD_STATE_KNOWN);
  ck_assert_int_eq (state_of (&bill, "complex-function", 1), ARD_STATE_SUPPRESSED);
  ck_assert_int_eq (state_of (&bill, "deep-nesting", 1), ARD_STATE_SUPPRESSED);
  ck_assert (item_of (&bill, 0, 1)->suppressed);
  ck_assert (!item_of (&bill, 0, 0)->suppressed);
  bill_free (&bill);
}
END_TEST

START_TEST (a_comment_in_the_first_lines_speaks_of_the_file)
{
  Bill head = make (NULL, 0), late = make (NULL, 0);

  add_comment (&head, ARD_CAPTURE_SUPPRESSION, ARD_NONE, 20, "oversized-file until 2024-01-01 because so");
  add_comment (&late, ARD_CAPTURE_SUPPRESSION, ARD_NONE, 21, "oversized-file until 2024-01-01 because so");
  score (&head);
  score (&late);
  ck_assert_int_eq (state_of (&head, "oversized-file", ARD_NONE), ARD_STATE_SUPPRESSED);
  ck_assert_int_eq (state_of (&late, "oversized-file", ARD_NONE), ARD_STATE_KNOWN);
  ck_assert_ptr_nonnull (strstr (only_note (&late), "meets no finding"));
  bill_free (&head);
  bill_free (&late);
}
END_TEST

START_TEST (suppressed_money_stays_in_the_total_and_is_shown_apart)
{
  Bill with = make (GOOD, 40), without = make (NULL, 0);

  score (&with);
  score (&without);
  ck_assert_double_eq_tol (with.ledger->totals.cost_month, without.ledger->totals.cost_month, 1e-9);
  ck_assert_double_eq_tol (with.ledger->totals.suppressed_cost_month, item_of (&without, 0, 1)->cost_month, 1e-9);
  ck_assert_double_eq (without.ledger->totals.suppressed_cost_month, 0);
  ck_assert (!item_of (&with, 0, 1)->in_plan);
  ck_assert_ptr_eq (ard_item (with.ledger, with.ledger->items->len - 1), item_of (&with, 0, 1));
  bill_free (&with);
  bill_free (&without);
}
END_TEST

/* One question of each function; the comment in line 40 speaks of g's. */
START_TEST (a_question_is_in_no_sum_and_a_suppression_answers_it)
{
  Bill bill = make ("swallowed-error until 2024-01-01 because it is rebuilt", 40), plain = make (NULL, 0);
  guint32 rule = ard_rule_find ("swallowed-error");

  for (guint32 function = 0; function < 2; function++)
    ck_assert_ptr_nonnull (ard_findings_add_review (bill.findings, bill.corpus, bill.settings, rule, 0, function, 5));
  score (&bill);
  score (&plain);
  ck_assert_uint_eq (bill.ledger->reviews->len, 1);
  ck_assert_uint_eq (ard_review (bill.ledger, 0)->function, 0);
  ck_assert_uint_eq (bill.ledger->notes->len, 0);
  ck_assert_uint_eq (bill.ledger->findings->len, plain.ledger->findings->len);
  ck_assert_uint_eq (bill.ledger->items->len, plain.ledger->items->len);
  ck_assert_double_eq (bill.ledger->totals.cost_month, plain.ledger->totals.cost_month);
  ck_assert_double_eq (bill.ledger->totals.assumed_cost_month, 0);
  bill_free (&bill);
  bill_free (&plain);
}
END_TEST

static const struct {
  const char *text, *says;
} flawed[] = {
  { "complex-function until 2023-11-13 because so", "expired on 2023-11-13" },
  { "complex-function until 2024-01-01", "has no reason" },
  { "complex-function until 2024-01-01 because ", "has no reason" },
  { "complex-function because so", "has no expiry date" },
  { "complex-function", "has no expiry date" },
  { "complex-function until tomorrow because so", "no date" },
  { "complex-function until 2024-02-30 because so", "no date" },
  { "complex-function until 2024-1-1 because so", "no date" },
  { "complex-functions until 2024-01-01 because so", "names no rule (\"complex-functions\")" },
  { "* until 2024-01-01 because so", "names no rule (\"*\")" },
  { "", "names no rule" },
  { "deep-nesting until 2024-01-01 because so", "meets no finding" },
};

START_TEST (a_flawed_comment_suppresses_nothing_and_is_noted)
{
  Bill bill = make (flawed[_i].text, 40);

  score (&bill);
  ck_assert_int_eq (state_of (&bill, "complex-function", 1), ARD_STATE_KNOWN);
  ck_assert_ptr_nonnull (strstr (only_note (&bill), flawed[_i].says));
  ck_assert_ptr_nonnull (strstr (only_note (&bill), "line 40"));
  ck_assert_str_eq (g_array_index (bill.ledger->notes, ArdNote, 0).path, "a.c");
  bill_free (&bill);
}
END_TEST

START_TEST (the_settings_suppress_by_rule_and_path)
{
  Bill bill = make (NULL, 0);
  ArdSuppression row = { g_strdup ("*"), g_strdup ("*.c"), g_strdup ("2024-01-01"), g_strdup ("legacy") };

  g_array_append_val (bill.settings->suppressions, row);
  add_file (&bill, "b.py", 100);
  add_finding (&bill, "oversized-file", 1, ARD_NONE, 25);
  score (&bill);
  ck_assert_int_eq (state_of (&bill, "complex-function", 0), ARD_STATE_SUPPRESSED);
  ck_assert_int_eq (state_of (&bill, "oversized-file", ARD_NONE), ARD_STATE_SUPPRESSED);
  ck_assert_int_eq (found (&bill, "oversized-file", 1, ARD_NONE)->state, ARD_STATE_KNOWN);
  ck_assert_str_eq (found (&bill, "complex-function", 0, 0)->because, "legacy");
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("suppress");
  TCase *cases = tcase_create ("suppress");

  tcase_add_test (cases, a_question_is_in_no_sum_and_a_suppression_answers_it);
  tcase_add_test (cases, a_comment_inside_a_function_speaks_of_that_function);
  tcase_add_test (cases, comments_above_a_function_speak_of_it);
  tcase_add_test (cases, a_comment_in_the_first_lines_speaks_of_the_file);
  tcase_add_test (cases, suppressed_money_stays_in_the_total_and_is_shown_apart);
  tcase_add_loop_test (cases, a_flawed_comment_suppresses_nothing_and_is_noted, 0, G_N_ELEMENTS (flawed));
  tcase_add_test (cases, the_settings_suppress_by_rule_and_path);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
