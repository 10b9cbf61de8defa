#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *functions, *text;
} rows[] = {
  /* classes, interfaces, traits, enums and property hooks prefix, namespaces do not; without a body no function */
  { "f 1/0/0/3; C::__construct 1/0/0/2; C::$p::get 1/0/0/0; C::$p::set 1/0/0/0; T::t 1/0/0/0; E::e 1/0/0/0; C2::m "
    "1/0/0/0; C2::m::inner 1/0/0/0",
    "<?php\n"
    "namespace A\\B;\n"
    "function f($a, &$b, ?int ...$c) {}\n"
    "abstract class C extends D {\n"
    "  public function __construct(private int $x, protected ?string $y = null) {}\n"
    "  abstract function g();\n"
    "  public string $p { get => $this->q; set(string $v) { $this->q = $v; } }\n"
    "}\n"
    "interface I { function k(); }\n"
    "trait T { static function t(): static {} }\n"
    "enum E: int { case A = 1; function e() {} }\n"
    "class C2 { function m() { return new class { function inner() {} }; } }\n" },
  /* if 1, && 1 and AND goes on; elseif 1; else if 1; else 1 */
  { "f 6/5/1/2", "<?php\n"
                 "function f($a, $b) {\n"
                 "  if ($a && $b AND $c) { }\n"
                 "  elseif ($b) { }\n"
                 "  else if ($c) { }\n"
                 "  else { }\n"
                 "}\n" },
  /* if: … elseif: … else: … endif around HTML: 3; foreach: 1 */
  { "f 4/4/1/0", "<?php function f() { ?>\n"
                 "<?php if ($a): ?> <b>x && y</b> <?php elseif ($b): ?> y <?php else: ?> z <?php endif; ?>\n"
                 "<?php foreach ($a as $b): ?> <li> <?php endforeach; ?>\n"
                 "<?php } ?>\n" },
  /* foreach 1, while 2, break 2 1, continue nothing; for 1, do 1; goto 1 */
  { "f 5/7/2/0", "<?php\n"
                 "function f() {\n"
                 "  foreach ($a as $b) { while (1) { break 2; } continue; }\n"
                 "  for (;;) { }\n"
                 "  do { } while ($c);\n"
                 "  goto end;\n"
                 "  end: g();\n"
                 "}\n" },
  /* switch 1, two cases; match 1, two arms; ?: 1, ?: without middle 1; ?? and ?-> nothing */
  { "f 7/4/1/1", "<?php\n"
                 "function f($x) {\n"
                 "  switch ($x) { case 1: case 2: return 1; default: return 2; }\n"
                 "  $m = match (true) { $a, $b => 1, $c => 2, default => 3 };\n"
                 "  $n = $a ? 1 : 2;\n"
                 "  $o = $a ?: $b ?\? $c?->d;\n"
                 "}\n" },
  /* two catches 1 each, finally nothing; if in a try 1, its depth is 2; or 1 */
  { "f 5/4/2/0", "<?php\n"
                 "function f() {\n"
                 "  try { if ($a) { } }\n"
                 "  catch (A | B $e) { }\n"
                 "  catch (\\Exception) { }\n"
                 "  finally { }\n"
                 "  $a or die();\n"
                 "}\n" },
  /* closures and arrow functions nest, their parameters are none of the unit: ?: 2, ?: 2 */
  { "f 3/4/0/1", "<?php\n"
                 "function f($x) {\n"
                 "  $z = function ($p, $q) use ($x) { return $p ? 1 : 2; };\n"
                 "  $w = fn($p) => $p ? 1 : 2;\n"
                 "}\n" },
  /* recursion by name, $this, self; of another object none, nor the function that a method is named after */
  { "f 1/1/0/0; C::g 1/1/0/0; C::h 1/1/0/0; C::i 1/0/0/0; C::trim 1/0/0/1", "<?php\n"
                                                                            "function f() { f(); }\n"
                                                                            "class C {\n"
                                                                            "  function g() { $this->g(); }\n"
                                                                            "  static function h() { self::h(); }\n"
                                                                            "  function i() { $o->i(); }\n"
                                                                            "  function trim($s) { return trim($s); }\n"
                                                                            "}\n" },
};

