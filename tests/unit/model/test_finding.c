#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "model/finding.h"
#include "model/rule.h"

/*
 * One file of 100 code lines whose two functions, one inside the other, have 80
 * and 60 own lines: 40 lines are shared, as in `f(() => {`.
 */
static ArdCorpus *
nested (guint flags)
{
  ArdCorpus *corpus = ard_corpus_new ();
  ArdFile file = { .path = "a.js", .language = "JavaScript", .flags = flags, .lines = 100, .code_lines = 100 };
  ArdCorpusFunction outer = { .facts = { .name = "outer", .start_line = 1, .end_line = 100, .code_lines = 80 } };
  ArdCorpusFunction inner = { .facts = { .name = "inner", .start_line = 20, .end_line = 90, .code_lines = 60 } };

  file.n_functions = 2;
  g_array_append_val (corpus->files, file);
  g_array_append_val (corpus->functions, outer);
  g_array_append_val (corpus->functions, inner);
  ard_corpus_seal (corpus);
  return corpus;
}

static ArdFinding
worst (const ArdCorpus *corpus, const ArdSettings *settings, guint32 function)
{
  g_autoptr (GArray) findings = ard_findings_new ();
  guint32 rule = ard_rule_find ("complex-function");

  return *ard_findings_add (findings, corpus, settings, rule, 0, function, 1000);
}

START_TEST (parts_of_functions_that_share_lines_sum_to_one)
{
  g_autoptr (ArdCorpus) corpus = nested (0);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdFinding outer = worst (corpus, settings, 0), inner = worst (corpus, settings, 1);

  ck_assert_double_eq_tol (ard_finding_part (&outer, corpus), 80.0 / 140.0, 1e-12);
  ck_assert_double_eq_tol (ard_finding_part (&inner, corpus), 60.0 / 140.0, 1e-12);
}
END_TEST

/* 0.3 of the file's work went to lines that left it; a traced function's share knows that already. */
START_TEST (work_on_lines_that_left_is_no_part_of_what_is_left)
{
  g_autoptr (ArdCorpus) corpus = nested (0);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdFinding whole = worst (corpus, settings, ARD_NONE), outer = worst (corpus, settings, 0);

  ard_file (corpus, 0)->departed_share = 0.3;
  ck_assert_double_eq_tol (ard_finding_part (&whole, corpus), 0.7, 1e-12);
  ck_assert_double_eq_tol (ard_finding_part (&outer, corpus), 0.7 * 80.0 / 140.0, 1e-12);
  ard_function (corpus, 0)->traced = TRUE;
  ard_function (corpus, 0)->share = 0.5;
  ck_assert_double_eq (ard_finding_part (&outer, corpus), 0.5);
}
END_TEST

/* Half of the work was in the outer function's own lines, none in the inner one's. */
START_TEST (a_traced_function_has_its_share_of_the_work)
{
  g_autoptr (ArdCorpus) corpus = nested (0);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdFinding outer = worst (corpus, settings, 0), inner = worst (corpus, settings, 1);
  double time, incident;

  for (guint32 i = 0; i < 2; i++) {
    ard_function (corpus, i)->traced = TRUE;
    ard_function (corpus, i)->share = i == 0 ? 0.5 : 0;
  }
  ck_assert_double_eq (ard_finding_part (&outer, corpus), 0.5);
  ck_assert_double_eq (ard_finding_part (&inner, corpus), 0);
  ard_finding_hazards (&inner, corpus, settings, &time, &incident);
  ck_assert_double_eq (time, 0);
  ck_assert_double_eq (incident, 0);
}
END_TEST

START_TEST (test_and_example_code_cost_time_but_no_incident)
{
  g_autoptr (ArdCorpus) corpus = nested (_i ? ARD_FILE_TEST : ARD_FILE_EXAMPLE);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdFinding finding = worst (corpus, settings, 0);
  double time, incident;

  ard_finding_hazards (&finding, corpus, settings, &time, &incident);
  ck_assert_double_gt (time, 0);
  ck_assert_double_eq (incident, 0);
}
END_TEST

