#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "corpus/departed.h"

#define DAY_S 86400
#define NOW_S (20000 * (gint64) DAY_S)

static ArdCorpus *corpus;
static ArdSettings *settings;

/* One file of that many lines today; its changes follow, the newest first. */
static void
begin (guint32 lines)
{
  ArdFile file = { .path = "a.c", .language = "C", .lines = lines, .code_lines = lines, .measured = TRUE };

  corpus = ard_corpus_new ();
  corpus->now_s = NOW_S;
  settings = ard_settings_new ();
  settings->history_half_life_d = 1e9; /* work of any day weighs the same */
  g_array_append_val (corpus->files, file);
}

static void
end (void)
{
  ard_corpus_free (corpus);
  ard_settings_free (settings);
}

static void
add_row (char status, gint32 added, gint32 deleted, guint32 renamed_from)
{
  guint32 index = corpus->changes->len;
  ArdChange change = {
    corpus->commits->len - 1, 0, "a.c", added, deleted, status == 'D' ? 0 : 1, status, renamed_from
  };

  g_array_append_val (corpus->changes, change);
  g_array_append_val (corpus->by_file, index);
  ard_file (corpus, 0)->n_changes++;
}

/* The whole day of its author, as old as it is deep. */
static void
add_change (guint flags, gint32 added, gint32 deleted)
{
  ArdCommit commit = { .time_s = NOW_S - corpus->commits->len * (gint64) DAY_S, .flags = flags, .subject = "" };

  g_array_append_val (corpus->commits, commit);
  add_row ('M', added, deleted, ARD_NONE);
}

static const ArdFile *
mark (void)
{
  ard_departed_mark (corpus, settings);
  return ard_file (corpus, 0);
}

/* 100 lines today; 900 left at once: 1,000 before, of which a tenth stayed. Of four days' work one came after. */
START_TEST (what_came_before_most_of_the_lines_left_is_departed)
{
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW, 20, 20);
  add_change (ARD_COMMIT_IN_WINDOW, 0, 900);
  add_change (ARD_COMMIT_IN_WINDOW, 300, 300);
  add_change (ARD_COMMIT_IN_WINDOW, 1000, 0);
  ck_assert_uint_eq (mark ()->n_departed, 3);
  ck_assert_double_eq_tol (mark ()->departed_share, 3 * 0.9 / 4, 1e-6);
  end ();
}
END_TEST

START_TEST (half_of_the_lines_and_no_more_may_leave)
{
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW, 0, 100);
  add_change (ARD_COMMIT_IN_WINDOW, 200, 0);
  ck_assert_uint_eq (mark ()->n_departed, 0);
  ck_assert_double_eq (mark ()->departed_share, 0);
  end ();
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW, 0, 101);
  add_change (ARD_COMMIT_IN_WINDOW, 201, 0);
  ck_assert_uint_eq (mark ()->n_departed, 2);
  end ();
}
END_TEST

/* 1,000 lines gave way to 900 others: the file is as long as it was. */
START_TEST (a_rewrite_is_no_departure)
{
  begin (900);
  add_change (ARD_COMMIT_IN_WINDOW, 900, 1000);
  add_change (ARD_COMMIT_IN_WINDOW, 1000, 0);
  ck_assert_uint_eq (mark ()->n_departed, 0);
  end ();
}
END_TEST

/* Taken out by mistake and put back the day after. */
START_TEST (lines_that_came_back_never_left)
{
  begin (1000);
  add_change (ARD_COMMIT_IN_WINDOW, 900, 0);
  add_change (ARD_COMMIT_IN_WINDOW, 0, 900);
  add_change (ARD_COMMIT_IN_WINDOW, 1000, 0);
  ck_assert_uint_eq (mark ()->n_departed, 0);
  ck_assert_double_eq (mark ()->departed_share, 0);
  end ();
}
END_TEST

/* 1,000 lines, then 400, then 100: of the oldest day 0.4 x 0.25 stayed, of the split of 400 a quarter. */
START_TEST (two_departures_multiply_and_the_newer_one_is_where_counting_starts)
{
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW, 1, 1);
  add_change (ARD_COMMIT_IN_WINDOW, 0, 300);
  add_change (ARD_COMMIT_IN_WINDOW, 0, 600);
  add_change (ARD_COMMIT_IN_WINDOW, 1000, 0);
  ck_assert_uint_eq (mark ()->n_departed, 3);
  ck_assert_double_eq_tol (mark ()->departed_share, (0.75 + 0.9 + 0.9) / 4, 1e-6);
  end ();
}
END_TEST

/* git shows the whole file as deleted under the old name and added under the new one. */
START_TEST (a_rename_takes_no_line_away)
{
  begin (1000);
  add_change (ARD_COMMIT_IN_WINDOW, 1000, 0);
  add_row ('D', 0, 990, ARD_NONE);
  ard_change (corpus, 0)->renamed_from = 1;
  add_change (ARD_COMMIT_IN_WINDOW, 990, 0);
  ck_assert_uint_eq (mark ()->n_departed, 0);
  end ();
}
END_TEST

/* A split of a hundred files is a mass commit: nobody's work is counted, and the lines left all the same. */
START_TEST (a_mass_commit_can_take_lines_away)
{
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW | ARD_COMMIT_MASS, 0, 900);
  add_change (ARD_COMMIT_IN_WINDOW, 1000, 0);
  ck_assert_uint_eq (mark ()->n_departed, 2);
  ck_assert_double_eq_tol (mark ()->departed_share, 0.9, 1e-6);
  end ();
}
END_TEST

START_TEST (a_departure_before_the_window_is_of_no_concern)
{
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW, 1, 1);
  add_change (0, 0, 900);
  add_change (0, 1000, 0);
  ck_assert_uint_eq (mark ()->n_departed, 0);
  ck_assert_double_eq (mark ()->departed_share, 0);
  end ();
}
END_TEST

START_TEST (lines_that_nobody_counted_move_no_size)
{
  begin (100);
  add_change (ARD_COMMIT_IN_WINDOW, -1, -1);
  add_change (ARD_COMMIT_IN_WINDOW, 100, 0);
  ck_assert_uint_eq (mark ()->n_departed, 0);
  end ();
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("departed");
  TCase *cases = tcase_create ("departed");

  tcase_add_test (cases, what_came_before_most_of_the_lines_left_is_departed);
  tcase_add_test (cases, half_of_the_lines_and_no_more_may_leave);
  tcase_add_test (cases, a_rewrite_is_no_departure);
  tcase_add_test (cases, lines_that_came_back_never_left);
  tcase_add_test (cases, two_departures_multiply_and_the_newer_one_is_where_counting_starts);
  tcase_add_test (cases, a_rename_takes_no_line_away);
  tcase_add_test (cases, a_mass_commit_can_take_lines_away);
  tcase_add_test (cases, a_departure_before_the_window_is_of_no_concern);
  tcase_add_test (cases, lines_that_nobody_counted_move_no_size);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
