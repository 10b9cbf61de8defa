#include "made.h"

static void
check_open_fails (const char *name, const char *part, const char *advice)
{
  g_autofree char *path = g_build_filename (made_folder, name, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (ard_repository_open (path, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_REPOSITORY));
  ck_assert_msg (strstr (error->message, part) != NULL && strstr (error->message, advice) != NULL, "%s",
                 error->message);
  ck_assert_ptr_nonnull (strstr (error->message, path));
}

START_TEST (a_folder_that_is_no_repository_says_so)
{
  made_do ("rm -rf .git; mkdir d");
  check_open_fails ("d", "not a git repository", "git init");
}
END_TEST

START_TEST (a_folder_that_is_missing_says_so)
{
  check_open_fails ("nowhere", "no such folder", "give the path");
}
END_TEST

START_TEST (a_sha256_repository_says_so)
{
  made_do ("git init -q --object-format=sha256 d");
  check_open_fails ("d", "sha256", "SHA-1");
}
END_TEST

START_TEST (a_damaged_configuration_says_so)
{
  made_do ("git init -q d; echo '[core' > d/.git/config");
  check_open_fails ("d", "cannot be opened", "git fsck");
}
END_TEST

START_TEST (any_folder_of_a_work_tree_opens_its_root)
{
  made_do ("mkdir -p d/e; git commit -q --allow-empty -m 1");

  g_autofree char *path = g_build_filename (made_folder, "d/e", NULL);
  g_autofree char *real = realpath (made_folder, NULL);
  g_autoptr (ArdRepository) repository = ard_repository_open (path, NULL);

  ck_assert_str_eq (ard_repository_root (repository), real);
  ck_assert (!ard_repository_is_bare (repository));
  ck_assert (!ard_repository_is_shallow (repository));
  ck_assert (!ard_repository_is_sha256 (repository));
}
END_TEST

START_TEST (a_bare_repository_and_a_linked_work_tree_open)
{
  made_do ("git commit -q --allow-empty -m 1; git clone -q --bare . b.git; git worktree add -q w");

  g_autofree char *bare_path = g_build_filename (made_folder, "b.git", NULL);
  g_autofree char *linked_path = g_build_filename (made_folder, "w", NULL);
  g_autoptr (ArdRepository) bare = ard_repository_open (bare_path, NULL);
  g_autoptr (ArdRepository) linked = ard_repository_open (linked_path, NULL);
  ArdOid oid;

  ck_assert (ard_repository_is_bare (bare));
  ck_assert (ard_repository_resolve (bare, "HEAD", &oid, NULL));
  ck_assert (!ard_repository_is_bare (linked));
  ck_assert (ard_repository_resolve (linked, "HEAD", &oid, NULL));
}
END_TEST

START_TEST (a_sparse_or_partial_clone_opens)
{
  made_do ("mkdir d e; echo 1 > d/x; echo 2 > e/y; git add .; git commit -qm 1; git sparse-checkout set d;"
           "git config core.repositoryformatversion 1; git config extensions.partialclone origin");

  g_autoptr (ArdRepository) repository = made_open ();

  ck_assert_ptr_nonnull (repository);
}
END_TEST

static void
check_resolve_fails (const char *rev, const char *part)
{
  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;
  ArdOid oid;

  ck_assert (!ard_repository_resolve (repository, rev, &oid, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_REPOSITORY));
  ck_assert_msg (strstr (error->message, part) != NULL, "%s", error->message);
  ck_assert_ptr_nonnull (strstr (error->message, made_folder));
}

START_TEST (no_commit_yet_says_so)
{
  check_resolve_fails ("HEAD", "no commit yet in \"");
  check_resolve_fails ("main", "make one first");
}
END_TEST

START_TEST (an_unborn_branch_beside_others_says_so)
{
  made_do ("git commit -q --allow-empty -m 1; git checkout -q --orphan new");
  check_resolve_fails ("HEAD", "no commit yet on the current branch");

  g_autoptr (ArdRepository) repository = made_open ();
  ArdOid oid;

  ck_assert (ard_repository_resolve (repository, "main", &oid, NULL));
}
END_TEST

START_TEST (an_unknown_revision_says_so)
{
  made_do ("git commit -q --allow-empty -m 1");
  check_resolve_fails ("no-such", "unknown revision \"no-such\"");
  check_resolve_fails ("HEAD~5", "unknown revision");
  check_resolve_fails ("", "revision");
  check_resolve_fails ("0123456789012345678901234567890123456789", "revision");
}
END_TEST

START_TEST (a_revision_that_is_no_commit_says_so)
{
  made_do ("echo 1 > a; git add a; git commit -qm 1");
  check_resolve_fails ("HEAD:a", "is not a commit");
  check_resolve_fails ("HEAD^{tree}", "is not a commit");
}
END_TEST

START_TEST (revisions_resolve_as_git_resolves_them)
{
  const char *revisions[] = { "HEAD", "main", "HEAD~", "v1", "@", "HEAD^{commit}" };

  made_do ("git commit -q --allow-empty -m 1; git tag -a v1 -m v1; git commit -q --allow-empty -m 2");

  g_autoptr (ArdRepository) repository = made_open ();

  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++) {
    g_autofree char *script = g_strdup_printf ("printf %%s $(git rev-parse '%s^{commit}')", revisions[i]);
    g_autofree char *git = made_run (script);
    ArdOid oid = made_commit (repository, revisions[i]);
    g_autofree char *ours = ard_oid_to_hex (repository, &oid);

    ck_assert_str_eq (ours, git);
  }
}
END_TEST

