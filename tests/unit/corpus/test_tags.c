#include "made.h"

#include "corpus/tags.h"

/* Three commits on main, one on a side branch; tags as the stream has them. */
static ArdCorpus *
build (Made *made, const char *tags)
{
  made_begin (made);
  made_commit (made, "main", 0, "A <a@x>", "one", "");
  made_file (made, "a.c", "int a;\n");
  made_commit (made, "main", 100, "A <a@x>", "two", "");
  made_file (made, "a.c", "int b;\n");
  made_commit (made, "side", 150, "A <a@x>", "side", "from refs/heads/main\n");
  made_file (made, "b.c", "int b;\n");
  made_commit (made, "main", 200, "A <a@x>", "three", "");
  made_file (made, "a.c", "int c;\n");
  made_import (made);
  made_run (made->folder, tags);
  return made_build (made, "main", FALSE, 1, NULL);
}

START_TEST (tags_know_their_commit_and_whether_they_are_a_release)
{
  Made made;
  g_autoptr (ArdCorpus) corpus =
      build (&made, "cd repository && git tag 1.0 main~2 && git tag beta main~1 && git tag 1.1-rc1 main~1 && "
                    "git tag v1.1.0 side");

  ck_assert_uint_eq (corpus->tags->len, 4);
  ck_assert_str_eq (ard_tag (corpus, 0)->name, "1.0");
  ck_assert_uint_eq (ard_tag (corpus, 0)->commit, 2);
  ck_assert (ard_tag (corpus, 0)->release);
  ck_assert_str_eq (ard_tag (corpus, 1)->name, "1.1-rc1");
  ck_assert (!ard_tag (corpus, 1)->release);
  ck_assert (!ard_tag (corpus, 2)->release);
  ck_assert_str_eq (ard_tag (corpus, 3)->name, "v1.1.0");
  ck_assert (ard_tag (corpus, 3)->release);
  ck_assert_uint_eq (ard_tag (corpus, 3)->commit, ARD_NONE);
  made_end (&made);
}
END_TEST

/* "side" has "two" as its parent, which is the second of main's three; its child adds nothing that main has. */
START_TEST (a_release_on_another_branch_holds_what_stood_where_the_branch_left)
{
  Made made;
  g_autoptr (ArdCorpus) corpus =
      build (&made, "cd repository && git tag v1.1.0 side && git config user.name A && git config user.email a@x && "
                    "git tag v1.1.1 $(GIT_AUTHOR_DATE='1595000000 +0000' GIT_COMMITTER_DATE='1595000000 +0000' "
                    "git commit-tree -p side -m y 'side^{tree}')");

  ck_assert_uint_eq (corpus->tags->len, 2);
  ck_assert_uint_eq (ard_tag (corpus, 0)->n_entries, 1);
  ck_assert_uint_eq (g_array_index (corpus->tag_entries, guint32, ard_tag (corpus, 0)->first_entry), 1);
  ck_assert_str_eq (ard_tag (corpus, 1)->name, "v1.1.1");
  ck_assert_uint_eq (ard_tag (corpus, 1)->n_entries, 0);
  made_end (&made);
}
END_TEST

/* The head's commit is of day 200; its tag was written ten minutes later, that of an older commit a day later. */
START_TEST (the_tag_of_the_head_is_of_now_later_ones_are_not_known_yet)
{
  Made made;
  g_autoptr (ArdCorpus) corpus =
      build (&made, "cd repository && git config user.name A && git config user.email a@x && "
                    "GIT_COMMITTER_DATE='1595160600 +0000' git tag -a -m x 2.0 main && "
                    "GIT_COMMITTER_DATE='1595246400 +0000' git tag -a -m x 1.5 main~1");

  ck_assert_int_eq (MADE_TIME_S (200) + 600, 1595160600);
  ck_assert_uint_eq (corpus->tags->len, 1);
  ck_assert_str_eq (ard_tag (corpus, 0)->name, "2.0");
  ck_assert_int_eq (ard_tag (corpus, 0)->time_s, MADE_TIME_S (200));
  made_end (&made);
}
END_TEST

START_TEST (tags_written_by_a_conversion_have_the_time_of_their_commits)
{
  Made made;
  g_autoptr (ArdCorpus) corpus =
      build (&made, "cd repository && git config user.name A && git config user.email a@x && "
                    "for i in $(seq 20); do GIT_COMMITTER_DATE='1594900000 +0000' git tag -a -m x 1.$i main~2; done");

  ck_assert_uint_eq (corpus->tags->len, 20);
  for (guint i = 0; i < 20; i++)
    ck_assert_int_eq (ard_tag (corpus, i)->time_s, MADE_TIME_S (0));
  made_end (&made);
}
END_TEST

/* The default patterns, name by name. */
START_TEST (names_of_releases_are_told_from_others)
{
  static const char *const releases[] = { "1.0",       "v2.45.1",          "curl-8_5_0",        "release-2024.01",
                                          "pkg@1.2.3", "2024-01-31",       "20240131",          "gson-parent-2.13.1",
                                          "rel_1.2",   "@scope/pkg@2.0.1", "jenkins-2.426.LTS", "v1.2.Final",
                                          "R4_2" };
  static const char *const others[] = {
    "v2.45.0-rc1", "1.0.0-beta.2", "nightly",  "latest", "rc-8_22_0-1", "v3.0.0-alpha", "backup/2019-old-branch-x",
    "stable",      "1.0-SNAPSHOT", "5.0.0-M1", "v2-dev"
  };
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdPatterns) patterns = ard_patterns_new (settings->delivery_tag_patterns, TRUE, NULL);

  ck_assert (patterns != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (releases); i++)
    ck_assert_msg (ard_patterns_match (patterns, releases[i], (gssize) strlen (releases[i])), "%s", releases[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_msg (!ard_patterns_match (patterns, others[i], (gssize) strlen (others[i])), "%s", others[i]);
}
END_TEST

int
main (void)
{
  TCase *cases = tcase_create ("tags");
  Suite *suite = suite_create ("tags");

  tcase_add_test (cases, tags_know_their_commit_and_whether_they_are_a_release);
  tcase_add_test (cases, a_release_on_another_branch_holds_what_stood_where_the_branch_left);
  tcase_add_test (cases, the_tag_of_the_head_is_of_now_later_ones_are_not_known_yet);
  tcase_add_test (cases, tags_written_by_a_conversion_have_the_time_of_their_commits);
  tcase_add_test (cases, names_of_releases_are_told_from_others);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
