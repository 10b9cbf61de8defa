#include "read.h"

/* Kinds of the tokens in order: W word, N name, # number, S string; "|" before a statement's first, lower case exempt.
 */
static char *
list_tokens (const char *path, const char *text)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < facts.tokens->len; i++) {
    const ArdToken *token = &g_array_index (facts.tokens, ArdToken, i);
    char kind = "WN#S"[token->kind];

    if (token->flags & ARD_TOKEN_STATEMENT)
      g_string_append_c (out, '|');
    g_string_append_c (out, token->flags & ARD_TOKEN_EXEMPT ? g_ascii_tolower (kind) : kind);
  }
  return g_string_free (out, FALSE);
}

static void
assert_tokens (const char *path, const char *text, const char *expected)
{
  g_autofree char *found = list_tokens (path, text);

  ck_assert_str_eq (found, expected);
}

/* The body of a C function is a statement in its grammar. */
START_TEST (names_literals_and_signs_are_told_apart_in_every_language)
{
  assert_tokens ("a.c", "void f (void) { x = 1; g (\"a b\"); }", "|WNWWW|W|NW#W|NWSWWW");
  assert_tokens ("a.py", "x = f('a', 2, None)\n", "|NWNWSW#W#W");
  assert_tokens ("a.js", "let x = `a ${b} c`;", "|WNWSWNWSWW");
  assert_tokens ("A.java", "class A { int x = 'c'; }", "|WNW|WNWSWW");
}
END_TEST

START_TEST (comments_are_no_tokens)
{
  assert_tokens ("a.c", "int x; /* y */ // z\n", "|WNW");
}
END_TEST

START_TEST (imports_are_exempt)
{
  assert_tokens ("a.py", "import os\nx = 1\n", "|wn|NW#");
  assert_tokens ("a.go", "package a\n\nimport \"os\"\n\nvar x = 1\n", "|Wn|ws|WNW#");
}
END_TEST

START_TEST (a_string_is_one_token_whatever_white_space_it_has)
{
  assert_tokens ("a.c", "f (\", \", \" a b \");", "|NWSWSWW");
  assert_tokens ("a.py", "x = ', '.join(y)\n", "|NWSWNWNW");
  assert_tokens ("a.rs", "fn f() { g(\", \"); }", "|WNWWW|NWSWWW");
}
END_TEST

START_TEST (a_parameter_of_a_lambda_is_a_name)
{
  assert_tokens ("A.cs", "class A { int F(int x) { return G(y => y + x); } }", "|WNW|WNWWNWW|WNWNWNWNWWWW");
}
END_TEST

/* The name of an argument is not the variable of that name. */
START_TEST (names_of_arguments_and_of_keys_are_members)
{
  g_auto (ArdFacts) facts = read_facts ("a.py", "f(x=x)\n", -1);
  g_auto (ArdFacts) keys = read_facts ("a.js", "f({x: x});", -1);
  const ArdToken *tokens = (const ArdToken *) (gconstpointer) facts.tokens->data;

  ck_assert_uint_ne (tokens[2].text, tokens[4].text);
  tokens = (const ArdToken *) (gconstpointer) keys.tokens->data;
  ck_assert_uint_ne (tokens[3].text, tokens[5].text);
}
END_TEST

static guint
count_exempt (const char *path, const char *text)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  guint exempt = 0;

  for (guint i = 0; i < facts.tokens->len; i++)
    exempt += g_array_index (facts.tokens, ArdToken, i).flags & ARD_TOKEN_EXEMPT ? 1 : 0;
  return exempt;
}

/* Forty numbers and commas and two brackets are a long list, nine numbers and commas none, however they are laid out.
 */
START_TEST (whether_a_table_is_long_does_not_depend_on_the_layout)
{
  g_autoptr (GString) few = g_string_new ("x = ["), many = g_string_new ("x = [");

  for (guint i = 0; i < 40; i++)
    g_string_append (many, "1,");
  for (guint i = 0; i < 9; i++)
    g_string_append (few, "\n                                                            123456789,");
  g_string_append (many, "]\n");
  g_string_append (few, "]\n");
  ck_assert_uint_eq (count_exempt ("a.py", many->str), 82);
  ck_assert_uint_eq (count_exempt ("a.py", few->str), 0);
}
END_TEST

/* Forty numbers and commas and two brackets are exempt, the function is not. */
START_TEST (a_function_inside_a_table_is_no_table)
{
  g_autoptr (GString) text = g_string_new ("x = [");

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "1,");
  g_string_append (text, "function () { f(2); }]\n");
  ck_assert_uint_eq (count_exempt ("a.js", text->str), 82);
}
END_TEST

/* 100 numbers and commas are a long list; three are not. */
START_TEST (long_tables_are_exempt_and_short_lists_are_code)
{
  g_autoptr (GString) text = g_string_new ("int a[] = { 1, 2, 3 };\nint b[] = { ");
  g_auto (ArdFacts) facts = { 0 };
  guint exempt = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "12345, ");
  g_string_append (text, "};\n");
  facts = read_facts ("a.c", text->str, -1);
  for (guint i = 0; i < facts.tokens->len; i++)
    exempt += g_array_index (facts.tokens, ArdToken, i).flags & ARD_TOKEN_EXEMPT ? 1 : 0;
  /* 100 numbers and commas, two braces. */
  ck_assert_uint_eq (exempt, 202);
}
END_TEST

START_TEST (equal_bytes_have_equal_texts_but_for_members)
{
  g_auto (ArdFacts) facts = read_facts ("a.js", "x; x; y.x;", -1);
  const ArdToken *tokens = (const ArdToken *) (gconstpointer) facts.tokens->data;

  ck_assert_uint_eq (facts.tokens->len, 8);
  ck_assert_uint_eq (tokens[0].text, tokens[2].text);
  ck_assert_uint_ne (tokens[0].text, tokens[6].text);
}
END_TEST

START_TEST (depth_counts_the_brackets_around)
{
  g_auto (ArdFacts) facts = read_facts ("a.js", "f(g[1]);", -1);
  const guint depths[] = { 0, 0, 1, 1, 2, 1, 0, 0 };

  ck_assert_uint_eq (facts.tokens->len, G_N_ELEMENTS (depths));
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    ck_assert_uint_eq (g_array_index (facts.tokens, ArdToken, i).depth, depths[i]);
}
END_TEST

START_TEST (texts_without_a_grammar_have_none)
{
  assert_tokens ("a.txt", "x = 1\n", "");
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    names_literals_and_signs_are_told_apart_in_every_language,
    comments_are_no_tokens,
    imports_are_exempt,
    a_string_is_one_token_whatever_white_space_it_has,
    a_parameter_of_a_lambda_is_a_name,
    names_of_arguments_and_of_keys_are_members,
    whether_a_table_is_long_does_not_depend_on_the_layout,
    a_function_inside_a_table_is_no_table,
    long_tables_are_exempt_and_short_lists_are_code,
    equal_bytes_have_equal_texts_but_for_members,
    depth_counts_the_brackets_around,
    texts_without_a_grammar_have_none,
  };
  Suite *suite = suite_create ("tokens");
  TCase *cases = tcase_create ("tokens");

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
