#include "made.h"

static void
couple (Made *made, guint32 one, guint32 other, guint32 together)
{
  ArdCoupling row = { .one = one, .other = other, .together = together };

  g_array_append_val (made->corpus->couplings, row);
}

/* Files 0 and 1 changed together 3 times: A made 2 commits of 0, B 4 of 1: 2 x 4 x 3. C only 1 of 1: 2 x 1 x 3. */
START_TEST (the_need_is_commits_times_commits_times_the_coupling)
{
  Made made = made_begin (2, 3);

  couple (&made, 0, 1, 3);
  made_commit (&made, 1, 0, "C", "1", 'M');
  for (guint i = 0; i < 4; i++)
    made_commit (&made, 2 + i, 0, "B", "1", 'M');
  made_commit (&made, 7, 0, "A", "0", 'M');
  made_commit (&made, 8, 0, "A", "0", 'A');
  made_end (&made);
  ck_assert_uint_eq (made.corpus->needs->len, 2);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->one, 0);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->other, 1);
  ck_assert_double_eq (ard_need (made.corpus, 0)->need, 1);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->couplings, 1);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->strongest, 0);
  ck_assert_uint_eq (ard_need (made.corpus, 1)->other, 2);
  ck_assert_double_eq_tol (ard_need (made.corpus, 1)->need, 6.0 / 24, 1e-12);
  made_free (&made);
}
END_TEST

START_TEST (commits_that_both_signed_are_counted_beside)
{
  Made made = made_begin (2, 2);

  couple (&made, 0, 1, 1);
  made_commit (&made, 1, 0, "AB", "01", 'M');
  made_commit (&made, 2, 0, "AB", "0", 'M');
  made_end (&made);
  ck_assert_uint_eq (made.corpus->needs->len, 1);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->shared, 2);
  ck_assert_uint_eq (ard_need (made.corpus, 0)->couplings, 1);
  made_free (&made);
}
END_TEST

START_TEST (nobody_needs_to_talk_to_themselves_or_to_who_is_gone)
{
  Made made = made_begin (2, 2);

  couple (&made, 0, 1, 5);
  made_commit (&made, 1, 0, "A", "01", 'M');
  made_commit (&made, 400, 0, "B", "01", 'A');
  made_end (&made);
  ck_assert_uint_eq (made.corpus->needs->len, 0);
  made_free (&made);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { the_need_is_commits_times_commits_times_the_coupling,
                                 commits_that_both_signed_are_counted_beside,
                                 nobody_needs_to_talk_to_themselves_or_to_who_is_gone };

  return made_run ("needs", tests, G_N_ELEMENTS (tests));
}
