#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "delivery/delivery.h"

#define DAY_S 86400
#define NOW_S (1700000000 / DAY_S * DAY_S)

typedef struct {
  ArdCorpus *corpus;
  ArdSettings *settings;
} Case;

static Case
begin (void)
{
  Case it = { ard_corpus_new (), ard_settings_new () };

  it.corpus->now_s = NOW_S;
  for (guint i = 0; i < 8; i++)
    g_array_append_val (it.corpus->authors, ((ArdAuthor){ "A", "a@x", FALSE }));
  return it;
}

static void
end (Case *it)
{
  ard_corpus_free (it->corpus);
  ard_settings_free (it->settings);
}

/* A commit written and committed that many days ago, newest first; parents: rows of commits to come, "1 2". */
static ArdCommit *
add (Case *it, double written_d, double committed_d, guint32 person, const char *parents)
{
  g_auto (GStrv) numbers = g_strsplit (parents, " ", -1);
  ArdCommit commit = { .time_s = NOW_S - (gint64) (written_d * DAY_S),
                       .commit_time_s = NOW_S - (gint64) (committed_d * DAY_S),
                       .author = person,
                       .subject = "work",
                       .first_person = it->corpus->people->len,
                       .n_people = 1,
                       .first_parent = it->corpus->parents->len };

  for (char **number = numbers; *number; number++) {
    guint32 parent = (guint32) g_ascii_strtoull (*number, NULL, 10);

    g_array_append_val (it->corpus->parents, parent);
    commit.n_parents++;
  }
  if (commit.n_parents > 1)
    commit.flags |= ARD_COMMIT_MERGE;
  commit.id.bytes[0] = (guint8) (it->corpus->commits->len + 1);
  g_array_append_val (it->corpus->people, person);
  g_array_append_val (it->corpus->commits, commit);
  return ard_commit (it->corpus, it->corpus->commits->len - 1);
}

/* The commits of a straight line of n, one a day, the newest today. */
static void
add_line (Case *it, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *parent = i + 1 < n ? g_strdup_printf ("%u", i + 1) : g_strdup ("");

    add (it, i, i, 0, parent);
  }
}

static void
add_tag (Case *it, guint32 commit, double age_d, gboolean release)
{
  ArdTag tag = { .name = "v1", .commit = commit, .time_s = NOW_S - (gint64) (age_d * DAY_S), .release = release };

  if (commit != ARD_NONE)
    tag.id = ard_commit (it->corpus, commit)->id;
  else
    tag.id.bytes[1] = (guint8) (it->corpus->tags->len + 1);
  g_array_append_val (it->corpus->tags, tag);
}

static const ArdDeliveryFigure *
find (const Case *it, const char *id)
{
  for (guint i = 0; i < it->corpus->delivery->len; i++)
    if (strcmp (ard_delivery (it->corpus, i)->id, id) == 0)
      return ard_delivery (it->corpus, i);
  ck_abort_msg ("no figure %s", id);
  return NULL;
}

static void
expect_missing (const Case *it, const char *id, const char *reason)
{
  const ArdDeliveryFigure *row = find (it, id);

  ck_assert_int_eq (row->status, ARD_DELIVERY_NOT_FOUND);
  ck_assert (isnan (row->value));
  ck_assert_str_eq (row->reason, reason);
}

/* Commits of days 0 to 19. Releases: of day 15's commit 15 days ago, of day 5's 4 days ago: the second delivers the
 * commits of days 5 to 14, each (age - 4) days old: 1 to 10, the middle 5.5. */
START_TEST (a_commit_is_delivered_by_the_first_release_that_contains_it)
{
  Case it = begin ();

  add_line (&it, 20);
  add_tag (&it, 15, 15, TRUE);
  add_tag (&it, 5, 4, TRUE);
  add_tag (&it, 8, 3, TRUE);
  add_tag (&it, 0, 1, FALSE);
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (find (&it, "lead-time")->n, 10);
  ck_assert_double_eq (find (&it, "lead-time")->value, 5.5);
  ck_assert_int_eq (find (&it, "lead-time")->status, ARD_DELIVERY_MEASURED);
  end (&it);
}
END_TEST

