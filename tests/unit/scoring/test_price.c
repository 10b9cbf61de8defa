#include "bill.h"

/* One file item, led by one rule, whose file costs what the test says. */
static Bill
make (double value)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 1000);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, value)->quantity = 100;
  return bill;
}

/* The seed's formulas, filled in by hand: (A x hours) + (B x C), D and E by the rule's shares (0.7 and 0.6). */
START_TEST (cost_and_savings_follow_the_assessment_sheet)
{
  Bill bill = make (20);
  double sprints = 365.25 / 12 / 14;

  bill.settings->team_hour_cost.likely = 60;
  bill.settings->incident_cost.likely = 1500;
  bill.settings->team_sprint_weeks = 2;
  score (&bill);

  const ArdItem *item = ard_item (bill.ledger, 0);
  const ArdFileScore *file = ard_file_score (bill.ledger, 0);

  ck_assert_double_eq_tol (item->wasted_h_sprint, file->wasted_h_month / sprints, 1e-9);
  ck_assert_double_eq_tol (item->incidents_month, file->incidents_month, 1e-12);
  ck_assert_double_eq_tol (item->cost_month, item->wasted_h_sprint * sprints * 60 + item->incidents_month * 1500, 1e-9);
  ck_assert_double_eq_tol (item->recovered_h_sprint, 0.7 * item->wasted_h_sprint, 1e-12);
  ck_assert_double_eq_tol (item->prevented_month, 0.6 * item->incidents_month, 1e-12);
  ck_assert_double_eq_tol (item->savings_month, item->recovered_h_sprint * sprints * 60 + item->prevented_month * 1500,
                           1e-9);
  ck_assert_double_eq_tol (item->interest_year, 12 * item->cost_month, 1e-9);
  ck_assert_double_eq_tol (item->roi, 12 * item->savings_month / item->principal, 1e-12);
  ck_assert_double_eq_tol (item->payback_months, item->principal / item->savings_month, 1e-12);
  ck_assert_double_eq_tol (item->roi * item->payback_months, 12, 1e-9);
  bill_free (&bill);
}
END_TEST

/* The assessment sheet: above 300 %, above 150 %, from 50 % on, below. */
static const struct {
  double percent_of_roi; /* the threshold set, as a share of the item's own return */
  ArdAdvice above;
} steps[] = { { 0.99, ARD_ADVICE_FIX_NOW }, { 1.01, ARD_ADVICE_PLAN } };

START_TEST (the_advice_follows_the_return)
{
  Bill probe = make (20);
  double percent;

  score (&probe);
  percent = ard_item (probe.ledger, 0)->roi * 100;
  bill_free (&probe);
  ck_assert_double_gt (percent, 0);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    Bill bill = make (20);

    bill.settings->roi_fix_now = percent * steps[i].percent_of_roi;
    bill.settings->roi_plan = percent / 2;
    score (&bill);
    ck_assert_int_eq (ard_item (bill.ledger, 0)->advice, steps[i].above);
    bill_free (&bill);
  }

  Bill backlog = make (20), leave = make (20);

  backlog.settings->roi_fix_now = leave.settings->roi_fix_now = percent * 4;
  backlog.settings->roi_plan = leave.settings->roi_plan = percent * 3;
  backlog.settings->roi_backlog = percent * 0.99;
  leave.settings->roi_backlog = percent * 1.01;
  score (&backlog);
  score (&leave);
  ck_assert_int_eq (ard_item (backlog.ledger, 0)->advice, ARD_ADVICE_BACKLOG);
  ck_assert_int_eq (ard_item (leave.ledger, 0)->advice, ARD_ADVICE_LEAVE);
  bill_free (&backlog);
  bill_free (&leave);
}
END_TEST

/* Sonar's grid: A up to 5 %, B up to 10, C up to 20, D up to 50, E. */
static const struct {
  double ratio;
  char rating;
} grid[] = { { 0.049, 'A' }, { 0.051, 'B' }, { 0.099, 'B' }, { 0.101, 'C' }, { 0.199, 'C' },
             { 0.201, 'D' }, { 0.499, 'D' }, { 0.501, 'E' }, { 5, 'E' } };

START_TEST (the_rating_follows_the_debt_ratio)
{
  Bill probe = make (20), bill = make (20);
  double hours;

  score (&probe);
  hours = probe.ledger->totals.principal / probe.settings->team_hour_cost.likely;
  /* 1,000 code lines: principal hours / (1,000 x minutes / 60) is the ratio */
  bill.settings->effort_rewrite_line_min = hours / grid[_i].ratio / 1000 * 60;
  score (&bill);
  ck_assert_double_eq_tol (bill.ledger->totals.debt_ratio, grid[_i].ratio, 1e-9);
  ck_assert_int_eq (bill.ledger->totals.rating, grid[_i].rating);
  bill_free (&probe);
  bill_free (&bill);
}
END_TEST

START_TEST (totals_are_the_sums_of_the_items)
{
  Bill bill = make (20);
  double cost = 0, savings = 0, principal = 0;

  add_file (&bill, "b.c", 300);
  add_function (&bill, "f", 100, 1, 1);
  add_finding (&bill, "complex-function", 1, 0, 15);
  add_file (&bill, "c.c", 300)->flags |= ARD_FILE_VENDORED;
  bill.settings->effort_rewrite_line_min = 30;
  bill.settings->team_hour_cost.likely = 60;
  score (&bill);
  for (guint i = 0; i < bill.ledger->items->len; i++) {
    cost += ard_item (bill.ledger, i)->cost_month;
    savings += ard_item (bill.ledger, i)->savings_month;
    principal += ard_item (bill.ledger, i)->principal;
  }
  ck_assert_double_eq_tol (bill.ledger->totals.cost_month, cost, 1e-9);
  ck_assert_double_eq_tol (bill.ledger->totals.savings_month, savings, 1e-9);
  ck_assert_double_eq_tol (bill.ledger->totals.principal, principal, 1e-9);
  /* 1,300 own lines at half an hour of 60; other people's lines do not count */
  ck_assert_double_eq_tol (bill.ledger->totals.rewrite_cost, 39000, 1e-9);
  ck_assert_uint_eq (bill.ledger->totals.n_items, 2);
  ck_assert_uint_eq (bill.ledger->totals.n_findings, 2);
  ck_assert_uint_eq (bill.ledger->totals.n_critical, 1);
  ck_assert_double_eq (bill.ledger->totals.developers, 5);
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("price");
  TCase *cases = tcase_create ("price");

  tcase_add_test (cases, cost_and_savings_follow_the_assessment_sheet);
  tcase_add_test (cases, the_advice_follows_the_return);
  tcase_add_loop_test (cases, the_rating_follows_the_debt_ratio, 0, G_N_ELEMENTS (grid));
  tcase_add_test (cases, totals_are_the_sums_of_the_items);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
