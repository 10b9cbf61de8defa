#include "tests/unit/languages/read.h"

/*
 * One function each. Where "white paper" stands, text and total are those printed
 * in SonarSource's "Cognitive Complexity" 1.7; all other numbers are worked by
 * hand from its rules, the sum written beside them.
 */
static const struct {
  const char *path, *name;
  guint32 cyclomatic, cognitive, nesting, parameters;
  const char *text;
} rows[] = {
  /* white paper, sumOfPrimes: 1 + 2 + 3 + 1 = 7; cyclomatic 4 */
  { "A.java", "A.sumOfPrimes", 4, 7, 3, 1,
    "class A { int sumOfPrimes(int max) {\n int total = 0;\n OUT: for (int i = 1; i <= max; ++i) {\n"
    "  for (int j = 2; j < i; ++j) {\n   if (i % j == 0) {\n    continue OUT;\n   }\n  }\n  total += i;\n }\n return "
    "total;\n} }" },
  /* white paper, getWords: one switch = 1; cyclomatic 4 */
  { "A.java", "A.getWords", 4, 1, 1, 1,
    "class A { String getWords(int number) {\n switch (number) {\n  case 1: return \"one\";\n  case 2: return \"a "
    "couple\";\n"
    "  case 3: return \"a few\";\n  default: return \"lots\";\n }\n} }" },
  /* white paper, myMethod: if 1, for 2, while 3, catch 1, if 2 = 9 */
  { "A.java", "A.myMethod", 6, 9, 4, 0,
    "class A { void myMethod() { try { if (c1) { for (int i = 0; i < 10; i++) { while (c2) { } } } }\n"
    " catch (E1 | E2 e) { if (c2) { } } } }" },
  /* white paper, myMethod2: a lambda nests: if 2 */
  { "A.java", "A.myMethod2", 2, 2, 1, 0, "class A { void myMethod2() { Runnable r = () -> { if (c1) { } }; } }" },
  /* white paper, sequences of operators: if 1, && 1, || 1, && 1 = 4 */
  { "a.c", "f", 7, 4, 1, 0, "int f(void) { if (a && b && c || d || e && f0) return 1; return 0; }" },
  /* white paper, a negated part is a sequence of its own: if 1, && 1, && 1 = 3 */
  { "a.c", "f", 4, 3, 1, 0, "int f(void) { if (a && !(b && c)) return 1; return 0; }" },
  /* parentheses do not interrupt: if 1, && 1 = 2 */
  { "a.c", "f", 4, 2, 1, 0, "int f(void) { if (a && (b && c)) return 1; return 0; }" },
  /* else if 1 and else 1, neither nested: 1 + 1 + 1; the inner if 2 */
  { "a.c", "f", 4, 5, 2, 2, "int f(int a, char *b) { if (a) { if (b) g(); } else if (b) h(); else i(); return 0; }" },
  /* a condition is read at the level of its if: if 1, ternary 1; in the body ternary 2 */
  { "a.c", "f", 4, 4, 1, 1, "int f(int a) { if (a ? b : c) return a ? 1 : 2; return 0; }" },
  /* goto 1; direct recursion 1, once */
  { "a.c", "f", 1, 2, 0, 1, "int f(int a) { again: f(a); f(a); goto again; }" },
  /* do 1, while 2 */
  { "a.c", "f", 3, 3, 2, 0, "int f() { do { while (x) y(); } while (z); }" },
  /* K&R and pointers to functions: two parameters each */
  { "a.c", "f", 1, 0, 0, 2, "int f(a, b) int a; char *b; { return 0; }" },
  { "a.c", "f", 1, 0, 0, 2, "static void *f(int (*cb)(int, int), void *data) { int g(int, int, int); return 0; }" },
  { "a.c", "f", 1, 0, 0, 1, "int (*f(int a))(int, int) { return 0; }" },
  /* range for 1, try deepens only, catch 1 + if in it 2; ternary in a lambda 2 */
  { "a.cpp", "n::C::f", 5, 6, 2, 1,
    "namespace n { class C { void f(int a) { for (auto i : v) { }\n try { g(); } catch (...) { if (a) h(); }\n"
    " auto l = [](int x, int y) { return x ? 1 : 2; }; } }; }" },
  { "a.cpp", "C::operator=", 1, 0, 0, 1, "C &C::operator=(const C &o) { return *this; }" },
  { "a.cpp", "C::~C", 1, 0, 0, 0, "C::~C() { }" },
  /* if 1, and 1, or 1; elif 1; for in it 2; while 3; else 1; except 2 (in else); self.m 1 = 13 */
  { "a.py", "A.m", 8, 13, 3, 4,
    "class A:\n def m(self, a, b=1, *args, **kw):\n  if a and b or a:\n   pass\n  elif b:\n   for i in a:\n    while "
    "i: pass\n"
    "  else:\n   try:\n    pass\n   except E:\n    return self.m(a)\n" },
  /* a comprehension decides twice, adds nothing cognitive; a conditional expression 1; lambda nests it: 2 */
  { "a.py", "f", 5, 3, 0, 1,
    "def f(xs):\n  y = [x for x in xs if x]\n  z = 1 if y else 2\n  return lambda q: 1 if q else 2\n" },
  /* match 1; two cases decide, _ does not */
  { "a.py", "f", 3, 1, 1, 1, "def f(x):\n  match x:\n    case 1: pass\n    case 2: pass\n    case _: pass\n" },
  { "a.py", "A.s", 1, 0, 0, 2, "class A:\n  @staticmethod\n  def s(a, b): return a\n" },
  /* if 1, else if 1, else 1; for of 2 within the if */
  { "a.js", "exports.x", 4, 5, 2, 1,
    "exports.x = function (q) { if (q) { for (const i of q) { } } else if (!q) { } else { } };" },
  /* labelled break 1, for 1 */
  { "a.mjs", "f", 2, 2, 1, 2, "const f = (a, b) => { out: for (;;) { break out; } };" },
  { "a.ts", "Q.f", 3, 2, 0, 2,
    "class Q { f(this: Q, cb: (x: number, y: number) => void, o?: string): (q: number) => void { return a && b || c; } "
    "}" },
  { "a.tsx", "El", 2, 1, 0, 1, "const El = (p: P) => <div>{p.a ? 1 : 2}</div>;" },
  /* if 1, && 1, else if 1, else 1; switch 1; select 1; labelled continue 1 + for 1 = 8; cases 1 + 1 */
  { "a.go", "T.M", 7, 8, 1, 3,
    "package p\nfunc (t *T) M(a, b int, c ...string) (x int) {\n if a > 0 && b > 0 {\n } else if a < 0 {\n } else {\n "
    "}\n"
    " switch a {\n case 1, 2:\n default:\n }\n select {\n case <-c:\n default:\n }\nL:\n for {\n  continue L\n "
    "}\n}\n" },
};

