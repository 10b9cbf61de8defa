#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *functions, *text;
} rows[] = {
  /* modules, classes and Struct.new prefix; each kind of parameter is one; self. is no part of the name */
  { "A::B::C::make 1/0/0/7; A::B::C::v= 1/0/0/1; A::B::C::== 1/0/0/1; A::B::C::[] 1/0/0/2; A::B::C::s? 1/0/0/0; "
    "A::P::area 1/0/0/0; top 1/0/0/1",
    "module A\n"
    "  class B::C < D\n"
    "    def self.make(a, b = 1, *c, k:, o: 2, **kw, &blk) = nil\n"
    "    def v=(x); end\n"
    "    def ==(o) = true\n"
    "    def [] a, b\n"
    "    end\n"
    "    class << self\n"
    "      def s?; end\n"
    "    end\n"
    "  end\n"
    "  P = Struct.new(:x) do\n"
    "    def area; end\n"
    "  end\n"
    "end\n"
    "def top(...) end\n" },
  /* if 1, elsif 1, else 1; unless 1 with else 1; modifiers 1 each */
  { "f 6/7/1/1", "def f(a)\n"
                 "  if a then b elsif c then d else e end\n"
                 "  unless a\n"
                 "    b\n"
                 "  else\n"
                 "    c\n"
                 "  end\n"
                 "  return if a\n"
                 "  return unless b\n"
                 "end\n" },
  /* and or && || not: && 1, || 1; and 1; `not` interrupts: && 1, inner || 1, ||= 1; &. nothing */
  { "f 8/6/0/0", "def f\n"
                 "  x = a && b || c\n"
                 "  y = (a and b and c)\n"
                 "  z = a && !(b || c)\n"
                 "  @m ||= a&.b\n"
                 "end\n" },
  /* while 1, until modifier 1, for 1, loop do 1 + its modifier 2; begin … end while 1 */
  { "f 7/7/2/0", "def f\n"
                 "  while a do end\n"
                 "  x until b\n"
                 "  for i in c do end\n"
                 "  loop { break if d }\n"
                 "  begin\n"
                 "  end while e\n"
                 "end\n" },
  /* case 1, two whens decide; else nothing; in decides with its guard, in _ does not; case in 1 */
  { "f 5/2/1/1", "def f(x)\n"
                 "  case x\n"
                 "  when 1, 2 then 3\n"
                 "  when Foo\n"
                 "    4\n"
                 "  else 5\n"
                 "  end\n"
                 "  case x\n"
                 "  in {a: Integer} if z then 1\n"
                 "  in _ then 2\n"
                 "  end\n"
                 "end\n" },
  /* rescue of the method 1, without begin no nesting; else and ensure nothing; retry nothing */
  { "f 3/3/1/0", "def f\n"
                 "  a\n"
                 "rescue B, C => e\n"
                 "  retry if x\n"
                 "else\n"
                 "  d\n"
                 "ensure\n"
                 "  g\n"
                 "end\n" },
  /* begin with rescue deepens: if in it 1, rescue 1; x rescue y 1; begin without one does not deepen */
  { "f 4/3/2/0; g 1/0/0/0", "def f\n"
                            "  begin\n"
                            "    a if b\n"
                            "  rescue\n"
                            "    nil\n"
                            "  end\n"
                            "  z = a rescue nil\n"
                            "end\n"
                            "def g\n"
                            "  begin\n"
                            "    a\n"
                            "  end\n"
                            "end\n" },
  /* blocks and lambdas nest: ?: in one 2, if in a lambda 2, of a block in a block 3; inner def is a unit */
  { "f 4/7/1/0; f::g 2/1/1/0", "def f\n"
                               "  a.map do |i| i ? 1 : 2 end\n"
                               "  l = ->(q) { q if q }\n"
                               "  a.each { |x| x.each { |y| y if y } }\n"
                               "  def g\n"
                               "    h while i\n"
                               "  end\n"
                               "end\n" },
  /* recursion by name and by self; of another object none */
  { "f 1/1/0/1; g 1/0/0/0", "def f(n)\n"
                            "  f(n - 1)\n"
                            "  self.f(1)\n"
                            "end\n"
                            "def g\n"
                            "  a.g\n"
                            "end\n" },
};

