#include "errors.h"

static double
value (const char *language, const char *callees, const char *types, guint32 traits)
{
  return value_of (&ard_analyzer_over_broad_catch, language, callees, types, traits);
}

START_TEST (a_handler_that_treats_every_error_alike_is_a_finding)
{
  ck_assert_double_eq (value ("Python", "load ;save", "Exception", 0), 1);
  ck_assert_double_eq (value ("Python", "load", "", ARD_TRAIT_CATCH_ALL), 1.5);
  ck_assert_double_eq (value ("Java", "load ;save", "Throwable", 0), 1.5);
  ck_assert_double_eq (value ("Kotlin", "load ;save", "Exception", 0), 1);
  ck_assert_double_eq (value ("Ruby", "load ;save", "Exception", 0), 1.5);
  ck_assert_double_eq (value ("C++", "load ;save", "", ARD_TRAIT_CATCH_ALL), 1.5);
}
END_TEST

START_TEST (a_named_type_is_not_broad)
{
  ck_assert_double_eq (value ("Python", "load ;save", "OSError", 0), 0);
  ck_assert_double_eq (value ("Java", "load ;save", "IOException SQLException", 0), 0);
  ck_assert_double_eq (value ("Java", "load ;save", "IOException Exception", 0), 1);
}
END_TEST

START_TEST (languages_whose_handlers_have_no_types_are_not_broad)
{
  ck_assert_double_eq (value ("JavaScript", "load ;save", "", ARD_TRAIT_CATCH_ALL), 0);
  ck_assert_double_eq (value ("Ruby", "load ;save", "StandardError", 0), 0);
  ck_assert_double_eq (value ("Go", "load ;save", "", 0), 0);
  ck_assert_double_eq (value ("Lua", "load ;save", "", 0), 0);
  ck_assert_double_eq (value ("C++", "load ;save", "", 0), 0);
}
END_TEST

START_TEST (a_broad_handler_that_hands_on_or_answers_is_fine)
{
  ck_assert_double_eq (value ("Java", "load ;save", "Throwable", ARD_TRAIT_THROWS), 0);
  ck_assert_double_eq (value ("Java", "load ;save", "Throwable", ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value ("Python", "load ;save", "Exception", ARD_TRAIT_COMMENTED), 0);
  ck_assert_double_eq (value ("Python", "load ;save", "Exception", ARD_TRAIT_LEAVES), 0);
  ck_assert_double_eq (value ("Python", "load", "Exception", 0), 0);
}
END_TEST

START_TEST (only_a_change_among_several_steps_can_be_left_half_done)
{
  ck_assert_double_eq (value ("Java", "load sum", "Exception", 0), 0);
  ck_assert_double_eq (value ("Java", ";save", "Exception", 0), 0);
  ck_assert_double_eq (value ("Java", "load ;save", "Exception", ARD_TRAIT_IN_LOOP), 0);
  ck_assert_double_eq (value ("Java", "load ;save", "Exception", ARD_TRAIT_INTENDED), 0);
}
END_TEST

START_TEST (several_steps_under_what_takes_in_the_end_of_the_process_are_enough)
{
  ck_assert_double_eq (value ("Java", "load ;work", "Throwable", 0), 1.5);
  ck_assert_double_eq (value ("Java", "load ;work", "Exception", 0), 0);
  ck_assert_double_eq (value ("Python", "load ;work", "BaseException", 0), 1.5);
  ck_assert_double_eq (value ("C++", "load ;work", "", ARD_TRAIT_CATCH_ALL), 1.5);
  ck_assert_double_eq (value ("Java", ";work ;in.close", "Throwable", 0), 0);
  ck_assert_double_eq (value ("PHP", "load ;work", "\\Throwable", 0), 0);
}
END_TEST

START_TEST (what_others_left_is_taken_by_the_last_resort)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.java", "Java");

  guint32 block = add_row (&facts, ARD_CAPTURE_TRY, ARD_NONE, "load ;save", 0, ARD_NONE);

  add_row (&facts, ARD_CAPTURE_HANDLER, ARD_NONE, "IOException", ARD_TRAIT_USES_ERROR, block);
  add_row (&facts, ARD_CAPTURE_HANDLER, ARD_NONE, "Exception", 0, block);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_over_broad_catch), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_handler_is_under_one_rule_only)
{
  ck_assert_double_eq (value ("Python", "load ;save", "Exception", ARD_TRAIT_SILENT), 0);
  ck_assert_double_eq (value ("Python", "load ;save", "Exception", ARD_TRAIT_LOGS), 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_handler_that_treats_every_error_alike_is_a_finding,
    a_named_type_is_not_broad,
    languages_whose_handlers_have_no_types_are_not_broad,
    a_broad_handler_that_hands_on_or_answers_is_fine,
    only_a_change_among_several_steps_can_be_left_half_done,
    several_steps_under_what_takes_in_the_end_of_the_process_are_enough,
    what_others_left_is_taken_by_the_last_resort,
    a_handler_is_under_one_rule_only,
  };

  return run_tests ("over-broad-catch", tests, G_N_ELEMENTS (tests));
}
