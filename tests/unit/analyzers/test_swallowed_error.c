#include "errors.h"

#define SILENT ARD_TRAIT_SILENT

static double
value (const char *language, const char *callees, const char *types, guint32 traits)
{
  return value_of (&ard_analyzer_swallowed_error, language, callees, types, traits);
}

START_TEST (a_silent_handler_of_every_error_is_critical)
{
  ck_assert_double_eq (value ("Python", "save", "Exception", SILENT), 2);
  ck_assert_double_eq (value ("Python", "save", "", SILENT | ARD_TRAIT_CATCH_ALL), 2);
  ck_assert_double_eq (value ("Java", "save", "java.lang.Exception", SILENT), 2);
  ck_assert_double_eq (value ("C++", "save", "", SILENT | ARD_TRAIT_CATCH_ALL), 2);
  ck_assert_double_eq (value ("C++", "save", "std::exception", SILENT), 2);
  ck_assert_double_eq (value ("JavaScript", "save", "", SILENT), 2);
  ck_assert_double_eq (value ("PHP", "save", "\\Throwable", SILENT), 2);
}
END_TEST

START_TEST (a_silent_handler_of_one_type_is_a_finding_around_a_deed_or_where_it_was_forgotten)
{
  ck_assert_double_eq (value ("Python", ";save", "OSError", SILENT), 1);
  ck_assert_double_eq (value ("Python", "save", "OSError", SILENT), 0.5);
  ck_assert_double_eq (value ("Python", ";work", "OSError", SILENT), 0.5);
  ck_assert_double_eq (value ("Python", ";work", "OSError", SILENT | ARD_TRAIT_NAMED), 1);
  ck_assert_double_eq (value ("Java", ";work", "IOException", SILENT), 1);
  ck_assert_double_eq (value ("Java", ";save", "SQLException IllegalArgumentException", SILENT), 1);
}
END_TEST

START_TEST (a_condition_to_be_expected_may_be_ignored_around_a_few_calls)
{
  ck_assert_double_eq (value ("Python", "os.remove", "FileNotFoundError", SILENT), 0);
  ck_assert_double_eq (value ("Python", "queue.get_nowait", "queue.Empty", SILENT), 0);
  ck_assert_double_eq (value ("Python", "int", "ValueError TypeError", SILENT), 0);
  ck_assert_double_eq (value ("Java", "Thread.sleep", "InterruptedException", SILENT), 0);
  ck_assert_double_eq (value ("Java", "Integer.parseInt", "NumberFormatException", SILENT | ARD_TRAIT_CONSTANT), 0);
  ck_assert_double_eq (value ("Ruby", "File.delete", "Errno::ENOENT", SILENT), 0);
  ck_assert_double_eq (value ("Python", "a b c d ;e f", "KeyError", SILENT | ARD_TRAIT_NAMED), 1);
  ck_assert_double_eq (value ("Java", ";load", "InvalidKeyException", SILENT), 1);
  ck_assert_double_eq (value ("C#", "a b c d e f", "OperationCanceledException", SILENT), 0);
}
END_TEST

START_TEST (cleanup_may_fail_in_silence)
{
  ck_assert_double_eq (value ("Java", "in.close", "IOException", SILENT), 0);
  ck_assert_double_eq (value ("JavaScript", "fs.unlinkSync", "", SILENT), 0);
  ck_assert_double_eq (value ("Python", "self.socket.shutdown self.socket.close", "Exception", SILENT), 0);
  ck_assert_double_eq (value ("Python", "save load send close", "Exception", SILENT), 2);
}
END_TEST

/* The manual of PHP, “Using namespaces: fallback to global”: class names have no fallback. */
static guint
count_in_namespace (const char *imported, const char *types)
{
  Facts facts = facts_new ();
  guint n;

  add_source (&facts, "a.php", "PHP");
  add_row (&facts, ARD_CAPTURE_PACKAGE, ARD_NONE, "App\\Mail", 0, ARD_NONE);
  if (imported)
    add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, imported, 0, ARD_NONE);
  add_short_function (&facts, "work_hard");
  add_handler (&facts, 0, "save", types, SILENT);
  n = run_one (&facts, &ard_analyzer_swallowed_error);
  facts_free (&facts);
  return n;
}

START_TEST (a_class_that_a_namespace_does_not_have_catches_nothing)
{
  ck_assert_uint_eq (count_in_namespace (NULL, "Exception"), 0);
  ck_assert_uint_eq (count_in_namespace ("Exception", "Exception"), 1);
  ck_assert_uint_eq (count_in_namespace (NULL, "\\Exception"), 1);
}
END_TEST

