#include "ranking/outcome.h"

#include "made.h"

static Made
made_before (void)
{
  Made made = made_new ();

  add_file (&made, "a.c", 10);
  add_file (&made, "b.c", 10);
  add_commit (&made, 1, 400, ARD_COMMIT_FIX);
  add_change (&made, 0, "a.c", 'A', 10, ARD_NONE);
  made_finish (&made);
  return made;
}

static ArdOutcome *
follow (Made *before, Made *after)
{
  ArdOutcome *rows = ard_ranking_outcome (before->corpus, after->corpus);

  ard_corpus_free (before->corpus);
  ard_corpus_free (after->corpus);
  return rows;
}

/* The known commit 1 counts no more; two fixes of one day are one repair; a mass commit is none. */
START_TEST (only_what_the_earlier_history_lacks_counts)
{
  Made before = made_before (), after = made_new ();
  g_autofree ArdOutcome *rows = NULL;

  add_commit (&after, 4, 5, ARD_COMMIT_FIX | ARD_COMMIT_MASS);
  add_change (&after, 0, "a.c", 'M', 1, ARD_NONE);
  add_commit (&after, 3, 10, ARD_COMMIT_FIX);
  add_change (&after, 0, "a.c", 'M', 1, ARD_NONE);
  add_commit (&after, 2, 10, ARD_COMMIT_FIX);
  add_change (&after, 0, "a.c", 'M', 1, ARD_NONE);
  add_commit (&after, 1, 400, ARD_COMMIT_FIX);
  add_change (&after, 0, "a.c", 'A', 1, ARD_NONE);
  rows = follow (&before, &after);
  ck_assert_uint_eq (rows[0].fixes, 1);
  ck_assert_uint_eq (rows[0].revisions, 2);
  ck_assert_double_eq_tol (rows[0].days, 1, 1e-6);
  ck_assert_uint_eq (rows[1].fixes, 0);
}
END_TEST

/* a.c becomes z.c and is fixed there; then a new a.c is made and fixed: that one is nobody of before. */
START_TEST (a_file_is_followed_through_a_rename_and_its_old_name_let_go)
{
  Made before = made_before (), after = made_new ();
  g_autofree ArdOutcome *rows = NULL;
  guint32 old;

  add_commit (&after, 6, 1, ARD_COMMIT_FIX);
  add_change (&after, ARD_NONE, "a.c", 'M', 1, ARD_NONE);
  add_commit (&after, 5, 2, 0);
  add_change (&after, ARD_NONE, "a.c", 'A', 1, ARD_NONE);
  add_commit (&after, 4, 3, ARD_COMMIT_FIX);
  add_change (&after, ARD_NONE, "z.c", 'M', 1, ARD_NONE);
  add_commit (&after, 3, 4, 0);
  old = add_change (&after, ARD_NONE, "a.c", 'D', 0, ARD_NONE);
  add_change (&after, ARD_NONE, "z.c", 'A', 10, old);
  rows = follow (&before, &after);
  ck_assert_uint_eq (rows[0].fixes, 1);
  ck_assert_uint_eq (rows[0].revisions, 2);
}
END_TEST

/* a.c and b.c change names in one commit; then a.c, once b.c, is fixed. */
START_TEST (swapped_names_are_followed)
{
  Made before = made_before (), after = made_new ();
  g_autofree ArdOutcome *rows = NULL;
  guint32 a, b;

  add_commit (&after, 3, 1, ARD_COMMIT_FIX);
  add_change (&after, 0, "a.c", 'M', 1, ARD_NONE);
  add_commit (&after, 2, 2, 0);
  a = add_change (&after, 0, "a.c", 'M', 1, ARD_NONE);
  b = add_change (&after, 1, "b.c", 'M', 1, a);
  ard_change (after.corpus, a)->renamed_from = b;
  rows = follow (&before, &after);
  ck_assert_uint_eq (rows[0].fixes, 0);
  ck_assert_uint_eq (rows[1].fixes, 1);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    only_what_the_earlier_history_lacks_counts,
    a_file_is_followed_through_a_rename_and_its_old_name_let_go,
    swapped_names_are_followed,
  };

  return run_tests ("outcome", tests, G_N_ELEMENTS (tests));
}
