#include "captured.h"

/* Each row: a text with one try, its callees ("a call that is a statement has ;"), and what stands by, by hand. */
static const struct {
  const char *path, *callees, *text;
  guint32 traits;
} rows[] = {
  /* a value from before; none; set as an argument only; a part of something */
  { "a.py", "find", "def f():\n  x = None\n  try:\n    x = find()\n  except E:\n    pass\n  return x\n",
    ARD_TRAIT_ANSWERED },
  { "a.py", "find", "def f():\n  try:\n    x = find()\n  except E:\n    pass\n  return x\n", 0 },
  { "a.py", "find", "def f():\n  x = 1\n  try:\n    y = find(x=2)\n  except E:\n    pass\n  return y\n", 0 },
  { "a.py", "find", "def f():\n  x = 1\n  try:\n    o.x = find()\n  except E:\n    pass\n  return x\n", 0 },
  { "a.py", "find", "def g():\n  x = 1\n\ndef f():\n  try:\n    x = find()\n  except E:\n    pass\n", 0 },
  { "a.ts", "find", "function f() { let x: number = 0; try { x = find(); } catch (e) {} return x; }",
    ARD_TRAIT_ANSWERED },
  { "a.js", "find", "function f() {\n  let x;\n  try {\n    x = find();\n  } catch (e) {}\n  return x;\n}\n",
    ARD_TRAIT_ANSWERED },
  { "A.java", "find", "class A { int f() { int x = 0; try { x = find(); } catch (E e) {} return x; } }",
    ARD_TRAIT_ANSWERED },
  /* it returns and other code follows; the end of the function does not */
  { "A.java", "find", "class A { int f() { try { return find(); } catch (E e) {} return 0; } }",
    ARD_TRAIT_OTHER_WAY | ARD_TRAIT_RETURNS },
  { "A.java", "find", "class A { int f() { try { return find(); } catch (E e) {} } int g() { return 0; } }",
    ARD_TRAIT_RETURNS },
  { "a.cpp", "find", "int f() { try { return find(); } catch (E &) {} return 0; }",
    ARD_TRAIT_OTHER_WAY | ARD_TRAIT_RETURNS },
  /* a bare return that ends the block, not one on a condition */
  { "a.js", ";copy", "function f() {\n  try {\n    copy();\n    return;\n  } catch (e) {}\n  other();\n}\n",
    ARD_TRAIT_OTHER_WAY | ARD_TRAIT_RETURNS },
  { "a.js", ";copy", "function f() {\n  try {\n    copy();\n    if (x) { return; }\n  } catch (e) {}\n  other();\n}\n",
    0 },
  { "a.js", "a", "function f() { try { g = () => { return a() } } catch (e) {} return 0 }", 0 },
  /* statements: on a line of their own, behind a condition, awaited; not as an argument, a value, a condition */
  { "a.js", ";a b ;c ;d e g",
    "async function f() {\n  try {\n    a(b());\n    if (x) c();\n    await d();\n    y = e();\n    if (g()) z = 1;\n"
    "  } catch (e) {}\n}\n",
    0 },
  { "A.kt", ";save", "fun f() {\n  try {\n    save()\n  } catch (e: E) {\n  }\n}\n", 0 },
};

START_TEST (a_try_tells_what_it_does_and_what_stands_by)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  const guint32 asked = ARD_TRAIT_ANSWERED | ARD_TRAIT_OTHER_WAY | ARD_TRAIT_RETURNS;
  guint n = 0;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind != ARD_CAPTURE_TRY)
      continue;
    n++;
    ck_assert_str_eq (row->text, rows[_i].callees);
    ck_assert_uint_eq (row->traits & asked, rows[_i].traits);
  }
  ck_assert_uint_eq (n, 1);
}
END_TEST

/* Handlers that say how they go on. */
static const struct {
  const char *path, *text;
  gboolean jumps;
} jumps[] = {
  { "a.py", "def f():\n  try:\n    g()\n  except E:\n    return\n", TRUE },
  { "a.py", "for x in y:\n  try:\n    g()\n  except E:\n    continue\n", TRUE },
  { "a.py", "def f():\n  try:\n    g()\n  except E:\n    pass\n", FALSE },
  { "A.java", "class A { void f() { try { g(); } catch (E e) { return; } } }", TRUE },
  { "A.java", "class A { void f() { try { g(); } catch (E e) { } } }", FALSE },
};

/* What follows relies on a name that only the try gives a value; or a handler's error is asked for behind it. */
static const struct {
  const char *path, *text;
  guint32 traits;
} behind[] = {
  { "a.py", "def f():\n  try:\n    x = g()\n  except E:\n    pass\n  use(x)\n", ARD_TRAIT_RELIED },
  { "a.py", "def f(x):\n  try:\n    x = g()\n  except E:\n    pass\n  use(x)\n", 0 },
  { "a.php", "<?php\nfunction f() {\n  try { $x = g(); } catch (E $e) {}\n  if ($x['a']) h();\n}\n", ARD_TRAIT_RELIED },
  { "a.php", "<?php\nfunction f() {\n  try { $x = g(); } catch (E $e) {}\n  if (isset($x['a'])) h();\n}\n", 0 },
  { "a.js", "function f() {\n  let x;\n  try { x = g(); } catch (e) {}\n  x.go();\n}\n", ARD_TRAIT_RELIED },
  { "a.js", "function f() {\n  let x;\n  try { x = g(); } catch (e) {}\n  if (x) h();\n}\n", 0 },
  { "a.go", "package p\nfunc f() error {\n  err := g()\n  if err != nil { log.Print(err) }\n  return err\n}\n",
    ARD_TRAIT_THROWS },
  { "a.go", "package p\nfunc f() error {\n  err := g()\n  if err != nil { }\n  err = h()\n  return err\n}\n", 0 },
  { "a.php", "<?php function f() { try { g(); } catch (E $e) { } if ($e) { h(); } }", ARD_TRAIT_THROWS },
};

START_TEST (what_follows_tells_whether_an_error_matters)
{
  g_auto (ArdFacts) facts = read_facts (behind[_i].path, behind[_i].text, -1);
  guint32 traits = 0;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_TRY)
      traits |= row->traits & ARD_TRAIT_RELIED;
    if (row->kind == ARD_CAPTURE_HANDLER)
      traits |= row->traits & ARD_TRAIT_THROWS;
  }
  ck_assert_uint_eq (traits, behind[_i].traits);
}
END_TEST

START_TEST (a_handler_that_returns_or_continues_says_so)
{
  g_auto (ArdFacts) facts = read_facts (jumps[_i].path, jumps[_i].text, -1);
  gboolean found = FALSE;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_HANDLER)
      found = (row->traits & ARD_TRAIT_JUMPS) != 0;
  }
  ck_assert_int_eq (found, jumps[_i].jumps);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/standby");
  TCase *test = tcase_create ("standby");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, a_try_tells_what_it_does_and_what_stands_by, 0, G_N_ELEMENTS (rows));
  tcase_add_loop_test (test, what_follows_tells_whether_an_error_matters, 0, G_N_ELEMENTS (behind));
  tcase_add_loop_test (test, a_handler_that_returns_or_continues_says_so, 0, G_N_ELEMENTS (jumps));
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