START_TEST (metrics_are_those_of_the_white_paper_and_of_mccabe)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  const ArdFunction *function = find_function (&facts, rows[_i].name);

  ck_assert_msg (facts.error_share == 0, "%s does not parse", rows[_i].text);
  ck_assert_msg (function->cyclomatic == rows[_i].cyclomatic && function->cognitive == rows[_i].cognitive &&
                     function->nesting == rows[_i].nesting && function->parameters == rows[_i].parameters,
                 "cyclomatic %u, cognitive %u, nesting %u, parameters %u; not %u, %u, %u, %u: %s", function->cyclomatic,
                 function->cognitive, function->nesting, function->parameters, rows[_i].cyclomatic, rows[_i].cognitive,
                 rows[_i].nesting, rows[_i].parameters, rows[_i].text);
}
END_TEST

/* Space-separated names in order; "-" is anonymous. */
static const struct {
  const char *path, *names, *text;
} lists[] = {
  { "a.c", "f", "int p(int);\n#define M(x) { x; }\nint f(void) { return M(1); }\n" },
  { "a.c", "START_TEST (swap) START_TEST (join) TEST (A, b)",
    "START_TEST (swap)\n{\n  g ();\n}\nEND_TEST\n\nSTART_TEST (join)\n{\n}\nEND_TEST\nTEST (A, b)\n{\n}\n" },
  { "a.cpp", "TEST(A, b) n::TEST_F(C, d) n::K::K n::K::m K::K f",
    "TEST(A, b) { }\nnamespace n { TEST_F(C, d) { }\nstruct K { K(T) { }\n void m(T) { } }; }\nK::K(T) { }\n"
    "void f(T) { }\n" },
  { "a.mjs", "default", "export default works && (async (c) => { return c; });\n" },
  { "b.mjs", "default default.g", "export default () => { const g = a && (() => 1); };\n" },
  { "a.js", "f exports.x K.m K.g K.field o.k o.str o.meth - -",
    "const f = () => 1;\nexports.x = function () {};\nclass K { m() {}\n *g() {}\n field = () => 2; }\n"
    "const o = { k: function () {},\n 'str': () => 1,\n meth() {} };\ndescribe('x', () => {\n it('y', function () {}); "
    "});\n" },
  { "a.py", "f f.inner",
    "from typing import overload\n@overload\ndef f(a: int) -> int: ...\ndef f(a):\n  def inner(): pass\n" },
  { "A.java", "A.A A.m A.m.run A.I.q",
    "class A { A() {}\n void m() { new Runnable() {\n  public void run() {} }; }\n interface I { void p();\n default "
    "void q() {} } }" },
  { "a.go", "F F.g -", "package p\nfunc F() {\n g := func() {}\n go func() {}()\n}\nfunc ext()\n" },
};

