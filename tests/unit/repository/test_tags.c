#include "made.h"

static GArray *
list (ArdRepository *repository, GStringChunk *strings, ArdNotes *notes)
{
  return ard_history_tags (repository, strings, notes);
}

#define tag(tags, i) (&g_array_index ((tags), ArdHistoryTag, (i)))

/* Commits at made.h's fixed date; git shows taggerdate and creatordate of each. */
START_TEST (annotated_and_light_tags_come_by_time_with_gits_own_times)
{
  made_do ("git commit -q --allow-empty -m 1; GIT_COMMITTER_DATE='1700000500 +0000' git tag -a -m x v2;"
           "git tag v1; GIT_COMMITTER_DATE='1600000000 +0200' git tag -a -m x v0");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  GStringChunk *strings = g_string_chunk_new (100);
  g_autoptr (GArray) tags = list (repository, strings, notes);
  ArdOid head = made_commit (repository, "HEAD");

  ck_assert_uint_eq (tags->len, 3);
  ck_assert_str_eq (tag (tags, 0)->name, "v0");
  ck_assert_int_eq (tag (tags, 0)->time_s, 1600000000);
  ck_assert (tag (tags, 0)->tagged);
  ck_assert_str_eq (tag (tags, 1)->name, "v1");
  ck_assert_int_eq (tag (tags, 1)->time_s, 1700000000);
  ck_assert (!tag (tags, 1)->tagged);
  ck_assert_str_eq (tag (tags, 2)->name, "v2");
  ck_assert_int_eq (tag (tags, 2)->time_s, 1700000500);
  for (guint i = 0; i < 3; i++)
    ck_assert (ard_oid_equal (&tag (tags, i)->commit, &head));
  ck_assert_uint_eq (notes->len, 0);
  g_string_chunk_free (strings);
}
END_TEST

START_TEST (a_tag_of_a_tag_names_the_commit_at_its_own_time)
{
  made_do ("git commit -q --allow-empty -m 1; git tag -a -m x inner;"
           "GIT_COMMITTER_DATE='1700000900 +0000' git tag -a -m x outer inner");

  g_autoptr (ArdRepository) repository = made_open ();
  GStringChunk *strings = g_string_chunk_new (100);
  g_autoptr (GArray) tags = list (repository, strings, NULL);
  ArdOid head = made_commit (repository, "HEAD");

  ck_assert_uint_eq (tags->len, 2);
  ck_assert_str_eq (tag (tags, 1)->name, "outer");
  ck_assert_int_eq (tag (tags, 1)->time_s, 1700000900);
  ck_assert (ard_oid_equal (&tag (tags, 1)->commit, &head));
  g_string_chunk_free (strings);
}
END_TEST

START_TEST (a_tag_of_a_tree_is_no_release_and_no_trouble)
{
  made_do ("echo 1 >f; git add f; git commit -qm 1; git tag t HEAD^{tree}; git tag b HEAD:f; git tag -a -m x a HEAD:f");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  GStringChunk *strings = g_string_chunk_new (100);
  g_autoptr (GArray) tags = list (repository, strings, notes);

  ck_assert_uint_eq (tags->len, 0);
  ck_assert_uint_eq (notes->len, 0);
  g_string_chunk_free (strings);
}
END_TEST

START_TEST (a_tag_of_what_is_gone_is_a_note)
{
  made_do ("git commit -q --allow-empty -m 1; git tag -a -m x v1; t=$(git rev-parse v1);"
           "rm -f .git/objects/${t:0:2}/${t:2}; git tag v2");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  GStringChunk *strings = g_string_chunk_new (100);
  g_autoptr (GArray) tags = list (repository, strings, notes);

  ck_assert_uint_eq (tags->len, 1);
  ck_assert (made_noted (notes, NULL, "1 tags are left out"));
  g_string_chunk_free (strings);
}
END_TEST

START_TEST (a_repository_without_tags_has_none)
{
  made_do ("git commit -q --allow-empty -m 1");

  g_autoptr (ArdRepository) repository = made_open ();
  GStringChunk *strings = g_string_chunk_new (100);
  g_autoptr (GArray) tags = list (repository, strings, NULL);

  ck_assert_uint_eq (tags->len, 0);
  g_string_chunk_free (strings);
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("tags");

  tcase_add_test (tests, annotated_and_light_tags_come_by_time_with_gits_own_times);
  tcase_add_test (tests, a_tag_of_a_tag_names_the_commit_at_its_own_time);
  tcase_add_test (tests, a_tag_of_a_tree_is_no_release_and_no_trouble);
  tcase_add_test (tests, a_tag_of_what_is_gone_is_a_note);
  tcase_add_test (tests, a_repository_without_tags_has_none);
  return made_suite ("tags", tests);
}
