#include "languages/forms.h"
#include "languages/internal.h"
#include "tests/unit/languages/read.h"

static const char text[] = "f (a, g (\"s\"), (b) => b); h.i ('t'); try { f (1); } catch (e) { h (e); }\n";

/* Queries whose patterns are alike but for what they call things; matches: how many are left to tree-sitter itself.
 * Counted by hand: f, g, h.i, f, h are called; a, b, b, e, e and the four callees are identifiers, as is h of h.i. */
static const struct {
  const char *query;
  guint matches;
} rows[] = {
  { "(call_expression) @a (call_expression) @b", 5 },
  { "(call_expression) @a ((call_expression) @b (#eq? @b \"x (\\\" )\"))", 5 },
  { "(call_expression function: (_) @a) @b ; (\n(call_expression\n  function: (_) @b @c) @a", 5 },
  { "(call_expression function: (_) @a) @b @c (call_expression function: (_) @a) @b", 5 },
  { "(call_expression function: (identifier) @a) (call_expression function: (identifier)) @a", 8 },
  { "(call_expression function: (_) @a) @a (call_expression function: (_) @b) @c", 10 },
  { "(call_expression function: (_) @a) @b (call_expression function: (_) @c) @c", 5 },
  { "[(string) (number)] @a [(string) (number)] @b [(number) (string)] @c", 6 },
  { "((arguments . (_) @a) @b (#not-eq? @a \")\")) (arguments . (_) @b) @c ((arguments (_) @b) @c)", 12 },
  { "(catch_clause parameter: (_) @a body: (_) @b) (catch_clause parameter: (_) @b body: (_) @a)", 1 },
};

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* One line for each match: its pattern, and each capture's name and span. */
static void
write_match (const TSQuery *query, const TSQueryMatch *match, GPtrArray *lines)
{
  GString *line = g_string_new (NULL);

  g_string_printf (line, "%u", match->pattern_index);
  for (guint i = 0; i < match->capture_count; i++) {
    guint32 length;
    TSNode node = match->captures[i].node;

    g_string_append_printf (line, " %s %u-%u", ts_query_capture_name_for_id (query, match->captures[i].index, &length),
                            ts_node_start_byte (node), ts_node_end_byte (node));
  }
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

/* All matches, sorted; forms: NULL to leave all patterns to tree-sitter. own: receives how many it found. */
static char *
match_all (const TSQuery *query, TSNode root, const ArdForms *forms, guint *own)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) captures = g_array_new (FALSE, FALSE, sizeof (TSQueryCapture));
  TSQueryCursor *cursor = ts_query_cursor_new ();
  TSQueryMatch match, one;

  *own = 0;
  ts_query_cursor_exec (cursor, query, root);
  for (; ts_query_cursor_next_match (cursor, &match); ++*own)
    if (!forms)
      write_match (query, &match, lines);
    else
      for (guint i = 0; ard_forms_get (forms, &match, i, captures, &one); i++)
        write_match (query, &one, lines);
  ts_query_cursor_delete (cursor);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* The same query without forms says what is expected. */
START_TEST (patterns_of_one_form_match_what_they_would_alone)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, NULL);
  const char *separator, *source = rows[_i].query;
  const TSLanguage *language = ard_grammar_language (ard_languages_grammar (languages, "JavaScript", &separator));
  TSParser *parser = ts_parser_new ();
  guint32 offset, all, own;
  TSQueryError error;
  TSQuery *query = ts_query_new (language, source, (guint32) strlen (source), &offset, &error);

  ck_assert_msg (query != NULL, "%s at %u", source, offset);
  ts_parser_set_language (parser, language);

  TSTree *tree = ts_parser_parse_string (parser, NULL, text, sizeof text - 1);
  g_autofree char *expected = match_all (query, ts_tree_root_node (tree), NULL, &all);
  g_autoptr (ArdForms) forms = ard_forms_new (query, source);
  g_autofree char *found = match_all (query, ts_tree_root_node (tree), forms, &own);

  ck_assert_str_eq (found, expected);
  ck_assert_uint_eq (own, rows[_i].matches);
  ts_query_delete (query);
  ts_tree_delete (tree);
  ts_parser_delete (parser);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("forms");
  TCase *cases = tcase_create ("forms");

  tcase_add_loop_test (cases, patterns_of_one_form_match_what_they_would_alone, 0, (int) G_N_ELEMENTS (rows));
  suite_add_tcase (suite, cases);
  return run_suite (suite);
}
