/* Expected rows are those of git itself, asked on the same repository. */
#include "made.h"

/* All rows of HEAD's history as "added\tdeleted\tpath\n", newest commit first, by the code under test. */
static char *
our_rows (void)
{
  g_autoptr (ArdRepository) repository = made_open ();
  ArdOid head = made_commit (repository, "HEAD");
  g_autoptr (GArray) list = ard_history_list (repository, &head, NULL, NULL);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    g_auto (ArdCommitRecord) record;
    const ArdOid *commit = &g_array_index (list, ArdOid, i);
    g_autofree char *hex = ard_oid_to_hex (repository, commit);

    ard_commit_record_init (&record);
    ck_assert (ard_history_record (repository, commit, TRUE, 50, &record, NULL));
    ck_assert (record.counted);
    g_string_append_printf (rows, "%s\n", hex);
    for (guint j = 0; j < record.changes->len; j++) {
      const ArdRecordChange *change = &g_array_index (record.changes, ArdRecordChange, j);

      if (change->added < 0)
        g_string_append (rows, "-\t-\t");
      else
        g_string_append_printf (rows, "%d\t%d\t", change->added, change->deleted);
      g_string_append_printf (rows, "%s\n", change->path);
    }
  }
  return g_string_free (rows, FALSE);
}

static void
check_rows (void)
{
  g_autofree char *git = made_run (
      "git log --date-order --numstat --no-renames --format=%H -z 2>/dev/null | tr '\\000' '\\n' | sed '/^$/d'");
  g_autofree char *ours = our_rows ();

  ck_assert_str_eq (ours, git);
}

START_TEST (rows_of_ordinary_changes_are_gits)
{
  made_do ("seq 1 50 > a; mkdir -p d/e; seq 1 9 > d/e/b; : > empty; printf 'no newline' > n;"
           "git add .; git commit -qm 1");
  made_do ("sed -i '5d;20s/^/x/' a; printf 'no newline\\nnow' > n; rm empty; git add -A; git commit -qm 2");
  made_do ("rm -r d; seq 1 3 > d; seq 90 99 > d.c; git add -A; git commit -qm 3");
  made_do ("rm d; mkdir d; seq 3 8 > d/x; git add -A; git commit -qm 4");
  made_do ("git commit -q --allow-empty -m 5");
  check_rows ();
}
END_TEST

START_TEST (rows_of_binaries_modes_and_types_are_gits)
{
  made_do ("printf 'a\\0b' > bin; seq 1 5 > t; seq 1 4 > later; ln -s t link; git add .; git commit -qm 1");
  made_do ("chmod +x t bin; git add -A; git commit -qm mode-only");
  made_do ("printf 'a\\0c' > bin; printf 'x\\0' > later; rm t; ln -s bin t; rm link; seq 1 3 > link;"
           "git add -A; git commit -qm types");
  made_do ("rm bin; git add -A; git commit -qm removed");
  made_do ("ln -sf elsewhere t; git add -A; git commit -qm retargeted");
  made_do ("{ head -c 8000 /dev/zero | tr '\\0' a; printf '\\0'; } > late; git add -A; git commit -qm late-nul");
  check_rows ();
}
END_TEST

START_TEST (rows_of_submodules_are_gits)
{
  made_do ("git update-index --add --cacheinfo 160000,1111111111111111111111111111111111111111,sub; git commit -qm 1");
  made_do ("git update-index --add --cacheinfo 160000,2222222222222222222222222222222222222222,sub; git commit -qm 2");
  made_do ("git update-index --force-remove sub; seq 1 3 > sub; git add sub; git commit -qm 3");
  made_do ("rm sub; git update-index --force-remove sub;"
           "git update-index --add --cacheinfo 160000,2222222222222222222222222222222222222222,sub; git commit -qm 4");
  made_do ("git update-index --force-remove sub; git commit -qm 5");
  check_rows ();
  made_do ("printf '[submodule \"s\"]\\n path = sub\\n url = x\\n ignore = all\\n' > .gitmodules;"
           "git add .gitmodules; git commit -qm 6");
  check_rows ();
}
END_TEST

START_TEST (rows_of_a_merge_are_none)
{
  made_do ("seq 1 5 > a; git add .; git commit -qm 1; git checkout -qb side; seq 1 6 > a; git commit -qam 2;"
           "export GIT_COMMITTER_DATE='1700000100 +0000'; git checkout -q main; seq 2 4 > b; git add b; git commit -qm "
           "3; git merge -q side -m 4");
  check_rows ();

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record;

  made_record (repository, "HEAD", &record);
  ck_assert_uint_eq (record.changes->len, 0);
}
END_TEST

