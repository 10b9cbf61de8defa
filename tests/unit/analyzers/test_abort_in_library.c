#include "coupled.h"
#include "errors.h"

/* One capture in a function of those traits, in a file of that path beside a file of another: the finding's value. */
static double
value_beside (const char *manifest, const char *path, const char *language, const char *function, guint32 traits,
              const char *text)
{
  Facts facts = facts_new ();
  double value;

  if (manifest)
    add_source (&facts, manifest, "Text");
  add_source (&facts, path, language);
  add_function (&facts, function)->traits = traits;
  add_row (&facts, ARD_CAPTURE_ABORT, 0, text, 0, ARD_NONE);
  value = run_one (&facts, &ard_analyzer_abort_in_library) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

/* A scalar of the last file, which is a configuration document. */
static void
add_document (Facts *facts, const char *key, const char *text)
{
  ArdCorpus *corpus = facts->corpus;
  guint32 file = corpus->files->len - 1;
  ArdCorpusDocumentRow row = { { key, text, ard_file (corpus, file)->n_settings + 1 }, file };

  if (!ard_file (corpus, file)->n_settings)
    ard_file (corpus, file)->first_setting = corpus->documents->len;
  ard_file (corpus, file)->n_settings++;
  g_array_append_val (corpus->documents, row);
}

static double
fallible (const char *path, const char *language, const char *function, const char *text)
{
  return value_beside (NULL, path, language, function, ARD_FUNCTION_FALLIBLE, text);
}

START_TEST (who_can_return_an_error_need_not_end_the_process)
{
  ck_assert_double_eq (fallible ("store.go", "Go", "Save", "log.Fatal(err)"), 1.5);
  ck_assert_double_eq (fallible ("store.go", "Go", "Save", "panic(err)"), 1);
  ck_assert_double_eq (fallible ("store.go", "Go", "Save", "panic(\"no name\")"), 0);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "file.sync_all().unwrap()"), 1);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "list.last().unwrap()"), 0);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "env::current_exe().unwrap().parent().unwrap()"), 0);
  ck_assert_double_eq (value_beside ("Dockerfile", "store.go", "Go", "Save", 0, "panic(err)"), 0);
  ck_assert_double_eq (value_beside ("Dockerfile", "src/store.rs", "Rust", "save", 0, "file.sync_all().unwrap()"), 0);
}
END_TEST

START_TEST (what_others_run_in_their_process_may_not_end_it)
{
  ck_assert_double_eq (value_beside ("a.gemspec", "lib/store.rb", "Ruby", "save", 0, "exit(1)"), 1.5);
  ck_assert_double_eq (value_beside ("setup.py", "store/save.py", "Python", "save", 0, "sys.exit(1)"), 1.5);
  ck_assert_double_eq (value_beside (NULL, "store/save.py", "Python", "save", 0, "sys.exit(1)"), 0.5);
  ck_assert_double_eq (value_beside (NULL, "src/store.rs", "Rust", "save", 0, "file.sync_all().unwrap()"), 1);
  ck_assert_double_eq (value_beside (NULL, "src/store.rs", "Rust", "save", 0, "text.parse().unwrap()"), 0.5);
  ck_assert_double_eq (value_beside (NULL, "src/store.rs", "Rust", "save", 0, "\"80\".parse().unwrap()"), 0);
  ck_assert_double_eq (
      value_beside ("Package.swift", "Sources/Store.swift", "Swift", "save", 0, "try! data.write(to: url)"), 1);
  ck_assert_double_eq (value_beside (NULL, "Store.java", "Java", "Store.save", 0, "System.exit(1)"), 1.5);
  ck_assert_double_eq (value_beside ("Dockerfile", "Store.java", "Java", "Store.save", 0, "System.exit(1)"), 0);
  ck_assert_double_eq (value_beside (NULL, "Store.php", "PHP", "save", 0, "exit(1)"), 0.5);
  ck_assert_double_eq (value_beside (NULL, "store.c", "C", "save", ARD_FUNCTION_FALLIBLE, "exit(1)"), 1.5);
  ck_assert_double_eq (value_beside (NULL, "store.c", "C", "save", 0, "exit(1)"), 0.5);
  ck_assert_double_eq (value_beside ("a.rockspec", "store.lua", "Lua", "save", 0, "os.exit(1)"), 0.5);
  ck_assert_double_eq (value_beside (NULL, "Store.php", "PHP", "save", 0, "exit"), 0); /* ends one request */
}
END_TEST

