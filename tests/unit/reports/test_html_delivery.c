#include <math.h>
#include <stdlib.h>

#include "html_nodes.h"

static Made made;

static void
begin (void)
{
  made = make_ledger (TRUE);
}

static void
end (void)
{
  free_made (&made);
}

START_TEST (a_figure_that_was_not_found_has_a_reason_and_no_value)
{
  xmlDoc *doc;
  ArdDeliveryFigure figure = { .id = "lead-time",
                               .unit = "d",
                               .status = ARD_DELIVERY_NOT_FOUND,
                               .value = NAN,
                               .high = NAN,
                               .attention = NAN,
                               .critical = NAN,
                               .reason = "no-tags" };

  g_array_append_val (made.corpus->delivery, figure);

  xmlNode *node = find_child (build_part (made.ledger, ard_html_add_delivery, &doc), "figure", 0);

  expect_text (node, "status", "not-found");
  expect_text (node, "reason", "no-tags");
  ck_assert_ptr_null (xmlHasProp (node, BAD_CAST "value"));
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (twelve_quarters_stand_newest_first)
{
  xmlDoc *doc;

  for (gint32 i = 0; i < 15; i++) {
    ArdDeliveryQuarter quarter = { .quarter = 4 * 2022 + i, .commits = 1, .lead_d = NAN, .cycle_d = 3 };

    g_array_append_val (made.corpus->quarters, quarter);
  }

  xmlNode *delivery = build_part (made.ledger, ard_html_add_delivery, &doc);

  /* Fifteen from the first of 2022: the last is the third of 2025, the twelfth before it the fourth of 2022. */
  expect_text (find_child (delivery, "quarter", 0), "name", "2025 Q3");
  expect_text (find_child (delivery, "quarter", 11), "name", "2022 Q4");
  ck_assert_uint_eq (xmlChildElementCount (delivery), 12);
  ck_assert_ptr_null (xmlHasProp (find_child (delivery, "quarter", 0), BAD_CAST "lead"));
  xmlFreeDoc (doc);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("html delivery");
  TCase *cases = tcase_create ("html delivery");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, a_figure_that_was_not_found_has_a_reason_and_no_value);
  tcase_add_test (cases, twelve_quarters_stand_newest_first);
  suite_add_tcase (all, cases);
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
