#include "errors.h"

/* The value of the finding of a way out of a block of that kind; 0 for none. */
static double
value (const char *language, ArdCaptureKind block, ArdCaptureKind way_out)
{
  Facts facts = facts_new ();
  guint32 around;
  double result;

  add_source (&facts, "a", language);
  around = add_row (&facts, block, ARD_NONE, "", 0, ARD_NONE);
  add_row (&facts, way_out, ARD_NONE, "return", 0, around);
  result = run_one (&facts, &ard_analyzer_error_in_finally) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return result;
}

START_TEST (leaving_a_finally_block_is_critical)
{
  ck_assert_double_eq (value ("JavaScript", ARD_CAPTURE_FINALLY, ARD_CAPTURE_LEAVE), 2);
  ck_assert_double_eq (value ("Python", ARD_CAPTURE_FINALLY, ARD_CAPTURE_LEAVE), 2);
}
END_TEST

START_TEST (where_a_handler_took_every_error_leaving_is_a_question)
{
  Facts facts = facts_new ();
  guint32 handler;

  add_source (&facts, "a.py", "Python");
  handler = add_handler (&facts, ARD_NONE, "load", "Exception", ARD_TRAIT_USES_ERROR);
  add_row (&facts, ARD_CAPTURE_LEAVE, ARD_NONE, "return", 0,
           add_row (&facts, ARD_CAPTURE_FINALLY, ARD_NONE, "", 0, ard_capture (facts.corpus, handler)->facts.parent));
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_error_in_finally), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 0.5);
  facts_free (&facts);
}
END_TEST

START_TEST (throwing_in_one_is_a_finding_where_the_first_error_is_gone)
{
  ck_assert_double_eq (value ("Java", ARD_CAPTURE_FINALLY, ARD_CAPTURE_THROW), 1);
  ck_assert_double_eq (value ("Python", ARD_CAPTURE_FINALLY, ARD_CAPTURE_THROW), 0);
}
END_TEST

START_TEST (what_stands_in_a_handler_or_a_try_is_none)
{
  ck_assert_double_eq (value ("Java", ARD_CAPTURE_HANDLER, ARD_CAPTURE_THROW), 0);
  ck_assert_double_eq (value ("Java", ARD_CAPTURE_TRY, ARD_CAPTURE_THROW), 0);
}
END_TEST

START_TEST (a_function_inside_the_block_leaves_itself_only)
{
  Facts facts = facts_new ();
  guint32 around;

  add_source (&facts, "a.js", "JavaScript");
  add_function (&facts, "f");
  add_function (&facts, "f.inner");
  around = add_row (&facts, ARD_CAPTURE_FINALLY, 0, "", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_LEAVE, 1, "return", 0, around);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_error_in_finally), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    leaving_a_finally_block_is_critical,
    where_a_handler_took_every_error_leaving_is_a_question,
    throwing_in_one_is_a_finding_where_the_first_error_is_gone,
    what_stands_in_a_handler_or_a_try_is_none,
    a_function_inside_the_block_leaves_itself_only,
  };

  return run_tests ("error-in-finally", tests, G_N_ELEMENTS (tests));
}
