#include "bill.h"

/* a.c, in which person 0 put 30 days of 7 x 0.5 hours: 105 hours. */
static Bill
make_bill (gboolean active)
{
  Bill bill = bill_new ();
  ArdAuthor author = { "Ada", "ada@example.org", FALSE };
  ArdPerson person = { .active = active };
  ArdKnowledge row = { .file = 0, .author = 0, .owner = TRUE, .days = 30 };

  bill.settings->team_day_hours = 7;
  bill.settings->team_coding_share.likely = 0.5;
  bill.settings->team_hour_cost.likely = 60;
  bill.settings->team_attrition.likely = 0.12;
  bill.settings->team_relearn_share.likely = 0.25;
  bill.settings->history_window_d = 365.25;
  g_array_append_val (bill.corpus->authors, author);
  g_array_append_val (bill.corpus->persons, person);
  g_array_append_val (bill.corpus->knowledge, row);
  add_file (&bill, "a.c", 100)->n_knowledge = 1;
  return bill;
}

static void
add_about (Bill *bill, const char *rule)
{
  add_finding (bill, rule, 0, ARD_NONE, 20);
  g_array_index (bill->findings, ArdFinding, bill->findings->len - 1).author = 0;
}

/* 0.12 x 105 x 0.25 x 60 / 12, as docs/rules/knowledge-island.md works it out. */
START_TEST (a_lone_expert_costs_attrition_times_hours_times_relearning)
{
  Bill bill = make_bill (TRUE);

  add_about (&bill, "knowledge-island");
  score (&bill);

  const ArdItem *item = item_of (&bill, 0, ARD_NONE);

  ck_assert_double_eq_tol (item->assumed_month, 15.75, 1e-9);
  ck_assert_double_eq_tol (item->cost_month, 15.75, 1e-9);
  ck_assert_int_eq (item->basis, ARD_BASIS_ASSUMPTION);
  ck_assert_double_eq_tol (bill.ledger->totals.assumed_cost_month, 15.75, 1e-9);
  ck_assert_double_eq (bill.ledger->totals.cost_month, 0);
  bill_free (&bill);
}
END_TEST

/* Five commits a year (bill.h): 1 - exp (-5) = 0.993262; x 105 x 0.25 x 60 / 12. */
START_TEST (what_is_lost_is_learnt_again_when_the_file_changes)
{
  Bill bill = make_bill (FALSE);

  add_about (&bill, "knowledge-lost");
  score (&bill);
  ck_assert_double_eq_tol (item_of (&bill, 0, ARD_NONE)->assumed_month, 0.9932621 * 131.25, 1e-4);
  bill_free (&bill);
}
END_TEST

START_TEST (the_explanation_names_hours_chance_and_share)
{
  static const char *const wanted[] = { "expert-days", "expert-hours", "relearn-share", "departure", "relearn-cost" };
  Bill bill = make_bill (TRUE);

  add_about (&bill, "knowledge-island");
  score (&bill);

  const ArdItem *item = item_of (&bill, 0, ARD_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    gboolean has = FALSE;

    for (guint j = 0; j < item->n_steps; j++)
      has |= g_str_equal (ard_step (bill.ledger, item->first_step + j)->key, wanted[i]);
    ck_assert_msg (has, "no step %s", wanted[i]);
  }
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_lone_expert_costs_attrition_times_hours_times_relearning,
                                 what_is_lost_is_learnt_again_when_the_file_changes,
                                 the_explanation_names_hours_chance_and_share };

  return run_tests ("departure", tests, G_N_ELEMENTS (tests));
}
