#ifndef ARD_TESTS_LANGUAGES_READ_H
#define ARD_TESTS_LANGUAGES_READ_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "languages/languages.h"

/* Facts of a text under a path; size -1: up to NUL. Clear them. */
static inline ArdFacts
read_facts (const char *path, const char *text, gssize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, &error);

  ck_assert_msg (languages != NULL, "%s", error ? error->message : "");

  g_autoptr (ArdReader) reader = ard_reader_new (languages);
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);
  ArdFacts facts;

  ard_facts_init (&facts);
  ard_reader_read (reader, path, bytes, &facts);
  return facts;
}

/* The function of that name; the test fails without one. */
static inline const ArdFunction *
find_function (const ArdFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->functions->len; i++)
    if (g_str_equal (g_array_index (facts->functions, ArdFunction, i).name, name))
      return &g_array_index (facts->functions, ArdFunction, i);
  ck_abort_msg ("no function is called \"%s\"", name);
  return NULL;
}

/* All functions in order, "name cyclomatic/cognitive/nesting/parameters; …"; "-" is anonymous. Yours. */
static inline char *
tell_functions (const ArdFacts *facts)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->functions->len; i++) {
    const ArdFunction *row = &g_array_index (facts->functions, ArdFunction, i);

    g_string_append_printf (told, "%s%s %u/%u/%u/%u", i ? "; " : "", *row->name ? row->name : "-", row->cyclomatic,
                            row->cognitive, row->nesting, row->parameters);
  }
  return g_string_free (told, FALSE);
}

/* Lines of the markers, "1 7". Yours. */
static inline char *
tell_markers (const ArdFacts *facts)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_MARKER)
      g_string_append_printf (told, "%s%u", told->len ? " " : "", row->start_line);
  }
  return g_string_free (told, FALSE);
}

static inline void
check_lines (const char *path, const char *text, guint32 code, guint32 comment, guint32 blank, const char *markers)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  g_autofree char *told = tell_markers (&facts);

  ck_assert_str_eq (told, markers);
  ck_assert_uint_eq (facts.code_lines, code);
  ck_assert_uint_eq (facts.comment_lines, comment);
  ck_assert_uint_eq (facts.blank_lines, blank);
  ck_assert_double_eq (facts.error_share, 0);
}

/* Of a function called f: its lines, and those between the brackets of its table. */
static inline void
check_table (const char *path, const char *text, guint32 code, guint32 table)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  const ArdFunction *function = find_function (&facts, "f");

  ck_assert_uint_eq (function->code_lines, code);
  ck_assert_uint_eq (function->table_lines, table);
}

static inline int
run_suite (Suite *suite)
{
  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* A test and the number of rows that it runs over; 1 without rows. */
typedef struct {
  const TTest *test;
  int rows;
} LanguageTest;

/* The value of main. */
static inline int
run_tests (const char *name, const LanguageTest *tests, guint n)
{
  Suite *suite = suite_create (name);
  TCase *cases = tcase_create (name);

  tcase_set_timeout (cases, 60);
  for (guint i = 0; i < n; i++)
    tcase_add_loop_test (cases, tests[i].test, 0, tests[i].rows);
  suite_add_tcase (suite, cases);
  return run_suite (suite);
}

#endif
