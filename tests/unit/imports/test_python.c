#include "made.h"

START_TEST (a_dotted_name_is_a_module_below_the_root_of_its_package)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "src/app/__init__.py", "Python");
  add (corpus, "src/app/core.py", "Python");
  imports (corpus, "app.views");
  member (corpus, "show");
  add (corpus, "src/app/views.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/app/core.py", "src/app/views.py"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/app/core.py", "src/app/__init__.py"), NONE);
}
END_TEST

START_TEST (a_package_without_init_gives_its_modules)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "json/a.py", "Python");
  add (corpus, "src/space/sub/b.py", "Python");
  add (corpus, "tests/test_b.py", "Python");
  imports (corpus, "space.sub");
  member (corpus, "b");
  imports (corpus, "tools");
  member (corpus, "run");
  member (corpus, "VERSION");
  imports (corpus, "json");
  member (corpus, "a");
  add (corpus, "tools/run.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "tests/test_b.py", "src/space/sub/b.py"), STRONG);
  ck_assert_int_eq (edge (corpus, "tests/test_b.py", "tools/run.py"), STRONG);
  /* the language's own */
  ck_assert_int_eq (edge (corpus, "tests/test_b.py", "json/a.py"), NONE);
}
END_TEST

START_TEST (a_name_out_of_a_package_is_its_module_or_else_the_package)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/__init__.py", "Python");
  add (corpus, "app/cli.py", "Python");
  add (corpus, "main.py", "Python");
  imports (corpus, "app");
  member (corpus, "cli");
  member (corpus, "Flask");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "main.py", "app/cli.py"), STRONG);
  ck_assert_int_eq (edge (corpus, "main.py", "app/__init__.py"), STRONG);
}
END_TEST

START_TEST (a_name_out_of_a_package_that_is_a_module_needs_no_more_than_that)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/__init__.py", "Python");
  add (corpus, "app/a.py", "Python");
  imports (corpus, ".");
  member (corpus, "cli");
  add (corpus, "app/cli.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "app/a.py", "app/cli.py"), STRONG);
  ck_assert_int_eq (edge (corpus, "app/a.py", "app/__init__.py"), NONE);
}
END_TEST

START_TEST (each_dot_but_the_first_leads_one_package_up)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "p/__init__.py", "Python");
  add (corpus, "p/q/__init__.py", "Python");
  add (corpus, "p/q/a.py", "Python");
  imports (corpus, "..r");
  member (corpus, "x");
  imports (corpus, ".b");
  member (corpus, "y");
  imports (corpus, "....z");
  member (corpus, "y");
  add (corpus, "p/q/b.py", "Python");
  add (corpus, "p/r.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "p/q/a.py", "p/r.py"), STRONG);
  ck_assert_int_eq (edge (corpus, "p/q/a.py", "p/q/b.py"), STRONG);
}
END_TEST

START_TEST (the_standard_library_is_not_a_module_of_a_package_by_the_same_name)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "src/flask/__init__.py", "Python");
  add (corpus, "src/flask/app.py", "Python");
  imports (corpus, "json");
  imports (corpus, "logging");
  add (corpus, "src/flask/json/__init__.py", "Python");
  add (corpus, "src/flask/logging.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/flask/app.py", "src/flask/json/__init__.py"), NONE);
  ck_assert_int_eq (edge (corpus, "src/flask/app.py", "src/flask/logging.py"), NONE);
}
END_TEST

START_TEST (a_test_finds_the_package_below_src_and_the_module_beside_it)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "src/app/__init__.py", "Python");
  add (corpus, "src/app/core.py", "Python");
  add (corpus, "tests/data.py", "Python");
  add (corpus, "tests/test_a.py", "Python");
  imports (corpus, "app.core");
  imports (corpus, "data");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "tests/test_a.py", "src/app/core.py"), STRONG);
  ck_assert_int_eq (edge (corpus, "tests/test_a.py", "tests/data.py"), STRONG);
}
END_TEST

START_TEST (two_packages_of_one_name_elsewhere_are_neither)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/x/__init__.py", "Python");
  add (corpus, "b/x/__init__.py", "Python");
  add (corpus, "c/m.py", "Python");
  imports (corpus, "x");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "c/m.py", "a/x/__init__.py"), NONE);
  ck_assert_int_eq (edge (corpus, "c/m.py", "b/x/__init__.py"), NONE);
}
END_TEST

START_TEST (an_import_for_the_checker_of_types_or_inside_a_function_is_weak)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.py", "Python");
  capture (corpus, ARD_CAPTURE_IMPORT, "b", ARD_TRAIT_TYPE_ONLY);
  imports (corpus, "c")->function = 0;
  add (corpus, "b.py", "Python");
  add (corpus, "c.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.py", "b.py"), WEAK);
  ck_assert_int_eq (edge (corpus, "a.py", "c.py"), WEAK);
}
END_TEST

START_TEST (a_pair_that_is_imported_twice_is_strong_when_one_is)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.py", "Python");
  imports (corpus, "b")->function = 0;
  imports (corpus, "b");
  add (corpus, "b.py", "Python");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.py", "b.py"), STRONG);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_dotted_name_is_a_module_below_the_root_of_its_package,
    a_package_without_init_gives_its_modules,
    a_name_out_of_a_package_is_its_module_or_else_the_package,
    a_name_out_of_a_package_that_is_a_module_needs_no_more_than_that,
    each_dot_but_the_first_leads_one_package_up,
    the_standard_library_is_not_a_module_of_a_package_by_the_same_name,
    a_test_finds_the_package_below_src_and_the_module_beside_it,
    two_packages_of_one_name_elsewhere_are_neither,
    an_import_for_the_checker_of_types_or_inside_a_function_is_weak,
    a_pair_that_is_imported_twice_is_strong_when_one_is,
  };

  return run_tests ("python", tests, G_N_ELEMENTS (tests));
}
