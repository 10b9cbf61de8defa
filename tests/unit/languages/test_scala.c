#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* all lists count but what the compiler fills; this (…) is another constructor; a class and its object share the
     name; a declaration is none */
  { "a.scala",
    "A.f 1/0/0/2; A.this 1/0/0/1; A.proc 1/0/0/0; A.unary_- 1/0/0/0; A.toString 1/0/0/0; A.apply 1/0/0/0; T.n 1/0/0/0; "
    "po.q 1/0/0/0; String.ex 1/0/0/1",
    "class A(x: Int) {\n"
    "  def f(a: Int)(b: Int*)(implicit c: C): Int = a\n"
    "  def this(z: Int) = { this(z, 1) }\n"
    "  def proc() { foo }\n"
    "  def unary_- = 1\n"
    "  override def toString = \"x\"\n"
    "  private val g = (q: Int) => q\n"
    "  def abs(x: Int): Int\n"
    "}\n"
    "object A { def apply() = new A(1) }\n"
    "trait T { def n(): Int = 1 }\n"
    "package object po { def q = 1 }\n"
    "extension (s: String) { def ex(n: Int) = s }\n" },
  /* match 1, && 1, if in it 2, else 1, match in it 2; three cases, a guard and an if decide, case _ does not */
  { "a.scala", "f 7/7/2/1",
    "def f(a: Any) = a match {\n"
    "  case 1 | 2 => 3\n"
    "  case x: Int if x > 1 && y => if (x > 2) 4 else 5\n"
    "  case Some(b) => b match { case _ => 6 }\n"
    "  case _ => 7\n"
    "}\n" },
  /* for 1, while 1, || 1, do 2, if in a lambda 2, else 1, a match without the word 1, recursion 1; a guard, a further
     generator and its two cases decide; what takes an argument apart does not */
  { "a.scala", "g 10/10/2/1",
    "def g(n: Int): Int = {\n"
    "  for (i <- 1 to n if i > 2; j <- x) yield i\n"
    "  while (a || b) { do { c } while (d) }\n"
    "  list.map(x => if (x) 1 else 2).filter { case (a, b) => a }\n"
    "  list.collect { case 1 => 2\n"
    "    case 3 => 4 }\n"
    "  return g(n - 1)\n"
    "}\n" },
  /* each case of a catch is a handler: 1, if in it 2, 1; recursion by this 1 */
  { "a.scala", "h 4/5/2/0",
    "def h() = {\n"
    "  try { a } catch { case e: IOException => if (b) c\n"
    "    case NonFatal(e) => d } finally { e }\n"
    "  this.h()\n"
    "}\n" },
  /* by indentation: if 1, else if 1, else 1; while 1 */
  { "a.scala", "top 3/3/1/1; w 2/1/1/1",
    "def top(a: Int) =\n"
    "  if a > 1 then b\n"
    "  else if c then d\n"
    "  else e\n"
    "def w(x: Int) = while x > 0 do y\n" },
  /* inner functions and methods of anonymous classes are units: if 1, recursion 1 */
  { "a.scala", "outer 1/0/0/0; outer.inner 2/2/1/1; outer.run 1/0/0/0",
    "def outer = {\n"
    "  def inner(q: Int) = if (q) inner(q - 1)\n"
    "  new Runnable { def run(): Unit = { } }\n"
    "}\n" },
};

