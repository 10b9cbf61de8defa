#include "coupled.h"

static void
set_rules (Facts *facts, const char *const *rules)
{
  set_thresholds (facts, "layer-violation", 0, 1);
  g_strfreev (facts->settings->layers_rules);
  facts->settings->layers_rules = g_strdupv ((char **) rules);
}

static void
add_layers (Facts *facts)
{
  add_file (facts, "data/a.c", 10);
  add_file (facts, "service/b.c", 10);
  add_file (facts, "ui/c.c", 10);
}

START_TEST (a_use_that_a_rule_forbids_is_found_once_with_the_rule)
{
  Facts facts = facts_new ();
  const char *const rules[] = { "ui -> service -> data", "data may not use ui", NULL };

  set_rules (&facts, rules);
  add_layers (&facts);
  add_dependency (&facts, 0, 2, FALSE);
  add_dependency (&facts, 1, 0, FALSE);
  add_dependency (&facts, 2, 1, FALSE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_layer_violation), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_uint_eq (found (&facts, 0)->other, 2);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 7);
  ck_assert_str_eq (found (&facts, 0)->subject, "ui -> service -> data");
  facts_free (&facts);
}
END_TEST

START_TEST (a_use_of_types_alone_breaks_a_layer_too)
{
  Facts facts = facts_new ();
  const char *const rules[] = { "data may not use ui", NULL };

  set_rules (&facts, rules);
  add_layers (&facts);
  add_dependency (&facts, 0, 2, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_layer_violation), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (tests_may_use_what_they_like)
{
  Facts facts = facts_new ();
  const char *const rules[] = { "data may not use ui", NULL };

  set_rules (&facts, rules);
  add_layers (&facts);
  ard_file (facts.corpus, 0)->flags = ARD_FILE_TEST;
  add_dependency (&facts, 0, 2, FALSE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_layer_violation), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (without_rules_nothing_is_found)
{
  Facts facts = facts_new ();

  add_layers (&facts);
  add_dependency (&facts, 0, 2, FALSE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_layer_violation), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_use_that_a_rule_forbids_is_found_once_with_the_rule,
    a_use_of_types_alone_breaks_a_layer_too,
    tests_may_use_what_they_like,
    without_rules_nothing_is_found,
  };

  return run_tests ("layer-violation", tests, G_N_ELEMENTS (tests));
}
