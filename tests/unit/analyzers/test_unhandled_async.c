#include "errors.h"

#define DROPPED ARD_TRAIT_DISCARDED

/* Three calls of it that are awaited. */
static void
add_awaited (Facts *facts, guint32 function, const char *callee)
{
  for (guint i = 0; i < 3; i++)
    add_row (facts, ARD_CAPTURE_CALL, function, callee, ARD_TRAIT_AWAITED, ARD_NONE);
}

/* Findings of a dropped call in g of an asynchronous f that awaits something, in or out of a try. */
static double
floating (const char *language, const char *name, const char *callee, guint32 traits, gboolean handled)
{
  Facts facts = facts_new ();
  guint32 block;
  double n;

  add_source (&facts, "a", language);
  add_function (&facts, name)->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, g_str_has_prefix (callee, "this.") ? "Shop.g" : "g")->traits = ARD_FUNCTION_ASYNC;
  block = add_row (&facts, ARD_CAPTURE_TRY, 0, "db.insert", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, handled ? block : ARD_NONE);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "", ARD_TRAIT_USES_ERROR, block);
  add_row (&facts, ARD_CAPTURE_CALL, 1, callee, traits, ARD_NONE);
  add_awaited (&facts, 1, callee);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (a_promise_of_ours_that_nobody_awaits_is_a_finding)
{
  ck_assert_double_eq (floating ("JavaScript", "save", "save", DROPPED, FALSE), 1);
  ck_assert_double_eq (floating ("TypeScript", "Shop.save", "this.save", DROPPED, FALSE), 1);
  ck_assert_double_eq (floating ("TypeScript", "Shop.saveOrder", "shop.saveOrder", DROPPED, FALSE), 1);
  ck_assert_double_eq (floating ("TypeScript", "Shop.save", "shop.save", DROPPED, FALSE), 0);
  ck_assert_double_eq (floating ("JavaScript", "Shop.toggle", "toggle", DROPPED, FALSE), 0);
  ck_assert_double_eq (floating ("JavaScript", "Shop.toggle", "cls.toggle", DROPPED, FALSE), 0);
  ck_assert_double_eq (floating ("C#", "Shop.SaveAsync", "SaveAsync().ConfigureAwait", DROPPED, FALSE), 1);
}
END_TEST

START_TEST (what_is_awaited_voided_or_taken_is_none)
{
  ck_assert_double_eq (floating ("JavaScript", "save", "save", DROPPED | ARD_TRAIT_AWAITED, FALSE), 0);
  ck_assert_double_eq (floating ("JavaScript", "save", "save", DROPPED | ARD_TRAIT_VOIDED, FALSE), 0);
  ck_assert_double_eq (floating ("JavaScript", "save", "save", 0, FALSE), 0);
}
END_TEST

START_TEST (a_function_that_handles_all_it_awaits_may_be_left_alone)
{
  ck_assert_double_eq (floating ("JavaScript", "save", "save", DROPPED, TRUE), 0.5);
}
END_TEST

START_TEST (a_coroutine_that_is_only_called_never_runs_whatever_it_handles)
{
  ck_assert_double_eq (floating ("Python", "save", "save", DROPPED, TRUE), 1);
  ck_assert_double_eq (
      value_in (&ard_analyzer_unhandled_async, "a", "Python", "f", ARD_CAPTURE_CALL, "asyncio.sleep", DROPPED), 2);
}
END_TEST

