#include <stdio.h>

#include "model/error.h"
#include "model/resource.h"
#include "tests/unit/languages/read.h"

/* What is repeated a hundred thousand times: brackets opened, chains, conditionals. */
static const struct {
  const char *path, *before, *again, *after;
} rows[] = {
  { "a.c", "int x = ", "(", "1;" },
  { "a.js", "\n", "[\n", "" },
  { "a.js", "\n", "function f(){\n", "" },
  { "a.c", "int f() { return a", " && a", ";}" },
  { "a.c", "int f() {", "if (a) ", ";}" },
  { "a.py", "x = ", "(", "" },
  { "a.go", "package p\nvar x = ", "[", "" },
  { "a.ts", "", "a<", "" },
  { "A.java", "class A { int x = ", "(", "" },
  { "a.h", "", "#if A\n{\n", "" },
};

START_TEST (a_hundred_thousand_of_anything_neither_crashes_nor_stalls)
{
  g_autoptr (GString) text = g_string_new (rows[_i].before);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, rows[_i].again);
  g_string_append (text, rows[_i].after);

  g_auto (ArdFacts) facts = read_facts (rows[_i].path, text->str, (gssize) text->len);

  ck_assert_int_eq (facts.size_bytes, (gint64) text->len);
  ck_assert_uint_ge (facts.code_lines, 1);
  if (!facts.measured)
    ck_assert_double_eq (facts.error_share, 1);
}
END_TEST

START_TEST (a_file_out_of_bounds_is_text_and_says_so)
{
  g_autoptr (GString) text = g_string_new ("int x = ");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '(');
  g_string_append_c (text, '1');
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, ')');
  g_string_append (text, ";\n");

  g_auto (ArdFacts) facts = read_facts ("a.c", text->str, (gssize) text->len);

  ck_assert_str_eq (facts.language, "Text");
  ck_assert (!facts.measured);
  ck_assert_double_eq (facts.error_share, 1);
}
END_TEST

START_TEST (an_unreadable_part_is_a_share_of_the_bytes)
{
  g_auto (ArdFacts) good = read_facts ("a.js", "f(1);\n", -1);
  g_auto (ArdFacts) bad = read_facts ("a.js", "f(1);\n@@@@@ ][ ;\nf(2);\n", -1);

  ck_assert_double_eq (good.error_share, 0);
  ck_assert_double_gt (bad.error_share, 0);
  ck_assert_double_le (bad.error_share, 1);
  ck_assert (bad.measured);
}
END_TEST

START_TEST (a_broken_query_is_an_error_that_names_its_file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autofree char *folder = g_dir_make_tmp ("ardoise-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "languages", "go", NULL);
  g_autofree char *file = g_build_filename (below, "text.scm", NULL);

  ck_assert_int_eq (g_mkdir_with_parents (below, 0700), 0);
  ck_assert (g_file_set_contents (file, "(comment) @remark\n", -1, NULL));
  ard_resource_set_folder (folder);
  ck_assert_ptr_null (ard_languages_new (settings, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_USAGE));
  ck_assert_ptr_nonnull (strstr (error->message, "@remark"));
  g_clear_error (&error);
  ck_assert (g_file_set_contents (file, "(comment) @comment\n(nonsense) @table\n", -1, NULL));
  ck_assert_ptr_null (ard_languages_new (settings, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "languages/go/text.scm"));
  ck_assert_ptr_nonnull (strstr (error->message, "line 2"));
  remove (file);
}
END_TEST

START_TEST (every_embedded_query_compiles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autofree char *folder = g_dir_make_tmp ("ardoise-XXXXXX", NULL);

  /* Beside a folder that may override them, even an empty one, none waits for its first use. */
  ard_resource_set_folder (folder);

  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, &error);

  ck_assert_msg (languages != NULL, "%s", error ? error->message : "no reason");
  remove (folder);
}
END_TEST

static gpointer
read_go (gpointer languages)
{
  g_autoptr (ArdReader) reader = ard_reader_new (languages);
  const char text[] = "package p\nfunc f() {}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  ArdFacts facts;

  ard_facts_init (&facts);
  ard_reader_read (reader, "a.go", bytes, &facts);

  guint functions = facts.functions->len;

  ard_facts_clear (&facts);
  return GUINT_TO_POINTER (functions);
}

START_TEST (threads_that_meet_at_a_first_use_read_the_same)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_go, languages);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    ck_assert_uint_eq (GPOINTER_TO_UINT (g_thread_join (threads[i])), 1);
}
END_TEST

START_TEST (the_digest_follows_the_marker_patterns)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) one = ard_languages_new (settings, NULL);
  g_autoptr (ArdLanguages) two = ard_languages_new (settings, NULL);

  g_free (settings->admitted_patterns[0]);
  settings->admitted_patterns[0] = g_strdup ("LATER");

  g_autoptr (ArdLanguages) three = ard_languages_new (settings, NULL);

  ck_assert_str_eq (ard_languages_digest (one), ard_languages_digest (two));
  ck_assert_str_ne (ard_languages_digest (one), ard_languages_digest (three));
}
END_TEST

START_TEST (a_pattern_that_cannot_be_read_is_an_error_and_one_that_explodes_does_not_match)
{
  g_autoptr (GError) error = NULL;
  char *broken[] = { g_strdup ("a(b"), NULL }, *explodes[] = { g_strdup ("(a+)+$"), NULL };
  char *plain[] = { g_strdup ("\\bfix\\b"), NULL };
  g_autoptr (ArdPatterns) none = ard_patterns_new (broken, TRUE, &error);
  g_autoptr (ArdPatterns) slow = ard_patterns_new (explodes, TRUE, NULL);
  g_autoptr (ArdPatterns) fast = ard_patterns_new (plain, TRUE, NULL);
  g_autofree char *text = g_strnfill (5000, 'a');

  ck_assert_ptr_null (none);
  ck_assert_ptr_nonnull (strstr (error->message, "a(b"));
  text[4999] = '!';
  ck_assert (!ard_patterns_match (slow, text, -1));
  ck_assert (ard_patterns_match (fast, "a FIX \xff", -1));
  ck_assert (!ard_patterns_match (fast, "prefix", -1));
  ck_assert (!ard_patterns_match (fast, "fix", 2));
  g_free (broken[0]);
  g_free (explodes[0]);
  g_free (plain[0]);
}
END_TEST

