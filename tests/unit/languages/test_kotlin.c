#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* a class's constructors, companions, properties and enum constants qualify; init belongs to no unit; if 1, else 1 */
  { "a.kt",
    "A.constructor 2/1/1/2; A.companion.make 1/0/0/0; A.p.get 2/2/1/0; A.q.set 1/0/0/1; O.g 1/0/0/0; E.ONE.t 1/0/0/1",
    "class A(val x: Int) {\n"
    "  init { if (x > 0) y() }\n"
    "  constructor(z: Int, w: Int = 0) : this(z) { if (z > w) f() }\n"
    "  companion object { fun make(): A = A(1) }\n"
    "  val p: Int get() = if (x > 0) 1 else 2\n"
    "  var q = 0\n"
    "    set(value) { field = value }\n"
    "  abstract fun abs(a: Int)\n"
    "}\n"
    "object O {\n"
    "  fun g() { }\n"
    "}\n"
    "enum class E {\n"
    "  ONE {\n"
    "    override fun t(a: Int) = a\n"
    "  },\n"
    "  TWO;\n"
    "  abstract fun t(a: Int): Int\n"
    "}\n" },
  /* the receiver of an extension qualifies */
  { "a.kt", "String.ext 1/0/0/1; List.all 1/0/0/0; C.opt 1/0/0/0",
    "fun String.ext(n: Int) = n\n"
    "fun <T> List<T>.all() { }\n"
    "fun a.b.C?.opt() { }\n" },
  /* when 1, if in it 2, when 1, && 1; four entries decide, several conditions of one are one, else none */
  { "a.kt", "f 7/5/2/2",
    "fun f(a: Any, b: Int): Int {\n"
    "  when (a) {\n"
    "    1, 2 -> return 1\n"
    "    is String -> if (b > 0) return 2\n"
    "    in 3..4 -> { }\n"
    "    else -> { }\n"
    "  }\n"
    "  return when { b > 1 && b < 5 -> 1; else -> 2 }\n"
    "}\n" },
  /* if 1, || 1, else if 1, else 1; lambdas and anonymous functions nest: if 2, if 2, else 1; ?: and ?. nothing; a
     function type is one parameter */
  { "a.kt", "g 6/9/1/2",
    "fun g(a: A?, c: (Int, Int) -> Unit = { p, q -> }) {\n"
    "  val r = if (a == null || a.b) 1 else if (a.c) 2 else { 3 }\n"
    "  val s = a ?: return\n"
    "  a?.let { if (it.x) y() }\n"
    "  list.map(fun(z: Int): Int { return if (z > 0) z else 0 })\n"
    "}\n" },
  /* for 1, while 2, if 3, break@ 1, else 1, do 1, catch 1, if in it 2, recursion 1 */
  { "a.kt", "h 7/13/3/1",
    "fun h(n: Int): Int {\n"
    "  outer@ for (i in 0 until n) {\n"
    "    while (i < n) { if (x) break@outer else continue }\n"
    "  }\n"
    "  do { y() } while (n > 0)\n"
    "  try { z() } catch (e: E) { if (q) w() } finally { v() }\n"
    "  return h(n - 1) + this.h(n)\n"
    "}\n" },
  /* inner functions and methods of objects are units: if 1, recursion 1 */
  { "a.kt", "outer 1/0/0/0; outer.inner 2/2/1/1; outer.run 1/0/0/0",
    "fun outer() {\n"
    "  fun inner(a: Int) { if (a > 0) inner(a) }\n"
    "  val r = object : Runnable { override fun run() { } }\n"
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
  check_lines ("a.kt", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* Told by hand: try (callees), handler (types), what is thrown, dropped, ended. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* a handler's last line is its value; a name of one underscore is no name */
  { "try(a.b); handler(IOException) silent; try(c); handler(Exception) silent constant; try(d); handler(Exception) "
    "logs uses; call(log.warn); finally(); leave(return); call(log.x)",
    "fun f() {\n"
    "  try { a.b() } catch (e: IOException) { }\n"
    "  val x = try { c() } catch (_: Exception) { null }\n"
    "  try {\n"
    "    d()\n"
    "  } catch (e: Exception) {\n"
    "    log.warn(\"x\", e)\n"
    "  } finally {\n"
    "    return\n"
    "  }\n"
    "  log.x()\n"
    "}\n" },
  /* what carries the error, and what does not */
  { "try(a); handler(E) uses throws; throw(X(\"y\", e)) uses new; try(b); handler(F) throws; throw(Y()) new; try(c); "
    "handler(G) uses throws; throw(e) uses; throw(error(\"z\")) new; call(error)",
    "fun f() {\n"
    "  try { a() } catch (e: E) {\n"
    "    throw X(\"y\", e)\n"
    "  }\n"
    "  try { b() } catch (e: F) {\n"
    "    throw Y()\n"
    "  }\n"
    "  try { c() } catch (e: G) {\n"
    "    throw e\n"
    "  }\n"
    "  error(\"z\")\n"
    "}\n" },
  /* a Result and a coroutine that nobody keeps; what is kept is none */
  { "ignored(runCatching { a() }); call(runCatching); async(GlobalScope.launch { b() }); call(GlobalScope.launch); "
    "call(scope.launch); abort(exitProcess(1)); call(exitProcess)",
    "fun f() {\n"
    "  runCatching { a() }\n"
    "  GlobalScope.launch { b() }\n"
    "  scope.launch { b() }\n"
    "  val r = runCatching { a() }.getOrNull()\n"
    "  exitProcess(1)\n"
    "}\n" },
};

START_TEST (handlers_and_what_drops_errors_are_captured)
{
  check_handling ("a.kt", handling[_i].text, handling[_i].told);
}
END_TEST

START_TEST (imports_packages_and_definitions_are_captured)
{
  g_auto (ArdFacts) facts = read_facts ("a.kt",
                                        "package a.b\n"
                                        "\n"
                                        "import c.d.*\n"
                                        "import e.f as g\n"
                                        "\n"
                                        "class A {\n"
                                        "  interface B\n"
                                        "}\n"
                                        "object O\n"
                                        "typealias X = Int\n",
                                        -1);
  g_autofree char *told = tell_structure (&facts);

  ck_assert_str_eq (
      told, "package a.b; import import c.d.*; import import e.f as g; define A; define A.B; define O; define X");
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Names of the functions with a trait, by hand. */
static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FIXED, "C.a C.b I.c main k l",
    "open class C : I {\n"
    "  override fun a(x: Int) { y() }\n"
    "  open fun b(x: Int) { y() }\n"
    "  fun z(x: Int) { y() }\n"
    "}\n"
    "interface I {\n"
    "  fun c(x: Int) { y() }\n"
    "}\n"
    "fun main(args: Array<String>) { y() }\n"
    "fun k(h: A): B = js(\"h.keys()\")\n"
    "fun l(h: A) { js(\"h.clear()\") }\n"
    "fun m(h: A): B = n(\"h\")\n" },
  { ARD_FUNCTION_FALLIBLE, "a b",
    "fun a(): Result<Int> = b()\n"
    "fun b(): kotlin.Result<Int> = a()\n"
    "fun c(r: Result<Int>): Int = 1\n" },
  { ARD_FUNCTION_PUBLIC, "a c",
    "fun a() { }\n"
    "private fun b() { }\n"
    "@Foo internal fun c() { }\n"
    "@Foo private fun d() { }\n" },
  { ARD_FUNCTION_ENTRY, "main t",
    "fun main() { }\n"
    "@Test fun t() { }\n"
    "@Foo fun u() { }\n" },
  { ARD_FUNCTION_ABSTRACT, "a b c",
    "fun a() { }\n"
    "fun b(): Int = TODO()\n"
    "fun c(): Int { throw X() }\n"
    "fun d() = 1\n" },
};

START_TEST (functions_have_the_traits_that_their_heads_say)
{
  check_traits ("a.kt", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

START_TEST (lines_of_a_literal_table_are_told_apart)
{
  check_table ("a.kt",
               "fun f() = listOf(\n"
               "  1,\n"
               "  2,\n"
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

  return run_tests ("languages/kotlin", tests, G_N_ELEMENTS (tests));
}