/* Findings of a dropped call of save in g of z.js; what an asynchronous save of the same name is elsewhere. */
static double
named (const char *mine, const char *other_path, const char *other, guint32 other_traits, const char *import,
       const char *callee)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, other_path, "JavaScript");
  add_function (&facts, other)->traits = other_traits;
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
  add_source (&facts, "src/z.js", "JavaScript");
  add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, import, 0, ARD_NONE);
  add_function (&facts, "Shop.g")->traits = ARD_FUNCTION_ASYNC;
  if (mine) {
    add_function (&facts, mine)->traits = ARD_FUNCTION_ASYNC;
    ard_function (facts.corpus, 2)->facts.parent = 1;
    add_row (&facts, ARD_CAPTURE_CALL, 2, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
  }
  add_row (&facts, ARD_CAPTURE_CALL, 1, callee, DROPPED, ARD_NONE);
  add_awaited (&facts, 1, callee);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (a_bare_name_is_the_nearest_function_whatever_others_bear_it)
{
  ck_assert_double_eq (named ("Shop.g.save", "src/b.js", "save", 0, "", "save"), 1);
  ck_assert_double_eq (named (NULL, "src/b.js", "Shop.save", ARD_FUNCTION_ASYNC, "", "save"), 0);
  ck_assert_double_eq (named (NULL, "src/b.js", "exports.save", ARD_FUNCTION_ASYNC, "save", "save"), 1);
  ck_assert_double_eq (named (NULL, "src/b.js", "exports.save", ARD_FUNCTION_ASYNC, "load", "save"), 0);
  ck_assert_double_eq (named (NULL, "src/b.js", "exports.save", 0, "save", "save"), 0);
}
END_TEST

START_TEST (the_object_at_hand_has_the_methods_of_its_class)
{
  ck_assert_double_eq (named ("Shop.save", "src/b.js", "Cart.save", 0, "", "this.save"), 1);
  ck_assert_double_eq (named (NULL, "src/b.js", "Cart.save", ARD_FUNCTION_ASYNC, "", "this.save"), 0);
  ck_assert_double_eq (named (NULL, "src/b.js", "Cart.saveAll", ARD_FUNCTION_ASYNC, "", "this.saveAll"), 1);
  ck_assert_double_eq (named (NULL, "src/b.js", "Cart.onReady", ARD_FUNCTION_ASYNC, "", "this.onReady"), 0);
}
END_TEST

START_TEST (an_instance_is_told_by_its_name_and_a_method_s_of_several_words)
{
  ck_assert_double_eq (named (NULL, "src/b.js", "OrderStore.saveAll", ARD_FUNCTION_ASYNC, "", "orderStore.saveAll"), 1);
  ck_assert_double_eq (named (NULL, "src/b.js", "OrderStore.saveAll", ARD_FUNCTION_ASYNC, "", "other.saveAll"), 0.5);
  ck_assert_double_eq (named (NULL, "src/b.js", "OrderStore.save", ARD_FUNCTION_ASYNC, "", "orderStore.save"), 0);
}
END_TEST

/* Findings of so many dropped calls of save in one function beside so many awaited; watched: somebody is told of what
 * nobody handles. */
static double
habit_in (guint32 caller, guint dropped, guint awaited, const char *callee, gboolean watched)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.js", "JavaScript");
  add_function (&facts, "save")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "g")->traits = caller;
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
  if (watched)
    add_row (&facts, ARD_CAPTURE_ERREXIT, ARD_NONE, "'unhandledRejection'", 0, ARD_NONE);
  while (dropped--)
    add_row (&facts, ARD_CAPTURE_CALL, 1, callee, DROPPED, ARD_NONE);
  while (awaited--)
    add_row (&facts, ARD_CAPTURE_CALL, 1, callee, ARD_TRAIT_AWAITED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

static double
habit (guint dropped, guint awaited, const char *callee)
{
  return habit_in (ARD_FUNCTION_ASYNC, dropped, awaited, callee, FALSE);
}

static double
watched_habit (guint dropped, guint awaited)
{
  return habit_in (ARD_FUNCTION_ASYNC, dropped, awaited, "save", TRUE);
}

START_TEST (where_somebody_is_told_what_most_others_await_was_forgotten)
{
  ck_assert_double_eq (habit (1, 0, "save"), 1);
  ck_assert_double_eq (watched_habit (1, 0), 0.5);
  ck_assert_double_eq (watched_habit (1, 2), 0.5);
  ck_assert_double_eq (watched_habit (1, 3), 1);
  ck_assert_double_eq (watched_habit (2, 4), 1);
  ck_assert_double_eq (watched_habit (2, 5), 2);
}
END_TEST

START_TEST (a_function_that_cannot_await_loses_what_can_fail_too)
{
  ck_assert_double_eq (habit_in (0, 1, 0, "save", FALSE), 1);
  ck_assert_double_eq (habit_in (0, 1, 0, "save", TRUE), 0.5);
  ck_assert_double_eq (habit_in (0, 1, 9, "table.addColumn", FALSE), 0); /* may be anything */
  ck_assert_double_eq (habit_in (0, 1, 0, "axios.post", FALSE), 1);
  ck_assert_double_eq (habit_in (0, 1, 0, "fsp.writeFile", FALSE), 1);
}
END_TEST

START_TEST (a_chain_without_a_catch_loses_what_its_first_call_fails_with)
{
  ck_assert_double_eq (habit (1, 0, "save().then"), 1);
  ck_assert_double_eq (habit (1, 0, "fetch().then().then"), 1);
  ck_assert_double_eq (habit (1, 0, "save().then().finally"), 1);
  ck_assert_double_eq (habit (1, 0, "save().then().catch"), 0);
  ck_assert_double_eq (habit (1, 0, "save().catch().then"), 0);
  ck_assert_double_eq (habit (1, 0, "sleep().then"), 0);
  ck_assert_double_eq (habit (1, 0, "app.whenReady().then"), 0);
}
END_TEST

/* Findings of a dropped call of f, which awaits so and is told of what g awaits. */
static double
behind (const char *awaited, guint32 traits)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.js", "JavaScript");
  add_function (&facts, "f")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "g")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "h");
  add_row (&facts, ARD_CAPTURE_CALL, 0, awaited, traits, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 1, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 2, "f", DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (what_gets_out_of_one_function_gets_out_of_its_callers)
{
  ck_assert_double_eq (behind ("g", ARD_TRAIT_AWAITED), 1);
  ck_assert_double_eq (behind ("g", ARD_TRAIT_RETURNS), 1);
  ck_assert_double_eq (behind ("db.insert().catch", ARD_TRAIT_AWAITED), 0);
  ck_assert_double_eq (behind ("sleep", ARD_TRAIT_AWAITED), 0);
  ck_assert_double_eq (behind ("f", ARD_TRAIT_AWAITED), 0); /* itself alone */
}
END_TEST

/* Findings of an asynchronous function of that text that is given away; handled: it tries all that it awaits. */
static double
given (const char *text, gboolean handled)
{
  Facts facts = facts_new ();
  guint32 block;
  double n;

  add_source (&facts, "a.js", "JavaScript");
  add_function (&facts, "")->traits = ARD_FUNCTION_ASYNC;
  add_row (&facts, ARD_CAPTURE_ASYNC, 0, text, 0, ARD_NONE);
  block = add_row (&facts, ARD_CAPTURE_TRY, 0, "db.insert", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, handled ? block : ARD_NONE);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "", ARD_TRAIT_USES_ERROR, block);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (an_asynchronous_function_may_be_given_to_what_waits_for_none_when_it_handles_all)
{
  ck_assert_double_eq (given ("async (x) => { await db.insert (x); }", FALSE), 1);
  ck_assert_double_eq (given ("async (x) => { await db.insert (x); }", TRUE), 0);
}
END_TEST

START_TEST (where_somebody_is_told_a_handler_around_it_waits_for_an_error_that_passes_it_by)
{
  for (guint inside = 0; inside < 2; inside++) {
    Facts facts = facts_new ();
    guint32 block;

    add_source (&facts, "a.js", "JavaScript");
    add_function (&facts, "save")->traits = ARD_FUNCTION_ASYNC;
    add_function (&facts, "g")->traits = ARD_FUNCTION_ASYNC;
    add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "http.interceptors.response.use", DROPPED, ARD_NONE);
    block = add_row (&facts, ARD_CAPTURE_TRY, 1, "save", 0, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_CALL, 1, "save", DROPPED, inside ? block : ARD_NONE);
    add_row (&facts, ARD_CAPTURE_HANDLER, 1, "", ARD_TRAIT_USES_ERROR, block);
    ck_assert_double_eq (judged (&facts, &ard_analyzer_unhandled_async), inside ? 1 : 0.5);
    facts_free (&facts);
  }
}
END_TEST

