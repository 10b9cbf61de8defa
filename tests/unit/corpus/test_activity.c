#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/activity.h"

#define DAY_S 86400
#define NOW_S (20000 * (gint64) DAY_S + 43200)

static ArdCorpus *corpus;
static ArdTrail *trail;
static ArdSettings *settings;

static void
begin (void)
{
  corpus = ard_corpus_new ();
  corpus->now_s = NOW_S;
  trail = ard_trail_new ();
  settings = ard_settings_new ();
}

static void
end (void)
{
  ard_trail_free (trail);
  ard_corpus_free (corpus);
  ard_settings_free (settings);
}

static void
add_file (guint flags, gboolean measured)
{
  ArdFile file = { .path = "f", .language = measured ? "C" : "Text", .flags = flags, .measured = measured };

  g_array_append_val (corpus->files, file);
}

static void
add_people (guint n)
{
  for (guint i = 0; i < n; i++) {
    ArdAuthor author = { .name = "n", .mail = "m" };

    g_array_append_val (corpus->authors, author);
  }
}

/* The next older commit, of one person and perhaps a co-author (ARD_NONE: none). */
static void
add_commit (double age_d, guint flags, guint32 author, guint32 co_author)
{
  ArdCommit commit = { .time_s = NOW_S - (gint64) (age_d * DAY_S),
                       .author = author,
                       .flags = flags | (age_d <= settings->history_window_d ? ARD_COMMIT_IN_WINDOW : 0),
                       .subject = "",
                       .first_change = corpus->changes->len,
                       .first_person = corpus->people->len,
                       .n_people = co_author != ARD_NONE ? 2 : 1 };

  g_array_append_val (corpus->commits, commit);
  g_array_append_val (corpus->people, author);
  if (co_author != ARD_NONE)
    g_array_append_val (corpus->people, co_author);
}

static void
add_row (char status, guint32 file, gint32 added, gint32 deleted, guint32 renamed_from)
{
  guint32 commit = corpus->commits->len - 1;
  gboolean counted =
      ard_activity_age_d (corpus, ard_commit (corpus, commit)->time_s) <= settings->history_lines_window_d;
  ArdFoldRow row = { 0, renamed_from == ARD_NONE ? ARD_NONE : ard_commit (corpus, commit)->first_change + renamed_from,
                     status, counted };
  ArdChange change = { .commit = commit, .file = file, .path = "p", .added = added, .deleted = deleted };

  ard_commit (corpus, commit)->n_changes++;
  g_array_append_val (trail->rows, row);
  g_array_append_val (corpus->changes, change);
}

static void
add_change (guint32 file, gint32 added, gint32 deleted)
{
  add_row ('M', file, added, deleted, ARD_NONE);
}

static void
count (void)
{
  for (guint32 f = 0; f < corpus->files->len; f++) {
    ard_file (corpus, f)->first_change = corpus->by_file->len;
    for (guint32 i = 0; i < corpus->changes->len; i++)
      if (ard_change (corpus, i)->file == f) {
        g_array_append_val (corpus->by_file, i);
        ard_file (corpus, f)->n_changes++;
      }
  }
  ard_activity_count (corpus, trail, settings);
}

/* By hand: h = 180 d, T = 365 d: integral = 180 / ln 2 * (1 - 2^(-365/180)) = 259.685 * 0.75476 = 196.00 d. */
START_TEST (the_rate_is_one_month_over_the_integral_of_the_decay)
{
  ck_assert_double_eq_tol (ard_activity_rate (365, 180), 30.4375 / 196.00, 1e-5);
}
END_TEST

START_TEST (steady_work_keeps_its_rate)
{
  add_file (0, TRUE);
  add_people (1);
  for (guint day = 0; day < 365; day++) {
    add_commit (day + 0.5, 0, 0, ARD_NONE);
    add_change (0, 10, 2);
  }
  count ();
  /* One author-day on each day is 30.4375 author-days a month. */
  ck_assert_double_eq_tol (ard_file (corpus, 0)->days_month, 30.4375, 0.05);
  ck_assert_uint_eq (ard_file (corpus, 0)->revisions, 365);
  ck_assert_uint_eq (ard_file (corpus, 0)->added, 3650);
  ck_assert_uint_eq (ard_file (corpus, 0)->deleted, 730);
}
END_TEST

