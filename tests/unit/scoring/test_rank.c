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

START_TEST (files_rank_by_expected_fixes_then_past_ones_then_size)
{
  Bill bill = bill_new ();

  add_file (&bill, "a.c", 100)->expected_fixes_year = 1;
  add_file (&bill, "b.c", 100)->expected_fixes_year = 3;
  add_file (&bill, "c.c", 200)->expected_fixes_year = 1;
  add_file (&bill, "d.c", 100)->expected_fixes_year = 1;
  ard_file (bill.corpus, 3)->fixes_month = 30;
  add_file (&bill, "e.c", 100)->expected_fixes_year = 1;
  add_file (&bill, "f.c", 900)->expected_fixes_year = 9;
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

/* 20 in 3000 lines are 0.0067 a line, 20 in 300 are 0.067, 1 in 5 is 0.2; a test expects nothing of its own. */
START_TEST (the_second_order_is_of_the_same_fixes_a_line)
{
  Bill bill = bill_new ();

  add_file (&bill, "long.c", 3000)->expected_fixes_year = 20;
  add_file (&bill, "mid.c", 300)->expected_fixes_year = 20;
  add_file (&bill, "test.c", 10)->fixes_month = 7;
  add_file (&bill, "tiny.c", 5)->expected_fixes_year = 1;
  score (&bill);
  ck_assert_uint_eq (rank_per_line (&bill, "tiny.c"), 1);
  ck_assert_uint_eq (rank_per_line (&bill, "mid.c"), 2);
  ck_assert_uint_eq (rank_per_line (&bill, "long.c"), 3);
  ck_assert_uint_eq (rank_per_line (&bill, "test.c"), 4);
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

/* 4.5, 2, 1.5; nothing is known of the last. */
START_TEST (functions_rank_by_what_is_expected_of_them)
{
  Bill bill = bill_new ();
  ArdCorpusFunction rows[] = { { .file = 0, .expected_fixes_year = 1.5 },
                               { .file = 0, .expected_fixes_year = 4.5 },
                               { .file = 1, .expected_fixes_year = 2 },
                               { .file = 1 } };

  add_file (&bill, "a.c", 100)->expected_fixes_year = 6;
  ard_file (bill.corpus, 0)->n_functions = 2;
  add_file (&bill, "b.c", 100)->expected_fixes_year = 2;
  ard_file (bill.corpus, 1)->n_functions = 2;
  ard_file (bill.corpus, 1)->first_function = 2;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    rows[i].facts.name = "f";
    rows[i].facts.parent = ARD_NONE;
    g_array_append_val (bill.corpus->functions, rows[i]);
  }
  score (&bill);
  ck_assert_uint_eq (g_array_index (bill.ledger->function_ranks, guint32, 1), 1);
  ck_assert_uint_eq (g_array_index (bill.ledger->function_ranks, guint32, 2), 2);
  ck_assert_uint_eq (g_array_index (bill.ledger->function_ranks, guint32, 0), 3);
  ck_assert_uint_eq (g_array_index (bill.ledger->function_ranks, guint32, 3), 0);
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    files_rank_by_expected_fixes_then_past_ones_then_size,
    the_second_order_is_of_the_same_fixes_a_line,
    a_history_too_thin_leaves_size,
    functions_rank_by_what_is_expected_of_them,
  };

  return run_tests ("rank", tests, G_N_ELEMENTS (tests));
}
