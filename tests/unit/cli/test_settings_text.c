#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/quote.h"
#include "cli/settings_text.h"

/* Digest of the settings that a text reads as; yours. */
static char *
digest_of (const char *text)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  ck_assert_msg (ard_settings_read (settings, NULL, "t.yml", bytes, &error), "%s", error ? error->message : "");
  ard_settings_seal (settings);
  return g_strdup (settings->digest);
}

/* The template without the first '#' of each line that is not a sentence. */
static char *
uncomment (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line; line++) {
    gboolean value = **line == '#' && ((*line)[1] != ' ' || (*line)[2] == ' ');

    g_string_append_printf (out, "%s\n", value ? *line + 1 : *line);
  }
  return g_string_free (out, FALSE);
}

START_TEST (the_template_as_it_is_and_uncommented_reads_as_the_defaults)
{
  g_autofree char *text = ard_settings_write_template (), *bare = uncomment (text);
  char *example = strstr (bare, "\nsuppressions:\n");

  ck_assert_ptr_nonnull (example);
  example[1] = '\0';

  g_autofree char *defaults = digest_of (""), *whole = digest_of (text), *taken = digest_of (bare);

  ck_assert_ptr_nonnull (strstr (bare, "\nteam:\n"));
  ck_assert_ptr_nonnull (strstr (bare, "\n  hour_cost: {"));
  ck_assert_ptr_nonnull (strstr (bare, "\n    critical: "));
  ck_assert_str_eq (whole, defaults);
  ck_assert_str_eq (taken, defaults);
}
END_TEST

START_TEST (effective_settings_read_again_are_the_same)
{
  const char *yaml = "team: {currency: \"it's \\u0085 \\\"x\\\"\", hour_cost: {low: 1.5, likely: 2.25}}\n"
                     "history: {fix_patterns: ['a''b', '\\d+']}\nrules: {hotspot: {enabled: false}}\n"
                     "suppressions: [{rule: hotspot, path: 'a#b', until: 2030-01-01, because: 'it''s: fine'}]\n";
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdOrigins) origins = ard_origins_new ("t\n.yml");
  g_autoptr (GBytes) bytes = g_bytes_new_static (yaml, strlen (yaml));

  ck_assert (ard_settings_read (settings, origins, "t.yml", bytes, NULL));

  g_autofree char *text = ard_settings_write_yaml (settings, origins);
  g_autofree char *before = digest_of (yaml), *after = digest_of (text);

  ck_assert_str_eq (before, after);
  ck_assert_ptr_nonnull (strstr (text, "  hour_cost: { low: 1.5, likely: 2.25, high: 80 }  # t?.yml:1\n"));
  ck_assert_ptr_nonnull (strstr (text, "  day_hours: 7  # default\n"));
}
END_TEST

START_TEST (the_published_schema_is_the_one_that_the_table_gives)
{
  g_autofree char *made = ard_settings_write_schema (), *published = NULL;

  ck_assert (g_file_get_contents (ARD_SOURCE_DIR "/templates/schema/settings.schema.json", &published, NULL, NULL));
  ck_assert_msg (strcmp (made, published) == 0,
                 "templates/schema/settings.schema.json is old: ./dev accept writes it anew");
}
END_TEST

START_TEST (the_reference_page_holds_the_table)
{
  g_autofree char *made = ard_settings_write_markdown (), *page = NULL;

  ck_assert (g_file_get_contents (ARD_SOURCE_DIR "/docs/settings.md", &page, NULL, NULL));
  ck_assert_msg (strstr (page, made) != NULL, "docs/settings.md is old: ./dev accept writes it anew");
}
END_TEST

START_TEST (quotes_hold_what_would_end_them)
{
  g_autofree char *yaml = ard_quote_yaml ("it's"), *line = ard_quote_yaml ("a\nb"), *json = ard_quote_json ("a\"\\\n");

  ck_assert_str_eq (yaml, "'it''s'");
  ck_assert_str_eq (line, "\"a\\u000ab\"");
  ck_assert_str_eq (json, "\"a\\\"\\\\\\u000a\"");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("settings text");
  TCase *tests = tcase_create ("all");

  tcase_add_test (tests, the_template_as_it_is_and_uncommented_reads_as_the_defaults);
  tcase_add_test (tests, effective_settings_read_again_are_the_same);
  tcase_add_test (tests, the_published_schema_is_the_one_that_the_table_gives);
  tcase_add_test (tests, the_reference_page_holds_the_table);
  tcase_add_test (tests, quotes_hold_what_would_end_them);
  suite_add_tcase (suite, tests);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
