#include "facts.h"

#define COUNTED ARD_COMMIT_IN_WINDOW

/* A file of 500 lines, 1,000 days old, changed by 20 counted commits, two of them fixes, that added and deleted so many
 * lines. */
static ArdFile *
add_churned (Facts *facts, const char *path, guint32 added, guint32 deleted)
{
  ArdFile *file = add_file (facts, path, 500);

  file->birth_s = NOW_S - 1000 * (gint64) DAY_S;
  file->revisions = 20;
  file->fixes = 2;
  file->added = added;
  file->deleted = deleted;
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

/* 1,500 lines went to other files: 500 + 1,500 = 2,000 lines stood there before, and no line was written anew. */
START_TEST (a_file_whose_parts_were_moved_out_is_measured_against_what_it_was)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 0.5, 5);
  add_churned (&facts, "a.c", 0, 1500);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 1500 / 2000.0);
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
  add_churned (&facts, "a.c", 1000, 500)->birth_s = NOW_S - 200 * DAY_S;
  add_change (&facts, 10, COUNTED, 500, 500);
  add_change (&facts, 200, COUNTED, 500, 0);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_double_eq (found (&facts, 0)->value, (500 + 500) / 500.0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_creation_that_was_never_counted_is_not_taken_off)
{
  const guint flags[] = { COUNTED | ARD_COMMIT_MASS, COUNTED | ARD_COMMIT_BOT, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "unstable-file", 2, 5);
    add_churned (&facts, "a.c", 500, 500);
    add_change (&facts, 200, flags[i], 500, 0);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
    ck_assert_double_eq (found (&facts, 0)->value, 2);
    facts_free (&facts);
  }
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

START_TEST (a_rewrite_without_repairs_goes_as_planned)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_churned (&facts, "planned.c", 5000, 5000)->fixes = 1;
  add_churned (&facts, "repaired.c", 5000, 5000)->fixes = 2;
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

/* 12 changes of 50 + 50 lines after the split of 200 days ago, two of them fixes; 5,000 lines left with it. */
static ArdFile *
add_split (Facts *facts, guint n_fixes, guint split_d)
{
  add_churned (facts, "split.c", 9000, 9000);
  for (guint i = 0; i < 12; i++)
    add_change (facts, 1 + i, COUNTED | (i < n_fixes ? ARD_COMMIT_FIX : 0), 50, 50);
  add_change (facts, split_d, COUNTED, 0, 5000);
  add_change (facts, split_d + 1, COUNTED | ARD_COMMIT_FIX, 3000, 3000);

  ArdFile *file = ard_file (facts->corpus, facts->corpus->files->len - 1);

  file->n_departed = 2;
  return file;
}

START_TEST (only_what_happened_since_most_lines_left_is_churn)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_split (&facts, 2, 200);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 12 * (50 + 50) / 500.0);
  facts_free (&facts);
}
END_TEST

/* One fix since, though another one before; a split 50 days ago, of a window of 400. */
START_TEST (a_file_is_as_young_and_as_sound_as_what_is_left_of_it)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "unstable-file", 2, 5);
  add_split (&facts, 1, 200);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 0);
  facts_free (&facts);

  facts = facts_new ();
  facts.settings->history_window_d = 400;
  set_thresholds (&facts, "unstable-file", 2, 5);
  add_split (&facts, 2, 50);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unstable_file), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    every_line_written_anew_once_is_a_churn_of_two,
    a_file_whose_parts_were_moved_out_is_measured_against_what_it_was,
    a_young_file_churns_by_nature,
    the_lines_that_created_the_file_are_not_churn,
    a_creation_that_was_never_counted_is_not_taken_off,
    one_rewrite_is_not_instability,
    a_rewrite_without_repairs_goes_as_planned,
    a_tiny_file_is_left_alone,
    a_change_log_may_churn,
    without_its_birth_nothing_is_claimed,
    only_what_happened_since_most_lines_left_is_churn,
    a_file_is_as_young_and_as_sound_as_what_is_left_of_it,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("unstable-file", tests, G_N_ELEMENTS (tests));
}
