#include "bill.h"

/* Failures that no history prices. Rules have attention 10, critical 20 here (bill.h): value 20 is certain. */

static ArdRule
rule_of (const char *id)
{
  return ard_rules[ard_rule_find (id)];
}

/* a.c with f, which has the finding; callers are added by add_caller. 10 author-days, as the median. */
static Bill
make_bill (void)
{
  Bill bill = bill_new ();

  bill.settings->risk_reach_weight.likely = 0.25;
  bill.settings->risk_most_heat = 4;
  bill.settings->risk_low_cost.likely = 100;
  bill.settings->risk_strong_cost.likely = 1500;
  bill.settings->risk_catastrophic_cost.likely = 15000;
  bill.settings->risk_prevented.likely = 0.8;
  add_file (&bill, "a.c", 100);
  add_function (&bill, "net::f", 50, 1, 1);
  return bill;
}

/* A file with a function that calls by that text. */
static void
add_caller (Bill *bill, const char *path, const char *text)
{
  add_file (bill, path, 100);
  add_function (bill, "caller", 50, 99, 1);
  add_comment (bill, ARD_CAPTURE_CALL, bill->corpus->functions->len - 1, 5, text);
}

/* swallowed-error: strong. p x 1 x 1 x 1 failures a year, each 1,500; a twelfth of that a month. */
START_TEST (one_certain_finding_of_median_changes_costs_its_probability)
{
  Bill bill = make_bill ();
  double p = rule_of ("swallowed-error").probability_year;

  ck_assert_int_eq (rule_of ("swallowed-error").impact, ARD_IMPACT_STRONG);
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  score (&bill);

  const ArdFinding *finding = found (&bill, "swallowed-error", 0, 0);

  ck_assert_double_eq_tol (finding->failures_year, p, 1e-12);
  ck_assert_double_eq_tol (finding->risk_month, p * 1500 / 12, 1e-12);
  ck_assert_double_eq_tol (item_of (&bill, 0, 0)->assumed_month, p * 1500 / 12, 1e-12);
  ck_assert_double_eq_tol (item_of (&bill, 0, 0)->assumed_savings_month, 0.8 * p * 1500 / 12, 1e-12);
  bill_free (&bill);
}
END_TEST

/* Half the critical threshold: half as sure. */
START_TEST (a_doubtful_finding_costs_its_part)
{
  Bill bill = make_bill ();

  add_finding (&bill, "swallowed-error", 0, 0, 10);
  score (&bill);
  ck_assert_double_eq_tol (found (&bill, "swallowed-error", 0, 0)->failures_year,
                           rule_of ("swallowed-error").probability_year / 2, 1e-12);
  bill_free (&bill);
}
END_TEST

/* Four callers: 1 + 0.25 x log2 (4) = 1.5. Tests, other languages, other names and f itself do not count. */
START_TEST (callers_in_use_make_it_likelier)
{
  static const char *const paths[] = { "b.c", "c.c", "d.cc", "e.c" };
  static const char *const texts[] = { "f", "net::f", "this->net.f", "f<int>" };
  Bill bill = make_bill ();

  add_comment (&bill, ARD_CAPTURE_CALL, 0, 7, "f");
  for (guint i = 0; i < 4; i++)
    add_caller (&bill, paths[i], texts[i]);
  ard_file (bill.corpus, 3)->language = "C++";
  add_caller (&bill, "f.py", "f");
  ard_file (bill.corpus, 5)->language = "Python";
  add_caller (&bill, "g.c", "of");
  add_caller (&bill, "h.c", "f");
  ard_file (bill.corpus, 7)->flags |= ARD_FILE_TEST;
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  score (&bill);
  ck_assert_double_eq (found (&bill, "swallowed-error", 0, 0)->reach, 4);
  ck_assert_double_eq_tol (found (&bill, "swallowed-error", 0, 0)->failures_year,
                           1.5 * rule_of ("swallowed-error").probability_year, 1e-12);
  bill_free (&bill);
}
END_TEST

/* Two functions are called f: which of them a call means the name alone does not tell. */
START_TEST (namesakes_share_their_callers)
{
  Bill bill = make_bill ();

  add_caller (&bill, "b.c", "f");
  add_caller (&bill, "c.c", "f");
  add_caller (&bill, "d.c", "f");
  add_caller (&bill, "e.c", "f");
  add_file (&bill, "z.c", 100);
  add_function (&bill, "disk::f", 50, 7, 1);
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  score (&bill);
  ck_assert_double_eq (found (&bill, "swallowed-error", 0, 0)->reach, 2);
  bill_free (&bill);
}
END_TEST