/* The same days, released from branches that left at the commits of days 15 and 5. */
START_TEST (a_release_on_another_branch_delivers_what_it_left_with)
{
  Case it = begin ();
  const guint32 entries[] = { 15, 5 };

  add_line (&it, 20);
  g_array_append_vals (it.corpus->tag_entries, entries, 2);
  for (guint i = 0; i < 2; i++) {
    add_tag (&it, ARD_NONE, i == 0 ? 15 : 4, TRUE);
    ard_tag (it.corpus, i)->first_entry = i;
    ard_tag (it.corpus, i)->n_entries = 1;
  }
  add_tag (&it, ARD_NONE, 3, TRUE);
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (find (&it, "lead-time")->n, 10);
  ck_assert_double_eq (find (&it, "lead-time")->value, 5.5);
  end (&it);
}
END_TEST

/* 3 releases in a history of 200 days: 3 x 7 / 199 a week. */
START_TEST (releases_are_counted_by_the_week_two_tags_of_one_commit_once)
{
  Case it = begin ();

  add_line (&it, 200);
  add_tag (&it, 150, 150, TRUE);
  add_tag (&it, 60, 60, TRUE);
  add_tag (&it, 60, 60, TRUE);
  add_tag (&it, ARD_NONE, 50, TRUE);
  add_tag (&it, 10, 10, FALSE);
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (find (&it, "deployment-frequency")->n, 3);
  ck_assert_double_eq_tol (find (&it, "deployment-frequency")->value, 21 / 199.0, 1e-9);
  ck_assert_int_eq (find (&it, "deployment-frequency")->status, ARD_DELIVERY_CRITICAL);
  end (&it);
}
END_TEST

START_TEST (without_tags_of_releases_nothing_is_found_never_zero)
{
  Case none = begin (), other = begin (), old = begin ();

  add_line (&none, 30);
  ard_delivery_find (none.corpus, none.settings);
  expect_missing (&none, "deployment-frequency", "no-tags");
  expect_missing (&none, "lead-time", "no-tags");
  add_line (&other, 30);
  add_tag (&other, 3, 3, FALSE);
  ard_delivery_find (other.corpus, other.settings);
  expect_missing (&other, "deployment-frequency", "no-release");
  add_line (&old, 500);
  add_tag (&old, 400, 400, TRUE);
  ard_delivery_find (old.corpus, old.settings);
  expect_missing (&old, "deployment-frequency", "no-recent-release");
  end (&none);
  end (&other);
  end (&old);
}
END_TEST

/* Five merges, one a day; each brings one commit of the side written 10 days before its merge. */
static void
add_merges (Case *it, const char *subject)
{
  for (guint i = 0; i < 5; i++) {
    g_autofree char *parents = g_strdup_printf ("%u %u", 2 * i + 2, 2 * i + 1);
    g_autofree char *root = g_strdup_printf ("%u", 10);

    add (it, i, i, 0, parents)->subject = subject;
    add (it, i + 10, i + 1, 1, root);
  }
  add (it, 30, 30, 0, "");
}

START_TEST (a_branch_runs_from_its_first_commit_to_its_merge)
{
  Case it = begin ();

  add_merges (&it, "Merge pull request #1 from x/y");
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (find (&it, "cycle-time")->n, 5);
  ck_assert_double_eq (find (&it, "cycle-time")->value, 10);
  ck_assert_int_eq (find (&it, "cycle-time")->status, ARD_DELIVERY_OK);
  end (&it);
}
END_TEST

START_TEST (a_pull_of_the_main_line_is_no_branch)
{
  Case it = begin ();

  add_merges (&it, "Merge remote-tracking branch 'origin/main'");
  ard_delivery_find (it.corpus, it.settings);
  expect_missing (&it, "cycle-time", "no-merges");
  end (&it);
}
END_TEST

START_TEST (a_branch_of_a_bot_is_none)
{
  Case it = begin ();

  add_merges (&it, "Merge pull request #1 from x/y");
  for (guint i = 1; i < 10; i += 2)
    ard_commit (it.corpus, i)->flags |= ARD_COMMIT_BOT;
  ard_delivery_find (it.corpus, it.settings);
  expect_missing (&it, "cycle-time", "no-merges");
  end (&it);
}
END_TEST

