/* Trends and lines that stand, of histories that are no line and of files that were not read whole. */
#include "made.h"

#define ANNE "Anne <anne@x>"
#define HEAD_OF_A "int\na (void)\n{\n"
#define BETWEEN "}\n\nint\nb (void)\n{\n"
#define OLD_A "  return 1;\n"
#define NEW_A "  int s = 0;\n  s += 10;\n  s += 20;\n  s += 30;\n  s += 40;\n  return s;\n"

static Made made;

static void
begin (void)
{
  made_begin (&made);
}

static void
end (void)
{
  made_end (&made);
}

static void
commit (const char *branch, gint day, const char *message, const char *parents, const char *text)
{
  made_commit (&made, branch, day, ANNE, message, parents);
  made_file (&made, "f.c", text);
}

/* main writes six lines in the second quarter, side one in the third, and a merge joins them. */
static void
make_merge (void)
{
  commit ("main", 0, "base", "", HEAD_OF_A OLD_A BETWEEN "  return 2;\n}\n");
  commit ("side", 190, "beside", "from refs/heads/main\n", HEAD_OF_A OLD_A BETWEEN "  return 22;\n}\n");
  commit ("main", 100, "rewrite", "", HEAD_OF_A NEW_A BETWEEN "  return 2;\n}\n");
  commit ("main", 200, "merge", "merge refs/heads/side\n", HEAD_OF_A NEW_A BETWEEN "  return 22;\n}\n");
}

/* The survival as "quarter: added standing (files); "; yours. */
static char *
list_survival (const ArdCorpus *corpus)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < corpus->survival->len; i++) {
    const ArdSurvival *row = &g_array_index (corpus->survival, ArdSurvival, i);

    g_string_append_printf (text, "%dQ%d: %u %u (%u); ", row->quarter / 4, row->quarter % 4 + 1, row->added,
                            row->standing, row->files);
  }
  return g_string_free (text, FALSE);
}

START_TEST (lines_of_main_stand_though_a_branch_without_them_was_committed_to_later)
{
  make_merge ();
  commit ("main", 290, "after", "", HEAD_OF_A NEW_A BETWEEN "  return 222;\n}\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  g_autofree char *survival = list_survival (corpus);

  /* By git blame: of the 11 lines of the base all but two returns, the six, none, one. */
  ck_assert_str_eq (survival, "2020Q1: 11 9 (1); 2020Q2: 6 6 (1); 2020Q3: 1 0 (1); 2020Q4: 1 1 (1); ");
}
END_TEST

START_TEST (a_trend_ends_with_what_a_merge_made)
{
  make_merge ();
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  const ArdFile *file = made_find (corpus, "f.c");
  const ArdTrendPoint *newest = ard_trend_point (corpus, file->first_trend);

  ck_assert_uint_eq (file->n_trend, 4);
  ck_assert_str_eq (ard_commit (corpus, newest->commit)->subject, "merge");
  ck_assert_uint_eq (newest->code_lines, file->code_lines);
  ck_assert_uint_eq (newest->functions, 2);
}
END_TEST

START_TEST (a_trend_has_no_point_twice_where_a_commit_made_the_version_of_today)
{
  commit ("main", 0, "base", "", HEAD_OF_A OLD_A BETWEEN "  return 2;\n}\n");
  commit ("main", 9, "rewrite", "", HEAD_OF_A NEW_A BETWEEN "  return 2;\n}\n");
  made_commit (&made, "main", 20, ANNE, "other file", "");
  made_file (&made, "g.c", "int g;\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  const ArdFile *file = made_find (corpus, "f.c");

  ck_assert_uint_eq (file->n_trend, 2);
  ck_assert_str_eq (ard_commit (corpus, ard_trend_point (corpus, file->first_trend)->commit)->subject, "rewrite");
}
END_TEST

/* Of the first quarter only the last of three commits can be paid: its one line is no sum of that quarter. */
START_TEST (a_quarter_that_was_read_in_part_is_not_counted)
{
  const char *today = HEAD_OF_A OLD_A BETWEEN "  return 6;\n}\n";

  commit ("main", 0, "1", "", HEAD_OF_A OLD_A BETWEEN "  return 2;\n}\n");
  commit ("main", 10, "2", "", HEAD_OF_A OLD_A BETWEEN "  return 3;\n}\n");
  commit ("main", 20, "3", "", HEAD_OF_A OLD_A BETWEEN "  return 4;\n}\n");
  commit ("main", 400, "4", "", HEAD_OF_A OLD_A BETWEEN "  return 5;\n}\n");
  commit ("main", 500, "5", "", today);
  made_import (&made);
  made.settings->history_window_d = 200;
  made.settings->history_traced_mb = 3.5 * (double) strlen (today) / (1024 * 1024);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  g_autofree char *survival = list_survival (corpus);

  ck_assert_str_eq (survival, "2021Q1: 1 0 (1); 2021Q2: 1 1 (1); ");
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("versions");
  TCase *cases = tcase_create ("versions");

  tcase_set_timeout (cases, 60);
  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, lines_of_main_stand_though_a_branch_without_them_was_committed_to_later);
  tcase_add_test (cases, a_trend_ends_with_what_a_merge_made);
  tcase_add_test (cases, a_trend_has_no_point_twice_where_a_commit_made_the_version_of_today);
  tcase_add_test (cases, a_quarter_that_was_read_in_part_is_not_counted);
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