START_TEST (what_a_program_imports_is_its_own)
{
  for (guint imported = 0; imported < 2; imported++) {
    Facts facts = facts_new ();

    add_source (&facts, "report.py", "Python");
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "write_all", ARD_TRAIT_DISCARDED, ARD_NONE);
    add_source (&facts, "store.py", "Python");
    add_function (&facts, "save");
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "sys.exit(1)", 0, ARD_NONE);
    if (imported)
      add_dependency (&facts, 0, 1, FALSE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), !imported);
    facts_free (&facts);
  }
}
END_TEST

/* One end of a Go function that returns no error: behind a call, where an error is looked at or not. */
static double
met (const char *callee, const char *text, gboolean handled)
{
  Facts facts = facts_new ();
  double value;
  guint32 handler;

  add_source (&facts, "store.go", "Go");
  add_function (&facts, "Save");
  add_row (&facts, ARD_CAPTURE_CALL, 0, callee, 0, ARD_NONE);
  handler = add_handler (&facts, 0, callee, "", ARD_TRAIT_USES_ERROR);
  add_row (&facts, ARD_CAPTURE_ABORT, 0, text, 0, handled ? handler : ARD_NONE);
  value = run_one (&facts, &ard_analyzer_abort_in_library) ? found (&facts, facts.findings->len - 1)->value : 0;
  facts_free (&facts);
  return value;
}

START_TEST (who_cannot_return_an_error_ends_for_one_of_the_world)
{
  ck_assert_double_eq (met ("os.ReadFile", "panic(err)", TRUE), 1);
  ck_assert_double_eq (met ("os.ReadFile", "log.Fatal(err)", TRUE), 1.5);
  ck_assert_double_eq (met ("flags.SetAnnotation", "panic(err)", TRUE), 0);
  ck_assert_double_eq (met ("fmt.Fprintln", "os.Exit(1)", FALSE), 0);
}
END_TEST

START_TEST (a_package_says_itself_whether_it_is_given_away)
{
  static const char *const keys[] = { "main", "private", "bin" };
  static const gboolean given[] = { TRUE, FALSE, FALSE };

  for (guint i = 0; i < 3; i++) {
    Facts facts = facts_new ();

    add_source (&facts, "package.json", "JSON");
    add_document (&facts, "main", "index.js");
    add_document (&facts, keys[i], "true");
    add_source (&facts, "src/store.js", "JavaScript");
    add_function (&facts, "save");
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "process.exit(1)", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), given[i]);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (settings_of_python_s_tools_make_no_library)
{
  static const char *const keys[] = { "project.name", "build-system.requires", "tool.poetry.name", "tool.black.line" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    Facts facts = facts_new ();

    add_source (&facts, "pyproject.toml", "TOML");
    add_document (&facts, keys[i], "shop");
    add_source (&facts, "shop/store.py", "Python");
    add_function (&facts, "save");
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "sys.exit(1)", 0, ARD_NONE);
    ck_assert_double_eq (judged (&facts, &ard_analyzer_abort_in_library), i < 3 ? 1 : 0.5);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (code_that_is_not_written_yet_is_a_question)
{
  ck_assert_double_eq (value_beside (NULL, "src/store.rs", "Rust", "save", 0, "todo!()"), 0.5);
  ck_assert_double_eq (value_beside (NULL, "src/store.rs", "Rust", "save", 0, "unimplemented!()"), 0);
  ck_assert_double_eq (value_beside (NULL, "Store.kt", "Kotlin", "save", 0, "TODO(\"later\")"), 0.5);
}
END_TEST

START_TEST (a_regular_end_and_a_status_that_is_worked_out_are_none)
{
  ck_assert_double_eq (value_beside ("setup.py", "store/save.py", "Python", "save", 0, "sys.exit(0)"), 0);
  ck_assert_double_eq (value_beside ("setup.py", "store/save.py", "Python", "save", 0, "sys.exit(self.exit_code)"), 0);
  ck_assert_double_eq (value_beside ("setup.py", "store/save.py", "Python", "shutdown", 0, "sys.exit(1)"), 0);
}
END_TEST

START_TEST (a_program_may_end_itself)
{
  ck_assert_double_eq (value_beside ("setup.py", "store/cli.py", "Python", "run", 0, "sys.exit(1)"), 0);
  ck_assert_double_eq (fallible ("cmd/store/store.go", "Go", "Save", "log.Fatal(err)"), 0);
  ck_assert_double_eq (value_beside (NULL, "src/store.c", "C", "main", 0, "exit(1)"), 0);
}
END_TEST

START_TEST (a_child_that_could_not_become_another_program_ends_itself)
{
  for (guint child = 0; child < 2; child++) {
    Facts facts = facts_new ();

    add_source (&facts, "src/filter.c", "C");
    add_function (&facts, "run_filter");
    add_row (&facts, ARD_CAPTURE_CALL, 0, child ? "execvp" : "printf", 0, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "exit(1)", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), !child);
    facts_free (&facts);
  }
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
    add_function (&facts, "walk")->traits = ARD_FUNCTION_FALLIBLE;
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "File::open(path).unwrap()", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), !program);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (names_constants_and_comments_that_say_so_are_none)
{
  ck_assert_double_eq (fallible ("store.go", "Go", "MustSave", "panic(err)"), 0);
  ck_assert_double_eq (value_beside (NULL, "store.c", "C", "die", 0, "exit(1)"), 0);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "self.map.lock().unwrap()"), 0);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "Regex::new(\"a+\").unwrap()"), 0);
}
END_TEST

