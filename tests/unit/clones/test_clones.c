#include "made.h"

/* Nine lines, 64 tokens. */
static const char original[] = "int count (int *list, int size)\n"
                               "{\n"
                               "  int sum = 0;\n"
                               "  for (int i = 0; i < size; i = i + 1)\n"
                               "    if (list [i] > limit (size))\n"
                               "      sum = sum + list [i] * 2;\n"
                               "  report (\"counted\", sum);\n"
                               "  return sum - 1;\n"
                               "}\n";
static const char renamed[] = "int total (int *rows, int n)\n"
                              "{\n"
                              "  int all = 7;\n"
                              "  for (int k = 0; k < n; k = k + 1)\n"
                              "    if (rows [k] > most (n))\n"
                              "      all = all + rows [k] * 3;\n"
                              "  tell (\"added up\", all);\n"
                              "  return all - 1;\n"
                              "}\n";

static void
assert_classes (const char *a, const char *b, const char *expected)
{
  g_autofree char *found = made_pair (a, b);

  ck_assert_str_eq (found, expected);
}

START_TEST (equal_code_is_a_clone_of_type_1_wherever_it_stands)
{
  g_autofree char *shifted = g_strconcat ("int other;\n\n\n", original, "void last (void);\n", NULL);

  assert_classes (original, shifted, "1: a.c 1-9, b.c 4-12");
}
END_TEST

START_TEST (names_and_literals_that_differ_alike_make_a_clone_of_type_2)
{
  assert_classes (original, renamed, "2: a.c 1-9, b.c 1-9");
}
END_TEST

START_TEST (names_that_stand_for_several_others_are_no_renaming)
{
  const char mixed[] = "int total (int *rows, int n)\n{\n  int all = 7;\n"
                       "  for (int k = 0; j < m; l = p + 1)\n    if (cows [q] > most (r))\n"
                       "      some = none + cow [s] * 3;\n  tell (\"added up\", few);\n  return many - 1;\n}\n";

  assert_classes (original, mixed, "");
}
END_TEST

START_TEST (a_statement_more_or_less_makes_a_clone_of_type_3)
{
  const char gapped[] = "int count (int *list, int size)\n"
                        "{\n"
                        "  int sum = 0;\n"
                        "  begin (list);\n"
                        "  for (int i = 0; i < size; i = i + 1)\n"
                        "    if (list [i] > limit (size))\n"
                        "      sum = sum + list [i] * 2;\n"
                        "  report (\"counted\", sum);\n"
                        "  return sum - 1;\n"
                        "}\n";

  assert_classes (original, gapped, "3: a.c 1-9, b.c 1-10");
}
END_TEST

START_TEST (code_broken_into_other_lines_is_the_same_code)
{
  g_autofree char *text = g_strdup (original);

  for (char *c = text; *c; c++)
    if (*c == ' ')
      *c = '\n';

  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  made_file (corpus, "a.c", "C", original);
  made_file (corpus, "b.c", "C", text);
  made_find (corpus, 1);
  ck_assert_uint_eq (corpus->clone_classes->len, 1);
  ck_assert_uint_eq (ard_clone_class (corpus, 0)->type, 1);
}
END_TEST

/* Each line has the shape of all others: such lists stand everywhere and are no copies of each other. */
START_TEST (lists_of_like_statements_are_no_copies)
{
  g_autoptr (GString) a = g_string_new ("void one (void)\n{\n"), b = g_string_new ("void two (void)\n{\n");

  for (guint i = 0; i < 20; i++) {
    g_string_append_printf (a, "  add (left%u, \"l%u\", %u);\n", i, i, i);
    g_string_append_printf (b, "  put (right%u, \"r%u\", %u);\n", i, i, i);
  }
  g_string_append (a, "}\n");
  g_string_append (b, "}\n");
  assert_classes (a->str, b->str, "");
}
END_TEST

