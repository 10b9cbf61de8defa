#include "bill.h"

static const ArdRemediation *
work_of (const char *rule)
{
  return &ard_rules[ard_rule_find (rule)].remediation;
}

static double
hours_of (const char *rule, double quantity)
{
  return work_of (rule)->constant_h + work_of (rule)->per_quantity_h * quantity;
}

/* u = 0 by weights of 0: no factor on the work, and the three kinds share it as the catalogue says. */
START_TEST (the_days_are_the_remediation_of_the_finding)
{
  Bill bill = bill_new ();
  const ArdRemediation *work = work_of ("oversized-file");

  add_file (&bill, "a.c", 1000);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 15)->quantity = 300;
  bill.settings->rules[ard_rule_find ("oversized-file")].w_time = 0;
  bill.settings->team_day_hours = 8;
  score (&bill);

  const ArdItem *item = ard_item (bill.ledger, 0);
  double days = hours_of ("oversized-file", 300) / 8;

  ck_assert_double_eq_tol (item->investigation_d, days * work->investigation, 1e-12);
  ck_assert_double_eq_tol (item->implementation_d, days * work->implementation, 1e-12);
  ck_assert_double_eq_tol (item->testing_d, days * work->testing, 1e-12);
  ck_assert_double_eq_tol (item->effort_d, days, 1e-9);
  ck_assert_double_eq_tol (item->principal, days * 8 * bill.settings->team_hour_cost.likely, 1e-9);
  bill_free (&bill);
}
END_TEST

/* Length and complexity of one function are one piece of work; its parameters too, by the catalogue's groups. */
START_TEST (findings_of_one_group_are_one_piece_of_work)
{
  Bill bill = bill_new ();

  ck_assert_str_eq (work_of ("complex-function")->group, work_of ("oversized-function")->group);
  ck_assert_str_ne (work_of ("complex-function")->group, work_of ("admitted-debt")->group);
  for (guint i = 0; i < ard_n_rules; i++)
    bill.settings->rules[i].w_time = 0;
  add_file (&bill, "a.c", 1000);
  add_function (&bill, "f", 100, 1, 1);
  add_finding (&bill, "complex-function", 0, 0, 15)->quantity = 30;
  add_finding (&bill, "oversized-function", 0, 0, 15)->quantity = 10;
  add_finding (&bill, "admitted-debt", 0, 0, 15)->quantity = 3;
  score (&bill);

  double dearest = MAX (hours_of ("complex-function", 30), hours_of ("oversized-function", 10));

  ck_assert_double_eq_tol (ard_item (bill.ledger, 0)->effort_d * bill.settings->team_day_hours,
                           dearest + hours_of ("admitted-debt", 3), 1e-9);
  bill_free (&bill);
}
END_TEST

/* w 0.5 at level 1: u = 0.5, so the work takes 1 + 0.25 times as long. */
START_TEST (work_in_an_unhealthy_file_takes_longer)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 1000);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 20)->quantity = 300;
  score (&bill);
  ck_assert_double_eq_tol (ard_item (bill.ledger, 0)->effort_d * bill.settings->team_day_hours,
                           1.25 * hours_of ("oversized-file", 300), 1e-9);
  bill_free (&bill);
}
END_TEST

START_TEST (testing_takes_longer_where_no_test_reaches)
{
  const guint flags[] = { ARD_FILE_TESTED, ARD_FILE_TEST, 0 };
  double testing[3], rest[3];

  for (guint i = 0; i < 3; i++) {
    Bill bill = bill_new ();

    add_file (&bill, "a.c", 1000)->flags = flags[i];
    add_finding (&bill, "oversized-file", 0, ARD_NONE, 15)->quantity = 300;
    bill.settings->effort_untested_factor = 1.5;
    score (&bill);
    testing[i] = ard_item (bill.ledger, 0)->testing_d;
    rest[i] = ard_item (bill.ledger, 0)->effort_d - testing[i];
    bill_free (&bill);
  }
  ck_assert_double_eq_tol (testing[1], testing[0], 1e-12);
  ck_assert_double_eq_tol (testing[2], 1.5 * testing[0], 1e-12);
  ck_assert_double_eq_tol (rest[2], rest[0], 1e-12);
}
END_TEST

START_TEST (nothing_takes_less_than_half_an_hour)
{
  Bill small = bill_new (), none = bill_new ();

  add_file (&small, "a.c", 1000);
  add_finding (&small, "admitted-debt", 0, ARD_NONE, 15)->quantity = 0.01;
  add_file (&none, "a.c", 1000);
  add_finding (&none, "hotspot", 0, ARD_NONE, 15);
  score (&small);
  score (&none);
  ck_assert_double_eq_tol (ard_item (small.ledger, 0)->effort_d * small.settings->team_day_hours, 0.5, 1e-12);
  ck_assert_double_eq_tol (ard_item (none.ledger, 0)->effort_d * none.settings->team_day_hours, 0.5, 1e-12);
  bill_free (&small);
  bill_free (&none);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_days_are_the_remediation_of_the_finding, findings_of_one_group_are_one_piece_of_work,
    work_in_an_unhealthy_file_takes_longer,      testing_takes_longer_where_no_test_reaches,
    nothing_takes_less_than_half_an_hour,
  };

  return run_tests ("effort", tests, G_N_ELEMENTS (tests));
}
