#include "bill.h"

static guint
rank (const Bill *bill, const char *path)
{
  return ard_file_score (bill->ledger, ard_corpus_find_file (bill->corpus, path))->rank;
}

static guint
rank_per_line (const Bill *bill, const char *path)
{
  return ard_file_score (bill->ledger, ard_corpus_find_file (bill->corpus, path))->rank_per_line;
}

START_TEST (files_rank_by_fixes_then_hours_then_size)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->fixes_month = 1;
  add_file (&bill, "b.c", 100)->fixes_month = 3;
  add_file (&bill, "c.c", 200)->fixes_month = 1;
  add_file (&bill, "d.c", 100)->fixes_month = 1;
  ard_file (bill.corpus, 3)->days_month = 30;
  add_file (&bill, "e.c", 100)->fixes_month = 1;
  add_file (&bill, "f.c", 900)->fixes_month = 9;
  ard_file (bill.corpus, 5)->flags |= ARD_FILE_GENERATED;
  score (&bill);
  ck_assert_uint_eq (rank (&bill, "b.c"), 1);
  ck_assert_uint_eq (rank (&bill, "d.c"), 2);
  ck_assert_uint_eq (rank (&bill, "c.c"), 3);
  ck_assert_uint_eq (rank (&bill, "a.c"), 4);
  ck_assert_uint_eq (rank (&bill, "e.c"), 5);
  ck_assert_uint_eq (rank (&bill, "f.c"), 6);
  bill_free (&bill);
}
END_TEST

static void
add_fixed (Bill *bill, const char *path, guint32 lines, guint32 fixes)
{
  ArdFile *file = add_file (bill, path, lines);

  file->fixes = fixes;
  file->fixes_month = fixes;
}

/*
 * 5 lines with one fix have 0.2 a line, 300 lines with 20 have 0.067: by the raw rate the tiny file leads.
 * By hand: R = 41 / 3305 = 0.012405, weighted spread 3.504e-4, less R / (3305 / 3) leaves 3.391e-4: 36.6 lines of R.
 * Then tiny has 1.454 / 41.6 = 0.035, mid 20.454 / 336.6 = 0.061, long 20.454 / 3036.6 = 0.0067.
 */
START_TEST (a_tiny_file_does_not_lead_by_noise)
{
  Bill bill = bill_new ();

  add_fixed (&bill, "long.c", 3000, 20);
  add_fixed (&bill, "mid.c", 300, 20);
  add_fixed (&bill, "tiny.c", 5, 1);
  score (&bill);
  ck_assert_uint_eq (rank_per_line (&bill, "mid.c"), 1);
  ck_assert_uint_eq (rank_per_line (&bill, "tiny.c"), 2);
  ck_assert_uint_eq (rank_per_line (&bill, "long.c"), 3);
  bill_free (&bill);
}
END_TEST

/* 1 fix in 100 lines, 2 in 200: no more apart than chance (not at all), so nothing but hours and size is left. */
START_TEST (rates_that_differ_by_chance_alone_do_not_rank)
{
  Bill bill = bill_new ();

  add_fixed (&bill, "a.c", 100, 1);
  add_fixed (&bill, "b.c", 200, 2);
  add_fixed (&bill, "c.c", 300, 3);
  ard_file (bill.corpus, 0)->days_month = 20;
  score (&bill);
  ck_assert_uint_eq (rank_per_line (&bill, "a.c"), 1);
  ck_assert_uint_eq (rank_per_line (&bill, "c.c"), 2);
  ck_assert_uint_eq (rank_per_line (&bill, "b.c"), 3);
  bill_free (&bill);
}
END_TEST

START_TEST (a_history_too_thin_leaves_size)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->fixes_month = 9;
  add_file (&bill, "b.c", 200)->fixes_month = 0;
  bill.settings->history_min_fixes = 5;
  score (&bill);
  ck_assert (!bill.ledger->priced);
  ck_assert_uint_eq (rank (&bill, "b.c"), 1);
  ck_assert_uint_eq (rank_per_line (&bill, "b.c"), 1);
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    files_rank_by_fixes_then_hours_then_size,
    a_tiny_file_does_not_lead_by_noise,
    rates_that_differ_by_chance_alone_do_not_rank,
    a_history_too_thin_leaves_size,
  };

  return run_tests ("rank", tests, G_N_ELEMENTS (tests));
}
