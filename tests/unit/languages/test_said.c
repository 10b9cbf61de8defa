#include "tests/unit/languages/captured.h"

/* What comments say of calls, and callbacks that are told what becomes of them. */

static const struct {
  const char *path, *text;
  gboolean said;
} comments[] = {
  { "a.c", "void f(void) { rename(a, b); /* best effort */ }\n", TRUE },
  { "a.c", "void f(void) {\n  // It does not matter whether this works.\n  rename(a, b);\n}\n", TRUE },
  { "a.c", "void f(void) {\n  // Ignored: the folder\n  // may be there.\n  rename(a, b);\n}\n", TRUE },
  { "a.c", "void f(void) {\n  // Ignored.\n\n  rename(a, b);\n}\n", FALSE },
  { "a.c", "void f(void) {\n  rename(a, b); // the new name\n}\n", FALSE },
  { "a.c", "void f(void) {\n  rename(a, b); // TODO do not ignore this\n}\n", FALSE },
  { "a.go", "package a\nfunc f() {\n\tos.Rename(a, b) // nolint: errcheck\n}\n", TRUE },
  { "a.js", "function f() {\n  // fire and forget\n  save();\n}\n", TRUE },
  { "a.js", "function f() {\n  // Restore the name (non-blocking)\n  save();\n}\n", TRUE },
  { "a.py", "def f():\n    save()  # may fail\n", TRUE },
};

START_TEST (a_comment_may_say_of_a_call_that_its_failure_may_be)
{
  g_auto (ArdFacts) facts = read_facts (comments[_i].path, comments[_i].text, -1);
  guint n = 0;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind != ARD_CAPTURE_CALL || !(row->traits & ARD_TRAIT_DISCARDED))
      continue;
    ck_assert_int_eq ((row->traits & ARD_TRAIT_COMMENTED) != 0, comments[_i].said);
    n++;
  }
  ck_assert_uint_eq (n, 1);
}
END_TEST

static const struct {
  const char *text;
  gboolean answered;
} calls[] = {
  { "save(order, next)", TRUE },
  { "save(order, { all: true }, callback)", TRUE },
  { "save(order,\n  cb\n)", TRUE },
  { "save(next, order)", FALSE },
  { "save(order, this.next)", FALSE },
  { "save(order)", FALSE },
  { "save(order, list.map(cb))", FALSE },
  { "save()", FALSE },
  { "save(done)", TRUE },
};

START_TEST (a_callback_at_the_end_is_told_what_becomes_of_the_call)
{
  g_autofree char *text = g_strdup_printf ("function f(order, next) {\n  %s;\n}\n", calls[_i].text);
  g_auto (ArdFacts) facts = read_facts ("a.js", text, -1);
  g_autofree char *told = tell_kind (&facts, ARD_CAPTURE_CALL);

  ck_assert_msg (g_str_has_prefix (told, calls[_i].answered ? "2 save/v" : "2 save/d"), "%s: %s", text, told);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/said");
  TCase *test = tcase_create ("said");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, a_comment_may_say_of_a_call_that_its_failure_may_be, 0, G_N_ELEMENTS (comments));
  tcase_add_loop_test (test, a_callback_at_the_end_is_told_what_becomes_of_the_call, 0, G_N_ELEMENTS (calls));
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
