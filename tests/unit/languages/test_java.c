#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* records: a compact constructor has no list of its own; if 1 */
  { "A.java", "A.R.R 2/1/1/0; A.R.R 1/0/0/1; A.R.st 1/0/0/0",
    "sealed interface A permits R { record R(int a, String b) {\n"
    " R { if (a < 0) throw new X(); }\n"
    " R(int a) { this(a, \"\"); }\n"
    " static int st() { return 1; } } }\n" },
  /* constants with a body: each has its method; ternary 1 */
  { "A.java", "Op.PLUS.apply 1/0/0/2; Op.MINUS.apply 2/1/0/2; Op.Op 1/0/0/1",
    "enum Op {\n"
    "  PLUS(\"+\") { @Override int apply(int x, int y) { return x + y; } },\n"
    "  MINUS(\"-\") { int apply(int x, int y) { return x > y ? x - y : 0; } };\n"
    "  Op(String s) { }\n"
    "  abstract int apply(int x, int y);\n"
    "}\n" },
  /* two switches 1 + 1, if 2; case, guard, case, if, case 1, 2 and case 3 decide; case null, default does not */
  { "A.java", "A.sw 7/4/2/2",
    "interface A { default <T extends C<T>> int sw(Object o, T... rest) {\n"
    "  int r = switch (o) {\n"
    "    case Integer i when i > 0 -> 1;\n"
    "    case String s -> { if (s.isEmpty()) yield 2; yield 3; }\n"
    "    case null, default -> 0;\n"
    "  };\n"
    "  return switch (r) { case 1, 2: yield 1; case 3: yield 4; default: yield 5; };\n"
    "} }\n" },
  /* initialisers and lambdas of fields belong to no unit; methods of anonymous classes are units */
  { "A.java", "B.compare 1/0/0/2",
    "class B {\n"
    "  static { if (x) y(); }\n"
    "  { for (;;) { } }\n"
    "  final Runnable f = () -> { if (a) b(); };\n"
    "  Comparator<B> c = new Comparator<>() { public int compare(B a, B b) { return a.compareTo(b); } };\n"
    "}\n" },
  /* a receiver is no parameter; do 1, && 1 */
  { "A.java", "B.recv 3/2/1/2",
    "class B { void recv(B this, @N final int a, int[]... b) throws E { synchronized (this) { do { } while (a > 0 && b "
    "!= null); } } }\n" },
  /* lambdas nest: || 1, if 2 */
  { "A.java", "B.lam 3/3/1/0",
    "class B { int lam() { return l.filter(x -> x > 0 || x < -5).map(x -> { if (x == 1) return 2; return x; "
    "}).count(); } }\n" },
  /* catch 1, catch 1, if 1; resources decide nothing */
  { "A.java", "B.tr 4/3/2/0",
    "class B { void tr() { try (var a = open(); var b = open()) { } catch (A | B e) { } catch (C e) { } finally { if "
    "(q) r(); } } }\n" },
  /* for 1, while 2, break 1, ternary 1, recursion 1 = 6 */
  { "A.java", "B.fact 4/6/2/1",
    "class B { int fact(int n) { lab: for (int i : n) { while (true) { break lab; } } return n <= 1 ? 1 : n * "
    "this.fact(n - 1); } }\n" },
  /* without a body: abstract, native, annotation */
  { "A.java", "B.In.x 1/0/0/0; B.In.x.Loc.y 1/0/0/0",
    "class B { abstract int a(int a); native void n();\n"
    " class In { void x() {\n"
    " class Loc { void y() { } } } } @interface An { int v() default 1; } }\n" },
};

START_TEST (every_construct_of_java_is_counted_by_its_definition)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  g_autofree char *functions = tell_functions (&facts);

  ck_assert_str_eq (functions, rows[_i].functions);
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* text blocks are code, blank lines in them blank; marks in them are none */
  { 5, 3, 1, "7 8",
    "class A {\n"
    "  String s = \"\"\"\n"
    "  // TODO\n"
    "\n"
    "  \"\"\";\n"
    "}\n"
    "/** FIXME a\n"
    " * TODO b\n"
    " */\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("A.java", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_java_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/java", tests, G_N_ELEMENTS (tests));
}
