#include "bill.h"

static void
add_pair (Bill *bill, const char *path, const char *name, guint64 digest)
{
  add_file (bill, path, 100);
  add_function (bill, name, 20, digest, 1);
  add_finding (bill, "complex-function", bill->corpus->files->len - 1, bill->corpus->functions->len - 1, 15);
}

START_TEST (a_functions_id_does_not_know_where_it_stands)
{
  Bill here = bill_new (), there = bill_new ();

  add_pair (&here, "a.c", "f", 77);
  add_file (&there, "b.c", 100);
  add_function (&there, "other", 30, 5, 1);
  add_file (&there, "sub/z.c", 900);
  add_function (&there, "first", 40, 6, 1);
  add_function (&there, "renamed", 25, 77, 1);
  add_finding (&there, "complex-function", 1, 2, 15);
  score (&here);
  score (&there);
  ck_assert_str_eq (ard_finding (here.ledger, 0)->id, ard_finding (there.ledger, 0)->id);
  ck_assert_uint_eq (strlen (ard_finding (here.ledger, 0)->id), 16);
  bill_free (&here);
  bill_free (&there);
}
END_TEST

START_TEST (another_body_or_another_rule_is_another_id)
{
  Bill bill = bill_new ();

  add_pair (&bill, "a.c", "f", 77);
  add_pair (&bill, "b.c", "f", 78);
  add_finding (&bill, "deep-nesting", 0, 0, 15);
  score (&bill);
  ck_assert_str_ne (found (&bill, "complex-function", 0, 0)->id, found (&bill, "complex-function", 1, 1)->id);
  ck_assert_str_ne (found (&bill, "complex-function", 0, 0)->id, found (&bill, "deep-nesting", 0, 0)->id);
  bill_free (&bill);
}
END_TEST

/* Two copies in a.c and b.c, the second one renamed, moved down and into a function of another name. */
START_TEST (a_copys_id_is_that_of_its_tokens_and_its_items_that_of_the_class)
{
  Bill before = bill_new (), after = bill_new ();

  for (guint i = 0; i < 2; i++) {
    Bill *bill = i == 0 ? &before : &after;

    add_file (bill, "a.c", 100);
    add_file (bill, i == 0 ? "b.c" : "sub/b.c", 400);
    add_function (bill, i == 0 ? "f" : "g", 200, 50 + i, 1);
    add_class (bill, 4711);
    add_copy (bill, "oversized-file", 0, ARD_NONE, 10, 12, 5);
    add_copy (bill, "oversized-file", 1, 0, 20 + 100 * i, 12, 6);
    score (bill);
  }
  ck_assert_str_eq (found (&before, "oversized-file", 0, ARD_NONE)->id,
                    found (&after, "oversized-file", 0, ARD_NONE)->id);
  ck_assert_str_eq (found (&before, "oversized-file", 1, 0)->id, found (&after, "oversized-file", 1, 0)->id);
  ck_assert_str_ne (found (&before, "oversized-file", 0, ARD_NONE)->id, found (&before, "oversized-file", 1, 0)->id);
  ck_assert_uint_eq (before.ledger->items->len, 1);
  ck_assert_str_eq (ard_item (before.ledger, 0)->id, ard_item (after.ledger, 0)->id);
  bill_free (&before);
  bill_free (&after);
}
END_TEST

/* The same call ignored in two functions, and another call in the first: three ids; a moved function keeps its own. */
START_TEST (what_is_found_in_code_is_named_by_its_words_and_its_function)
{
  Bill before = bill_new (), after = bill_new ();

  for (guint i = 0; i < 2; i++) {
    Bill *bill = i == 0 ? &before : &after;

    add_file (bill, i == 0 ? "a.c" : "z.c", 100);
    if (i == 1)
      add_function (bill, "new", 10, 1, 1);
    add_function (bill, i == 0 ? "f" : "renamed", 20, 77, 1);
    add_function (bill, "g", 20, 78, 1);
    for (guint32 j = 0; j < 3; j++) {
      guint32 capture = add_comment (bill, ARD_CAPTURE_CALL, i + j % 2, 20 + 10 * i + j, j < 2 ? "write" : "fsync");

      add_finding (bill, "complex-function", 0, i + j % 2, 15)->capture = capture;
    }
    score (bill);
  }
  for (guint i = 0; i < 3; i++) {
    gboolean same = FALSE;

    for (guint j = 0; j < 3; j++) {
      same |= g_str_equal (ard_finding (before.ledger, i)->id, ard_finding (after.ledger, j)->id);
      ck_assert (i == j || !g_str_equal (ard_finding (before.ledger, i)->id, ard_finding (before.ledger, j)->id));
    }
    ck_assert (same);
  }
  bill_free (&before);
  bill_free (&after);
}
END_TEST

