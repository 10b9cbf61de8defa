#include "made.h"

static GArray *
list (ArdRepository *repository, const char *rev, ArdNotes *notes)
{
  ArdOid head = made_commit (repository, rev);
  g_autoptr (GError) error = NULL;
  GArray *commits = ard_history_list (repository, &head, notes, &error);

  ck_assert_msg (commits != NULL, "%s", error ? error->message : "");
  return commits;
}

static char *
join (ArdRepository *repository, const GArray *commits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commits->len; i++) {
    g_autofree char *hex = ard_oid_to_hex (repository, &g_array_index (commits, ArdOid, i));

    g_string_append_printf (text, "%s\n", hex);
  }
  return g_string_free (text, FALSE);
}

/* Branches and merges at distinct times: git's --date-order has the same definition. */
START_TEST (the_list_is_in_gits_date_order)
{
  made_do ("n=0; c() { n=$((n + 7)); export GIT_COMMITTER_DATE=\"$((1700000000 + n * $2)) +0000\";"
           "git commit -q --allow-empty -m $1; }; c 1 1; git checkout -qb s; c 2 3; c 3 1; git checkout -q main; c 4 1;"
           "c 5 9; n=100; export GIT_COMMITTER_DATE='1700002000 +0000'; git merge -q s -m m; c 6 1; c 7 5");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GArray) commits = list (repository, "HEAD", NULL);
  g_autofree char *ours = join (repository, commits), *git = made_run ("git rev-list --date-order HEAD");

  ck_assert_str_eq (ours, git);
}
END_TEST

START_TEST (commits_of_the_same_second_are_listed_by_id)
{
  made_do ("git commit -q --allow-empty -m root; for i in 1 2 3 4 5; do git checkout -q -b b$i main;"
           "git commit -q --allow-empty -m $i; done; git checkout -q main; git merge -q b1 b2 b3 b4 b5 -m m || "
           "git update-ref HEAD $(git commit-tree -p b1 -p b2 -p b3 -p b4 -p b5 -m m HEAD^{tree})");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GArray) commits = list (repository, "HEAD", NULL);

  ck_assert_uint_eq (commits->len, 7);
  for (guint i = 2; i < 6; i++)
    ck_assert_int_lt (
        memcmp (&g_array_index (commits, ArdOid, i - 1), &g_array_index (commits, ArdOid, i), sizeof (ArdOid)), 0);
}
END_TEST

START_TEST (a_shallow_clone_ends_where_it_was_cut)
{
  made_do ("for i in 1 2 3 4; do git commit -q --allow-empty -m $i; done; git clone -q --depth 2 file://$PWD s;"
           "rm -rf .git; mv s/.git .");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  g_autoptr (GArray) commits = list (repository, "HEAD", notes);
  g_auto (ArdCommitHeader) header = { 0 };

  ck_assert (ard_repository_is_shallow (repository));
  ck_assert_uint_eq (commits->len, 2);
  ck_assert_uint_eq (notes->len, 0);
  ck_assert (ard_history_header (repository, &g_array_index (commits, ArdOid, 1), &header, NULL));
  ck_assert_uint_eq (header.n_parents, 0);
}
END_TEST

START_TEST (a_missing_commit_ends_the_list_with_a_note)
{
  made_do ("for i in 1 2 3; do git commit -q --allow-empty -m $i; done;"
           "c=$(git rev-parse HEAD~); rm -f .git/objects/${c:0:2}/${c:2}");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  g_autoptr (GArray) commits = list (repository, "HEAD", notes);

  ck_assert_uint_eq (commits->len, 1);
  ck_assert_uint_eq (notes->len, 1);
  ck_assert (made_noted (notes, NULL, "git fsck"));
}
END_TEST

START_TEST (a_commit_that_is_not_one_ends_the_list_with_a_note)
{
  made_do (
      "git commit -q --allow-empty -m 1; b=$(echo nothing | git hash-object -w --stdin);"
      "c=$(printf 'tree %s\\nparent %s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1 +0000\\n\\nm\\n' "
      "$(git rev-parse HEAD^{tree}) $b | git hash-object -w --literally -t commit --stdin); git update-ref HEAD $c");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  g_autoptr (GArray) commits = list (repository, "HEAD", notes);

  ck_assert_uint_eq (commits->len, 1);
  ck_assert_uint_eq (notes->len, 1);
}
END_TEST

