#include "made.h"

START_TEST (go_mod_names_the_root_and_the_rows_lead_to_what_defines_the_names_used)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "cmd/main.go", "Go");
  package (corpus, "main");
  imports (corpus, "m.org/x/store");
  refers (corpus, "store.Open");
  add (corpus, "go.mod", "Go Module");
  row (corpus, "module", "m.org/x");
  add (corpus, "store/a.go", "Go");
  package (corpus, "store");
  defines (corpus, "Open");
  add (corpus, "store/b.go", "Go");
  package (corpus, "store");
  defines (corpus, "Close");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "cmd/main.go", "store/a.go"), STRONG);
  ck_assert_int_eq (edge (corpus, "cmd/main.go", "store/b.go"), NONE);
}
END_TEST

START_TEST (without_go_mod_the_longest_end_that_is_a_folder_tells_the_root)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/a.go", "Go");
  package (corpus, "a");
  imports (corpus, "m.org/x/b");
  imports (corpus, "m.org/x/c");
  imports (corpus, "other.org/b");
  refers (corpus, "b.B");
  refers (corpus, "c.C");
  add (corpus, "b/b.go", "Go");
  package (corpus, "b");
  defines (corpus, "B");
  add (corpus, "c/c.go", "Go");
  package (corpus, "c");
  defines (corpus, "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/a.go", "b/b.go"), STRONG);
  ck_assert_int_eq (edge (corpus, "a/a.go", "c/c.go"), STRONG);
}
END_TEST

START_TEST (a_package_is_called_by_its_clause_or_by_the_name_it_gets)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/a.go", "Go");
  package (corpus, "a");
  imports (corpus, "m.org/x/go-yaml");
  refers (corpus, "yaml.Load");
  member (corpus, "st");
  imports (corpus, "m.org/x/store");
  refers (corpus, "st.Open");
  add (corpus, "go-yaml/y.go", "Go");
  package (corpus, "yaml");
  defines (corpus, "Load");
  add (corpus, "go-yaml/z.go", "Go");
  package (corpus, "yaml");
  add (corpus, "go.mod", "Go Module");
  row (corpus, "module", "m.org/x");
  add (corpus, "store/s.go", "Go");
  package (corpus, "store");
  defines (corpus, "Open");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/a.go", "go-yaml/y.go"), STRONG);
  ck_assert_int_eq (edge (corpus, "a/a.go", "go-yaml/z.go"), NONE);
  ck_assert_int_eq (edge (corpus, "a/a.go", "store/s.go"), STRONG);
}
END_TEST

START_TEST (an_import_for_its_effects_leads_to_the_first_file)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/a.go", "Go");
  package (corpus, "a");
  member (corpus, "_");
  imports (corpus, "m.org/x/b");
  add (corpus, "b/b.go", "Go");
  package (corpus, "b");
  defines (corpus, "B");
  add (corpus, "b/b_test.go", "Go");
  package (corpus, "b");
  add (corpus, "go.mod", "Go Module");
  row (corpus, "module", "m.org/x");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/a.go", "b/b.go"), STRONG);
}
END_TEST

START_TEST (files_of_one_folder_use_each_other_and_no_test)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.go", "Go");
  package (corpus, "a");
  refers (corpus, "helper");
  refers (corpus, "probe");
  add (corpus, "a_test.go", "Go");
  package (corpus, "a");
  defines (corpus, "probe");
  refers (corpus, "helper");
  add (corpus, "b.go", "Go");
  package (corpus, "a");
  defines (corpus, "helper");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.go", "b.go"), STRONG);
  ck_assert_int_eq (edge (corpus, "a.go", "a_test.go"), NONE);
  ck_assert_int_eq (edge (corpus, "a_test.go", "b.go"), STRONG);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    go_mod_names_the_root_and_the_rows_lead_to_what_defines_the_names_used,
    without_go_mod_the_longest_end_that_is_a_folder_tells_the_root,
    a_package_is_called_by_its_clause_or_by_the_name_it_gets,
    an_import_for_its_effects_leads_to_the_first_file,
    files_of_one_folder_use_each_other_and_no_test,
  };

  return run_tests ("go", tests, G_N_ELEMENTS (tests));
}