START_TEST (a_second_failure_on_the_way_out_may_be_ignored)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.js", "JavaScript");

  guint32 outer = add_handler (&facts, ARD_NONE, "save", "", ARD_TRAIT_THROWS);
  guint32 block = add_row (&facts, ARD_CAPTURE_TRY, ARD_NONE, "report", 0, outer);

  add_row (&facts, ARD_CAPTURE_HANDLER, ARD_NONE, "", SILENT, block);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (the_author_s_word_documents_an_ignore)
{
  ck_assert_double_eq (value ("Java", "save", "Exception", SILENT | ARD_TRAIT_COMMENTED), 0);
  ck_assert_double_eq (value ("Java", "save", "IOException", SILENT | ARD_TRAIT_INTENDED), 0);
  ck_assert_double_eq (value ("Java", "save", "Exception", SILENT | ARD_TRAIT_INTENDED), 1);
  ck_assert_double_eq (value ("Java", ";save", "Exception", SILENT | ARD_TRAIT_EXPLAINED), 0.5);
}
END_TEST

START_TEST (a_marker_in_a_handler_that_tells_nobody_counts)
{
  ck_assert_double_eq (value ("Java", "save", "Exception", SILENT | ARD_TRAIT_MARKED), 2);
  ck_assert_double_eq (value ("Java", "save", "IOException", SILENT | ARD_TRAIT_MARKED), 1);
  ck_assert_double_eq (value ("Java", "parse", "NumberFormatException", SILENT | ARD_TRAIT_MARKED), 0.5);
  ck_assert_double_eq (value ("Go", "", "", ARD_TRAIT_LOGS | ARD_TRAIT_MARKED), 0);
  ck_assert_double_eq (value ("Java", "save", "IOException", ARD_TRAIT_THROWS | ARD_TRAIT_MARKED), 0);
}
END_TEST

START_TEST (a_returned_constant_tells_unless_it_claims_success)
{
  static const guint32 told = SILENT | ARD_TRAIT_CONSTANT;

  ck_assert_double_eq (value ("Java", "compute", "Exception", told), 0.5);
  ck_assert_double_eq (value ("Python", "compute", "Exception", told), 0.5);
  ck_assert_double_eq (value ("Python", "json.loads", "Exception", told), 0);
  ck_assert_double_eq (value ("JavaScript", "compute", "", told), 0);
  ck_assert_double_eq (value ("TypeScript", ";this.repo.compute", "", told), 0.5);
  ck_assert_double_eq (value ("Java", ";save", "Exception", told), 0.5);
  ck_assert_double_eq (value ("Java", ";save", "IOException", told), 0);
  ck_assert_double_eq (value ("Java", ";save", "Exception", told | ARD_TRAIT_CLAIMS), 1);
  ck_assert_double_eq (value ("Java", ";compute", "Exception", told | ARD_TRAIT_CLAIMS), 1);
  ck_assert_double_eq (value ("Java", "compute", "Exception", told | ARD_TRAIT_CLAIMS), 0.5);
  ck_assert_double_eq (value ("JavaScript", ";save", "", told | ARD_TRAIT_CALLBACK), 0.5);
  ck_assert_double_eq (value ("JavaScript", ";save", "", SILENT | ARD_TRAIT_CALLBACK), 1);
  ck_assert_double_eq (value ("JavaScript", "load draw", "", SILENT | ARD_TRAIT_CALLBACK), 0.5);
  /* Ruby: nil is what an empty handler gives */
  ck_assert_double_eq (value ("Ruby", "compute", "", told), 0.5);
  ck_assert_double_eq (value ("Ruby", "gateway.charge", "", told), 1);
}
END_TEST

START_TEST (a_question_may_be_answered_by_a_constant)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.java", "Java");
  add_short_function (&facts, "Door.isOpen");
  add_handler (&facts, 0, ";read", "Exception", SILENT | ARD_TRAIT_CONSTANT | ARD_TRAIT_CLAIMS);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 0);
  facts_free (&facts);
}
END_TEST

/* The value of a silent handler of Exception whose try has those traits. */
static double
value_of_try (const char *language, const char *callees, guint32 try_traits)
{
  Facts facts = facts_new ();
  double value;

  add_source (&facts, "a", language);
  add_short_function (&facts, "work_hard");
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "Exception", SILENT,
           add_row (&facts, ARD_CAPTURE_TRY, 0, callees, try_traits, ARD_NONE));
  value = run_one (&facts, &ard_analyzer_swallowed_error) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