static void
read_header (ArdRepository *repository, ArdCommitHeader *header)
{
  ArdOid head = made_commit (repository, "HEAD");
  g_autoptr (GError) error = NULL;

  ck_assert_msg (ard_history_header (repository, &head, header, &error), "%s", error ? error->message : "");
}

START_TEST (a_header_gives_times_parents_and_the_whole_message)
{
  made_do ("git commit -q --allow-empty -m 1; GIT_AUTHOR_DATE='1600000000 +0530' git commit -q --allow-empty -m "
           "$'one\\n\\ntwo'");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitHeader) header = { 0 };

  read_header (repository, &header);
  ck_assert_uint_eq (header.n_parents, 1);
  ck_assert_int_eq (header.author_time_s, 1600000000);
  ck_assert_int_eq (header.commit_time_s, 1700000000);
  ck_assert_str_eq (header.author_name, "Ann");
  ck_assert_str_eq (header.author_mail, "ann@example.org");
  ck_assert_str_eq (header.message, "one\n\ntwo\n");
  ck_assert_uint_eq (header.co_authors->len, 0);
}
END_TEST

START_TEST (the_mailmap_of_the_analysed_commit_names_people)
{
  made_do ("printf 'Ann Real <ann@real.org> <ann@example.org>\\nBo <bo@new.org> <bo@old.org>\\n' > .mailmap; git add .;"
           "git commit -qm $'1\\n\\nCo-authored-by: B <bo@old.org>\\nco-authored-BY: Ann <ann@example.org>\\n"
           "Co-Authored-By: B <bo@new.org>\\nCo-authored-by: Cy <cy@example.org>\\nCo-authored-by: "
           "nobody\\nCo-authored-by: Dee Lane\\n"
           "Co-authored-by: Ann Real';"
           "printf 'Other <o@o> <ann@example.org>\\n' > .mailmap");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitHeader) header = { 0 };

  read_header (repository, &header);
  ck_assert_str_eq (header.author_name, "Ann Real");
  ck_assert_str_eq (header.author_mail, "ann@real.org");
  ck_assert_uint_eq (header.co_authors->len, 6);
  ck_assert_str_eq (header.co_authors->pdata[0], "Bo");
  ck_assert_str_eq (header.co_authors->pdata[1], "bo@new.org");
  ck_assert_str_eq (header.co_authors->pdata[2], "Cy");
  ck_assert_str_eq (header.co_authors->pdata[3], "cy@example.org");
  ck_assert_str_eq (header.co_authors->pdata[4], "Dee Lane");
  ck_assert_str_eq (header.co_authors->pdata[5], "");
}
END_TEST

START_TEST (a_reopened_handle_inherits_the_analysed_commit)
{
  made_do ("printf 'New <n@n> <ann@example.org>\\n' > .mailmap; git add .; git commit -qm 1; git rm -q .mailmap; git "
           "commit -qm 2");

  g_autoptr (ArdRepository) repository = made_open ();
  ArdOid first = made_commit (repository, "HEAD~");
  g_auto (ArdCommitHeader) header = { 0 };

  ard_repository_set_head (repository, &first);

  g_autoptr (ArdRepository) other = ard_repository_reopen (repository, NULL);

  read_header (other, &header);
  ck_assert_str_eq (header.author_name, "New");
}
END_TEST

START_TEST (a_message_is_read_in_its_encoding)
{
  made_do ("git config i18n.commitEncoding ISO-8859-1; printf 'caf\\351\\n' > m; GIT_AUTHOR_NAME=$(printf 'Ren\\351') "
           "git commit -q --allow-empty -F m");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitHeader) header = { 0 };

  read_header (repository, &header);
  ck_assert_str_eq (header.message, "caf\303\251\n");
  ck_assert_str_eq (header.author_name, "Ren\303\251");
}
END_TEST

