#include "bill.h"

/* The findings of one unit, dearest first, and the unit's worst figures. */
START_TEST (one_unit_is_one_item)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 30, 1, 1);
  add_function (&bill, "g", 30, 2, 1);
  add_finding (&bill, "long-parameter-list", 0, 0, 12);
  add_finding (&bill, "complex-function", 0, 0, 25);
  add_finding (&bill, "complex-function", 0, 1, 12);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 12);
  add_finding (&bill, "fix-magnet", 0, ARD_NONE, 13);
  score (&bill);

  const ArdItem *f = item_of (&bill, 0, 0), *whole = item_of (&bill, 0, ARD_NONE);

  ck_assert_uint_eq (bill.ledger->items->len, 3);
  ck_assert_uint_eq (f->n_findings, 2);
  ck_assert_int_eq (f->unit, ARD_UNIT_FUNCTION);
  ck_assert_uint_eq (f->rule, ard_rule_find ("complex-function"));
  ck_assert_int_eq (f->severity, ARD_SEVERITY_CRITICAL);
  ck_assert_int_eq (f->priority, ARD_PRIORITY_MEDIUM);
  ck_assert_uint_eq (whole->n_findings, 2);
  ck_assert_int_eq (whole->unit, ARD_UNIT_FILE);
  ck_assert_uint_eq (whole->rule, ard_rule_find ("fix-magnet"));
  ck_assert_int_eq (whole->severity, ARD_SEVERITY_ATTENTION);
  for (guint i = 0; i < bill.ledger->items->len; i++)
    for (guint j = 0; j < ard_item (bill.ledger, i)->n_findings; j++)
      ck_assert_uint_eq (ard_finding (bill.ledger, ard_item (bill.ledger, i)->first_finding + j)->item, i);
  bill_free (&bill);
}
END_TEST

/* The class costs what its copies are charged, each in its own file; a function's own findings stay its own item. */
START_TEST (a_class_of_copies_is_one_item_over_its_files)
{
  Bill bill = bill_new ();
  double charges = 0;

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 30, 1, 1);
  add_file (&bill, "b.c", 100)->days_month = 3;
  add_file (&bill, "c.c", 100)->flags = 0;
  add_class (&bill, 1);
  add_copy (&bill, "oversized-file", 0, 0, 10, 12, 5);
  add_copy (&bill, "oversized-file", 1, ARD_NONE, 40, 12, 5);
  add_copy (&bill, "oversized-file", 2, ARD_NONE, 7, 12, 5);
  add_finding (&bill, "complex-function", 0, 0, 25);
  add_finding (&bill, "fix-magnet", 1, ARD_NONE, 25);
  score (&bill);
  ck_assert_uint_eq (bill.ledger->items->len, 3);
  for (guint i = 0; i < 3; i++) {
    const ArdItem *item = ard_item (bill.ledger, i);

    if (item->unit != ARD_UNIT_CLONES)
      continue;
    ck_assert_uint_eq (item->clone_class, 0);
    ck_assert_uint_eq (item->file, 0);
    ck_assert_uint_eq (item->function, ARD_NONE);
    ck_assert_uint_eq (item->n_findings, 3);
    for (guint j = 0; j < 3; j++)
      charges += ard_finding (bill.ledger, item->first_finding + j)->charge_h_month;
    ck_assert_double_gt (charges, 0);
    ck_assert_double_eq_tol (item->wasted_h_sprint, charges * 14 / (365.25 / 12), 1e-9);
  }
  ck_assert_double_gt (charges, 0);
  bill_free (&bill);
}
END_TEST

START_TEST (a_cycle_is_one_item_over_its_files)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_file (&bill, "b.c", 100);
  add_file (&bill, "c.c", 100);
  add_cycle (&bill, "unstable-file", 2);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 25);
  score (&bill);
  ck_assert_uint_eq (bill.ledger->items->len, 2);
  for (guint i = 0; i < 2; i++) {
    const ArdItem *item = ard_item (bill.ledger, i);

    ck_assert_uint_eq (item->n_findings, item->unit == ARD_UNIT_CYCLE ? 2 : 1);
    ck_assert_uint_eq (item->cycle, item->unit == ARD_UNIT_CYCLE ? 0 : ARD_NONE);
  }
  bill_free (&bill);
}
END_TEST

