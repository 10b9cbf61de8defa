#include "bill.h"

#include <ctype.h>

/* A pocket calculator: numbers, + − × / ( ), ln, exp; text after a comma is a remark. */
static double calculate (const char **at);

static void
skip (const char **at)
{
  while (**at == ' ')
    (*at)++;
}

static gboolean
take (const char **at, const char *token)
{
  skip (at);
  if (!g_str_has_prefix (*at, token))
    return FALSE;
  *at += strlen (token);
  return TRUE;
}

static double
calculate_operand (const char **at)
{
  double value;
  char *end;

  if (take (at, "−") || take (at, "-"))
    return -calculate_operand (at);
  if (take (at, "ln"))
    return log (calculate_operand (at));
  if (take (at, "exp"))
    return exp (calculate_operand (at));
  if (take (at, "(")) {
    value = calculate (at);
    ck_assert (take (at, ")"));
    return value;
  }
  ck_assert_msg (isdigit ((unsigned char) **at), "no number at \"%s\"", *at);
  value = g_ascii_strtod (*at, &end);
  *at = end;
  return value;
}

static double
calculate_product (const char **at)
{
  double value = calculate_operand (at);

  for (;;)
    if (take (at, "×"))
      value *= calculate_operand (at);
    else if (take (at, "/"))
      value /= calculate_operand (at);
    else
      return value;
}

static double
calculate (const char **at)
{
  double value = calculate_product (at);

  for (;;)
    if (take (at, "+"))
      value += calculate_product (at);
    else if (take (at, "−"))
      value -= calculate_product (at);
    else
      return value;
}

static gboolean
is_known (const char *key)
{
  for (guint i = 0; i < ard_n_step_keys; i++)
    if (strcmp (ard_step_keys[i], key) == 0)
      return TRUE;
  return FALSE;
}

static void
check_step (const ArdStep *step)
{
  const char *at = step->formula;

  ck_assert_msg (is_known (step->key), "\"%s\" is not in ard_step_keys", step->key);
  if (!step->formula) {
    ck_assert_ptr_nonnull (step->origin);
    return;
  }

  double value = calculate (&at);
  gboolean capped = take (&at, ", at most 1");

  skip (&at);
  ck_assert_msg (*at == '\0', "\"%s\" is left of \"%s\"", at, step->formula);
  if (isfinite (step->value))
    ck_assert_msg (fabs ((capped ? MIN (value, 1) : value) - step->value) <= 2e-5 * MAX (fabs (step->value), 1e-3),
                   "%s: %s is %.9g, not %.9g", step->key, step->formula, value, step->value);
  else
    ck_assert (!isfinite (value));
}

/* docs/worked-example.md, number by number; worked there by hand. */
static Bill
make_example (void)
{
  Bill bill = bill_new ();
  ArdRuleSettings *rules = bill.settings->rules;

  rules[ard_rule_find ("complex-function")] = (ArdRuleSettings){ TRUE, 25, 60, 25, 60, 0.55, 0.45, 0.7, 0.6 };
  rules[ard_rule_find ("oversized-function")] = (ArdRuleSettings){ TRUE, 100, 250, 200, 500, 0.30, 0.25, 0.7, 0.5 };
  rules[ard_rule_find ("oversized-file")] = (ArdRuleSettings){ TRUE, 1000, 2500, 2000, 5000, 0.20, 0.15, 0.5, 0.4 };

  ArdFile *file = add_file (&bill, "lib/transfer.c", 1600);

  file->flags = 0;
  file->days_month = 6;
  file->fixes_month = 2;
  add_function (&bill, "perform", 160, 1, 1);
  add_finding (&bill, "complex-function", 0, 0, 48)->quantity = 23;
  add_finding (&bill, "oversized-function", 0, 0, 160)->quantity = 60;
  add_finding (&bill, "oversized-file", 0, ARD_NONE, 1600)->quantity = 600;
  score (&bill);
  return bill;
}

/* The nth step of that key. */
static const ArdStep *
find_step (const Bill *bill, const ArdItem *item, const char *key, guint nth)
{
  for (guint i = 0; i < item->n_steps; i++) {
    const ArdStep *step = ard_step (bill->ledger, item->first_step + i);

    if (strcmp (step->key, key) == 0 && nth-- == 0)
      return step;
  }
  ck_abort_msg ("no step \"%s\"", key);
}

