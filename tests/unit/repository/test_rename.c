/* What was renamed is known from how each repository was made. */
#include "made.h"

static ArdRepository *repository;
static ArdCommitRecord record;

static void
read_head (void)
{
  repository = made_open ();
  made_record (repository, "HEAD", &record);
}

static void
close_head (void)
{
  ard_commit_record_clear (&record);
  ard_repository_free (repository);
}

START_TEST (git_mv_keeps_the_history)
{
  made_do ("seq 1 9 > a; git add .; git commit -qm 1; mkdir d; git mv a d/b; git commit -qm 2");
  read_head ();
  ck_assert_uint_eq (record.changes->len, 2);
  ck_assert_int_eq (made_change (&record, "a")->status, 'D');
  ck_assert_int_eq (made_change (&record, "d/b")->status, 'A');
  ck_assert_str_eq (made_source (&record, "d/b"), "a");
  ck_assert (!record.renames_cut);
  close_head ();
}
END_TEST

START_TEST (a_swapped_pair_of_names_keeps_both_histories)
{
  made_do ("seq 1 9 > a; seq 20 29 > b; git add .; git commit -qm 1; mv a t; mv b a; mv t b; git commit -qam 2");
  read_head ();
  ck_assert_uint_eq (record.changes->len, 2);
  ck_assert_int_eq (made_change (&record, "a")->status, 'M');
  ck_assert_int_eq (made_change (&record, "b")->status, 'M');
  ck_assert_str_eq (made_source (&record, "a"), "b");
  ck_assert_str_eq (made_source (&record, "b"), "a");
  close_head ();
}
END_TEST

START_TEST (a_swap_of_files_that_are_nearly_alike_is_still_a_swap)
{
  made_do ("seq 1 99 > a; seq 2 99 > b; git add .; git commit -qm 1; mv a t; mv b a; mv t b; git commit -qam 2");
  read_head ();
  ck_assert_str_eq (made_source (&record, "a"), "b");
  ck_assert_str_eq (made_source (&record, "b"), "a");
  close_head ();
}
END_TEST

START_TEST (three_names_moved_round_keep_three_histories)
{
  made_do ("seq 1 9 > a; seq 20 29 > b; seq 30 39 > c; git add .; git commit -qm 1;"
           "mv a t; mv b a; mv c b; mv t c; git commit -qam 2");
  read_head ();
  ck_assert_str_eq (made_source (&record, "a"), "b");
  ck_assert_str_eq (made_source (&record, "b"), "c");
  ck_assert_str_eq (made_source (&record, "c"), "a");
  close_head ();
}
END_TEST

START_TEST (a_freed_name_used_for_a_new_file_does_not_inherit)
{
  made_do ("seq 1 9 > a; git add .; git commit -qm 1; git mv a b; seq 100 120 > a; git add .; git commit -qm 2");
  read_head ();
  ck_assert_int_eq (made_change (&record, "a")->status, 'M');
  ck_assert_int_eq (made_change (&record, "b")->status, 'A');
  ck_assert_str_eq (made_source (&record, "b"), "a");
  ck_assert_ptr_null (made_source (&record, "a"));
  close_head ();
}
END_TEST

START_TEST (a_freed_name_taken_by_another_file_inherits_that_ones_history)
{
  made_do ("seq 1 9 > a; seq 50 70 > c; git add .; git commit -qm 1; git mv a b; git mv c a; git commit -qm 2");
  read_head ();
  ck_assert_int_eq (made_change (&record, "a")->status, 'M');
  ck_assert_str_eq (made_source (&record, "b"), "a");
  ck_assert_str_eq (made_source (&record, "a"), "c");
  ck_assert_ptr_null (made_source (&record, "c"));
  close_head ();
}
END_TEST

START_TEST (a_copy_is_not_a_rename)
{
  made_do ("seq 1 9 > a; git add .; git commit -qm 1; cp a b; git add .; git commit -qm 2");
  read_head ();
  ck_assert_uint_eq (record.changes->len, 1);
  ck_assert_ptr_null (made_source (&record, "b"));
  close_head ();
}
END_TEST

START_TEST (a_copy_whose_original_is_edited_too_is_not_a_rename)
{
  made_do ("seq 1 99 > a; git add .; git commit -qm 1; cp a b; echo more >> a; git add .; git commit -qm 2");
  read_head ();
  ck_assert_ptr_null (made_source (&record, "b"));
  ck_assert_ptr_null (made_source (&record, "a"));
  close_head ();
}
END_TEST