/* Days 10 and, in three other files, 2: the median is 2, the ratio 5, the bound 4. */
START_TEST (changes_count_against_the_median_and_are_bounded)
{
  Bill bill = make_bill ();

  add_file (&bill, "b.c", 100)->days_month = 2;
  add_file (&bill, "c.c", 100)->days_month = 2;
  add_file (&bill, "d.c", 100)->days_month = 2;
  add_file (&bill, "e.c", 100)->days_month = 0;
  add_function (&bill, "g", 50, 1, 1);
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  add_finding (&bill, "swallowed-error", 4, 1, 20);
  score (&bill);
  ck_assert_double_eq (found (&bill, "swallowed-error", 0, 0)->heat, 4);
  ck_assert_double_eq (found (&bill, "swallowed-error", 4, 1)->heat, 0.25);
  bill_free (&bill);
}
END_TEST

START_TEST (nobody_meets_a_failure_in_a_test)
{
  Bill bill = make_bill ();

  ard_file (bill.corpus, 0)->flags |= ARD_FILE_TEST;
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  score (&bill);
  ck_assert_double_eq (found (&bill, "swallowed-error", 0, 0)->risk_month, 0);
  bill_free (&bill);
}
END_TEST

/* One function with both: one item, two sums; the totals keep them apart. */
START_TEST (what_is_assumed_is_in_no_sum_of_history)
{
  Bill alone = make_bill (), both = make_bill ();

  add_finding (&alone, "complex-function", 0, 0, 25);
  add_finding (&both, "complex-function", 0, 0, 25);
  add_finding (&both, "swallowed-error", 0, 0, 20);
  both.settings->rules[ard_rule_find ("swallowed-error")].w_time = 0;
  both.settings->rules[ard_rule_find ("swallowed-error")].w_incident = 0;
  score (&alone);
  score (&both);

  const ArdTotals *one = &alone.ledger->totals, *two = &both.ledger->totals;

  ck_assert_uint_eq (both.ledger->items->len, 1);
  ck_assert_double_gt (two->assumed_cost_month, 0);
  ck_assert_double_eq (one->assumed_cost_month, 0);
  ck_assert_double_eq_tol (one->cost_month, two->cost_month, 1e-9);
  ck_assert_double_eq_tol (one->savings_month, two->savings_month, 1e-9);
  ck_assert_double_eq_tol (item_of (&both, 0, 0)->cost_month, two->cost_month + two->assumed_cost_month, 1e-9);
  bill_free (&alone);
  bill_free (&both);
}
END_TEST

START_TEST (the_basis_is_that_of_the_larger_part)
{
  Bill bill = make_bill ();

  add_finding (&bill, "complex-function", 0, 0, 25);
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  add_file (&bill, "b.c", 100)->days_month = 0;
  ard_file (bill.corpus, 1)->fixes_month = 0;
  add_function (&bill, "g", 50, 2, 1);
  add_finding (&bill, "swallowed-error", 1, 1, 20);
  score (&bill);
  ck_assert_int_eq (item_of (&bill, 0, 0)->basis, ARD_BASIS_HISTORY);
  ck_assert_int_eq (item_of (&bill, 1, 1)->basis, ARD_BASIS_ASSUMPTION);
  bill_free (&bill);
}
END_TEST

START_TEST (a_history_too_thin_to_price_prices_no_failure_either)
{
  Bill bill = make_bill ();

  bill.settings->history_min_files = 25;
  add_finding (&bill, "swallowed-error", 0, 0, 20);
  score (&bill);
  ck_assert (isnan (found (&bill, "swallowed-error", 0, 0)->risk_month));
  ck_assert (isnan (item_of (&bill, 0, 0)->assumed_month));
  ck_assert (isnan (bill.ledger->totals.assumed_cost_month));
  ck_assert_int_eq (item_of (&bill, 0, 0)->basis, ARD_BASIS_ASSUMPTION);
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    one_certain_finding_of_median_changes_costs_its_probability,
    a_doubtful_finding_costs_its_part,
    callers_in_use_make_it_likelier,
    namesakes_share_their_callers,
    changes_count_against_the_median_and_are_bounded,
    nobody_meets_a_failure_in_a_test,
    what_is_assumed_is_in_no_sum_of_history,
    the_basis_is_that_of_the_larger_part,
    a_history_too_thin_to_price_prices_no_failure_either,
  };

  return run_tests ("risk", tests, G_N_ELEMENTS (tests));
}
