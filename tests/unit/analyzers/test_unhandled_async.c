#include "errors.h"

#define DROPPED ARD_TRAIT_DISCARDED

/* Findings of a dropped call in g of an asynchronous f that awaits something, in or out of a try. */
static guint
floating (const char *language, const char *name, const char *callee, guint32 traits, gboolean handled)
{
  Facts facts = facts_new ();
  guint32 block;
  guint n;

  add_source (&facts, "a", language);
  add_function (&facts, name)->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "g");
  block = add_row (&facts, ARD_CAPTURE_TRY, 0, "db.insert", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, handled ? block : ARD_NONE);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "", ARD_TRAIT_USES_ERROR, block);
  add_row (&facts, ARD_CAPTURE_CALL, 1, callee, traits, ARD_NONE);
  n = run_one (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (a_promise_of_ours_that_nobody_awaits_is_a_finding)
{
  ck_assert_uint_eq (floating ("JavaScript", "save", "save", DROPPED, FALSE), 1);
  ck_assert_uint_eq (floating ("TypeScript", "Shop.save", "this.save", DROPPED, FALSE), 1);
  ck_assert_uint_eq (floating ("TypeScript", "Shop.saveOrder", "shop.saveOrder", DROPPED, FALSE), 0);
  ck_assert_uint_eq (floating ("TypeScript", "Shop.save", "shop.save", DROPPED, FALSE), 0);
  ck_assert_uint_eq (floating ("JavaScript", "Shop.toggle", "toggle", DROPPED, FALSE), 0);
  ck_assert_uint_eq (floating ("JavaScript", "Shop.toggle", "cls.toggle", DROPPED, FALSE), 0);
  ck_assert_uint_eq (floating ("C#", "Shop.SaveAsync", "SaveAsync().ConfigureAwait", DROPPED, FALSE), 1);
}
END_TEST

START_TEST (what_is_awaited_voided_or_taken_is_none)
{
  ck_assert_uint_eq (floating ("JavaScript", "save", "save", DROPPED | ARD_TRAIT_AWAITED, FALSE), 0);
  ck_assert_uint_eq (floating ("JavaScript", "save", "save", DROPPED | ARD_TRAIT_VOIDED, FALSE), 0);
  ck_assert_uint_eq (floating ("JavaScript", "save", "save", 0, FALSE), 0);
}
END_TEST

START_TEST (a_function_that_handles_all_it_awaits_may_be_left_alone)
{
  ck_assert_uint_eq (floating ("JavaScript", "save", "save", DROPPED, TRUE), 0);
}
END_TEST

START_TEST (a_coroutine_that_is_only_called_never_runs_whatever_it_handles)
{
  ck_assert_uint_eq (floating ("Python", "save", "save", DROPPED, TRUE), 1);
  ck_assert_double_eq (
      value_in (&ard_analyzer_unhandled_async, "a", "Python", "f", ARD_CAPTURE_CALL, "asyncio.sleep", DROPPED), 2);
}
END_TEST

START_TEST (a_script_s_last_word_may_float)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.js", "JavaScript");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "fetch", DROPPED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unhandled_async), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (what_the_text_alone_shows_is_a_finding)
{
  ck_assert_double_eq (
      value_in (&ard_analyzer_unhandled_async, "a", "C#", "f", ARD_CAPTURE_ASYNC, "async void Save()", 0), 1);
  ck_assert_double_eq (value_in (&ard_analyzer_unhandled_async, "a", "C#", "Form.btn_Click", ARD_CAPTURE_ASYNC,
                                 "async void btn_Click(int i)", 0),
                       0);
}
END_TEST

START_TEST (a_test_that_does_not_await_is_shown_and_never_gates)
{
  Facts facts = facts_new ();

  add_source (&facts, "test_a.py", "Python")->flags = ARD_FILE_TEST;
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "asyncio.sleep", DROPPED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unhandled_async), 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_ATTENTION);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_promise_of_ours_that_nobody_awaits_is_a_finding,
    what_is_awaited_voided_or_taken_is_none,
    a_function_that_handles_all_it_awaits_may_be_left_alone,
    a_coroutine_that_is_only_called_never_runs_whatever_it_handles,
    a_script_s_last_word_may_float,
    what_the_text_alone_shows_is_a_finding,
    a_test_that_does_not_await_is_shown_and_never_gates,
  };

  return run_tests ("unhandled-async", tests, G_N_ELEMENTS (tests));
}
