#include "errors.h"

#define DROPPED ARD_TRAIT_DISCARDED

/* The value of the finding of one dropped call, nothing else known. */
static double
value (const char *language, const char *callee, guint32 traits)
{
  return value_in (&ard_analyzer_ignored_result, "a", language, "work", ARD_CAPTURE_CALL, callee, traits);
}

/* A repository with so many functions that its ways are known, and a file of that language at hand. */
static Facts
facts_of_many (const char *language)
{
  Facts facts = facts_new ();

  add_source (&facts, "a_many", language);
  for (guint i = 0; i < 150; i++)
    add_function (&facts, "some");
  add_source (&facts, "app/a", language);
  return facts;
}

/* Findings of one dropped call, the other dropped and taken so often, where ways are known. */
static double
among (const char *language, const char *callee, guint dropped, guint taken)
{
  Facts facts = facts_of_many (language);
  double n;

  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, DROPPED, ARD_NONE);
  add_source (&facts, "c", language);
  for (guint i = 0; i < taken; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, 0, ARD_NONE);
  for (guint i = 0; i < dropped; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, DROPPED, ARD_NONE);
  add_source (&facts, "tests/b", language)->flags |= ARD_FILE_TEST;
  for (guint i = 0; i < 9; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (what_the_repository_does_with_the_same_call_elsewhere_decides)
{
  ck_assert_double_eq (among ("C", "pthread_create", 0, 0), 1);
  ck_assert_double_eq (among ("C", "pthread_create", 0, 3), 1);
  ck_assert_double_eq (among ("C", "pthread_create", 2, 0), 3);
  ck_assert_double_eq (among ("C", "pthread_create", 3, 0), 2);
  ck_assert_double_eq (among ("C", "pthread_create", 3, 4), 4);
}
END_TEST

START_TEST (the_finding_says_how_many_other_places_look)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.c", "C");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "rename", DROPPED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "rename", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "rename", 0, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_ignored_result), 1);
  ck_assert_uint_eq (found (&facts, 0)->peers, 2);
  ck_assert_uint_eq (found (&facts, 0)->peers_looked, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (folders_and_scans_are_asked_for_where_more_is_known_than_the_call)
{
  ck_assert_double_eq (value ("C", "chdir", DROPPED), 1.5);
  ck_assert_double_eq (among ("C", "chdir", 0, 0), 0.5);
  ck_assert_double_eq (among ("Go", "os.Chdir", 0, 0), 0.5);
}
END_TEST

START_TEST (what_is_for_the_moment_or_asked_for_right_behind_is_a_question)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.php", "PHP");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "copy", DROPPED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "is_file", 0, ARD_NONE);
  ck_assert_double_eq (judged (&facts, &ard_analyzer_ignored_result), 0.5);
  facts_free (&facts);
  ck_assert_double_eq (value ("PHP", "file_put_contents", DROPPED), 1.5);
  ck_assert_double_eq (value ("PHP", "file_put_contents", DROPPED | ARD_TRAIT_PASSING), 0.5);
}
END_TEST

START_TEST (php_s_warnings_are_heard_where_a_handler_is_set)
{
  Facts facts = facts_new ();

  add_source (&facts, "a_boot.php", "PHP");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "\\set_error_handler", DROPPED, ARD_NONE);
  add_source (&facts, "b.php", "PHP");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "file_put_contents", DROPPED, ARD_NONE);
  ck_assert_double_eq (judged (&facts, &ard_analyzer_ignored_result), 0.5);
  facts_free (&facts);
}
END_TEST

