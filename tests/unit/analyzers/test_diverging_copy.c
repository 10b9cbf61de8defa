#include "copies.h"

#define FIX (ARD_COMMIT_IN_WINDOW | ARD_COMMIT_FIX)

/* Files a.c and b.c of 100 lines, born 300 days ago, that are copies of each other from line 1 to end. */
static Facts
make_copies (guint32 end, guint32 type)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "diverging-copy", 1, 4);
  add_file (&facts, "a.c", 100)->birth_s = NOW_S - 300 * (gint64) DAY_S;
  add_file (&facts, "b.c", 100)->birth_s = NOW_S - 300 * (gint64) DAY_S;
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

/*
 * Two functions of 40 lines, copies of each other, of two files of 400 lines or of one, whose
 * past versions were read; born 300 days ago. No copy is most of a file.
 */
static Facts
make_functions (gboolean same_file)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "diverging-copy", 1, 4);
  for (guint i = 0; i < 2; i++) {
    if (i == 0 || !same_file)
      add_file (&facts, i == 0 ? "a.c" : "b.c", 400)->birth_s = NOW_S - 300 * (gint64) DAY_S;

    ArdFunction *function = add_function (&facts, i == 0 ? "read" : "write");

    function->start_line = 1 + 100 * i;
    function->end_line = 40 + 100 * i;
    ard_function (facts.corpus, i)->traced = TRUE;
  }
  add_class (&facts, 3, 40);
  for (guint i = 0; i < 2; i++) {
    add_copy (&facts, same_file ? 0 : i, 1 + 100 * i, 40 + 100 * i, 1 + i);
    ard_clone_copy (facts.corpus, i)->function = i;
  }
  return facts;
}

/* The last commit changed that function's own lines; add those of the first function first. */
static void
add_revision (Facts *facts, guint32 function, guint32 commit, guint32 added, gboolean code)
{
  ArdFunctionRevision row = { function, commit, added, 0, code };
  ArdCorpusFunction *changed = ard_function (facts->corpus, function);

  if (changed->n_revisions++ == 0)
    changed->first_revision = facts->corpus->function_revisions->len;
  g_array_append_val (facts->corpus->function_revisions, row);
}

/* The newest commit is a fix of write, 20 days ago; the next changed read, 30 days ago. */
static Facts
make_fixed_function (gboolean same_file)
{
  Facts facts = make_functions (same_file);

  add_change (&facts, 20, FIX, 3, 1);
  add_change (&facts, 30, ARD_COMMIT_IN_WINDOW, 5, 2);
  add_revision (&facts, 0, 1, 5, TRUE);
  return facts;
}

START_TEST (the_history_of_functions_finds_the_fix_that_one_of_two_in_large_files_missed)
{
  Facts facts = make_fixed_function (FALSE);

  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_uint_eq (found (&facts, 0)->function, 0);
  ck_assert_uint_eq (found (&facts, 0)->other, 1);
  ck_assert_uint_eq (found (&facts, 0)->commit, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_function_that_was_changed_with_or_after_the_fix_did_not_miss_it)
{
  Facts facts = make_functions (FALSE);

  add_change (&facts, 20, FIX, 3, 1);
  add_revision (&facts, 0, 0, 3, TRUE);
  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_fix_elsewhere_in_the_file_or_in_comments_or_one_that_wrote_the_function_is_not_missed)
{
  const struct {
    guint32 function, added;
    gboolean code;
  } rows[] = { { ARD_NONE, 3, TRUE }, { 1, 3, FALSE }, { 1, 20, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = make_fixed_function (FALSE);

    if (rows[i].function != ARD_NONE)
      add_revision (&facts, rows[i].function, 0, rows[i].added, rows[i].code);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
    facts_free (&facts);
  }
}
END_TEST

/* Commit 2, 100 days ago, brought what the fix took out of write's file. */
static void
trace_fix (Facts *facts)
{
  ArdOrigin origin = { 0, 2, ard_function (facts->corpus, 1)->file, 1 };

  add_change (facts, 100, ARD_COMMIT_IN_WINDOW, 9, 0);
  g_array_append_val (facts->corpus->origins, origin);
}

START_TEST (two_in_one_file_were_before_the_eyes_of_who_mended_one)
{
  Facts facts = make_fixed_function (TRUE);

  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (functions_of_a_few_lines_are_alike_by_chance)
{
  Facts facts = make_fixed_function (FALSE);

  for (guint i = 0; i < 2; i++) {
    ard_function (facts.corpus, i)->facts.end_line = 9 + 100 * i;
    ard_clone_copy (facts.corpus, i)->end_line = 9 + 100 * i;
  }
  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_traced_fix_counts_where_one_commit_had_written_the_lines_into_both)
{
  Facts facts = make_fixed_function (FALSE);

  trace_fix (&facts);
  add_revision (&facts, 0, 2, 9, TRUE);
  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_str_eq (found (&facts, 0)->reason, "copy-origin");
  facts_free (&facts);
}
END_TEST

START_TEST (a_traced_fix_counts_where_the_lines_are_older_than_the_copy)
{
  Facts facts = make_fixed_function (FALSE);

  trace_fix (&facts);
  ard_file (facts.corpus, 0)->birth_s = NOW_S - 50 * (gint64) DAY_S;
  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 1);
  ck_assert_str_eq (found (&facts, 0)->reason, "copy-origin");
  facts_free (&facts);
}
END_TEST

START_TEST (a_traced_fix_of_lines_that_stood_in_the_one_copy_alone_is_none_of_the_others)
{
  Facts facts = make_functions (FALSE);

  add_change (&facts, 20, FIX, 3, 1);
  add_change (&facts, 200, ARD_COMMIT_IN_WINDOW, 5, 2);
  add_revision (&facts, 0, 1, 5, TRUE);
  trace_fix (&facts);
  add_revision (&facts, 1, 0, 3, TRUE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_diverging_copy), 0);
  facts_free (&facts);
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
    the_history_of_functions_finds_the_fix_that_one_of_two_in_large_files_missed,
    a_function_that_was_changed_with_or_after_the_fix_did_not_miss_it,
    a_fix_elsewhere_in_the_file_or_in_comments_or_one_that_wrote_the_function_is_not_missed,
    two_in_one_file_were_before_the_eyes_of_who_mended_one,
    functions_of_a_few_lines_are_alike_by_chance,
    a_traced_fix_counts_where_one_commit_had_written_the_lines_into_both,
    a_traced_fix_counts_where_the_lines_are_older_than_the_copy,
    a_traced_fix_of_lines_that_stood_in_the_one_copy_alone_is_none_of_the_others,
    a_shallow_clone_claims_nothing,
  };

  return run_tests ("diverging-copy", tests, G_N_ELEMENTS (tests));
}