START_TEST (languages_of_one_family_are_compared_and_others_are_not)
{
  const char *languages[][3] = { { "C", "C++", "1: a 1-9, b 1-9" },
                                 { "JavaScript", "TSX", "1: a 1-9, b 1-9" },
                                 { "C", "Java", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

    made_file (corpus, "a", languages[i][0], original);
    made_file (corpus, "b", languages[i][1], original);
    made_find (corpus, 1);

    g_autofree char *found = made_classes (corpus);

    ck_assert_str_eq (found, languages[i][2]);
  }
}
END_TEST

START_TEST (exempt_tokens_are_no_copies)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  made_file (corpus, "a.c", "C", original);
  made_file (corpus, "b.c", "C", original);
  for (guint32 i = 0; i < corpus->tokens->len; i++)
    ard_token (corpus, i)->flags |= ARD_TOKEN_EXEMPT;
  made_find (corpus, 1);
  ck_assert_uint_eq (corpus->clone_classes->len, 0);
}
END_TEST

START_TEST (ten_thousand_equal_files_are_one_class)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  for (guint i = 0; i < 10000; i++) {
    g_autofree char *path = g_strdup_printf ("%05u.c", i);

    made_file (corpus, path, "C", original);
  }
  made_find (corpus, 2);
  ck_assert_uint_eq (corpus->clone_classes->len, 1);
  ck_assert_uint_eq (ard_clone_class (corpus, 0)->n_copies, 10000);
}
END_TEST

START_TEST (a_file_of_equal_lines_is_no_copy_of_itself)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "  add (table, 1, 2, 3);\n");
  made_file (corpus, "a.c", "C", text->str);
  made_find (corpus, 2);
  ck_assert_uint_eq (corpus->clone_classes->len, 0);
}
END_TEST

/* Functions of eight kinds, again and again with other names: many seeds, many classes. */
static ArdCorpus *
make_crowd (guint jobs)
{
  ArdCorpus *corpus = ard_corpus_new ();

  for (guint i = 0; i < 40; i++) {
    g_autofree char *path = g_strdup_printf ("%02u.c", i);
    g_autoptr (GString) text = g_string_new (i % 2 ? original : renamed);

    for (guint j = 0; j < 8; j++)
      g_string_append_printf (text,
                              "int f%u (int x)\n{\n  int y = g%u (x, %u);\n  while (x < y * %u)\n    x = h (x) + y;\n"
                              "  k%u (x, \"t\", y);\n  if (x > y + %u)\n    return m (x);\n  return x %% y;\n}\n",
                              i, j, i, j, j, j);
    made_file (corpus, path, "C", text->str);
  }
  made_find (corpus, jobs);
  return corpus;
}

START_TEST (classes_do_not_depend_on_the_number_of_threads)
{
  g_autoptr (ArdCorpus) one = make_crowd (1), three = make_crowd (3);
  g_autofree char *left = made_classes (one), *right = made_classes (three);

  ck_assert_uint_gt (one->clone_classes->len, 0);
  ck_assert_str_eq (left, right);
}
END_TEST

static gboolean
do_overlap (const ArdCloneCopy *left, const ArdCloneCopy *right)
{
  return left->file == right->file && left->start_line <= right->end_line && right->start_line <= left->end_line;
}

/* Copies that share a line with no copy of another class. */
static guint
count_alone (const ArdCorpus *corpus, guint32 class)
{
  guint alone = 0;

  for (guint32 i = 0; i < corpus->clone_copies->len; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, i);
    gboolean shared = FALSE;

    for (guint32 j = 0; j < corpus->clone_copies->len && copy->clone_class == class; j++) {
      const ArdCloneCopy *other = ard_clone_copy (corpus, j);

      shared = shared || (other->clone_class != class && do_overlap (copy, other));
    }
    alone += copy->clone_class == class && !shared;
  }
  return alone;
}

START_TEST (copies_of_one_class_do_not_overlap)
{
  g_autoptr (ArdCorpus) corpus = make_crowd (1);

  for (guint32 i = 0; i < corpus->clone_copies->len; i++)
    for (guint32 j = i + 1; j < corpus->clone_copies->len; j++)
      ck_assert (ard_clone_copy (corpus, i)->clone_class != ard_clone_copy (corpus, j)->clone_class ||
                 !do_overlap (ard_clone_copy (corpus, i), ard_clone_copy (corpus, j)));
}
END_TEST

