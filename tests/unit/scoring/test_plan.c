#include "bill.h"

/* Three files with one finding each, of 40, 20 and 5 author-days a month: returns fall in that order. */
static Bill
make (double developers)
{
  static const char *const paths[] = { "a.c", "b.c", "c.c" };
  static const double days[] = { 40, 20, 5 };
  Bill bill = bill_new ();

  for (guint i = 0; i < 3; i++) {
    add_file (&bill, paths[i], 1000)->days_month = days[i];
    ard_file (bill.corpus, i)->fixes_month = 0;
    add_finding (&bill, "oversized-file", i, ARD_NONE, 20)->quantity = 300;
  }
  bill.settings->team_developers = developers;
  bill.settings->team_quarter_days = 60;
  bill.settings->team_debt_budget = 0.2;
  bill.settings->roi_fix_now = 300;
  bill.settings->roi_plan = 20;
  bill.settings->roi_backlog = 0;
  return bill;
}

START_TEST (capacity_is_people_times_days_times_budget)
{
  Bill set = make (3), measured = make (0);

  score (&set);
  score (&measured);
  ck_assert_double_eq_tol (set.ledger->plan.capacity_d, 36, 1e-12);
  /* bill_new: 5 authors in the last 90 days */
  ck_assert_double_eq_tol (measured.ledger->plan.capacity_d, 60, 1e-12);
  bill_free (&set);
  bill_free (&measured);
}
END_TEST

START_TEST (items_enter_by_return_while_they_fit)
{
  Bill probe = make (1), bill = make (1);
  double effort;

  score (&probe);
  effort = item_of (&probe, 0, ARD_NONE)->effort_d;
  /* room for two of three */
  bill.settings->team_debt_budget = 2.5 * effort / 60;
  score (&bill);
  ck_assert (item_of (&bill, 0, ARD_NONE)->in_plan);
  ck_assert (item_of (&bill, 1, ARD_NONE)->in_plan);
  ck_assert (!item_of (&bill, 2, ARD_NONE)->in_plan);
  ck_assert_uint_eq (bill.ledger->plan.n_items, 2);
  ck_assert_uint_eq (bill.ledger->plan.n_left, 1);
  ck_assert_double_le (bill.ledger->plan.effort_d, bill.ledger->plan.capacity_d);
  ck_assert_double_eq_tol (bill.ledger->plan.cost,
                           item_of (&bill, 0, ARD_NONE)->principal + item_of (&bill, 1, ARD_NONE)->principal, 1e-9);
  ck_assert_double_eq_tol (bill.ledger->plan.left_savings_year, 12 * item_of (&bill, 2, ARD_NONE)->savings_month, 1e-9);
  bill_free (&probe);
  bill_free (&bill);
}
END_TEST

START_TEST (a_smaller_item_takes_the_room_that_a_larger_one_leaves)
{
  Bill probe = make (1), bill = make (1);
  double effort;

  score (&probe);
  effort = item_of (&probe, 2, ARD_NONE)->effort_d;
  g_array_index (bill.findings, ArdFinding, 1).quantity = 3000;
  bill.settings->team_debt_budget = 2.5 * effort / 60;
  score (&bill);
  ck_assert (item_of (&bill, 0, ARD_NONE)->in_plan);
  ck_assert (!item_of (&bill, 1, ARD_NONE)->in_plan);
  ck_assert (item_of (&bill, 2, ARD_NONE)->in_plan);
  bill_free (&probe);
  bill_free (&bill);
}
END_TEST

/* A tenth of the hours, a tenth of the return: the last stays in the backlog and does not pay within a year. */
START_TEST (what_does_not_pay_within_a_year_is_not_planned)
{
  Bill bill = make (100);

  ard_file (bill.corpus, 2)->days_month = 0.5;
  bill.settings->roi_fix_now = bill.settings->roi_plan = 100000;
  score (&bill);
  for (guint i = 0; i < 3; i++) {
    const ArdItem *item = item_of (&bill, i, ARD_NONE);

    ck_assert_int_eq (item->advice, ARD_ADVICE_BACKLOG);
    ck_assert_int_eq (item->in_plan, item->roi >= 1);
  }
  ck_assert_double_lt (item_of (&bill, 2, ARD_NONE)->roi, 1);
  ck_assert_double_gt (item_of (&bill, 0, ARD_NONE)->roi, 1);
  ck_assert_uint_eq (bill.ledger->plan.n_left, 0);
  bill_free (&bill);
}
END_TEST

START_TEST (what_is_better_left_alone_is_not_planned)
{
  Bill bill = make (100);

  bill.settings->roi_backlog = 100000;
  bill.settings->roi_plan = 100000;
  bill.settings->roi_fix_now = 100000;
  score (&bill);
  ck_assert_uint_eq (bill.ledger->plan.n_items, 0);
  ck_assert_uint_eq (bill.ledger->plan.n_left, 0);
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    capacity_is_people_times_days_times_budget,
    items_enter_by_return_while_they_fit,
    a_smaller_item_takes_the_room_that_a_larger_one_leaves,
    what_does_not_pay_within_a_year_is_not_planned,
    what_is_better_left_alone_is_not_planned,
  };

  return run_tests ("plan", tests, G_N_ELEMENTS (tests));
}
