#include "languages/embedded.h"

#include "tests/unit/languages/tell.h"

/* What is script and what is not, by hand: the script's bytes alone, blanks and line ends left out. */
static const struct {
  const char *host, *language, *script, *text;
} rows[] = {
  { "Vue", "TypeScript", "a()", "<template><p/></template>\n<script setup lang=\"ts\">a()</script>\n" },
  { "Vue", "JavaScript", "a()b()", "<script>\na()\n</script>\n<script setup>b()</script>" },
  { "Vue", "TSX", "a()", "<script lang='tsx'>a()</script>" },
  { "Svelte", "JavaScript", "a()", "<script context=\"module\">a()</script>\n{#if x}{/if}" },
  { "Svelte", "TypeScript", "a()", "<script lang=\"ts\" generics=\"T extends A<B>\">a()</script>" },
  { "HTML", "JavaScript", "a()", "<SCRIPT TYPE=\"text/javascript\">a()</SCRIPT >" },
  { "HTML", "JavaScript", "a()", "<script type=module async>a()</script>" },
  /* no script: data, templates, what is fetched from elsewhere, what is commented out, another host */
  { "HTML", "JavaScript", "b()", "<script type=\"application/json\">{\"a\": 1}</script><script>b()</script>" },
  { "HTML", "JavaScript", "b()", "<script type='text/x-template'><p></script><script>b()</script>" },
  { "HTML", "JavaScript", "b()", "<script src=\"a.js\">a()</script><script>b()</script>" },
  { "HTML", "JavaScript", "b()", "<!-- <script>a()</script> --><script>b()</script>" },
  { "HTML", NULL, "", "<script type=\"importmap\">{}</script>" },
  { "HTML", NULL, "", "<scripting>a()</scripting>" },
  { "Markdown", NULL, "", "<script>a()</script>" },
  /* the first element tells the language; another one's is hidden */
  { "Vue", "TypeScript", "b()", "<script lang=\"ts\">b()</script><script>c()</script>" },
  /* broken off */
  { "HTML", "JavaScript", "a()", "<script>a()" },
  { "HTML", "JavaScript", "", "<script" },
  { "HTML", "JavaScript", "", "<script lang" },
  { "HTML", NULL, "", "<script src=\"a" },
  { "HTML", NULL, "", "<!-- <script>a()</script>" },
};

START_TEST (only_what_an_engine_runs_is_script)
{
  const char *text = rows[_i].text;
  g_auto (ArdEmbedded) embedded = { 0 };
  g_autoptr (GString) script = g_string_new (NULL);

  ard_embedded_init (&embedded, rows[_i].host, text, strlen (text));
  if (!rows[_i].language) {
    ck_assert_ptr_null (embedded.language);
    return;
  }
  ck_assert_str_eq (embedded.language, rows[_i].language);
  for (gsize i = 0; text[i]; i++) {
    if (!g_ascii_isspace (embedded.script[i]))
      g_string_append_c (script, embedded.script[i]);
    ck_assert_msg (text[i] == '\n' ? embedded.script[i] == '\n' && embedded.rest[i] == '\n'
                                   : embedded.script[i] == ' ' || embedded.rest[i] == ' ',
                   "byte %zu of %s is in both or lost its line", i, text);
  }
  ck_assert_str_eq (script->str, rows[_i].script);
  ck_assert_uint_eq (strlen (embedded.script), strlen (text));
  ck_assert_uint_eq (strlen (embedded.rest), strlen (text));
}
END_TEST

static const char component[] = "<template>\n"
                                "  <p @click=\"go\">{{ a }}</p> <!-- TODO a -->\n"
                                "</template>\n"
                                "\n"
                                "<script setup lang=\"ts\">\n"
                                "import { ref } from 'vue'\n"
                                "// TODO b\n"
                                "const go = async (x: number) => {\n"
                                "  try { await f(x) } catch (e) { }\n"
                                "}\n"
                                "</script>\n"
                                "<style>\n"
                                ".a { }\n"
                                "</style>\n";

START_TEST (functions_and_captures_of_a_component_stand_at_their_lines)
{
  g_auto (ArdFacts) facts = read_facts ("A.vue", component, -1);
  g_autofree char *functions = tell_functions (&facts), *markers = tell_markers (&facts);
  g_autofree char *handling = tell_handling (&facts), *structure = tell_structure (&facts);

  ck_assert_str_eq (facts.language, "Vue");
  ck_assert (facts.measured);
  ck_assert_double_eq (facts.error_share, 0);
  ck_assert_str_eq (functions, "go 2/1/1/1"); /* catch 1 */
  ck_assert_uint_eq (find_function (&facts, "go")->start_line, 8);
  ck_assert_str_eq (markers, "2 7");
  ck_assert_str_eq (handling, "try(f); handler() silent");
  ck_assert_ptr_nonnull (strstr (structure, "import vue"));
}
END_TEST

START_TEST (lines_of_a_component_are_counted_with_and_without_script_alike)
{
  g_auto (ArdFacts) facts = read_facts ("A.vue", component, -1);

  /* 14 lines: one blank, one that is a comment and nothing else */
  ck_assert_uint_eq (facts.blank_lines, 1);
  ck_assert_uint_eq (facts.comment_lines, 1);
  ck_assert_uint_eq (facts.code_lines, 12);
}
END_TEST

START_TEST (a_document_without_script_is_not_measured)
{
  g_auto (ArdFacts) facts = read_facts ("a.html", "<p>\n<script type=\"application/ld+json\">{}</script>\n", -1);

  ck_assert (!facts.measured);
  ck_assert_str_eq (facts.language, "HTML");
  ck_assert_uint_eq (facts.functions->len, 0);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { only_what_an_engine_runs_is_script, G_N_ELEMENTS (rows) },
    { functions_and_captures_of_a_component_stand_at_their_lines, 1 },
    { lines_of_a_component_are_counted_with_and_without_script_alike, 1 },
    { a_document_without_script_is_not_measured, 1 },
  };

  return run_tests ("languages/embedded", tests, G_N_ELEMENTS (tests));
}
