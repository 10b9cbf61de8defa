#include "tests/unit/languages/captured.h"

/* What is lost with a promise of JavaScript that fails, as far as the text of its call shows. */

static const struct {
  const char *call;
  guint32 traits;
} requests[] = {
  { "fetch(u, { method: 'POST', body })", ARD_TRAIT_WRITES },
  { "fetch(u, { body, method: \"delete\" })", ARD_TRAIT_WRITES },
  { "fetch(u, { method: `PUT` }).then(r => show(r))", ARD_TRAIT_WRITES },
  { "fetch(u, { method: 'GET' })", 0 },
  { "fetch(u)", 0 },
  { "fetch(u, { method: kind })", 0 },
  { "fetch(u, { method: kind.name, body: kind })", ARD_TRAIT_WRITES },
  { "fetch(u, { method: kind, body })", ARD_TRAIT_WRITES },
  { "fetch(u, { payment_method: 'post' })", 0 },
};

static const struct {
  const char *before, *call;
  guint32 traits;
} states[] = {
  { "this.busy = true;", "load().then(r => { this.busy = false; })", ARD_TRAIT_HALF },
  { "this.busy = true;", "load().then(r => { this.busy = false; }).then(r => show(r))", ARD_TRAIT_HALF },
  { "this.busy = true;", "load().then(r => { this.list = r; })", 0 },
  { "this.busy = true;", "load().then(r => { this.busy = true; })", 0 },
  { "this.busy = true;", "load().then(r => { this.r = r; }).finally(() => { this.busy = false; })", 0 },
  { "this.busy = true;", "load(() => { this.busy = false; })", 0 },
  { "const state = { busy: true };", "load().then(r => { state.busy = false; })", ARD_TRAIT_HALF },
  { "setBusy(true);", "load().then(r => { setBusy(false); })", ARD_TRAIT_HALF },
  { "setBusy(true);", "load().then(r => { busy(false); })", 0 },
  { "this.notbusy = true;", "load().then(r => { this.busy = false; })", 0 },
};

static guint32
traits_of (const char *before, const char *call, const char *path)
{
  g_autofree char *text = g_strdup_printf ("function f(u, body, kind) {\n  %s\n  %s;\n}\n", before, call);
  g_auto (ArdFacts) facts = read_facts (path, text, -1);

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_CALL && row->start_line == 3 && row->traits & ARD_TRAIT_DISCARDED)
      return row->traits & (ARD_TRAIT_WRITES | ARD_TRAIT_HALF);
  }
  ck_abort_msg ("no call is left alone: %s", call);
}

START_TEST (a_request_whose_method_changes_something_writes)
{
  ck_assert_msg (traits_of ("", requests[_i].call, "a.js") == requests[_i].traits, "%s", requests[_i].call);
  ck_assert_msg (traits_of ("", requests[_i].call, "a.tsx") == requests[_i].traits, "%s", requests[_i].call);
}
END_TEST

START_TEST (a_state_that_only_success_ends_is_left_half_set)
{
  ck_assert_msg (traits_of (states[_i].before, states[_i].call, "a.ts") == states[_i].traits, "%s", states[_i].call);
}
END_TEST

START_TEST (of_arguments_without_end_nothing_is_known)
{
  g_autoptr (GString) call = g_string_new ("fetch(u, { method: 'POST', body: [");

  for (guint i = 0; i < 1000; i++)
    g_string_append (call, "\n    1,");
  g_string_append (call, "] })");
  ck_assert_uint_eq (traits_of ("", call->str, "a.js"), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/stakes");
  TCase *test = tcase_create ("stakes");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, a_request_whose_method_changes_something_writes, 0, G_N_ELEMENTS (requests));
  tcase_add_loop_test (test, a_state_that_only_success_ends_is_left_half_set, 0, G_N_ELEMENTS (states));
  tcase_add_test (test, of_arguments_without_end_nothing_is_known);
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
