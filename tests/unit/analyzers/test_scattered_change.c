#include "pairs.h"

/* A repository of so many modules, and the scatter of one file of the first. */
static Facts
make (guint n_modules, guint32 sets, double modules)
{
  Facts facts = facts_new ();
  ArdScatter row = { .file = 0, .sets = sets, .modules = modules };

  set_thresholds (&facts, "scattered-change", 3, 8);
  add_code (&facts, "a/one.c", 0);
  g_array_set_size (facts.corpus->modules, n_modules);
  g_array_append_val (facts.corpus->scatter, row);
  return facts;
}

START_TEST (the_value_is_the_median_of_the_other_modules)
{
  Facts facts = make (8, 12, 4.5);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 4.5);
  ck_assert_double_eq (found (&facts, 0)->quantity, 1.5);
  facts_free (&facts);
}
END_TEST

START_TEST (eleven_changes_are_no_habit)
{
  Facts facts = make (8, 11, 5);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (in_a_tree_of_seven_modules_nothing_is_far)
{
  Facts facts = make (7, 20, 5);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_file_younger_than_half_the_window_is_still_being_written)
{
  Facts facts = make (8, 12, 5);
  gint64 half_s = (gint64) (facts.settings->history_window_d * DAY_S / 2);

  ard_file (facts.corpus, 0)->birth_s = NOW_S - half_s + 1;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), 0);
  ard_file (facts.corpus, 0)->birth_s = NOW_S - half_s;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), 1);
  facts_free (&facts);
}
END_TEST

/* Six files: five of 2.5 modules and one of 5, or of 4.5. */
START_TEST (where_all_changes_reach_far_a_file_must_reach_twice_as_far)
{
  for (guint i = 0; i < 2; i++) {
    Facts facts = make (8, 12, i == 0 ? 5 : 4.5);

    for (guint32 file = 1; file <= 5; file++) {
      g_autofree char *path = g_strdup_printf ("a/t%u.c", file);
      ArdScatter row = { .file = file, .sets = 12, .modules = 2.5 };

      add_code (&facts, g_intern_string (path), 0);
      g_array_append_val (facts.corpus->scatter, row);
    }
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), i == 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (an_example_may_scatter)
{
  Facts facts = make (8, 20, 5);

  ard_file (facts.corpus, 0)->flags = ARD_FILE_EXAMPLE;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_scattered_change), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_value_is_the_median_of_the_other_modules,
    eleven_changes_are_no_habit,
    in_a_tree_of_seven_modules_nothing_is_far,
    a_file_younger_than_half_the_window_is_still_being_written,
    where_all_changes_reach_far_a_file_must_reach_twice_as_far,
    an_example_may_scatter,
  };

  return run_tests ("scattered-change", tests, G_N_ELEMENTS (tests));
}