START_TEST (a_young_history_is_measured_over_its_own_age)
{
  add_file (0, TRUE);
  add_people (1);
  for (guint day = 0; day < 60; day++) {
    add_commit (day + 0.5, 0, 0, ARD_NONE);
    add_change (0, 10, 2);
  }
  count ();
  ck_assert_double_eq_tol (ard_file (corpus, 0)->days_month, 30.4375, 0.3);
}
END_TEST

START_TEST (a_history_of_one_day_is_spread_over_four_weeks)
{
  add_file (0, TRUE);
  add_people (1);
  add_commit (0, 0, 0, ARD_NONE);
  add_change (0, 10, 2);
  count ();
  /* 30.4375 / (259.685 * (1 - 2^(-28/180))) = 30.4375 / 26.5433 */
  ck_assert_double_eq_tol (ard_file (corpus, 0)->days_month, 1.14671, 1e-4);
}
END_TEST

START_TEST (a_day_is_split_by_the_logarithm_of_its_lines)
{
  add_file (0, TRUE);
  add_file (0, TRUE);
  add_people (1);
  add_commit (1, 0, 0, ARD_NONE);
  add_change (0, 5, 2); /* w = 1 + log2 8 = 4 */
  add_commit (1.1, 0, 0, ARD_NONE);
  add_change (1, 0, 1);        /* w = 2 */
  add_change (ARD_NONE, 2, 1); /* w = 3 */
  add_change (0, 0, 0);        /* w = 1: a mode change */
  count ();
  ck_assert_double_eq_tol (ard_change (corpus, 0)->share, 0.4, 1e-6);
  ck_assert_double_eq_tol (ard_change (corpus, 1)->share, 0.2, 1e-6);
  ck_assert_double_eq_tol (ard_change (corpus, 2)->share, 0.3, 1e-6);
  ck_assert_double_eq_tol (ard_change (corpus, 3)->share, 0.1, 1e-6);
}
END_TEST

START_TEST (a_co_author_brings_a_day_of_their_own)
{
  add_file (0, TRUE);
  add_people (2);
  add_commit (1, 0, 0, 1);
  add_change (0, 5, 2);
  count ();

  double both = ard_file (corpus, 0)->days_month;

  ck_assert_double_eq_tol (ard_change (corpus, 0)->share, 1, 1e-6);
  ck_assert_uint_eq (ard_file (corpus, 0)->authors, 2);
  end ();
  begin ();
  add_file (0, TRUE);
  add_people (1);
  add_commit (1, 0, 0, ARD_NONE);
  add_change (0, 5, 2);
  count ();
  ck_assert_double_eq_tol (both, 2 * ard_file (corpus, 0)->days_month, 1e-9);
}
END_TEST

START_TEST (the_share_of_a_change_is_that_of_its_authors_day_not_of_a_co_authors)
{
  add_file (0, TRUE);
  add_people (2);
  add_commit (1, 0, 0, 1);
  add_change (0, 5, 2);
  add_commit (1.1, 0, 1, ARD_NONE);
  add_change (0, 5, 2);
  count ();
  ck_assert_double_eq_tol (ard_change (corpus, 0)->share, 1, 1e-6);
  ck_assert_double_eq_tol (ard_change (corpus, 1)->share, 0.5, 1e-6);
}
END_TEST

START_TEST (commits_that_are_not_counted_earn_nothing)
{
  const guint flags[] = { ARD_COMMIT_MERGE, ARD_COMMIT_BOT, ARD_COMMIT_MASS, ARD_COMMIT_IGNORED };

  add_file (0, TRUE);
  add_people (1);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    add_commit (1, flags[i] | ARD_COMMIT_FIX, 0, ARD_NONE);
    add_change (0, 5, 2);
  }
  add_commit (366, ARD_COMMIT_FIX, 0, ARD_NONE);
  add_change (0, 5, 2);
  count ();
  ck_assert_double_eq (ard_file (corpus, 0)->days_month, 0);
  ck_assert_double_eq (ard_file (corpus, 0)->fixes_month, 0);
  ck_assert_uint_eq (ard_file (corpus, 0)->revisions, 0);
  ck_assert_uint_eq (ard_file (corpus, 0)->fixes, 0);
  ck_assert_uint_eq (ard_file (corpus, 0)->authors, 0);
  for (guint32 i = 0; i < corpus->changes->len; i++)
    ck_assert_double_eq (ard_change (corpus, i)->share, 0);
}
END_TEST