START_TEST (bytes_that_are_no_text_are_replaced)
{
  made_do (
      "printf 'a\\377b\\n' > m; GIT_AUTHOR_NAME=$(printf 'R\\376n') git -c i18n.commitEncoding=no-such-thing commit -q "
      "--allow-empty -F m 2>/dev/null");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitHeader) header = { 0 };

  read_header (repository, &header);
  ck_assert_str_eq (header.message, "a\357\277\275b\n");
  ck_assert_str_eq (header.author_name, "R\357\277\275n");
}
END_TEST

START_TEST (an_author_without_name_or_mail_is_a_header_still)
{
  made_do ("t=$(git mktree </dev/null); c=$(printf 'tree %s\nauthor  <> 1 +0000\ncommitter  <> 5 +9999\n\nm\n' $t |"
           "git hash-object -w --literally -t commit --stdin); git update-ref HEAD $c");

  g_autoptr (ArdRepository) repository = made_open ();
  g_auto (ArdCommitHeader) header = { 0 };

  read_header (repository, &header);
  ck_assert_str_eq (header.author_name, "");
  ck_assert_str_eq (header.author_mail, "");
  ck_assert_int_eq (header.commit_time_s, 5);
}
END_TEST

START_TEST (a_commit_without_a_committer_is_listed_but_has_no_header)
{
  made_do (
      "t=$(git mktree </dev/null); c=$(printf 'tree %s\n\nm\n' $t | git hash-object -w --literally -t commit --stdin);"
      "c=$(printf 'tree %s\nparent %s\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nm\n' $t $c |"
      "git hash-object -w -t commit --stdin); git update-ref HEAD $c");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (GArray) commits = list (repository, "HEAD", NULL);
  g_auto (ArdCommitHeader) header = { 0 };
  g_autoptr (GError) error = NULL;

  ck_assert_uint_eq (commits->len, 2);
  ck_assert (!ard_history_header (repository, &g_array_index (commits, ArdOid, 1), &header, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_REPOSITORY));
}
END_TEST

START_TEST (ignored_revisions_are_read_from_the_analysed_commit)
{
  made_do ("printf '# mass\\n1111111111111111111111111111111111111111 # black\\n\\n  "
           "2222222222222222222222222222222222222222\\r\\n"
           "abc\\n' > .git-blame-ignore-revs; git add .; git commit -qm 1");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  ArdOid head = made_commit (repository, "HEAD"), wanted = { 0 };
  g_autoptr (GHashTable) ignored = ard_history_ignored (repository, &head, notes);

  ck_assert_uint_eq (g_hash_table_size (ignored), 2);
  memset (wanted.bytes, 0x22, 20);
  ck_assert (g_hash_table_contains (ignored, &wanted));
  ck_assert (made_noted (notes, ".git-blame-ignore-revs", "1 lines"));
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("commits");

  tcase_add_test (tests, the_list_is_in_gits_date_order);
  tcase_add_test (tests, commits_of_the_same_second_are_listed_by_id);
  tcase_add_test (tests, a_shallow_clone_ends_where_it_was_cut);
  tcase_add_test (tests, a_missing_commit_ends_the_list_with_a_note);
  tcase_add_test (tests, a_commit_that_is_not_one_ends_the_list_with_a_note);
  tcase_add_test (tests, a_header_gives_times_parents_and_the_whole_message);
  tcase_add_test (tests, the_mailmap_of_the_analysed_commit_names_people);
  tcase_add_test (tests, a_reopened_handle_inherits_the_analysed_commit);
  tcase_add_test (tests, a_message_is_read_in_its_encoding);
  tcase_add_test (tests, bytes_that_are_no_text_are_replaced);
  tcase_add_test (tests, an_author_without_name_or_mail_is_a_header_still);
  tcase_add_test (tests, a_commit_without_a_committer_is_listed_but_has_no_header);
  tcase_add_test (tests, ignored_revisions_are_read_from_the_analysed_commit);
  return made_suite ("commits", tests);
}