START_TEST (a_sum_of_many_parts_is_measured)
{
  g_autoptr (GString) text = g_string_new ("class A { String f() { return a && b ? \"\" : \"\"");

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, " +\n\"line\"");
  g_string_append (text, "; } }");

  g_auto (ArdFacts) facts = read_facts ("A.java", text->str, -1);

  ck_assert (facts.measured);
  /* && 1, ?: 1 */
  ck_assert_uint_eq (find_function (&facts, "A.f")->cyclomatic, 3);
}
END_TEST

/* A chain of calls between two functions, the second with an if; n links. Yours. */
static char *
make_chain (guint n)
{
  GString *text = g_string_new ("function before (a, b) { return a && b; }\nx");

  for (guint i = 0; i < n; i++)
    g_string_append (text, ".then(a => a || 1)\n");
  g_string_append (text, ";\nfunction after (a) { if (a) { try { f (); } catch (e) { } } }\n");
  return g_string_free (text, FALSE);
}

START_TEST (a_chain_of_calls_keeps_its_functions)
{
  g_autofree char *text = make_chain (400);
  g_auto (ArdFacts) facts = read_facts ("a.js", text, -1);

  ck_assert (facts.measured);
  ck_assert (!facts.metrics_only);
  ck_assert_uint_eq (find_function (&facts, "before")->cyclomatic, 2);
}
END_TEST

START_TEST (a_nest_of_arguments_stays_within_the_bound)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "f (\n");
  g_string_append (text, "read (a, err => { })");
  for (guint i = 0; i < 2000; i++)
    g_string_append_c (text, ')');

  g_auto (ArdFacts) facts = read_facts ("a.js", text->str, -1);

  ck_assert (facts.measured);
  ck_assert (!facts.metrics_only);
}
END_TEST

START_TEST (a_nest_beyond_the_bound_keeps_its_functions_and_says_what_is_missing)
{
  g_autoptr (GString) nest = g_string_new (NULL);
  g_autofree char *functions = make_chain (1), *text = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (nest, "f (() => {\n");
  for (guint i = 0; i < 2000; i++)
    g_string_append (nest, "})");
  text = g_strdup_printf ("%s;\n%s", nest->str, functions);

  g_auto (ArdFacts) facts = read_facts ("a.js", text, -1);

  ck_assert (facts.measured);
  ck_assert (facts.metrics_only);
  ck_assert_str_eq (facts.language, "JavaScript");
  ck_assert_double_eq (facts.error_share, 0);
  ck_assert_uint_eq (find_function (&facts, "before")->cyclomatic, 2);
  /* if 1, catch 1; nested one deep each */
  ck_assert_uint_eq (find_function (&facts, "after")->cyclomatic, 3);
  for (guint i = 0; i < facts.captures->len; i++)
    ck_assert_int_ne (g_array_index (facts.captures, ArdCapture, i).kind, ARD_CAPTURE_CALL);
}
END_TEST

START_TEST (metrics_are_the_same_without_errors_and_structure)
{
  static const char *const names[] = { "errors.scm", "callback.scm", "structure.scm" };
  g_autofree char *folder = g_dir_make_tmp ("ardoise-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "languages", "javascript", NULL);
  g_autofree char *text = make_chain (10);
  char *paths[G_N_ELEMENTS (names)];

  g_auto (ArdFacts) whole = read_facts ("a.js", text, -1);

  ck_assert_int_eq (g_mkdir_with_parents (below, 0700), 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    paths[i] = g_build_filename (below, names[i], NULL);
    ck_assert (g_file_set_contents (paths[i], "\n", -1, NULL));
  }
  ard_resource_set_folder (folder);

  g_auto (ArdFacts) bare = read_facts ("a.js", text, -1);
  g_autofree char *left = tell_functions (&whole), *right = tell_functions (&bare);

  ck_assert (!whole.metrics_only);
  ck_assert_str_eq (left, right);
  ck_assert_uint_eq (whole.functions->len, bare.functions->len);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    remove (paths[i]);
    g_free (paths[i]);
  }
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { a_hundred_thousand_of_anything_neither_crashes_nor_stalls, G_N_ELEMENTS (rows) },
    { a_file_out_of_bounds_is_text_and_says_so, 1 },
    { an_unreadable_part_is_a_share_of_the_bytes, 1 },
    { a_broken_query_is_an_error_that_names_its_file, 1 },
    { every_embedded_query_compiles, 1 },
    { threads_that_meet_at_a_first_use_read_the_same, 1 },
    { the_digest_follows_the_marker_patterns, 1 },
    { a_sum_of_many_parts_is_measured, 1 },
    { a_pattern_that_cannot_be_read_is_an_error_and_one_that_explodes_does_not_match, 1 },
    { a_chain_of_calls_keeps_its_functions, 1 },
    { a_nest_of_arguments_stays_within_the_bound, 1 },
    { a_nest_beyond_the_bound_keeps_its_functions_and_says_what_is_missing, 1 },
    { metrics_are_the_same_without_errors_and_structure, 1 },
  };

  return run_tests ("languages/bounds", tests, G_N_ELEMENTS (tests));
}
