#include "made.h"

static void
couple (Made *made, guint32 one, guint32 other, guint32 together)
{
  ArdCoupling row = { .one = one, .other = other, .together = together };

  g_array_append_val (made->corpus->couplings, row);
}

static void
commit_often (Made *made, guint n, const char *people, const char *files)
{
  for (guint i = 0; i < n; i++)
    made_commit (made, 1 + i, 0, people, files, 'M');
}

/* Files 0 and 1 changed together 10 times: A made 3 commits of 0, B 4 of 1: 3 x 4 x 10. C 3 of 1: 3 x 3 x 10. */
START_TEST (the_need_is_commits_times_commits_times_the_coupling)
{
  Made made = made_begin (2, 3);

  couple (&made, 0, 1, 10);
  commit_often (&made, 3, "C", "1");
  commit_often (&made, 4, "B", "1");
  commit_often (&made, 3, "A", "0");
  made_end (&made);
  ck_assert_uint_eq (made.corpus->needs->len, 2);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->one, 0);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->other, 1);
  ck_assert_double_eq (ard_need (made.corpus, 0)->need, 1);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->couplings, 1);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->strongest, 0);
  ck_assert_uint_eq (ard_need (made.corpus, 1)->other, 2);
  ck_assert_double_eq_tol (ard_need (made.corpus, 1)->need, 90.0 / 120, 1e-12);
  made_free (&made);
}
END_TEST

START_TEST (commits_that_both_signed_are_counted_beside_whatever_they_changed)
{
  Made made = made_begin (3, 2);

  couple (&made, 0, 1, 10);
  commit_often (&made, 3, "AB", "01");
  commit_often (&made, 1, "AB", "2");
  made_end (&made);
  ck_assert_uint_eq (made.corpus->needs->len, 1);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->shared, 4);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->couplings, 1);
  made_free (&made);
}
END_TEST

START_TEST (nobody_needs_to_talk_to_themselves_or_to_who_is_gone)
{
  Made made = made_begin (2, 2);

  couple (&made, 0, 1, 10);
  commit_often (&made, 3, "A", "01");
  for (guint i = 0; i < 3; i++)
    made_commit (&made, 400 + i, 0, "B", "01", 'M');
  made_end (&made);
  ck_assert_uint_eq (made.corpus->needs->len, 0);
  made_free (&made);
}
END_TEST

/* Needs of two people with n commits each on either side of couplings of that many commits. */
static guint
count_needs (guint n, guint n_couplings, guint together, gboolean code)
{
  Made made = made_begin (4, 2);
  guint found;

  for (guint i = 0; i < n_couplings; i++)
    couple (&made, 2 * i, 2 * i + 1, together);
  ard_file (made.corpus, 0)->measured = code;
  commit_often (&made, n, "A", "02");
  commit_often (&made, n, "B", "13");
  made_end (&made);
  found = made.corpus->needs->len;
  made_free (&made);
  return found;
}

START_TEST (one_coupling_of_a_few_commits_makes_no_need)
{
  ck_assert_uint_eq (count_needs (3, 1, 9, TRUE), 0);
  ck_assert_uint_eq (count_needs (3, 1, 10, TRUE), 1);
  ck_assert_uint_eq (count_needs (3, 2, 5, TRUE), 1);
}
END_TEST

START_TEST (two_commits_of_a_file_make_no_need)
{
  ck_assert_uint_eq (count_needs (2, 2, 20, TRUE), 0);
}
END_TEST

START_TEST (files_that_are_no_code_make_no_need)
{
  ck_assert_uint_eq (count_needs (3, 1, 20, FALSE), 0);
  ck_assert_uint_eq (count_needs (3, 2, 20, FALSE), 1); /* the other coupling alone, of 20 commits */
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_need_is_commits_times_commits_times_the_coupling,
    commits_that_both_signed_are_counted_beside_whatever_they_changed,
    nobody_needs_to_talk_to_themselves_or_to_who_is_gone,
    one_coupling_of_a_few_commits_makes_no_need,
    two_commits_of_a_file_make_no_need,
    files_that_are_no_code_make_no_need,
  };

  return made_run ("needs", tests, G_N_ELEMENTS (tests));
}
