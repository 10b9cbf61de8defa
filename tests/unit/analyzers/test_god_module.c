#include "coupled.h"

static ArdFunction *
add_centre (Facts *facts, const char *path, const char *language, guint32 lines)
{
  add_file (facts, path, lines)->language = language;

  ArdFunction *function = add_function (facts, "f");

  function->code_lines = lines;
  return function;
}

static guint
run_between (Facts *facts, guint users, guint used)
{
  guint32 first_user = add_many (facts, "u", "py", "Python", users);
  guint32 first_used = add_many (facts, "z", "py", "Python", used);

  tie (facts, 0, first_user, users, first_used, used);
  return run_one (facts, &ard_analyzer_god_module);
}

/* 20 x 10 x 1.25 = 250. */
START_TEST (the_value_is_the_product_of_users_used_and_thousands_of_lines)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "god-module", 250, 2000);
  add_centre (&facts, "m.py", "Python", 1250);
  ck_assert_uint_eq (run_between (&facts, 20, 10), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 250);
  ck_assert_double_eq (found (&facts, 0)->quantity, 250);
  facts_free (&facts);
}
END_TEST

START_TEST (one_large_factor_alone_makes_no_god)
{
  const guint cases[][3] = { { 99, 9, 5000 }, { 9, 99, 5000 }, { 99, 99, 999 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "god-module", 150, 2000);
    add_centre (&facts, "m.py", "Python", cases[i][2]);
    ck_assert_uint_eq (run_between (&facts, cases[i][0], cases[i][1]), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (lines_of_tables_are_no_lines_of_work)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "god-module", 1, 2000);
  add_centre (&facts, "m.py", "Python", 1900)->table_lines = 1000;
  ck_assert_uint_eq (run_between (&facts, 20, 10), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_header_of_another_source_is_not_its_own)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "god-module", 1, 2000);
  add_centre (&facts, "builtin/m.c", "C", 1000);
  add_file (&facts, "m.c", 10);
  add_file (&facts, "m.h", 10);

  guint32 users = add_many (&facts, "u", "c", "C", 12), used = add_many (&facts, "z", "h", "C", 10);

  add_dependency (&facts, 0, 2, FALSE);
  for (guint32 i = 0; i < 10; i++)
    add_dependency (&facts, 0, used + i, FALSE);
  for (guint32 i = 0; i < 12; i++)
    add_dependency (&facts, users + i, 2, FALSE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_god_module), 0);
  facts_free (&facts);
}
END_TEST

/* m.c includes m.h and ten others; twelve files include m.h: 12 x 11 x 1 = 132. */
START_TEST (a_file_of_c_is_used_through_its_header)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "god-module", 1, 2000);
  add_centre (&facts, "m.c", "C", 1000);
  add_file (&facts, "m.h", 10);

  guint32 users = add_many (&facts, "u", "c", "C", 12), used = add_many (&facts, "z", "h", "C", 10);

  add_dependency (&facts, 0, 1, FALSE);
  for (guint32 i = 0; i < 10; i++)
    add_dependency (&facts, 0, used + i, FALSE);
  for (guint32 i = 0; i < 12; i++)
    add_dependency (&facts, users + i, 1, FALSE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_god_module), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_double_eq (found (&facts, 0)->value, 132);
  facts_free (&facts);
}
END_TEST

START_TEST (files_of_one_go_package_are_not_counted_apart)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "god-module", 1, 2000);
  add_centre (&facts, "a/m.go", "Go", 1000);

  guint32 users = add_many (&facts, "a/u", "go", "Go", 20), used = add_many (&facts, "z/z", "go", "Go", 20);

  tie (&facts, 0, users, 20, used, 20);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_god_module), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_value_is_the_product_of_users_used_and_thousands_of_lines,
    one_large_factor_alone_makes_no_god,
    lines_of_tables_are_no_lines_of_work,
    a_header_of_another_source_is_not_its_own,
    a_file_of_c_is_used_through_its_header,
    files_of_one_go_package_are_not_counted_apart,
  };

  return run_tests ("god-module", tests, G_N_ELEMENTS (tests));
}
