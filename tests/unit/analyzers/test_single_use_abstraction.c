#include "facts.h"

static ArdFile *
add_class (Facts *facts, const char *path)
{
  ArdFile *file = add_file (facts, path, 20);

  file->language = "Java";
  return file;
}

static void
add_name (Facts *facts, ArdCaptureKind kind, const char *text, guint32 traits)
{
  add_capture (facts, kind, ARD_NONE, 3);

  ArdCapture *capture = &ard_capture (facts->corpus, facts->corpus->captures->len - 1)->facts;

  capture->text = text;
  capture->traits = traits;
}

/* An interface, the class that implements it and the class that uses it, none of them public. */
static void
add_three (Facts *facts, guint32 traits)
{
  add_class (facts, "p/Store.java");
  add_name (facts, ARD_CAPTURE_DEFINITION, "Store", ARD_TRAIT_ABSTRACT | traits);
  add_class (facts, "p/StoreImpl.java");
  add_name (facts, ARD_CAPTURE_DEFINITION, "StoreImpl", 0);
  add_name (facts, ARD_CAPTURE_REFERENCE, "Store", ARD_TRAIT_BASE);
  add_class (facts, "p/User.java");
  add_name (facts, ARD_CAPTURE_DEFINITION, "User", 0);
  add_name (facts, ARD_CAPTURE_REFERENCE, "Store", 0);
}

static guint
run (Facts *facts)
{
  guint n = run_one (facts, &ard_analyzer_single_use_abstraction);

  if (n == 1)
    ck_assert_uint_eq (found (facts, 0)->file, 0);
  return n;
}

START_TEST (an_interface_with_one_implementation_and_one_user_is_found)
{
  Facts facts = facts_new ();

  add_three (&facts, 0);
  ck_assert_uint_eq (run (&facts), 1);
  ck_assert_uint_eq (found (&facts, 0)->other, 1);
  ck_assert_uint_eq (found (&facts, 0)->capture, 0);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 3);
  facts_free (&facts);
}
END_TEST

START_TEST (a_second_implementation_also_in_the_same_file_or_in_a_test_is_a_reason)
{
  Facts facts = facts_new ();

  add_three (&facts, 0);
  add_class (&facts, "p/Z.java")->flags = ARD_FILE_TEST;
  add_name (&facts, ARD_CAPTURE_REFERENCE, "Store", ARD_TRAIT_BASE);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);

  facts = facts_new ();
  add_three (&facts, 0);
  add_name (&facts, ARD_CAPTURE_REFERENCE, "Store", ARD_TRAIT_BASE);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_test_that_names_it_may_have_a_double)
{
  Facts facts = facts_new ();

  add_three (&facts, 0);
  add_class (&facts, "p/UserTest.java")->flags = ARD_FILE_TEST;
  add_name (&facts, ARD_CAPTURE_REFERENCE, "Store", 0);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_second_user_is_a_reason)
{
  Facts facts = facts_new ();

  add_three (&facts, 0);
  add_class (&facts, "q/Other.java");
  add_name (&facts, ARD_CAPTURE_REFERENCE, "Store", 0);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (what_a_library_offers_has_users_elsewhere)
{
  Facts facts = facts_new ();

  add_three (&facts, ARD_TRAIT_PUBLIC);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (two_types_of_one_name_are_not_told_apart)
{
  Facts facts = facts_new ();

  add_three (&facts, 0);
  add_class (&facts, "q/Store.java");
  add_name (&facts, ARD_CAPTURE_DEFINITION, "Store", 0);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (an_implementation_elsewhere_turns_the_dependency_round)
{
  Facts facts = facts_new ();

  add_class (&facts, "a/StoreImpl.java");
  add_name (&facts, ARD_CAPTURE_DEFINITION, "StoreImpl", 0);
  add_name (&facts, ARD_CAPTURE_REFERENCE, "Store", ARD_TRAIT_BASE);
  add_class (&facts, "p/Store.java");
  add_name (&facts, ARD_CAPTURE_DEFINITION, "Store", ARD_TRAIT_ABSTRACT);
  add_class (&facts, "p/User.java");
  add_name (&facts, ARD_CAPTURE_REFERENCE, "Store", 0);
  ck_assert_uint_eq (run (&facts), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    an_interface_with_one_implementation_and_one_user_is_found,
    a_second_implementation_also_in_the_same_file_or_in_a_test_is_a_reason,
    a_test_that_names_it_may_have_a_double,
    a_second_user_is_a_reason,
    what_a_library_offers_has_users_elsewhere,
    two_types_of_one_name_are_not_told_apart,
    an_implementation_elsewhere_turns_the_dependency_round,
  };

  return run_tests ("single-use-abstraction", tests, G_N_ELEMENTS (tests));
}
