#include "made.h"

START_TEST (a_relative_path_takes_an_ending_or_an_index)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "index.js", "JavaScript");
  add (corpus, "src/a.ts", "TypeScript");
  imports (corpus, "./b");
  imports (corpus, "./c");
  imports (corpus, "..");
  add (corpus, "src/b.ts", "TypeScript");
  add (corpus, "src/c/index.tsx", "TSX");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/a.ts", "src/b.ts"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/a.ts", "src/c/index.tsx"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/a.ts", "index.js"), STRONG);
}
END_TEST

START_TEST (the_ending_js_stands_for_what_it_is_built_from)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.ts", "TypeScript");
  imports (corpus, "./b.js");
  imports (corpus, "./c.mjs");
  add (corpus, "b.ts", "TypeScript");
  add (corpus, "c.mts", "TypeScript");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.ts", "b.ts"), STRONG);
  ck_assert_int_eq (edge (corpus, "a.ts", "c.mts"), STRONG);
}
END_TEST

START_TEST (typescript_looks_for_its_own_files_first_and_javascript_for_its_own)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.js", "JavaScript");
  imports (corpus, "./c");
  add (corpus, "b.ts", "TypeScript");
  imports (corpus, "./c");
  add (corpus, "c.js", "JavaScript");
  add (corpus, "c.ts", "TypeScript");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.js", "c.js"), STRONG);
  ck_assert_int_eq (edge (corpus, "a.js", "c.ts"), NONE);
  ck_assert_int_eq (edge (corpus, "b.ts", "c.ts"), STRONG);
  ck_assert_int_eq (edge (corpus, "b.ts", "c.js"), NONE);
}
END_TEST

START_TEST (a_style_sheet_and_an_unknown_package_are_no_dependencies)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.css", "Text");
  add (corpus, "a.js", "JavaScript");
  imports (corpus, "./a.css");
  imports (corpus, "react");
  imports (corpus, "fs");
  add (corpus, "src/fs.js", "JavaScript");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.js", "a.css"), NONE);
  ck_assert_int_eq (edge (corpus, "a.js", "src/fs.js"), NONE);
}
END_TEST

START_TEST (paths_and_base_of_the_nearest_tsconfig_hold_also_when_they_are_inherited)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/src/main.ts", "TypeScript");
  imports (corpus, "@lib/x");
  imports (corpus, "shared/y");
  add (corpus, "app/tsconfig.json", "JSON");
  row (corpus, "extends", "../tsconfig.base.json");
  add (corpus, "lib/src/x.ts", "TypeScript");
  add (corpus, "shared/y.ts", "TypeScript");
  add (corpus, "tsconfig.base.json", "JSON");
  row (corpus, "compilerOptions.baseUrl", ".");
  row (corpus, "compilerOptions.paths.@lib/*[0]", "lib/src/*");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "app/src/main.ts", "lib/src/x.ts"), STRONG);
  ck_assert_int_eq (edge (corpus, "app/src/main.ts", "shared/y.ts"), STRONG);
}
END_TEST

START_TEST (a_package_of_the_workspace_is_found_by_its_name_and_what_it_exports)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "packages/a/package.json", "JSON");
  row (corpus, "name", "@x/a");
  row (corpus, "exports.\".\".import", "./dist/index.js");
  row (corpus, "exports.\"./sub/*\"", "./dist/sub/*.js");
  add (corpus, "packages/a/src/index.ts", "TypeScript");
  add (corpus, "packages/a/src/sub/one.ts", "TypeScript");
  add (corpus, "packages/b/main.ts", "TypeScript");
  imports (corpus, "@x/a");
  imports (corpus, "@x/a/sub/one");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "packages/b/main.ts", "packages/a/src/index.ts"), STRONG);
  ck_assert_int_eq (edge (corpus, "packages/b/main.ts", "packages/a/src/sub/one.ts"), STRONG);
}
END_TEST

START_TEST (a_name_with_a_number_sign_is_looked_up_in_the_own_package)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "package.json", "JSON");
  row (corpus, "imports.#db/*", "./src/db/*.js");
  add (corpus, "src/db/pool.js", "JavaScript");
  add (corpus, "src/main.js", "JavaScript");
  imports (corpus, "#db/pool");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/main.js", "src/db/pool.js"), STRONG);
}
END_TEST

