#include "bill.h"

/* MODEL 3 by hand: level 0.5, w 0.5: lambda = -ln(0.75) = 0.287682; u = 0.25; k = 1.24: s = 0.31 / 1.31. */
START_TEST (one_finding_wastes_the_share_that_the_model_says)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 15);
  bill.settings->health_slowdown.likely = 1.24;
  bill.settings->health_defect_factor.likely = 15;
  bill.settings->team_day_hours = 7;
  bill.settings->team_coding_share.likely = 0.5;
  bill.settings->incident_share.likely = 0.15;
  score (&bill);

  const ArdFileScore *file = ard_file_score (bill.ledger, 0);

  ck_assert_double_eq_tol (file->unhealthiness_time, 0.25, 1e-12);
  ck_assert_double_eq_tol (file->health, 0.75, 1e-12);
  ck_assert_double_eq_tol (file->wasted_share, 0.31 / 1.31, 1e-12);
  ck_assert_double_eq_tol (file->wasted_h_month, 35 * 0.31 / 1.31, 1e-9);
  /* w 0.4: u = 0.2, r = 14 * 0.2 / (1 + 14 * 0.2) = 2.8 / 3.8; 2 fixes, 0.15 of them incidents */
  ck_assert_double_eq_tol (file->incident_share, 2.8 / 3.8, 1e-12);
  ck_assert_double_eq_tol (file->incidents_month, 2 * 0.15 * 2.8 / 3.8, 1e-12);
  bill_free (&bill);
}
END_TEST

START_TEST (a_function_counts_by_its_part_of_the_files_code)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 200);
  add_function (&bill, "f", 50, 1, 1);
  add_finding (&bill, "complex-function", 0, 0, 20);
  score (&bill);
  /* w 0.5, level 1, a quarter of the lines: u = 1 - 0.5^0.25 */
  ck_assert_double_eq_tol (ard_file_score (bill.ledger, 0)->unhealthiness_time, 1 - pow (0.5, 0.25), 1e-12);
  bill_free (&bill);
}
END_TEST

/* 25 of the file's 100 lines, w 0.5, level 1: u = 1 - 0.5^0.25, whatever the function that holds it. */
START_TEST (a_copy_counts_by_its_own_lines)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_function (&bill, "f", 90, 1, 1);
  add_class (&bill, 1);
  add_copy (&bill, "complex-function", 0, 0, 10, 25, 5);
  score (&bill);
  ck_assert_double_eq_tol (ard_file_score (bill.ledger, 0)->unhealthiness_time, 1 - pow (0.5, 0.25), 1e-12);
  bill_free (&bill);
}
END_TEST

START_TEST (a_file_without_findings_costs_nothing)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  score (&bill);
  ck_assert_double_eq (ard_file_score (bill.ledger, 0)->health, 1);
  ck_assert_double_eq (ard_file_score (bill.ledger, 0)->cost_month, 0);
  ck_assert_double_eq (bill.ledger->totals.cost_month, 0);
  bill_free (&bill);
}
END_TEST

/* A weight of 1 would be an infinite hazard; charges must stay numbers. */
START_TEST (a_weight_of_one_stays_finite)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100);
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 20);
  add_finding (&bill, "unstable-file", 0, ARD_NONE, 20);
  bill.settings->rules[ard_rule_find ("oversized-file")].w_time = 1;
  score (&bill);
  ck_assert (isfinite (found (&bill, "oversized-file", 0, ARD_NONE)->charge_h_month));
  ck_assert_double_gt (found (&bill, "unstable-file", 0, ARD_NONE)->charge_h_month, 0);
  bill_free (&bill);
}
END_TEST

static const char *const function_rules[] = { "oversized-function", "complex-function", "deep-nesting",
                                              "long-parameter-list" };
static const char *const file_rules[] = { "oversized-file", "unstable-file", "fix-magnet", "hotspot" };

/* One in four is 0. */
static double
draw_weight (GRand *random)
{
  return g_rand_int_range (random, 0, 4) ? g_rand_double_range (random, 0, 0.99) : 0;
}

/* What is changed between two bills of one seed. */
typedef struct {
  GRand *random;
  guint copies; /* of every finding */
  guint raised; /* which finding's value … */
  double raise; /* … is this much higher */
  guint n;
} Draw;

/* Up to eight findings of the last file, about it and its functions in turn. */
static void
draw_findings (Bill *bill, Draw *draw)
{
  guint32 i = bill->corpus->files->len - 1;
  const ArdFile *file = ard_file (bill->corpus, i);

  for (guint j = 0; j < 8; j++, draw->n++) {
    gboolean whole = j < 4 || file->n_functions == 0;
    guint32 nth = (guint32) g_rand_int_range (draw->random, 0, (gint32) file->n_functions + 1);
    guint32 function = whole ? ARD_NONE : file->first_function + MIN (nth, file->n_functions - 1);
    double value = g_rand_double_range (draw->random, 10, 25) + (draw->n == draw->raised ? draw->raise : 0);
    guint copies = g_rand_boolean (draw->random) ? draw->copies : 0;

    while (copies-- > 0)
      add_finding (bill, whole ? file_rules[j % 4] : function_rules[j % 4], i, function, value);
  }
}

