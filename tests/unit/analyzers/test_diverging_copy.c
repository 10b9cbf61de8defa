#include "copies.h"

#define FIX (ARD_COMMIT_IN_WINDOW | ARD_COMMIT_FIX)

/* Files a.c, b.c and c.c of 100 lines, the first ninety of which are copies; fixes of b.c 20 and 30 days ago. */
static Facts
make_copies (void)
{
  Facts facts = facts_new ();
  const char *const paths[] = { "a.c", "b.c", "c.c" };

  set_thresholds (&facts, "diverging-copy", 1, 4);
  add_class (&facts, 3, 90);
  for (guint32 i = 0; i < G_N_ELEMENTS (paths); i++) {
    add_file (&facts, paths[i], 100);
    add_function (&facts, "run");
    add_copy (&facts, i, 1, 90, i);
  }
  add_change (&facts, 20, FIX, 3, 1);
  add_change (&facts, 30, FIX, 5, 2);
  return facts;
}

static void
add_missed (Facts *facts, guint32 file, guint32 fixed, guint32 fix, guint32 line)
{
  const ArdMissedFix row = {
    .fix = fix, .fixed = fixed, .file = file, .clone_class = 0, .start_line = line, .end_line = line + 1
  };

  g_array_append_val (facts->corpus->missed, row);
}

START_TEST (the_copy_that_fixes_did_not_reach_is_named_with_the_newest_of_them)
{
  Facts facts = make_copies ();

  add_missed (&facts, 0, 1, 0, 40);
  add_missed (&facts, 0, 1, 1, 60);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_uint_eq (found (&facts, 0)->other, 1);
  ck_assert_uint_eq (found (&facts, 0)->commit, 0);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 40);
  ck_assert_uint_eq (found (&facts, 0)->end_line, 41);
  ck_assert_double_eq (found (&facts, 0)->value, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (of_two_fixed_copies_the_one_with_more_fixes_is_named)
{
  Facts facts = make_copies ();

  add_missed (&facts, 0, 1, 0, 40);
  add_missed (&facts, 0, 2, 0, 40);
  add_missed (&facts, 0, 2, 1, 60);
  add_missed (&facts, 1, 2, 1, 60);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 2);
  ck_assert_uint_eq (found (&facts, 0)->other, 2);
  ck_assert_double_eq (found (&facts, 0)->value, 2);
  ck_assert_uint_eq (found (&facts, 1)->file, 1);
  ck_assert_double_eq (found (&facts, 1)->value, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (copies_that_missed_nothing_are_left_alone)
{
  Facts facts = make_copies ();

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (test_code_and_steps_of_a_database_are_left_alone)
{
  for (guint i = 0; i < 2; i++) {
    Facts facts = make_copies ();

    ard_file (facts.corpus, 0)->flags |= i == 0 ? ARD_FILE_TEST : ARD_FILE_MIGRATION;
    add_missed (&facts, 0, 1, 0, 40);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
    facts_free (&facts);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_copy_that_fixes_did_not_reach_is_named_with_the_newest_of_them,
    of_two_fixed_copies_the_one_with_more_fixes_is_named,
    copies_that_missed_nothing_are_left_alone,
    test_code_and_steps_of_a_database_are_left_alone,
  };

  return run_tests ("diverging-copy", tests, G_N_ELEMENTS (tests));
}
