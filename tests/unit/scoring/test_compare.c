#include "bill.h"

/* Two trees, the change between them, and the verdict. */
typedef struct {
  Bill base, head;
  GHashTable *renames;
} Gate;

static Gate
gate_new (void)
{
  return (Gate){ bill_new (), bill_new (), g_hash_table_new (g_str_hash, g_str_equal) };
}

static const ArdVerdict *
judge (Gate *gate)
{
  score (&gate->base);
  score (&gate->head);
  ard_scoring_compare (gate->head.ledger, gate->base.ledger, gate->renames);
  return &gate->head.ledger->verdict;
}

static void
gate_free (Gate *gate)
{
  bill_free (&gate->base);
  bill_free (&gate->head);
  g_hash_table_unref (gate->renames);
}

#define DIGEST 4711
#define SEED 7

/* A file with one function of 50 lines; critical from 20 on, 0: no finding. */
static ArdFile *
add_unit (Bill *bill, const char *path, const char *name, guint64 digest, guint32 seed, double value)
{
  add_file (bill, path, 100);
  add_function (bill, name, 50, digest, seed);

  guint32 file = bill->corpus->files->len - 1, function = bill->corpus->functions->len - 1;

  if (value > 0)
    add_finding (bill, "complex-function", file, function, value);
  return ard_file (bill->corpus, file);
}

/* likeness of the returned function's sketch with that of the seed it was made of: equal / 16 */
static void
edit (Bill *bill, guint equal)
{
  ArdFunction *function = &ard_function (bill->corpus, bill->corpus->functions->len - 1)->facts;

  for (guint i = equal; i < ARD_SKETCH; i++)
    function->sketch[i] += 500;
}

static void
check (Gate *gate, guint new, guint critical, guint known, guint paid)
{
  const ArdVerdict *verdict = judge (gate);

  ck_assert_uint_eq (verdict->n_new, new);
  ck_assert_uint_eq (verdict->n_new_critical, critical);
  ck_assert_uint_eq (verdict->n_known, known);
  ck_assert_uint_eq (verdict->n_paid, paid);
  ck_assert_int_eq (verdict->failed, critical > 0);
  gate_free (gate);
}

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
    a_base_without_findings_makes_every_critical_one_new,
    nothing_changed_is_nothing_new,
    a_new_file_with_a_critical_function_fails,
    a_new_finding_below_critical_does_not_fail,
    a_rule_that_does_not_gate_never_fails,
    git_mv_is_nothing_new,
    git_mv_before_the_commit_is_nothing_new,
    a_name_that_was_freed_does_not_pass_its_debt_on,
    lines_above_and_another_indentation_are_nothing_new,
    a_function_moved_to_another_file_is_nothing_new,
    a_function_moved_and_edited_is_known_by_likeness,
    another_function_in_place_of_a_deleted_one_is_new,
    a_function_renamed_is_nothing_new,
    a_function_rewritten_under_its_name_is_known,
    an_anonymous_function_needs_likeness,
    a_copy_of_a_critical_function_is_new_and_its_original_is_not,
    an_edited_copy_beside_its_original_is_new,
    a_file_encoded_anew_is_nothing_new,
    a_critical_function_that_is_deleted_is_paid,
    a_finding_that_time_alone_took_away_is_not_paid,
    one_of_two_equal_functions_that_is_deleted_is_paid,
    a_change_that_makes_a_known_finding_critical_fails,
    a_critical_function_that_grows_was_critical_before,
    a_function_that_stood_below_attention_and_is_critical_now_fails,
    an_unchanged_function_that_only_the_settings_made_critical_is_known,
    an_unchanged_file_that_only_the_settings_made_critical_is_known,
    a_big_file_split_into_two_big_files_is_nothing_new,
    a_copy_of_a_big_file_is_new,
    a_suppressed_finding_does_not_fail,
    a_new_marker_in_old_code_is_new_and_a_moved_one_is_not,
  };

  return run_tests ("compare", tests, G_N_ELEMENTS (tests));
}