START_TEST (a_unit_is_what_a_person_would_call_one)
{
  g_auto (ArdFacts) facts = read_facts (lists[_i].path, lists[_i].text, -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < facts.functions->len; i++) {
    const char *name = g_array_index (facts.functions, ArdFunction, i).name;

    g_string_append_printf (names, "%s%s", i ? " " : "", *name ? name : "-");
  }
  ck_assert_str_eq (names->str, lists[_i].names);
}
END_TEST

START_TEST (own_lines_leave_out_inner_functions_comments_and_blanks)
{
  g_auto (ArdFacts) facts = read_facts (
      "a.js", "function f() {\n  // said\n\n  const g = () => {\n    return 1;\n  };\n  return g;\n}\n", -1);
  const ArdFunction *outer = find_function (&facts, "f"), *inner = find_function (&facts, "f.g");

  /* by hand: lines 1, 4 (const g =), 6 (;), 7, 8 */
  ck_assert_uint_eq (outer->code_lines, 5);
  /* lines 4, 5, 6 */
  ck_assert_uint_eq (inner->code_lines, 3);
  ck_assert_uint_eq (inner->start_line, 4);
  ck_assert_uint_eq (inner->end_line, 6);
  ck_assert_uint_eq (inner->parent, 0);
}
END_TEST

START_TEST (the_lines_between_the_braces_of_a_table_are_table_lines)
{
  g_auto (ArdFacts) facts = read_facts (
      "a.c", "void f(void) {\n  static const int t[] = {\n    1,\n\n    2,\n  };\n  int u[] = { 3 };\n}\n", -1);

  ck_assert_uint_eq (find_function (&facts, "f")->table_lines, 2);
  ck_assert_uint_eq (find_function (&facts, "f")->code_lines, 7);
}
END_TEST

START_TEST (layout_comments_and_the_own_name_leave_the_digest_alone)
{
  g_auto (ArdFacts) left = read_facts ("a.c", "int f(int a) { return a + 1; }", -1);
  g_auto (ArdFacts) right = read_facts ("a.c", "int\nother(int a) /* why */\n{\n  return a\n    + 1;\n}", -1);
  g_auto (ArdFacts) changed = read_facts ("a.c", "int f(int a) { return a + 2; }", -1);
  const ArdFunction *a = find_function (&left, "f"), *b = find_function (&right, "other"),
                    *c = find_function (&changed, "f");

  ck_assert_uint_eq (a->digest, b->digest);
  ck_assert_double_eq (ard_sketch_likeness (a->sketch, b->sketch), 1);
  ck_assert_uint_ne (a->digest, c->digest);
}
END_TEST

START_TEST (likeness_of_two_sketches_is_near_the_share_of_common_grams)
{
  g_autoptr (GString) left = g_string_new ("void f(void) {");
  g_autoptr (GString) right = g_string_new ("void f(void) {");

  for (guint i = 0; i < 100; i++) {
    g_string_append_printf (left, "a%u();", i);
    g_string_append_printf (right, i < 90 ? "a%u();" : "b%u();", i);
  }
  g_string_append (left, "}");
  g_string_append (right, "}");

  g_auto (ArdFacts) a = read_facts ("a.c", left->str, -1);
  g_auto (ArdFacts) b = read_facts ("a.c", right->str, -1);
  double likeness = ard_sketch_likeness (find_function (&a, "f")->sketch, find_function (&b, "f")->sketch);

  /* by hand: about 366 of 444 grams are common, 0.82; sixteen places: give it three standard deviations, 0.29 */
  ck_assert_double_gt (likeness, 0.53);
  ck_assert_double_lt (likeness, 1);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { metrics_are_those_of_the_white_paper_and_of_mccabe, G_N_ELEMENTS (rows) },
    { a_unit_is_what_a_person_would_call_one, G_N_ELEMENTS (lists) },
    { own_lines_leave_out_inner_functions_comments_and_blanks, 1 },
    { the_lines_between_the_braces_of_a_table_are_table_lines, 1 },
    { layout_comments_and_the_own_name_leave_the_digest_alone, 1 },
    { likeness_of_two_sketches_is_near_the_share_of_common_grams, 1 },
  };

  return run_tests ("languages/metrics", tests, G_N_ELEMENTS (tests));
}
