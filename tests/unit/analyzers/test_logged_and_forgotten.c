#include "errors.h"

#define LOGS ARD_TRAIT_LOGS

static double
value (const char *language, const char *callees, const char *types, guint32 traits)
{
  Facts facts = facts_new ();
  double value;

  add_source (&facts, "a", language);
  add_function (&facts, "save_order");
  add_handler (&facts, 0, callees, types, traits);
  value = run_one (&facts, &ard_analyzer_logged_and_forgotten) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

/* The number of findings of a handler that only logs, in a function of that name. */
static guint
found_in (const char *function, guint32 function_traits, guint32 traits)
{
  Facts facts = facts_new ();
  guint n;

  add_source (&facts, "a.java", "Java");
  add_function (&facts, function)->traits = function_traits;
  add_handler (&facts, 0, "save", "IOException", LOGS | traits);
  n = run_one (&facts, &ard_analyzer_logged_and_forgotten);
  facts_free (&facts);
  return n;
}

START_TEST (a_handler_that_only_logs_is_a_finding_and_never_critical)
{
  ck_assert_double_eq (value ("PHP", "save", "OSError", LOGS | ARD_TRAIT_USES_ERROR), 1);
  ck_assert_double_eq (value ("Python", "save", "OSError", LOGS | ARD_TRAIT_USES_ERROR), 0.5);
  ck_assert_double_eq (value ("Java", "save", "IOException", LOGS), 1.5);
  ck_assert_double_eq (value ("Java", "save", "IOException", LOGS | ARD_TRAIT_THROWS), 0);
}
END_TEST

START_TEST (a_log_that_has_the_error_is_a_question_where_it_is_how_errors_are_answered)
{
  ck_assert_double_eq (value ("Java", "save", "IOException", LOGS | ARD_TRAIT_USES_ERROR), 0.5);
  ck_assert_double_eq (value ("C#", "save", "IOException", LOGS | ARD_TRAIT_USES_ERROR), 0.5);
}
END_TEST

START_TEST (a_log_is_all_that_can_be_done_where_errors_end)
{
  ck_assert_uint_eq (found_in ("Shop.save", 0, 0), 1);
  ck_assert_uint_eq (found_in ("Shop.main", 0, 0), 0);
  ck_assert_uint_eq (found_in ("Shop.onMessage", 0, 0), 0);
  ck_assert_uint_eq (found_in ("Shop.storeOnce", 0, 0), 1);
  ck_assert_uint_eq (found_in ("Shop.render", 0, 0), 0);
  ck_assert_uint_eq (found_in ("Shop.saveIcon", 0, 0), 0);
  ck_assert_uint_eq (found_in ("Shop.save", ARD_FUNCTION_ENTRY, 0), 0);
  ck_assert_uint_eq (found_in ("Shop.save", 0, ARD_TRAIT_IN_LOOP), 0);
}
END_TEST

START_TEST (a_script_s_last_word_is_said)
{
  for (guint named = 0; named < 2; named++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.js", "JavaScript");
    add_function (&facts, named ? "save" : "")->traits = ARD_FUNCTION_ASYNC;
    add_handler (&facts, 0, ";save", "", LOGS | ARD_TRAIT_USES_ERROR | ARD_TRAIT_PRINTS);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_logged_and_forgotten), named);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_constant_tells_the_caller_but_nil_for_an_error_does_not)
{
  ck_assert_double_eq (value ("Java", "save", "IOException", LOGS | ARD_TRAIT_CONSTANT), 0);

  Facts facts = facts_new ();

  add_source (&facts, "a.go", "Go");
  add_function (&facts, "save")->traits = ARD_FUNCTION_FALLIBLE;
  add_handler (&facts, 0, "write", "", LOGS | ARD_TRAIT_CONSTANT);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_logged_and_forgotten), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (what_is_only_printed_is_no_log_whatever_the_function_is_called)
{
  static const guint32 printed = LOGS | ARD_TRAIT_PRINTS | ARD_TRAIT_USES_ERROR;

  ck_assert_double_eq (value ("PHP", ";work", "Exception", printed), 1);
  ck_assert_double_eq (value ("Python", ";work", "Exception", printed), 0.5);
  ck_assert_double_eq (value ("JavaScript", ";work", "", printed), 0.5);
  ck_assert_double_eq (value ("Java", ";work", "Exception", LOGS | ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value ("Java", "work", "Exception", printed), 0);
  ck_assert_double_eq (value ("Java", ";work", "Exception", printed | ARD_TRAIT_CONSTANT), 0);
  ck_assert_double_eq (value ("Java", ";work", "Exception", printed | ARD_TRAIT_IN_LOOP), 0);
}
END_TEST

START_TEST (only_who_takes_the_work_for_done_has_forgotten_it)
{
  ck_assert_double_eq (value ("Java", "render", "IOException", LOGS), 0);
  ck_assert_double_eq (value ("Java", "rows.insertAll", "IOException", LOGS), 1.5);

  Facts facts = facts_new ();

  add_source (&facts, "src/ui/a.java", "Java");
  add_function (&facts, "store");
  add_handler (&facts, 0, "rows.insertAll", "IOException", LOGS);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_logged_and_forgotten), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (usual_ignores_are_none_with_a_log_either)
{
  ck_assert_double_eq (value ("Java", "in.close", "IOException", LOGS), 0);
  ck_assert_double_eq (value ("Java", "load", "FileNotFoundException", LOGS), 0);
  ck_assert_double_eq (value ("Java", "save", "IOException", LOGS | ARD_TRAIT_COMMENTED), 0);
}
END_TEST

START_TEST (a_silent_handler_with_a_marker_is_another_rule_s)
{
  ck_assert_double_eq (value ("Python", "save", "OSError", LOGS | ARD_TRAIT_MARKED), 1.5);
  ck_assert_double_eq (value ("Python", "save", "OSError", ARD_TRAIT_SILENT | ARD_TRAIT_MARKED), 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_handler_that_only_logs_is_a_finding_and_never_critical,
    a_log_that_has_the_error_is_a_question_where_it_is_how_errors_are_answered,
    a_script_s_last_word_is_said,
    a_log_is_all_that_can_be_done_where_errors_end,
    a_constant_tells_the_caller_but_nil_for_an_error_does_not,
    what_is_only_printed_is_no_log_whatever_the_function_is_called,
    only_who_takes_the_work_for_done_has_forgotten_it,
    usual_ignores_are_none_with_a_log_either,
    a_silent_handler_with_a_marker_is_another_rule_s,
  };

  return run_tests ("logged-and-forgotten", tests, G_N_ELEMENTS (tests));
}
