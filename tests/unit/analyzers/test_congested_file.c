#include "pairs.h"

/* One file; so many commits of each of these people, one a day, the newest that many days ago. */
static Facts
make (const guint *commits, guint n_people, guint first_day)
{
  Facts facts = facts_new ();
  const guint32 file = 0;
  guint day = first_day;

  set_thresholds (&facts, "congested-file", 3, 9);
  add_code (&facts, "a.c", 0);
  for (guint32 person = 0; person < n_people; person++) {
    guint first = facts.corpus->commits->len;

    g_array_append_val (facts.corpus->authors, ((ArdAuthor){ "A", "a@x", FALSE }));
    add_commits (&facts, commits[person], day, &file, 1);
    day += commits[person];
    for (guint i = first; i < facts.corpus->commits->len; i++) {
      ard_commit (facts.corpus, i)->first_person = facts.corpus->people->len;
      ard_commit (facts.corpus, i)->n_people = 1;
      ard_commit (facts.corpus, i)->author = person;
      g_array_append_val (facts.corpus->people, person);
    }
  }
  for (guint i = 0; i < facts.corpus->changes->len; i++)
    ard_change (facts.corpus, i)->added = 5;
  return facts;
}

static guint
judge (Facts *facts)
{
  fill_files (facts);
  return run_one (facts, &ard_analyzer_congested_file);
}

START_TEST (the_value_is_the_number_of_people)
{
  const guint commits[] = { 2, 1, 1 };
  Facts facts = make (commits, 3, 1);

  ck_assert_uint_eq (judge (&facts), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 3);
  facts_free (&facts);
}
END_TEST

/* 3 of 5 commits are more than half. */
START_TEST (a_file_with_an_owner_is_visited_not_congested)
{
  const guint commits[] = { 3, 1, 1 };
  Facts facts = make (commits, 3, 1);

  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

/* Five lines are a part of the work, in one commit or in two; four are not. */
START_TEST (who_changed_a_line_or_two_passed_by)
{
  const struct {
    gint32 added, deleted;
    guint findings;
  } rows[] = { { 4, 0, 0 }, { 0, 4, 0 }, { 2, 3, 1 }, { -1, -1, 0 } };
  const guint commits[] = { 2, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = make (commits, 3, 1);
    ArdChange *last = ard_change (facts.corpus, facts.corpus->changes->len - 1);

    last->added = rows[i].added;
    last->deleted = rows[i].deleted;
    ard_change (facts.corpus, 0)->added = 2;
    ard_change (facts.corpus, 1)->added = 3;
    ck_assert_uint_eq (judge (&facts), rows[i].findings);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (who_helped_an_author_worked_with_that_author)
{
  const guint commits[] = { 1, 1 };
  Facts facts = make (commits, 2, 1);

  ard_commit (facts.corpus, 0)->n_people = 2;
  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (what_is_older_than_ninety_days_is_over)
{
  const guint commits[] = { 1, 1, 1 };
  Facts last = make (commits, 3, 88), over = make (commits, 3, 89);

  ck_assert_uint_eq (judge (&last), 1);
  ck_assert_uint_eq (judge (&over), 0);
  facts_free (&last);
  facts_free (&over);
}
END_TEST

START_TEST (a_bot_and_a_sweep_over_the_tree_are_nobody)
{
  const guint commits[] = { 1, 1, 1 };
  const guint flags[] = { ARD_COMMIT_BOT, ARD_COMMIT_MASS, ARD_COMMIT_IGNORED };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    Facts facts = make (commits, 3, 1);

    ard_commit (facts.corpus, 0)->flags |= flags[i];
    ck_assert_uint_eq (judge (&facts), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_shallow_clone_claims_nothing)
{
  const guint commits[] = { 1, 1, 1 };
  Facts facts = make (commits, 3, 1);

  facts.corpus->shallow = TRUE;
  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_value_is_the_number_of_people,      a_file_with_an_owner_is_visited_not_congested,
    who_changed_a_line_or_two_passed_by,    who_helped_an_author_worked_with_that_author,
    what_is_older_than_ninety_days_is_over, a_bot_and_a_sweep_over_the_tree_are_nobody,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("congested-file", tests, G_N_ELEMENTS (tests));
}