static void
make_fork (void)
{
  made_do ("git commit -q --allow-empty -m 1; git commit -q --allow-empty -m base; git checkout -qb side;"
           "git commit -q --allow-empty -m 3; git checkout -q main; git commit -q --allow-empty -m 4;"
           "git checkout -q --orphan lone; git commit -q --allow-empty -m 5; git checkout -q main");
}

static char *
merge_base (ArdRepository *repository, const char *one, const char *two, GError **error)
{
  ArdOid left = made_commit (repository, one), right = made_commit (repository, two), base;

  return ard_repository_merge_base (repository, &left, &right, &base, error) ? ard_oid_to_hex (repository, &base)
                                                                             : NULL;
}

START_TEST (the_merge_base_is_gits)
{
  make_fork ();

  g_autofree char *git = made_run ("printf %s $(git merge-base main side)");
  g_autoptr (ArdRepository) repository = made_open ();
  g_autofree char *ours = merge_base (repository, "main", "side", NULL);

  ck_assert_str_eq (ours, git);
}
END_TEST

START_TEST (unrelated_histories_have_no_merge_base)
{
  make_fork ();

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (merge_base (repository, "main", "lone", &error));
  ck_assert_ptr_nonnull (strstr (error->message, "no common ancestor"));
  ck_assert_ptr_nonnull (strstr (error->message, "another base"));
}
END_TEST

START_TEST (a_shallow_clone_says_how_to_find_the_merge_base)
{
  make_fork ();
  made_do ("git clone -q --depth 1 --no-single-branch file://$PWD s; rm -rf .git; mv s/.git .");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (merge_base (repository, "main", "origin/side", &error));
  ck_assert_ptr_nonnull (strstr (error->message, "git fetch --unshallow"));
}
END_TEST

START_TEST (a_shallow_clone_that_is_deep_enough_has_its_merge_base)
{
  make_fork ();
  made_do ("git rev-parse main~ > wanted; git clone -q --depth 2 --no-single-branch file://$PWD s; rm -rf .git; mv "
           "s/.git .");

  g_autofree char *git = made_run ("printf %s $(cat wanted)");
  g_autoptr (ArdRepository) repository = made_open ();
  g_autofree char *ours = merge_base (repository, "main", "origin/side", NULL);

  ck_assert_str_eq (ours, git);
}
END_TEST

START_TEST (a_corrupted_pack_is_an_error_not_a_crash)
{
  made_do ("for i in $(seq 1 30); do seq $i 400 > a; git add a; git commit -qm $i; done; git gc -q; chmod u+w "
           ".git/objects/pack/*.pack;"
           "p=$(ls .git/objects/pack/*.pack); s=$(stat -c %s $p);"
           "yes ruined | head -c $((s / 2)) | dd of=$p bs=1 seek=$((s / 3)) conv=notrunc status=none");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) commits = NULL;
  gboolean failed;
  ArdOid head;

  failed = !ard_repository_resolve (repository, "HEAD", &head, &error);
  if (!failed) {
    commits = ard_history_list (repository, &head, notes, &error);
    failed = commits == NULL || notes->len > 0;
  }
  for (guint i = 0; commits && i < commits->len; i++) {
    g_auto (ArdCommitRecord) record;

    ard_commit_record_init (&record);
    failed |= !ard_history_record (repository, &g_array_index (commits, ArdOid, i), TRUE, 50, &record, NULL);
  }
  ck_assert (failed);
}
END_TEST