/* A hotspot of a file whose only debt is a copy has nowhere else to go than the file. */
START_TEST (a_hotspot_does_not_join_a_class_of_copies)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_file (&bill, "b.c", 100);
  add_class (&bill, 1);
  add_copy (&bill, "oversized-file", 0, ARD_NONE, 10, 12, 5);
  add_copy (&bill, "oversized-file", 1, ARD_NONE, 10, 12, 5);
  add_finding (&bill, "hotspot", 0, ARD_NONE, 25);
  score (&bill);
  ck_assert_uint_eq (bill.ledger->items->len, 2);
  ck_assert_uint_eq (found (&bill, "hotspot", 0, ARD_NONE)->item,
                     ard_item (bill.ledger, 0)->unit == ARD_UNIT_FILE ? 0 : 1);
  bill_free (&bill);
}
END_TEST

START_TEST (equal_charges_are_led_by_the_first_rule_of_the_catalogue)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_finding (&bill, "fix-magnet", 0, ARD_NONE, 15);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 15);
  score (&bill);
  ck_assert_uint_eq (item_of (&bill, 0, ARD_NONE)->rule, ard_rule_find ("oversized-file"));
  bill_free (&bill);
}
END_TEST

START_TEST (where_nothing_is_charged_the_highest_level_leads)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->days_month = 0;
  ard_file (bill.corpus, 0)->fixes_month = 0;
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 12);
  add_finding (&bill, "fix-magnet", 0, ARD_NONE, 18);
  score (&bill);
  ck_assert_uint_eq (item_of (&bill, 0, ARD_NONE)->rule, ard_rule_find ("fix-magnet"));
  ck_assert_double_eq (item_of (&bill, 0, ARD_NONE)->cost_month, 0);
  ck_assert_int_eq (item_of (&bill, 0, ARD_NONE)->advice, ARD_ADVICE_LEAVE);
  ck_assert (isinf (item_of (&bill, 0, ARD_NONE)->payback_months));
  bill_free (&bill);
}
END_TEST

/* Both beyond critical, so level 1 each: the rule that weighs more leads, not the first of the catalogue. */
START_TEST (where_nothing_is_charged_and_levels_are_equal_the_heavier_rule_leads)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->days_month = 0;
  ard_file (bill.corpus, 0)->fixes_month = 0;
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 25);
  bill.settings->rules[ard_rule_find ("fix-magnet")].w_time = 0.9;
  add_finding (&bill, "fix-magnet", 0, ARD_NONE, 25);
  score (&bill);
  ck_assert_uint_eq (item_of (&bill, 0, ARD_NONE)->rule, ard_rule_find ("fix-magnet"));
  bill_free (&bill);
}
END_TEST

START_TEST (a_hotspot_joins_the_files_item)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 30, 1, 1);
  add_finding (&bill, "hotspot", 0, ARD_NONE, 25);
  add_finding (&bill, "complex-function", 0, 0, 25);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 12);
  score (&bill);
  ck_assert_uint_eq (item_of (&bill, 0, ARD_NONE)->n_findings, 2);
  ck_assert_uint_eq (item_of (&bill, 0, 0)->n_findings, 1);
  bill_free (&bill);
}
END_TEST

/* A finding just at its threshold has level 0 and costs nothing, yet it is the cause, and the hotspot is not. */
START_TEST (a_hotspot_never_leads_an_item_with_a_cause)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_finding (&bill, "hotspot", 0, ARD_NONE, 25);
  add_finding (&bill, "fix-magnet", 0, ARD_NONE, 10);
  score (&bill);
  ck_assert_uint_eq (item_of (&bill, 0, ARD_NONE)->rule, ard_rule_find ("fix-magnet"));
  bill_free (&bill);
}
END_TEST

/* No file item to join: the dearest function's, rather than an item that costs nothing. */
START_TEST (a_hotspot_stays_with_the_cost_when_the_files_own_item_costs_nothing)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 30, 1, 1);
  add_finding (&bill, "hotspot", 0, ARD_NONE, 25);
  add_finding (&bill, "complex-function", 0, 0, 18);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 10); /* at the threshold: level 0 */
  score (&bill);
  ck_assert_uint_eq (item_of (&bill, 0, 0)->n_findings, 2);
  ck_assert_uint_eq (item_of (&bill, 0, ARD_NONE)->n_findings, 1);
  bill_free (&bill);
}
END_TEST

