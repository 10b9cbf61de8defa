#include <jansson.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "rendered.h"
#include "reports/figure.h"
#include "table.h"

/* The same item in every output. */
typedef struct {
  Made made;
  json_t *json;
  GPtrArray *csv;
  GBytes *bytes;
  sqlite3 *db;
  char *markdown, *junit, *html;
} Outputs;

static Outputs
open_outputs (void)
{
  Outputs outputs = { .made = make_compared_ledger () };
  g_autofree char *json = render_text (outputs.made.ledger, "json", "en");
  g_autofree char *csv = render_text (outputs.made.ledger, "csv", "en");
  gsize size;

  outputs.json = json_loads (json, 0, NULL);
  outputs.csv = read_table (csv);
  outputs.bytes = render_bytes (outputs.made.ledger, "sqlite", "en");
  outputs.markdown = render_text (outputs.made.ledger, "md", "en");
  outputs.junit = render_text (outputs.made.ledger, "junit", "en");
  outputs.html = render_text (outputs.made.ledger, "html", "en");

  gconstpointer data = g_bytes_get_data (outputs.bytes, &size);

  sqlite3_open (":memory:", &outputs.db);
  sqlite3_deserialize (outputs.db, "main", (unsigned char *) data, (sqlite3_int64) size, (sqlite3_int64) size,
                       SQLITE_DESERIALIZE_READONLY);
  return outputs;
}

static void
close_outputs (Outputs *outputs)
{
  json_decref (outputs->json);
  g_ptr_array_unref (outputs->csv);
  sqlite3_close (outputs->db);
  g_bytes_unref (outputs->bytes);
  g_free (outputs->markdown);
  g_free (outputs->junit);
  g_free (outputs->html);
  free_made (&outputs->made);
}

/* NAN for null. */
static double
in_database (const Outputs *outputs, guint item, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM items WHERE rank = %u", column, item + 1);
  sqlite3_stmt *rows;

  ck_assert_int_eq (sqlite3_prepare_v2 (outputs->db, sql, -1, &rows, NULL), SQLITE_OK);
  ck_assert_int_eq (sqlite3_step (rows), SQLITE_ROW);

  double value = sqlite3_column_type (rows, 0) == SQLITE_NULL ? NAN : sqlite3_column_double (rows, 0);

  sqlite3_finalize (rows);
  return value;
}

static double
in_table (const Outputs *outputs, guint item, const char *column)
{
  const char *cell = cell_at (outputs->csv, item + 1, column);

  return *cell ? g_ascii_strtod (cell, NULL) : NAN;
}

static double
in_json (const Outputs *outputs, guint item, const char *column)
{
  static const char *const nested[][3] = { { "effort_investigation_d", "effort_days", "investigation" },
                                           { "effort_implementation_d", "effort_days", "implementation" },
                                           { "effort_testing_d", "effort_days", "testing" },
                                           { "effort_total_d", "effort_days", "total" },
                                           { "roi", "roi", "p50" } };
  json_t *row = json_array_get (json_object_get (outputs->json, "items"), item), *value = json_object_get (row, column);

  for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
    if (strcmp (column, nested[i][0]) == 0)
      value = json_object_get (json_object_get (row, nested[i][1]), nested[i][2]);
  ck_assert_msg (value != NULL, "no %s in items", column);
  return json_is_null (value) ? NAN : json_number_value (value);
}

static gboolean
same (double left, double right)
{
  return left == right || (isnan (left) && isnan (right));
}

START_TEST (every_figure_of_every_item_is_the_same_in_json_csv_and_sqlite)
{
  Outputs outputs = open_outputs ();

  for (guint item = 0; item < N_MADE_ITEMS; item++)
    for (guint i = 0; i < ard_n_item_figures; i++) {
      const char *name = ard_item_figures[i].name;
      double json = in_json (&outputs, item, name);

      ck_assert_msg (same (json, in_table (&outputs, item, name)), "%s of item %u in CSV", name, item);
      ck_assert_msg (same (json, in_database (&outputs, item, name)), "%s of item %u in SQLite", name, item);
    }
  close_outputs (&outputs);
}
END_TEST