/* Points of a call of load, which keeps nothing, in a try of known code whose handler has these traits. */
static double
tried (guint32 traits)
{
  Facts facts = facts_new ();
  guint32 block;
  double points;

  add_source (&facts, "a.js", "JavaScript")->fan_in = 1;
  add_function (&facts, "load")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "g")->traits = ARD_FUNCTION_ASYNC;
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.find", ARD_TRAIT_AWAITED, ARD_NONE);
  block = add_row (&facts, ARD_CAPTURE_TRY, 1, "load", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 1, "load", DROPPED, block);
  add_row (&facts, ARD_CAPTURE_HANDLER, 1, "", traits, block);
  points = run_one (&facts, &ard_analyzer_unhandled_async) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return points;
}

START_TEST (a_handler_that_does_nothing_is_not_missed)
{
  ck_assert_double_eq (tried (ARD_TRAIT_USES_ERROR), 1);
  ck_assert_double_eq (tried (ARD_TRAIT_SILENT), 0.5);
}
END_TEST

START_TEST (what_nearly_all_callers_await_is_a_promise_whosever_it_is)
{
  ck_assert_double_eq (habit (1, 5, "table.addColumn"), 1);
  ck_assert_double_eq (habit (1, 4, "table.addColumn"), 0.5);
  ck_assert_double_eq (habit (2, 9, "table.addColumn"), 1);
  ck_assert_double_eq (habit (1, 5, "response.json"), 0);
}
END_TEST