START_TEST (every_construct_of_php_is_counted_by_its_definition)
{
  check_measures ("a.php", rows[_i].text, rows[_i].functions);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* HTML is code, comments of all kinds; a heredoc is code */
  { 8, 4, 0, "2 4 8",
    "<p># TODO no</p>\n"
    "<?php // TODO one\n"
    "# two\n"
    "/** FIXME three\n"
    " */\n"
    "$s = <<<X\n"
    "# TODO no\n"
    "X; // TODO four\n"
    "#[Attribute] class C {}\n"
    "$t = '// TODO no';\n"
    "// five\n"
    "?>\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.php", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* What handles, raises and drops errors, as the language has it; of calls those whose value is dropped. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* each kind of catch; the old error is handed on, or not */
  { "try($this->g $this->g()->h foo Bar::baz); call($this->g()->h); call(foo); call(Bar::baz); handler(A \\B) logs "
    "uses; call($this->logger->error); handler(C) silent; handler(D) silent constant; handler(E) uses throws; "
    "throw(new F('x', 0, $e)) uses new; handler(G) throws; throw(new F('x')) new; handler(H) uses throws; throw($e) "
    "uses; handler(I) logs uses; call(echo); finally(); leave(return)",
    "<?php\n"
    "function f() {\n"
    "  try { $this->g($b)->h(); foo(1); Bar::baz(); }\n"
    "  catch (A | \\B $e) { $this->logger->error('x', ['e' => $e]); }\n"
    "  catch (C $e) { }\n"
    "  catch (D) { return null; }\n"
    "  catch (E $e) { throw new F('x', 0, $e); }\n"
    "  catch (G $e) { throw new F('x'); }\n"
    "  catch (H $e) { throw $e; }\n"
    "  catch (I $e) { echo $e; }\n"
    "  finally { return 1; }\n"
    "}\n" },
  /* @ in front of a statement; where the value is used the failure is seen; a notice is no error */
  { "ignored(@unlink($f)); call(is_file)", "<?php\n"
                                           "@unlink($f);\n"
                                           "$x = @fopen($f, 'r');\n"
                                           "if (@mkdir($d)) { }\n"
                                           "@trigger_error('x', E_USER_DEPRECATED);\n"
                                           "is_file($f);\n" },
  /* ends with a message or a status; without, it is the end of an answer */
  { "abort(exit(1);); abort(die(\"x\")); call(die); call(die)", "<?php\n"
                                                                "function f() {\n"
                                                                "  if ($a) exit(1);\n"
                                                                "  if ($b) die(\"x\");\n"
                                                                "  if ($c) die();\n"
                                                                "  if ($d) exit(0);\n"
                                                                "  exit;\n"
                                                                "}\n" },
};

START_TEST (handling_of_errors_is_captured)
{
  check_handling ("a.php", handling[_i].text, handling[_i].told);
}
END_TEST

/* Imports as written, packages, definitions. */
static const struct {
  const char *told, *text;
} structure[] = {
  /* aliases and groups as written; files that are loaded */
  { "package A\\B; import C\\D as E; import F; import G; import H as I; import function J\\k; import /x.php; import "
    "y.php; define X; define Y; define T; define N",
    "<?php\n"
    "namespace A\\B;\n"
    "use C\\D as E;\n"
    "use F\\{G, H as I};\n"
    "use function J\\k;\n"
    "require_once __DIR__ . '/x.php';\n"
    "include 'y.php';\n"
    "class X extends Z { }\n"
    "interface Y { }\n"
    "trait T { }\n"
    "enum N { }\n" },
};

START_TEST (imports_packages_and_definitions_are_captured)
{
  check_structure ("a.php", structure[_i].text, structure[_i].told);
}
END_TEST

static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FIXED, "X::f X::g T::i j k",
    "<?php\n"
    "class X extends Y {\n"
    "  public function f($a) { return 1; }\n"
    "  function g($a) { return 1; }\n"
    "  private function h($a) { return 1; }\n"
    "}\n"
    "trait T { private function i($a) { return 1; } }\n"
    "function j($a) { return compact('a'); }\n"
    "function k($a) { include 'x.php'; }\n"
    "function l($a) { return 1; }\n" },
  { ARD_FUNCTION_ABSTRACT, "X::f X::g",
    "<?php\n"
    "class X {\n"
    "  function f($a) { }\n"
    "  function g($a) { throw new E(); }\n"
    "  function h($a) { return $a; }\n"
    "}\n" },
  { ARD_FUNCTION_PUBLIC, "X::f h",
    "<?php\n"
    "class X {\n"
    "  public function f() { return 1; }\n"
    "  private function g() { return 1; }\n"
    "}\n"
    "function h() { return 1; }\n" },
};

START_TEST (what_the_text_says_of_a_function_is_told)
{
  check_traits ("a.php", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_php_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
    { handling_of_errors_is_captured, G_N_ELEMENTS (handling) },
    { imports_packages_and_definitions_are_captured, G_N_ELEMENTS (structure) },
    { what_the_text_says_of_a_function_is_told, G_N_ELEMENTS (traits) },
  };

  return run_tests ("languages/php", tests, G_N_ELEMENTS (tests));
}