static const struct {
  const char *key;
  guint nth;
  double value;
} worked[] = {
  { "author-days", 0, 6 },
  { "day-hours", 0, 7 },
  { "coding-share", 0, 0.5 },
  { "hours", 0, 21 },
  { "fixes", 0, 2 },
  { "value", 0, 48 },
  { "attention", 0, 25 },
  { "critical", 0, 60 },
  { "level", 0, 0.657143 },
  { "weight-time", 0, 0.55 },
  { "weight-incident", 0, 0.45 },
  { "function-part", 0, 0.1 },
  { "hazard-time", 0, 0.0448522 },
  { "hazard-incident", 0, 0.0350571 },
  { "value", 1, 160 },
  { "level", 1, 0.4 },
  { "hazard-time", 1, 0.0127833 },
  { "hazard-incident", 1, 0.0105361 },
  { "item-hazard-time", 0, 0.0576355 },
  { "item-hazard-incident", 0, 0.0455932 },
  { "file-hazard-time", 0, 0.141017 },
  { "file-hazard-incident", 0, 0.107469 },
  { "unhealthiness-time", 0, 0.131526 },
  { "unhealthiness-incident", 0, 0.101895 },
  { "wasted-share", 0, 0.140223 },
  { "wasted-hours", 0, 2.94467 },
  { "incident-part", 0, 0.587889 },
  { "incidents", 0, 0.176367 },
  { "charge-time", 0, 1.20353 },
  { "sprints-month", 0, 2.17411 },
  { "wasted-sprint", 0, 0.553573 },
  { "incidents-month", 0, 0.074823 },
  { "monthly-cost", 0, 184.446 },
  { "recovered-sprint", 0, 0.387501 },
  { "prevented-month", 0, 0.0431647 },
  { "monthly-savings", 0, 115.295 },
  { "remediation", 0, 3.8 },
  { "health-factor", 0, 1.06576 },
  { "untested-factor", 0, 1.5 },
  { "investigation", 0, 0.144639 },
  { "implementation", 0, 0.231423 },
  { "testing", 0, 0.303742 },
  { "effort", 0, 0.679804 },
  { "principal", 0, 285.518 },
  { "interest", 0, 2213.35 },
  { "roi", 0, 4.84573 },
  { "payback", 0, 2.47641 },
};

START_TEST (the_worked_example_of_the_docs_is_what_explain_prints)
{
  Bill bill = make_example ();
  const ArdItem *item = item_of (&bill, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (worked); i++) {
    const ArdStep *step = find_step (&bill, item, worked[i].key, worked[i].nth);

    ck_assert_msg (fabs (step->value - worked[i].value) <= 1e-5 * worked[i].value, "%s: %.9g, not %.9g", worked[i].key,
                   step->value, worked[i].value);
  }
  ck_assert_int_eq (item->advice, ARD_ADVICE_FIX_NOW);
  bill_free (&bill);
}
END_TEST

START_TEST (the_last_steps_are_the_items_own_figures)
{
  Bill bill = make_example ();
  const ArdItem *item = item_of (&bill, 0, 0);

  ck_assert_double_eq (find_step (&bill, item, "wasted-sprint", 0)->value, item->wasted_h_sprint);
  ck_assert_double_eq (find_step (&bill, item, "incidents-month", 0)->value, item->incidents_month);
  ck_assert_double_eq (find_step (&bill, item, "recovered-sprint", 0)->value, item->recovered_h_sprint);
  ck_assert_double_eq (find_step (&bill, item, "prevented-month", 0)->value, item->prevented_month);
  ck_assert_double_eq (find_step (&bill, item, "monthly-cost", 0)->value, item->cost_month);
  ck_assert_double_eq (find_step (&bill, item, "monthly-savings", 0)->value, item->savings_month);
  ck_assert_double_eq (find_step (&bill, item, "effort", 0)->value, item->effort_d);
  ck_assert_double_eq (find_step (&bill, item, "principal", 0)->value, item->principal);
  ck_assert_double_eq (find_step (&bill, item, "roi", 0)->value, item->roi);
  ck_assert_double_eq (find_step (&bill, item, "payback", 0)->value, item->payback_months);
  bill_free (&bill);
}
END_TEST

