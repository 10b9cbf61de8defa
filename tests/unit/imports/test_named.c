#include "made.h"

START_TEST (an_import_names_the_file_that_defines_it_and_a_part_of_a_type_its_type)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/A.java", "Java");
  package (corpus, "p.a");
  imports (corpus, "p.b.B");
  imports (corpus, "p.b.C.run");
  refers (corpus, "B");
  add (corpus, "b/B.java", "Java");
  package (corpus, "p.b");
  defines (corpus, "B");
  add (corpus, "b/C.java", "Java");
  package (corpus, "p.b");
  defines (corpus, "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/A.java", "b/B.java"), STRONG);
  ck_assert_int_eq (edge (corpus, "a/A.java", "b/C.java"), STRONG);
}
END_TEST

START_TEST (an_import_that_only_a_documentation_comment_uses_is_weak_in_java)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/A.java", "Java");
  package (corpus, "p.a");
  imports (corpus, "p.b.B");
  defines (corpus, "A");
  add (corpus, "b/B.java", "Java");
  package (corpus, "p.b");
  defines (corpus, "B");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/A.java", "b/B.java"), WEAK);
}
END_TEST

START_TEST (files_of_one_package_use_each_other_without_an_import)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/A.java", "Java");
  package (corpus, "p.a");
  defines (corpus, "A");
  refers (corpus, "B");
  refers (corpus, "String");
  add (corpus, "a/B.java", "Java");
  package (corpus, "p.a");
  defines (corpus, "B");
  add (corpus, "z/String.java", "Java");
  package (corpus, "p.z");
  defines (corpus, "String");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/A.java", "a/B.java"), STRONG);
  ck_assert_int_eq (edge (corpus, "a/A.java", "z/String.java"), NONE);
  ck_assert_int_eq (edge (corpus, "a/B.java", "a/A.java"), NONE);
}
END_TEST

START_TEST (a_star_opens_a_package_and_only_what_is_used_is_a_dependency)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/A.java", "Java");
  package (corpus, "p.a");
  imports (corpus, "p.b");
  member (corpus, "*");
  refers (corpus, "B");
  add (corpus, "b/B.java", "Java");
  package (corpus, "p.b");
  defines (corpus, "B");
  add (corpus, "b/C.java", "Java");
  package (corpus, "p.b");
  defines (corpus, "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/A.java", "b/B.java"), STRONG);
  ck_assert_int_eq (edge (corpus, "a/A.java", "b/C.java"), NONE);
}
END_TEST

START_TEST (a_name_that_the_file_defines_or_imports_is_not_its_packages)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/A.java", "Java");
  package (corpus, "p.a");
  defines (corpus, "A.B");
  refers (corpus, "B");
  imports (corpus, "q.C");
  refers (corpus, "C");
  add (corpus, "a/B.java", "Java");
  package (corpus, "p.a");
  defines (corpus, "B");
  add (corpus, "a/C.java", "Java");
  package (corpus, "p.a");
  defines (corpus, "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/A.java", "a/B.java"), NONE);
  ck_assert_int_eq (edge (corpus, "a/A.java", "a/C.java"), NONE);
}
END_TEST

START_TEST (what_two_opened_packages_define_is_neither)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/A.java", "Java");
  package (corpus, "p.a");
  imports (corpus, "p.b");
  member (corpus, "*");
  imports (corpus, "p.c");
  member (corpus, "*");
  refers (corpus, "X");
  add (corpus, "b/X.java", "Java");
  package (corpus, "p.b");
  defines (corpus, "X");
  add (corpus, "c/X.java", "Java");
  package (corpus, "p.c");
  defines (corpus, "X");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/A.java", "b/X.java"), NONE);
  ck_assert_int_eq (edge (corpus, "a/A.java", "c/X.java"), NONE);
}
END_TEST

START_TEST (product_code_does_not_use_what_test_code_defines)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "main/A.java", "Java");
  package (corpus, "p");
  refers (corpus, "Probe");
  add (corpus, "test/Probe.java", "Java")->flags = ARD_FILE_TEST;
  package (corpus, "p");
  defines (corpus, "Probe");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "main/A.java", "test/Probe.java"), NONE);
}
END_TEST