/* Points of an empty handler of Java around such a call, in a file that so many others use; inside another try. */
static double
value_known (const char *callee, guint32 fan_in, gboolean inside)
{
  Facts facts = facts_new ();
  guint32 around, block;
  double value;

  add_source (&facts, "a", "Java")->fan_in = fan_in;
  add_short_function (&facts, "work_hard");
  around = add_row (&facts, ARD_CAPTURE_TRY, 0, "", 0, ARD_NONE);
  block = add_row (&facts, ARD_CAPTURE_TRY, 0, callee, 0, inside ? around : ARD_NONE);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "Exception", SILENT, block);
  value = run_one (&facts, &ard_analyzer_swallowed_error) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

START_TEST (where_the_code_around_is_known_a_finding_needs_a_deed_that_is_lost)
{
  ck_assert_double_eq (value_known (";work", 0, FALSE), 1);
  ck_assert_double_eq (value_known (";work", 1, FALSE), 0.5);
  ck_assert_double_eq (value_known (";db.insertRow", 1, FALSE), 2); /* changes something, and any error may end there */
  ck_assert_double_eq (value_known (";db.insertRow", 1, TRUE), 0.5); /* what comes of it may end in the try around */
}
END_TEST

/* Points of an empty handler around work in known code, beside so many of others that hand its error on, or drop it. */
static double
beside (guint told, guint silent)
{
  Facts facts = facts_new ();
  double value;

  add_source (&facts, "a", "Java")->fan_in = 1;
  add_short_function (&facts, "work_hard");
  add_handler (&facts, 0, ";store.work", "Exception", SILENT);
  for (guint i = 0; i < told + silent; i++)
    add_handler (&facts, 0, ";store.work", "Exception", i < told ? ARD_TRAIT_THROWS : SILENT);
  value = run_one (&facts, &ard_analyzer_swallowed_error) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

START_TEST (a_silent_handler_of_what_others_tell_of_is_a_finding)
{
  ck_assert_double_eq (beside (2, 0), 0.5);
  ck_assert_double_eq (beside (3, 0), 1);
  ck_assert_double_eq (beside (4, 1), 0.5);
  ck_assert_double_eq (beside (5, 1), 1);
}
END_TEST

START_TEST (where_most_files_use_each_other_one_that_stands_alone_is_known_too)
{
  for (guint joined = 0; joined < 3; joined++) {
    Facts facts = facts_new ();

    for (guint i = 0; i < joined; i++)
      add_source (&facts, i ? "b.java" : "a.java", "Java")->fan_in = 1;
    add_source (&facts, "z.java", "Java");
    add_short_function (&facts, "work_hard");
    add_handler (&facts, 0, ";work", "Exception", SILENT);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 1);
    ck_assert_double_eq (found (&facts, 0)->value, joined < 2 ? 1 : 0.5); /* half of two, two of three */
    facts_free (&facts);
  }
}
END_TEST

START_TEST (behind_a_handler_that_tells_the_rest_is_a_question)
{
  Facts facts = facts_new ();
  guint32 block;

  add_source (&facts, "a.cpp", "C++");
  add_short_function (&facts, "work_hard");
  block = add_row (&facts, ARD_CAPTURE_TRY, 0, ";work", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "std::exception", ARD_TRAIT_USES_ERROR, block);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "", SILENT | ARD_TRAIT_CATCH_ALL, block);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 0.5);
  facts_free (&facts);
}
END_TEST

START_TEST (what_stands_by_in_place_of_a_result_makes_a_question)
{
  ck_assert_double_eq (value_of_try ("Java", "table.size", ARD_TRAIT_RETURNS), 1);
  ck_assert_double_eq (value_of_try ("Java", "table.size", 0), 0.5);
  ck_assert_double_eq (value_of_try ("Java", "table.size", ARD_TRAIT_ANSWERED), 0.5);
  ck_assert_double_eq (value_of_try ("Java", "table.size", ARD_TRAIT_OTHER_WAY | ARD_TRAIT_RETURNS), 0.5);
  ck_assert_double_eq (value_of_try ("Java", "table.size ;table.fill", ARD_TRAIT_ANSWERED), 0.5);
  ck_assert_double_eq (value_of_try ("Java", ";table.save", ARD_TRAIT_OTHER_WAY | ARD_TRAIT_RETURNS), 0.5);
  ck_assert_double_eq (value_of_try ("Java", "", 0), 0.5);
}
END_TEST

