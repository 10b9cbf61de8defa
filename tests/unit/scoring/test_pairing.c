#include "gate.h"

START_TEST (git_mv_is_nothing_new)
{
  Gate gate = gate_new ();
  ArdFile *file;

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25)->identity = 1;
  add_finding (&gate.base, "oversized-file", 0, ARD_NONE, 30);
  file = add_unit (&gate.head, "sub/z.c", "f", DIGEST, SEED, 25);
  file->identity = 1;
  file->digest = 1;
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 30);
  check (&gate, 0, 0, 2, 0);
}
END_TEST

/* A work tree: the new path has no history yet, git's rename map alone knows. */
START_TEST (git_mv_before_the_commit_is_nothing_new)
{
  Gate gate = gate_new ();
  ArdFile *file;

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_finding (&gate.base, "oversized-file", 0, ARD_NONE, 30);
  file = add_unit (&gate.head, "b.c", "f", DIGEST + 1, SEED, 26);
  file->identity = 0;
  file->digest = 1;
  edit (&gate.head, 2);
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 31);
  g_hash_table_insert (gate.renames, (gpointer) "b.c", (gpointer) "a.c");
  check (&gate, 0, 0, 2, 0);
}
END_TEST

/* git mv a.c b.c, then another big file under the old name. */
START_TEST (a_name_that_was_freed_does_not_pass_its_debt_on)
{
  Gate gate = gate_new ();

  add_file (&gate.base, "a.c", 100)->identity = 0;
  add_finding (&gate.base, "oversized-file", 0, ARD_NONE, 30);
  add_file (&gate.head, "a.c", 100)->identity = 0;
  ard_file (gate.head.corpus, 0)->digest = 1;
  add_file (&gate.head, "b.c", 100)->identity = 0;
  ard_file (gate.head.corpus, 1)->digest = 2;
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 30);
  add_finding (&gate.head, "oversized-file", 1, ARD_NONE, 30);
  g_hash_table_insert (gate.renames, (gpointer) "b.c", (gpointer) "a.c");
  judge (&gate);
  ck_assert_int_eq (found (&gate.head, "oversized-file", 0, ARD_NONE)->state, ARD_STATE_NEW);
  ck_assert_int_eq (found (&gate.head, "oversized-file", 1, ARD_NONE)->state, ARD_STATE_KNOWN);
  gate_free (&gate);
}
END_TEST

/* Same tokens, other lines: the digest leaves layout out. */
START_TEST (lines_above_and_another_indentation_are_nothing_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_file (&gate.head, "a.c", 200)->digest = 1;
  add_function (&gate.head, "header", 40, 1, 99);
  add_function (&gate.head, "f", 55, DIGEST, SEED);
  add_finding (&gate.head, "complex-function", 0, 1, 25);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_function_moved_to_another_file_is_nothing_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_file (&gate.base, "b.c", 100);
  add_file (&gate.head, "a.c", 50);
  add_unit (&gate.head, "b.c", "f", DIGEST, SEED, 25);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_function_moved_and_edited_is_known_by_likeness)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_file (&gate.base, "b.c", 100);
  add_file (&gate.head, "a.c", 50);
  add_unit (&gate.head, "b.c", "g", DIGEST + 1, SEED, 24);
  edit (&gate.head, 10);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (another_function_in_place_of_a_deleted_one_is_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.head, "a.c", "g", DIGEST + 1, SEED + 1, 25);
  check (&gate, 1, 1, 0, 1);
}
END_TEST