/* Typed in from made.h: item n costs 1000.125 / (n + 1) a month, saves half, takes n + 1 days at 420. */
START_TEST (the_figures_are_those_of_the_ledger)
{
  Outputs outputs = open_outputs ();

  ck_assert_double_eq (in_json (&outputs, 1, "cost_per_month"), 500.06);
  ck_assert_double_eq (in_json (&outputs, 1, "savings_per_month"), 250.03);
  ck_assert_double_eq (in_json (&outputs, 1, "interest_per_year"), 6000.75);
  ck_assert_double_eq (in_json (&outputs, 1, "principal"), 840);
  ck_assert_double_eq (in_json (&outputs, 1, "effort_testing_d"), 0.5);
  ck_assert_double_eq (in_json (&outputs, 1, "roi"), 3.5719);          /* 12 * 250.03125 / 840 */
  ck_assert_double_eq (in_json (&outputs, 1, "payback_months"), 3.36); /* 840 / 250.03125 */
  ck_assert_double_eq (in_json (&outputs, 1, "wasted_h_per_sprint"), 1.5617);
  ck_assert_double_eq (in_json (&outputs, 1, "prevented_per_month"), 0.003086);
  close_outputs (&outputs);
}
END_TEST

/* The part of a text from a mark on to the first end after it. */
static char *
part (const char *text, const char *mark, const char *end)
{
  const char *start = strstr (text, mark);

  ck_assert_msg (start != NULL, "no %s", mark);

  const char *stop = strstr (start + strlen (mark), end);

  ck_assert_ptr_nonnull (stop);
  return g_strndup (start, (gsize) (stop - start));
}

START_TEST (people_read_the_same_amounts_rounded)
{
  static const char *const costs[] = { "1,000\xc2\xa0€", "500\xc2\xa0€", "333\xc2\xa0€", "250\xc2\xa0€" };
  static const char *const savings[] = { "500\xc2\xa0€", "250\xc2\xa0€", "167\xc2\xa0€", "125\xc2\xa0€" };
  Outputs outputs = open_outputs ();

  for (guint item = 0; item < G_N_ELEMENTS (costs); item++) {
    const char *id = ard_item (outputs.made.ledger, item)->id;
    g_autofree char *in_row = g_strdup_printf ("| %u |", item + 1);
    g_autofree char *row = part (outputs.markdown, in_row, "\n");
    g_autofree char *on_page = g_strdup_printf ("id=\"item-%s\"", id);
    g_autofree char *page = part (outputs.html, on_page, "</article>");

    ck_assert_ptr_nonnull (strstr (row, costs[item]));
    ck_assert_ptr_nonnull (strstr (row, savings[item]));
    ck_assert_ptr_nonnull (strstr (page, costs[item]));
    ck_assert_ptr_nonnull (strstr (page, savings[item]));
  }
  /* the only failure is of the first item */
  ck_assert_ptr_nonnull (strstr (outputs.junit, "It costs 1,000\xc2\xa0€ a month"));
  ck_assert_ptr_nonnull (strstr (outputs.junit, "saves 500\xc2\xa0€ a month"));
  close_outputs (&outputs);
}
END_TEST

START_TEST (a_figure_is_rounded_on_its_decimals_and_never_minus_zero)
{
  ck_assert_double_eq (ard_figure_round (2.675, ARD_FIGURE_MONEY), 2.67); /* 2.675 is below 2.675 in binary */
  ck_assert_double_eq (ard_figure_round (0.00004999, ARD_FIGURE_SHARE), 0);
  ck_assert (!signbit (ard_figure_round (-0.00001, ARD_FIGURE_MONEY)));
  ck_assert (isnan (ard_figure_round (INFINITY, ARD_FIGURE_MONTHS)));
  ck_assert_double_eq (ard_figure_round (1e12 + 0.25, ARD_FIGURE_MONEY), 1e12 + 0.25);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("figures");
  TCase *tests = tcase_create ("figures");

  tcase_add_test (tests, every_figure_of_every_item_is_the_same_in_json_csv_and_sqlite);
  tcase_add_test (tests, the_figures_are_those_of_the_ledger);
  tcase_add_test (tests, people_read_the_same_amounts_rounded);
  tcase_add_test (tests, a_figure_is_rounded_on_its_decimals_and_never_minus_zero);
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
