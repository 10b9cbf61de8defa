#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "reports/html_align.h"

/* The alignment as text: "=" same, "~" alike, "<" left alone, ">" right alone. */
static void
expect (const char *left, const char *right, const char *wanted)
{
  g_auto (GStrv) one = g_strsplit (left, "\n", -1), other = g_strsplit (right, "\n", -1);
  g_autoptr (GArray) pairs = ard_html_align (one, other);
  g_autoptr (GString) got = g_string_new (NULL);
  guint i = 0, j = 0;

  for (guint k = 0; k < pairs->len; k++) {
    const ArdLinePair *pair = &g_array_index (pairs, ArdLinePair, k);

    g_string_append_c (got, "=~<>"[pair->kind]);
    if (pair->kind != ARD_LINES_RIGHT)
      ck_assert_uint_eq (pair->left, i++);
    if (pair->kind != ARD_LINES_LEFT)
      ck_assert_uint_eq (pair->right, j++);
  }
  ck_assert_uint_eq (i, g_strv_length (one));
  ck_assert_uint_eq (j, g_strv_length (other));
  ck_assert_str_eq (got->str, wanted);
}

START_TEST (equal_code_in_another_indentation_is_the_same)
{
  expect ("if (a) {\n  b ();\n}", "\tif (a)  {\n\t\tb();\n\t}", "===");
}
END_TEST

START_TEST (renamed_lines_meet)
{
  expect ("int total = 0;\nfor (i = 0; i < n; i++)\n  total += price (row[i]);\nreturn total;",
          "int sum = 0;\nfor (k = 0; k < n; k++)\n  sum += price (line[k]);\nreturn sum;", "~~~~");
}
END_TEST

START_TEST (an_inserted_line_stands_alone)
{
  expect ("open (file);\nread (file, buffer);\nclose (file);",
          "open (file);\ncheck_quota (user);\nread (file, buffer);\nclose (file);", "=>==");
}
END_TEST

START_TEST (a_deleted_and_a_replaced_line_are_told_apart)
{
  expect ("a = first ();\nlog (\"begin\");\nb = second (a);\nreturn b;", "a = first ();\nb = second (a, 1);\nreturn b;",
          "=<~=");
}
END_TEST

/* The brace of the longer piece does not drag the last line out of place. */
START_TEST (braces_alone_do_not_decide)
{
  expect ("if (x)\n{\n  y ();\n}\nz (1, 2);", "if (x)\n  y ();\nz (1, 2);", "=<=<=");
}
END_TEST

START_TEST (nothing_meets_where_nothing_is_alike)
{
  expect ("alpha beta", "gamma (delta)", "<>");
}
END_TEST

/* A line with what differs in brackets. */
static void
expect_runs (const char *line, const char *other, const char *wanted)
{
  g_autoptr (GArray) runs = ard_html_runs (line, other);
  g_autoptr (GString) got = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < runs->len; i++) {
    const ArdLineRun *run = &g_array_index (runs, ArdLineRun, i);

    ck_assert_uint_eq (run->start, at);
    at += run->length;
    g_string_append_printf (got, run->differs ? "[%.*s]" : "%.*s", (int) run->length, line + run->start);
  }
  ck_assert_uint_eq (at, strlen (line));
  ck_assert_str_eq (got->str, wanted);
}

START_TEST (words_that_differ_are_told_one_by_one)
{
  expect_runs ("  for (int i = 0; i < n; i++)", "  for (int k = 0; k < n; k++)", "  for (int [i] = 0; [i] < n; [i]++)");
  expect_runs ("return é (1);", "return è (1);", "return [é] (1);");
  expect_runs ("same ()", "same ()", "same ()");
  expect_runs ("a b c", "x", "[a b c]");
  expect_runs ("", "x", "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("html_align");
  TCase *cases = tcase_create ("html_align");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (cases, equal_code_in_another_indentation_is_the_same);
  tcase_add_test (cases, renamed_lines_meet);
  tcase_add_test (cases, an_inserted_line_stands_alone);
  tcase_add_test (cases, a_deleted_and_a_replaced_line_are_told_apart);
  tcase_add_test (cases, braces_alone_do_not_decide);
  tcase_add_test (cases, nothing_meets_where_nothing_is_alike);
  tcase_add_test (cases, words_that_differ_are_told_one_by_one);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