START_TEST (files_that_are_not_judged_and_binary_changes_take_nothing_of_the_day)
{
  add_file (0, TRUE);
  add_file (ARD_FILE_VENDORED, TRUE);
  add_people (1);
  add_commit (1, ARD_COMMIT_FIX, 0, ARD_NONE);
  add_change (0, 1, 0);
  add_change (1, 500, 500);
  add_change (ARD_NONE, -1, -1);
  count ();
  ck_assert_double_eq_tol (ard_change (corpus, 0)->share, 1, 1e-6);
  ck_assert_double_eq (ard_file (corpus, 1)->days_month, 0);
  ck_assert_double_eq (ard_file (corpus, 1)->fixes_month, 0);
  ck_assert_uint_eq (ard_file (corpus, 1)->fixes, 0);
  ck_assert_uint_eq (ard_file (corpus, 0)->fixes, 1);
}
END_TEST

START_TEST (lines_that_were_not_counted_weigh_as_the_smallest_change)
{
  settings->history_lines_window_d = 10;
  add_file (0, TRUE);
  add_file (0, TRUE);
  add_people (1);
  add_commit (20, 0, 0, ARD_NONE);
  add_change (0, -1, -1);
  add_change (1, -1, -1);
  count ();
  ck_assert_double_eq_tol (ard_change (corpus, 0)->share, 0.5, 1e-6);
  ck_assert_double_eq_tol (ard_change (corpus, 1)->share, 0.5, 1e-6);
}
END_TEST

START_TEST (a_rename_weighs_by_the_difference_of_its_two_rows)
{
  add_file (0, TRUE);
  add_file (0, TRUE);
  add_people (1);
  add_commit (1, 0, 0, ARD_NONE);
  add_row ('D', 0, 0, 1000, ARD_NONE);
  add_row ('A', 0, 1003, 0, 0);     /* w = 1 + log2 (1 + 3) = 3 */
  add_row ('M', 1, 1, 0, ARD_NONE); /* w = 2 */
  count ();
  ck_assert_double_eq (ard_change (corpus, 0)->share, 0);
  ck_assert_double_eq_tol (ard_change (corpus, 1)->share, 0.6, 1e-6);
  ck_assert_double_eq_tol (ard_change (corpus, 2)->share, 0.4, 1e-6);
  ck_assert_uint_eq (ard_file (corpus, 0)->revisions, 1);
  ck_assert_uint_eq (ard_file (corpus, 0)->added, 3);
  ck_assert_uint_eq (ard_file (corpus, 0)->deleted, 0);
}
END_TEST

START_TEST (a_swap_of_names_writes_no_lines)
{
  add_file (0, TRUE);
  add_file (0, TRUE);
  add_people (1);
  add_commit (1, 0, 0, ARD_NONE);
  add_row ('M', 0, 700, 300, 1);
  add_row ('M', 1, 300, 700, 0);
  count ();
  ck_assert_uint_eq (ard_file (corpus, 0)->added, 0);
  ck_assert_uint_eq (ard_file (corpus, 0)->deleted, 0);
  ck_assert_double_eq_tol (ard_change (corpus, 0)->share, 0.5, 1e-6);
}
END_TEST

START_TEST (a_fix_is_split_over_the_code_it_changed_and_a_revert_counts_twice)
{
  double rate = 30.4375 / 26.5433; /* as in a_history_of_one_day… */

  add_file (0, TRUE);
  add_file (0, TRUE);
  add_file (ARD_FILE_TEST, TRUE);
  add_file (0, FALSE);
  add_people (2);
  add_commit (0, ARD_COMMIT_FIX, 0, ARD_NONE);
  add_change (0, 5, 2); /* w = 4 */
  add_change (1, 0, 1); /* w = 2 */
  add_change (2, 0, 100);
  add_change (3, 0, 100);
  add_commit (0, ARD_COMMIT_REVERT | ARD_COMMIT_FIX, 1, ARD_NONE);
  add_change (3, 0, 1);
  count ();
  ck_assert_double_eq_tol (ard_file (corpus, 0)->fixes_month, rate * 4 / 6, 1e-4);
  ck_assert_double_eq_tol (ard_file (corpus, 1)->fixes_month, rate * 2 / 6, 1e-4);
  ck_assert_double_eq (ard_file (corpus, 2)->fixes_month, 0);
  ck_assert_double_eq_tol (ard_file (corpus, 3)->fixes_month, rate * 2, 1e-4);
  ck_assert_uint_eq (ard_file (corpus, 0)->fixes, 1);
  ck_assert_uint_eq (ard_file (corpus, 2)->fixes, 1);
  ck_assert_uint_eq (ard_file (corpus, 3)->fixes, 3);
}
END_TEST