/* Two functions equal over 17 lines, the first 9 of which stand in a third place. */
START_TEST (a_copy_of_a_part_of_a_larger_copy_is_not_lost)
{
  static const char more[] =
      "int spread (struct store *store, char **keys)\n{\n  char *key = first (keys);\n"
      "  while (key != NULL) {\n    if (lookup (store, key) < 0)\n      insert (store, key, strlen (key));\n"
      "    drop (&keys, key, \"spread\");\n    key = after (keys, key);\n    }\n  if (store->full)\n"
      "    rehash (store, store->size * 2);\n  for (int j = 7; j > 0; j--)\n    shrink (store, keys [j]);\n"
      "  return store->size;\n}\n";
  g_autofree char *large = g_strconcat (original, more, NULL);
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  made_file (corpus, "a.c", "C", large);
  made_file (corpus, "b.c", "C", large);
  made_file (corpus, "c.c", "C", original);
  made_find (corpus, 1);

  gboolean held = FALSE;

  for (guint32 i = 0; i < corpus->clone_copies->len; i++)
    held = held || ard_clone_copy (corpus, i)->file == 2;
  ck_assert (held);
}
END_TEST

START_TEST (overlapping_copies_belong_to_a_class_with_a_copy_of_its_own)
{
  g_autoptr (ArdCorpus) corpus = make_crowd (1);

  for (guint32 i = 0; i < corpus->clone_copies->len; i++)
    for (guint32 j = i + 1; j < corpus->clone_copies->len; j++) {
      const ArdCloneCopy *left = ard_clone_copy (corpus, i), *right = ard_clone_copy (corpus, j);

      ck_assert (!do_overlap (left, right) || count_alone (corpus, left->clone_class) > 0 ||
                 count_alone (corpus, right->clone_class) > 0);
    }
}
END_TEST

/* A callback that ends where its function does, on brackets only. */
START_TEST (a_function_with_a_callback_at_its_end_is_one_copy)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  ArdFunction outer = { .name = "outer", .start_line = 1, .end_line = 10 };
  ArdFunction inner = { .name = "inner", .start_line = 5, .end_line = 9 };
  static const char text[] =
      "int outer (int *list, int size)\n{\n  int sum = limit (size) - 1;\n  report (\"begun\", sum);\n"
      "  each (list, size, int (int one) {\n    sum = sum + one * 2;\n    if (one > most (list))\n"
      "      tell (\"large\", one, sum % 7);\n  } );\n}\n";

  for (guint i = 0; i < 2; i++) {
    guint32 file = corpus->files->len;

    made_file (corpus, i ? "b.c" : "a.c", "C", text);
    ard_file (corpus, file)->first_function = corpus->functions->len;
    ard_file (corpus, file)->n_functions = 2;
    for (guint j = 0; j < 2; j++) {
      ArdCorpusFunction row = { .facts = j ? inner : outer, .file = file };

      g_array_append_val (corpus->functions, row);
    }
  }
  made_find (corpus, 1);

  g_autofree char *found = made_classes (corpus);

  ck_assert_str_eq (found, "1: a.c 1-10, b.c 1-10");
}
END_TEST

START_TEST (the_identity_survives_names_lines_and_further_copies)
{
  g_autoptr (ArdCorpus) before = ard_corpus_new (), after = ard_corpus_new ();
  g_autofree char *shifted = g_strconcat ("int other;\n\n", renamed, NULL);

  made_file (before, "a.c", "C", original);
  made_file (before, "b.c", "C", original);
  made_file (after, "a.c", "C", shifted);
  made_file (after, "b.c", "C", original);
  made_file (after, "c.c", "C", renamed);
  made_find (before, 1);
  made_find (after, 1);
  ck_assert_uint_eq (after->clone_classes->len, 1);
  ck_assert_uint_eq (ard_clone_class (after, 0)->n_copies, 3);
  ck_assert_uint_eq (ard_clone_class (before, 0)->identity, ard_clone_class (after, 0)->identity);
}
END_TEST

/* Every line is of one shape and has a text of its own; one statement stands between them in b. */
START_TEST (a_list_that_was_copied_with_its_texts_and_a_statement_put_in_is_found)
{
  g_autoptr (GString) a = g_string_new ("void one (void)\n{\n"), b = g_string_new ("void two (void)\n{\n");

  for (guint i = 0; i < 8; i++) {
    g_string_append_printf (a, "  add (left%u, \"l%u\", %u);\n", i, i, i);
    if (i == 4)
      g_string_append (b, "  while (busy) wait (1);\n");
    g_string_append_printf (b, "  add (left%u, \"l%u\", %u);\n", i, i, i);
  }
  g_string_append (a, "}\n");
  g_string_append (b, "}\n");

  g_autofree char *found = made_pair (a->str, b->str);

  ck_assert_ptr_nonnull (strstr (found, "3: a.c "));
}
END_TEST

