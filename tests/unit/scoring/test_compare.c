#include "gate.h"

START_TEST (a_base_without_findings_makes_every_critical_one_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 0);
  add_unit (&gate.head, "a.c", "f", DIGEST + 1, SEED, 25);
  check (&gate, 1, 1, 0, 0);
}
END_TEST

START_TEST (nothing_changed_is_nothing_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 25);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_new_file_with_a_critical_function_fails)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.head, "b.c", "g", DIGEST + 1, SEED + 1, 25);
  check (&gate, 1, 1, 1, 0);
}
END_TEST

START_TEST (a_new_finding_below_critical_does_not_fail)
{
  Gate gate = gate_new ();

  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 15);
  check (&gate, 1, 0, 0, 0);
}
END_TEST

START_TEST (a_rule_that_does_not_gate_never_fails)
{
  Gate gate = gate_new ();

  add_file (&gate.head, "a.c", 100);
  add_finding (&gate.head, "fix-magnet", 0, ARD_NONE, 30);
  check (&gate, 1, 0, 0, 0);
}
END_TEST

START_TEST (a_critical_function_that_is_deleted_is_paid)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_file (&gate.head, "a.c", 50);
  judge (&gate);
  ck_assert_uint_eq (gate.head.ledger->paid->len, 1);
  ck_assert_str_eq (ard_paid (gate.head.ledger, 0)->path, "a.c");
  ck_assert_str_eq (ard_paid (gate.head.ledger, 0)->function, "f");
  ck_assert_double_eq (ard_paid (gate.head.ledger, 0)->value, 25);
  ck_assert_str_eq (ard_paid (gate.head.ledger, 0)->id, ard_finding (gate.base.ledger, 0)->id);
  ck_assert (!gate.head.ledger->verdict.failed);
  gate_free (&gate);
}
END_TEST

/* Fixes leave the window as time goes by; a file of the same bytes was not mended. */
START_TEST (a_finding_that_time_alone_took_away_is_not_paid)
{
  Gate gate = gate_new (), mended = gate_new ();

  add_file (&gate.base, "a.c", 100);
  add_finding (&gate.base, "fix-magnet", 0, ARD_NONE, 15);
  add_file (&gate.head, "a.c", 100);
  check (&gate, 0, 0, 0, 0);

  add_file (&mended.base, "a.c", 100);
  add_finding (&mended.base, "fix-magnet", 0, ARD_NONE, 15);
  add_file (&mended.head, "a.c", 100)->digest = 1;
  check (&mended, 0, 0, 0, 1);
}
END_TEST

START_TEST (one_of_two_equal_functions_that_is_deleted_is_paid)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.base, "b.c", "f", DIGEST, SEED, 25);
  add_file (&gate.head, "a.c", 50);
  add_unit (&gate.head, "b.c", "f", DIGEST, SEED, 25);
  judge (&gate);
  ck_assert_uint_eq (gate.head.ledger->paid->len, 1);
  ck_assert_str_eq (ard_paid (gate.head.ledger, 0)->path, "a.c");
  gate_free (&gate);
}
END_TEST

START_TEST (a_change_that_makes_a_known_finding_critical_fails)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 18);
  add_unit (&gate.head, "a.c", "f", DIGEST + 1, SEED, 21);
  judge (&gate);
  ck_assert (found (&gate.head, "complex-function", 0, 0)->fails);
  ck_assert_double_eq (found (&gate.head, "complex-function", 0, 0)->base_value, 18);
  gate_free (&gate);
}
END_TEST

/* The same tokens on more lines: a formatter. */
START_TEST (a_known_finding_that_layout_alone_makes_critical_is_known)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 18);
  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 21);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_critical_function_that_grows_was_critical_before)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 20);
  add_unit (&gate.head, "a.c", "f", DIGEST + 1, SEED, 40);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_function_that_stood_below_attention_and_is_critical_now_fails)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 0);
  add_unit (&gate.head, "a.c", "f", DIGEST + 1, SEED, 21);
  check (&gate, 1, 1, 0, 0);
}
END_TEST

/* The base was judged by other thresholds, or its file did not count: the change did not make this. */
START_TEST (an_unchanged_function_that_only_the_settings_made_critical_is_known)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 0);
  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 25);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (an_unchanged_file_that_only_the_settings_made_critical_is_known)
{
  Gate gate = gate_new ();

  add_file (&gate.base, "a.c", 100);
  add_file (&gate.head, "a.c", 100);
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 30);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_suppressed_finding_does_not_fail)
{
  Gate gate = gate_new ();

  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 25);
  add_comment (&gate.head, ARD_CAPTURE_SUPPRESSION, 0, 3, "complex-function until 2030-01-01 because it is generated");
  judge (&gate);
  ck_assert_uint_eq (gate.head.ledger->verdict.n_suppressed, 1);
  ck_assert_uint_eq (gate.head.ledger->verdict.n_new, 0);
  ck_assert (!gate.head.ledger->verdict.failed);
  gate_free (&gate);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_base_without_findings_makes_every_critical_one_new,
    nothing_changed_is_nothing_new,
    a_new_file_with_a_critical_function_fails,
    a_new_finding_below_critical_does_not_fail,
    a_rule_that_does_not_gate_never_fails,
    a_critical_function_that_is_deleted_is_paid,
    a_finding_that_time_alone_took_away_is_not_paid,
    one_of_two_equal_functions_that_is_deleted_is_paid,
    a_change_that_makes_a_known_finding_critical_fails,
    a_known_finding_that_layout_alone_makes_critical_is_known,
    a_critical_function_that_grows_was_critical_before,
    a_function_that_stood_below_attention_and_is_critical_now_fails,
    an_unchanged_function_that_only_the_settings_made_critical_is_known,
    an_unchanged_file_that_only_the_settings_made_critical_is_known,
    a_suppressed_finding_does_not_fail,
  };

  return run_tests ("compare", tests, G_N_ELEMENTS (tests));
}
