#include <stdlib.h>

#include "rendered.h"

/* Lines that start so; the first of them is copied into *line, if wanted. */
static guint
lines_with (const char *text, const char *prefix, char **line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (char **at = lines; *at; at++)
    if (g_str_has_prefix (*at, prefix) && n++ == 0 && line)
      *line = g_strdup (*at);
  return n;
}

/* Cells of a GFM table row: pipes that no backslash precedes, less one. */
static guint
cells_of (const char *row)
{
  guint pipes = 0;

  for (const char *at = row; *at; at++) {
    if (*at == '\\' && at[1])
      at++;
    else
      pipes += *at == '|';
  }
  return pipes - 1;
}

START_TEST (hostile_names_stay_in_their_cell_and_in_code)
{
  Made made = make_compared_ledger ();
  g_autofree char *text = render_text (made.ledger, "md", "en"), *row = NULL;

  ck_assert_uint_eq (lines_with (text, "| 1 |", &row), 1);
  ck_assert_uint_eq (cells_of (row), 9);
  ck_assert_ptr_nonnull (strstr (row, "`` operator<< ]]> <img src=x>\\|` ``"));
  ck_assert_ptr_nonnull (strstr (row, "``src/<script>"));
  ck_assert (g_utf8_validate (text, -1, NULL));
  free_made (&made);
}
END_TEST

START_TEST (running_text_holds_no_mark_that_markdown_or_html_reads)
{
  Made made = make_ledger ();

  ard_notes_add (made.corpus->notes, NULL, "%s", "not read: <img src=x> [a](b) *c* `d` @team #1 & ~e~ | \nf");

  g_autofree char *text = render_text (made.ledger, "md", "en");

  ck_assert_ptr_nonnull (strstr (text,
                                 "- not read: &lt;img src=x\\> \\[a\\](b) \\*c\\* \\`d\\` @\xe2\x81\xa0team \\#1 &amp; "
                                 "\\~e\\~ \\| \xef\xbf\xbd"
                                 "f\n"));
  free_made (&made);
}
END_TEST

START_TEST (notes_of_one_reason_are_one_line_with_three_examples)
{
  Made made = make_ledger ();

  for (guint i = 0; i < 12; i++) {
    g_autofree char *path = g_strdup_printf ("img/%02u.png", i);

    ard_notes_add (made.corpus->notes, path, "not read: binary");
  }

  g_autofree char *text = render_text (made.ledger, "md", "en");

  /* with z.bin of the made-up corpus: 13 in all */
  ck_assert_ptr_nonnull (strstr (text, "- not read: binary: `img/00.png`, `img/01.png`, `img/02.png` and 10 more\n"));
  free_made (&made);
}
END_TEST

START_TEST (the_verdict_stands_only_where_a_base_was_given)
{
  Made made = make_ledger (), compared = make_compared_ledger ();
  g_autofree char *alone = render_text (made.ledger, "md", "en");
  g_autofree char *full = render_text (compared.ledger, "md", "en");

  ck_assert_ptr_null (strstr (alone, "Verdict"));
  ck_assert_ptr_nonnull (strstr (full, "**Failed: new critical debt.** New: 2, of these critical and failing: 1."));
  ck_assert_ptr_nonnull (strstr (full, "`" BASE "`"));
  free_made (&made);
  free_made (&compared);
}
END_TEST

START_TEST (without_prices_no_money_is_shown_and_the_reason_is)
{
  Made made = make_ledger ();

  made.ledger->priced = FALSE;
  made.ledger->not_priced = "3 changed files of at least 25";

  g_autofree char *text = render_text (made.ledger, "md", "en"), *row = NULL;

  ck_assert_ptr_nonnull (strstr (text, "No money is shown: 3 changed files of at least 25"));
  ck_assert_ptr_null (strstr (text, "Plan of the quarter"));
  ck_assert_uint_eq (lines_with (text, "| 2 |", &row), 1);
  ck_assert_ptr_nonnull (strstr (row, "| – | – | 2.00 | – |"));
  free_made (&made);
}
END_TEST

START_TEST (french_reads_french)
{
  Made made = make_ledger ();
  g_autofree char *text = render_text (made.ledger, "md", "fr");

  ck_assert_ptr_nonnull (strstr (text, "# Dette technique\n"));
  ck_assert_ptr_nonnull (strstr (text, "Planifier sous 3 mois"));
  ck_assert_ptr_nonnull (strstr (text, "5,1\xc2\xa0% (B)"));
  free_made (&made);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("md");
  TCase *tests = tcase_create ("md");

  tcase_add_test (tests, hostile_names_stay_in_their_cell_and_in_code);
  tcase_add_test (tests, running_text_holds_no_mark_that_markdown_or_html_reads);
  tcase_add_test (tests, notes_of_one_reason_are_one_line_with_three_examples);
  tcase_add_test (tests, the_verdict_stands_only_where_a_base_was_given);
  tcase_add_test (tests, without_prices_no_money_is_shown_and_the_reason_is);
  tcase_add_test (tests, french_reads_french);
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
