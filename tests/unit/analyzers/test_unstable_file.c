#include "facts.h"

#define COUNTED ARD_COMMIT_IN_WINDOW

/* A file of 500 lines, 1,000 days old, with 20 counted commits of which one added and deleted so many lines. */
static ArdFile *
add_churned (Facts *facts, const char *path, gint32 added, gint32 deleted)
{
  ArdFile *file = add_file (facts, path, 500);

  file->birth_s = NOW_S - 1000 * (gint64) DAY_S;
  file->revisions = 20;
  add_change (facts, 10, COUNTED, added, deleted);
  add_change (facts, 1000, 0, 300, 0);
  return file;
}

START_TEST (every_line_written_anew_once_is_a_churn_of_two)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "at.c", 500, 500);
  add_churned (&facts, "below.c", 500, 499);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_double_eq (found (&facts, 0)->value, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (merges_mass_changes_bots_and_what_is_older_than_the_window_are_not_churn)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  ArdFile *file = add_file (&facts, "a.c", 500);
  file->birth_s = NOW_S - 1000 * (gint64) DAY_S;
  file->revisions = 20;
  add_change (&facts, 1, COUNTED, 600, 400);
  add_change (&facts, 2, COUNTED | ARD_COMMIT_MERGE, -1, -1);
  add_change (&facts, 3, COUNTED | ARD_COMMIT_MASS, 9000, 9000);
  add_change (&facts, 4, COUNTED | ARD_COMMIT_BOT, 9000, 9000);
  add_change (&facts, 5, COUNTED | ARD_COMMIT_IGNORED, 9000, 9000);
  add_change (&facts, 500, 0, 9000, 9000);
  add_change (&facts, 1000, 0, 300, 0);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 1000 / 500.0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_rename_is_not_churn)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  ArdFile *file = add_file (&facts, "new.c", 500);
  file->birth_s = NOW_S - 1000 * (gint64) DAY_S;
  file->revisions = 20;
  add_change (&facts, 1, COUNTED, 500, 480);
  add_change (&facts, 2, COUNTED, 510, 0);
  add_old_name (&facts, "old.c", 490);
  add_change (&facts, 1000, 0, 300, 0);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_double_eq (found (&facts, 0)->value, (500 + 480 + (510 - 490)) / 500.0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_young_file_churns_by_nature)
{
  Facts facts = facts_new ();

  facts.settings->history_window_d = 400;
  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "a_quarter.c", 2000, 2000)->birth_s = NOW_S - 100 * DAY_S;
  add_churned (&facts, "younger.c", 2000, 2000)->birth_s = NOW_S - 100 * DAY_S + 1;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (the_lines_that_created_the_file_are_not_churn)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  ArdFile *file = add_file (&facts, "a.c", 500);
  file->birth_s = NOW_S - 200 * (gint64) DAY_S;
  file->revisions = 20;
  add_change (&facts, 10, COUNTED, 400, 600);
  add_change (&facts, 200, COUNTED, 5000, 0);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_double_eq (found (&facts, 0)->value, (400 + 600) / 500.0);
  facts_free (&facts);
}
END_TEST

START_TEST (one_rewrite_is_not_instability)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "few.c", 5000, 5000)->revisions = 11;
  add_churned (&facts, "many.c", 5000, 5000)->revisions = 12;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_tiny_file_is_left_alone)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "tiny.c", 5000, 5000)->lines = 99;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_change_log_may_churn)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "CHANGES", 5000, 5000)->measured = FALSE;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (without_its_birth_nothing_is_claimed)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "a.c", 5000, 5000)->birth_s = 0;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_shallow_clone_claims_nothing)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  facts.corpus->shallow = TRUE;
  add_churned (&facts, "a.c", 5000, 5000);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    every_line_written_anew_once_is_a_churn_of_two,
    merges_mass_changes_bots_and_what_is_older_than_the_window_are_not_churn,
    a_rename_is_not_churn,
    a_young_file_churns_by_nature,
    the_lines_that_created_the_file_are_not_churn,
    one_rewrite_is_not_instability,
    a_tiny_file_is_left_alone,
    a_change_log_may_churn,
    without_its_birth_nothing_is_claimed,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("unstable-file", tests, G_N_ELEMENTS (tests));
}