START_TEST (a_comment_may_say_that_it_is_left_alone)
{
  ck_assert_double_eq (floating ("JavaScript", "save", "save", DROPPED | ARD_TRAIT_COMMENTED, FALSE), 0);
}
END_TEST

/* Findings of a coroutine of those traits that is given to another thread's loop on the same line. */
static double
handed_over (guint32 traits)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.py", "Python");
  add_function (&facts, "work")->traits = ARD_FUNCTION_ASYNC | traits;
  add_function (&facts, "g");
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
  add_capture (&facts, ARD_CAPTURE_CALL, 1, 9);
  add_capture (&facts, ARD_CAPTURE_CALL, 1, 9);
  ard_capture (facts.corpus, 1)->facts.text = "asyncio.run_coroutine_threadsafe";
  ard_capture (facts.corpus, 1)->facts.traits = DROPPED;
  ard_capture (facts.corpus, 2)->facts.text = "work";
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (a_decorated_coroutine_may_be_looked_after)
{
  ck_assert_double_eq (handed_over (0), 1);
  ck_assert_double_eq (handed_over (ARD_FUNCTION_FIXED), 0);
}
END_TEST

/* Findings of a chain in a function of that name behind another chain of f, and a call between them. */
static double
nested (const char *name, const char *outer, const char *between)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.js", "JavaScript");
  add_function (&facts, "f");
  add_function (&facts, name);
  ard_function (facts.corpus, 1)->facts.parent = 0;
  add_row (&facts, ARD_CAPTURE_CALL, 0, outer, DROPPED, ARD_NONE);
  if (between)
    add_row (&facts, ARD_CAPTURE_CALL, 0, between, DROPPED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 1, "response.text().then", DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (a_chain_in_the_callback_of_a_chain_is_told_with_it)
{
  ck_assert_double_eq (nested ("", "load().then", NULL), 0.5);
  ck_assert_double_eq (nested ("", "load().then().catch", NULL), 0.5);
  ck_assert_double_eq (nested ("", "load().then", "button.addEventListener"), 1);
  ck_assert_double_eq (nested ("show", "load().then", NULL), 1);
}
END_TEST

/* Findings in Java of push (), which hands on send () of its file; send is a chain of that text. */
static double
handed_on (const char *chain)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "A.java", "Java");
  add_function (&facts, "Push.sendOrder")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "Push.sendNow")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "Push.run");
  add_row (&facts, ARD_CAPTURE_CALL, 0, "sendNow", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 1, chain, 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 2, "push.sendOrder", DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_unhandled_async);
  facts_free (&facts);
  return n;
}

START_TEST (a_future_of_a_neighbour_that_takes_its_errors_loses_none)
{
  ck_assert_double_eq (handed_on ("sender.send().whenComplete"), 0);
  ck_assert_double_eq (handed_on ("sender.send().thenApply"), 0.5);
}
END_TEST

START_TEST (a_script_s_last_word_may_float)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.js", "JavaScript");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "fetch", DROPPED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unhandled_async), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (what_the_text_alone_shows_is_a_finding)
{
  ck_assert_double_eq (
      value_in (&ard_analyzer_unhandled_async, "a", "C#", "f", ARD_CAPTURE_ASYNC, "async void Save()", 0), 1);
  ck_assert_double_eq (value_in (&ard_analyzer_unhandled_async, "a", "C#", "Form.btn_Click", ARD_CAPTURE_ASYNC,
                                 "async void btn_Click(int i)", 0),
                       0);
}
END_TEST

