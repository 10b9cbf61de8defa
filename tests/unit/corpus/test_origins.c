#include "traced.h"

#define WRONG "int\none (void)\n{\n  return 2;\n}\n"
#define RIGHT "int\none (void)\n{\n  return 1;\n}\n"

START_TEST (nothing_is_traced_unless_asked_for)
{
  made.settings->history_trace_fixes = FALSE;
  commit (0, "One", "a.c", WRONG);
  commit (1, "Fix one", "a.c", RIGHT);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "");
}
END_TEST

START_TEST (only_fixes_are_traced_and_no_reverts)
{
  commit (0, "One", "a.c", WRONG);
  commit (1, "Change one", "a.c", RIGHT);
  commit (2, "Revert \"Change one\"", "a.c", WRONG);
  commit (3, "Fix one", "a.c", RIGHT);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "Fix one <- Revert \"Change one\" 1; ");
}
END_TEST

START_TEST (a_fix_older_than_the_window_is_not_traced)
{
  commit (0, "One", "a.c", WRONG);
  commit (1, "Fix one", "a.c", RIGHT);
  commit ((gint) made.settings->history_window_d + 30, "Late", "b.c", "int b;\n");

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "");
}
END_TEST

START_TEST (test_code_is_not_traced)
{
  commit (0, "One", "tests/test_a.c", WRONG);
  commit (1, "Fix one", "tests/test_a.c", RIGHT);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "");
}
END_TEST

/* Eleven files are beyond the ten of origins.h; ten are traced, each to the first commit. */
START_TEST (a_fix_of_many_files_mends_no_one_place)
{
  guint n = _i ? 11 : 10;

  for (guint turn = 0; turn < 2; turn++) {
    made_commit (&made, "main", (gint) turn, ANNE, turn ? "Fix all" : "One", "");
    for (guint i = 0; i < n; i++) {
      g_autofree char *path = g_strdup_printf ("f%02u.c", i);
      g_autofree char *text = g_strdup_printf ("int number_%u = %u;\n%s", i, turn, RIGHT);

      made_file (&made, path, text);
    }
  }
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (corpus->origins->len, _i ? 0 : 10);
}
END_TEST

START_TEST (older_fixes_than_are_traced_are_a_note)
{
  made.settings->history_trace_max = 1;
  commit (0, "One", "a.c", WRONG);
  commit (1, "Fix one", "a.c", RIGHT);
  commit (2, "Two", "b.c", WRONG);
  commit (3, "Fix two", "b.c", RIGHT);
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  g_autofree char *origins = list_origins (corpus);

  ck_assert_str_eq (origins, "Fix two <- Two 1; ");
  ck_assert (made_has_note (corpus, NULL, "1 older bug fixes not traced"));
}
END_TEST

START_TEST (origins_are_the_same_for_any_number_of_jobs)
{
  commit (0, "One", "a.c", WRONG);
  commit (1, "Two", "b.c", WRONG);
  commit (2, "Fix one", "a.c", RIGHT);
  commit (3, "Fix two", "b.c", RIGHT);
  made_import (&made);

  g_autoptr (ArdCorpus) alone = made_build (&made, "main", FALSE, 1, NULL);
  g_autoptr (ArdCorpus) many = made_build (&made, "main", FALSE, 4, NULL);
  g_autofree char *one = list_origins (alone), *four = list_origins (many);

  ck_assert_str_eq (one, "Fix two <- Two 1; Fix one <- One 1; ");
  ck_assert_str_eq (one, four);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("corpus/origins");
  TCase *cases = tcase_create ("origins");

  tcase_set_timeout (cases, 60);
  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, nothing_is_traced_unless_asked_for);
  tcase_add_test (cases, only_fixes_are_traced_and_no_reverts);
  tcase_add_test (cases, a_fix_older_than_the_window_is_not_traced);
  tcase_add_test (cases, test_code_is_not_traced);
  tcase_add_loop_test (cases, a_fix_of_many_files_mends_no_one_place, 0, 2);
  tcase_add_test (cases, older_fixes_than_are_traced_are_a_note);
  tcase_add_test (cases, origins_are_the_same_for_any_number_of_jobs);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
