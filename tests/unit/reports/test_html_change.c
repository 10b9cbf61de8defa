#include <check.h>
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

static void
couple (guint32 one, guint32 other, guint32 together, gboolean across)
{
  ArdCoupling coupling = { .one = one,
                           .other = other,
                           .together = together,
                           .revisions_one = 20,
                           .revisions_other = 16,
                           .confidence = together / 16.0,
                           .lift = 4,
                           .across = across };

  g_array_append_val (made.corpus->couplings, coupling);
}

START_TEST (a_pair_over_two_modules_counts_twice)
{
  xmlDoc *doc;

  couple (0, 1, 10, FALSE);
  couple (2, 3, 8, TRUE);

  xmlNode *change = build_part (made.ledger, ard_html_add_change, &doc);

  /* 8 x 0.5 x 2 = 8 stands before 10 x 0.625 = 6.25. */
  expect_text (find_child (change, "coupling", 0), "together", "8");
  expect_text (find_child (change, "coupling", 1), "together", "10");
  xmlFreeDoc (doc);
}
END_TEST

static void
make_code (guint32 i, const char *path)
{
  ArdFile *file = ard_file (made.corpus, i);

  file->path = path;
  file->measured = TRUE;
  file->flags = 0;
}

START_TEST (code_stands_before_documents_however_strong)
{
  xmlDoc *doc;

  make_code (2, "src/a.c");
  make_code (3, "src/b.c");
  ard_file (made.corpus, 0)->measured = FALSE;
  couple (0, 1, 16, TRUE);
  couple (2, 3, 8, FALSE);

  xmlNode *change = build_part (made.ledger, ard_html_add_change, &doc);

  expect_text (change, "couplings", "2");
  expect_text (change, "couplings-code", "1");
  expect_text (find_child (change, "coupling", 0), "together", "8");
  expect_text (find_child (change, "coupling", 0), "hidden", "yes");
  expect_text (find_child (change, "coupling", 1), "code", "no");
  expect_text (find_child (change, "coupling", 1), "hidden", "no");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (a_file_and_its_header_hide_nothing)
{
  xmlDoc *doc;

  make_code (2, "src/a.c");
  make_code (3, "include/a.h");
  couple (2, 3, 8, TRUE);

  xmlNode *change = build_part (made.ledger, ard_html_add_change, &doc);

  expect_text (find_child (change, "coupling", 0), "code", "yes");
  expect_text (find_child (change, "coupling", 0), "hidden", "no");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (an_arc_joins_the_rows_of_its_files)
{
  xmlDoc *doc;

  couple (0, 1, 10, FALSE);
  couple (1, 2, 9, FALSE);

  xmlNode *arcs = find_child (build_part (made.ledger, ard_html_add_change, &doc), "arcs", 0);

  expect_text (arcs, "shown", "2");
  expect_text (find_child (arcs, "file", 0), "path", ard_file (made.corpus, 0)->path);
  expect_text (find_child (arcs, "file", 1), "path", ard_file (made.corpus, 1)->path);
  expect_text (find_child (arcs, "file", 2), "path", ard_file (made.corpus, 2)->path);
  expect_text (find_child (arcs, "arc", 0), "from", "0");
  expect_text (find_child (arcs, "arc", 0), "to", "1");
  expect_text (find_child (arcs, "arc", 1), "from", "1");
  expect_text (find_child (arcs, "arc", 1), "to", "2");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (a_hub_of_many_files_stays_small)
{
  xmlDoc *doc;

  for (guint32 i = 1; i < N_FILES; i++)
    couple (0, i, 8, FALSE);

  xmlNode *arcs = find_child (build_part (made.ledger, ard_html_add_change, &doc), "arcs", 0);

  /* 26 files (ARD_ARC_FILES), so 25 pairs with the hub. */
  expect_text (arcs, "shown", "25");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (a_trend_runs_from_the_oldest_revision_to_the_newest)
{
  xmlDoc *doc;
  ArdFile *file = ard_file (made.corpus, 1);

  file->first_trend = made.corpus->trends->len;
  for (guint32 i = 0; i < 4; i++) {
    /* Commits stand newest first: the file shrank from 40 to 10. */
    ArdTrendPoint point = { .file = 1, .commit = i, .code_lines = 100, .cognitive = 10 * (i + 1) };

    ard_commit (made.corpus, i)->commit_time_s = 1000000 - 86400 * i;
    g_array_append_val (made.corpus->trends, point);
  }
  file->n_trend = 4;

  xmlNode *trend = find_child (build_part (made.ledger, ard_html_add_change, &doc), "trend", 0);

  expect_text (trend, "complexity-first", "40");
  expect_text (trend, "complexity-last", "10");
  /* 240 x 48, edge 3: the first point at the top left, the last at a quarter of the height. */
  expect_text (trend, "complexity-d", "3.0,3.0 81.0,13.5 159.0,24.0 237.0,34.5");
  xmlFreeDoc (doc);
}
END_TEST

static xmlNode *
build_trend (const gint64 *days, guint n, xmlDoc **doc)
{
  ArdFile *file = ard_file (made.corpus, 1);

  file->first_trend = made.corpus->trends->len;
  for (guint32 i = 0; i < n; i++) {
    ArdTrendPoint point = { .file = 1, .commit = i, .code_lines = 100, .cognitive = 10 };

    if (i == 0)
      point.cognitive = 50;
    ard_commit (made.corpus, i)->commit_time_s = 86400 * days[i];
    g_array_append_val (made.corpus->trends, point);
  }
  file->n_trend = n;
  return find_child (build_part (made.ledger, ard_html_add_change, doc), "trend", 0);
}

START_TEST (a_wrong_clock_does_not_turn_a_trend_back)
{
  /* Newest first; the third was made on a clock two days fast: it stands where the one after it does. */
  const gint64 days[] = { 13, 12, 14, 10 };
  xmlDoc *doc;
  xmlNode *trend = build_trend (days, 4, &doc);

  /* 3 + 234 x (2 / 3) = 159. */
  expect_text (trend, "complexity-d", "3.0,36.6 159.0,36.6 159.0,36.6 237.0,3.0");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (a_trend_of_years_has_a_rate_and_one_of_months_has_none)
{
  /* 1461 days are four years: (50 - 10) / 4. */
  const gint64 long_days[] = { 1461, 1000, 500, 0 }, short_days[] = { 90, 60, 30, 0 };
  xmlDoc *doc;

  expect_text (build_trend (long_days, 4, &doc), "complexity-year", "10");
  xmlFreeDoc (doc);
  g_array_set_size (made.corpus->trends, 0);
  ck_assert_ptr_null (xmlHasProp (build_trend (short_days, 4, &doc), BAD_CAST "complexity-year"));
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (survival_names_its_quarter_and_share)
{
  xmlDoc *doc;
  ArdSurvival row = { .quarter = 4 * 2026 + 2, .files = 3, .added = 200, .standing = 50 };

  g_array_append_val (made.corpus->survival, row);

  xmlNode *quarter = find_child (build_part (made.ledger, ard_html_add_change, &doc), "quarter", 0);

  expect_text (quarter, "name", "2026 Q3");
  expect_text (quarter, "share", "0.25");
  expect_text (quarter, "files", "3");
  xmlFreeDoc (doc);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("html change");
  TCase *cases = tcase_create ("html change");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, a_pair_over_two_modules_counts_twice);
  tcase_add_test (cases, code_stands_before_documents_however_strong);
  tcase_add_test (cases, a_file_and_its_header_hide_nothing);
  tcase_add_test (cases, an_arc_joins_the_rows_of_its_files);
  tcase_add_test (cases, a_hub_of_many_files_stays_small);
  tcase_add_test (cases, a_trend_runs_from_the_oldest_revision_to_the_newest);
  tcase_add_test (cases, a_wrong_clock_does_not_turn_a_trend_back);
  tcase_add_test (cases, a_trend_of_years_has_a_rate_and_one_of_months_has_none);
  tcase_add_test (cases, survival_names_its_quarter_and_share);
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