START_TEST (kotlin_imports_a_type_of_java_under_another_name)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "A.kt", "Kotlin");
  package (corpus, "p.a");
  imports (corpus, "import p.b.twice");
  imports (corpus, "import p.c.J as K");
  add (corpus, "b.kt", "Kotlin");
  package (corpus, "p.b");
  add (corpus, "c/J.java", "Java");
  package (corpus, "p.c");
  defines (corpus, "J");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "A.kt", "c/J.java"), STRONG);
}
END_TEST

START_TEST (scala_imports_in_braces_and_of_the_package_around)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "A.scala", "Scala");
  package (corpus, "p");
  imports (corpus, "import p.b.{C, D => E}");
  imports (corpus, "import q.F");
  add (corpus, "C.scala", "Scala");
  package (corpus, "p.b");
  defines (corpus, "C");
  add (corpus, "D.scala", "Scala");
  package (corpus, "p.b");
  defines (corpus, "D");
  add (corpus, "F.scala", "Scala");
  package (corpus, "p.q");
  defines (corpus, "F");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "A.scala", "C.scala"), STRONG);
  ck_assert_int_eq (edge (corpus, "A.scala", "D.scala"), STRONG);
  ck_assert_int_eq (edge (corpus, "A.scala", "F.scala"), STRONG);
}
END_TEST

START_TEST (a_using_opens_a_namespace_and_the_namespaces_around_are_open)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "A.cs", "C#");
  imports (corpus, "N.Tools");
  package (corpus, "N.App.Inner");
  refers (corpus, "Hammer");
  refers (corpus, "Base");
  add (corpus, "B.cs", "C#");
  package (corpus, "N.App");
  defines (corpus, "Base");
  add (corpus, "H.cs", "C#");
  package (corpus, "N.Tools");
  defines (corpus, "Hammer");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "A.cs", "H.cs"), STRONG);
  ck_assert_int_eq (edge (corpus, "A.cs", "B.cs"), STRONG);
}
END_TEST

START_TEST (usings_of_a_file_with_nothing_else_hold_below_its_folder)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/A.cs", "C#");
  package (corpus, "N");
  refers (corpus, "Hammer");
  add (corpus, "app/GlobalUsings.cs", "C#");
  imports (corpus, "Tools");
  add (corpus, "lib/H.cs", "C#");
  package (corpus, "Tools");
  defines (corpus, "Hammer");
  add (corpus, "other/B.cs", "C#");
  package (corpus, "M");
  refers (corpus, "Hammer");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "app/A.cs", "lib/H.cs"), STRONG);
  ck_assert_int_eq (edge (corpus, "other/B.cs", "lib/H.cs"), NONE);
}
END_TEST

START_TEST (php_uses_names_groups_and_its_own_namespace)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "src/A.php", "PHP");
  package (corpus, "App");
  imports (corpus, "App\\B\\C");
  imports (corpus, "App\\D");
  member (corpus, "E");
  member (corpus, "F as G");
  refers (corpus, "Own");
  add (corpus, "src/C.php", "PHP");
  package (corpus, "App\\B");
  defines (corpus, "C");
  add (corpus, "src/E.php", "PHP");
  package (corpus, "App\\D");
  defines (corpus, "E");
  add (corpus, "src/F.php", "PHP");
  package (corpus, "App\\D");
  defines (corpus, "F");
  add (corpus, "src/Own.php", "PHP");
  package (corpus, "App");
  defines (corpus, "Own");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/A.php", "src/C.php"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/A.php", "src/E.php"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/A.php", "src/F.php"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/A.php", "src/Own.php"), STRONG);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    an_import_names_the_file_that_defines_it_and_a_part_of_a_type_its_type,
    an_import_that_only_a_documentation_comment_uses_is_weak_in_java,
    files_of_one_package_use_each_other_without_an_import,
    a_star_opens_a_package_and_only_what_is_used_is_a_dependency,
    a_name_that_the_file_defines_or_imports_is_not_its_packages,
    what_two_opened_packages_define_is_neither,
    product_code_does_not_use_what_test_code_defines,
    kotlin_imports_a_type_of_java_under_another_name,
    scala_imports_in_braces_and_of_the_package_around,
    a_using_opens_a_namespace_and_the_namespaces_around_are_open,
    usings_of_a_file_with_nothing_else_hold_below_its_folder,
    php_uses_names_groups_and_its_own_namespace,
  };

  return run_tests ("named", tests, G_N_ELEMENTS (tests));
}
