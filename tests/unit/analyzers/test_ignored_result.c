#include "errors.h"

#define DROPPED ARD_TRAIT_DISCARDED
#define VOIDED ARD_TRAIT_VOIDED

static double
value (const char *language, const char *callee, guint32 traits)
{
  return value_in (&ard_analyzer_ignored_result, "a", language, "f", ARD_CAPTURE_CALL, callee, traits);
}

static double
words (const char *language, const char *text)
{
  return value_in (&ard_analyzer_ignored_result, "a", language, "f", ARD_CAPTURE_IGNORED, text, 0);
}

/* A file with an import and a dropped call: the value of the finding, 0 for none. */
static double
value_with (const char *language, const char *import, const char *callee)
{
  Facts facts = facts_new ();
  double result;

  add_source (&facts, "a", language);
  add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, import, 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, DROPPED, ARD_NONE);
  result = run_one (&facts, &ard_analyzer_ignored_result) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return result;
}

START_TEST (calls_of_the_tables_are_findings_when_their_value_is_dropped)
{
  ck_assert_double_eq (value ("C", "rename", DROPPED), 2);
  ck_assert_double_eq (value ("C", "setuid", DROPPED), 2);
  ck_assert_double_eq (value ("C", "write", DROPPED), 1.5);
  ck_assert_double_eq (value ("C++", "::write", DROPPED), 1.5);
  ck_assert_double_eq (value ("C++", "std::fwrite", DROPPED), 0);
  ck_assert_double_eq (value ("C", "MoveFileExW", DROPPED), 2);
  ck_assert_double_eq (value ("Go", "os.Rename", DROPPED), 2);
  ck_assert_double_eq (value ("Go", "json.NewDecoder(r.Body).Decode", DROPPED), 2);
  ck_assert_double_eq (value ("Python", "subprocess.call", DROPPED), 0);
  ck_assert_double_eq (value ("PHP", "rename", DROPPED), 2);
  ck_assert_double_eq (value ("Lua", "os.rename", DROPPED), 2);
  ck_assert_double_eq (value ("Lua", "pcall", DROPPED), 0);
}
END_TEST

START_TEST (a_value_that_is_taken_or_dropped_on_purpose_is_none)
{
  ck_assert_double_eq (value ("C", "rename", 0), 0);
  ck_assert_double_eq (value ("C", "rename", VOIDED), 0);
  ck_assert_double_eq (value ("C", "printf", DROPPED), 0);
  ck_assert_double_eq (value ("C", "close", DROPPED), 0);
  ck_assert_double_eq (value ("C", "ops->write", DROPPED), 0);
  ck_assert_double_eq (value ("C++", "file.write", DROPPED), 0);
  ck_assert_double_eq (value ("Go", "buf.Write", DROPPED), 0);
  ck_assert_double_eq (value ("Go", "f.Close", DROPPED), 0);
  ck_assert_double_eq (value ("Python", "rename", DROPPED), 0);
}
END_TEST

START_TEST (go_s_blank_counts_only_where_data_is_lost)
{
  ck_assert_double_eq (value ("Go", "os.WriteFile", VOIDED), 1);
  ck_assert_double_eq (value ("Go", "os.MkdirAll", VOIDED), 0);
}
END_TEST

START_TEST (a_method_that_many_types_have_needs_its_import)
{
  ck_assert_double_eq (value ("Java", "in.read", DROPPED), 0);
  ck_assert_double_eq (value_with ("Java", "java.io.File", "in.read"), 1);
  ck_assert_double_eq (value_with ("Java", "java.io.File", "path.read"), 0);
  ck_assert_double_eq (value_with ("Kotlin", "java.io.*", "file.delete"), 0);
  ck_assert_double_eq (value_with ("Go", "os", "f.WriteString"), 1.5);
  ck_assert_double_eq (value_with ("Go", "strings", "f.WriteString"), 0);
}
END_TEST

START_TEST (a_function_of_the_repository_stands_for_the_library_s_of_that_name)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.c", "C");
  add_function (&facts, "rename");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "rename", DROPPED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_ignored_result), 0);
  facts_free (&facts);
}
END_TEST

