#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* what a property computes is named after it; extensions and actors qualify; a requirement of a protocol is none; if
     1 */
  { "a.swift",
    "A.x 1/0/0/0; A.y.get 1/0/0/0; A.y.set 1/0/0/1; A.w.didSet 2/1/1/0; A.init 1/0/0/2; A.deinit 1/0/0/0; A.subscript "
    "1/0/0/1; A.make 1/0/0/3; A.B.ext 1/0/0/0; C.k 1/0/0/0; == 1/0/0/2; top 1/0/0/1",
    "class A {\n"
    "  var x: Int { return 1 }\n"
    "  var y: Int {\n"
    "    get { 1 }\n"
    "    set(v) { z = v }\n"
    "  }\n"
    "  var w = 0 { didSet { if w > 1 { f() } } }\n"
    "  init(a: Int, b c: String = \"x\") { }\n"
    "  deinit { }\n"
    "  subscript(i: Int) -> Int { return i }\n"
    "  static func make(_ a: Int, for b: inout String, c: @escaping (Int) -> Void) -> Int { 1 }\n"
    "  let cl = { (q: Int) in q }\n"
    "}\n"
    "extension A.B { func ext() { } }\n"
    "protocol P {\n"
    "  func req(x: Int)\n"
    "}\n"
    "actor C { func k() { } }\n"
    "func == (a: A, b: A) -> Bool { true }\n"
    "func top(_ x: Int...) { }\n" },
  /* if 1, && 1, || 1, else if 1, else 1, guard 1, for 1, ?: 1; its where decides; ?? nothing */
  { "a.swift", "f 9/8/1/1",
    "func f(a: Int?) -> Int {\n"
    "  if a == nil && b || c { } else if let x = a, x > 1 { } else { }\n"
    "  guard let q = a else { return 0 }\n"
    "  for i in 1...3 where i > 1 { continue }\n"
    "  return q > 1 ? q : a ?\? 0\n"
    "}\n" },
  /* while 1, switch 2, break with a label 1, repeat 1; two cases and a where decide, default does not */
  { "a.swift", "g 6/5/2/1",
    "func g(s: S) {\n"
    "  outer: while true {\n"
    "    switch s {\n"
    "    case .a, .b: break outer\n"
    "    case let .c(n) where n > 1: x()\n"
    "    default: y()\n"
    "    }\n"
    "  }\n"
    "  repeat { } while z\n"
    "}\n" },
  /* catch 1, if in it 2, catch 1, if in a closure 2, recursion 1 */
  { "a.swift", "h 5/7/2/0",
    "func h() {\n"
    "  do { try a() } catch let e as E { if b { } } catch { c() }\n"
    "  list.map { $0 }.forEach { x in if x { y() } }\n"
    "  h()\n"
    "  self.h()\n"
    "}\n" },
  /* one sequence 1, whatever is compared in it */
  { "a.swift", "k 3/1/0/2", "func k(a: Int, b: Int) -> Bool { return a == 1 && b == 2 && a < b }\n" },
  /* words that the grammar does not know: if 1 */
  { "a.swift", "m 2/1/1/2; E.n 1/0/0/0",
    "func m(x: sending A, y: B) throws(E) {\n"
    "  #if DEBUG\n"
    "  if x.y { }\n"
    "  #endif\n"
    "}\n"
    "enum E: Error {\n"
    "  #if os(Linux)\n"
    "  case a\n"
    "  #endif\n"
    "  case b\n"
    "  func n() { }\n"
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
  /* marks in strings are none */
  { 5, 3, 1, "2 8",
    "/// doc\n"
    "/// TODO a\n"
    "/* b */\n"
    "let s = \"\"\"\n"
    "// TODO b\n"
    "\n"
    "\"\"\"\n"
    "let t = 1 // FIXME c\n"
    "func f() { }\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.swift", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* Told by hand: try (callees), handler (types), what is thrown, dropped, ended. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* a catch without a pattern takes everything and names its error itself */
  { "try(a); call(a); handler(MyError) silent; handler(MyError) silent constant; handler() logs uses all; call(print); "
    "try(b); call(b); handler() silent all; try(c); call(c); handler() uses throws all; throw(error)",
    "func f() -> Int? {\n"
    "  do { try a() }\n"
    "  catch let e as MyError { }\n"
    "  catch MyError.x { return nil }\n"
    "  catch { print(error) }\n"
    "  do { try b() } catch { }\n"
    "  do { try c() } catch { throw error }\n"
    "}\n" },
  /* try? and _ = try? drop the error, a value that is taken does not; try! ends the process, and fatalError but where
     another must write the method */
  { "ignored(try? a()); call(a); ignored(_ = try? b()); abort(try! d()); abort(fatalError(\"e\")); call(fatalError); "
    "call(fatalError); call(g)",
    "func f() {\n"
    "  try? a()\n"
    "  _ = try? b()\n"
    "  let c = try? b()\n"
    "  let d = try! d()\n"
    "  fatalError(\"e\")\n"
    "  fatalError(\"must be overridden\")\n"
    "  g()\n"
    "}\n" },
  /* a task that throws and that nobody keeps */
  { "async(Task { try await a() }); call(Task); call(Task); call(b); call(Task.detached); try(c); call(c); handler() "
    "silent all",
    "func f() {\n"
    "  Task { try await a() }\n"
    "  Task { await b() }\n"
    "  b()\n"
    "  let t = Task { try await a() }\n"
    "  Task.detached { do { try c() } catch { } }\n"
    "}\n" },
  /* what is thrown */
  { "throw(MyError.x(1)) new; throw(e)", "func f() throws {\n"
                                         "  if a { throw MyError.x(1) }\n"
                                         "  throw e\n"
                                         "}\n" },
};

START_TEST (handlers_and_what_drops_errors_are_captured)
{
  check_handling ("a.swift", handling[_i].text, handling[_i].told);
}
END_TEST

START_TEST (imports_packages_and_definitions_are_captured)
{
  g_auto (ArdFacts) facts = read_facts ("a.swift",
                                        "import Foundation\n"
                                        "import struct A.B\n"
                                        "class C {\n"
                                        "  struct D { }\n"
                                        "}\n"
                                        "protocol P { }\n"
                                        "typealias Q = Int\n"
                                        "extension C { }\n",
                                        -1);
  g_autofree char *told = tell_structure (&facts);

  ck_assert_str_eq (told, "import Foundation; import A.B; define C; define C.D; define P; define Q");
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Names of the functions with a trait, by hand. */
static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FIXED, "A.a A.init A.b C.d",
    "class A: B {\n"
    "  override func a(x: Int) { y() }\n"
    "  required init(x: Int) { y() }\n"
    "  func b(x: Int) { y() }\n"
    "}\n"
    "class C {\n"
    "  func c(x: Int) { y() }\n"
    "  @objc func d(x: Int) { y() }\n"
    "}\n" },
  { ARD_FUNCTION_PUBLIC, "a c",
    "func a() { y() }\n"
    "private func b() { y() }\n"
    "@Foo public func c() { y() }\n"
    "fileprivate func d() { y() }\n" },
  { ARD_FUNCTION_ENTRY, "T.testA u",
    "class T: XCTestCase { func testA() { y() } }\n"
    "@Test func u() { y() }\n"
    "func v() { y() }\n" },
  { ARD_FUNCTION_ABSTRACT, "a b",
    "func a() { }\n"
    "func b() { fatalError(\"must be overridden\") }\n"
    "func c() { y() }\n" },
};

START_TEST (functions_have_the_traits_that_their_heads_say)
{
  check_traits ("a.swift", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

START_TEST (lines_of_a_literal_table_are_told_apart)
{
  check_table ("a.swift",
               "func f() { x = [\n"
               "  1,\n"
               "  2\n"
               "] }\n",
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

  return run_tests ("languages/swift", tests, G_N_ELEMENTS (tests));
}