START_TEST (a_task_that_drops_its_errors_in_so_many_words_is_none)
{
  ck_assert_double_eq (
      value_in (&ard_analyzer_unhandled_async, "a", "Swift", "f", ARD_CAPTURE_ASYNC, "Task { try? await save() }", 0),
      0);
  ck_assert_double_eq (
      value_in (&ard_analyzer_unhandled_async, "a", "Swift", "f", ARD_CAPTURE_ASYNC, "Task { try await save() }", 0),
      1);
}
END_TEST

/* Points of such a launch in Kotlin, in a file that another one uses or in one of its own. */
static double
launched (const char *text, guint32 fan_in)
{
  Facts facts = facts_new ();
  double points;

  add_source (&facts, "A.kt", "Kotlin")->fan_in = fan_in;
  add_function (&facts, "f");
  add_row (&facts, ARD_CAPTURE_ASYNC, 0, text, 0, ARD_NONE);
  points = run_one (&facts, &ard_analyzer_unhandled_async) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return points;
}

START_TEST (a_coroutine_of_no_scope_is_a_finding_where_it_keeps_something_or_nothing_else_is_known)
{
  ck_assert_double_eq (launched ("GlobalScope.launch { load() }", 0), 1);
  ck_assert_double_eq (launched ("GlobalScope.launch { load() }", 1), 0.5);
  ck_assert_double_eq (launched ("GlobalScope.launch { body.writeTo(channel) }", 1), 1);
  ck_assert_double_eq (launched ("GlobalScope.launch(Dispatchers.IO) { store.saveAll() }", 1), 1);
  ck_assert_double_eq (launched ("GlobalScope.launch(callContext) { store.saveAll() }", 1), 0);
}
END_TEST

/* Points of that call in an asynchronous function, in a file that another one uses; f and g are ours, of which g keeps
 * something, and f tells of its errors itself or not. */
static double
known (const char *callee, guint32 traits, gboolean tells)
{
  Facts facts = facts_new ();
  guint32 block;
  double points;

  add_source (&facts, "a.js", "JavaScript")->fan_in = 1;
  add_function (&facts, "load")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "finish")->traits = ARD_FUNCTION_ASYNC;
  add_function (&facts, "h");
  block = add_row (&facts, ARD_CAPTURE_TRY, 0, "db.find", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.find", ARD_TRAIT_AWAITED, tells ? block : ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "db.all", ARD_TRAIT_AWAITED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_HANDLER, 0, "", ARD_TRAIT_TELLS, block);
  add_row (&facts, ARD_CAPTURE_CALL, 1, "db.insertRow", ARD_TRAIT_AWAITED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 2, callee, DROPPED | traits, ARD_NONE);
  points = run_one (&facts, &ard_analyzer_unhandled_async) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return points;
}

START_TEST (where_the_code_around_is_known_a_finding_needs_what_is_lost)
{
  ck_assert_double_eq (known ("load", 0, FALSE), 0.5);
  ck_assert_double_eq (known ("finish", 0, FALSE), 1); /* keeps something */
  ck_assert_double_eq (known ("load().then", 0, FALSE), 0.5);
  ck_assert_double_eq (known ("load().then", ARD_TRAIT_HALF, FALSE), 1);
  ck_assert_double_eq (known ("load().then", ARD_TRAIT_HALF, TRUE), 0.5); /* tells of some errors itself */
  ck_assert_double_eq (known ("fetch().then", 0, FALSE), 0.5);
  ck_assert_double_eq (known ("fetch().then", ARD_TRAIT_WRITES, FALSE), 1);
  ck_assert_double_eq (known ("axios.get().then", 0, FALSE), 0.5);
  ck_assert_double_eq (known ("axios.delete", 0, FALSE), 1);
  ck_assert_double_eq (known ("fsp.writeFile", 0, FALSE), 2);
}
END_TEST