START_TEST (a_pack_that_is_cut_off_is_an_error)
{
  made_do ("for i in $(seq 1 9); do seq $i 400 > a; git add a; git commit -qm $i; done; git gc -q; chmod u+w "
           ".git/objects/pack/*.pack;"
           "truncate -s 100 .git/objects/pack/*.pack");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;
  ArdOid head;

  if (__lsan_disable)
    __lsan_disable ();
  ck_assert (!ard_repository_resolve (repository, "HEAD", &head, &error));
  if (__lsan_enable)
    __lsan_enable ();
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_REPOSITORY));
}
END_TEST

START_TEST (a_partial_clone_says_why_an_object_is_missing)
{
  made_do ("seq 1 9 > a; git add .; git commit -qm 1; git config uploadpack.allowFilter true;"
           "git clone -q --bare --filter=blob:none file://$PWD s; rm -rf .git; mv s .git; git config core.bare true");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GError) error = NULL;
  g_auto (ArdCommitRecord) record;
  ArdOid head = made_commit (repository, "HEAD");

  ard_commit_record_init (&record);
  ck_assert (!ard_history_record (repository, &head, TRUE, 50, &record, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "the clone is partial"));
}
END_TEST

START_TEST (the_time_is_the_committers)
{
  made_do ("GIT_AUTHOR_DATE='1600000000 +0000' git commit -q --allow-empty -m 1");

  g_autoptr (ArdRepository) repository = made_open ();
  ArdOid head = made_commit (repository, "HEAD");
  gint64 time_s;

  ck_assert (ard_repository_time (repository, &head, &time_s, NULL));
  ck_assert_int_eq (time_s, 1700000000);
}
END_TEST

START_TEST (personal_configuration_changes_nothing)
{
  made_do ("mkdir home; printf '[core]\\n excludesFile = %s/home/ignore\\n attributesFile = %s/home/attributes\\n' "
           "$PWD $PWD > home/.gitconfig;"
           "echo untracked > home/ignore; echo '* linguist-vendored' > home/attributes; echo 1 > untracked; rm -f x");

  g_autofree char *home = g_build_filename (made_folder, "home", NULL);

  g_setenv ("HOME", home, TRUE);

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdSnapshot) snapshot = ard_snapshot_read (repository, NULL, settings, NULL, NULL);

  ck_assert_ptr_nonnull (made_entry (snapshot, "untracked"));
  ck_assert_uint_eq (made_entry (snapshot, "untracked")->flags, 0);
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("repository");

  tcase_add_test (tests, a_folder_that_is_no_repository_says_so);
  tcase_add_test (tests, a_folder_that_is_missing_says_so);
  tcase_add_test (tests, a_sha256_repository_says_so);
  tcase_add_test (tests, a_damaged_configuration_says_so);
  tcase_add_test (tests, any_folder_of_a_work_tree_opens_its_root);
  tcase_add_test (tests, a_bare_repository_and_a_linked_work_tree_open);
  tcase_add_test (tests, a_sparse_or_partial_clone_opens);
  tcase_add_test (tests, no_commit_yet_says_so);
  tcase_add_test (tests, an_unborn_branch_beside_others_says_so);
  tcase_add_test (tests, an_unknown_revision_says_so);
  tcase_add_test (tests, a_revision_that_is_no_commit_says_so);
  tcase_add_test (tests, revisions_resolve_as_git_resolves_them);
  tcase_add_test (tests, the_merge_base_is_gits);
  tcase_add_test (tests, unrelated_histories_have_no_merge_base);
  tcase_add_test (tests, a_shallow_clone_says_how_to_find_the_merge_base);
  tcase_add_test (tests, a_shallow_clone_that_is_deep_enough_has_its_merge_base);
  tcase_add_test (tests, a_corrupted_pack_is_an_error_not_a_crash);
  tcase_add_test (tests, a_pack_that_is_cut_off_is_an_error);
  tcase_add_test (tests, a_partial_clone_says_why_an_object_is_missing);
  tcase_add_test (tests, the_time_is_the_committers);
  tcase_add_test (tests, personal_configuration_changes_nothing);
  return made_suite ("repository", tests);
}