START_TEST (an_import_of_types_alone_is_weak_whether_it_says_so_or_not)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.ts", "TypeScript");
  member (corpus, "Shape");
  imports (corpus, "./b");
  capture (corpus, ARD_CAPTURE_IMPORT, "./c", ARD_TRAIT_TYPE_ONLY);
  member (corpus, "Shape");
  member (corpus, "draw");
  imports (corpus, "./d");
  add (corpus, "b.ts", "TypeScript");
  capture (corpus, ARD_CAPTURE_DEFINITION, "Shape", ARD_TRAIT_TYPE_ONLY);
  add (corpus, "c.ts", "TypeScript");
  add (corpus, "d.ts", "TypeScript");
  capture (corpus, ARD_CAPTURE_DEFINITION, "Shape", ARD_TRAIT_TYPE_ONLY);
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.ts", "b.ts"), WEAK);
  ck_assert_int_eq (edge (corpus, "a.ts", "c.ts"), WEAK);
  ck_assert_int_eq (edge (corpus, "a.ts", "d.ts"), STRONG);
}
END_TEST

static const struct {
  const char *key, *value;
  Edge edge;
} keepers[] = {
  { "compilerOptions.strict", "true", WEAK },
  { "compilerOptions.verbatimModuleSyntax", "true", STRONG },
  { "compilerOptions.verbatimModuleSyntax", "false", WEAK },
  { "compilerOptions.importsNotUsedAsValues", "error", STRONG },
};

START_TEST (an_import_of_a_class_that_stands_in_types_only_is_weak_unless_the_compiler_keeps_it)
{
  for (guint i = 0; i < G_N_ELEMENTS (keepers); i++) {
    g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

    add (corpus, "src/a.ts", "TypeScript");
    capture (corpus, ARD_CAPTURE_IMPORT, "Shape", ARD_TRAIT_MEMBER | ARD_TRAIT_AS_TYPE);
    imports (corpus, "./b");
    capture (corpus, ARD_CAPTURE_IMPORT, "Shape", ARD_TRAIT_MEMBER | ARD_TRAIT_AS_TYPE);
    member (corpus, "draw");
    imports (corpus, "./c");
    add (corpus, "src/b.ts", "TypeScript");
    defines (corpus, "Shape");
    add (corpus, "src/c.ts", "TypeScript");
    add (corpus, "tsconfig.json", "JSON");
    row (corpus, keepers[i].key, keepers[i].value);
    resolve (corpus);
    ck_assert_int_eq (edge (corpus, "src/a.ts", "src/b.ts"), keepers[i].edge);
    ck_assert_int_eq (edge (corpus, "src/a.ts", "src/c.ts"), STRONG);
  }
}
END_TEST

START_TEST (a_type_and_a_value_of_one_name_are_not_gone_at_run_time)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.ts", "TypeScript");
  member (corpus, "Shape");
  imports (corpus, "./b");
  add (corpus, "b.ts", "TypeScript");
  capture (corpus, ARD_CAPTURE_DEFINITION, "Shape", ARD_TRAIT_TYPE_ONLY);
  defines (corpus, "Shape");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.ts", "b.ts"), STRONG);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_relative_path_takes_an_ending_or_an_index,
    the_ending_js_stands_for_what_it_is_built_from,
    typescript_looks_for_its_own_files_first_and_javascript_for_its_own,
    a_style_sheet_and_an_unknown_package_are_no_dependencies,
    paths_and_base_of_the_nearest_tsconfig_hold_also_when_they_are_inherited,
    a_package_of_the_workspace_is_found_by_its_name_and_what_it_exports,
    a_name_with_a_number_sign_is_looked_up_in_the_own_package,
    an_import_of_types_alone_is_weak_whether_it_says_so_or_not,
    an_import_of_a_class_that_stands_in_types_only_is_weak_unless_the_compiler_keeps_it,
    a_type_and_a_value_of_one_name_are_not_gone_at_run_time,
  };

  return run_tests ("script", tests, G_N_ELEMENTS (tests));
}
