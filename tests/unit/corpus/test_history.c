#include "made.h"

#define ANNE "Anne <anne@x>"
#define BERT "Bert <bert@x>"

static Made made;

static void
begin (void)
{
  made_begin (&made);
}

static void
end (void)
{
  made_end (&made);
}

static guint32
find_commit (const ArdCorpus *corpus, const char *subject)
{
  for (guint32 i = 0; i < corpus->commits->len; i++)
    if (strcmp (ard_commit (corpus, i)->subject, subject) == 0)
      return i;
  ck_abort_msg ("no commit %s", subject);
}

static guint32
parent_of (const ArdCorpus *corpus, const char *subject, guint32 n)
{
  const ArdCommit *commit = ard_commit (corpus, find_commit (corpus, subject));

  ck_assert_uint_lt (n, commit->n_parents);
  return g_array_index (corpus->parents, guint32, commit->first_parent + n);
}

START_TEST (a_commit_knows_its_parents)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "a", "1\n");
  made_commit (&made, "side", 1, BERT, "beside", "from refs/heads/main\n");
  made_file (&made, "b", "1\n");
  made_commit (&made, "main", 2, ANNE, "on", "");
  made_file (&made, "a", "2\n");
  made_commit (&made, "main", 3, ANNE, "merge", "merge refs/heads/side\n");
  made_file (&made, "b", "1\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (ard_commit (corpus, find_commit (corpus, "start"))->n_parents, 0);
  ck_assert_uint_eq (parent_of (corpus, "on", 0), find_commit (corpus, "start"));
  ck_assert_uint_eq (parent_of (corpus, "beside", 0), find_commit (corpus, "start"));
  ck_assert_uint_eq (parent_of (corpus, "merge", 0), find_commit (corpus, "on"));
  ck_assert_uint_eq (parent_of (corpus, "merge", 1), find_commit (corpus, "beside"));
}
END_TEST

START_TEST (a_commit_keeps_its_people_and_no_bots)
{
  made_commit (&made, "main", 0, ANNE, "pair\n\nCo-authored-by: Bert <bert@x>\n", "");
  made_file (&made, "a", "1\n");
  made_commit (&made, "main", 1, "dependabot[bot] <bot@x>", "bump", "");
  made_file (&made, "a", "2\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);
  const ArdCommit *pair = ard_commit (corpus, find_commit (corpus, "pair"));

  ck_assert_uint_eq (pair->n_people, 2);
  ck_assert_str_eq (ard_author (corpus, ard_people (corpus, pair)[0])->name, "Anne");
  ck_assert_str_eq (ard_author (corpus, ard_people (corpus, pair)[1])->name, "Bert");
  ck_assert_uint_eq (ard_commit (corpus, find_commit (corpus, "bump"))->n_people, 0);
}
END_TEST

/* Claude Dupont is a person; the other three help to write. */
START_TEST (a_program_that_helped_to_write_is_nobody)
{
  made_commit (
      &made, "main", 0, ANNE,
      "one\n\nCo-authored-by: Claude Opus 4.8 <noreply@anthropic.com>\nCo-authored-by: Copilot <copilot@github.com>\n"
      "Co-authored-by: Weblate <noreply@weblate.org>\nCo-authored-by: Claude Dupont <claude@dupont.fr>\n",
      "");
  made_file (&made, "a", "1\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  const ArdCommit *commit = ard_commit (corpus, find_commit (corpus, "one"));

  ck_assert_uint_eq (commit->n_people, 2);
  ck_assert_str_eq (ard_author (corpus, ard_people (corpus, commit)[1])->name, "Claude Dupont");
}
END_TEST

START_TEST (a_rename_names_the_row_of_its_old_path)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "old", "1\n2\n3\n");
  made_commit (&made, "main", 1, ANNE, "move", "");
  g_string_append (made.stream, "R old new\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);
  const ArdCommit *move = ard_commit (corpus, find_commit (corpus, "move"));
  const ArdChange *added = ard_change (corpus, move->first_change);

  ck_assert_uint_eq (move->n_changes, 2);
  ck_assert_str_eq (added->path, "new");
  ck_assert_int_eq (added->status, 'A');
  ck_assert_str_eq (ard_change (corpus, added->renamed_from)->path, "old");
  ck_assert_int_eq (ard_change (corpus, added->renamed_from)->status, 'D');
  ck_assert_uint_eq (ard_change (corpus, added->renamed_from)->renamed_from, ARD_NONE);
}
END_TEST

static Suite *
suite (void)
{
  Suite *suite = suite_create ("history");
  TCase *cases = tcase_create ("all");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, a_commit_knows_its_parents);
  tcase_add_test (cases, a_commit_keeps_its_people_and_no_bots);
  tcase_add_test (cases, a_program_that_helped_to_write_is_nobody);
  tcase_add_test (cases, a_rename_names_the_row_of_its_old_path);
  suite_add_tcase (suite, cases);
  return suite;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());
  int failed;

  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed > 0;
}
