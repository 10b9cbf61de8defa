#include "bill.h"

/* n code files changed in the window; n_fixes fixes among commits that do not count. */
static Bill
make (guint n_files, guint n_fixes)
{
  Bill bill = bill_new ();
  ArdAuthor author = { "Ada", "ada@example.org", FALSE };

  bill.settings->history_min_files = 3;
  bill.settings->history_min_fixes = 2;
  g_array_append_val (bill.corpus->authors, author);
  for (guint i = 0; i < n_files; i++) {
    char name[8];

    g_snprintf (name, sizeof name, "%02u.c", i);
    add_file (&bill, g_string_chunk_insert (bill.corpus->strings, name), 100 + i);
    add_function (&bill, "f", 50, i + 1, 1);
    add_finding (&bill, "complex-function", i, i, i == 1 ? 25 : 12 + i);
  }
  for (guint i = 0; i < n_fixes + 3; i++) {
    const guint flags[] = { ARD_COMMIT_FIX, ARD_COMMIT_IN_WINDOW,
                            ARD_COMMIT_FIX | ARD_COMMIT_IN_WINDOW | ARD_COMMIT_BOT };
    ArdCommit commit = { .time_s = NOW_S, .subject = "" };
    ArdChange change = { .commit = i, .path = "00.c", .renamed_from = ARD_NONE, .file = 0 };

    commit.flags = i < 3 ? flags[i] : ARD_COMMIT_FIX | ARD_COMMIT_IN_WINDOW;
    commit.first_change = bill.corpus->changes->len;
    commit.n_changes = 1;
    g_array_append_val (bill.corpus->changes, change);
    g_array_append_val (bill.corpus->commits, commit);
  }
  return bill;
}

START_TEST (enough_history_is_priced)
{
  Bill bill = make (3, 2);

  score (&bill);
  ck_assert (bill.ledger->priced);
  ck_assert_ptr_null (bill.ledger->not_priced);
  bill_free (&bill);
}
END_TEST

START_TEST (too_few_changed_files_are_not_priced)
{
  Bill bill = make (4, 2);

  ard_file (bill.corpus, 0)->revisions = 0;
  ard_file (bill.corpus, 1)->measured = FALSE;
  score (&bill);
  ck_assert (!bill.ledger->priced);
  ck_assert_ptr_nonnull (strstr (bill.ledger->not_priced, "only 2 code files"));
  bill_free (&bill);
}
END_TEST

START_TEST (too_few_fixes_are_not_priced)
{
  Bill bill = make (3, 1);

  score (&bill);
  ck_assert (!bill.ledger->priced);
  ck_assert_ptr_nonnull (strstr (bill.ledger->not_priced, "only 1 bug fix "));
  bill_free (&bill);
}
END_TEST

START_TEST (fixes_of_tests_and_pages_are_not_enough)
{
  Bill bill = make (3, 2);

  ard_change (bill.corpus, 3)->file = ARD_NONE;
  score (&bill);
  ck_assert (!bill.ledger->priced);
  ck_assert_ptr_nonnull (strstr (bill.ledger->not_priced, "only 1 bug fix of code in use"));
  bill_free (&bill);

  bill = make (3, 2);
  ard_change (bill.corpus, 3)->file = 1;
  ard_file (bill.corpus, 1)->flags |= ARD_FILE_TEST;
  score (&bill);
  ck_assert (!bill.ledger->priced);
  bill_free (&bill);
}
END_TEST

START_TEST (a_history_younger_than_asked_is_not_priced)
{
  for (guint age_d = 27; age_d <= 28; age_d++) {
    Bill bill = make (3, 2);

    bill.settings->history_min_days = 28;
    ard_commit (bill.corpus, 1)->time_s = NOW_S - (gint64) age_d * DAY_S;
    score (&bill);
    ck_assert_int_eq (bill.ledger->priced, age_d == 28);
    ck_assert (age_d == 28 || strstr (bill.ledger->not_priced, "the history is 27 days old"));
    bill_free (&bill);
  }
}
END_TEST

START_TEST (a_shallow_clone_is_not_priced)
{
  Bill bill = make (3, 2);

  bill.corpus->shallow = TRUE;
  score (&bill);
  ck_assert (!bill.ledger->priced);
  ck_assert_ptr_nonnull (strstr (bill.ledger->not_priced, "git fetch --unshallow"));
  bill_free (&bill);
}
END_TEST

START_TEST (without_prices_effort_stays_and_the_worst_comes_first)
{
  Bill bill = make (3, 0);

  score (&bill);

  const ArdItem *first = ard_item (bill.ledger, 0);

  /* values 12, 25, 14: the critical one, then by excess */
  ck_assert_uint_eq (first->file, 1);
  ck_assert_uint_eq (ard_item (bill.ledger, 1)->file, 2);
  ck_assert_int_eq (first->advice, ARD_ADVICE_NOT_PRICED);
  ck_assert (isnan (first->cost_month) && isnan (first->savings_month) && isnan (first->roi));
  ck_assert (isnan (first->payback_months) && isnan (first->wasted_h_sprint) && isnan (first->interest_year));
  ck_assert (isnan (bill.ledger->totals.cost_month) && isnan (bill.ledger->plan.savings_year));
  ck_assert (isnan (ard_finding (bill.ledger, 0)->charge_h_month));
  ck_assert_double_gt (first->effort_d, 0);
  ck_assert_double_gt (first->principal, 0);
  ck_assert (isfinite (bill.ledger->totals.principal) && isfinite (bill.ledger->totals.debt_ratio));
  ck_assert (!first->in_plan);
  ck_assert_uint_gt (first->n_steps, 0);
  bill_free (&bill);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    enough_history_is_priced,
    too_few_changed_files_are_not_priced,
    too_few_fixes_are_not_priced,
    a_history_younger_than_asked_is_not_priced,
    fixes_of_tests_and_pages_are_not_enough,
    a_shallow_clone_is_not_priced,
    without_prices_effort_stays_and_the_worst_comes_first,
  };

  return run_tests ("history", tests, G_N_ELEMENTS (tests));
}