START_TEST (test_and_example_code_has_the_thresholds_of_tests)
{
  static const guint flags[] = { 0, ARD_FILE_TEST, ARD_FILE_EXAMPLE };
  g_autoptr (ArdCorpus) corpus = nested (flags[_i]);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdRuleSettings *rule = &settings->rules[ard_rule_find ("complex-function")];

  rule->test_attention = rule->critical + 1;
  rule->test_critical = rule->critical + 2;

  double expected = _i == 0 ? rule->attention : rule->test_attention;

  ck_assert_double_eq (worst (corpus, settings, ARD_NONE).attention, expected);
}
END_TEST

/* Attention 10: what is under it may be asked, in code in use only; what reaches it is a finding. */
START_TEST (a_question_is_asked_below_the_threshold_in_code_in_use)
{
  g_autoptr (ArdCorpus) product = nested (0), test = nested (ARD_FILE_TEST), bundled = nested (ARD_FILE_VENDORED);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (GArray) findings = ard_findings_new ();
  guint32 rule = ard_rule_find ("complex-function");
  const ArdFinding *asked;

  settings->rules[rule].attention = settings->rules[rule].test_attention = 10;
  asked = ard_findings_add_review (findings, product, settings, rule, 0, 0, 9);
  ck_assert_ptr_nonnull (asked);
  ck_assert (asked->review);
  ck_assert_ptr_null (ard_findings_add_review (findings, product, settings, rule, 0, 0, 10));
  ck_assert_ptr_null (ard_findings_add_review (findings, test, settings, rule, 0, 0, 9));
  ck_assert_ptr_null (ard_findings_add_review (findings, bundled, settings, rule, 0, 0, 9));
  settings->rules[rule].enabled = FALSE;
  ck_assert_ptr_null (ard_findings_add_review (findings, product, settings, rule, 0, 0, 9));
  ck_assert_uint_eq (findings->len, 1);
}
END_TEST

START_TEST (a_function_of_tests_in_a_file_of_the_product_is_not_in_use_nor_what_it_holds)
{
  g_autoptr (ArdCorpus) corpus = nested (0);

  ck_assert (ard_corpus_is_in_use (corpus, 0, 0));
  ck_assert (ard_corpus_is_in_use (corpus, 0, 1));
  ard_function (corpus, 0)->facts.traits = ARD_FUNCTION_TEST;
  ck_assert (ard_corpus_is_in_use (corpus, 0, ARD_NONE));
  ck_assert (!ard_corpus_is_in_use (corpus, 0, 0));
  ck_assert (!ard_corpus_is_in_use (corpus, 0, 1));
}
END_TEST

START_TEST (the_hazard_is_minus_log_of_one_minus_weight_times_level)
{
  g_autoptr (ArdCorpus) corpus = nested (0);
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdRuleSettings *rule = &settings->rules[ard_rule_find ("complex-function")];
  double time, incident;

  rule->w_time = 0.5;
  rule->w_incident = 0.75;
  ArdFinding finding = worst (corpus, settings, 0);

  ard_finding_hazards (&finding, corpus, settings, &time, &incident);
  /* ln 2 and ln 4, times the part of 80 in 140 */
  ck_assert_double_eq_tol (time, 0.69314718056 * 80 / 140, 1e-9);
  ck_assert_double_eq_tol (incident, 1.38629436112 * 80 / 140, 1e-9);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("model/finding");
  TCase *tests = tcase_create ("hazards");
  SRunner *runner = srunner_create (suite);

  tcase_add_test (tests, parts_of_functions_that_share_lines_sum_to_one);
  tcase_add_test (tests, a_traced_function_has_its_share_of_the_work);
  tcase_add_test (tests, work_on_lines_that_left_is_no_part_of_what_is_left);
  tcase_add_loop_test (tests, test_and_example_code_cost_time_but_no_incident, 0, 2);
  tcase_add_loop_test (tests, test_and_example_code_has_the_thresholds_of_tests, 0, 3);
  tcase_add_test (tests, a_question_is_asked_below_the_threshold_in_code_in_use);
  tcase_add_test (tests, a_function_of_tests_in_a_file_of_the_product_is_not_in_use_nor_what_it_holds);
  tcase_add_test (tests, the_hazard_is_minus_log_of_one_minus_weight_times_level);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
