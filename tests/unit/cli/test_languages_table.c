#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/languages_table.h"

/* The line of the text that begins with this name; yours. */
static char *
find_line (const char *text, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == ' ')
      return g_strdup (lines[i]);
  ck_abort_msg ("no line for %s", name);
}

/* "yes yes no …" */
static void
expect (const char *text, const char *name, const char *wanted)
{
  g_autofree char *line = find_line (text, name);
  g_auto (GStrv) words = g_strsplit_set (line + strlen (name), " ", -1);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0, n = 0; words[i] && n < 7; i++)
    if (strcmp (words[i], "yes") == 0 || strcmp (words[i], "no") == 0) {
      g_string_append_printf (got, "%s%s", n ? " " : "", words[i]);
      n++;
    }
  ck_assert_msg (strcmp (got->str, wanted) == 0, "%s: %s, not %s", name, got->str, wanted);
}

/* Size, complexity, errors, clones, imports, parameters, documents; a shell function names no parameters. */
START_TEST (the_table_says_what_is_measured_and_what_is_not)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ard_languages_write_text (&error);

  ck_assert_msg (text != NULL, "%s", error ? error->message : "");
  expect (text, "Python", "yes yes yes yes yes yes no");
  expect (text, "C", "yes yes yes yes yes yes no");
  expect (text, "Bash", "yes yes yes yes yes no no");
  expect (text, "YAML", "yes no no no no no yes");
  expect (text, "INI", "yes no no no no no yes");
  expect (text, "Vue", "yes no no no no no no");
  ck_assert_ptr_nonnull (strstr (text, "its script is measured as JavaScript"));
}
END_TEST

START_TEST (the_page_on_languages_holds_the_table)
{
  g_autofree char *made = ard_languages_write_markdown (NULL), *page = NULL;

  ck_assert (g_file_get_contents (ARD_SOURCE_DIR "/docs/languages.md", &page, NULL, NULL));
  ck_assert_msg (strstr (page, made) != NULL, "docs/languages.md is old: ./dev accept writes it anew");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages_table");
  TCase *cases = tcase_create ("languages_table");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (cases, the_table_says_what_is_measured_and_what_is_not);
  tcase_add_test (cases, the_page_on_languages_holds_the_table);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
