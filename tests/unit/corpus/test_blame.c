#include "traced.h"

/* A line that the origin wrote wrong, between two that stay. */
#define BEFORE "int\nadd (int a, int b)\n{\n"
#define WRONG "  return a - b;\n"
#define RIGHT "  return a + b;\n"
#define AFTER "}\n\nint\nzero (void)\n{\n  return 0;\n}\n"

START_TEST (a_line_leads_to_the_commit_that_brought_it)
{
  commit (0, "One", "a.c", AFTER);
  commit (1, "Two", "a.c", BEFORE WRONG AFTER);
  commit (2, "Three", "a.c", "#include <x.h>\n" BEFORE WRONG AFTER);
  commit (3, "Fix the sum", "a.c", "#include <x.h>\n" BEFORE RIGHT AFTER);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "Fix the sum <- Two 1; ");
}
END_TEST

/* As `git blame -w` on the fix's parent has it. */
START_TEST (new_indentation_brings_no_line)
{
  commit (0, "One", "a.c", BEFORE WRONG AFTER);
  commit (1, "Two", "a.c", BEFORE "\t\t" WRONG AFTER);
  commit (2, "Fix the sum", "a.c", BEFORE RIGHT AFTER);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "Fix the sum <- One 1; ");
}
END_TEST

START_TEST (a_line_is_followed_through_a_rename)
{
  commit (0, "One", "a.c", BEFORE WRONG AFTER);
  made_commit (&made, "main", 1, ANNE, "Move", "");
  made_delete (&made, "a.c");
  made_file (&made, "b.c", BEFORE WRONG AFTER "int more;\n");
  commit (2, "Fix the sum", "b.c", BEFORE RIGHT AFTER "int more;\n");

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "Fix the sum <- One 1; ");
}
END_TEST

START_TEST (a_line_that_a_branch_brought_is_followed_through_the_merge)
{
  commit (0, "One", "a.c", AFTER);
  made_commit (&made, "side", 1, ANNE, "Side", "from refs/heads/main\n");
  made_file (&made, "a.c", BEFORE WRONG AFTER);
  commit (2, "Two", "a.c", AFTER "int last;\n");
  made_commit (&made, "main", 3, ANNE, "Merge", "merge refs/heads/side\n");
  made_file (&made, "a.c", BEFORE WRONG AFTER "int last;\n");
  commit (4, "Fix the sum", "a.c", BEFORE RIGHT AFTER "int last;\n");

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "Fix the sum <- Side 1; ");
}
END_TEST

START_TEST (lines_of_two_commits_are_counted_apart)
{
  commit (0, "One", "a.c", "int one = 2;\nint both = 3;\n" AFTER);
  commit (1, "Two", "a.c", "int one = 2;\nint both = 3;\nint two = 3;\n" AFTER);
  commit (2, "Fix numbers", "a.c", "int one = 1;\nint both = 2;\nint two = 2;\n" AFTER);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "Fix numbers <- Two 1; Fix numbers <- One 2; ");
}
END_TEST

START_TEST (a_fix_that_only_adds_has_no_origin)
{
  commit (0, "One", "a.c", AFTER);
  commit (1, "Fix the missing sum", "a.c", BEFORE RIGHT AFTER);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "");
}
END_TEST

/* 100 lines is the bound of blame.h. */
START_TEST (a_rewrite_is_not_traced)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 101; i++)
    g_string_append_printf (text, "int old_%u;\n", i);
  commit (0, "One", "a.c", text->str);
  commit (1, "Fix all", "a.c", AFTER);

  g_autofree char *origins = trace ();

  ck_assert_str_eq (origins, "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("corpus/blame");
  TCase *cases = tcase_create ("blame");

  tcase_set_timeout (cases, 60);
  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, a_line_leads_to_the_commit_that_brought_it);
  tcase_add_test (cases, new_indentation_brings_no_line);
  tcase_add_test (cases, a_line_is_followed_through_a_rename);
  tcase_add_test (cases, a_line_that_a_branch_brought_is_followed_through_the_merge);
  tcase_add_test (cases, lines_of_two_commits_are_counted_apart);
  tcase_add_test (cases, a_fix_that_only_adds_has_no_origin);
  tcase_add_test (cases, a_rewrite_is_not_traced);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
