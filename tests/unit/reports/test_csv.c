#include <stdlib.h>

#include "rendered.h"
#include "table.h"

START_TEST (every_item_is_a_row_as_wide_as_the_header)
{
  Made made = make_ledger ();
  g_autofree char *text = render_text (made.ledger, "csv", "en");
  g_autoptr (GPtrArray) table = read_table (text);

  ck_assert_uint_eq (table->len, 1 + N_MADE_ITEMS);
  for (guint i = 1; i < table->len; i++) {
    g_autofree char *rank = g_strdup_printf ("%u", i);

    ck_assert_uint_eq (((GPtrArray *) table->pdata[i])->len, ((GPtrArray *) table->pdata[0])->len);
    ck_assert_str_eq (cell_at (table, i, "rank"), rank);
    ck_assert_str_eq (cell_at (table, i, "id"), ard_item (made.ledger, i - 1)->id);
  }
  free_made (&made);
}
END_TEST

START_TEST (a_cell_that_a_spreadsheet_would_run_starts_with_an_apostrophe)
{
  static const char *const names[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "fine", "a=1" };
  Made made = make_ledger ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    ard_function (made.corpus, PARSE)->facts.name = names[i];

    g_autofree char *text = render_text (made.ledger, "csv", "en");
    g_autofree char *guarded = g_strdup_printf ("%s%s", i < 6 ? "'" : "", names[i]);
    g_autoptr (GPtrArray) table = read_table (text);

    ck_assert_str_eq (cell_at (table, 2, "function"), guarded);
    ck_assert_str_eq (cell_at (table, 4, "path"), "'" FORMULA_PATH);
  }
  free_made (&made);
}
END_TEST

START_TEST (quotes_commas_and_line_breaks_come_back_as_they_were)
{
  Made made = make_ledger ();
  g_autofree char *text = render_text (made.ledger, "csv", "en");
  g_autoptr (GPtrArray) table = read_table (text);

  ck_assert_str_eq (cell_at (table, 1, "path"), HOSTILE_PATH);
  ck_assert_str_eq (cell_at (table, 1, "function"), HOSTILE_NAME);
  ck_assert_str_eq (cell_at (table, 5, "path"), "src/bad\xef\xbf\xbd\xef\xbf\xbd.c");
  ck_assert (g_utf8_validate (text, -1, NULL));
  free_made (&made);
}
END_TEST

START_TEST (figures_that_are_withheld_are_empty_cells)
{
  Made made = make_ledger ();
  g_autofree char *text = render_text (made.ledger, "csv", "fr");
  g_autoptr (GPtrArray) table = read_table (text);

  ck_assert_str_eq (cell_at (table, 1, "cost_per_month"), "1000.12"); /* 1000.125 is exact in binary: ties to even */
  ck_assert_str_eq (cell_at (table, 1, "effort_total_d"), "1.0000");
  ck_assert_str_eq (cell_at (table, 5, "cost_per_month"), "");
  ck_assert_str_eq (cell_at (table, 5, "roi"), "");
  ck_assert_str_eq (cell_at (table, 5, "recommendation"), "not-priced");
  ck_assert_str_eq (cell_at (table, 3, "payback_months"), "");
  ck_assert_str_eq (cell_at (table, 2, "rules"), "admitted-debt complex-function");
  free_made (&made);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("csv");
  TCase *tests = tcase_create ("csv");

  tcase_add_test (tests, every_item_is_a_row_as_wide_as_the_header);
  tcase_add_test (tests, a_cell_that_a_spreadsheet_would_run_starts_with_an_apostrophe);
  tcase_add_test (tests, quotes_commas_and_line_breaks_come_back_as_they_were);
  tcase_add_test (tests, figures_that_are_withheld_are_empty_cells);
  suite_add_tcase (all, tests);
  return all;
}
int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