START_TEST (what_is_used_without_its_value_is_a_finding_even_of_a_probe)
{
  ck_assert_double_eq (value_of_try ("Python", "json.loads", ARD_TRAIT_RELIED), 1);
  ck_assert_double_eq (value_of_try ("JavaScript", "JSON.parse", ARD_TRAIT_RELIED), 1);
  ck_assert_double_eq (value_of_try ("JavaScript", "JSON.parse", 0), 0.5);
}
END_TEST

START_TEST (a_function_that_says_it_tries_is_a_question)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.cs", "C#");
  add_short_function (&facts, "Folders.TryAdd");
  add_handler (&facts, 0, ";work", "", SILENT | ARD_TRAIT_CATCH_ALL);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 0.5);
  facts_free (&facts);
}
END_TEST

START_TEST (one_narrow_type_is_a_question_where_no_compiler_asks_for_a_handler)
{
  ck_assert_double_eq (value ("C#", "table.get", "IOException", SILENT), 0.5);
  ck_assert_double_eq (value ("C#", "table.size", "IOException", SILENT | ARD_TRAIT_NAMED), 0.5);
  ck_assert_double_eq (value ("C#", ";table.fill", "IOException", SILENT), 0.5);
  ck_assert_double_eq (value ("C#", ";table.fill", "IOException", SILENT | ARD_TRAIT_NAMED), 1);
  ck_assert_double_eq (value ("Java", "table.size", "IOException", SILENT), 0.5);
  ck_assert_double_eq (value ("Python", "open", "OSError", SILENT), 0.5);
  ck_assert_double_eq (value ("Python", ";fill", "OSError", SILENT | ARD_TRAIT_JUMPS), 0.5);
  ck_assert_double_eq (value ("Python", ";s.settimeout", "OSError", SILENT), 0.5);
  ck_assert_double_eq (value ("Python", ";fill", "KeyError", SILENT), 0.5);
  ck_assert_double_eq (value ("Python", "size", "KeyError", SILENT), 0);
}
END_TEST