START_TEST (equal_bodies_get_ids_of_their_own_and_the_set_survives_a_move)
{
  Bill before = bill_new (), after = bill_new ();

  add_pair (&before, "a.c", "f", 77);
  add_pair (&before, "b.c", "g", 77);
  add_pair (&after, "x.c", "f", 77);
  add_pair (&after, "y.c", "g", 77);
  score (&before);
  score (&after);
  ck_assert_str_ne (found (&before, "complex-function", 0, 0)->id, found (&before, "complex-function", 1, 1)->id);
  ck_assert_str_eq (found (&before, "complex-function", 0, 0)->id, found (&after, "complex-function", 0, 0)->id);
  ck_assert_str_eq (found (&before, "complex-function", 1, 1)->id, found (&after, "complex-function", 1, 1)->id);
  bill_free (&before);
  bill_free (&after);
}
END_TEST

START_TEST (a_files_id_is_that_of_its_first_life_or_of_its_path)
{
  Bill old = bill_new (), renamed = bill_new (), young = bill_new ();

  add_file (&old, "a.c", 100)->identity = 42;
  add_finding (&old, "oversized-file", 0, ARD_NONE, 15);
  add_file (&renamed, "b.c", 100)->identity = 42;
  add_finding (&renamed, "oversized-file", 0, ARD_NONE, 15);
  add_file (&young, "a.c", 100)->identity = 0;
  add_finding (&young, "oversized-file", 0, ARD_NONE, 15);
  score (&old);
  score (&renamed);
  score (&young);
  ck_assert_str_eq (ard_finding (old.ledger, 0)->id, ard_finding (renamed.ledger, 0)->id);
  ck_assert_str_eq (ard_item (old.ledger, 0)->id, ard_item (renamed.ledger, 0)->id);
  ck_assert_str_ne (ard_finding (old.ledger, 0)->id, ard_finding (young.ledger, 0)->id);
  bill_free (&old);
  bill_free (&renamed);
  bill_free (&young);
}
END_TEST

START_TEST (a_markers_id_is_that_of_its_words)
{
  Bill here = bill_new (), there = bill_new ();

  add_file (&here, "a.c", 100);
  add_finding (&here, "admitted-debt", 0, ARD_NONE, 15)->capture =
      add_comment (&here, ARD_CAPTURE_MARKER, ARD_NONE, 4, "/* TODO: check the size */");
  add_file (&there, "b.c", 100);
  add_finding (&there, "admitted-debt", 0, ARD_NONE, 15)->capture =
      add_comment (&there, ARD_CAPTURE_MARKER, ARD_NONE, 90, "// todo check  the size");
  score (&here);
  score (&there);
  ck_assert_str_eq (ard_finding (here.ledger, 0)->id, ard_finding (there.ledger, 0)->id);
  bill_free (&here);
  bill_free (&there);
}
END_TEST

/* Empty and anonymous functions, equal words, files that share a first life. */
START_TEST (ids_are_unique_in_a_ledger)
{
  static const char *const paths[] = { "a.c", "b.c", "c.c", "d.c" };
  Bill bill = bill_new ();
  g_autoptr (GHashTable) findings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    add_file (&bill, paths[i], 1000)->identity = i / 2;
    add_finding (&bill, "oversized-file", i, ARD_NONE, 15);
    for (guint j = 0; j < 40; j++) {
      guint32 function = bill.corpus->functions->len;

      add_function (&bill, "", 3, j % 2, 1);
      add_finding (&bill, "complex-function", i, function, 15);
      add_finding (&bill, "admitted-debt", i, function, 15)->capture =
          add_comment (&bill, ARD_CAPTURE_MARKER, function, j + 1, "TODO");
    }
  }
  score (&bill);
  for (guint i = 0; i < bill.ledger->findings->len; i++)
    ck_assert (g_hash_table_add (findings, ard_finding (bill.ledger, i)->id));
  for (guint i = 0; i < bill.ledger->items->len; i++)
    ck_assert (g_hash_table_add (items, ard_item (bill.ledger, i)->id));
  ck_assert_uint_eq (g_hash_table_size (findings), 4 + 4 * 80);
  ck_assert_uint_eq (g_hash_table_size (items), 4 + 4 * 40);
  bill_free (&bill);
}
END_TEST

START_TEST (an_items_id_survives_an_edit_of_its_function)
{
  Bill before = bill_new (), after = bill_new ();

  add_pair (&before, "a.c", "f", 77);
  add_pair (&after, "a.c", "f", 78);
  score (&before);
  score (&after);
  ck_assert_str_eq (ard_item (before.ledger, 0)->id, ard_item (after.ledger, 0)->id);
  ck_assert_uint_eq (strlen (ard_item (before.ledger, 0)->id), 10);
  bill_free (&before);
  bill_free (&after);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_functions_id_does_not_know_where_it_stands,
    another_body_or_another_rule_is_another_id,
    a_copys_id_is_that_of_its_tokens_and_its_items_that_of_the_class,
    what_is_found_in_code_is_named_by_its_words_and_its_function,
    equal_bodies_get_ids_of_their_own_and_the_set_survives_a_move,
    a_files_id_is_that_of_its_first_life_or_of_its_path,
    a_markers_id_is_that_of_its_words,
    ids_are_unique_in_a_ledger,
    an_items_id_survives_an_edit_of_its_function,
  };

  return run_tests ("identity", tests, G_N_ELEMENTS (tests));
}