START_TEST (example_code_takes_no_part_of_a_fix_of_the_code)
{
  add_file (0, TRUE);
  add_file (ARD_FILE_EXAMPLE, TRUE);
  add_people (1);
  add_commit (0, ARD_COMMIT_FIX, 0, ARD_NONE);
  add_change (0, 0, 1);
  add_change (1, 0, 100);
  count ();
  ck_assert_double_eq_tol (ard_file (corpus, 0)->fixes_month, 30.4375 / 26.5433, 1e-4);
  ck_assert_double_eq (ard_file (corpus, 1)->fixes_month, 0);
}
END_TEST

/* NOW_S is noon: 0.6 days ago is the day before. */
START_TEST (fixes_of_one_file_by_one_author_on_one_day_are_one_repair)
{
  double rate = 30.4375 / 26.5433; /* as in a_history_of_one_day… */

  add_file (0, TRUE);
  add_file (0, TRUE);
  add_people (2);
  add_commit (0, ARD_COMMIT_FIX, 0, ARD_NONE); /* a series: the first of it changes both files alike */
  add_change (0, 0, 1);
  add_change (1, 0, 1);
  add_commit (0, ARD_COMMIT_FIX, 0, ARD_NONE);
  add_change (0, 0, 1);
  add_commit (0, ARD_COMMIT_FIX, 1, ARD_NONE); /* another author */
  add_change (0, 0, 1);
  add_commit (0.6, ARD_COMMIT_FIX, 0, ARD_NONE); /* another day */
  add_change (0, 0, 1);
  count ();
  ck_assert_uint_eq (ard_file (corpus, 0)->fixes, 3);
  ck_assert_uint_eq (ard_file (corpus, 0)->revisions, 4);
  ck_assert_double_eq_tol (ard_file (corpus, 0)->fixes_month, rate * 3, rate * 0.01); /* 0.6 days decay by 0.2 % */
  ck_assert_uint_eq (ard_file (corpus, 1)->fixes, 1);
  ck_assert_double_eq_tol (ard_file (corpus, 1)->fixes_month, rate / 2, 1e-4);
}
END_TEST

START_TEST (a_change_of_one_half_life_ago_weighs_half)
{
  add_file (0, TRUE);
  add_file (0, TRUE);
  add_people (1);
  add_commit (0, 0, 0, ARD_NONE);
  add_change (0, 5, 2);
  add_commit (180, 0, 0, ARD_NONE);
  add_change (1, 5, 2);
  count ();
  ck_assert_double_eq_tol (ard_file (corpus, 1)->days_month / ard_file (corpus, 0)->days_month, 0.5, 1e-9);
}
END_TEST

START_TEST (the_future_has_age_zero)
{
  ck_assert_double_eq (ard_activity_age_d (corpus, NOW_S + 1000 * (gint64) DAY_S), 0);
  ck_assert_double_eq (ard_activity_age_d (corpus, NOW_S - 36 * 3600), 1.5);
}
END_TEST

