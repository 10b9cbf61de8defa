#include "made.h"

/* Which commits the default patterns of the settings take for bug fixes, by whole messages. */

static guint
flags_of (const char *message)
{
  Made made;

  made_begin (&made);
  made_commit (&made, "main", 0, "Anne <anne@x>", message, "");
  made_file (&made, "a.c", "int a;\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);
  guint flags = ard_commit (corpus, 0)->flags;

  made_end (&made);
  return flags;
}

static const char *const fixes[] = {
  "Fix the sum",
  "parser: avoid a panic on empty input",
  "Plug a leak in the reader",
  "heap overflow in the lexer",
  "Use-after-free at exit",
  "lexer: correct the last column",
  "Corrige le calcul du total",
  /* What was done stands below the line of the tool. */
  "Backport pull request #12 from x/y\n\nFix the sum",
  "Merge pull request #12 from x/y\n\nFix the sum\n",
  "Merged PR 7\n\nFix the sum",
  /* The bug is named in the message only. */
  "The sum of nothing is zero\n\nFixes: #12",
};

START_TEST (a_message_that_tells_of_a_repair_is_a_fix)
{
  ck_assert_msg (flags_of (fixes[_i]) & ARD_COMMIT_FIX, "%s", fixes[_i]);
}
END_TEST

static const char *const others[] = {
  "Add sums",
  "Fix a typo",
  "Fix spelling of the manual",
  "docs: fix the link",
  "Fix clang warnings",
  "fixup! Fix the sum",
  "Add sums (fixes #12)",
  /* The line of the tool and the first below it say no repair; the text further down does not count. */
  "Backport pull request #12 from x/y\n\nAdd sums\n\nThey were fixed before.",
  "Merge pull request #12 from x/fix-sum\n\nAdd sums",
  /* A link in a message whose subject announces other work. */
  "Add sums\n\nFixes: #12",
};

START_TEST (a_message_that_tells_of_other_work_is_none)
{
  ck_assert_msg (!(flags_of (others[_i]) & ARD_COMMIT_FIX), "%s", others[_i]);
}
END_TEST

START_TEST (a_revert_is_a_fix_and_a_revert)
{
  ck_assert_uint_eq (flags_of ("Revert \"Add sums\"") & (ARD_COMMIT_REVERT | ARD_COMMIT_FIX),
                     ARD_COMMIT_REVERT | ARD_COMMIT_FIX);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("corpus/history: fixes");
  TCase *cases = tcase_create ("fixes");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, a_message_that_tells_of_a_repair_is_a_fix, 0, G_N_ELEMENTS (fixes));
  tcase_add_loop_test (cases, a_message_that_tells_of_other_work_is_none, 0, G_N_ELEMENTS (others));
  tcase_add_test (cases, a_revert_is_a_fix_and_a_revert);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