START_TEST (a_hotspot_alone_joins_the_dearest_function)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 30, 1, 1);
  add_function (&bill, "g", 30, 2, 1);
  add_finding (&bill, "hotspot", 0, ARD_NONE, 25);
  add_finding (&bill, "complex-function", 0, 0, 12);
  add_finding (&bill, "complex-function", 0, 1, 18);
  score (&bill);
  ck_assert_uint_eq (bill.ledger->items->len, 2);
  ck_assert_uint_eq (item_of (&bill, 0, 1)->n_findings, 2);
  ck_assert_uint_eq (item_of (&bill, 0, 1)->rule, ard_rule_find ("complex-function"));
  bill_free (&bill);
}
END_TEST

/* Three equal functions in files of 40, 10 and 0 author-days a month. */
START_TEST (what_pays_is_ordered_by_the_net_gain_of_a_year)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->days_month = 0;
  ard_file (bill.corpus, 0)->fixes_month = 0;
  add_function (&bill, "f", 50, 1, 1);
  add_finding (&bill, "complex-function", 0, 0, 25);
  add_file (&bill, "b.c", 100)->days_month = 10;
  add_function (&bill, "f", 50, 2, 1);
  add_finding (&bill, "complex-function", 1, 1, 25);
  add_file (&bill, "c.c", 100)->days_month = 40;
  add_function (&bill, "f", 50, 3, 1);
  add_finding (&bill, "complex-function", 2, 2, 25);
  score (&bill);
  for (guint i = 0; i < 3; i++)
    ck_assert_uint_eq (ard_item (bill.ledger, i)->file, 2 - i);
  bill_free (&bill);
}
END_TEST

/* A trifle with a fine return does not come before ten times the money. */
START_TEST (a_small_item_with_a_high_return_does_not_lead)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 1000)->days_month = 1;
  ard_file (bill.corpus, 0)->fixes_month = 0;
  add_finding (&bill, "admitted-debt", 0, ARD_NONE, 20)->quantity = 0.1;
  add_file (&bill, "b.c", 1000)->days_month = 30;
  add_finding (&bill, "oversized-file", 1, ARD_NONE, 20)->quantity = 1000;
  score (&bill);
  ck_assert_double_gt (item_of (&bill, 0, ARD_NONE)->roi, item_of (&bill, 1, ARD_NONE)->roi);
  ck_assert_uint_eq (ard_item (bill.ledger, 0)->file, 1);
  bill_free (&bill);
}
END_TEST

/* Both cost more than they save; the one that saves nothing would win by net gain. */
START_TEST (what_does_not_pay_is_ordered_by_what_it_would_save)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 1000)->days_month = 0;
  ard_file (bill.corpus, 0)->fixes_month = 0;
  add_finding (&bill, "admitted-debt", 0, ARD_NONE, 20)->quantity = 0;
  add_file (&bill, "b.c", 1000)->days_month = 1;
  ard_file (bill.corpus, 1)->fixes_month = 0;
  add_finding (&bill, "oversized-file", 1, ARD_NONE, 20)->quantity = 5000;
  score (&bill);
  ck_assert_int_eq (item_of (&bill, 0, ARD_NONE)->advice, ARD_ADVICE_LEAVE);
  ck_assert_int_eq (item_of (&bill, 1, ARD_NONE)->advice, ARD_ADVICE_LEAVE);
  ck_assert_uint_eq (ard_item (bill.ledger, 0)->file, 1);
  bill_free (&bill);
}
END_TEST

/* Return of one half and more is kept in the backlog, before a larger saving at a worse return. */
START_TEST (the_backlog_comes_before_what_is_better_left)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 1000)->days_month = 30;
  ard_file (bill.corpus, 0)->fixes_month = 0;
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 20)->quantity = 200000;
  add_file (&bill, "b.c", 1000)->days_month = 5;
  ard_file (bill.corpus, 1)->fixes_month = 0;
  add_finding (&bill, "oversized-file", 1, ARD_NONE, 20)->quantity = 2000;
  bill.settings->roi_backlog = 50;
  score (&bill);
  ck_assert_double_gt (item_of (&bill, 0, ARD_NONE)->savings_month, item_of (&bill, 1, ARD_NONE)->savings_month);
  ck_assert_int_eq (item_of (&bill, 0, ARD_NONE)->advice, ARD_ADVICE_LEAVE);
  ck_assert_int_le (item_of (&bill, 1, ARD_NONE)->advice, ARD_ADVICE_BACKLOG);
  ck_assert_uint_eq (ard_item (bill.ledger, 0)->file, 1);
  bill_free (&bill);
}
END_TEST

