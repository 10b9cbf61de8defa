#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/tested.h"

/* Whether the first of these files is taken for tested; the rest follow, sorted, tests by their flag. */
typedef struct {
  const char *file, *test;
  gboolean tested;
} Pair;

static void
add (ArdCorpus *corpus, const char *path, const char *language, guint flags)
{
  ArdFile file = { .path = path, .language = language, .flags = flags, .measured = TRUE, .origin = path };

  g_array_append_val (corpus->files, file);
}

static const char *
language_of (const char *path)
{
  return g_str_has_suffix (path, ".c") || g_str_has_suffix (path, ".h") ? "C"
         : g_str_has_suffix (path, ".cpp")                              ? "C++"
         : g_str_has_suffix (path, ".ts")                               ? "TypeScript"
         : g_str_has_suffix (path, ".js")                               ? "JavaScript"
                                                                        : strrchr (path, '.');
}

static const Pair pairs[] = {
  { "foo.c", "test_foo.c", TRUE },
  { "foo.c", "tests/foo.c", TRUE },
  { "foo.c", "tests/unit/test-foo.cpp", TRUE },
  { "src/Foo.java", "src/test/FooTest.java", TRUE },
  { "src/Foo.java", "src/test/FooTests.java", TRUE },
  { "foo.go", "foo_test.go", TRUE },
  { "foo.js", "foo.test.js", TRUE },
  { "foo.js", "foo.spec.ts", TRUE },
  { "lib/fooBar.js", "test/specs/foo_bar.spec.js", TRUE },
  { "foo.c", "test_food.c", FALSE },
  { "foo.c", "test_foo.py", FALSE },
  { "foo.c", "test.c", FALSE },
  { "test.c", "tests/test.c", TRUE },
};

START_TEST (a_test_is_known_by_its_name)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, pairs[_i].file, language_of (pairs[_i].file), 0);
  add (corpus, pairs[_i].test, language_of (pairs[_i].test), ARD_FILE_TEST);
  ard_tested_mark (corpus);
  ck_assert_msg ((ard_file (corpus, 0)->flags == ARD_FILE_TESTED) == pairs[_i].tested, "%s by %s", pairs[_i].file,
                 pairs[_i].test);
  ck_assert_uint_eq (ard_file (corpus, 1)->flags, ARD_FILE_TEST);
}
END_TEST

START_TEST (of_namesakes_the_near_one_is_tested)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "one/foo.py", "Python", 0);
  add (corpus, "tests/two/test_foo.py", "Python", ARD_FILE_TEST);
  add (corpus, "two/foo.py", "Python", 0);
  ard_tested_mark (corpus);
  ck_assert_uint_eq (ard_file (corpus, 0)->flags, 0);
  ck_assert_uint_eq (ard_file (corpus, 2)->flags, ARD_FILE_TESTED);
}
END_TEST

START_TEST (a_few_namesakes_share_a_distant_test_and_many_do_not)
{
  const char *paths[] = { "1/foo.py", "2/foo.py", "3/foo.py", "4/foo.py" };

  for (guint n = 3; n <= 4; n++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

    for (guint i = 0; i < n; i++)
      add (corpus, paths[i], "Python", 0);
    add (corpus, "tests/test_foo.py", "Python", ARD_FILE_TEST);
    ard_tested_mark (corpus);
    for (guint i = 0; i < n; i++)
      ck_assert_uint_eq (ard_file (corpus, i)->flags, n == 3 ? ARD_FILE_TESTED : 0);
  }
}
END_TEST

START_TEST (a_file_that_a_test_imports_is_tested)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  ArdDependency rows[] = { { 0, 1, 1, FALSE }, { 2, 0, 1, FALSE } };

  add (corpus, "app.py", "Python", 0);
  add (corpus, "other.py", "Python", 0);
  add (corpus, "tests/test_all.py", "Python", ARD_FILE_TEST);
  g_array_append_vals (corpus->dependencies, rows, G_N_ELEMENTS (rows));
  ard_tested_mark_imports (corpus);
  ck_assert (ard_file (corpus, 0)->flags & ARD_FILE_TESTED);
  ck_assert (!(ard_file (corpus, 1)->flags & ARD_FILE_TESTED));
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("tested");
  TCase *cases = tcase_create ("tested");

  tcase_add_loop_test (cases, a_test_is_known_by_its_name, 0, G_N_ELEMENTS (pairs));
  tcase_add_test (cases, of_namesakes_the_near_one_is_tested);
  tcase_add_test (cases, a_few_namesakes_share_a_distant_test_and_many_do_not);
  tcase_add_test (cases, a_file_that_a_test_imports_is_tested);
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