START_TEST (a_file_made_equal_to_a_removed_twin_keeps_its_own_history)
{
  made_do ("seq 1 99 > a; seq 1 98 > b; git add .; git commit -qm 1; cp a b; git rm -q a; git commit -qam 2");
  read_head ();
  ck_assert_ptr_null (made_source (&record, "b"));
  close_head ();
}
END_TEST

START_TEST (empty_files_are_never_partners)
{
  made_do (": > a; seq 1 5 > k; git add .; git commit -qm 1; git mv a b; git commit -qm 2");
  read_head ();
  ck_assert_uint_eq (record.changes->len, 2);
  ck_assert_ptr_null (made_source (&record, "b"));
  close_head ();
}
END_TEST

START_TEST (equal_files_find_the_one_of_their_own_name)
{
  made_do ("mkdir x y; seq 1 9 > x/one; cp x/one x/two; git add .; git commit -qm 1;"
           "git mv x/two y/two; git mv x/one y/one; git commit -qm 2");
  read_head ();
  ck_assert_str_eq (made_source (&record, "y/one"), "x/one");
  ck_assert_str_eq (made_source (&record, "y/two"), "x/two");
  close_head ();
}
END_TEST

START_TEST (one_source_has_one_heir)
{
  made_do ("seq 1 9 > a; git add .; git commit -qm 1; cp a b; git mv a c; git add .; git commit -qm 2");
  read_head ();
  ck_assert_str_eq (made_source (&record, "b"), "a");
  ck_assert_ptr_null (made_source (&record, "c"));
  close_head ();
}
END_TEST

START_TEST (an_edited_move_is_a_rename_from_half_its_bytes_on)
{
  /* 40 lines of 10 bytes: 24 kept are 60 %, 12 kept are 30 %. git -M agrees, asked in the next test. */
  made_do ("for i in $(seq -w 1 40); do echo \"line   $i\"; done > a; cp a e; git add .; git commit -qm 1;"
           "{ head -24 a; for i in $(seq -w 1 16); do echo \"other  $i\"; done; } > b;"
           "{ head -12 e; for i in $(seq -w 1 28); do echo \"third  $i\"; done; } > f;"
           "git rm -q a e; git add .; git commit -qm 2");
  read_head ();
  ck_assert_str_eq (made_source (&record, "b"), "a");
  ck_assert_ptr_null (made_source (&record, "f"));
  close_head ();
}
END_TEST

/* "new old" of every rename, by git's own search. */
START_TEST (renames_of_edited_files_are_those_git_finds)
{
  made_do ("mkdir s t; for f in 1 2 3 4 5 6 7 8; do for i in $(seq 1 60); do echo \"file $f has line $((i * f))\"; "
           "done > s/f$f;"
           "done; git add .; git commit -qm 1;"
           "for f in 1 2 3 4 5 6 7 8; do { head -$((f * 7)) s/f$f; seq $f 40; } > t/g$f; done;"
           "git rm -qr s; git add .; git commit -qm 2");
  read_head ();

  g_autofree char *git =
      made_run ("git diff-tree -r -M50% --diff-filter=R --name-status HEAD~ HEAD | cut -f2,3 | sort -k2");
  g_autoptr (GString) ours = g_string_new (NULL);

  for (guint i = 0; i < record.changes->len; i++) {
    const ArdRecordChange *change = &g_array_index (record.changes, ArdRecordChange, i);

    if (change->renamed_from != ARD_NONE)
      g_string_append_printf (ours, "%s\t%s\n", made_source (&record, change->path), change->path);
  }
  ck_assert_str_eq (ours->str, git);
  ck_assert_uint_gt (strlen (git), 0);
  close_head ();
}
END_TEST

START_TEST (too_many_candidates_are_cut_and_said_so)
{
  made_do (
      "mkdir s t; for i in $(seq 1 250); do echo \"$i a b c $i\" > s/$i; seq $i $((i + 9)) >> s/$i; done; git add .;"
      "git commit -qm 1; for i in $(seq 1 250); do { cat s/$i; echo x; } > t/n$i; done; git mv s/7 moved;"
      "git rm -qr s; git add .; git commit -qm 2");
  read_head ();
  ck_assert (record.renames_cut);
  ck_assert_str_eq (made_source (&record, "moved"), "s/7");
  close_head ();
}
END_TEST

START_TEST (beyond_the_budget_files_of_the_same_name_still_meet)
{
  made_do (
      "mkdir s t; for i in $(seq 1 250); do echo \"$i a b c $i\" > s/$i; seq $i $((i + 9)) >> s/$i; done; git add .;"
      "git commit -qm 1; for i in $(seq 1 250); do { cat s/$i; echo x; } > t/$i; done;"
      "git rm -qr s; git add .; git commit -qm 2");
  read_head ();
  ck_assert (record.renames_cut);
  ck_assert_str_eq (made_source (&record, "t/7"), "s/7");
  ck_assert_str_eq (made_source (&record, "t/250"), "s/250");
  close_head ();
}
END_TEST

