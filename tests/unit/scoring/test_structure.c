#include "gate.h"

/* The gate on findings about copies, cycles and captures: what each test says in its name. */

#define RULE "oversized-file" /* any rule that gates: what counts is the class, the cycle, the capture */

/* Files a.c, b.c …, one a letter, each with a function f of 50 lines; digests by letter. */
static void
add_letters (Bill *bill, const char *letters)
{
  for (const char *at = letters; *at; at++) {
    g_autofree char *path = g_strdup_printf ("%c.c", *at);

    add_file (bill, g_string_chunk_insert (bill->corpus->strings, path), 100)->identity = (guint64) *at;
    add_function (bill, "f", 50, (guint64) *at * 100, (guint32) *at);
  }
}

START_TEST (a_further_copy_of_an_old_class_is_new)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "ab");
  add_class (&gate.base, 1);
  add_copy (&gate.base, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.base, RULE, 1, 1, 10, 12, 5);
  add_letters (&gate.head, "Aab"); /* A comes first, so that order alone does not pair */
  add_class (&gate.head, 1);
  add_copy (&gate.head, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.head, RULE, 1, 1, 10, 12, 5);
  add_copy (&gate.head, RULE, 2, 2, 10, 12, 5);
  judge (&gate);
  ck_assert_int_eq (found (&gate.head, RULE, 0, 0)->state, ARD_STATE_NEW);
  ck_assert_int_eq (found (&gate.head, RULE, 1, 1)->state, ARD_STATE_KNOWN);
  ck_assert_int_eq (found (&gate.head, RULE, 2, 2)->state, ARD_STATE_KNOWN);
  ck_assert (gate.head.ledger->verdict.failed);
  gate_free (&gate);
}
END_TEST

/* The original stood alone, untouched; its copy makes the class. */
START_TEST (of_a_new_class_only_the_new_copy_is_new)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "a");
  add_letters (&gate.head, "ab");
  add_class (&gate.head, 1);
  add_copy (&gate.head, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.head, RULE, 1, 1, 10, 12, 5);
  check (&gate, 1, 1, 1, 0);
}
END_TEST

/* Both moved to other files, down, into functions of other names, with other code around. */
START_TEST (moving_both_copies_is_nothing_new)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "ab");
  add_class (&gate.base, 1);
  add_copy (&gate.base, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.base, RULE, 1, 1, 10, 12, 6);
  add_letters (&gate.head, "xy");
  add_class (&gate.head, 1);
  add_copy (&gate.head, RULE, 0, 0, 30, 14, 5);
  add_copy (&gate.head, RULE, 1, 1, 31, 14, 6);
  check (&gate, 0, 0, 2, 0);
}
END_TEST

START_TEST (editing_both_copies_is_nothing_new_in_functions_and_outside)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "abcd");
  add_letters (&gate.head, "abcd");
  for (guint32 i = 0; i < 4; i++) {
    ard_file (gate.head.corpus, i)->digest += 9;
    ard_function (gate.head.corpus, i)->facts.digest += 9;
  }
  add_class (&gate.base, 1);
  add_copy (&gate.base, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.base, RULE, 1, 1, 10, 12, 5);
  add_class (&gate.base, 2);
  add_copy (&gate.base, RULE, 2, ARD_NONE, 70, 12, 6);
  add_copy (&gate.base, RULE, 3, ARD_NONE, 70, 12, 6);
  add_class (&gate.head, 3);
  add_copy (&gate.head, RULE, 0, 0, 10, 14, 7);
  add_copy (&gate.head, RULE, 1, 1, 10, 14, 7);
  add_class (&gate.head, 4);
  add_copy (&gate.head, RULE, 2, ARD_NONE, 70, 14, 8);
  add_copy (&gate.head, RULE, 3, ARD_NONE, 70, 14, 8);
  check (&gate, 0, 0, 4, 0);
}
END_TEST

START_TEST (deleting_one_of_two_copies_pays_for_both)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "ab");
  add_class (&gate.base, 1);
  add_copy (&gate.base, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.base, RULE, 1, 1, 10, 12, 5);
  add_letters (&gate.head, "a");
  check (&gate, 0, 0, 0, 2);
}
END_TEST

/* Thresholds or settings changed, not one byte of the code did. */
START_TEST (a_class_that_only_the_settings_hide_is_not_paid)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "ab");
  add_class (&gate.base, 1);
  add_copy (&gate.base, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.base, RULE, 1, 1, 10, 12, 5);
  add_letters (&gate.head, "ab");
  check (&gate, 0, 0, 0, 0);
}
END_TEST

/* Its value may be that of the class: it grew where the new copy is, not here. */
START_TEST (a_copy_that_stayed_is_not_new_because_its_class_grew_to_critical)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "a");
  add_letters (&gate.head, "a");
  ard_file (gate.head.corpus, 0)->digest += 9; /* edited elsewhere */
  ard_function (gate.head.corpus, 0)->facts.digest += 9;
  add_class (&gate.base, 1);
  add_copy (&gate.base, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.base, RULE, 0, 0, 30, 12, 5);
  for (guint i = 0; i < 2; i++) {
    ArdFinding *finding = &g_array_index (gate.base.findings, ArdFinding, i);

    finding->value = 15;
    finding->severity = ARD_SEVERITY_ATTENTION;
  }
  add_class (&gate.head, 1);
  add_copy (&gate.head, RULE, 0, 0, 10, 12, 5);
  add_copy (&gate.head, RULE, 0, 0, 30, 12, 5);
  add_copy (&gate.head, RULE, 0, ARD_NONE, 60, 12, 5);
  check (&gate, 1, 1, 2, 0);
}
END_TEST

