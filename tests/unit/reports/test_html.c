#include <check.h>
#include <stdlib.h>

#include "html_ledger.h"
#include "reports/reports.h"
#include "reports/text.h"

static char *
render (const ArdLedger *ledger, const char *lang)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ard_report_find ("html")->render (ledger, lang, &error);

  if (!bytes)
    g_error ("%s", error ? error->message : "no error was set");
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

START_TEST (the_page_is_one_file_without_any_address_to_load)
{
  Made made = make_ledger (TRUE);
  g_autofree char *page = render (made.ledger, "en");

  ck_assert_ptr_nonnull (strstr (page, "<html lang=\"en\""));
  ck_assert_ptr_nonnull (strstr (page, "default-src 'none'"));
  ck_assert_uint_eq (count (page, "<link"), 0);
  ck_assert_uint_eq (count (page, "<img"), 0);
  ck_assert_uint_eq (count (page, " src="), count (page, "&lt;img src="));
  ck_assert_uint_eq (count (page, "href=\"http"), 0);
  free_made (&made);
}
END_TEST

START_TEST (every_listed_item_has_a_page_and_a_row)
{
  Made made = make_ledger (TRUE);
  g_autofree char *page = render (made.ledger, "en");

  ck_assert_uint_eq (count (page, "<article class=\"item\""), N_ITEMS);
  ck_assert_uint_eq (count (page, "<tr role=\"row\" data-row"), N_ITEMS);
  free_made (&made);
}
END_TEST

START_TEST (items_beyond_the_limit_are_counted_and_not_listed)
{
  Made made = make_ledger (TRUE);

  made.settings->report_max_items = 10;

  g_autofree char *page = render (made.ledger, "en");

  ck_assert_uint_eq (count (page, "<article class=\"item\""), 10);
  ck_assert_ptr_nonnull (strstr (page, "54 more"));
  free_made (&made);
}
END_TEST

START_TEST (hostile_text_stays_text)
{
  Made made = make_ledger (TRUE);
  compare_with_base (made.ledger);
  g_autofree char *page = render (made.ledger, "en");

  ck_assert_ptr_null (strstr (page, "<script>alert"));
  ck_assert_ptr_null (strstr (page, "<img src=x"));
  ck_assert_ptr_null (strstr (page, "<b onmouseover"));
  ck_assert_ptr_nonnull (strstr (page, "&lt;script&gt;alert(1)"));
  ck_assert_ptr_null (strstr (page, "\xe2\x80\xae"));
  ck_assert (g_utf8_validate (page, -1, NULL));
  for (const char *at = page; *at; at++)
    ck_assert (*at == '\n' || (guchar) *at >= 0x20);
  ck_assert_uint_eq (count (page, "</script>"), count (page, "<script"));
  free_made (&made);
}
END_TEST

/* Three copies: the first beside the second and beside the third; two copies: one pair. */
START_TEST (copies_stand_side_by_side_and_what_differs_is_marked_in_words)
{
  Made made = make_ledger (TRUE);
  g_autofree char *page = render (made.ledger, "en");

  ck_assert_uint_eq (count (page, "<article class=\"class\""), 2);
  ck_assert_uint_eq (count (page, "<table class=\"pair\""), 3);
  ck_assert_ptr_nonnull (strstr (page, "<mark>"));
  ck_assert_uint_eq (count (page, "<tr class=\"alike\">"), count (page, "<span class=\"unseen\">differs</span>"));
  ck_assert_uint_gt (count (page, "<tr class=\"left\">"), 0); /* the line that the second copy lacks */
  ck_assert_uint_eq (count (page, "<b>50</b>"), 6);           /* line numbers are those of the files */
  free_made (&made);
}
END_TEST

/* 0.0438 h x 60 is 2.63 and 0.044 h x 60 is 2.64; 0.001744 x 1,500 is 2.62 and 0.00174 x 1,500 is 2.61. */
START_TEST (what_the_bill_multiplies_has_the_digits_that_its_product_needs)
{
  Made made = make_ledger (TRUE);

  made.settings->team_hour_cost.likely = 60;
  made.settings->incident_cost.likely = 1500;
  made.ledger->totals.wasted_h_month = 0.0438;
  made.ledger->totals.incidents_month = 0.001744;

  g_autofree char *little = render (made.ledger, "en");

  ck_assert_ptr_nonnull (strstr (little, "0.0438 h × "));
  ck_assert_ptr_nonnull (strstr (little, "0.001744 × "));
  made.ledger->totals.wasted_h_month = 120;
  made.ledger->totals.incidents_month = 1.5;

  g_autofree char *round = render (made.ledger, "en");

  ck_assert_ptr_nonnull (strstr (round, "120 h × "));
  ck_assert_ptr_nonnull (strstr (round, "1.50 × "));
  free_made (&made);
}
END_TEST