/* One call of which nothing is known, and a handler that takes in everything, as each language writes it. */
START_TEST (nobody_may_drop_every_error_of_a_call_without_a_word)
{
  static const struct {
    const char *language, *callees, *types;
    guint32 traits;
  } rows[] = {
    { "Python", ";work", "Exception", 0 },
    { "Python", ";work", "", ARD_TRAIT_CATCH_ALL },
    { "Python", ";work", "Exception", ARD_TRAIT_IN_LOOP | ARD_TRAIT_JUMPS },
    { "Python", ";work", "ValueError", ARD_TRAIT_NAMED },
    { "Python", "open ;use", "Exception", 0 },
    { "Python", ";requests.get", "Exception", 0 },
    { "Java", ";work", "Exception", ARD_TRAIT_NAMED },
    { "Java", ";work", "IOException", ARD_TRAIT_NAMED },
    { "Java", ";work", "Exception", ARD_TRAIT_NAMED | ARD_TRAIT_JUMPS },
    { "C#", ";Work", "Exception", 0 },
    { "C#", ";Work", "", ARD_TRAIT_CATCH_ALL },
    { "C++", ";work", "std::exception", ARD_TRAIT_NAMED },
    { "C++", ";work", "", ARD_TRAIT_CATCH_ALL },
    { "Ruby", "", "", ARD_TRAIT_CATCH_ALL },
    { "Ruby", ";work", "StandardError", ARD_TRAIT_NAMED },
    { "JavaScript", ";work", "", ARD_TRAIT_NAMED },
    { "JavaScript", "work ;use", "", 0 },
    { "JavaScript", ";work", "", ARD_TRAIT_CALLBACK },
    { "TypeScript", ";this.repo.delete", "", ARD_TRAIT_NAMED },
    { "TypeScript", ";axios.get", "", ARD_TRAIT_NAMED },
    { "Kotlin", ";work", "Exception", ARD_TRAIT_NAMED },
    { "Scala", ";work", "Exception", ARD_TRAIT_NAMED },
    { "Swift", ";work", "", 0 },
    { "PHP", ";work", "Exception", ARD_TRAIT_NAMED },
    { "Rust", "work", "_", 0 },
    { "Go", "work", "", ARD_TRAIT_NAMED },
    { "Lua", "work", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (value (rows[i].language, rows[i].callees, rows[i].types, SILENT | rows[i].traits) == 1.0,
                   "row %u: %s %s %s", i, rows[i].language, rows[i].callees, rows[i].types);
}
END_TEST

/* The rows above in a function of 200 lines. */
START_TEST (in_a_long_function_only_a_deed_is_a_finding)
{
  for (guint deed = 0; deed < 2; deed++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.java", "Java");
    add_short_function (&facts, "work_hard")->end_line = 200;
    add_handler (&facts, 0, deed ? ";save" : ";work", "Exception", SILENT);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 1);
    ck_assert_double_eq (found (&facts, 0)->value, deed ? 2 : 0.5);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (a_loop_over_candidates_goes_on)
{
  ck_assert_double_eq (value ("Java", "table.size", "Exception", SILENT | ARD_TRAIT_JUMPS | ARD_TRAIT_IN_LOOP), 0.5);
  ck_assert_double_eq (value ("Java", ";table.fill", "Exception", SILENT | ARD_TRAIT_JUMPS | ARD_TRAIT_IN_LOOP), 1);
  ck_assert_double_eq (value ("Java", ";table.save", "Exception", SILENT | ARD_TRAIT_JUMPS), 2);
  ck_assert_double_eq (value ("Go", "f", "", SILENT | ARD_TRAIT_JUMPS), 0.5);
}
END_TEST

/* The value of a silent handler of Exception in a Java function of that name. */
static double
value_within (const char *function)
{
  Facts facts = facts_new ();
  double value;

  add_source (&facts, "a.java", "Java");
  add_short_function (&facts, function);
  add_handler (&facts, 0, ";work", "Exception", SILENT);
  value = run_one (&facts, &ard_analyzer_swallowed_error) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

START_TEST (whole_words_of_a_name_tell_what_a_function_is_for)
{
  ck_assert_double_eq (value_within ("Desk.writeLog"), 0.5);
  ck_assert_double_eq (value_within ("Desk.login"), 1);
  ck_assert_double_eq (value_within ("Desk.open_dialog"), 1);
  ck_assert_double_eq (value_within ("Desk.deleteUser"), 1);
  ck_assert_double_eq (value_within ("Desk.closeAll"), 0.5);
}
END_TEST

START_TEST (a_block_that_raises_itself_is_a_question)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.py", "Python");

  guint32 block = add_row (&facts, ARD_CAPTURE_TRY, ARD_NONE, "fill", 0, ARD_NONE);

  add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, "Exception()", ARD_TRAIT_NEW, block);
  add_row (&facts, ARD_CAPTURE_HANDLER, ARD_NONE, "OSError", SILENT, block);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 0.5);
  facts_free (&facts);
}
END_TEST

START_TEST (only_a_change_is_critical)
{
  ck_assert_double_eq (value ("Java", ";table.fill", "Exception", SILENT), 1);
  ck_assert_double_eq (value ("Java", ";table.save", "Exception", SILENT), 2);
}
END_TEST

START_TEST (a_loop_that_goes_to_the_next_thing_is_never_critical)
{
  ck_assert_double_eq (value ("Python", ";save", "Exception", SILENT | ARD_TRAIT_IN_LOOP), 1);
  ck_assert_double_eq (value ("Java", "rows.next", "Exception", SILENT | ARD_TRAIT_IN_LOOP), 0.5);
}
END_TEST

START_TEST (a_guard_says_what_is_ignored)
{
  ck_assert_double_eq (value ("C#", "save", "Exception", SILENT | ARD_TRAIT_GUARDED), 0);
  ck_assert_double_eq (value ("Rust", "save", "", SILENT | ARD_TRAIT_GUARDED), 0);
}
END_TEST

START_TEST (a_type_of_the_same_file_is_a_question)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.java", "Java");
  add_row (&facts, ARD_CAPTURE_DEFINITION, ARD_NONE, "shop.Walker.Pruned", 0, ARD_NONE);
  add_handler (&facts, ARD_NONE, ";walk", "Walker.Pruned", SILENT);
  add_handler (&facts, ARD_NONE, ";walk", "OtherException", SILENT);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 2);
  ck_assert_double_eq (found (&facts, 0)->value, 0.5);
  ck_assert_double_eq (found (&facts, 1)->value, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_type_that_its_own_block_throws_is_control_flow)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.py", "Python");

  guint32 block = add_row (&facts, ARD_CAPTURE_TRY, ARD_NONE, "walk", 0, ARD_NONE);

  ard_capture (facts.corpus, block)->facts.end_line = 3;
  add_row (&facts, ARD_CAPTURE_THROW, ARD_NONE, "Pruned()", ARD_TRAIT_NEW, block);
  add_row (&facts, ARD_CAPTURE_HANDLER, ARD_NONE, "Pruned", SILENT, block);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (go_drops_an_error_by_nil_only_where_the_function_returns_one)
{
  for (guint fallible = 0; fallible < 2; fallible++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.go", "Go");
    add_function (&facts, "load")->traits = fallible ? ARD_FUNCTION_FALLIBLE : 0;
    add_handler (&facts, 0, "os.ReadFile", "", SILENT | ARD_TRAIT_CONSTANT);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), fallible);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (what_hands_the_error_on_is_fine)
{
  ck_assert_double_eq (value ("Java", "save", "Exception", ARD_TRAIT_THROWS), 0);
  ck_assert_double_eq (value ("Java", "save", "Exception", ARD_TRAIT_USES_ERROR), 0);
  ck_assert_double_eq (value ("Java", "save", "Exception", ARD_TRAIT_LOGS), 0);
}
END_TEST

