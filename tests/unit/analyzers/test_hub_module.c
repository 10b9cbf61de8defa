#include "coupled.h"

/* m.py between users u00 … and used z00 …; lines: its code in one function. */
static guint
run_between (Facts *facts, const char *language, guint users, guint used, guint32 lines)
{
  const char *ending = strcmp (language, "Python") == 0 ? "py" : "c";
  g_autofree char *path = g_strconcat ("m.", ending, NULL);

  add_file (facts, g_string_chunk_insert (facts->corpus->strings, path), lines)->language = language;
  add_function (facts, "f")->code_lines = lines;

  guint32 first_user = add_many (facts, "u", ending, language, users);
  guint32 first_used = add_many (facts, "z", ending, language, used);

  tie (facts, 0, first_user, users, first_used, used);
  return run_one (facts, &ard_analyzer_hub_module);
}

START_TEST (a_file_at_the_threshold_in_both_directions_is_found)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hub-module", 15, 40);
  ck_assert_uint_eq (run_between (&facts, "Python", 20, 15, 100), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_double_eq (found (&facts, 0)->value, 15);
  ck_assert_double_eq (found (&facts, 0)->quantity, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (many_in_one_direction_alone_make_no_hub)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hub-module", 15, 40);
  ck_assert_uint_eq (run_between (&facts, "Python", 60, 14, 100), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_file_that_only_hands_on_what_others_define_is_no_hub)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hub-module", 15, 40);
  ck_assert_uint_eq (run_between (&facts, "Python", 20, 20, 10), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (an_interface_with_many_types_is_no_hub)
{
  static const char *const languages[] = { "Java", "C#", "Kotlin", "Scala", "Swift", "Go" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "hub-module", 15, 40);
    ck_assert_uint_eq (run_between (&facts, languages[i], 20, 20, 59), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_header_without_functions_is_one_all_the_same)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hub-module", 15, 40);
  ck_assert_uint_eq (run_between (&facts, "C", 20, 20, 0), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (users_and_used_that_are_tests_or_examples_do_not_count)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hub-module", 2, 4);
  add_file (&facts, "m.py", 100)->language = "Python";
  add_function (&facts, "f")->code_lines = 100;

  guint32 users = add_many (&facts, "u", "py", "Python", 2), used = add_many (&facts, "z", "py", "Python", 2);

  ard_file (facts.corpus, users)->flags = ARD_FILE_TEST;
  tie (&facts, 0, users, 2, used, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hub_module), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_file_at_the_threshold_in_both_directions_is_found,    many_in_one_direction_alone_make_no_hub,
    a_file_that_only_hands_on_what_others_define_is_no_hub, an_interface_with_many_types_is_no_hub,
    a_header_without_functions_is_one_all_the_same,         users_and_used_that_are_tests_or_examples_do_not_count,
  };

  return run_tests ("hub-module", tests, G_N_ELEMENTS (tests));
}
