#include "tests/unit/languages/captured.h"

/* Comments in handlers: reasons, and examples' verdicts on their own code. */

static const struct {
  const char *path, *text;
  gboolean commented;
} handlers[] = {
  { "A.java", "class A { void f() { try { g(); } catch (Exception e) { // Noncompliant {{Handle it.}}\n } } }\n",
    FALSE },
  { "A.java", "class A { void f() { try { g(); } catch (Exception e) { // bad\n } } }\n", FALSE },
  { "A.java", "class A { void f() { try { g(); } catch (Exception e) { /* FLAW: does nothing */ } } }\n", FALSE },
  { "A.java", "class A { void f() { try { g(); } catch (Exception e) { // not there yet\n } } }\n", TRUE },
  { "A.java", "class A { void f() { try { g(); } catch (Exception e) { // bad input is left out\n } } }\n", TRUE },
  { "a.js", "function f() { try { g(); } catch (e) { // Wrong: says nothing\n } }\n", FALSE },
  { "a.js", "function f() { try { g(); } catch (e) { // wrong version, the next one is tried\n } }\n", TRUE },
  { "a.js", "function f() { try { g(); } catch (e) { // [by design]\n } }\n", TRUE },
  { "a.py", "try:\n    g()\nexcept:  # [bare-except]\n    pass\n", FALSE },
  { "a.py", "try:\n    g()\nexcept:  # no such key\n    pass\n", TRUE },
};

START_TEST (what_only_finds_fault_with_a_handler_is_no_reason_for_it)
{
  g_auto (ArdFacts) facts = read_facts (handlers[_i].path, handlers[_i].text, -1);
  guint n = 0;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind != ARD_CAPTURE_HANDLER)
      continue;
    ck_assert_int_eq ((row->traits & ARD_TRAIT_COMMENTED) != 0, handlers[_i].commented);
    n++;
  }
  ck_assert_uint_eq (n, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/reasons");
  TCase *test = tcase_create ("reasons");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, what_only_finds_fault_with_a_handler_is_no_reason_for_it, 0, G_N_ELEMENTS (handlers));
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
