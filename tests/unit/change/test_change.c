#include "made.h"

typedef struct {
  ArdCorpus *corpus;
  ArdSettings *settings;
} Case;

/* Four files in three modules. */
static Case
begin (void)
{
  Case it = { ard_corpus_new (), ard_settings_new () };

  it.corpus->now_s = NOW_S;
  it.settings->coupling_max_files = 4;
  it.settings->coupling_min_support = 2;
  it.settings->coupling_min_confidence = 0.5;
  add_file (it.corpus, "a/0.c", 0);
  add_file (it.corpus, "a/1.c", 0);
  add_file (it.corpus, "b/2.c", 1);
  add_file (it.corpus, "c/3.c", 2);
  g_array_set_size (it.corpus->modules, 3);
  return it;
}

static void
end (Case *it)
{
  ard_corpus_free (it->corpus);
  ard_settings_free (it->settings);
}

/* 0 changed 3 times, 2 twice, both twice, 4 sets: confidence 2/2, lift 2 x 4 / (3 x 2). */
START_TEST (support_confidence_and_lift_are_those_of_the_definitions)
{
  Case it = begin ();

  add_commit (it.corpus, 1, "0 2");
  add_commit (it.corpus, 2, "0 2");
  add_commit (it.corpus, 3, "0");
  add_commit (it.corpus, 4, "3");
  ard_change_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->couplings->len, 1);

  const ArdCoupling *pair = ard_coupling (it.corpus, 0);

  ck_assert_uint_eq (pair->one, 0);
  ck_assert_uint_eq (pair->other, 2);
  ck_assert_uint_eq (pair->together, 2);
  ck_assert_uint_eq (pair->revisions_one, 3);
  ck_assert_uint_eq (pair->revisions_other, 2);
  ck_assert_double_eq (pair->confidence, 1);
  ck_assert_double_eq_tol (pair->lift, 8 / 6.0, 1e-9);
  ck_assert (pair->across);
  ck_assert (!pair->depends);
  end (&it);
}
END_TEST

START_TEST (a_set_of_too_many_files_counts_nowhere)
{
  Case it = begin ();

  add_commit (it.corpus, 1, "0 1 2 3 9");
  add_commit (it.corpus, 2, "0 1 2 9");
  add_commit (it.corpus, 3, "0 1 2 9");
  ard_change_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->couplings->len, 3);
  ck_assert_uint_eq (ard_coupling (it.corpus, 0)->revisions_one, 2);
  end (&it);
}
END_TEST

START_TEST (a_rename_is_one_file_of_its_two_rows)
{
  Case it = begin ();

  it.settings->coupling_max_files = 2;
  for (guint i = 0; i < 2; i++) {
    const ArdCommit *commit = add_commit (it.corpus, i, "0 0 1");

    ard_change (it.corpus, commit->first_change)->status = 'D';
    ard_change (it.corpus, commit->first_change + 1)->renamed_from = commit->first_change;
  }
  ard_change_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->couplings->len, 1);
  ck_assert_uint_eq (ard_coupling (it.corpus, 0)->together, 2);
  end (&it);
}
END_TEST

START_TEST (merges_bots_sweeps_and_the_past_count_nowhere)
{
  const guint flags[] = { ARD_COMMIT_IN_WINDOW | ARD_COMMIT_MERGE, ARD_COMMIT_IN_WINDOW | ARD_COMMIT_BOT,
                          ARD_COMMIT_IN_WINDOW | ARD_COMMIT_MASS, ARD_COMMIT_IN_WINDOW | ARD_COMMIT_IGNORED, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    Case it = begin ();

    add_commit (it.corpus, 1, "0 1");
    add_commit (it.corpus, 2, "0 1")->flags = flags[i];
    ard_change_find (it.corpus, it.settings);
    ck_assert_uint_eq (it.corpus->couplings->len, 0);
    end (&it);
  }
}
END_TEST

START_TEST (generated_files_are_left_out)
{
  Case it = begin ();

  ard_file (it.corpus, 1)->flags = ARD_FILE_GENERATED;
  add_commit (it.corpus, 1, "0 1");
  add_commit (it.corpus, 2, "0 1");
  ard_change_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->couplings->len, 0);
  end (&it);
}
END_TEST