/* Findings of a dropped call of a Go function of those traits, so often dropped and taken, where ways are known. */
static double
own_among (const char *function, guint32 traits, guint dropped, guint taken)
{
  Facts facts = facts_of_many ("Go");
  double n;

  add_function (&facts, function)->traits = ARD_FUNCTION_FALLIBLE | traits;
  for (guint i = 0; i < dropped; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, function, DROPPED, ARD_NONE);
  for (guint i = 0; i < taken; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, function, 0, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (a_go_function_that_returns_nil_in_any_case_loses_nothing)
{
  ck_assert_double_eq (own_among ("connect", 0, 1, 9), 0);
  ck_assert_double_eq (own_among ("connect", ARD_FUNCTION_FAILS, 1, 9), 1);
}
END_TEST

START_TEST (one_that_nobody_else_calls_must_change_something_where_ways_are_known)
{
  ck_assert_double_eq (own_among ("saveOrder", ARD_FUNCTION_FAILS, 1, 0), 1);
  ck_assert_double_eq (own_among ("connect", ARD_FUNCTION_FAILS, 1, 0), 0.5);
  ck_assert_double_eq (own_among ("connect", ARD_FUNCTION_FAILS, 1, 2), 1);
  ck_assert_double_eq (own_among ("connect", ARD_FUNCTION_FAILS, 2, 3), 1);
}
END_TEST

START_TEST (one_that_tells_of_its_errors_itself_is_a_question)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.go", "Go");
  add_function (&facts, "store")->traits = ARD_FUNCTION_FALLIBLE | ARD_FUNCTION_FAILS;
  add_handler (&facts, 0, "os.Create", "", ARD_TRAIT_THROWS | ARD_TRAIT_TELLS);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "store", DROPPED, ARD_NONE);
  ck_assert_double_eq (judged (&facts, &ard_analyzer_ignored_result), 0.5);
  facts_free (&facts);
}
END_TEST

/* A walk whose function, which begins on its line, has those traits. */
static double
walk (guint32 traits)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.go", "Go");
  ArdFunction *given = add_function (&facts, "");

  given->traits = ARD_FUNCTION_FALLIBLE | traits;
  given->start_line = 1;
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "filepath.Walk", DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (a_walk_loses_what_its_function_lets_out)
{
  ck_assert_double_eq (walk (0), 0);
  ck_assert_double_eq (walk (ARD_FUNCTION_FAILS), 1);
}
END_TEST

/* Findings of a file that imports the testing package. */
static double
helper_of_tests (void)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.go", "Go");
  add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, "testing", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "os.Rename", DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (go_s_helpers_of_tests_are_none)
{
  ck_assert_double_eq (helper_of_tests (), 0);
}
END_TEST

/* The finding of memory in a function of those traits, a macro of that name beside it. */
static double
memory_of (guint32 function, const char *macro)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.c", "C");
  add_function (&facts, "work")->traits = function;
  add_row (&facts, ARD_CAPTURE_ERREXIT, ARD_NONE, macro, 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "malloc", ARD_TRAIT_UNLOOKED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (memory_of_a_main_or_behind_a_macro_of_the_repository_is_asked_for)
{
  ck_assert_double_eq (memory_of (0, "strdup"), 1);
  ck_assert_double_eq (memory_of (ARD_FUNCTION_ENTRY, "strdup"), 0.5);
  ck_assert_double_eq (memory_of (0, "malloc"), 0.5);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    what_the_repository_does_with_the_same_call_elsewhere_decides,
    the_finding_says_how_many_other_places_look,
    folders_and_scans_are_asked_for_where_more_is_known_than_the_call,
    what_is_for_the_moment_or_asked_for_right_behind_is_a_question,
    php_s_warnings_are_heard_where_a_handler_is_set,
    a_go_function_that_returns_nil_in_any_case_loses_nothing,
    one_that_nobody_else_calls_must_change_something_where_ways_are_known,
    one_that_tells_of_its_errors_itself_is_a_question,
    a_walk_loses_what_its_function_lets_out,
    go_s_helpers_of_tests_are_none,
    memory_of_a_main_or_behind_a_macro_of_the_repository_is_asked_for,
  };

  return run_tests ("usage", tests, G_N_ELEMENTS (tests));
}