START_TEST (the_reason_says_what_is_lost)
{
  static const struct {
    guint32 traits;
    const char *reason;
  } rows[] = { { 0, "async-promise" }, { ARD_TRAIT_HALF, "async-half" }, { ARD_TRAIT_WRITES, "async-request" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.js", "JavaScript");
    add_function (&facts, "f");
    add_row (&facts, ARD_CAPTURE_CALL, 0, "fetch().then", DROPPED | rows[i].traits, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unhandled_async), 1);
    ck_assert_str_eq (found (&facts, 0)->reason, rows[i].reason);
    facts_free (&facts);
  }
}
END_TEST

/* Points of a chain without a catch beside so many of the same beginning that have one. */
static double
beside_caught (const char *root, guint caught)
{
  g_autofree char *chain = g_strconcat (root, "().then", NULL), *told = g_strconcat (root, "().then().catch", NULL);
  Facts facts = facts_new ();
  double points;

  add_source (&facts, "a.js", "JavaScript")->fan_in = 1;
  add_function (&facts, "f");
  add_row (&facts, ARD_CAPTURE_CALL, 0, chain, DROPPED, ARD_NONE);
  while (caught--)
    add_row (&facts, ARD_CAPTURE_CALL, 0, told, DROPPED, ARD_NONE);
  points = run_one (&facts, &ard_analyzer_unhandled_async) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return points;
}

START_TEST (a_chain_without_the_catch_that_most_have_is_a_finding)
{
  ck_assert_double_eq (beside_caught ("axios.get", 2), 0.5);
  ck_assert_double_eq (beside_caught ("axios.get", 3), 1);
  ck_assert_double_eq (beside_caught ("Promise.all", 9), 0.5); /* of other work each time */
}
END_TEST

START_TEST (a_function_that_is_given_away_and_returns_a_value_is_waited_for)
{
  ck_assert_double_eq (given ("async (x) => { await db.insert (x); return true; }", FALSE), 0.5);
  ck_assert_double_eq (given ("async (x) => { if (!x) return; await db.insert (x); }", FALSE), 1);
}
END_TEST

START_TEST (a_test_that_does_not_await_is_shown_and_never_gates)
{
  Facts facts = facts_new ();

  add_source (&facts, "test_a.py", "Python")->flags = ARD_FILE_TEST;
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "asyncio.sleep", DROPPED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unhandled_async), 1);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_ATTENTION);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_promise_of_ours_that_nobody_awaits_is_a_finding,
    what_is_awaited_voided_or_taken_is_none,
    a_function_that_handles_all_it_awaits_may_be_left_alone,
    a_coroutine_that_is_only_called_never_runs_whatever_it_handles,
    a_bare_name_is_the_nearest_function_whatever_others_bear_it,
    the_object_at_hand_has_the_methods_of_its_class,
    an_instance_is_told_by_its_name_and_a_method_s_of_several_words,
    where_somebody_is_told_what_most_others_await_was_forgotten,
    a_function_that_cannot_await_loses_what_can_fail_too,
    a_chain_without_a_catch_loses_what_its_first_call_fails_with,
    what_gets_out_of_one_function_gets_out_of_its_callers,
    an_asynchronous_function_may_be_given_to_what_waits_for_none_when_it_handles_all,
    where_somebody_is_told_a_handler_around_it_waits_for_an_error_that_passes_it_by,
    a_handler_that_does_nothing_is_not_missed,
    what_nearly_all_callers_await_is_a_promise_whosever_it_is,
    a_comment_may_say_that_it_is_left_alone,
    a_decorated_coroutine_may_be_looked_after,
    a_chain_in_the_callback_of_a_chain_is_told_with_it,
    a_future_of_a_neighbour_that_takes_its_errors_loses_none,
    a_script_s_last_word_may_float,
    what_the_text_alone_shows_is_a_finding,
    a_task_that_drops_its_errors_in_so_many_words_is_none,
    a_coroutine_of_no_scope_is_a_finding_where_it_keeps_something_or_nothing_else_is_known,
    where_the_code_around_is_known_a_finding_needs_what_is_lost,
    the_reason_says_what_is_lost,
    a_chain_without_the_catch_that_most_have_is_a_finding,
    a_function_that_is_given_away_and_returns_a_value_is_waited_for,
    a_test_that_does_not_await_is_shown_and_never_gates,
  };

  return run_tests ("unhandled-async", tests, G_N_ELEMENTS (tests));
}
