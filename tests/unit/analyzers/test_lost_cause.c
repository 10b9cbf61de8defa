#include "errors.h"

/* Points of a throw in a handler of that type: 1 a finding, 0.5 a question, 0 none. */
static double
value_for (const char *language, const char *types, guint32 handler_traits, const char *raised, guint32 traits)
{
  Facts facts = facts_new ();
  guint32 handler;
  double points;

  add_source (&facts, "a", language);
  add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, "fmt.Errorf(\"here: %w\", err)", 0,
           ARD_NONE); /* the way of its folder */
  handler = add_handler (&facts, ARD_NONE, "load", types, handler_traits);
  add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, raised, traits, handler);
  points = run_one (&facts, &ard_analyzer_lost_cause) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return points;
}

START_TEST (a_new_error_without_the_old_one_loses_its_cause)
{
  ck_assert_double_eq (value_for ("Java", "IOException", 0, "new Failure(\"no\")", ARD_TRAIT_NEW), 1);
  ck_assert_double_eq (value_for ("JavaScript", "", 0, "new Error('no')", ARD_TRAIT_NEW), 1);
  ck_assert_double_eq (value_for ("Go", "", 0, "fmt.Errorf(\"no\")", ARD_TRAIT_NEW), 1);
}
END_TEST

START_TEST (what_c_plus_plus_throws_for_a_status_has_errno_for_its_cause)
{
  ck_assert_double_eq (value_for ("C++", "std::exception", 0, "Failure(\"no\")", ARD_TRAIT_NEW), 1);
  ck_assert_double_eq (value_for ("C++", "", ARD_TRAIT_CATCH_ALL, "Failure(\"no\")", ARD_TRAIT_NEW), 1);
  ck_assert_double_eq (value_for ("C++", "", 0, "MakeErrno(\"no\")", ARD_TRAIT_NEW), 0);
}
END_TEST

START_TEST (what_was_logged_before_is_a_question)
{
  ck_assert_double_eq (value_for ("Go", "", ARD_TRAIT_LOGS, "fmt.Errorf(\"no\")", ARD_TRAIT_NEW), 0.5);
}
END_TEST

