#include "known.h"

/* Five active people, ten files; the first person owns a.c and the larger b.c. */
static Facts
make_team (guint32 people, guint32 owned, guint32 factor)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "truck-factor", 0.5, 1);
  for (guint i = 0; i < 5; i++)
    add_person (&facts, TRUE);
  add_truck_factor (&facts, ARD_NONE, people, owned, factor);
  add_worked (&facts, "a.c");
  add_knowledge (&facts, 0, TRUE, 3, 0, 1);
  add_worked (&facts, "b.c")->code_lines = 900;
  add_knowledge (&facts, 0, TRUE, 3, 0, 1);
  add_worked (&facts, "c.c")->code_lines = 2000;
  add_knowledge (&facts, 0, TRUE, 3, 3, 1);
  add_knowledge (&facts, 1, TRUE, 3, 3, 1);
  return facts;
}

START_TEST (one_person_is_critical_and_two_are_attention)
{
  Facts facts = make_team (5, 10, 1);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_CRITICAL);
  ck_assert_str_eq (found (&facts, 0)->reason, "truck-one");
  facts_free (&facts);

  facts = make_team (5, 10, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 0.5);
  ck_assert_str_eq (found (&facts, 0)->reason, "truck-more");
  facts_free (&facts);

  facts = make_team (5, 10, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (it_stands_in_the_largest_file_that_the_first_person_alone_owns)
{
  Facts facts = make_team (5, 10, 1);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 1);
  ck_assert_uint_eq (found (&facts, 0)->author, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (below_four_people_or_ten_files_it_is_off)
{
  Facts facts = make_team (3, 10, 1);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 0);
  facts_free (&facts);

  facts = make_team (5, 9, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 0);
  facts_free (&facts);
}
END_TEST

/* The folder hangs on one person; it is only worth a line where the repository does not. */
START_TEST (a_folder_stands_out_only_against_a_better_repository)
{
  for (guint32 factor = 1; factor <= 3; factor += 2) {
    Facts facts = make_team (5, 10, factor);
    ArdModule module = { .path = "core" };

    g_array_append_val (facts.corpus->modules, module);
    ard_file (facts.corpus, 0)->module = 0;
    add_truck_factor (&facts, 0, 5, 10, 1);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_truck_factor), 1);
    ck_assert_uint_eq (found (&facts, 0)->file, factor == 1 ? 1 : 0);
    if (factor == 3)
      ck_assert_str_eq (found (&facts, 0)->subject, "core");
    facts_free (&facts);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { one_person_is_critical_and_two_are_attention,
                                 it_stands_in_the_largest_file_that_the_first_person_alone_owns,
                                 below_four_people_or_ten_files_it_is_off,
                                 a_folder_stands_out_only_against_a_better_repository };

  return run_tests ("truck_factor", tests, G_N_ELEMENTS (tests));
}
