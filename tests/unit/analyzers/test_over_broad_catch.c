#include "errors.h"

static double
value (const char *language, const char *callees, const char *types, guint32 traits)
{
  return value_of (&ard_analyzer_over_broad_catch, language, callees, types, traits);
}

START_TEST (a_handler_that_treats_every_error_alike_is_a_finding)
{
  ck_assert_double_eq (value ("Python", "load parse", "Exception", 0), 1);
  ck_assert_double_eq (value ("Python", "load", "", ARD_TRAIT_CATCH_ALL), 1.5);
  ck_assert_double_eq (value ("Java", "load parse", "Throwable", 0), 1.5);
  ck_assert_double_eq (value ("Kotlin", "load parse", "Exception", 0), 1);
  ck_assert_double_eq (value ("Ruby", "load parse", "Exception", 0), 1.5);
  ck_assert_double_eq (value ("C++", "load", "", ARD_TRAIT_CATCH_ALL), 1.5);
}
END_TEST

START_TEST (a_named_type_is_not_broad)
{
  ck_assert_double_eq (value ("Python", "load parse", "OSError", 0), 0);
  ck_assert_double_eq (value ("Java", "load parse", "IOException SQLException", 0), 0);
  ck_assert_double_eq (value ("Java", "load parse", "IOException Exception", 0), 1);
}
END_TEST

START_TEST (languages_whose_handlers_have_no_types_are_not_broad)
{
  ck_assert_double_eq (value ("JavaScript", "load parse", "", ARD_TRAIT_CATCH_ALL), 0);
  ck_assert_double_eq (value ("Ruby", "load parse", "StandardError", 0), 0);
  ck_assert_double_eq (value ("Go", "load parse", "", 0), 0);
  ck_assert_double_eq (value ("Lua", "load parse", "", 0), 0);
  ck_assert_double_eq (value ("C++", "load parse", "", 0), 0);
}
END_TEST

START_TEST (a_broad_handler_that_hands_on_or_answers_is_fine)
{
  ck_assert_double_eq (value ("Java", "load parse", "Throwable", ARD_TRAIT_THROWS), 0);
  ck_assert_double_eq (value ("Java", "load parse", "Throwable", ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value ("Python", "load parse", "Exception", ARD_TRAIT_COMMENTED), 0);
  ck_assert_double_eq (value ("Python", "load parse", "Exception", ARD_TRAIT_LEAVES), 0);
  ck_assert_double_eq (value ("Python", "load", "Exception", 0), 0);
}
END_TEST

START_TEST (a_handler_is_under_one_rule_only)
{
  ck_assert_double_eq (value ("Python", "load parse", "Exception", ARD_TRAIT_SILENT), 0);
  ck_assert_double_eq (value ("Python", "load parse", "Exception", ARD_TRAIT_LOGS), 0);
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
    a_handler_is_under_one_rule_only,
  };

  return run_tests ("over-broad-catch", tests, G_N_ELEMENTS (tests));
}