static void
make_attributed (void)
{
  made_do ("seq 1 5 > a.txt; seq 1 5 > b.dat; printf 'x\\0y' > c.bin; seq 1 5 > keep.odd; mkdir d; seq 1 3 > d/z.txt;"
           "seq 1 7 > m.mac; git add .; git commit -qm 1");
  made_do (
      "printf '*.dat binary\\n*.bin diff\\n*.odd diff=odd\\n[attr]mine -diff\\n*.mac mine\\n' > .gitattributes;"
      "echo 'z.txt -diff' > d/.gitattributes; for f in a.txt b.dat c.bin keep.odd d/z.txt m.mac; do echo more >> $f;"
      "done; git add .; git commit -qm 2; chmod +x b.dat a.txt; git commit -qam 3");
}

START_TEST (attributes_of_the_work_tree_speak_as_they_do_for_git)
{
  make_attributed ();
  check_rows ();
  made_do ("git config diff.odd.binary true");
  check_rows ();
  made_do ("printf '*.txt -diff\\n' > .git/info/attributes; printf '*.odd -diff\\n' > .gitattributes");
  check_rows ();
  made_do ("rm .gitattributes");
  check_rows ();
}
END_TEST

START_TEST (a_bare_repository_asks_its_own_attributes_only)
{
  make_attributed ();
  made_do (
      "git config core.bare true; mv .git bare.git; rm -rf .gitattributes d *.txt; mv bare.git/* .; rm -r bare.git");
  check_rows ();
  made_do ("echo '*.txt -diff' > info/attributes");
  check_rows ();
}
END_TEST

START_TEST (rows_of_a_shallow_clone_are_gits)
{
  made_do ("for i in 1 2 3 4; do seq $i 9 > a; echo $i > f$i; git add .; git commit -qm $i; done;"
           "git clone -q --depth 2 file://$PWD s; rm -rf .git; mv s/.git .");
  check_rows ();
}
END_TEST

START_TEST (hostile_names_pass_through)
{
  made_do ("printf 'blob\\nmark :1\\ndata 2\\nx\\n\\ncommit refs/heads/main\\ncommitter A <a@b> 1700000000 "
           "+0000\\ndata 1\\nm\\n"
           "M 644 :1 \"<script>alert(1)</script>\"\\nM 644 :1 \"new\\\\nline\"\\nM 644 :1 \"quote\\\\\"d'"
           "\"'\"'x\"\\nM 644 :1 \"]]>\"\\nM 644 :1 \"inv\\\\377\\\\376alid\"\\nM 644 :1 \"tab\\\\t\"\\n"
           "M 644 :1 \"-rf\"\\nM 644 :1 \":(top)x\"\\nM 644 :1 \"back\\\\\\\\slash\"\\n' | git fast-import --quiet");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record;

  made_record (repository, "HEAD", &record);
  ck_assert_uint_eq (record.changes->len, 9);
  ck_assert_ptr_nonnull (made_change (&record, "<script>alert(1)</script>"));
  ck_assert_ptr_nonnull (made_change (&record, "new\nline"));
  ck_assert_ptr_nonnull (made_change (&record, "quote\"d'x"));
  ck_assert_ptr_nonnull (made_change (&record, "]]>"));
  ck_assert_ptr_nonnull (made_change (&record, "inv\377\376alid"));
  ck_assert_ptr_nonnull (made_change (&record, "tab\t"));
  ck_assert_ptr_nonnull (made_change (&record, ":(top)x"));
  ck_assert_ptr_nonnull (made_change (&record, "back\\slash"));
  for (guint i = 1; i < record.changes->len; i++)
    ck_assert_int_lt (strcmp (g_array_index (record.changes, ArdRecordChange, i - 1).path,
                              g_array_index (record.changes, ArdRecordChange, i).path),
                      0);
}
END_TEST

START_TEST (a_path_of_four_kibibytes_is_a_row)
{
  made_do ("p=$(for i in $(seq 1 41); do printf '%099d/' $i; done)f;"
           "printf 'commit refs/heads/main\\ncommitter A <a@b> 1700000000 +0000\\ndata 1\\nm\\n"
           "M 644 inline %s\\ndata 2\\nx\\n\\n' \"$p\" | git fast-import --quiet 2>&1");
  check_rows ();

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record;

  made_record (repository, "HEAD", &record);
  ck_assert_uint_eq (strlen (g_array_index (record.changes, ArdRecordChange, 0).path), 41 * 100 + 1);
}
END_TEST

/* A raw tree object with entries that git would not write; HEAD is a commit of it. */
static void
commit_raw_tree (const char *raw)
{
  g_autofree char *script =
      g_strdup_printf ("b=$(seq 1 3 | git hash-object -w --stdin); x=$(printf $b | sed 's/../\\\\x&/g');"
                       "t=$(printf \"%s\" | git hash-object -w --literally -t tree --stdin);"
                       "c=$(git commit-tree -m m $t); git update-ref HEAD $c",
                       raw);

  made_do (script);
}

