#include <check.h>
#include <stdlib.h>

#include "corpus/team.h"

#define DAY_S 86400
#define NOW_S (20000 * (gint64) DAY_S + 43200)

static ArdCorpus *corpus;

static void
begin (void)
{
  corpus = ard_corpus_new ();
  corpus->now_s = NOW_S;
}

static void
end (void)
{
  ard_corpus_free (corpus);
}

static void
add_commit (double age_d, guint32 n_people, const guint32 *people)
{
  ArdCommit commit = {
    .time_s = NOW_S - (gint64) (age_d * DAY_S), .subject = "", .first_person = corpus->people->len, .n_people = n_people
  };

  if (n_people)
    g_array_append_vals (corpus->people, people, n_people);
  g_array_append_val (corpus->commits, commit);
}

/* One person's commits on so many days, one after the other. */
static void
work (guint32 person, guint from_d, guint days)
{
  for (guint i = 0; i < days; i++)
    add_commit (from_d + i, 1, &person);
}

START_TEST (who_commits_on_every_second_working_day_is_one)
{
  work (0, 0, 33); /* 90 d, 5 of 7 worked, half of it: 32.1 */
  work (1, 200, 1);
  ck_assert_double_eq_tol (ard_team_measure (corpus), 1, 1e-9);
}
END_TEST

START_TEST (a_hundred_people_with_one_patch_each_are_three)
{
  for (guint32 person = 0; person < 100; person++)
    work (person, person % 80, 1);
  work (100, 300, 1);
  ck_assert_double_eq_tol (ard_team_measure (corpus), 100 / (90 * 5 / 7.0 / 2), 1e-9);
}
END_TEST

START_TEST (a_day_with_many_commits_is_one_day)
{
  work (0, 400, 1);
  for (guint i = 0; i < 50; i++)
    work (0, 3, 1);
  ck_assert_double_eq_tol (ard_team_measure (corpus), 1 / (90 * 5 / 7.0 / 2), 1e-9);
}
END_TEST

START_TEST (a_co_author_worked_too)
{
  work (0, 400, 1);
  add_commit (2, 2, (const guint32[]){ 0, 1 });
  ck_assert_double_eq_tol (ard_team_measure (corpus), 2 / (90 * 5 / 7.0 / 2), 1e-9);
}
END_TEST

START_TEST (who_left_more_than_ninety_days_ago_is_none)
{
  work (0, 91, 60);
  ck_assert_double_eq (ard_team_measure (corpus), 0);
}
END_TEST

START_TEST (a_history_of_one_commit_is_one_person)
{
  work (0, 0, 1);
  ck_assert_double_eq (ard_team_measure (corpus), 1);
}
END_TEST

START_TEST (a_bot_is_nobody)
{
  add_commit (1, 0, NULL);
  ck_assert_double_eq (ard_team_measure (corpus), 0);
}
END_TEST

START_TEST (without_commits_there_is_no_team)
{
  ck_assert_double_eq (ard_team_measure (corpus), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("team");
  TCase *cases = tcase_create ("team");
  SRunner *runner = srunner_create (suite);

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, who_commits_on_every_second_working_day_is_one);
  tcase_add_test (cases, a_hundred_people_with_one_patch_each_are_three);
  tcase_add_test (cases, a_day_with_many_commits_is_one_day);
  tcase_add_test (cases, a_co_author_worked_too);
  tcase_add_test (cases, who_left_more_than_ninety_days_ago_is_none);
  tcase_add_test (cases, a_history_of_one_commit_is_one_person);
  tcase_add_test (cases, a_bot_is_nobody);
  tcase_add_test (cases, without_commits_there_is_no_team);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
