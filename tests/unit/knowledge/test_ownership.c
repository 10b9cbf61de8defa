#include "made.h"

/* 3.293 + 1.098 + 0.164 x 2 - 0.321 x ln (1 + 1) for A; 3.293 + 0.164 - 0.321 x ln (1 + 2) for B, by hand. */
START_TEST (the_degree_of_authorship_follows_the_published_formula)
{
  Made made = made_begin (1, 2);

  made_commit (&made, 1, 0, "A", "0", 'M');
  made_commit (&made, 2, 0, "B", "0", 'M');
  made_commit (&made, 3, 0, "A", "0", 'M');
  made_commit (&made, 4, 0, "A", "0", 'A');
  made_end (&made);

  const ArdKnowledge *first = made_row (&made, 0, 'A'), *second = made_row (&made, 0, 'B');

  ck_assert (first->first && !second->first);
  ck_assert_uint_eq (first->deliveries, 2);
  ck_assert_uint_eq (first->others, 1);
  ck_assert_uint_eq (second->deliveries, 1);
  ck_assert_uint_eq (second->others, 2);
  ck_assert_double_eq_tol (first->doa, 4.496500, 1e-5);
  ck_assert_double_eq_tol (second->doa, 3.104345, 1e-5);
  ck_assert_double_eq_tol (second->share, 3.104345 / 4.496500, 1e-5);
  made_free (&made);
}
END_TEST

/* B's degree is below 3.293 although its share may be high: both thresholds must hold. */
START_TEST (an_owner_passes_both_thresholds)
{
  Made made = made_begin (1, 2);

  for (guint i = 0; i < 6; i++)
    made_commit (&made, 1 + i, 0, "B", "0", 'M');
  made_commit (&made, 9, 0, "A", "0", 'A');
  made_end (&made);
  /* A: 4.391 - 0.321 x ln 7 = 3.766; B: 3.293 + 0.984 - 0 = 4.277. */
  ck_assert_double_eq_tol (made_row (&made, 0, 'A')->doa, 3.766362, 1e-5);
  ck_assert_double_eq_tol (made_row (&made, 0, 'B')->doa, 4.277, 1e-9);
  ck_assert (made_row (&made, 0, 'A')->owner && made_row (&made, 0, 'B')->owner);
  made_free (&made);

  made = made_begin (1, 2);
  for (guint i = 0; i < 30; i++)
    made_commit (&made, 1 + i, 0, "B", "0", 'M');
  made_commit (&made, 40, 0, "A", "0", 'A');
  made_end (&made);
  ck_assert (!made_row (&made, 0, 'A')->owner); /* 4.391 - 0.321 x ln 31 = 3.289 */
  ck_assert (made_row (&made, 0, 'B')->owner);
  made_free (&made);
}
END_TEST

START_TEST (rows_of_a_file_go_from_the_largest_degree_down)
{
  Made made = made_begin (2, 3);

  made_commit (&made, 1, 0, "C", "01", 'M');
  made_commit (&made, 2, 0, "B", "0", 'M');
  made_commit (&made, 3, 0, "B", "0", 'M');
  made_commit (&made, 4, 0, "A", "01", 'A');
  made_end (&made);
  ck_assert_uint_eq (ard_file (made.corpus, 0)->n_knowledge, 3);
  ck_assert_uint_eq (ard_knowledge (made.corpus, 0)->author, 0);
  ck_assert_uint_eq (ard_knowledge (made.corpus, 1)->author, 1);
  ck_assert_uint_eq (ard_knowledge (made.corpus, 2)->author, 2);
  ck_assert_uint_eq (ard_file (made.corpus, 1)->first_knowledge, 3);
  ck_assert_uint_eq (ard_file (made.corpus, 1)->n_knowledge, 2);
  made_free (&made);
}
END_TEST

START_TEST (co_authors_know_as_much_as_the_author)
{
  Made made = made_begin (1, 2);

  made_commit (&made, 1, 0, "AB", "0", 'M');
  made_commit (&made, 2, 0, "AB", "0", 'A');
  made_end (&made);
  ck_assert_double_eq (made_row (&made, 0, 'A')->doa, made_row (&made, 0, 'B')->doa);
  ck_assert (made_row (&made, 0, 'B')->first);
  ck_assert_uint_eq (made_row (&made, 0, 'B')->others, 0);
  made_free (&made);
}
END_TEST

START_TEST (mass_and_ignored_commits_teach_nobody_but_their_additions_have_a_first_author)
{
  Made made = made_begin (1, 4);

  made_commit (&made, 1, ARD_COMMIT_IGNORED, "C", "0", 'M');
  made_commit (&made, 2, ARD_COMMIT_MASS, "B", "0", 'M');
  made_commit (&made, 3, ARD_COMMIT_BOT, "D", "0", 'M');
  made_commit (&made, 4, ARD_COMMIT_MASS, "A", "0", 'A');
  made_end (&made);
  ck_assert_uint_eq (ard_file (made.corpus, 0)->n_knowledge, 1);
  ck_assert (made_row (&made, 0, 'A')->first);
  ck_assert_uint_eq (made_row (&made, 0, 'A')->others, 0);
  ck_assert_double_eq (made_row (&made, 0, 'A')->days, 0);
  made_free (&made);
}
END_TEST

/* Both rows of a rename are one delivery, and the new name's row is no addition. */
START_TEST (a_rename_is_one_delivery_and_no_birth)
{
  Made made = made_begin (1, 2);

  made_commit (&made, 1, 0, "B", "00", 'A');
  ard_change (made.corpus, 0)->status = 'D';
  ard_change (made.corpus, 1)->renamed_from = 0;
  made_commit (&made, 2, 0, "A", "0", 'A');
  made_end (&made);
  ck_assert (!made_row (&made, 0, 'B')->first);
  ck_assert_uint_eq (made_row (&made, 0, 'B')->deliveries, 1);
  ck_assert_uint_eq (made_row (&made, 0, 'A')->others, 1);
  made_free (&made);
}
END_TEST

/* On day 1, A changes two files alike: half a day each; on day 2 one file: a whole day. */
START_TEST (a_day_is_split_over_its_changes)
{
  Made made = made_begin (2, 2);

  made_commit (&made, 1, 0, "A", "0", 'M');
  made_commit (&made, 1, 0, "A", "1", 'M');
  made_commit (&made, 2, 0, "AB", "0", 'M');
  made_commit (&made, 700, 0, "A", "0", 'A');
  made_commit (&made, 700, 0, "B", "1", 'A');
  made_end (&made);
  ck_assert_double_eq_tol (made_row (&made, 0, 'A')->days, 2.5, 1e-6);
  ck_assert_double_eq_tol (made_row (&made, 1, 'A')->days, 0.5, 1e-6);
  ck_assert_double_eq_tol (made_row (&made, 0, 'B')->days, 1, 1e-6);
  made_free (&made);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_degree_of_authorship_follows_the_published_formula,
    an_owner_passes_both_thresholds,
    rows_of_a_file_go_from_the_largest_degree_down,
    co_authors_know_as_much_as_the_author,
    mass_and_ignored_commits_teach_nobody_but_their_additions_have_a_first_author,
    a_rename_is_one_delivery_and_no_birth,
    a_day_is_split_over_its_changes,
  };

  return made_run ("ownership", tests, G_N_ELEMENTS (tests));
}