START_TEST (files_too_large_for_likeness_are_matched_by_id_only)
{
  made_do ("seq 1 700000 > a; seq 2 700000 > c; git add .; git commit -qm 1; git mv a b; git mv c d; echo x >> b; git "
           "add .; git commit -qm 2");
  read_head ();
  ck_assert_ptr_null (made_source (&record, "b"));
  ck_assert_str_eq (made_source (&record, "d"), "c");
  ck_assert (record.renames_cut);
  close_head ();
}
END_TEST

START_TEST (a_symbolic_link_is_no_heir_of_a_file)
{
  made_do ("printf target > a; git add .; git commit -qm 1; git rm -q a; ln -s target b; git add .; git commit -qm 2");
  read_head ();
  ck_assert_ptr_null (made_source (&record, "b"));
  close_head ();
}
END_TEST

START_TEST (between_two_trees_the_table_leads_from_new_to_old)
{
  made_do ("seq 1 99 > a; seq 200 250 > b; seq 300 350 > c; git add .; git commit -qm 1;"
           "git mv a d; echo x >> d; git commit -qam 2; mv b t; mv c b; mv t c; git commit -qam 3");

  g_autoptr (ArdRepository) handle = made_open ();
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdOid base = made_commit (handle, "HEAD~2"), head = made_commit (handle, "HEAD");
  g_autoptr (GHashTable) table = ard_repository_renames (handle, &base, &head, settings, NULL);

  ck_assert_uint_eq (g_hash_table_size (table), 3);
  ck_assert_str_eq (g_hash_table_lookup (table, "d"), "a");
  ck_assert_str_eq (g_hash_table_lookup (table, "b"), "c");
  ck_assert_str_eq (g_hash_table_lookup (table, "c"), "b");
}
END_TEST

START_TEST (the_work_tree_counts_as_a_tree)
{
  made_do (
      "seq 1 99 > a; seq 200 250 > b; ln -s a l; git add .; git commit -qm 1; mkdir d; mv a d/e; echo x >> d/e; mv b f;"
      "echo ignored > .gitignore; seq 1 99 > ignored");

  g_autoptr (ArdRepository) handle = made_open ();
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdOid base = made_commit (handle, "HEAD");
  g_autoptr (GHashTable) table = ard_repository_renames (handle, &base, NULL, settings, NULL);

  ck_assert_uint_eq (g_hash_table_size (table), 2);
  ck_assert_str_eq (g_hash_table_lookup (table, "d/e"), "a");
  ck_assert_str_eq (g_hash_table_lookup (table, "f"), "b");
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("rename");

  tcase_add_test (tests, git_mv_keeps_the_history);
  tcase_add_test (tests, a_swapped_pair_of_names_keeps_both_histories);
  tcase_add_test (tests, a_swap_of_files_that_are_nearly_alike_is_still_a_swap);
  tcase_add_test (tests, three_names_moved_round_keep_three_histories);
  tcase_add_test (tests, a_freed_name_used_for_a_new_file_does_not_inherit);
  tcase_add_test (tests, a_freed_name_taken_by_another_file_inherits_that_ones_history);
  tcase_add_test (tests, a_copy_is_not_a_rename);
  tcase_add_test (tests, a_copy_whose_original_is_edited_too_is_not_a_rename);
  tcase_add_test (tests, a_file_made_equal_to_a_removed_twin_keeps_its_own_history);
  tcase_add_test (tests, empty_files_are_never_partners);
  tcase_add_test (tests, equal_files_find_the_one_of_their_own_name);
  tcase_add_test (tests, one_source_has_one_heir);
  tcase_add_test (tests, an_edited_move_is_a_rename_from_half_its_bytes_on);
  tcase_add_test (tests, renames_of_edited_files_are_those_git_finds);
  tcase_add_test (tests, too_many_candidates_are_cut_and_said_so);
  tcase_add_test (tests, beyond_the_budget_files_of_the_same_name_still_meet);
  tcase_add_test (tests, files_too_large_for_likeness_are_matched_by_id_only);
  tcase_add_test (tests, a_symbolic_link_is_no_heir_of_a_file);
  tcase_add_test (tests, between_two_trees_the_table_leads_from_new_to_old);
  tcase_add_test (tests, the_work_tree_counts_as_a_tree);
  return made_suite ("rename", tests);
}
