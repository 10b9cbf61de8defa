#include "known.h"

/* Five active people; a file that the first of them owns, with 12 days of work. */
static Facts
make_island (void)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "knowledge-island", 5, 20);
  for (guint i = 0; i < 5; i++)
    add_person (&facts, TRUE);
  add_truck_factor (&facts, ARD_NONE, 5, 1, 1);
  add_worked (&facts, "a.c");
  add_knowledge (&facts, 0, TRUE, 30, 1, 12);
  return facts;
}

START_TEST (a_file_that_one_person_alone_knows_is_found)
{
  Facts facts = make_island ();

  add_knowledge (&facts, 1, FALSE, 1, 30, 0.2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 12);
  ck_assert_uint_eq (found (&facts, 0)->author, 0);
  ck_assert_double_eq (found (&facts, 0)->quantity, 200);
  facts_free (&facts);
}
END_TEST

/* Two of 33 commits are 6 %: the second person knows it. */
START_TEST (a_second_person_of_five_percent_makes_it_none)
{
  Facts facts = make_island ();

  add_knowledge (&facts, 1, FALSE, 2, 30, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 0);
  facts_free (&facts);
}
END_TEST

/* Of 13 commits within the window, three of the second person are 23 %; of 16 they would be 19 %. */
START_TEST (who_did_a_fifth_of_the_last_work_knows_it_too)
{
  for (guint others = 10; others <= 13; others += 3) {
    Facts facts = make_island ();

    for (guint i = 0; i < others + 3; i++) {
      guint32 person = i < 3 ? 1 : 0;

      add_change (&facts, i, ARD_COMMIT_IN_WINDOW, 1, 1);
      ard_commit (facts.corpus, i)->first_person = facts.corpus->people->len;
      ard_commit (facts.corpus, i)->n_people = 1;
      g_array_append_val (facts.corpus->people, person);
    }
    add_knowledge (&facts, 1, FALSE, 3, 100, 1);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), others == 10 ? 0 : 1);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_second_person_who_is_gone_does_not_help)
{
  Facts facts = make_island ();

  ard_person (facts.corpus, 1)->active = FALSE;
  add_knowledge (&facts, 1, FALSE, 9, 30, 3);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (three_people_are_no_team_in_which_an_island_stands_out)
{
  Facts facts = make_island ();

  ard_truck_factor (facts.corpus, 0)->people = 3;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (files_at_rest_tests_and_tables_are_left_alone)
{
  Facts facts = make_island ();

  ard_file (facts.corpus, 0)->revisions = 2;
  add_worked (&facts, "b.c")->flags = ARD_FILE_TEST;
  add_knowledge (&facts, 0, TRUE, 30, 0, 12);
  add_worked (&facts, "table.c");
  ard_function (facts.corpus, facts.corpus->functions->len - 1)->facts.cognitive = 9;
  add_knowledge (&facts, 0, TRUE, 30, 0, 12);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_large_and_complex_file_needs_one_commit_only)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "knowledge-island", 5, 20);
  for (guint i = 0; i < 5; i++)
    add_person (&facts, TRUE);
  add_truck_factor (&facts, ARD_NONE, 5, 1, 1);
  add_worked (&facts, "a.c")->revisions = 1;
  ard_file (facts.corpus, 0)->code_lines = 400;
  add_function (&facts, "f")->cognitive = 100;
  add_knowledge (&facts, 0, TRUE, 30, 0, 12);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_shallow_clone_says_nothing)
{
  Facts facts = make_island ();

  facts.corpus->shallow = TRUE;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_island), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_file_that_one_person_alone_knows_is_found,
                                 a_second_person_of_five_percent_makes_it_none,
                                 who_did_a_fifth_of_the_last_work_knows_it_too,
                                 a_second_person_who_is_gone_does_not_help,
                                 three_people_are_no_team_in_which_an_island_stands_out,
                                 files_at_rest_tests_and_tables_are_left_alone,
                                 a_large_and_complex_file_needs_one_commit_only,
                                 a_shallow_clone_says_nothing };

  return run_tests ("knowledge_island", tests, G_N_ELEMENTS (tests));
}
