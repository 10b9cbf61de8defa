#include "made.h"

static const ArdLostFile *
lost (const ArdOffboard *offboard, guint i)
{
  return &g_array_index (offboard->files, ArdLostFile, i);
}

/*
 * A owns 0 and 1 alone, 2 with B; B has made one commit of 1; C owns 3 in folder "core", where 0 is too.
 * D, who owns 4, is gone.
 */
static Made
make (void)
{
  Made made = made_begin (5, 4);
  ArdModule module = { .path = "core", .n_files = 2 };

  g_array_append_val (made.corpus->modules, module);
  ard_file (made.corpus, 0)->module = ard_file (made.corpus, 3)->module = 0;
  ard_file (made.corpus, 1)->days_month = 5;
  made_commit (&made, 1, 0, "B", "1", 'M');
  for (guint i = 0; i < 4; i++)
    made_commit (&made, 2 + i, 0, "A", "1", 'M');
  made_commit (&made, 7, 0, "C", "3", 'A');
  made_commit (&made, 8, 0, "AB", "2", 'A');
  made_commit (&made, 9, 0, "A", "01", 'A');
  made_commit (&made, 500, 0, "D", "4", 'A');
  made_end (&made);
  return made;
}

START_TEST (files_whose_last_owner_leaves_are_lost_the_most_worked_on_first)
{
  const guint32 leavers[] = { 0 };
  Made made = make ();
  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, made.corpus, made.settings, leavers, 1);
  ck_assert_uint_eq (offboard.files->len, 2);
  ck_assert_uint_eq (lost (&offboard, 0)->file, 1);
  ck_assert_uint_eq (lost (&offboard, 1)->file, 0);
  ck_assert_uint_eq (offboard.n_files, 5);
  ck_assert_uint_eq (offboard.n_owned, 4);
  ck_assert_uint_eq (offboard.people_before, 3);
  ck_assert_uint_eq (offboard.people_after, 2);
  /* Four whole days in 1, and half a day in each of the two. */
  ck_assert_double_eq_tol (lost (&offboard, 0)->days, 4.5, 1e-6);
  ck_assert_double_eq_tol (offboard.days, 5, 1e-6);
  made_free (&made);
}
END_TEST

START_TEST (the_successor_is_who_worked_on_it_lately_or_on_the_folder)
{
  const guint32 leavers[] = { 0 };
  Made made = make ();
  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, made.corpus, made.settings, leavers, 1);
  ck_assert (lost (&offboard, 0)->knows);
  ck_assert_uint_eq (lost (&offboard, 0)->successor, 1);
  ck_assert_double_eq_tol (lost (&offboard, 0)->successor_days, 1, 1e-6);
  ck_assert_uint_eq (lost (&offboard, 0)->successor_recent, 1);
  ck_assert (!lost (&offboard, 1)->knows);
  ck_assert_uint_eq (lost (&offboard, 1)->successor, 2); /* C, of the folder core */
  made_free (&made);
}
END_TEST

/*
 * Of 0 to 4, D, who is gone, owns 4. Here: A owns 0, 1 and 2, B 2, C 3. Without A, C and B are left with 2 and 3: of
 * the five files fewer than half, of the two that they own one person's leaving takes half and two take all.
 */
START_TEST (both_bases_of_the_truck_factor_are_told)
{
  const guint32 leavers[] = { 0 };
  Made made = make ();
  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, made.corpus, made.settings, leavers, 1);
  ck_assert_uint_eq (offboard.truck_before, 1);
  ck_assert_uint_eq (offboard.truck_after, 0);
  ck_assert_uint_eq (offboard.truck_owned_before, 2);
  ck_assert_uint_eq (offboard.truck_owned_after, 2);
  made_free (&made);
}
END_TEST

START_TEST (a_group_leaves_together)
{
  const guint32 leavers[] = { 0, 1 };
  Made made = make ();
  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, made.corpus, made.settings, leavers, 2);
  ck_assert_uint_eq (offboard.files->len, 3);
  ck_assert_uint_eq (offboard.people_after, 1);
  made_free (&made);
}
END_TEST

START_TEST (who_is_gone_already_can_be_looked_at_too)
{
  const guint32 leavers[] = { 3 };
  Made made = make ();
  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, made.corpus, made.settings, leavers, 1);
  ck_assert_uint_eq (offboard.files->len, 1);
  ck_assert_uint_eq (lost (&offboard, 0)->file, 4);
  ck_assert_uint_eq (offboard.n_owned, 5);
  made_free (&made);
}
END_TEST

START_TEST (folders_sum_their_lost_files)
{
  const guint32 leavers[] = { 0 };
  Made made = make ();
  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, made.corpus, made.settings, leavers, 1);
  ck_assert_uint_eq (offboard.modules->len, 2);

  const ArdLostModule *elsewhere = &g_array_index (offboard.modules, ArdLostModule, 0);
  const ArdLostModule *core = &g_array_index (offboard.modules, ArdLostModule, 1);

  ck_assert_uint_eq (elsewhere->module, ARD_NONE);
  ck_assert_uint_eq (core->module, 0);
  ck_assert_uint_eq (core->files, 2);
  ck_assert_uint_eq (core->lost, 1);
  ck_assert_uint_eq (core->successor, 2);
  made_free (&made);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { files_whose_last_owner_leaves_are_lost_the_most_worked_on_first,
                                 the_successor_is_who_worked_on_it_lately_or_on_the_folder,
                                 a_group_leaves_together,
                                 both_bases_of_the_truck_factor_are_told,
                                 who_is_gone_already_can_be_looked_at_too,
                                 folders_sum_their_lost_files };

  return made_run ("offboard", tests, G_N_ELEMENTS (tests));
}