START_TEST (a_tree_out_of_order_or_with_doubles_gives_sorted_single_rows)
{
  commit_raw_tree ("100644 b\\\\0$x\"\"100644 a\\\\0$x\"\"100644 b\\\\0$x");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record;

  made_record (repository, "HEAD", &record);
  ck_assert_uint_eq (record.changes->len, 2);
  ck_assert_str_eq (g_array_index (record.changes, ArdRecordChange, 0).path, "a");
  ck_assert_str_eq (g_array_index (record.changes, ArdRecordChange, 1).path, "b");
}
END_TEST

static void
check_refused (void)
{
  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;
  g_auto (ArdCommitRecord) record;
  ArdOid head = made_commit (repository, "HEAD");

  ard_commit_record_init (&record);
  ck_assert (!ard_history_record (repository, &head, TRUE, 50, &record, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_REPOSITORY));
}

START_TEST (a_name_that_leaves_the_tree_is_refused)
{
  commit_raw_tree ("100644 ..\\\\0$x");
  check_refused ();
}
END_TEST

START_TEST (a_name_with_a_slash_is_refused)
{
  commit_raw_tree ("100644 a/b\\\\0$x");
  check_refused ();
}
END_TEST

START_TEST (a_cut_tree_is_refused)
{
  commit_raw_tree ("100644 a\\\\0abc");
  check_refused ();
}
END_TEST

START_TEST (folders_nested_beyond_the_limit_are_refused)
{
  made_do ("x=$(seq 1 3 | git hash-object -w --stdin); t=$(printf '100644 blob %s\\tf\\n' $x | git mktree);"
           "for i in $(seq 1 11); do for j in 1; do t=$(printf '040000 tree %s\\td\\n' $t | git mktree); done; done;"
           "git update-ref HEAD $(git commit-tree -m shallow $t)");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record;

  made_record (repository, "HEAD", &record);
  ck_assert_str_eq (g_array_index (record.changes, ArdRecordChange, 0).path, "d/d/d/d/d/d/d/d/d/d/d/f");
  made_do ("perl -e 'print \"commit refs/heads/deep\\ncommitter A <a\\@b> 1700000000 +0000\\ndata 1\\nm\\n"
           "M 644 inline \", \"d/\" x 2100, \"f\\ndata 2\\nx\\n\\n\"' | git fast-import --quiet; git symbolic-ref HEAD "
           "refs/heads/deep");
  check_refused ();
}
END_TEST

START_TEST (a_missing_blob_is_an_error_only_when_counted)
{
  made_do ("seq 1 5 > a; git add a; git commit -qm 1; seq 1 6 > a; git commit -qam 2;"
           "b=$(git rev-parse HEAD:a); rm -f .git/objects/${b:0:2}/${b:2}");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;
  g_auto (ArdCommitRecord) record;
  ArdOid head = made_commit (repository, "HEAD");

  ard_commit_record_init (&record);
  ck_assert (ard_history_record (repository, &head, FALSE, 50, &record, NULL));
  ck_assert_uint_eq (record.changes->len, 1);
  ck_assert (!record.counted);
  ck_assert_int_eq (g_array_index (record.changes, ArdRecordChange, 0).added, -1);
  ck_assert (!ard_history_record (repository, &head, TRUE, 50, &record, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "git fsck"));
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("record");

  tcase_add_test (tests, rows_of_ordinary_changes_are_gits);
  tcase_add_test (tests, rows_of_binaries_modes_and_types_are_gits);
  tcase_add_test (tests, rows_of_submodules_are_gits);
  tcase_add_test (tests, rows_of_a_merge_are_none);
  tcase_add_test (tests, attributes_of_the_work_tree_speak_as_they_do_for_git);
  tcase_add_test (tests, a_bare_repository_asks_its_own_attributes_only);
  tcase_add_test (tests, rows_of_a_shallow_clone_are_gits);
  tcase_add_test (tests, hostile_names_pass_through);
  tcase_add_test (tests, a_path_of_four_kibibytes_is_a_row);
  tcase_add_test (tests, a_tree_out_of_order_or_with_doubles_gives_sorted_single_rows);
  tcase_add_test (tests, a_name_that_leaves_the_tree_is_refused);
  tcase_add_test (tests, a_name_with_a_slash_is_refused);
  tcase_add_test (tests, a_cut_tree_is_refused);
  tcase_add_test (tests, folders_nested_beyond_the_limit_are_refused);
  tcase_add_test (tests, a_missing_blob_is_an_error_only_when_counted);
  return made_suite ("record", tests);
}
