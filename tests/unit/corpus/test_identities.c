#include "corpus/identities.h"

#include "made.h"

static ArdCorpus *corpus;

static void
begin (void)
{
  corpus = ard_corpus_new ();
}

static void
end (void)
{
  ard_corpus_free (corpus);
}

static guint32
add_author (const char *name, const char *mail, gboolean bot)
{
  ArdAuthor author = { name, mail, bot };

  g_array_append_val (corpus->authors, author);
  return corpus->authors->len - 1;
}

static void
add_commit (guint32 author, guint32 co_author)
{
  ArdCommit commit = { .author = author, .subject = "", .first_person = corpus->people->len, .n_people = 1 };

  g_array_append_val (corpus->people, author);
  if (co_author != ARD_NONE) {
    g_array_append_val (corpus->people, co_author);
    commit.n_people = 2;
  }
  g_array_append_val (corpus->commits, commit);
}

START_TEST (one_mail_or_one_full_name_is_one_person_by_any_chain)
{
  guint32 home = add_author ("Ada Lovelace", "ada@home.org", FALSE);
  guint32 work = add_author ("ada", "Ada@Work.org", FALSE);
  guint32 both = add_author ("ADA  Lovelace", "ada@work.org", FALSE);
  guint32 other = add_author ("Ben", "ben@work.org", FALSE);

  add_commit (home, ARD_NONE);
  add_commit (work, both);
  add_commit (work, other);
  ard_identities_join (corpus);
  ck_assert_uint_eq (corpus->authors->len, 2);
  ck_assert_str_eq (ard_author (corpus, 0)->name, "ada"); /* two commits against one */
  ck_assert_uint_eq (ard_commit (corpus, 0)->author, 0);
  ck_assert_uint_eq (ard_commit (corpus, 1)->n_people, 1);
  ck_assert_uint_eq (ard_commit (corpus, 2)->n_people, 2);
  ck_assert_uint_eq (ard_people (corpus, ard_commit (corpus, 2))[1], 1);
}
END_TEST

START_TEST (single_names_shared_boxes_placeholders_and_bots_join_nobody)
{
  add_author ("Ben", "ben@one.org", FALSE);
  add_author ("Ben", "ben@two.org", FALSE);
  add_author ("Cleo", "root@build.org", FALSE);
  add_author ("Dan", "root@build.org", FALSE);
  add_author ("Eve", "(no author)", FALSE);
  add_author ("Finn", "(no author)", FALSE);
  add_author ("Your Name", "a@one.org", FALSE);
  add_author ("Your Name", "b@two.org", FALSE);
  add_author ("Release Robot", "bot@one.org", TRUE);
  add_author ("Release Robot", "gina@one.org", FALSE);
  ard_identities_join (corpus);
  ck_assert_uint_eq (corpus->authors->len, 10);
}
END_TEST

/* gnattu writes under the account's own name; Daniel's account is daniel, so another Daniel stays another. */
START_TEST (a_name_that_is_an_account_of_a_forge_is_one_person)
{
  add_author ("gnattu", "1234+gnattu@users.noreply.github.com", FALSE);
  add_author ("gnattu", "gn@home.org", FALSE);
  add_author ("Daniel", "daniel@users.noreply.github.com", FALSE);
  add_author ("Daniel", "dan@home.org", FALSE);
  add_author ("gnattu", "gnattu@build.local", TRUE);
  ard_identities_join (corpus);
  ck_assert_uint_eq (corpus->authors->len, 4);
}
END_TEST

START_TEST (pseudonyms_are_stable_and_hide_name_and_mail)
{
  add_author ("Ada Lovelace", "ada@home.org", FALSE);
  add_author ("dependabot[bot]", "bot@x", TRUE);
  ard_identities_veil (corpus);
  /* printf 'Ada Lovelace <ada@home.org>' | sha256sum */
  ck_assert_str_eq (ard_author (corpus, 0)->name, "person-0e184a3f");
  ck_assert_str_eq (ard_author (corpus, 0)->mail, "");
  ck_assert_str_eq (ard_author (corpus, 1)->name, "dependabot[bot]");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("identities");
  TCase *cases = tcase_create ("identities");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, one_mail_or_one_full_name_is_one_person_by_any_chain);
  tcase_add_test (cases, a_name_that_is_an_account_of_a_forge_is_one_person);
  tcase_add_test (cases, single_names_shared_boxes_placeholders_and_bots_join_nobody);
  tcase_add_test (cases, pseudonyms_are_stable_and_hide_name_and_mail);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
