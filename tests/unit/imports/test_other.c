#include "made.h"

START_TEST (rust_modules_are_files_beside_the_root_and_below_their_name)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "src/a.rs", "Rust");
  imports (corpus, "b");
  imports (corpus, "crate::c::Thing");
  imports (corpus, "super::c");
  add (corpus, "src/a/b.rs", "Rust");
  imports (corpus, "super::super::c::{Thing, other}");
  imports (corpus, "self::x");
  add (corpus, "src/c/mod.rs", "Rust");
  add (corpus, "src/lib.rs", "Rust");
  imports (corpus, "a");
  imports (corpus, "std::io");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/a.rs", "src/a/b.rs"), WEAK);
  ck_assert_int_eq (edge (corpus, "src/a.rs", "src/c/mod.rs"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/a/b.rs", "src/c/mod.rs"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/lib.rs", "src/a.rs"), WEAK);
}
END_TEST

START_TEST (a_crate_of_the_workspace_is_known_by_its_name)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/src/main.rs", "Rust");
  imports (corpus, "my_lib::x::Y");
  add (corpus, "lib/Cargo.toml", "TOML");
  row (corpus, "package.name", "my-lib");
  add (corpus, "lib/src/lib.rs", "Rust");
  add (corpus, "lib/src/x.rs", "Rust");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "app/src/main.rs", "lib/src/x.rs"), STRONG);
}
END_TEST

START_TEST (ruby_requires_beside_the_file_or_on_the_load_path_alone)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "lib/g/base.rb", "Ruby");
  add (corpus, "lib/g/helper.rb", "Ruby");
  add (corpus, "lib/g/json.rb", "Ruby");
  add (corpus, "lib/g/run.rb", "Ruby");
  capture (corpus, ARD_CAPTURE_IMPORT, "json", ARD_TRAIT_SYSTEM);
  capture (corpus, ARD_CAPTURE_IMPORT, "g/base", ARD_TRAIT_SYSTEM);
  imports (corpus, "helper");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "lib/g/run.rb", "lib/g/json.rb"), NONE);
  ck_assert_int_eq (edge (corpus, "lib/g/run.rb", "lib/g/base.rb"), STRONG);
  ck_assert_int_eq (edge (corpus, "lib/g/run.rb", "lib/g/helper.rb"), STRONG);
}
END_TEST

START_TEST (a_ruby_constant_that_one_file_defines_is_a_weak_dependency)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "app/a.rb", "Ruby");
  defines (corpus, "Shop::Cart");
  refers (corpus, "Item");
  refers (corpus, "Shop::Price");
  refers (corpus, "Twice");
  add (corpus, "app/b.rb", "Ruby");
  defines (corpus, "Shop::Item");
  defines (corpus, "Twice");
  add (corpus, "app/c.rb", "Ruby");
  defines (corpus, "Shop::Price");
  defines (corpus, "Twice");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "app/a.rb", "app/b.rb"), WEAK);
  ck_assert_int_eq (edge (corpus, "app/a.rb", "app/c.rb"), WEAK);
}
END_TEST

START_TEST (swift_types_of_one_module_are_seen_without_an_import)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "Sources/A/a.swift", "Swift");
  refers (corpus, "Node");
  refers (corpus, "Twice");
  add (corpus, "Sources/A/b.swift", "Swift");
  defines (corpus, "Node");
  defines (corpus, "Twice");
  add (corpus, "Sources/B/c.swift", "Swift");
  defines (corpus, "Twice");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "Sources/A/a.swift", "Sources/A/b.swift"), STRONG);
  ck_assert_int_eq (edge (corpus, "Sources/A/a.swift", "Sources/B/c.swift"), NONE);
}
END_TEST

START_TEST (a_shell_script_sources_from_where_it_stands_or_from_a_variable)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "bin/env.sh", "Bash");
  add (corpus, "bin/run", "Bash");
  imports (corpus, "$here/../lib/log.sh");
  imports (corpus, "./env.sh");
  imports (corpus, "/etc/profile");
  imports (corpus, "$lib/only.sh");
  add (corpus, "lib/log.sh", "Bash");
  add (corpus, "x/only.sh", "Bash");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "bin/run", "lib/log.sh"), STRONG);
  ck_assert_int_eq (edge (corpus, "bin/run", "bin/env.sh"), STRONG);
  ck_assert_int_eq (edge (corpus, "bin/run", "x/only.sh"), STRONG);
}
END_TEST

START_TEST (lua_names_are_paths_below_a_root_above_the_file)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "lua/pl/a.lua", "Lua");
  imports (corpus, "pl.b");
  imports (corpus, "socket");
  add (corpus, "lua/pl/b/init.lua", "Lua");
  add (corpus, "other/socket.lua", "Lua");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "lua/pl/a.lua", "lua/pl/b/init.lua"), STRONG);
  ck_assert_int_eq (edge (corpus, "lua/pl/a.lua", "other/socket.lua"), NONE);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    rust_modules_are_files_beside_the_root_and_below_their_name,
    a_crate_of_the_workspace_is_known_by_its_name,
    ruby_requires_beside_the_file_or_on_the_load_path_alone,
    a_ruby_constant_that_one_file_defines_is_a_weak_dependency,
    swift_types_of_one_module_are_seen_without_an_import,
    a_shell_script_sources_from_where_it_stands_or_from_a_variable,
    lua_names_are_paths_below_a_root_above_the_file,
  };

  return run_tests ("other", tests, G_N_ELEMENTS (tests));
}
