#include <check.h>
#include <jansson.h>
#include <stdlib.h>

#include "html_ledger.h"
#include "reports/render.h"
#include "reports/text.h"

/* Units over several files in every format: html_ledger.h has a class in files 3 and 5 and a cycle of files 0, 1 and 2.
 */
typedef GBytes *(*Render) (const ArdLedger *ledger, const char *lang, GError **error);

static char *
render (const ArdLedger *ledger, Render how)
{
  g_autoptr (GBytes) bytes = how (ledger, "en", NULL);

  ck_assert_ptr_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
path_of (const Made *made, guint32 file)
{
  return ard_text_line (ard_file (made->corpus, file)->path);
}

START_TEST (json_lists_classes_cycles_modules_and_every_path_of_an_item)
{
  Made made = make_ledger (TRUE);
  g_autofree char *text = render (made.ledger, ard_render_json), *third = path_of (&made, 3),
                  *fifth = path_of (&made, 5);
  json_t *root = json_loads (text, 0, NULL);
  json_t *groups = json_object_get (root, "clone_groups"), *group = json_array_get (groups, 0);
  json_t *copies = json_object_get (group, "occurrences"),
         *item = json_array_get (json_object_get (root, "items"), CLASS_ITEM);
  json_t *cycle = json_array_get (json_object_get (root, "cycles"), 0);
  json_t *finding = NULL;

  ck_assert_uint_eq (json_array_size (groups), 2);
  ck_assert_int_eq (json_integer_value (json_object_get (group, "type")), 2);
  ck_assert_uint_eq (json_array_size (copies), 2);
  ck_assert_int_eq (json_integer_value (json_object_get (json_array_get (copies, 1), "start_line")), 50);
  ck_assert_str_eq (json_string_value (json_object_get (group, "item")),
                    json_string_value (json_object_get (item, "id")));
  ck_assert_uint_eq (json_array_size (json_object_get (item, "paths")), 2);
  ck_assert_str_eq (json_string_value (json_array_get (json_object_get (item, "paths"), 0)), third);
  ck_assert_str_eq (json_string_value (json_array_get (json_object_get (item, "paths"), 1)), fifth);
  ck_assert_uint_eq (json_array_size (json_object_get (cycle, "paths")), 3);
  ck_assert_uint_eq (json_array_size (json_object_get (root, "modules")), 6);
  ck_assert_uint_eq (json_array_size (json_object_get (root, "dependencies")), 3);
  for (gsize i = 0; i < made.ledger->findings->len && !finding; i++)
    if (ard_finding (made.ledger, i)->item == ERROR_ITEM)
      finding = json_array_get (json_object_get (root, "findings"), i);
  ck_assert_double_eq (json_number_value (json_object_get (finding, "failures_per_year")), 0.02);
  ck_assert_double_eq (json_number_value (json_object_get (finding, "assumed_cost_per_month")), 2.5);
  json_decref (root);
  free_made (&made);
}
END_TEST

START_TEST (csv_and_markdown_name_all_files)
{
  Made made = make_ledger (TRUE);
  g_autofree char *csv = render (made.ledger, ard_render_csv), *markdown = render (made.ledger, ard_render_markdown);
  g_autofree char *third = path_of (&made, 3), *fifth = path_of (&made, 5);
  g_autofree char *cell = g_strdup_printf (",%s; %s\r\n", third, fifth),
                  *spans = g_strdup_printf ("`%s`, `%s`", third, fifth);

  ck_assert_ptr_nonnull (strstr (csv, ",paths\r\n"));
  ck_assert_ptr_nonnull (strstr (csv, cell));
  ck_assert_ptr_nonnull (strstr (markdown, spans));
  free_made (&made);
}
END_TEST

/* Item 10, the handler, costs 900, all of it assumed; the bill's assumed sum is 900, its cost 43,840. */
START_TEST (what_is_assumed_is_said_in_markdown_and_kept_out_of_the_sum)
{
  Made made = make_ledger (TRUE);
  g_autofree char *markdown = render (made.ledger, ard_render_markdown);

  ck_assert_ptr_nonnull (strstr (markdown, "| Cost a month | 43,840"));
  ck_assert_ptr_nonnull (strstr (markdown, "an assumption from settings | 900"));
  ck_assert_ptr_nonnull (strstr (markdown, "(assumption in part or whole)"));
  free_made (&made);
}
END_TEST

START_TEST (a_failure_of_a_class_lists_its_copies)
{
  Made made = make_ledger (TRUE);
  g_autofree char *third = path_of (&made, 3), *fifth = path_of (&made, 5);
  g_autofree char *one = g_strdup_printf ("  %s:50-59\n", third), *other = g_strdup_printf ("  %s:50-59\n", fifth);

  for (guint i = 0; i < made.ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (made.ledger, i);

    finding->fails = finding->item == CLASS_ITEM;
    finding->state = finding->fails ? ARD_STATE_NEW : ARD_STATE_KNOWN;
  }

  g_autofree char *junit = render (made.ledger, ard_render_junit);

  ck_assert_ptr_nonnull (strstr (junit, one));
  ck_assert_ptr_nonnull (strstr (junit, other));
  free_made (&made);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("structure");
  TCase *cases = tcase_create ("structure");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, json_lists_classes_cycles_modules_and_every_path_of_an_item);
  tcase_add_test (cases, csv_and_markdown_name_all_files);
  tcase_add_test (cases, what_is_assumed_is_said_in_markdown_and_kept_out_of_the_sum);
  tcase_add_test (cases, a_failure_of_a_class_lists_its_copies);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
