#include "clones/shared.h"
#include "made.h"

/* The tokens that two texts share; made_file () cuts them. */
static guint32
shared (const char *left, const char *right, guint32 edits)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  const ArdFile *a, *b;

  made_file (corpus, "a.c", "C", left);
  made_file (corpus, "b.c", "C", right);
  a = ard_file (corpus, 0);
  b = ard_file (corpus, 1);
  return ard_shared_count ((const ArdToken *) (gconstpointer) corpus->tokens->data, a->n_tokens,
                           (const ArdToken *) (gconstpointer) corpus->tokens->data + b->first_token, b->n_tokens,
                           edits);
}

START_TEST (equal_rows_share_all_of_it)
{
  ck_assert_uint_eq (shared ("a = b ;", "a = b ;", 0), 4);
  ck_assert_uint_eq (shared ("", "", 0), 0);
}
END_TEST

START_TEST (another_name_or_literal_is_not_shared)
{
  ck_assert_uint_eq (shared ("a = 1 ;", "b = 1 ;", 0), 3);
  ck_assert_uint_eq (shared ("a = 1 ;", "a = 2 ;", 0), 3);
  ck_assert_uint_eq (shared ("a = \"x\" ;", "a = \"y\" ;", 0), 3);
}
END_TEST

/* Of four names the first of each pair is not. */
START_TEST (a_name_that_stands_for_another_throughout_is_shared_from_the_second_time_on)
{
  ck_assert_uint_eq (shared ("a = b + a + b ;", "x = y + x + y ;", 0), 8 - 2);
  /* x would stand for two. */
  ck_assert_uint_eq (shared ("a = b + a + b ;", "x = y + x + x ;", 0), 8 - 4);
  /* Two names that fall together. */
  ck_assert_uint_eq (shared ("a = b + c ;", "x = x + x ;", 0), 6 - 3);
}
END_TEST

/* Two tokens more: two edits. */
START_TEST (what_one_of_them_has_more_is_left_out)
{
  ck_assert_uint_eq (shared ("a = b ;", "a = b + c ;", 2), 4);
  ck_assert_uint_eq (shared ("a = b + c ;", "a = b ;", 2), 4);
  ck_assert_uint_eq (shared ("a = b ;", "a = b + c ;", 1), 0);
  ck_assert_uint_eq (shared ("a ;", "", 2), 0);
}
END_TEST

/* A word for another is two edits, one on either side. */
START_TEST (other_words_do_not_fit)
{
  ck_assert_uint_eq (shared ("if ( a ) b ;", "for ( a ) b ;", 2), 5);
  ck_assert_uint_eq (shared ("if ( a ) b ;", "for ( a ) b ;", 1), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("shared");
  TCase *test = tcase_create ("shared");
  SRunner *runner;
  int failed;

  tcase_add_test (test, equal_rows_share_all_of_it);
  tcase_add_test (test, another_name_or_literal_is_not_shared);
  tcase_add_test (test, a_name_that_stands_for_another_throughout_is_shared_from_the_second_time_on);
  tcase_add_test (test, what_one_of_them_has_more_is_left_out);
  tcase_add_test (test, other_words_do_not_fit);
  suite_add_tcase (suite, test);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