START_TEST (a_finding_points_at_the_handler_and_says_what_is_lost)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.py", "Python");
  add_short_function (&facts, "save");
  add_handler (&facts, 0, ";write", "Exception", SILENT);
  add_handler (&facts, 0, ";write", "OSError", SILENT);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 2);
  ck_assert_uint_eq (found (&facts, 0)->capture, 1);
  ck_assert_uint_eq (found (&facts, 0)->start_line, 2);
  ck_assert_uint_eq (found (&facts, 0)->function, 0);
  ck_assert_str_eq (found (&facts, 0)->reason, "swallowed-broad");
  ck_assert_str_eq (found (&facts, 0)->subject, "Exception");
  ck_assert_str_eq (found (&facts, 1)->reason, "swallowed-narrow");
  ck_assert_double_eq (found (&facts, 0)->quantity, 2);
  facts_free (&facts);
}
END_TEST

START_TEST (test_code_gets_none)
{
  Facts facts = facts_new ();

  add_source (&facts, "a_test.py", "Python")->flags = ARD_FILE_TEST;
  add_handler (&facts, ARD_NONE, "write", "Exception", SILENT);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_swallowed_error), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_silent_handler_of_every_error_is_critical,
    a_silent_handler_of_one_type_is_a_finding_around_a_deed_or_where_it_was_forgotten,
    a_condition_to_be_expected_may_be_ignored_around_a_few_calls,
    cleanup_may_fail_in_silence,
    a_class_that_a_namespace_does_not_have_catches_nothing,
    a_second_failure_on_the_way_out_may_be_ignored,
    the_author_s_word_documents_an_ignore,
    a_marker_in_a_handler_that_tells_nobody_counts,
    a_returned_constant_tells_unless_it_claims_success,
    a_question_may_be_answered_by_a_constant,
    what_is_used_without_its_value_is_a_finding_even_of_a_probe,
    a_function_that_says_it_tries_is_a_question,
    where_the_code_around_is_known_a_finding_needs_a_deed_that_is_lost,
    a_silent_handler_of_what_others_tell_of_is_a_finding,
    where_most_files_use_each_other_one_that_stands_alone_is_known_too,
    behind_a_handler_that_tells_the_rest_is_a_question,
    what_stands_by_in_place_of_a_result_makes_a_question,
    one_narrow_type_is_a_question_where_no_compiler_asks_for_a_handler,
    nobody_may_drop_every_error_of_a_call_without_a_word,
    in_a_long_function_only_a_deed_is_a_finding,
    a_loop_over_candidates_goes_on,
    whole_words_of_a_name_tell_what_a_function_is_for,
    a_block_that_raises_itself_is_a_question,
    only_a_change_is_critical,
    a_loop_that_goes_to_the_next_thing_is_never_critical,
    a_guard_says_what_is_ignored,
    a_type_of_the_same_file_is_a_question,
    a_type_that_its_own_block_throws_is_control_flow,
    go_drops_an_error_by_nil_only_where_the_function_returns_one,
    what_hands_the_error_on_is_fine,
    a_finding_points_at_the_handler_and_says_what_is_lost,
    test_code_gets_none,
  };

  return run_tests ("swallowed-error", tests, G_N_ELEMENTS (tests));
}
