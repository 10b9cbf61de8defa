#include "errors.h"

static double
value (const char *path, const char *language, const char *function, const char *text)
{
  return value_in (&ard_analyzer_abort_in_library, path, language, function, ARD_CAPTURE_ABORT, text, 0);
}

START_TEST (ending_the_process_in_a_library_is_a_finding)
{
  ck_assert_double_eq (value ("src/store.js", "JavaScript", "save", "process.exit(1)"), 1.5);
  ck_assert_double_eq (value ("store.go", "Go", "Save", "log.Fatal(err)"), 1.5);
  ck_assert_double_eq (value ("store.go", "Go", "Save", "panic(err)"), 1);
  ck_assert_double_eq (value ("store.go", "Go", "Save", "panic(\"no name\")"), 0);
  ck_assert_double_eq (value ("Store.swift", "Swift", "save", "try! data.write(to: url)"), 1);
  ck_assert_double_eq (value ("Store.swift", "Swift", "save", "fatalError(\"no name\")"), 0);
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "file.sync_all().unwrap()"), 1);
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "list.last().unwrap()"), 0);
  ck_assert_double_eq (value ("src/store.js", "JavaScript", "save", "process.exit(0)"), 0);
  ck_assert_double_eq (value ("Store.php", "PHP", "save", "exit(1)"), 0);
  ck_assert_double_eq (value ("Store.java", "Java", "Store.save", "System.exit(1)"), 1.5);
}
END_TEST

START_TEST (code_that_is_not_written_yet_is_critical)
{
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "todo!()"), 2);
  ck_assert_double_eq (value ("Store.kt", "Kotlin", "save", "TODO(\"later\")"), 2);
}
END_TEST

START_TEST (a_program_may_end_itself)
{
  ck_assert_double_eq (value ("bin/store.js", "JavaScript", "save", "process.exit(1)"), 0);
  ck_assert_double_eq (value ("src/cli.py", "Python", "run", "sys.exit(1)"), 0);
  ck_assert_double_eq (value ("src/store.c", "C", "main", "exit(1)"), 0);
}
END_TEST

START_TEST (what_is_linked_with_a_main_is_the_program_s_own)
{
  for (guint linked = 0; linked < 2; linked++) {
    Facts facts = facts_new ();

    add_source (&facts, "src/a.c", "C");
    add_function (&facts, linked ? "main" : "start");
    add_source (&facts, "src/net/b.c", "C");
    add_function (&facts, "send_all");
    add_row (&facts, ARD_CAPTURE_ABORT, 1, "exit(1)", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), !linked);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_crate_with_a_main_is_a_program)
{
  for (guint program = 0; program < 2; program++) {
    Facts facts = facts_new ();

    add_source (&facts, "src/lib.rs", "Rust");
    if (program)
      add_source (&facts, "src/main.rs", "Rust");
    add_source (&facts, "src/walk.rs", "Rust");
    add_function (&facts, "walk");
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "File::open(path).unwrap()", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), !program);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (names_and_constants_that_say_so_are_none)
{
  ck_assert_double_eq (value ("store.go", "Go", "MustSave", "panic(err)"), 0);
  ck_assert_double_eq (value ("store.c", "C", "die", "exit(1)"), 0);
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "self.map.lock().unwrap()"), 0);
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "Regex::new(\"a+\").unwrap()"), 0);
}
END_TEST

START_TEST (what_states_a_contract_is_none)
{
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "file.sync_all().expect(\"must be open\")"), 0);
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "file.sync_all().expect(\"failed to save\")"), 1);
  ck_assert_double_eq (value ("src/store.rs", "Rust", "save", "toml::to_string(&own).unwrap()"), 0);
  ck_assert_double_eq (value ("store.go", "Go", "Save", "panic(fmt.Sprintf(\"unreachable: %v\", err))"), 0);
  ck_assert_double_eq (value ("Store.swift", "Swift", "save", "try! Regex(\"a+\")"), 0);
}
END_TEST

START_TEST (tests_and_examples_may_end_as_they_like)
{
  for (guint i = 0; i < 2; i++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.js", "JavaScript")->flags = i ? ARD_FILE_TEST : ARD_FILE_EXAMPLE;
    add_function (&facts, "save");
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "process.exit(1)", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), 0);
    facts_free (&facts);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    ending_the_process_in_a_library_is_a_finding,
    code_that_is_not_written_yet_is_critical,
    a_program_may_end_itself,
    what_is_linked_with_a_main_is_the_program_s_own,
    a_crate_with_a_main_is_a_program,
    names_and_constants_that_say_so_are_none,
    what_states_a_contract_is_none,
    tests_and_examples_may_end_as_they_like,
  };

  return run_tests ("abort-in-library", tests, G_N_ELEMENTS (tests));
}