START_TEST (ties_are_ordered_by_path_then_function)
{
  static const char *const paths[] = { "a.c", "b.c", "c.c" };
  Bill bill = bill_new ();

  for (guint i = 0; i < 3; i++) {
    add_file (&bill, paths[i], 100);
    add_function (&bill, "f", 50, 1, 1);
    add_function (&bill, "g", 50, 1, 1);
  }
  for (guint i = 6; i > 0; i--)
    add_finding (&bill, "complex-function", (i - 1) / 2, i - 1, 15);
  score (&bill);
  for (guint i = 0; i < 6; i++)
    ck_assert_uint_eq (ard_item (bill.ledger, i)->function, i);
  bill_free (&bill);
}
END_TEST

/* 10 author-days x 7 h x 0.5 waste plenty; a file that nobody touches wastes nothing. */
START_TEST (a_box_needs_its_figure)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 50, 1, 1);
  add_finding (&bill, "complex-function", 0, 0, 25);
  add_file (&bill, "b.c", 100)->days_month = 0;
  ard_file (bill.corpus, 1)->fixes_month = 0;
  add_function (&bill, "f", 50, 2, 1);
  add_finding (&bill, "complex-function", 1, 1, 25);
  score (&bill);
  ck_assert (item_of (&bill, 0, 0)->boxes & ARD_BOX_SLOWS_FEATURES);
  ck_assert (item_of (&bill, 0, 0)->boxes & ARD_BOX_RECURRING_BUGS);
  ck_assert (item_of (&bill, 0, 0)->boxes & ARD_BOX_HARD_ONBOARDING);
  ck_assert (!(item_of (&bill, 1, 1)->boxes & ARD_BOX_SLOWS_FEATURES));
  ck_assert (!(item_of (&bill, 1, 1)->boxes & ARD_BOX_RECURRING_BUGS));
  ck_assert (item_of (&bill, 1, 1)->boxes & ARD_BOX_HARD_ONBOARDING);
  bill_free (&bill);
}
END_TEST

/* A hundredth of a day and of a fix a month: neither channel is material; the costs say which is the larger. */
static guint
tick_small (double hour_cost, double incident_cost, double fix_now)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->days_month = 0.01;
  ard_file (bill.corpus, 0)->fixes_month = 0.01;
  add_finding (&bill, "fix-magnet", 0, ARD_NONE, 25);
  bill.settings->team_hour_cost.likely = hour_cost;
  bill.settings->incident_cost.likely = incident_cost;
  bill.settings->roi_fix_now = fix_now;
  bill.settings->roi_plan = fix_now / 2;
  bill.settings->roi_backlog = fix_now / 4;
  score (&bill);

  guint boxes = item_of (&bill, 0, ARD_NONE)->boxes & (ARD_BOX_SLOWS_FEATURES | ARD_BOX_RECURRING_BUGS);

  bill_free (&bill);
  return boxes;
}

START_TEST (the_box_of_the_channel_that_prices_the_item_is_ticked)
{
  ck_assert_uint_eq (tick_small (0.001, 1500, 1e-9), ARD_BOX_RECURRING_BUGS);
  ck_assert_uint_eq (tick_small (60, 0.001, 1e-9), ARD_BOX_SLOWS_FEATURES);
}
END_TEST

START_TEST (what_is_better_left_ticks_no_box_by_a_share)
{
  ck_assert_uint_eq (tick_small (0.001, 1500, 1e9), 0);
  ck_assert_uint_eq (tick_small (60, 0.001, 1e9), 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    one_unit_is_one_item,
    a_class_of_copies_is_one_item_over_its_files,
    a_cycle_is_one_item_over_its_files,
    a_hotspot_does_not_join_a_class_of_copies,
    equal_charges_are_led_by_the_first_rule_of_the_catalogue,
    where_nothing_is_charged_the_highest_level_leads,
    where_nothing_is_charged_and_levels_are_equal_the_heavier_rule_leads,
    a_hotspot_joins_the_files_item,
    a_hotspot_never_leads_an_item_with_a_cause,
    a_hotspot_stays_with_the_cost_when_the_files_own_item_costs_nothing,
    a_hotspot_alone_joins_the_dearest_function,
    what_pays_is_ordered_by_the_net_gain_of_a_year,
    a_small_item_with_a_high_return_does_not_lead,
    what_does_not_pay_is_ordered_by_what_it_would_save,
    the_backlog_comes_before_what_is_better_left,
    ties_are_ordered_by_path_then_function,
    a_box_needs_its_figure,
    the_box_of_the_channel_that_prices_the_item_is_ticked,
    what_is_better_left_ticks_no_box_by_a_share,
  };

  return run_tests ("items", tests, G_N_ELEMENTS (tests));
}
