#include "copies.h"

#define FIX (ARD_COMMIT_IN_WINDOW | ARD_COMMIT_FIX)

/* Files a.c and b.c of 100 lines, born 300 days ago, that are copies of each other from line 1 to end. */
static Facts
make_copies (guint32 end, guint32 type)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "diverging-copy", 1, 4);
  add_file (&facts, "a.c", 100)->birth_s = NOW_S - 300 * (gint64) DAY_S;
  add_function (&facts, "run");
  add_file (&facts, "b.c", 100)->birth_s = NOW_S - 300 * (gint64) DAY_S;
  add_function (&facts, "run");
  add_class (&facts, type, end);
  add_copy (&facts, 0, 1, end, 1);
  add_copy (&facts, 1, 1, end, type == 1 ? 1 : 2);
  return facts;
}

START_TEST (the_copy_that_a_fix_did_not_reach_is_named_with_the_commit)
{
  Facts facts = make_copies (90, 3);

  add_change (&facts, 20, FIX, 3, 1);
  add_change (&facts, 30, FIX, 5, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_uint_eq (found (&facts, 0)->other, 1);
  ck_assert_uint_eq (found (&facts, 0)->commit, 0);
  ck_assert_double_eq (found (&facts, 0)->value, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (equal_copies_have_not_diverged)
{
  Facts facts = make_copies (90, 1);

  add_change (&facts, 20, FIX, 3, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_small_part_of_a_file_may_not_be_what_was_fixed)
{
  Facts facts = make_copies (49, 3);

  add_change (&facts, 20, FIX, 3, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (neither_features_nor_rewrites_nor_sweeps_are_missed_fixes)
{
  const struct {
    guint flags;
    gint32 added;
  } rows[] = { { ARD_COMMIT_IN_WINDOW, 3 }, { FIX, 61 }, { FIX | ARD_COMMIT_MASS, 3 }, { ARD_COMMIT_FIX, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = make_copies (90, 3);

    add_change (&facts, 20, rows[i].flags, rows[i].added, 0);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_copy_touched_since_may_have_got_the_fix)
{
  Facts facts = make_copies (90, 3);

  ard_file (facts.corpus, 0)->birth_s = NOW_S - 10 * (gint64) DAY_S;
  add_change (&facts, 20, FIX, 3, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

/* The last commit changed a.c too. */
static void
write_other (Facts *facts)
{
  ArdCorpus *corpus = facts->corpus;
  ArdChange change = *ard_change (corpus, corpus->changes->len - 1);
  guint32 row = corpus->changes->len;

  change.file = 0;
  g_array_append_val (corpus->changes, change);
  ard_commit (corpus, change.commit)->n_changes++;
  g_array_insert_val (corpus->by_file, 0, row);
  ard_file (corpus, 0)->n_changes++;
  ard_file (corpus, 1)->first_change++;
}

/*
 * Copies a.c and b.c, 300 days old. A fix of b.c, 20 days ago, took out lines that were brought 200 days
 * ago by a commit that changed b.c, or both.
 */
static Facts
make_traced (gboolean wrote_both)
{
  Facts facts = facts_new ();
  const ArdOrigin origin = { 0, 1, 1, 1 };

  set_thresholds (&facts, "diverging-copy", 1, 4);
  add_file (&facts, "a.c", 100)->birth_s = NOW_S - 300 * (gint64) DAY_S;
  add_function (&facts, "run");
  add_file (&facts, "b.c", 100)->birth_s = NOW_S - 300 * (gint64) DAY_S;
  add_function (&facts, "run");
  add_class (&facts, 3, 90);
  add_copy (&facts, 0, 1, 90, 1);
  add_copy (&facts, 1, 1, 90, 2);
  add_change (&facts, 20, FIX, 3, 1);
  add_change (&facts, 200, ARD_COMMIT_IN_WINDOW, 9, 0);
  if (wrote_both)
    write_other (&facts);
  g_array_append_val (facts.corpus->origins, origin);
  return facts;
}

START_TEST (a_traced_fix_counts_where_one_commit_had_written_the_lines_into_both)
{
  Facts facts = make_traced (TRUE);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 0);
  ck_assert_str_eq (found (&facts, 0)->reason, "copy-origin");
  facts_free (&facts);
}
END_TEST

START_TEST (a_traced_fix_counts_where_the_lines_are_older_than_the_copy)
{
  Facts facts = make_traced (FALSE);

  ard_file (facts.corpus, 0)->birth_s = NOW_S - 100 * (gint64) DAY_S;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_str_eq (found (&facts, 0)->reason, "copy-origin");
  facts_free (&facts);
}
END_TEST

START_TEST (a_traced_fix_of_lines_that_stood_in_the_one_copy_alone_is_none_of_the_others)
{
  Facts facts = make_traced (FALSE);

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (files_without_functions_and_steps_of_a_database_are_left_alone)
{
  for (guint i = 0; i < 2; i++) {
    Facts facts = make_copies (90, 3);

    if (i == 0)
      ard_file (facts.corpus, 0)->n_functions = 0;
    else
      ard_file (facts.corpus, 0)->path = "Migrations/a.c";
    add_change (&facts, 20, FIX, 3, 1);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_shallow_clone_claims_nothing)
{
  Facts facts = make_copies (90, 3);

  facts.corpus->shallow = TRUE;
  add_change (&facts, 20, FIX, 3, 1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_copy_that_a_fix_did_not_reach_is_named_with_the_commit,
    equal_copies_have_not_diverged,
    a_small_part_of_a_file_may_not_be_what_was_fixed,
    neither_features_nor_rewrites_nor_sweeps_are_missed_fixes,
    a_copy_touched_since_may_have_got_the_fix,
    a_traced_fix_counts_where_one_commit_had_written_the_lines_into_both,
    a_traced_fix_counts_where_the_lines_are_older_than_the_copy,
    a_traced_fix_of_lines_that_stood_in_the_one_copy_alone_is_none_of_the_others,
    files_without_functions_and_steps_of_a_database_are_left_alone,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("diverging-copy", tests, G_N_ELEMENTS (tests));
}