START_TEST (what_states_a_contract_is_none)
{
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "file.sync_all().expect(\"must be open\")"), 0);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "file.sync_all().expect(\"failed to save\")"), 1);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "file.sync_all().expect(\"we opened it\")"), 0);
  ck_assert_double_eq (fallible ("src/store.rs", "Rust", "save", "toml::to_string(&own).unwrap()"), 0);
  ck_assert_double_eq (fallible ("store.go", "Go", "Save", "panic(fmt.Sprintf(\"unreachable: %v\", err))"), 0);
  ck_assert_double_eq (value_beside ("Package.swift", "Sources/Store.swift", "Swift", "save", 0, "try! Regex(\"a+\")"),
                       0);
}
END_TEST

START_TEST (tests_and_examples_may_end_as_they_like)
{
  for (guint i = 0; i < 2; i++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.go", "Go")->flags = i ? ARD_FILE_TEST : ARD_FILE_EXAMPLE;
    add_function (&facts, "save")->traits = ARD_FUNCTION_FALLIBLE;
    add_row (&facts, ARD_CAPTURE_ABORT, 0, "os.Exit(1)", 0, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_abort_in_library), 0);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (an_unwrap_without_a_result_to_hand_it_on_in_is_asked_for_where_the_code_around_has_one)
{
  Facts facts = facts_new ();

  add_source (&facts, "src/store.rs", "Rust");
  add_function (&facts, "save");
  add_function (&facts, "load")->traits = ARD_FUNCTION_FALLIBLE;
  add_row (&facts, ARD_CAPTURE_ABORT, 0, "File::open(path).unwrap()", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_ABORT, 1, "File::open(path).unwrap()", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_ABORT, 1, "fields.metadata(id).unwrap()", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_ABORT, 1, "reqwest::multipart::Part::mime_str(\"a/b\").unwrap()", 0, ARD_NONE);
  ck_assert_double_eq (judged (&facts, &ard_analyzer_abort_in_library), 1.5);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    who_can_return_an_error_need_not_end_the_process,
    what_others_run_in_their_process_may_not_end_it,
    what_a_program_imports_is_its_own,
    who_cannot_return_an_error_ends_for_one_of_the_world,
    a_package_says_itself_whether_it_is_given_away,
    settings_of_python_s_tools_make_no_library,
    code_that_is_not_written_yet_is_a_question,
    a_regular_end_and_a_status_that_is_worked_out_are_none,
    a_program_may_end_itself,
    a_child_that_could_not_become_another_program_ends_itself,
    what_is_linked_with_a_main_is_the_program_s_own,
    a_crate_with_a_main_is_a_program,
    names_constants_and_comments_that_say_so_are_none,
    what_states_a_contract_is_none,
    tests_and_examples_may_end_as_they_like,
    an_unwrap_without_a_result_to_hand_it_on_in_is_asked_for_where_the_code_around_has_one,
  };

  return run_tests ("abort-in-library", tests, G_N_ELEMENTS (tests));
}