START_TEST (the_thresholds_are_those_of_the_settings)
{
  Case it = begin ();

  add_merges (&it, "Merge topic");
  it.settings->delivery_cycle_attention_d = 9;
  it.settings->delivery_cycle_critical_d = 9.9;
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_int_eq (find (&it, "cycle-time")->status, ARD_DELIVERY_CRITICAL);
  end (&it);
}
END_TEST

/* Five people, ten commits each in 18 days; their tenth lies in the window. */
START_TEST (the_tenth_commit_is_counted_from_the_first)
{
  Case it = begin ();

  for (guint i = 0; i < 50; i++) {
    g_autofree char *parent = i < 49 ? g_strdup_printf ("%u", i + 1) : g_strdup ("");

    add (&it, 2 * (i / 5), 2 * (i / 5), i % 5, parent);
  }
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (find (&it, "tenth-commit")->n, 5);
  ck_assert_double_eq (find (&it, "tenth-commit")->value, 18);
  expect_missing (&it, "first-commit", "squashed");
  end (&it);
}
END_TEST

/* Six people came 700 days ago with ten commits; five had another after 400 days, one (the last) after 300. */
START_TEST (who_commits_between_12_and_18_months_after_the_first_stayed)
{
  Case it = begin ();

  for (guint i = 0; i < 66; i++) {
    g_autofree char *parent = i < 65 ? g_strdup_printf ("%u", i + 1) : g_strdup ("");
    guint32 person = i % 6;
    guint age = i >= 6 ? 700 - (65 - i) / 6 : person == 5 ? 400 : 300;

    add (&it, age, age, person, parent);
  }
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (find (&it, "retention")->n, 6);
  ck_assert_double_eq_tol (find (&it, "retention")->value, 5 / 6.0, 1e-9);
  ck_assert_int_eq (find (&it, "retention")->status, ARD_DELIVERY_ATTENTION);
  end (&it);
}
END_TEST

/* 2023-11-14: the fourth quarter of 2023. 100 days back lies in the third. */
START_TEST (quarters_are_those_of_the_calendar_without_gaps)
{
  Case it = begin ();

  add (&it, 0, 0, 0, "1");
  add (&it, 300, 300, 1, "");
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->quarters->len, 4);
  ck_assert_int_eq (ard_quarter (it.corpus, 3)->quarter, 4 * 2023 + 3);
  ck_assert_uint_eq (ard_quarter (it.corpus, 3)->commits, 1);
  ck_assert_uint_eq (ard_quarter (it.corpus, 1)->commits, 0);
  ck_assert_uint_eq (ard_quarter (it.corpus, 0)->newcomers, 1);
  ck_assert (isnan (ard_quarter (it.corpus, 0)->lead_d));
  end (&it);
}
END_TEST

START_TEST (a_shallow_clone_answers_nothing)
{
  Case it = begin ();

  add_line (&it, 30);
  add_tag (&it, 3, 3, TRUE);
  it.corpus->shallow = TRUE;
  ard_delivery_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->delivery->len, 7);
  for (guint i = 0; i < 7; i++)
    expect_missing (&it, ard_delivery (it.corpus, i)->id, "shallow");
  ck_assert_uint_eq (it.corpus->quarters->len, 0);
  end (&it);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_commit_is_delivered_by_the_first_release_that_contains_it,
    a_release_on_another_branch_delivers_what_it_left_with,
    releases_are_counted_by_the_week_two_tags_of_one_commit_once,
    without_tags_of_releases_nothing_is_found_never_zero,
    a_branch_runs_from_its_first_commit_to_its_merge,
    a_pull_of_the_main_line_is_no_branch,
    a_branch_of_a_bot_is_none,
    the_thresholds_are_those_of_the_settings,
    the_tenth_commit_is_counted_from_the_first,
    who_commits_between_12_and_18_months_after_the_first_stayed,
    quarters_are_those_of_the_calendar_without_gaps,
    a_shallow_clone_answers_nothing,
  };
  Suite *suite = suite_create ("delivery");
  TCase *cases = tcase_create ("delivery");

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