/* In the row of the backlog and on the item's page. */
START_TEST (what_takes_more_than_a_hundred_years_never_pays_itself_back)
{
  Made made = make_ledger (TRUE);

  ard_item (made.ledger, 2)->payback_months = 1200;

  g_autofree char *century = render (made.ledger, "en");

  ard_item (made.ledger, 2)->payback_months = 1201;

  g_autofree char *longer = render (made.ledger, "en");

  ck_assert_uint_eq (count (longer, ">never<"), count (century, ">never<") + 2);
  free_made (&made);
}
END_TEST

START_TEST (an_item_in_a_file_that_hardly_parsed_says_so)
{
  Made made = make_ledger (TRUE);
  ArdFile *file = ard_file (made.corpus, ard_item (made.ledger, 2)->file);

  file->error_share = 0.25;

  g_autofree char *enough = render (made.ledger, "en");

  file->error_share = 0.98;

  g_autofree char *hardly = render (made.ledger, "en");

  ck_assert_ptr_null (strstr (enough, "did not parse: where its functions"));
  ck_assert_ptr_nonnull (strstr (hardly, "98% of "));
  ck_assert_ptr_nonnull (strstr (hardly, "did not parse: where its functions"));
  free_made (&made);
}
END_TEST

/* The file of item 2 counts its row's number modulo 20 of fixes; the rule counted one more. */
START_TEST (two_counts_of_fixes_are_told_apart_in_words)
{
  Made made = make_ledger (TRUE);
  ArdItem *item = ard_item (made.ledger, 2);
  ArdFinding *finding = ard_finding (made.ledger, item->first_finding);

  finding->rule = ard_rule_find ("fix-magnet");
  finding->value = ard_file (made.corpus, item->file)->fixes;

  g_autofree char *equal = render (made.ledger, "en");

  finding->value++;

  g_autofree char *unequal = render (made.ledger, "en");

  ck_assert_uint_eq (count (unequal, "Two counts of fixes: "), count (equal, "Two counts of fixes: ") + 1);
  free_made (&made);
}
END_TEST

/* 14 of the file's 40 commits are fixes: each third. The five newest hold two of them, so 17 rows; else 5 + 3. */
START_TEST (of_a_fix_magnet_all_fixes_are_shown)
{
  Made made = make_ledger (TRUE);
  ArdItem *item = ard_item (made.ledger, 2);

  g_autofree char *some = render (made.ledger, "en");

  ard_finding (made.ledger, item->first_finding)->rule = ard_rule_find ("fix-magnet");

  g_autofree char *all = render (made.ledger, "en");

  ck_assert_uint_eq (count (all, "<td class=\"date\">"), count (some, "<td class=\"date\">") + 17 - 8);
  free_made (&made);
}
END_TEST

/* The newest 30 of the 40 changes, one each fifth day, came after most of the lines left: on the 31st, 150 days ago. */
START_TEST (a_file_whose_lines_left_says_when_and_how_much_counts)
{
  Made made = make_ledger (TRUE);
  ArdFile *file = ard_file (made.corpus, ard_item (made.ledger, 2)->file);

  file->n_departed = 10;
  file->departed_share = 0.4;

  g_autofree char *page = render (made.ledger, "en");

  ck_assert_ptr_nonnull (strstr (page, "On 24 June 2026 more than half of its lines left"));
  ck_assert_ptr_nonnull (strstr (page, "60% are counted"));
  free_made (&made);
}
END_TEST

START_TEST (a_handler_stands_in_its_code_and_its_price_is_called_an_assumption)
{
  Made made = make_ledger (TRUE);
  g_autofree char *page = render (made.ledger, "en");

  ck_assert_ptr_nonnull (strstr (page, "<ol class=\"excerpt handled\" start=\"38\""));
  ck_assert_uint_gt (count (page, "<li class=\"hit\">"), 0);
  ck_assert_ptr_nonnull (strstr (page, "one failure in 50 years")); /* 1 / 0.02 */
  ck_assert_ptr_nonnull (strstr (page, "This cost is an assumption from settings"));
  free_made (&made);
}
END_TEST