/* The new member's own bytes are those of the base: an import elsewhere drew it in. */
START_TEST (a_cycle_that_gained_a_file_is_new_in_that_file_only)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "abc");
  add_cycle (&gate.base, RULE, 2);
  add_letters (&gate.head, "abc");
  ard_file (gate.head.corpus, 1)->digest += 9;
  add_cycle (&gate.head, RULE, 3);
  judge (&gate);
  ck_assert_int_eq (found (&gate.head, RULE, 0, ARD_NONE)->state, ARD_STATE_KNOWN);
  ck_assert_int_eq (found (&gate.head, RULE, 1, ARD_NONE)->state, ARD_STATE_KNOWN);
  ck_assert_int_eq (found (&gate.head, RULE, 2, ARD_NONE)->state, ARD_STATE_NEW);
  gate_free (&gate);
}
END_TEST

START_TEST (a_cycle_that_lost_a_file_pays_for_it)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "abc");
  add_cycle (&gate.base, RULE, 3);
  add_letters (&gate.head, "abc");
  ard_file (gate.head.corpus, 1)->digest += 9;
  add_cycle (&gate.head, RULE, 2);
  check (&gate, 0, 0, 2, 1);
}
END_TEST

START_TEST (a_renamed_file_stays_in_its_cycle)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "ab");
  add_cycle (&gate.base, RULE, 2);
  add_letters (&gate.head, "xy");
  ard_file (gate.head.corpus, 0)->identity = 'a';
  ard_file (gate.head.corpus, 1)->identity = 'b';
  ard_file (gate.head.corpus, 0)->digest += 9;
  add_cycle (&gate.head, RULE, 2);
  check (&gate, 0, 0, 2, 0);
}
END_TEST

/* A finding of the last function about a call of that text. */
static void
add_call (Bill *bill, guint32 file, guint32 function, guint32 line, const char *text)
{
  guint32 capture = add_comment (bill, ARD_CAPTURE_CALL, function, line, text);
  ArdFinding *finding = add_finding (bill, RULE, file, function, 20);

  finding->capture = capture;
  finding->start_line = finding->end_line = line;
}

START_TEST (a_handler_that_moved_with_its_function_is_known)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "a");
  add_call (&gate.base, 0, 0, 20, "write");
  add_letters (&gate.head, "z");
  ard_function (gate.head.corpus, 0)->facts.digest = 'a' * 100;
  add_call (&gate.head, 0, 0, 40, "write");
  check (&gate, 0, 0, 1, 0);
}
END_TEST

/* The function was edited: a second call is ignored now; the old one is the one that keeps its words. */
START_TEST (a_second_call_in_an_edited_function_is_new_and_the_first_is_not)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "a");
  add_call (&gate.base, 0, 0, 20, "write");
  add_letters (&gate.head, "a");
  ard_function (gate.head.corpus, 0)->facts.digest += 9;
  ard_file (gate.head.corpus, 0)->digest += 9;
  add_call (&gate.head, 0, 0, 10, "fsync");
  add_call (&gate.head, 0, 0, 20, "write");
  judge (&gate);
  ck_assert_uint_eq (gate.head.ledger->verdict.n_new_critical, 1);
  for (guint i = 0; i < 2; i++) {
    const ArdFinding *finding = ard_finding (gate.head.ledger, i);

    ck_assert_int_eq (finding->state, finding->start_line == 10 ? ARD_STATE_NEW : ARD_STATE_KNOWN);
  }
  gate_free (&gate);
}
END_TEST

/* One more use of another file; which file that is, the base's path tells. */
START_TEST (a_finding_about_another_file_is_known_by_that_file)
{
  Gate gate = gate_new ();

  add_letters (&gate.base, "abc");
  add_finding (&gate.base, RULE, 0, ARD_NONE, 20)->other = 1;
  add_letters (&gate.head, "abc");
  ard_file (gate.head.corpus, 0)->digest += 9;
  add_finding (&gate.head, RULE, 0, ARD_NONE, 20)->other = 2;
  check (&gate, 1, 1, 0, 1);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_further_copy_of_an_old_class_is_new,
    of_a_new_class_only_the_new_copy_is_new,
    moving_both_copies_is_nothing_new,
    editing_both_copies_is_nothing_new_in_functions_and_outside,
    deleting_one_of_two_copies_pays_for_both,
    a_class_that_only_the_settings_hide_is_not_paid,
    a_copy_that_stayed_is_not_new_because_its_class_grew_to_critical,
    a_cycle_that_gained_a_file_is_new_in_that_file_only,
    a_cycle_that_lost_a_file_pays_for_it,
    a_renamed_file_stays_in_its_cycle,
    a_handler_that_moved_with_its_function_is_known,
    a_second_call_in_an_edited_function_is_new_and_the_first_is_not,
    a_finding_about_another_file_is_known_by_that_file,
  };

  return run_tests ("structure", tests, G_N_ELEMENTS (tests));
}
