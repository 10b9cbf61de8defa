#include "made.h"

#include <math.h>

#include "imports/resolve.h"

/* Files that import each other in a ring: a.py b.py c.py … */
static void
add_ring (ArdCorpus *corpus, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strconcat (names[i], ".py", NULL);

    add (corpus, g_string_chunk_insert (corpus->strings, path), "Python")->identity = i + 1;
    imports (corpus, names[(i + 1) % n]);
  }
}

START_TEST (files_that_need_each_other_are_one_cycle)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  const char *const names[] = { "a", "b", "c" };

  add_ring (corpus, names, 3);
  add (corpus, "d.py", "Python");
  imports (corpus, "a");
  resolve (corpus);
  ck_assert_uint_eq (corpus->cycles->len, 1);
  ck_assert_uint_eq (ard_cycle (corpus, 0)->n_members, 3);
  for (guint32 i = 0; i < 3; i++)
    ck_assert_uint_eq (g_array_index (corpus->cycle_members, guint32, i), i);
}
END_TEST

START_TEST (a_weak_dependency_closes_no_cycle)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.py", "Python");
  imports (corpus, "b");
  add (corpus, "b.py", "Python");
  capture (corpus, ARD_CAPTURE_IMPORT, "a", ARD_TRAIT_TYPE_ONLY);
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "b.py", "a.py"), WEAK);
  ck_assert_uint_eq (corpus->cycles->len, 0);
}
END_TEST

START_TEST (tests_and_generated_files_are_in_no_cycle)
{
  const guint flags[] = { ARD_FILE_TEST, ARD_FILE_GENERATED, ARD_FILE_EXAMPLE };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
    const char *const names[] = { "a", "b" };

    add_ring (corpus, names, 2);
    ard_file (corpus, 1)->flags = flags[i];
    resolve (corpus);
    ck_assert_uint_eq (corpus->cycles->len, 0);
  }
}
END_TEST

START_TEST (the_identity_of_a_cycle_is_that_of_its_files_in_any_order)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new (), renamed = ard_corpus_new ();
  const char *const names[] = { "a", "b", "c" }, *const others[] = { "a", "y", "z" };

  add_ring (corpus, names, 3);
  add_ring (renamed, others, 3);
  ard_file (renamed, 1)->identity = 3;
  ard_file (renamed, 2)->identity = 2;
  resolve (corpus);
  resolve (renamed);
  ck_assert_uint_eq (ard_cycle (corpus, 0)->identity, ard_cycle (renamed, 0)->identity);
}
END_TEST

/* 60,000 files in one ring: a recursion would need as many frames. */
START_TEST (a_cycle_of_any_length_is_found_without_recursion)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 60000; i++)
    g_ptr_array_add (names, g_strdup_printf ("m%05u", i));
  add_ring (corpus, (const char *const *) names->pdata, names->len);
  resolve (corpus);
  ck_assert_uint_eq (corpus->cycles->len, 1);
  ck_assert_uint_eq (ard_cycle (corpus, 0)->n_members, 60000);
}
END_TEST

static guint32
count_cycles (const char *left_package, const char *right_package)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autofree char *left = g_strconcat (left_package, ".A", NULL), *right = g_strconcat (right_package, ".B", NULL);

  add (corpus, "x/A.java", "Java");
  package (corpus, left_package);
  defines (corpus, "A");
  refers (corpus, right);
  add (corpus, "y/B.java", "Java");
  package (corpus, right_package);
  defines (corpus, "B");
  refers (corpus, left);
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "x/A.java", "y/B.java"), STRONG);
  ck_assert_int_eq (edge (corpus, "y/B.java", "x/A.java"), STRONG);
  return corpus->cycles->len;
}

START_TEST (a_cycle_of_java_needs_two_packages_neither_inside_the_other)
{
  ck_assert_uint_eq (count_cycles ("p.a", "p.b"), 1);
  ck_assert_uint_eq (count_cycles ("p.a", "p.a"), 0);
  ck_assert_uint_eq (count_cycles ("p", "p.internal"), 0);
  ck_assert_uint_eq (count_cycles ("p", "pq"), 1);
}
END_TEST

START_TEST (files_of_one_go_package_may_need_each_other)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.go", "Go");
  defines (corpus, "a");
  refers (corpus, "b");
  add (corpus, "b.go", "Go");
  defines (corpus, "b");
  refers (corpus, "a");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.go", "b.go"), STRONG);
  ck_assert_uint_eq (corpus->cycles->len, 0);
}
END_TEST

