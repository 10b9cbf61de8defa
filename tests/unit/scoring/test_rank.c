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

/*
 * 5 lines with one fix have 0.2 a line, 300 lines with 20 have 0.067: by the raw
 * rate the tiny file leads. The median file is 300 lines: (1 + prior) / 305 < (20 + prior) / 600.
 */
START_TEST (a_tiny_file_does_not_lead_by_noise)
{
  Bill bill = bill_new ();

  add_file (&bill, "long.c", 3000)->fixes_month = 20;
  add_file (&bill, "mid.c", 300)->fixes_month = 20;
  add_file (&bill, "tiny.c", 5)->fixes_month = 1;
  score (&bill);
  ck_assert_uint_eq (rank_per_line (&bill, "mid.c"), 1);
  ck_assert_uint_eq (rank_per_line (&bill, "tiny.c"), 2);
  ck_assert_uint_eq (rank_per_line (&bill, "long.c"), 3);
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
    a_history_too_thin_leaves_size,
  };

  return run_tests ("rank", tests, G_N_ELEMENTS (tests));
}