/* Classes of two or three copies over the files, no two copies on one line, and a cycle of the first files. */
static void
draw_structure (Bill *bill, GRand *random)
{
  guint n_files = bill->corpus->files->len;

  for (guint i = 0; i < 3; i++) {
    guint32 file = (guint32) g_rand_int_range (random, 0, (gint32) n_files);

    add_class (bill, i / 2 + 1);
    for (guint j = 0; j < 2 + i % 2; j++) {
      guint32 lines = (guint32) g_rand_int_range (random, 1, 30);

      add_copy (bill, "oversized-file", file, ARD_NONE, 100 * i + 31 * j + 1, lines, i + 1);
      file = MIN (file + (guint32) g_rand_boolean (random), n_files - 1);
    }
  }
  add_cycle (bill, "unstable-file", (guint32) g_rand_int_range (random, 0, (gint32) n_files) + 1);
}

/* Random files, functions, weights (some zero) and values; the same for the same seed, but for copies and raise. */
static Bill
make_random (guint32 seed, double raise, guint copies)
{
  static const char *const paths[] = { "a.c", "b.c", "c.c", "d.c", "e.c" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Bill bill = bill_new ();
  guint n_files = (guint) g_rand_int_range (random, 1, 6);
  Draw draw = { random, copies, (guint) g_rand_int_range (random, 0, 40), raise, 0 };

  for (guint i = 0; i < ard_n_rules; i++) {
    bill.settings->rules[i].w_time = draw_weight (random);
    bill.settings->rules[i].w_incident = draw_weight (random);
  }
  for (guint i = 0; i < n_files; i++) {
    ArdFile *file = add_file (&bill, paths[i], (guint32) g_rand_int_range (random, 0, 500));
    guint n_functions = (guint) g_rand_int_range (random, 0, 5);

    file->days_month = draw_weight (random) * 40;
    file->fixes_month = draw_weight (random) * 10;
    for (guint j = 0; j < n_functions; j++)
      add_function (&bill, "f", (guint32) g_rand_int_range (random, 1, 200), j + 1, j);
    draw_findings (&bill, &draw);
  }
  draw_structure (&bill, random);
  score (&bill);
  return bill;
}

START_TEST (the_charges_of_a_file_sum_to_its_cost)
{
  Bill bill = make_random ((guint32) _i, 0, 1);
  const ArdSettings *settings = bill.settings;
  double all = 0;

  for (guint i = 0; i < bill.corpus->files->len; i++) {
    double hours = 0, incidents = 0, hazards = 0;
    const ArdFileScore *file = ard_file_score (bill.ledger, i);

    for (guint j = 0; j < bill.ledger->findings->len; j++) {
      const ArdFinding *finding = ard_finding (bill.ledger, j);

      if (finding->file != i)
        continue;
      ck_assert_double_ge (finding->charge_h_month, 0);
      ck_assert_double_ge (finding->charge_incidents_month, 0);
      hours += finding->charge_h_month;
      incidents += finding->charge_incidents_month;
      hazards += finding->hazard_time;
    }
    ck_assert_double_eq_tol (hours, file->wasted_h_month, 1e-9);
    ck_assert_double_eq_tol (incidents, file->incidents_month, 1e-9);
    ck_assert_double_le (file->wasted_h_month, file->hours_month);
    ck_assert_double_le (file->incidents_month, file->fixes_month);
    ck_assert ((hazards > 0) == (file->unhealthiness_time > 0));
    all += hours * settings->team_hour_cost.likely + incidents * settings->incident_cost.likely;
  }
  ck_assert_double_eq_tol (all, bill.ledger->totals.cost_month, 1e-6);

  double items = 0;

  for (guint i = 0; i < bill.ledger->items->len; i++)
    items += ard_item (bill.ledger, i)->cost_month;
  ck_assert_double_eq_tol (items, bill.ledger->totals.cost_month, 1e-6);
  bill_free (&bill);
}
END_TEST

START_TEST (doubling_the_debt_never_lowers_the_bill)
{
  Bill once = make_random ((guint32) _i, 0, 1), twice = make_random ((guint32) _i, 0, 2);

  ck_assert_double_ge (twice.ledger->totals.cost_month, once.ledger->totals.cost_month - 1e-9);
  for (guint i = 0; i < once.corpus->files->len; i++)
    ck_assert_double_le (ard_file_score (twice.ledger, i)->health, ard_file_score (once.ledger, i)->health + 1e-12);
  bill_free (&once);
  bill_free (&twice);
}
END_TEST

START_TEST (raising_a_value_never_lowers_the_bill)
{
  Bill before = make_random ((guint32) _i, 0, 1), after = make_random ((guint32) _i, 3, 1);

  ck_assert_double_ge (after.ledger->totals.cost_month, before.ledger->totals.cost_month - 1e-9);
  bill_free (&before);
  bill_free (&after);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("health");
  TCase *cases = tcase_create ("health");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, one_finding_wastes_the_share_that_the_model_says);
  tcase_add_test (cases, a_function_counts_by_its_part_of_the_files_code);
  tcase_add_test (cases, a_copy_counts_by_its_own_lines);
  tcase_add_test (cases, a_file_without_findings_costs_nothing);
  tcase_add_test (cases, a_weight_of_one_stays_finite);
  tcase_add_loop_test (cases, the_charges_of_a_file_sum_to_its_cost, 0, 300);
  tcase_add_loop_test (cases, doubling_the_debt_never_lowers_the_bill, 0, 100);
  tcase_add_loop_test (cases, raising_a_value_never_lowers_the_bill, 0, 100);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