/* app uses lib twice and base once, lib uses base once: Ca and Ce by hand, instability Ce / (Ca + Ce). */
START_TEST (folders_count_the_folders_that_they_use_and_that_use_them)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/a.c", "C");
  imports (corpus, "../lib/l.h");
  imports (corpus, "../base/b.h");
  add (corpus, "app/b.c", "C");
  imports (corpus, "../lib/l.h");
  add (corpus, "base/b.h", "C");
  add (corpus, "lib/l.h", "C");
  imports (corpus, "../base/b.h");
  add (corpus, "test/t.c", "C")->flags = ARD_FILE_TEST;
  imports (corpus, "../base/b.h");
  resolve (corpus);
  ck_assert_uint_eq (corpus->modules->len, 3);

  const ArdModule *app = ard_module (corpus, 0), *base = ard_module (corpus, 1), *lib = ard_module (corpus, 2);

  ck_assert_str_eq (app->path, "app");
  ck_assert_uint_eq (app->n_files, 2);
  ck_assert_uint_eq (app->code_lines, 20);
  ck_assert_double_eq (app->instability, 1);
  ck_assert_double_eq (base->instability, 0);
  ck_assert_uint_eq (base->fan_in, 2);
  ck_assert_double_eq (lib->instability, 0.5);
  ck_assert_uint_eq (corpus->module_dependencies->len, 3);
  ck_assert_uint_eq (g_array_index (corpus->module_dependencies, ArdModuleDependency, 1).n, 2);
  ck_assert_uint_eq (ard_file (corpus, ard_corpus_find_file (corpus, "base/b.h"))->fan_in, 2);
  ck_assert_uint_eq (ard_file (corpus, ard_corpus_find_file (corpus, "test/t.c"))->module, ARD_NONE);
}
END_TEST

START_TEST (a_folder_alone_has_no_instability)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.c", "C");
  resolve (corpus);
  ck_assert_uint_eq (corpus->modules->len, 1);
  ck_assert (isnan (ard_module (corpus, 0)->instability));
}
END_TEST

START_TEST (braces_are_written_out)
{
  g_autoptr (GPtrArray) names = ard_import_expand ("a::{b, c::{d, e as f}, self}");
  const char *const expected[] = { "a::b", "a::c::d", "a::c::e as f", "a::self" };

  ck_assert_uint_eq (names->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < names->len; i++)
    ck_assert_str_eq (g_ptr_array_index (names, i), expected[i]);
}
END_TEST

START_TEST (broken_braces_are_read_as_far_as_they_go)
{
  const char *const broken[] = { "{{{{", "}}}}", "a::{b", "a,,b}}{", "" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GPtrArray) names = ard_import_expand (broken[i]);

    ck_assert_uint_le (names->len, 2);
  }
}
END_TEST

START_TEST (paths_are_joined_without_leaving_the_root)
{
  g_autofree char *up = ard_paths_join ("a/b", "../c/./d"), *root = ard_paths_join ("a", ".."),
                  *out = ard_paths_join ("a", "../../b"), *plain = ard_paths_join ("", "x//y/");

  ck_assert_str_eq (up, "a/c/d");
  ck_assert_str_eq (root, "");
  ck_assert_ptr_null (out);
  ck_assert_str_eq (plain, "x/y");
}
END_TEST

START_TEST (ends_of_paths_are_whole_names)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  guint32 found[ARD_PATHS_MOST];

  add (corpus, "a/b.h", "C");
  add (corpus, "ab.h", "C");
  add (corpus, "b.h", "C");
  add (corpus, "c/a/b.h", "C");

  g_autoptr (ArdPaths) paths = ard_paths_new (corpus);

  ck_assert_uint_eq (ard_paths_ending (paths, "b.h", found), 3);
  ck_assert_uint_eq (ard_paths_ending (paths, "a/b.h", found), 2);
  ck_assert_uint_eq (ard_paths_ending (paths, "h", found), 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    files_that_need_each_other_are_one_cycle,
    a_weak_dependency_closes_no_cycle,
    tests_and_generated_files_are_in_no_cycle,
    the_identity_of_a_cycle_is_that_of_its_files_in_any_order,
    a_cycle_of_any_length_is_found_without_recursion,
    a_cycle_of_java_needs_two_packages_neither_inside_the_other,
    files_of_one_go_package_may_need_each_other,
    folders_count_the_folders_that_they_use_and_that_use_them,
    a_folder_alone_has_no_instability,
    braces_are_written_out,
    broken_braces_are_read_as_far_as_they_go,
    paths_are_joined_without_leaving_the_root,
    ends_of_paths_are_whole_names,
  };

  return run_tests ("graph", tests, G_N_ELEMENTS (tests));
}
