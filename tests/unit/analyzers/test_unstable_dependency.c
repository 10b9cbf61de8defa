#include "coupled.h"

/* Two folders with these ties; the file of the first uses the file of the second. */
static guint
run_pair (Facts *facts, const char *from, guint32 from_in, guint32 from_out, const char *to, guint32 to_in,
          guint32 to_out, gboolean weak)
{
  g_autofree char *left = g_strconcat (from, "/a.c", NULL), *right = g_strconcat (to, "/b.c", NULL);
  ArdModule modules[] = {
    { from, 1, 10, from_in, from_out, (double) from_out / (from_in + from_out) },
    { to, 1, 10, to_in, to_out, (double) to_out / (to_in + to_out) },
  };
  ArdModuleDependency pair = { 0, 1, 1, 0 };

  set_thresholds (facts, "unstable-dependency", 0.4, 0.8);
  add_file (facts, g_string_chunk_insert (facts->corpus->strings, left), 10)->module = 0;
  add_file (facts, g_string_chunk_insert (facts->corpus->strings, right), 10)->module = 1;
  add_dependency (facts, 0, 1, weak);
  g_array_append_vals (facts->corpus->modules, modules, 2);
  g_array_append_val (facts->corpus->module_dependencies, pair);
  return run_one (facts, &ard_analyzer_unstable_dependency);
}

/* 1/5 against 3/4: 0.75 - 0.2. */
START_TEST (a_stable_folder_that_uses_a_much_less_stable_one_is_found)
{
  Facts facts = facts_new ();

  ck_assert_uint_eq (run_pair (&facts, "base", 4, 1, "ui", 1, 3, FALSE), 1);
  ck_assert_double_eq_tol (found (&facts, 0)->value, 0.55, 1e-9);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_uint_eq (found (&facts, 0)->other, 1);
  ck_assert_str_eq (found (&facts, 0)->subject, "ui");
  ck_assert_uint_eq (found (&facts, 0)->start_line, 7);
  facts_free (&facts);
}
END_TEST

START_TEST (a_folder_that_few_use_is_not_stable_and_one_with_few_ties_tells_nothing)
{
  Facts facts = facts_new ();

  ck_assert_uint_eq (run_pair (&facts, "base", 2, 0, "ui", 1, 3, FALSE), 0);
  facts_free (&facts);
  facts = facts_new ();
  ck_assert_uint_eq (run_pair (&facts, "base", 4, 1, "ui", 1, 2, FALSE), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_folder_may_use_what_is_inside_it)
{
  Facts facts = facts_new ();

  ck_assert_uint_eq (run_pair (&facts, "base", 4, 1, "base/parts", 1, 3, FALSE), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (uses_of_types_alone_do_not_count)
{
  Facts facts = facts_new ();

  ck_assert_uint_eq (run_pair (&facts, "base", 4, 1, "ui", 1, 3, TRUE), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (towards_the_stable_is_the_right_way)
{
  Facts facts = facts_new ();

  ck_assert_uint_eq (run_pair (&facts, "base", 4, 3, "core", 5, 0, FALSE), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_stable_folder_that_uses_a_much_less_stable_one_is_found,
    a_folder_that_few_use_is_not_stable_and_one_with_few_ties_tells_nothing,
    a_folder_may_use_what_is_inside_it,
    uses_of_types_alone_do_not_count,
    towards_the_stable_is_the_right_way,
  };

  return run_tests ("unstable-dependency", tests, G_N_ELEMENTS (tests));
}