/* Both commits of one day: one set with the settings' word, two without. */
START_TEST (the_commits_of_a_day_are_one_set_when_asked)
{
  for (guint same_day = 0; same_day < 2; same_day++) {
    Case it = begin ();

    it.settings->coupling_same_day = same_day;
    it.settings->coupling_min_support = 1;
    add_commit (it.corpus, 1, "0");
    add_commit (it.corpus, 1, "1");
    ard_change_find (it.corpus, it.settings);
    ck_assert_uint_eq (it.corpus->couplings->len, same_day);
    end (&it);
  }
}
END_TEST

/* 0 includes 1, which includes 2. */
START_TEST (an_include_reaches_through_others_an_import_does_not)
{
  for (guint c = 0; c < 2; c++) {
    Case it = begin ();
    const ArdDependency uses[] = { { 0, 1, 1, FALSE }, { 1, 2, 1, FALSE } };

    for (guint i = 0; i < 2; i++) {
      ard_file (it.corpus, i)->first_dependency = i;
      ard_file (it.corpus, i)->n_dependencies = 1;
      g_array_append_val (it.corpus->dependencies, uses[i]);
    }
    for (guint i = 0; i < 3; i++)
      ard_file (it.corpus, i)->language = c ? "C" : "Java";
    add_commit (it.corpus, 1, "0 2");
    add_commit (it.corpus, 2, "0 2");
    ard_change_find (it.corpus, it.settings);
    ck_assert_int_eq (ard_coupling (it.corpus, 0)->depends, c);
    end (&it);
  }
}
END_TEST

START_TEST (a_use_in_either_direction_is_told)
{
  for (guint i = 0; i < 2; i++) {
    Case it = begin ();
    ArdDependency use = { i, 1 - i, 1, FALSE };

    ard_file (it.corpus, i)->n_dependencies = 1;
    g_array_append_val (it.corpus->dependencies, use);
    add_commit (it.corpus, 1, "0 1");
    add_commit (it.corpus, 2, "0 1");
    ard_change_find (it.corpus, it.settings);
    ck_assert (ard_coupling (it.corpus, 0)->depends);
    ck_assert (!ard_coupling (it.corpus, 0)->across);
    end (&it);
  }
}
END_TEST

/* File 0 with 2 other modules, with none (file 1 is of its own), with 1: the median is 1; other files 3, 1, 1: 1. */
START_TEST (scatter_is_the_median_of_other_modules_and_files)
{
  Case it = begin ();

  add_commit (it.corpus, 1, "0 1 2 3");
  add_commit (it.corpus, 2, "0 1");
  add_commit (it.corpus, 3, "0 3");
  ard_change_find (it.corpus, it.settings);

  const ArdScatter *row = ard_scatter (it.corpus, 0);

  ck_assert_uint_eq (row->file, 0);
  ck_assert_uint_eq (row->sets, 3);
  ck_assert_double_eq (row->modules, 1);
  ck_assert_double_eq (row->files, 1);
  ck_assert_double_eq (row->wide, 0);
  end (&it);
}
END_TEST

START_TEST (tests_do_not_scatter_a_change)
{
  Case it = begin ();

  ard_file (it.corpus, 2)->flags = ARD_FILE_TEST;
  add_commit (it.corpus, 1, "0 2");
  ard_change_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->scatter->len, 1);
  ck_assert_double_eq (ard_scatter (it.corpus, 0)->modules, 0);
  end (&it);
}
END_TEST

START_TEST (a_shallow_clone_has_no_pairs)
{
  Case it = begin ();

  it.corpus->shallow = TRUE;
  add_commit (it.corpus, 1, "0 1");
  add_commit (it.corpus, 2, "0 1");
  ard_change_find (it.corpus, it.settings);
  ck_assert_uint_eq (it.corpus->couplings->len, 0);
  ck_assert_uint_eq (it.corpus->scatter->len, 0);
  end (&it);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    support_confidence_and_lift_are_those_of_the_definitions,
    a_set_of_too_many_files_counts_nowhere,
    a_rename_is_one_file_of_its_two_rows,
    merges_bots_sweeps_and_the_past_count_nowhere,
    generated_files_are_left_out,
    the_commits_of_a_day_are_one_set_when_asked,
    an_include_reaches_through_others_an_import_does_not,
    a_use_in_either_direction_is_told,
    scatter_is_the_median_of_other_modules_and_files,
    tests_do_not_scatter_a_change,
    a_shallow_clone_has_no_pairs,
  };

  return run_tests ("change", tests, G_N_ELEMENTS (tests));
}