START_TEST (a_question_stands_in_its_code_without_severity_or_price)
{
  Made made = make_ledger (TRUE);
  g_autofree char *before = render (made.ledger, "en");
  ArdFinding review = *ard_finding (made.ledger, ard_item (made.ledger, ERROR_ITEM)->first_finding);
  ArdExcerpt excerpt = { review.file, 71, ARD_NONE, 0, "ask ();\n" HOSTILE_LINE "\n" };

  review.review = TRUE;
  review.item = ARD_NONE;
  g_array_append_val (made.ledger->reviews, review);
  g_array_append_val (made.ledger->excerpts, excerpt);

  g_autofree char *page = render (made.ledger, "en");
  const char *questions = strstr (page, "<h2 id=\"errors-questions\"");

  ck_assert_ptr_null (strstr (before, "errors-questions"));
  ck_assert_ptr_nonnull (questions);
  ck_assert_ptr_nonnull (strstr (questions, "the text alone cannot judge"));
  ck_assert_ptr_nonnull (strstr (questions, "<ol class=\"excerpt handled\" start=\"71\""));
  ck_assert_ptr_nonnull (strstr (page, "<a href=\"#errors-questions\">"));
  ck_assert_uint_eq (count (page, "class=\"tag critical\""), count (before, "class=\"tag critical\""));
  ck_assert_uint_eq (count (page, "class=\"tag attention\""), count (before, "class=\"tag attention\""));
  ck_assert_uint_eq (count (page, "one failure in"), count (before, "one failure in"));
  ck_assert_ptr_null (strstr (page, "<script>alert('excerpt')"));
  free_made (&made);
}
END_TEST

/* Files 0, 1, 2: 0 imports 1 in line 3, 1 imports 2 in line 4, 2 imports 0 in line 5. */
START_TEST (a_cycle_shows_the_imports_that_close_it)
{
  Made made = make_ledger (TRUE);
  g_autofree char *page = render (made.ledger, "en");
  const char *cycle = strstr (page, "<article class=\"cycle\"");

  ck_assert_ptr_nonnull (cycle);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *path = ard_text_line (ard_file (made.corpus, i)->path);
    g_autofree char *place = g_strdup_printf ("%s:%u<", path, 3 + i);

    ck_assert_ptr_nonnull (strstr (cycle, place));
  }
  ck_assert_uint_eq (count (page, "<a data-node="), 6);
  ck_assert_uint_eq (count (page, "class=\"edge loop\""), 5); /* 1 to 2 to 3 to 4 to 5 to 1; the root is outside */
  ck_assert_uint_eq (count (page, "class=\"edge\""), 1);
  free_made (&made);
}
END_TEST

START_TEST (an_empty_page_says_whether_nothing_was_found_or_nothing_measured)
{
  static const char *const unmeasured[] = { "no code could be compared", "no handler could be found",
                                            "no folder holds code" };
  static const char *const nothing[] = { "No duplicated code was found in the 1 files",
                                         "No error that is lost was found in the 1 files" };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (ArdSettings) settings = ard_settings_new ();
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
    ArdFile file = { .path = "a.c", .language = "C", .measured = TRUE, .module = ARD_NONE };
    ArdFileScore score = { .health = 1 };

    corpus->head = "";
    if (i == 1)
      g_array_append_val (corpus->files, file);
    ard_corpus_seal (corpus);

    g_autoptr (ArdLedger) ledger = ard_ledger_new (corpus, settings);

    if (i == 1)
      g_array_append_val (ledger->file_scores, score);

    g_autofree char *page = render (ledger, "en");

    for (guint j = 0; i == 0 && j < G_N_ELEMENTS (unmeasured); j++)
      ck_assert_ptr_nonnull (strstr (page, unmeasured[j]));
    for (guint j = 0; i == 1 && j < G_N_ELEMENTS (nothing); j++)
      ck_assert_ptr_nonnull (strstr (page, nothing[j]));
  }
}
END_TEST

START_TEST (a_thin_history_withholds_the_money_and_says_why)
{
  Made made = make_ledger (FALSE);
  g_autofree char *page = render (made.ledger, "en");

  ck_assert_ptr_nonnull (strstr (page, "2 bug fixes in the last 365 days; 5 are needed"));
  ck_assert_ptr_null (strstr (page, "526,080"));
  ck_assert_ptr_null (strstr (page, "43,840"));
  free_made (&made);
}
END_TEST

