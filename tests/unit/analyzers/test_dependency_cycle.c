#include "coupled.h"

static void
add_cycle (Facts *facts, guint32 first, guint n)
{
  ArdCycle cycle = { facts->corpus->cycle_members->len, n, 42 };

  for (guint32 i = first; i < first + n; i++)
    g_array_append_val (facts->corpus->cycle_members, i);
  g_array_append_val (facts->corpus->cycles, cycle);
}

START_TEST (every_file_of_a_cycle_is_found_with_the_dependency_that_keeps_it_there)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "dependency-cycle", 2, 12);
  add_many (&facts, "a", "py", "Python", 4);
  add_dependency (&facts, 0, 1, FALSE);
  add_dependency (&facts, 0, 3, FALSE);
  add_dependency (&facts, 1, 2, FALSE);
  add_dependency (&facts, 2, 0, FALSE);
  add_cycle (&facts, 0, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_dependency_cycle), 3);
  for (guint i = 0; i < 3; i++) {
    ck_assert_uint_eq (found (&facts, i)->file, i);
    ck_assert_uint_eq (found (&facts, i)->other, (i + 1) % 3);
    ck_assert_uint_eq (found (&facts, i)->cycle, 0);
    ck_assert_uint_eq (found (&facts, i)->start_line, 7);
    ck_assert_double_eq (found (&facts, i)->value, 3);
    ck_assert_double_eq (found (&facts, i)->quantity, 3);
  }
  facts_free (&facts);
}
END_TEST

START_TEST (a_weak_dependency_is_not_what_keeps_a_file_in_its_cycle)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "dependency-cycle", 2, 12);
  add_many (&facts, "a", "py", "Python", 3);
  add_dependency (&facts, 0, 1, TRUE);
  add_dependency (&facts, 0, 2, FALSE);
  add_dependency (&facts, 1, 0, FALSE);
  add_dependency (&facts, 2, 1, FALSE);
  add_cycle (&facts, 0, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_dependency_cycle), 3);
  ck_assert_uint_eq (found (&facts, 0)->other, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (a_smaller_cycle_than_the_threshold_is_not_found)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "dependency-cycle", 3, 12);
  add_many (&facts, "a", "py", "Python", 2);
  add_dependency (&facts, 0, 1, FALSE);
  add_dependency (&facts, 1, 0, FALSE);
  add_cycle (&facts, 0, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_dependency_cycle), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    every_file_of_a_cycle_is_found_with_the_dependency_that_keeps_it_there,
    a_weak_dependency_is_not_what_keeps_a_file_in_its_cycle,
    a_smaller_cycle_than_the_threshold_is_not_found,
  };

  return run_tests ("dependency-cycle", tests, G_N_ELEMENTS (tests));
}