START_TEST (the_hours_say_which_rule_asks_for_them)
{
  Bill bill = make_example ();

  ck_assert_str_eq (find_step (&bill, item_of (&bill, 0, 0), "remediation", 0)->origin, "complex-function");
  ck_assert_str_eq (find_step (&bill, item_of (&bill, 0, 0), "value", 0)->origin, "complex-function");
  ck_assert_str_eq (find_step (&bill, item_of (&bill, 0, 0), "hour-cost", 0)->origin, "team.hour_cost");
  bill_free (&bill);
}
END_TEST

/* Copies over all files, a cycle, and what no history prices, in tests and in use. */
static void
add_structure (Bill *bill, GRand *random)
{
  add_class (bill, 1);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 1 + i; j++)
      add_copy (bill, "oversized-file", i, ARD_NONE, 10 + 40 * j, (guint32) g_rand_int_range (random, 5, 30), 5)
          ->quantity = 2;
  add_cycle (bill, "unstable-file", 3);
  for (guint32 i = 0; i < 6; i++)
    if (assumed_rule () && g_rand_boolean (random))
      add_finding (bill, assumed_rule (), i / 2, i, g_rand_int_range (random, 1000, 2500) / 100.0);
  ard_file (bill->corpus, 0)->flags |= g_rand_boolean (random) ? ARD_FILE_TEST : 0;
}

/* Any bill, whatever its rounding: what stands on the sheet computes to what it says. */
START_TEST (every_formula_computes_to_its_value)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) _i);
  Bill bill = bill_new ();
  static const char *const rules[] = { "complex-function", "oversized-function", "admitted-debt", "deep-nesting" };

  for (guint i = 0; i < ard_n_rules; i++)
    bill.settings->rules[i].w_time = g_rand_int_range (random, 0, 3) ? g_rand_double_range (random, 0, 0.9) : 0;
  for (guint i = 0; i < 3; i++) {
    static const char *const paths[] = { "a.c", "b.c", "c.c" };
    ArdFile *file = add_file (&bill, paths[i], (guint32) g_rand_int_range (random, 100, 5000));

    file->days_month = g_rand_int_range (random, 0, 3) ? exp (g_rand_double_range (random, -9, 4)) : 0;
    file->fixes_month = g_rand_int_range (random, 0, 3) ? exp (g_rand_double_range (random, -9, 2)) : 0;
    file->flags = g_rand_boolean (random) ? ARD_FILE_TESTED : 0;
    for (guint j = 0; j < 2; j++) {
      guint32 function = bill.corpus->functions->len;

      add_function (&bill, "f", (guint32) g_rand_int_range (random, 1, 90), j + 1, j);
      for (guint k = 0; k < G_N_ELEMENTS (rules); k++)
        if (g_rand_boolean (random))
          add_finding (&bill, rules[k], i, function, g_rand_int_range (random, 1000, 2500) / 100.0)->quantity =
              g_rand_boolean (random) ? g_rand_double_range (random, 0, 100) : 0;
    }
    if (g_rand_boolean (random))
      add_finding (&bill, "hotspot", i, ARD_NONE, 15);
  }
  add_structure (&bill, random);
  if (_i % 5 == 0)
    bill.settings->history_min_files = 25;
  score (&bill);
  for (guint i = 0; i < bill.ledger->steps->len; i++)
    check_step (ard_step (bill.ledger, i));
  bill_free (&bill);
}
END_TEST

START_TEST (the_keys_are_sorted_and_single)
{
  for (guint i = 1; i < ard_n_step_keys; i++)
    ck_assert_int_lt (strcmp (ard_step_keys[i - 1], ard_step_keys[i]), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("explain");
  TCase *cases = tcase_create ("explain");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, the_worked_example_of_the_docs_is_what_explain_prints);
  tcase_add_test (cases, the_last_steps_are_the_items_own_figures);
  tcase_add_test (cases, the_hours_say_which_rule_asks_for_them);
  tcase_add_loop_test (cases, every_formula_computes_to_its_value, 0, 200);
  tcase_add_test (cases, the_keys_are_sorted_and_single);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