/* Findings of a dropped call of the repository's own function, beside so many calls that look. */
static guint
own (const char *language, const char *function, const char *callee, gboolean also_without, guint used)
{
  Facts facts = facts_new ();
  guint n;

  add_source (&facts, "a", language);
  add_function (&facts, function)->traits = ARD_FUNCTION_FALLIBLE;
  if (also_without)
    add_function (&facts, function);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, DROPPED, ARD_NONE);
  while (used--)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, 0, ARD_NONE);
  n = run_one (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (go_s_own_functions_that_return_an_error_are_findings_when_the_name_is_clear)
{
  ck_assert_uint_eq (own ("Go", "store", "store", FALSE, 0), 1);
  ck_assert_uint_eq (own ("Go", "Shop.Store", "shop.Store", TRUE, 0), 0);
  ck_assert_uint_eq (own ("Go", "Shop.StoreAll", "shop.StoreAll", FALSE, 0), 1);
  ck_assert_uint_eq (own ("Go", "Shop.Write", "w.Write", FALSE, 0), 0);
  ck_assert_uint_eq (own ("Go", "store", "other.store", FALSE, 0), 0);
  ck_assert_uint_eq (own ("Go", "Shop.Close", "shop.Close", FALSE, 0), 0);
}
END_TEST

START_TEST (elsewhere_most_callers_must_look_at_the_status)
{
  ck_assert_uint_eq (own ("C", "store", "store", FALSE, 0), 0);
  ck_assert_uint_eq (own ("C", "store", "store", FALSE, 3), 0);
  ck_assert_uint_eq (own ("C", "store", "store", FALSE, 4), 1);
}
END_TEST

START_TEST (errors_dropped_in_so_many_words_are_findings_unless_harmless)
{
  ck_assert_double_eq (value ("Rust", "fs::write", VOIDED), 1);
  ck_assert_double_eq (value ("Rust", "fs::write", DROPPED), 0);
  ck_assert_double_eq (value ("Rust", "map.insert", VOIDED), 0);
  ck_assert_double_eq (value ("Rust", "file.write_all", VOIDED), 1);
  ck_assert_double_eq (value ("Rust", "stdout.write_all", VOIDED), 0);
  ck_assert_double_eq (words ("Rust", "fs::copy(from, to).ok()"), 1);
  ck_assert_double_eq (words ("Rust", "tx.send(()).ok()"), 0);
  ck_assert_double_eq (words ("Ruby", "order.save! rescue nil"), 1);
  ck_assert_double_eq (words ("Ruby", "load(path) rescue nil"), 0);
  ck_assert_double_eq (words ("Ruby", "socket.close rescue nil"), 0);
  ck_assert_double_eq (words ("Swift", "try? data.write(to: url)"), 1);
  ck_assert_double_eq (words ("Swift", "try? Address(text)"), 0);
  ck_assert_double_eq (words ("Swift", "try? FileManager.default.removeItem(at: url)"), 0);
  ck_assert_double_eq (words ("Bash", "cp a b 2>/dev/null || true"), 0);
  ck_assert_double_eq (words ("Bash", "grep a b || true"), 0);
}
END_TEST

START_TEST (php_s_silence_operator_is_a_finding_only_when_nobody_looks_at_the_result)
{
  for (guint dropped = 0; dropped < 2; dropped++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.php", "PHP");
    add_capture (&facts, ARD_CAPTURE_CALL, ARD_NONE, 3);
    ard_capture (facts.corpus, 0)->facts.text = "fopen";
    ard_capture (facts.corpus, 0)->facts.traits = dropped ? DROPPED : 0;
    add_capture (&facts, ARD_CAPTURE_IGNORED, ARD_NONE, 3);
    ard_capture (facts.corpus, 1)->facts.text = "@fopen($path)";
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_ignored_result), dropped);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_failed_cd_counts_where_the_shell_goes_on)
{
  for (guint stops = 0; stops < 2; stops++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.sh", "Bash");
    if (stops)
      add_row (&facts, ARD_CAPTURE_ERREXIT, ARD_NONE, "set -e", 0, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "cd", DROPPED, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_ignored_result), !stops);
    facts_free (&facts);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    calls_of_the_tables_are_findings_when_their_value_is_dropped,
    a_value_that_is_taken_or_dropped_on_purpose_is_none,
    go_s_blank_counts_only_where_data_is_lost,
    a_method_that_many_types_have_needs_its_import,
    a_function_of_the_repository_stands_for_the_library_s_of_that_name,
    go_s_own_functions_that_return_an_error_are_findings_when_the_name_is_clear,
    elsewhere_most_callers_must_look_at_the_status,
    errors_dropped_in_so_many_words_are_findings_unless_harmless,
    php_s_silence_operator_is_a_finding_only_when_nobody_looks_at_the_result,
    a_failed_cd_counts_where_the_shell_goes_on,
  };

  return run_tests ("ignored-result", tests, G_N_ELEMENTS (tests));
}