/* Every name within was changed as well: no 4-gram of tokens is left, the numbers are. */
START_TEST (a_function_with_other_names_throughout_is_known_by_its_numbers)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 61);
  ard_function (gate.base.corpus, 0)->facts.cyclomatic = 20;
  add_unit (&gate.head, "a.c", "g", DIGEST + 1, SEED + 1, 61);
  ard_function (gate.head.corpus, 0)->facts.cyclomatic = 20;
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (another_function_with_other_numbers_is_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 61);
  ard_function (gate.base.corpus, 0)->facts.cyclomatic = 20;
  add_unit (&gate.head, "a.c", "g", DIGEST + 1, SEED + 1, 61);
  ard_function (gate.head.corpus, 0)->facts.cyclomatic = 21;
  check (&gate, 1, 1, 0, 1);
}
END_TEST

START_TEST (a_function_renamed_is_nothing_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.head, "a.c", "g", DIGEST, SEED, 25);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

START_TEST (a_function_rewritten_under_its_name_is_known)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25);
  add_unit (&gate.head, "a.c", "f", DIGEST + 1, SEED + 1, 23);
  check (&gate, 0, 0, 1, 0);
}
END_TEST

/* Without a name, place alone is not enough: another callback is new, an edited one is not. */
START_TEST (an_anonymous_function_needs_likeness)
{
  Gate edited = gate_new (), replaced = gate_new ();

  add_unit (&edited.base, "a.c", "", DIGEST, SEED, 25);
  add_unit (&edited.head, "a.c", "", DIGEST + 1, SEED, 25);
  edit (&edited.head, 5);
  check (&edited, 0, 0, 1, 0);

  add_unit (&replaced.base, "a.c", "", DIGEST, SEED, 25);
  add_unit (&replaced.head, "a.c", "", DIGEST + 1, SEED + 1, 25);
  check (&replaced, 1, 1, 0, 1);
}
END_TEST

START_TEST (a_copy_of_a_critical_function_is_new_and_its_original_is_not)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "b.c", "f", DIGEST, SEED, 25)->identity = 9;
  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 25)->identity = 8;
  add_unit (&gate.head, "b.c", "f", DIGEST, SEED, 25)->identity = 9;
  judge (&gate);
  ck_assert_uint_eq (gate.head.ledger->verdict.n_new_critical, 1);
  ck_assert (found (&gate.head, "complex-function", 0, 0)->fails);
  ck_assert (!found (&gate.head, "complex-function", 1, 1)->fails);
  gate_free (&gate);
}
END_TEST

START_TEST (an_edited_copy_beside_its_original_is_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "b.c", "f", DIGEST, SEED, 25)->identity = 9;
  add_unit (&gate.head, "a.c", "g", DIGEST + 1, SEED, 25)->identity = 8;
  edit (&gate.head, 14);
  add_unit (&gate.head, "b.c", "f", DIGEST, SEED, 25)->identity = 9;
  judge (&gate);
  ck_assert_uint_eq (gate.head.ledger->verdict.n_new_critical, 1);
  ck_assert (found (&gate.head, "complex-function", 0, 0)->fails);
  gate_free (&gate);
}
END_TEST

/* Same path and rows, other bytes. */
START_TEST (a_file_encoded_anew_is_nothing_new)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 25)->identity = 0;
  add_finding (&gate.base, "oversized-file", 0, ARD_NONE, 30);
  ArdFile *file = add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 25);
  file->identity = 0;
  file->digest = 1;
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 30);
  check (&gate, 0, 0, 2, 0);
}
END_TEST

/* big.c = f + g + h, split into big.c = f, new.c = g + h, both still too big. */
START_TEST (a_big_file_split_into_two_big_files_is_nothing_new)
{
  Gate gate = gate_new ();

  add_file (&gate.base, "big.c", 300);
  add_function (&gate.base, "f", 100, 1, 1);
  add_function (&gate.base, "g", 100, 2, 2);
  add_function (&gate.base, "h", 100, 3, 3);
  add_finding (&gate.base, "oversized-file", 0, ARD_NONE, 60);
  add_file (&gate.head, "big.c", 100)->digest = 1;
  add_function (&gate.head, "f", 100, 1, 1);
  add_file (&gate.head, "new.c", 200)->digest = 2;
  add_function (&gate.head, "g", 100, 2, 2);
  add_function (&gate.head, "h", 100, 3, 3);
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 25);
  add_finding (&gate.head, "oversized-file", 1, ARD_NONE, 35);
  check (&gate, 0, 0, 2, 0);
}
END_TEST

