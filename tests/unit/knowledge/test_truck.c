#include "made.h"

static guint32
leaver (const Made *made, guint32 first, guint i)
{
  return ard_truck_person (made->corpus, first + i)->author;
}

/* A owns 0-3, B 4-6, C 7, D 8: without A 5 of 9 are left (0.56), without B too 2 of 9. Worked out by hand. */
START_TEST (owners_of_most_files_leave_until_fewer_than_half_have_an_owner)
{
  Made made = made_begin (9, 4);

  made_commit (&made, 1, 0, "D", "8", 'A');
  made_commit (&made, 2, 0, "C", "7", 'A');
  made_commit (&made, 3, 0, "B", "456", 'A');
  made_commit (&made, 4, 0, "A", "0123", 'A');
  made_end (&made);

  const ArdTruckFactor *row = ard_truck_factor (made.corpus, 0);

  ck_assert_uint_eq (row->module, ARD_NONE);
  ck_assert_uint_eq (row->files, 9);
  ck_assert_uint_eq (row->people, 4);
  ck_assert_uint_eq (row->factor, 2);
  ck_assert_uint_eq (leaver (&made, row->first_leaver, 0), 0);
  ck_assert_uint_eq (leaver (&made, row->first_leaver, 1), 1);
  ck_assert_uint_eq (ard_truck_person (made.corpus, row->first_leaver)->files, 4);
  ck_assert_double_eq_tol (row->coverage, 2.0 / 9, 1e-12);
  made_free (&made);
}
END_TEST

/* Half is not fewer than half: 2 of 4 are left without A, so B must leave too. */
START_TEST (exactly_half_is_not_yet_fewer)
{
  Made made = made_begin (4, 2);

  made_commit (&made, 1, 0, "B", "23", 'A');
  made_commit (&made, 2, 0, "A", "01", 'A');
  made_end (&made);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 0)->factor, 2);
  made_free (&made);
}
END_TEST

/* A, long gone, owns three of five files; of the two that B and C own, each has one. */
START_TEST (people_who_are_gone_count_in_the_published_factor_only)
{
  Made made = made_begin (5, 3);

  made_commit (&made, 1, 0, "C", "4", 'A');
  made_commit (&made, 2, 0, "B", "3", 'A');
  made_commit (&made, 400, 0, "A", "012", 'A');
  made_end (&made);

  const ArdTruckFactor *row = ard_truck_factor (made.corpus, 0);

  ck_assert_uint_eq (row->factor, 1);
  ck_assert_uint_eq (row->people, 2);
  ck_assert_uint_eq (row->owned, 2);
  ck_assert_uint_eq (row->active_factor, 2);
  ck_assert_uint_eq (leaver (&made, row->first_active, 0), 1);
  ck_assert (!ard_person (made.corpus, 0)->active);
  made_free (&made);
}
END_TEST

/*
 * Of ten files A, long gone, owns four; B, C and D, who are here, two each. Of the six that somebody here owns it takes
 * two people until fewer than half are left; of all ten, 4 of 10 are left once B is gone.
 */
START_TEST (files_that_nobody_here_owns_count_as_lost_in_the_factor_over_all)
{
  Made made = made_begin (10, 4);

  made_commit (&made, 1, 0, "D", "89", 'A');
  made_commit (&made, 2, 0, "C", "67", 'A');
  made_commit (&made, 3, 0, "B", "45", 'A');
  made_commit (&made, 400, 0, "A", "0123", 'A');
  made_end (&made);

  const ArdTruckFactor *row = ard_truck_factor (made.corpus, 0);

  ck_assert_uint_eq (row->active_factor, 2);
  ck_assert_uint_eq (row->all_factor, 1);
  ck_assert_double_eq_tol (row->all_coverage, 0.4, 1e-12);
  made_free (&made);
}
END_TEST

START_TEST (nobody_has_to_leave_where_most_files_are_lost_already)
{
  Made made = made_begin (3, 2);

  made_commit (&made, 1, 0, "B", "2", 'A');
  made_commit (&made, 400, 0, "A", "01", 'A');
  made_end (&made);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 0)->all_factor, 0);
  ck_assert_double_eq_tol (ard_truck_factor (made.corpus, 0)->all_coverage, 1.0 / 3, 1e-12);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 0)->active_factor, 1);
  made_free (&made);
}
END_TEST

START_TEST (a_folder_has_its_own_factor)
{
  Made made = made_begin (4, 3);
  ArdModule module = { .path = "core", .n_files = 2 };

  g_array_append_val (made.corpus->modules, module);
  ard_file (made.corpus, 2)->module = ard_file (made.corpus, 3)->module = 0;
  made_commit (&made, 1, 0, "B", "23", 'A');
  made_commit (&made, 2, 0, "C", "1", 'A');
  made_commit (&made, 3, 0, "A", "0", 'A');
  made_end (&made);
  ck_assert_uint_eq (made.corpus->truck_factors->len, 2);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 1)->module, 0);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 1)->files, 2);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 1)->factor, 1);
  ck_assert_uint_eq (leaver (&made, ard_truck_factor (made.corpus, 1)->first_leaver, 0), 1);
  made_free (&made);
}
END_TEST

START_TEST (texts_and_generated_files_are_no_files_of_code)
{
  Made made = made_begin (3, 2);

  ard_file (made.corpus, 1)->measured = FALSE;
  ard_file (made.corpus, 2)->flags = ARD_FILE_GENERATED;
  made_commit (&made, 1, 0, "B", "12", 'A');
  made_commit (&made, 2, 0, "A", "0", 'A');
  made_end (&made);
  ck_assert_uint_eq (ard_truck_factor (made.corpus, 0)->files, 1);
  ck_assert_uint_eq (ard_file (made.corpus, 1)->n_knowledge, 1);
  ck_assert_uint_eq (ard_file (made.corpus, 2)->n_knowledge, 0);
  ck_assert_uint_eq (ard_person (made.corpus, 1)->files, 0);
  made_free (&made);
}
END_TEST

/* A owns 0 alone and 1 with B; C, who owns 2, is gone. */
START_TEST (a_person_row_tells_what_nobody_else_here_owns)
{
  Made made = made_begin (3, 3);

  made_commit (&made, 1, 0, "B", "1", 'M');
  made_commit (&made, 2, 0, "AB", "1", 'A');
  made_commit (&made, 3, 0, "A", "0", 'A');
  made_commit (&made, 500, 0, "C", "2", 'A');
  made_end (&made);
  ck_assert_uint_eq (ard_person (made.corpus, 0)->files, 2);
  ck_assert_uint_eq (ard_person (made.corpus, 0)->alone, 1);
  ck_assert_uint_eq (ard_person (made.corpus, 0)->commits, 2);
  ck_assert_uint_eq (ard_person (made.corpus, 1)->alone, 0);
  ck_assert_uint_eq (ard_person (made.corpus, 2)->alone, 0);
  ck_assert_uint_eq (ard_person (made.corpus, 2)->files, 1);
  made_free (&made);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    owners_of_most_files_leave_until_fewer_than_half_have_an_owner,
    exactly_half_is_not_yet_fewer,
    people_who_are_gone_count_in_the_published_factor_only,
    files_that_nobody_here_owns_count_as_lost_in_the_factor_over_all,
    nobody_has_to_leave_where_most_files_are_lost_already,
    a_folder_has_its_own_factor,
    texts_and_generated_files_are_no_files_of_code,
    a_person_row_tells_what_nobody_else_here_owns,
  };

  return made_run ("truck", tests, G_N_ELEMENTS (tests));
}