START_TEST (every_construct_of_ruby_is_counted_by_its_definition)
{
  check_measures ("a.rb", rows[_i].text, rows[_i].functions);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* heredocs are code, also what looks like a comment there; =begin … =end */
  { 5, 4, 0, "1 7 9",
    "# TODO one\n"
    "x = <<~TEXT\n"
    "  # TODO no\n"
    "  #{y}\n"
    "TEXT\n"
    "=begin\n"
    "FIXME\n"
    "=end\n"
    "z = 1 # TODO two\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.rb", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* What handles, raises and drops errors, as the language has it; of calls those whose value is dropped. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* each kind of rescue; no branch of its own: one try for all of them */
  { "try(do_it); handler(A B::C) logs uses; handler() silent; handler(Exception) silent all constant; handler(D) "
    "throws; throw(Foo, \"x\") new; handler(E) silent; handler(G) uses throws; throw() uses; handler(H) logs uses; "
    "finally(); leave(return)",
    "def f\n"
    "  do_it(1)\n"
    "rescue A, B::C => e\n"
    "  logger.error \"x #{e.message}\"\n"
    "rescue => e\n"
    "  next\n"
    "rescue Exception\n"
    "  nil\n"
    "rescue D => e\n"
    "  raise Foo, \"x\"\n"
    "rescue E\n"
    "rescue G\n"
    "  raise\n"
    "rescue H\n"
    "  warn $!\n"
    "ensure\n"
    "  return 1\n"
    "end\n" },
  /* rescue behind a statement; a default that is computed is no ignored error */
  { "ignored(a rescue nil); ignored(b rescue []); call(c.d)", "def f\n"
                                                              "  a rescue nil\n"
                                                              "  x = b rescue []\n"
                                                              "  y = b rescue other\n"
                                                              "  c.d(1)\n"
                                                              "  last.call(2)\n"
                                                              "end\n" },
  /* ends of the process; a thread that nobody keeps */
  { "abort(exit 1); call(exit); abort(Kernel.abort(\"x\")); call(Kernel.abort); "
    "call(Thread.new); throw(Foo.new(\"y\")) new; call(raise)",
    "def f\n"
    "  exit 1\n"
    "  Kernel.abort(\"x\")\n"
    "  Thread.new { g }\n"
    "  t = Thread.new { g }\n"
    "  raise Foo.new(\"y\")\n"
    "  exit_code 2\n"
    "end\n" },
};

START_TEST (handling_of_errors_is_captured)
{
  check_handling ("a.rb", handling[_i].text, handling[_i].told);
}
END_TEST

/* Imports as written, packages, definitions. */
static const struct {
  const char *told, *text;
} structure[] = {
  /* all ways to load a file; classes by their full names */
  { "import a/b; import c; import d; define A; define A::B::C; define A::P", "require 'a/b'\n"
                                                                             "require_relative \"c\"\n"
                                                                             "autoload :D, \"d\"\n"
                                                                             "module A\n"
                                                                             "  class B::C < E\n"
                                                                             "  end\n"
                                                                             "  P = Struct.new(:x)\n"
                                                                             "end\n" },
};

START_TEST (imports_packages_and_definitions_are_captured)
{
  check_structure ("a.rb", structure[_i].text, structure[_i].told);
}
END_TEST

static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FIXED, "C::f M::g D::h D::== D::to_s",
    "class C < B\n"
    "  def f(a); end\n"
    "end\n"
    "module M\n"
    "  def g(a); end\n"
    "end\n"
    "class D\n"
    "  def h(a); super; end\n"
    "  def i(a); a; end\n"
    "  def ==(o); true; end\n"
    "  def to_s; end\n"
    "end\n" },
  { ARD_FUNCTION_ABSTRACT, "f g",
    "def f(a)\n"
    "end\n"
    "def g(a)\n"
    "  raise NotImplementedError, \"x\"\n"
    "end\n"
    "def h(a)\n"
    "  raise X if a\n"
    "end\n" },
};

START_TEST (what_the_text_says_of_a_function_is_told)
{
  check_traits ("a.rb", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_ruby_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
    { handling_of_errors_is_captured, G_N_ELEMENTS (handling) },
    { imports_packages_and_definitions_are_captured, G_N_ELEMENTS (structure) },
    { what_the_text_says_of_a_function_is_told, G_N_ELEMENTS (traits) },
  };

  return run_tests ("languages/ruby", tests, G_N_ELEMENTS (tests));
}