START_TEST (a_copy_of_a_big_file_is_new)
{
  Gate gate = gate_new ();

  add_file (&gate.base, "big.c", 200);
  add_function (&gate.base, "f", 200, 1, 1);
  add_finding (&gate.base, "oversized-file", 0, ARD_NONE, 60);
  add_file (&gate.head, "big.c", 200);
  add_function (&gate.head, "f", 200, 1, 1);
  add_file (&gate.head, "copy.c", 200)->digest = g_str_hash ("big.c");
  add_function (&gate.head, "f", 200, 1, 1);
  add_finding (&gate.head, "oversized-file", 0, ARD_NONE, 60);
  add_finding (&gate.head, "oversized-file", 1, ARD_NONE, 60);
  judge (&gate);
  ck_assert_int_eq (found (&gate.head, "oversized-file", 0, ARD_NONE)->state, ARD_STATE_KNOWN);
  ck_assert (found (&gate.head, "oversized-file", 1, ARD_NONE)->fails);
  gate_free (&gate);
}
END_TEST

START_TEST (a_new_marker_in_old_code_is_new_and_a_moved_one_is_not)
{
  Gate gate = gate_new ();

  add_unit (&gate.base, "a.c", "f", DIGEST, SEED, 0);
  guint32 old = add_comment (&gate.base, ARD_CAPTURE_MARKER, 0, 3, "TODO: check the size");
  add_finding (&gate.base, "admitted-debt", 0, 0, 15)->capture = old;

  add_unit (&gate.head, "a.c", "f", DIGEST, SEED, 0);
  guint32 other = add_comment (&gate.head, ARD_CAPTURE_MARKER, 0, 3, "FIXME: leaks");
  guint32 moved = add_comment (&gate.head, ARD_CAPTURE_MARKER, 0, 9, " * TODO  check the size.");
  ArdFinding *first = add_finding (&gate.head, "admitted-debt", 0, 0, 15);
  first->capture = other;
  first->start_line = first->end_line = 3;
  ArdFinding *second = add_finding (&gate.head, "admitted-debt", 0, 0, 15);
  second->capture = moved;
  second->start_line = second->end_line = 9;
  judge (&gate);
  for (guint i = 0; i < 2; i++) {
    const ArdFinding *finding = ard_finding (gate.head.ledger, i);

    ck_assert_int_eq (finding->state, finding->start_line == 9 ? ARD_STATE_KNOWN : ARD_STATE_NEW);
  }
  gate_free (&gate);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    git_mv_is_nothing_new,
    git_mv_before_the_commit_is_nothing_new,
    a_name_that_was_freed_does_not_pass_its_debt_on,
    lines_above_and_another_indentation_are_nothing_new,
    a_function_moved_to_another_file_is_nothing_new,
    a_function_moved_and_edited_is_known_by_likeness,
    another_function_in_place_of_a_deleted_one_is_new,
    a_function_with_other_names_throughout_is_known_by_its_numbers,
    another_function_with_other_numbers_is_new,
    a_function_renamed_is_nothing_new,
    a_function_rewritten_under_its_name_is_known,
    an_anonymous_function_needs_likeness,
    a_copy_of_a_critical_function_is_new_and_its_original_is_not,
    an_edited_copy_beside_its_original_is_new,
    a_file_encoded_anew_is_nothing_new,
    a_big_file_split_into_two_big_files_is_nothing_new,
    a_copy_of_a_big_file_is_new,
    a_new_marker_in_old_code_is_new_and_a_moved_one_is_not,
  };

  return run_tests ("pairing", tests, G_N_ELEMENTS (tests));
}