START_TEST (one_that_carries_or_is_the_old_one_does_not)
{
  ck_assert_double_eq (value_for ("Java", "IOException", 0, "new Failure(e)", ARD_TRAIT_NEW | ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value_for ("Java", "IOException", 0, "e", ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value_for ("Java", "IOException", 0, "", 0), 0);
}
END_TEST

START_TEST (go_keeps_the_chain_by_one_verb_only)
{
  static const guint32 traits = ARD_TRAIT_NEW | ARD_TRAIT_USES_ERROR;
  static const guint32 used = ARD_TRAIT_USES_ERROR;

  ck_assert_double_eq (value_for ("Go", "", used, "fmt.Errorf(\"load %s: %v\", name, err)", traits), 0);
  ck_assert_double_eq (value_for ("Go", "", used, "nil, fmt.Errorf(\"load: %v\", err)", traits), 0.5);
  ck_assert_double_eq (value_for ("Go", "", used, "fmt.Errorf(\"load: %w\", err)", traits), 0);
  ck_assert_double_eq (value_for ("Go", "", used, "fmt.Errorf(\"load: %v\", name)", traits), 0);
  ck_assert_double_eq (value_for ("Go", "", used | ARD_TRAIT_COMMENTED, "fmt.Errorf(\"load: %v\", err)", traits), 0);
}
END_TEST

START_TEST (go_s_other_verbs_are_a_choice_where_nobody_wraps)
{
  Facts facts = facts_new ();
  guint32 handler;

  add_source (&facts, "a.go", "Go");
  handler = add_handler (&facts, ARD_NONE, "load", "", ARD_TRAIT_USES_ERROR);
  add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, "fmt.Errorf(\"load: %v\", err)", ARD_TRAIT_NEW | ARD_TRAIT_USES_ERROR,
           handler);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_lost_cause), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_throw_that_shows_what_it_refuses_needs_no_cause_and_one_on_a_condition_is_a_question)
{
  ck_assert_double_eq (value_for ("Java", "IOException", 0, "new Failure(\"no\")", ARD_TRAIT_NEW | ARD_TRAIT_GUARDED),
                       0.5);
  ck_assert_double_eq (value_for ("JavaScript", "", 0, "new Error(`invalid name ${name}`)", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("JavaScript", "", 0, "new Error('not found')", ARD_TRAIT_NEW), 1);
  ck_assert_double_eq (value_for ("JavaScript", "", 0, "new TypeError('no')", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("Go", "", 0, "errors.New(output)", ARD_TRAIT_NEW), 0);
}
END_TEST

START_TEST (go_s_other_sentinel_an_only_error_or_a_translated_message_is_a_question)
{
  ck_assert_double_eq (value_for ("Go", "", 0, "fmt.Errorf(\"assign %s: %w\", port, errBadPort)", ARD_TRAIT_NEW), 0.5);
  ck_assert_double_eq (value_for ("Go", "", 0, "fmt.Errorf(self.c.Tr.Failed, name)", ARD_TRAIT_NEW), 0.5);
  ck_assert_double_eq (value_for ("JavaScript", "", 0, "new Error(t(\"errors.no\"))", ARD_TRAIT_NEW), 0.5);
  ck_assert_double_eq (value_for ("JavaScript", "", 0, "new Error(`no ${name}`)", ARD_TRAIT_NEW), 1);
  ck_assert_double_eq (value_for ("Go", "", 0, "nil, fmt.Errorf(\"no %s\", name())", ARD_TRAIT_NEW), 1);
}
END_TEST

/* Points of a new error in Go behind that call, in a folder in which so many others say theirs or do not. */
static double
habitual (const char *callee, guint carried, guint dropped)
{
  Facts facts = facts_new ();
  double points;

  add_source (&facts, "a.go", "Go");
  for (guint i = 0; i <= carried + dropped; i++) {
    guint32 handler = add_handler (&facts, ARD_NONE, callee, "", i && i <= carried ? ARD_TRAIT_USES_ERROR : 0);

    add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, "fmt.Errorf(\"no\")",
             ARD_TRAIT_NEW | (i && i <= carried ? ARD_TRAIT_USES_ERROR : 0), handler);
  }
  points = run_one (&facts, &ard_analyzer_lost_cause) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return points;
}

START_TEST (what_a_folder_of_go_mostly_does_is_its_habit)
{
  ck_assert_double_eq (habitual ("load", 0, 0), 1);
  ck_assert_double_eq (habitual ("load", 0, 1), 1);
  ck_assert_double_eq (habitual ("load", 0, 2), 0.5);
  ck_assert_double_eq (habitual ("load", 3, 2), 1);
  ck_assert_double_eq (habitual ("filepath.Match", 3, 0), 0.5);
}
END_TEST

START_TEST (an_error_that_answers_a_request_is_a_question)
{
  ck_assert_double_eq (value_for ("Java", "IOException", 0, "new ApiError(Status.CONFLICT)", ARD_TRAIT_NEW), 0.5);
  ck_assert_double_eq (value_for ("Rust", "", 0, "Err(Failure)", ARD_TRAIT_NEW), 0.5);
}
END_TEST

START_TEST (c_sharp_begins_the_stack_anew_for_an_error_thrown_by_name)
{
  ck_assert_double_eq (value_for ("C#", "IOException", ARD_TRAIT_USES_ERROR, "ex", ARD_TRAIT_USES_ERROR), 1);
  /* of a handler around it */
  ck_assert_double_eq (value_for ("C#", "IOException", 0, "ex", ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value_for ("C#", "IOException", 0, "", 0), 0);
}
END_TEST

START_TEST (python_and_ruby_keep_the_cause_by_themselves)
{
  ck_assert_double_eq (value_for ("Python", "OSError", 0, "Failure()", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("Ruby", "IOError", 0, "Failure", ARD_TRAIT_NEW), 0);
}
END_TEST

START_TEST (an_expected_condition_or_a_comment_needs_no_cause)
{
  ck_assert_double_eq (value_for ("Java", "NoNodeException", 0, "new Failure(\"no\")", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("Java", "NumberFormatException", 0, "new Failure(\"no\")", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("Java", "IOException", ARD_TRAIT_COMMENTED, "new Failure(\"no\")", ARD_TRAIT_NEW), 0);
}
END_TEST

START_TEST (a_new_error_that_says_all_needs_no_cause)
{
  ck_assert_double_eq (value_for ("Java", "Failure", 0, "new Failure(\"no\")", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("C#", "Exception", ARD_TRAIT_GUARDED, "new Failure(\"no\")", ARD_TRAIT_NEW), 0);
  ck_assert_double_eq (value_for ("Rust", "LoadError::TooLarge", 0, "Failure::TooLarge", ARD_TRAIT_NEW), 0);

  Facts facts = facts_new ();

  add_source (&facts, "a.js", "JavaScript");
  add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, "new Error('not a number')", ARD_TRAIT_NEW,
           add_handler (&facts, ARD_NONE, "JSON.parse text.trim", "", 0));
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_lost_cause), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_throw_outside_a_handler_has_no_cause_to_lose)
{
  ck_assert_double_eq (
      value_in (&ard_analyzer_lost_cause, "a.java", "Java", "f", ARD_CAPTURE_THROW, "new Failure()", ARD_TRAIT_NEW), 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_new_error_without_the_old_one_loses_its_cause,
    what_c_plus_plus_throws_for_a_status_has_errno_for_its_cause,
    what_was_logged_before_is_a_question,
    one_that_carries_or_is_the_old_one_does_not,
    go_keeps_the_chain_by_one_verb_only,
    go_s_other_verbs_are_a_choice_where_nobody_wraps,
    a_throw_that_shows_what_it_refuses_needs_no_cause_and_one_on_a_condition_is_a_question,
    go_s_other_sentinel_an_only_error_or_a_translated_message_is_a_question,
    what_a_folder_of_go_mostly_does_is_its_habit,
    an_error_that_answers_a_request_is_a_question,
    c_sharp_begins_the_stack_anew_for_an_error_thrown_by_name,
    python_and_ruby_keep_the_cause_by_themselves,
    an_expected_condition_or_a_comment_needs_no_cause,
    a_new_error_that_says_all_needs_no_cause,
    a_throw_outside_a_handler_has_no_cause_to_lose,
  };

  return run_tests ("lost-cause", tests, G_N_ELEMENTS (tests));
}
