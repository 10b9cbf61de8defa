/* Contents of past versions, and what differs between two: expected hunks are those that git prints. */
#include "made.h"

static GArray *
list_changes (ArdRepository *repository, const char *revision, ArdCommitRecord *record)
{
  ArdOid commit = made_commit (repository, revision);

  ard_commit_record_init (record);
  ck_assert (ard_history_record (repository, &commit, FALSE, 50, record, NULL));
  return record->changes;
}

/* As `git diff -U0` heads them, one a line. */
static char *
print_hunks (const GArray *hunks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hunks->len; i++) {
    const ArdHunk *hunk = &g_array_index (hunks, ArdHunk, i);

    g_string_append_printf (text, "%u,%u %u,%u\n", hunk->old_from + (hunk->old_n > 0), hunk->old_n,
                            hunk->new_from + (hunk->new_n > 0), hunk->new_n);
  }
  return g_string_free (text, FALSE);
}

START_TEST (hunks_between_two_versions_are_gits)
{
  made_do ("for i in 1 2 3 4 5 6 7 8; do printf 'int\\nf%d (void)\\n{\\n  return %d;\\n}\\n\\n' $i $i; done > a.c;"
           "git add .; git commit -qm 1");
  made_do ("sed -i '4s/1/9/;14d;20a \\ \\ x ();' a.c; sed -n '25,30p' a.c > b; sed -i '30r b' a.c; rm b;"
           "git commit -qam 2");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record = { 0 };
  const ArdRecordChange *change = &g_array_index (list_changes (repository, "HEAD", &record), ArdRecordChange, 0);
  g_autoptr (GBytes) old = ard_blob_read (repository, &change->before, 1 << 20, NULL);
  g_autoptr (GBytes) new = ard_blob_read (repository, &change->after, 1 << 20, NULL);
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  g_autofree char *git =
      made_run ("git diff -U0 HEAD^ HEAD | grep '^@@' | sed -E 's/^@@ -([0-9,]+) [+]([0-9,]+) @@.*/\\1 \\2/;"
                "s/^([0-9]+) /\\1,1 /;s/ ([0-9]+)$/ \\1,1/'");

  ck_assert (ard_hunks_find (old, new, hunks));

  g_autofree char *ours = print_hunks (hunks);

  ck_assert_uint_ge (hunks->len, 3);
  ck_assert_str_eq (ours, git);

  g_autoptr (ArdBlob) left = ard_blob_open (repository, &change->before, 1 << 20, NULL);
  g_autoptr (ArdBlob) right = ard_blob_open (repository, &change->after, 1 << 20, NULL);

  ck_assert (ard_blobs_compare (left, right, hunks));

  g_autofree char *blobs = print_hunks (hunks);

  ck_assert_str_eq (blobs, git);
}
END_TEST

START_TEST (a_change_names_the_contents_on_both_sides)
{
  made_do ("echo 1 > a; echo 2 > gone; ln -s a link; git add .; git commit -qm 1");
  made_do ("echo 3 > a; git rm -q gone; echo 4 > new; git add .; git commit -qm 2");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record = { 0 };
  const ArdRecordChange *rows = (const ArdRecordChange *) (gpointer) list_changes (repository, "HEAD", &record)->data;
  g_autofree char *git = made_run ("git rev-parse HEAD^:a HEAD:a HEAD^:gone HEAD:new");
  g_autofree char *before = ard_oid_to_hex (repository, &rows[0].before);
  g_autofree char *after = ard_oid_to_hex (repository, &rows[0].after);
  g_autofree char *gone = ard_oid_to_hex (repository, &rows[1].before);
  g_autofree char *fresh = ard_oid_to_hex (repository, &rows[2].after);
  g_autofree char *ours = g_strdup_printf ("%s\n%s\n%s\n%s\n", before, after, gone, fresh);
  const ArdOid none = { 0 };

  ck_assert_str_eq (ours, git);
  ck_assert (ard_oid_equal (&rows[1].after, &none));
  ck_assert (ard_oid_equal (&rows[2].before, &none));
}
END_TEST

START_TEST (a_symbolic_link_has_no_contents)
{
  made_do ("ln -s a link; git add .; git commit -qm 1");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitRecord) record = { 0 };
  const ArdOid none = { 0 };

  ck_assert (
      ard_oid_equal (&g_array_index (list_changes (repository, "HEAD", &record), ArdRecordChange, 0).after, &none));
}
END_TEST

START_TEST (what_is_too_large_is_refused)
{
  made_do ("seq 1 1000 > a; git add .; git commit -qm 1");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;
  g_auto (ArdCommitRecord) record = { 0 };
  const ArdRecordChange *change = &g_array_index (list_changes (repository, "HEAD", &record), ArdRecordChange, 0);

  ck_assert_ptr_null (ard_blob_read (repository, &change->after, 100, &error));
  ck_assert_int_eq (error->code, ARD_ERROR_REPOSITORY);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("blobs");
  TCase *tests = tcase_create ("blobs");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_checked_fixture (tests, made_begin, made_end);
  tcase_add_test (tests, hunks_between_two_versions_are_gits);
  tcase_add_test (tests, a_change_names_the_contents_on_both_sides);
  tcase_add_test (tests, a_symbolic_link_has_no_contents);
  tcase_add_test (tests, what_is_too_large_is_refused);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