START_TEST (every_construct_is_counted_by_its_definition)
{
  check_measures (rows[_i].path, rows[_i].text, rows[_i].functions);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* marks in raw strings are none */
  { 4, 3, 1, "2 8",
    "/** doc\n"
    " * TODO a\n"
    " */\n"
    "val s = \"\"\"\n"
    "// TODO b\n"
    "\n"
    "\"\"\"\n"
    "val t = 1 // FIXME c\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.scala", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* Told by hand: try (callees), handler (types), what is thrown, dropped, ended. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* the value of a case; a case of nothing; a name alone takes everything; a guard narrows */
  { "try(a); handler(IOException) silent constant; handler(NonFatal) silent; handler() silent all; handler() silent "
    "all; handler(ifp(e)) silent all; try(b); handler(A B) logs; call(println)",
    "object O { def f() = {\n"
    "  try a() catch {\n"
    "    case e: IOException => None\n"
    "    case NonFatal(_) =>\n"
    "    case _ => ()\n"
    "    case e =>\n"
    "    case e if p(e) => }\n"
    "  try { b() } catch { case _: A | _: B => println(\"x\") }\n"
    "} }\n" },
  /* what carries the error, and what does not */
  { "try(a); handler(E) uses throws; throw(new X(e)) uses new; handler(F) throws; throw(Y(\"z\")) new; handler(G) uses "
    "throws; throw(e) uses; finally(); throw(sys.error(\"q\")) new",
    "object O { def f() = {\n"
    "  try a() catch {\n"
    "    case e: E => throw new X(e)\n"
    "    case e: F => throw Y(\"z\")\n"
    "    case e: G => throw e\n"
    "  } finally { }\n"
    "  sys.error(\"q\")\n"
    "} }\n" },
  /* a Try and a Future that nobody keeps; the last is the value */
  { "ignored(Try { a() }); call(Try); async(Future { b() }); call(Future); abort(sys.exit(1)); call(sys.exit)",
    "object O { def f() = {\n"
    "  Try { a() }\n"
    "  Future { b() }\n"
    "  val c = Try(d)\n"
    "  sys.exit(1)\n"
    "  Future { e() }\n"
    "} }\n" },
};

START_TEST (handlers_and_what_drops_errors_are_captured)
{
  check_handling ("a.scala", handling[_i].text, handling[_i].told);
}
END_TEST

START_TEST (imports_packages_and_definitions_are_captured)
{
  g_auto (ArdFacts) facts = read_facts ("a.scala",
                                        "package a.b\n"
                                        "package c\n"
                                        "import d.e.{F, G => H}\n"
                                        "import i._\n"
                                        "class A {\n"
                                        "  object B\n"
                                        "}\n"
                                        "trait T\n"
                                        "type W = Int\n"
                                        "enum E { case X, Y }\n",
                                        -1);
  g_autofree char *told = tell_structure (&facts);

  ck_assert_str_eq (told, "package a.b; package c; import import d.e.{F, G => H}; import import i._; define A; define "
                          "A.B; define T; define W; define E");
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Names of the functions with a trait, by hand. */
static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FIXED, "A.a T.b i",
    "class A { override def a(x: Int) = y\n"
    "  def z(x: Int) = y }\n"
    "trait T { def b(x: Int) = y }\n"
    "def i(x: Int)(implicit c: C) = y\n" },
  { ARD_FUNCTION_FALLIBLE, "a b",
    "def a: Either[A, B] = x\n"
    "def b: Try[Int] = x\n"
    "def c: Option[Int] = x\n" },
  { ARD_FUNCTION_ASYNC, "a",
    "def a: Future[Int] = x\n"
    "def b: List[Future[Int]] = x\n" },
  { ARD_FUNCTION_PUBLIC, "a c",
    "def a = 1\n"
    "private def b = 1\n"
    "final def c = 1\n"
    "private[this] def d = 1\n" },
  { ARD_FUNCTION_ENTRY, "O.main t",
    "object O { def main(args: Array[String]): Unit = x }\n"
    "@Test def t = x\n" },
};

START_TEST (functions_have_the_traits_that_their_heads_say)
{
  check_traits ("a.scala", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

START_TEST (lines_of_a_literal_table_are_told_apart)
{
  check_table ("a.scala",
               "def f = List(\n"
               "  1,\n"
               "  2\n"
               ")\n",
               4, 2);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
    { handlers_and_what_drops_errors_are_captured, G_N_ELEMENTS (handling) },
    { imports_packages_and_definitions_are_captured, 1 },
    { functions_have_the_traits_that_their_heads_say, G_N_ELEMENTS (traits) },
    { lines_of_a_literal_table_are_told_apart, 1 },
  };

  return run_tests ("languages/scala", tests, G_N_ELEMENTS (tests));
}
