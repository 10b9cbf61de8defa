#include "pairs.h"

/* Two files of two modules, changed together so often in so many changes each; a third stands between them. */
static Facts
make (guint32 together, guint32 one, guint32 other, double lift)
{
  Facts facts = facts_new ();
  const guint32 both[] = { 0, 2 };
  ArdCoupling pair = { 0, 2, together, one, other, (double) together / MIN (one, other), lift, TRUE, FALSE };

  set_thresholds (&facts, "change-coupling", 50, 90);
  add_code (&facts, "a/one.c", 0);
  add_code (&facts, "b/between.c", 1);
  add_code (&facts, "c/two.c", 2);
  g_array_append_val (facts.corpus->couplings, pair);
  add_commits (&facts, together, 1, both, 2);
  return facts;
}

static guint
judge (Facts *facts)
{
  fill_files (facts);
  return run_one (facts, &ard_analyzer_change_coupling);
}

/* 10 common changes, 12 and 20 of each: 2 x 10 / 32 = 62.5 %. */
START_TEST (the_value_is_the_common_share_of_the_mean_of_both_changes)
{
  Facts facts = make (10, 20, 12, 5);

  ck_assert_uint_eq (judge (&facts), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 62.5);
  ck_assert_uint_eq (found (&facts, 0)->file, 2);
  ck_assert_uint_eq (found (&facts, 0)->other, 0);
  ck_assert_str_eq (found (&facts, 0)->reason, "across-modules");
  ck_assert_double_eq (found (&facts, 0)->quantity, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (seven_common_changes_are_too_few)
{
  Facts seven = make (7, 7, 7, 5), eight = make (8, 8, 8, 5);

  ck_assert_uint_eq (judge (&seven), 0);
  ck_assert_uint_eq (judge (&eight), 1);
  facts_free (&seven);
  facts_free (&eight);
}
END_TEST

START_TEST (files_that_always_change_meet_by_chance)
{
  Facts facts = make (10, 10, 10, 1.9);

  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_use_that_can_be_seen_is_not_hidden)
{
  Facts facts = make (10, 10, 10, 5);

  ard_coupling (facts.corpus, 0)->depends = TRUE;
  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_header_and_its_source_are_one_unit)
{
  Facts facts = make (10, 10, 10, 5);

  ard_file (facts.corpus, 0)->path = "a/two.h";
  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_test_an_example_and_a_document_are_no_code)
{
  for (guint i = 0; i < 3; i++) {
    Facts facts = make (10, 10, 10, 5);

    if (i == 0)
      ard_file (facts.corpus, 0)->flags = ARD_FILE_TEST;
    if (i == 1)
      ard_file (facts.corpus, 0)->flags = ARD_FILE_EXAMPLE;
    if (i == 2)
      ard_file (facts.corpus, 0)->measured = FALSE;
    ck_assert_uint_eq (judge (&facts), 0);
    facts_free (&facts);
  }
}
END_TEST

/* The file between is used by both (or uses both) and changed in each of the common commits. */
START_TEST (what_ripples_through_a_third_file_explains_itself)
{
  for (guint i = 0; i < 2; i++) {
    Facts facts = make (10, 10, 10, 5);
    const guint32 all[] = { 0, 1, 2 };

    g_array_set_size (facts.corpus->commits, 0);
    g_array_set_size (facts.corpus->changes, 0);
    add_commits (&facts, 10, 1, all, 3);
    if (i == 0) {
      add_dependency (&facts, 0, 1, FALSE);
      add_dependency (&facts, 2, 1, FALSE);
    } else {
      add_dependency (&facts, 1, 0, FALSE);
      add_dependency (&facts, 1, 2, FALSE);
    }
    ck_assert_uint_eq (judge (&facts), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_third_file_that_only_one_of_them_uses_explains_nothing)
{
  Facts facts = make (10, 10, 10, 5);
  const guint32 all[] = { 0, 1, 2 };

  g_array_set_size (facts.corpus->commits, 0);
  g_array_set_size (facts.corpus->changes, 0);
  add_commits (&facts, 10, 1, all, 3);
  add_dependency (&facts, 0, 1, FALSE);
  add_dependency (&facts, 1, 2, FALSE);
  ck_assert_uint_eq (judge (&facts), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_series_of_patches_on_one_day_is_one_change)
{
  Facts facts = make (10, 10, 10, 5);

  for (guint32 i = 0; i < facts.corpus->commits->len; i++)
    ard_commit (facts.corpus, i)->time_s = NOW_S - DAY_S;
  ck_assert_uint_eq (judge (&facts), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_value_is_the_common_share_of_the_mean_of_both_changes,
    seven_common_changes_are_too_few,
    files_that_always_change_meet_by_chance,
    a_use_that_can_be_seen_is_not_hidden,
    a_header_and_its_source_are_one_unit,
    a_test_an_example_and_a_document_are_no_code,
    what_ripples_through_a_third_file_explains_itself,
    a_third_file_that_only_one_of_them_uses_explains_nothing,
    a_series_of_patches_on_one_day_is_one_change,
  };

  return run_tests ("change-coupling", tests, G_N_ELEMENTS (tests));
}
