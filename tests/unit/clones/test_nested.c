#include "made.h"

/* Eleven lines that stand in all. */
static const char part[] = "  while (key != other) {\n    if (lookup (store, key) < 0)\n"
                           "      insert (store, key, length (key));\n    drop (keys, key, \"spread\");\n"
                           "    key = after (keys, key);\n  }\n  if (store->full)\n"
                           "    rehash (store, store->size * 2);\n  for (int j = 7; j > 0; j = j - 1)\n"
                           "    shrink (store, keys [j]);\n  return store->size;\n";
/* Sixteen lines before them, of two makes: more than what they share. */
static const char left[] =
    "int spread (struct store *store)\n{\n  char *key = first (store);\n  note (\"spread\", store, key);\n"
    "  if (store->busy > limit (key))\n    wait (store, 7);\n  store->size = store->size - store->gone + 1;\n"
    "  char *other = last (store->rows [store->size], key);\n  do {\n    swap (&key, &other);\n"
    "  } while (compare (key, other) < 0 && store->busy == 0);\n  store->full = store->size * 4 > store->room * 3;\n"
    "  if (!store->keys)\n    store->keys = make (store->room, \"keys\");\n  char **keys = store->keys + store->gone;\n"
    "  lock (store->mutex [key [0]]);\n";
static const char right[] =
    "void *gather (int depth, char **rows)\n{\n  list = open (rows [depth], mode);\n"
    "  for (size = 0; size < depth; size = size + 1)\n    total = total + rows [size] [0];\n"
    "  sort (rows, depth, total);\n  if (total == 0 || depth > 99)\n    return fail (\"too deep\", 12, depth % 10);\n"
    "  switch (rows [0] [1]) {\n  case 3:\n    mode = mode | 64;\n    break;\n  }\n"
    "  int left = depth / 2, right = depth - left;\n  send (list, left, &right, sizeof (right));\n"
    "  rest = join (rows [left], \", \", rows [right]);\n";

static void
add (ArdCorpus *corpus, const char *path, const char *head, const char *end)
{
  g_autofree char *text = g_strconcat (head, part, "}\n", end, NULL);

  made_file (corpus, path, "C", text);
}

/* Two classes of 27 lines and a bracket; what they share is a class inside all four copies. */
START_TEST (a_part_of_two_larger_copies_of_different_classes_is_a_class_inside_them)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.c", left, "");
  add (corpus, "b.c", left, "int other;\n");
  add (corpus, "c.c", right, "");
  add (corpus, "d.c", right, "char *rows [7];\n");
  made_find (corpus, 1);

  g_autofree char *found = made_classes (corpus);

  ck_assert_str_eq (found,
                    "1: a.c 1-28, b.c 1-28; 1: a.c 17-27, b.c 17-27, c.c 17-27, d.c 17-27; 1: c.c 1-28, d.c 1-28");
}
END_TEST

/* Each of 150 copies has names and numbers of its own: too many to hold each against each, so they form a chain. */
START_TEST (more_than_a_hundred_renamed_copies_are_one_class)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  for (guint i = 0; i < 150; i++) {
    g_autofree char *path = g_strdup_printf ("%03u.c", i);
    g_autoptr (GString) text = g_string_new (NULL);

    for (const char *c = part; *c; c++) {
      g_string_append_c (text, *c);
      if (g_ascii_islower (*c) && !g_ascii_isalpha (c[1]) && !g_str_has_prefix (c - 1, "if") &&
          !(c - part >= 4 && g_str_has_prefix (c - 4, "while")) &&
          !(c - part >= 2 && g_str_has_prefix (c - 2, "for")) && !(c - part >= 2 && g_str_has_prefix (c - 2, "int")) &&
          !(c - part >= 5 && g_str_has_prefix (c - 5, "return")))
        g_string_append_printf (text, "%u", i);
    }
    made_file (corpus, path, "C", text->str);
  }
  made_find (corpus, 1);
  ck_assert_uint_eq (corpus->clone_classes->len, 1);
  ck_assert_uint_eq (ard_clone_class (corpus, 0)->n_copies, 150);
  ck_assert_uint_eq (ard_clone_class (corpus, 0)->type, 2);
  for (guint32 i = 0; i < 150; i++)
    ck_assert_uint_ne (ard_clone_copy (corpus, i)->sibling, ARD_NONE);
}
END_TEST

/* Curly brackets carry their flag, as those of a grammar do. */
static void
mark_braces (ArdCorpus *corpus)
{
  guint32 opens = made_hash ("{", 1), closes = made_hash ("}", 1);

  for (guint32 i = 0; i < corpus->tokens->len; i++) {
    ArdToken *token = &g_array_index (corpus->tokens, ArdToken, i);

    if (token->text == opens || token->text == closes)
      token->flags |= ARD_TOKEN_BRACE;
  }
}

/* The bracket that closes a block is no part of a statement, so that the block may lose what it holds. */
START_TEST (a_block_that_was_emptied_leaves_one_copy)
{
  static const char tail[] = "  note (\"spread\", store, key);\n  while (store->busy > limit (key)) {\n";
  static const char rest[] = "  }\n  key = after (keys, key);\n  rehash (store, store->size * 2);\n"
                             "  shrink (store, keys [7]);\n  return store->size;\n}\n";
  g_autofree char *full = g_strconcat ("int f (int x)\n{\n", tail, "    wait (store);\n", rest, NULL);
  g_autofree char *emptied = g_strconcat ("int f (int x)\n{\n", tail, rest, NULL);
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  made_file (corpus, "a.c", "C", full);
  made_file (corpus, "b.c", "C", emptied);
  mark_braces (corpus);
  made_find (corpus, 1);

  g_autofree char *found = made_classes (corpus);

  ck_assert_str_eq (found, "3: a.c 1-11, b.c 1-10");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("nested");
  TCase *test = tcase_create ("nested");

  tcase_set_timeout (test, 60);
  tcase_add_test (test, a_part_of_two_larger_copies_of_different_classes_is_a_class_inside_them);
  tcase_add_test (test, more_than_a_hundred_renamed_copies_are_one_class);
  tcase_add_test (test, a_block_that_was_emptied_leaves_one_copy);
  suite_add_tcase (suite, test);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