/* Random commits: what each author's day is worth is one, whatever was done on it. */
START_TEST (the_shares_of_an_authors_day_sum_to_one)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31 + (guint32) _i);
  double sums[5][40] = { { 0 } };
  gboolean worked[5][40] = { { FALSE } };

  for (guint i = 0; i < 20; i++)
    add_file (i % 7 == 6 ? ARD_FILE_GENERATED : 0, TRUE);
  add_people (5);
  for (guint i = 0; i < 300; i++) {
    guint flags = g_rand_int_range (random, 0, 10) ? 0 : ARD_COMMIT_MASS;
    guint32 author = (guint32) g_rand_int_range (random, 0, 5);

    add_commit (g_rand_double_range (random, 0, 38), flags, author, ARD_NONE);
    for (gint32 n = g_rand_int_range (random, 0, 6); n > 0; n--)
      add_change (g_rand_boolean (random) ? (guint32) g_rand_int_range (random, 0, 20) : ARD_NONE,
                  g_rand_int_range (random, -1, 500), g_rand_int_range (random, 0, 500));
  }
  count ();
  for (guint32 i = 0; i < corpus->changes->len; i++) {
    const ArdChange *change = ard_change (corpus, i);
    const ArdCommit *commit = ard_commit (corpus, change->commit);
    gint64 day = (NOW_S + DAY_S / 2 - 1) / DAY_S - commit->time_s / DAY_S;

    sums[commit->author][day] += change->share;
    worked[commit->author][day] |= change->share > 0;
  }
  for (guint person = 0; person < 5; person++)
    for (guint day = 0; day < 40; day++)
      ck_assert_double_eq_tol (sums[person][day], worked[person][day] ? 1 : 0, 1e-5);
}
END_TEST

/* Without decay and with every file alive, what files get is one a person and day, co-authors included. */
START_TEST (the_days_of_all_files_are_the_days_that_were_worked)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (77 + (guint32) _i);
  gboolean worked[5][41] = { { FALSE } };
  guint days = 0;
  double sum = 0;

  settings->history_half_life_d = 1e9;
  settings->history_window_d = 40;
  for (guint i = 0; i < 20; i++)
    add_file (0, TRUE);
  add_people (5);
  add_commit (40, ARD_COMMIT_MERGE, 0, ARD_NONE);
  for (guint i = 0; i < 200; i++) {
    guint32 author = (guint32) g_rand_int_range (random, 0, 5), other = (author + 1) % 5;
    double age_d = g_rand_double_range (random, 0, 38);
    gint64 day = (NOW_S / DAY_S) - (NOW_S - (gint64) (age_d * DAY_S)) / DAY_S;
    gboolean paired = g_rand_boolean (random);

    add_commit (age_d, 0, author, paired ? other : ARD_NONE);
    add_change ((guint32) g_rand_int_range (random, 0, 20), g_rand_int_range (random, 0, 500), 3);
    worked[author][day] = TRUE;
    worked[other][day] |= paired;
  }
  count ();
  for (guint person = 0; person < 5; person++)
    for (guint day = 0; day < 41; day++)
      days += worked[person][day];
  for (guint32 i = 0; i < corpus->files->len; i++)
    sum += ard_file (corpus, i)->days_month;
  ck_assert_double_eq_tol (sum, days * 30.4375 / 40, 1e-3);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("activity");
  TCase *cases = tcase_create ("activity");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, the_rate_is_one_month_over_the_integral_of_the_decay);
  tcase_add_test (cases, steady_work_keeps_its_rate);
  tcase_add_test (cases, a_young_history_is_measured_over_its_own_age);
  tcase_add_test (cases, a_history_of_one_day_is_spread_over_four_weeks);
  tcase_add_test (cases, a_day_is_split_by_the_logarithm_of_its_lines);
  tcase_add_test (cases, a_co_author_brings_a_day_of_their_own);
  tcase_add_test (cases, the_share_of_a_change_is_that_of_its_authors_day_not_of_a_co_authors);
  tcase_add_test (cases, commits_that_are_not_counted_earn_nothing);
  tcase_add_test (cases, files_that_are_not_judged_and_binary_changes_take_nothing_of_the_day);
  tcase_add_test (cases, lines_that_were_not_counted_weigh_as_the_smallest_change);
  tcase_add_test (cases, a_rename_weighs_by_the_difference_of_its_two_rows);
  tcase_add_test (cases, a_swap_of_names_writes_no_lines);
  tcase_add_test (cases, a_fix_is_split_over_the_code_it_changed_and_a_revert_counts_twice);
  tcase_add_test (cases, example_code_takes_no_part_of_a_fix_of_the_code);
  tcase_add_test (cases, fixes_of_one_file_by_one_author_on_one_day_are_one_repair);
  tcase_add_test (cases, a_change_of_one_half_life_ago_weighs_half);
  tcase_add_test (cases, the_future_has_age_zero);
  tcase_add_loop_test (cases, the_shares_of_an_authors_day_sum_to_one, 0, 50);
  tcase_add_loop_test (cases, the_days_of_all_files_are_the_days_that_were_worked, 0, 50);
  suite_add_tcase (all, cases);
  return all;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