/* As translations in XML are whose names end like TypeScript's. */
START_TEST (a_file_that_mostly_did_not_parse_is_not_compared)
{
  for (guint errors = 0; errors < 2; errors++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

    made_file (corpus, "a.c", "C", original);
    made_file (corpus, "b.c", "C", renamed)->error_share = errors ? 0.6 : 0.5;
    made_file (corpus, "c.c", "C", original)->error_share = 1;
    made_find (corpus, 1);
    ck_assert_uint_eq (corpus->clone_copies->len, errors ? 0 : 2);
  }
}
END_TEST

/* The copies are siblings; the lists, equal though they are, are mere lists. */
START_TEST (a_copy_knows_its_sibling_and_a_list_has_none)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (list, "  add (left%u, \"l%u\", %u);\n", i, i, i);
  made_file (corpus, "a.c", "C", original);
  made_file (corpus, "b.c", "C", renamed);
  made_file (corpus, "c.go", "Go", list->str);
  made_file (corpus, "d.go", "Go", list->str);
  made_find (corpus, 1);
  ck_assert_uint_eq (corpus->clone_copies->len, 4);
  ck_assert_uint_eq (ard_clone_copy (corpus, 0)->sibling, 1);
  ck_assert_uint_eq (ard_clone_copy (corpus, 1)->sibling, 0);
  ck_assert_uint_eq (ard_clone_copy (corpus, 2)->sibling, ARD_NONE);
  ck_assert_double_eq (ard_clone_copy (corpus, 2)->shared, 0);
}
END_TEST

/* The third differs from the first by its name alone, the second has all its names changed. */
START_TEST (of_those_alike_the_sibling_has_most_names_in_common)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autofree char *named = g_strconcat ("void other (void) { }", original, NULL);

  made_file (corpus, "a.c", "C", original);
  made_file (corpus, "b.c", "C", renamed);
  made_file (corpus, "c.c", "C", named);
  made_find (corpus, 1);
  ck_assert_uint_eq (corpus->clone_copies->len, 3);
  ck_assert_uint_eq (ard_clone_copy (corpus, 0)->sibling, 2);
  ck_assert_uint_eq (ard_clone_copy (corpus, 2)->sibling, 0);
  ck_assert_double_eq (ard_clone_copy (corpus, 0)->shared, 1);
}
END_TEST

/* The same but for two statements in the middle, in which each name stands for another than elsewhere: what stands
 * before them is a copy, all of it is none. */
START_TEST (statements_of_one_shape_with_contradicting_names_speak_against_a_copy)
{
  static const char a[] = "int walk (int *list, int size)\n{\n  int sum = first (list, size);\n"
                          "  while (sum < size)\n    sum = next (list, sum) + 2;\n"
                          "  list [sum] = merge (size, sum);\n  sum = clamp (list, size, sum);\n"
                          "  if (list [size] > sum)\n    drop (size, list, sum);\n  return sum;\n}\n";
  static const char b[] = "int pass (int *rows, int n)\n{\n  int all = start (rows, n);\n"
                          "  while (all < n)\n    all = after (rows, all) + 2;\n"
                          "  %s [%s] = blend (%s, %s);\n  %s = bound (%s, %s, %s);\n"
                          "  if (rows [n] > all)\n    lose (n, rows, all);\n  return all;\n}\n";
  g_autofree char *one = g_strdup_printf (b, "rows", "all", "n", "all", "all", "rows", "n", "all");
  g_autofree char *other = g_strdup_printf (b, "n", "rows", "all", "rows", "rows", "all", "n", "rows");

  assert_classes (a, one, "2: a.c 1-11, b.c 1-11");
  assert_classes (a, other, "2: a.c 1-5, b.c 1-5");
}
END_TEST