START_TEST (figures_are_written_as_the_language_does)
{
  Made made = make_ledger (TRUE);
  g_autofree char *english = render (made.ledger, "en");
  g_autofree char *french = render (made.ledger, "fr");

  ck_assert_ptr_nonnull (strstr (english, "526,080"));
  ck_assert_ptr_nonnull (strstr (french, "<html lang=\"fr\""));
  ck_assert_ptr_nonnull (strstr (french, "526\u202f080"));
  free_made (&made);
}
END_TEST

START_TEST (no_word_of_the_page_is_missing_from_the_catalogues)
{
  static const char *const languages[] = { "en", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    Made made = make_ledger (i == 0);
    compare_with_base (made.ledger);
    g_autofree char *page = render (made.ledger, languages[i]);
    char *missing = strstr (page, ">html.");

    ck_assert_msg (!missing, "%.60s", missing);
    missing = strstr (page, "\"html.");
    ck_assert_msg (!missing, "%.60s", missing);
    free_made (&made);
  }
}
END_TEST

START_TEST (an_empty_ledger_still_makes_a_page)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  corpus->head = "";
  ard_corpus_seal (corpus);

  g_autoptr (ArdLedger) ledger = ard_ledger_new (corpus, settings);
  g_autofree char *page = render (ledger, "fr");

  ck_assert_ptr_nonnull (strstr (page, "</html>"));
}
END_TEST

START_TEST (two_renderings_are_the_same_bytes)
{
  Made made = make_ledger (TRUE);
  g_autofree char *first = render (made.ledger, "en");
  g_autofree char *second = render (made.ledger, "en");

  ck_assert_str_eq (first, second);
  free_made (&made);
}
END_TEST

/* For the browser's tests: ARD_HTML_SAMPLE=PATH writes the made-up page there, ARD_HTML_LANG in that language. */
static void
write_sample (const char *path)
{
  const char *lang = g_getenv ("ARD_HTML_LANG");
  Made made = make_ledger (g_getenv ("ARD_HTML_THIN") == NULL);
  compare_with_base (made.ledger);
  g_autofree char *page = render (made.ledger, lang ? lang : "en");

  g_file_set_contents (path, page, -1, NULL);
  free_made (&made);
}

int
main (void)
{
  Suite *suite = suite_create ("html");
  TCase *cases = tcase_create ("html");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, the_page_is_one_file_without_any_address_to_load);
  tcase_add_test (cases, every_listed_item_has_a_page_and_a_row);
  tcase_add_test (cases, items_beyond_the_limit_are_counted_and_not_listed);
  tcase_add_test (cases, hostile_text_stays_text);
  tcase_add_test (cases, copies_stand_side_by_side_and_what_differs_is_marked_in_words);
  tcase_add_test (cases, what_the_bill_multiplies_has_the_digits_that_its_product_needs);
  tcase_add_test (cases, what_takes_more_than_a_hundred_years_never_pays_itself_back);
  tcase_add_test (cases, an_item_in_a_file_that_hardly_parsed_says_so);
  tcase_add_test (cases, two_counts_of_fixes_are_told_apart_in_words);
  tcase_add_test (cases, of_a_fix_magnet_all_fixes_are_shown);
  tcase_add_test (cases, a_file_whose_lines_left_says_when_and_how_much_counts);
  tcase_add_test (cases, a_handler_stands_in_its_code_and_its_price_is_called_an_assumption);
  tcase_add_test (cases, a_question_stands_in_its_code_without_severity_or_price);
  tcase_add_test (cases, a_cycle_shows_the_imports_that_close_it);
  tcase_add_test (cases, an_empty_page_says_whether_nothing_was_found_or_nothing_measured);
  tcase_add_test (cases, a_thin_history_withholds_the_money_and_says_why);
  tcase_add_test (cases, figures_are_written_as_the_language_does);
  tcase_add_test (cases, no_word_of_the_page_is_missing_from_the_catalogues);
  tcase_add_test (cases, an_empty_ledger_still_makes_a_page);
  tcase_add_test (cases, two_renderings_are_the_same_bytes);
  suite_add_tcase (suite, cases);
  if (g_getenv ("ARD_HTML_SAMPLE"))
    write_sample (g_getenv ("ARD_HTML_SAMPLE"));
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