/* Twenty-four statements of four shapes, every name another: in an order of their own, and shape by shape. */
START_TEST (the_order_of_repetitions_is_evidence)
{
  static const char *const orders[] = { "ABDACCBDADBCBADDCABCDBAC", "AAAAAABBBBBBCCCCCCDDDDDD" };
  static const char *const shapes[] = { "  %s%u (k%s%u);\n", "  %s%u = k%s%u + 1;\n", "  %s%u [2] = - k%s%u;\n",
                                        "  if (%s%u) return k%s%u;\n" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    GString *texts[2];

    for (guint side = 0; side < 2; side++) {
      const char *name = side ? "right" : "left";

      texts[side] = g_string_new (NULL);
      for (guint row = 0; orders[i][row]; row++)
        g_string_append_printf (texts[side], shapes[orders[i][row] - 'A'], name, row, name, row);
    }

    g_autofree char *found = made_pair (texts[0]->str, texts[1]->str);

    ck_assert_str_eq (found, i ? "" : "2: a.c 1-24, b.c 1-24");
    g_string_free (texts[0], TRUE);
    g_string_free (texts[1], TRUE);
  }
}
END_TEST

/* Forty-two exempt tokens between two functions that are copied on either side of them. */
START_TEST (a_copy_does_not_reach_over_a_table)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autoptr (GString) text = g_string_new (original);
  guint32 first;

  g_string_append (text, "int table = {");
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, " %u,", i);
  g_string_append (text, "};\n");
  g_string_append (text, "int spread (struct store *store, char **keys)\n{\n  char *key = first (keys);\n"
                         "  while (key != other) {\n    if (lookup (store, key) < 0)\n      insert (store, key, "
                         "strlen (key));\n    drop (keys, key, \"spread\");\n    key = after (keys, key);\n  }\n"
                         "  return store;\n}\n");
  for (guint i = 0; i < 2; i++) {
    const ArdFile *file;

    if (i)
      g_string_append (text, "int more;\n");
    file = made_file (corpus, i ? "b.c" : "a.c", "C", text->str);
    for (first = file->first_token; ard_token (corpus, first)->line < 10; first++)
      ;
    for (; ard_token (corpus, first)->line == 10; first++)
      g_array_index (corpus->tokens, ArdToken, first).flags |= ARD_TOKEN_EXEMPT;
  }
  made_find (corpus, 1);

  g_autofree char *found = made_classes (corpus);

  ck_assert_str_eq (found, "1: a.c 1-9, b.c 1-9; 1: a.c 11-21, b.c 11-21");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("clones");
  TCase *test = tcase_create ("clones");

  tcase_set_timeout (test, 60);
  tcase_add_test (test, equal_code_is_a_clone_of_type_1_wherever_it_stands);
  tcase_add_test (test, names_and_literals_that_differ_alike_make_a_clone_of_type_2);
  tcase_add_test (test, names_that_stand_for_several_others_are_no_renaming);
  tcase_add_test (test, a_statement_more_or_less_makes_a_clone_of_type_3);
  tcase_add_test (test, code_broken_into_other_lines_is_the_same_code);
  tcase_add_test (test, lists_of_like_statements_are_no_copies);
  tcase_add_test (test, languages_of_one_family_are_compared_and_others_are_not);
  tcase_add_test (test, exempt_tokens_are_no_copies);
  tcase_add_test (test, a_list_that_was_copied_with_its_texts_and_a_statement_put_in_is_found);
  tcase_add_test (test, a_file_that_mostly_did_not_parse_is_not_compared);
  tcase_add_test (test, a_copy_knows_its_sibling_and_a_list_has_none);
  tcase_add_test (test, of_those_alike_the_sibling_has_most_names_in_common);
  tcase_add_test (test, ten_thousand_equal_files_are_one_class);
  tcase_add_test (test, a_file_of_equal_lines_is_no_copy_of_itself);
  tcase_add_test (test, classes_do_not_depend_on_the_number_of_threads);
  tcase_add_test (test, copies_of_one_class_do_not_overlap);
  tcase_add_test (test, a_copy_of_a_part_of_a_larger_copy_is_not_lost);
  tcase_add_test (test, overlapping_copies_belong_to_a_class_with_a_copy_of_its_own);
  tcase_add_test (test, a_function_with_a_callback_at_its_end_is_one_copy);
  tcase_add_test (test, the_identity_survives_names_lines_and_further_copies);
  tcase_add_test (test, statements_of_one_shape_with_contradicting_names_speak_against_a_copy);
  tcase_add_test (test, the_order_of_repetitions_is_evidence);
  tcase_add_test (test, a_copy_does_not_reach_over_a_table);
  suite_add_tcase (suite, test);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed != 0;
}
