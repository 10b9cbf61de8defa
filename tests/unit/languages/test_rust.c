#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *functions, *text;
} rows[] = {
  /* impl blocks, traits and modules prefix; a signature is no function; self in all its forms is no parameter */
  { "a::S::f 1/0/0/1; a::T::d 1/0/0/0; a::S::fmt 1/0/0/1; b 1/0/0/2; List::new 1/0/0/0",
    "mod a {\n"
    "  impl S { pub fn f(&mut self, x: u8) {} }\n"
    "  trait T { fn sig(&self, y: u8) -> u8; fn d(self: Box<Self>) {} }\n"
    "  impl<'a> fmt::Display for S<'a> { fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result { Ok(()) } }\n"
    "}\n"
    "extern \"C\" fn b(cb: fn(i32, i32) -> i32, n: usize) {}\n"
    "impl<T: Clone> List<T> { const fn new() -> Self { List { v: 0 } } }\n" },
  /* if 1, && 1, else if 1, else 1; let-else 1; ? nothing */
  { "f 5/5/1/1", "fn f(a: A) -> R {\n"
                 "  if a.x && a.y { g()?; } else if a.z { } else { }\n"
                 "  let Some(b) = a.b else { return Err(1) };\n"
                 "}\n" },
  /* let chain: if 1, its && one sequence 1 and two decisions; while 1, || 1 */
  { "f 6/4/1/1", "fn f(a: A) {\n"
                 "  if let Some(x) = a.x && x > 1 && a.y { }\n"
                 "  while a.next() || z { }\n"
                 "}\n" },
  /* match 1; three arms decide (| within an arm does not, _ does not), a guard decides; if in an arm 2 */
  { "f 6/3/2/1", "fn f(a: u8) -> u8 {\n"
                 "  match a {\n"
                 "    0 | 1 => 1,\n"
                 "    n if n > 3 => 2,\n"
                 "    7 => { if b { 3 } ; 4 }\n"
                 "    _ => 4,\n"
                 "  }\n"
                 "}\n" },
  /* loop 1, for 2, labelled break 1, labelled continue 1, plain break nothing */
  { "f 3/5/2/0", "fn f() {\n"
                 "  'o: loop {\n"
                 "    for i in 0..3 { break 'o; }\n"
                 "    continue 'o;\n"
                 "  }\n"
                 "}\n" },
  /* closures nest: if in one 2, of one in another 3; an inner fn is a unit of its own */
  { "f 3/5/1/0; f::g 2/1/1/1", "fn f() {\n"
                               "  fn g(x: u8) { while x > 1 {} }\n"
                               "  v.map(|a| if a { 1 });\n"
                               "  w.map(|a| a.map(|b| { if b { } }));\n"
                               "}\n" },
  /* recursion once, whether by name, self or Self; a method of another object is none, nor a function beside the method
   */
  { "f 1/1/0/0; S::g 1/1/0/0; S::h 1/1/0/0; S::i 1/0/0/1; S::j 1/0/0/1", "fn f() { f(); f(); }\n"
                                                                         "impl S {\n"
                                                                         "  fn g(&self) { self.g() }\n"
                                                                         "  fn h() { Self::h() }\n"
                                                                         "  fn i(&self, o: &S) { o.i() }\n"
                                                                         "  fn j<T>(&'a mut self, o: T) { j(o) }\n"
                                                                         "}\n" },
  /* tokens of a macro are not parsed: nothing in them counts */
  { "f 1/0/0/0", "fn f() {\n"
                 "  assert!(a && b || if c { d } else { e });\n"
                 "  tokio::select! { x = y() => { if x {} } }\n"
                 "}\n" },
  /* async and unsafe blocks do not nest: if 1; mixed operators 2 sequences */
  { "f 4/3/1/0", "async fn f() {\n"
                 "  unsafe { if a && b || c { } }\n"
                 "}\n" },
};

START_TEST (every_construct_of_rust_is_counted_by_its_definition)
{
  check_measures ("a.rs", rows[_i].text, rows[_i].functions);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* doc comments, nested block comments; marks in strings, raw strings and characters are none */
  { 4, 4, 1, "1 2 7",
    "//! TODO a\n"
    "/// TODO b\n"
    "fn f() { let s = \"// TODO\"; let t = r#\"\n"
    "\"/* TODO\"#; let c = '\"';\n"
    "\n"
    "/* a\n"
    "   /* TODO inner */ b */\n"
    "let l: &'static str = \"\"; // plain\n"
    "}\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.rs", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* What handles, raises and drops errors, as the language has it; of calls those whose value is dropped. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* arms that do nothing; a guard narrows; what carries the error; a name inside a format string uses it */
  { "try(g); handler() silent; handler(e.kind()==NotFound) silent constant; handler(A::B) uses throws; "
    "throw(Err(Wrap(e))) uses new; handler() logs uses; handler() silent; handler() silent constant; handler() silent "
    "constant",
    "fn f() -> R {\n"
    "  match g() {\n"
    "    Ok(v) => v,\n"
    "    Err(_) => continue,\n"
    "    Err(e) if e.kind() == NotFound => return None,\n"
    "    Err(A::B(e)) => return Err(Wrap(e)),\n"
    "    Err(ref e) => error!(\"a {e:?}\"),\n"
    "    Err(_) => (),\n"
    "    Err(_) => None,\n"
    "    Err(_) => Ok(()),\n"
    "  }\n"
    "}\n" },
  /* if let: its own handler; None is no error */
  { "try(g); handler() logs uses; call(log::warn!); try(h); handler() silent",
    "fn f() {\n"
    "  if let Err(e) = g() { log::warn!(\"x {}\", e); }\n"
    "  if let Err(_) = h() { return; }\n"
    "  if let None = i() { return; }\n"
    "  match j() { Some(x) => x, None => return }\n"
    "}\n" },
  /* dropped in so many words; a call that is the value is not dropped */
  { "ignored(foo(2).ok()); call(foo().ok); call(bar.baz)", "fn f() -> i32 {\n"
                                                           "  let _ = h(1);\n"
                                                           "  foo(2).ok();\n"
                                                           "  bar.baz(1);\n"
                                                           "  let x = k().ok();\n"
                                                           "  last(x)\n"
                                                           "}\n" },
  /* ends of the process; unwrap_or does not */
  { "abort(a.b().unwrap()); abort(c.expect(\"d\")); abort(panic!(\"x\")); call(panic!); abort(std::process::exit(1)); "
    "call(std::process::exit)",
    "fn f() {\n"
    "  let a = a.b().unwrap();\n"
    "  let c = c.expect(\"d\");\n"
    "  let d = e.unwrap_or(1).unwrap_or_else(|_| 2);\n"
    "  panic!(\"x\");\n"
    "  std::process::exit(1);\n"
    "}\n" },
  /* errors raised; a task that hands on an error to nobody, one of which the text does not say so */
  { "throw(bail!(\"x\")) new; call(bail!); throw(Err(Error::new(\"y\"))) new; throw(Err(E)); async(tokio::spawn(async "
    "move { run().await?; Ok(()) })); call(tokio::spawn); async(tokio::spawn(async move { run().await })); "
    "call(tokio::spawn)",
    "fn f() -> R {\n"
    "  if a { bail!(\"x\"); }\n"
    "  if b { return Err(Error::new(\"y\")); }\n"
    "  if c { return Err(E); }\n"
    "  tokio::spawn(async move { run().await?; Ok(()) });\n"
    "  tokio::spawn(async move { run().await });\n"
    "}\n" },
};

START_TEST (handling_of_errors_is_captured)
{
  check_handling ("a.rs", handling[_i].text, handling[_i].told);
}
END_TEST

/* Imports as written, packages, definitions. */
static const struct {
  const char *told, *text;
} structure[] = {
  /* as written; a module in another file, one in this; scopes before names */
  { "import crate::a::{b::C, d as e}; import x; import y; define S; define m; define m::T; define mac",
    "use crate::a::{b::C, d as e};\n"
    "extern crate x;\n"
    "pub mod y;\n"
    "struct S;\n"
    "mod m { trait T {} }\n"
    "macro_rules! mac { () => {} }\n" },
};

START_TEST (imports_packages_and_definitions_are_captured)
{
  check_structure ("a.rs", structure[_i].text, structure[_i].told);
}
END_TEST

static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FALLIBLE, "f g S::h",
    "fn f() -> io::Result<()> { }\n"
    "fn g() -> Result<u8, E> { }\n"
    "impl S { fn h() -> fmt::Result { } }\n"
    "fn i() -> Option<u8> { }\n" },
  { ARD_FUNCTION_ASYNC, "f",
    "pub async fn f() { }\n"
    "#[tokio::main]\n"
    "async fn h() { }\n"
    "#[tokio::main(flavor = \"current_thread\")]\n"
    "pub async fn i() { }\n"
    "fn g() { async { }; }\n" },
  { ARD_FUNCTION_FIXED, "S::f T::g e v t",
    "impl T for S { fn f(&self, a: u8) { } }\n"
    "trait T { fn g(&self, a: u8) { } }\n"
    "impl S { fn h(&self) { } }\n"
    "extern \"C\" fn e(a: u8) { }\n"
    "#[cfg(windows)]\n"
    "#[inline]\n"
    "fn v(a: u8) { }\n"
    "#[test]\n"
    "fn t() { }\n" },
  { ARD_FUNCTION_ENTRY, "main t u tests::v tests::help",
    "fn main() { }\n"
    "#[test]\n"
    "fn t() { }\n"
    "#[tokio::test]\n"
    "/// doc\n"
    "async fn u() { }\n"
    "#[cfg(test)]\n"
    "mod tests {\n"
    "  #[test] fn v() { }\n"
    "  fn help() { }\n"
    "}\n"
    "fn w() { }\n" },
  { ARD_FUNCTION_TEST, "t tests::v tests::deep::help tests::S::m i",
    "#[test]\n"
    "fn t() { }\n"
    "fn f() { }\n"
    "#[cfg(test)]\n"
    "#[allow(dead_code)]\n"
    "mod tests {\n"
    "  #[test] fn v() { }\n"
    "  mod deep { fn help() { } }\n"
    "  impl S { fn m(&self) { } }\n"
    "}\n"
    "#[cfg(not(test))]\n"
    "mod product { fn g() { } }\n"
    "#[cfg(all(test, unix))]\n"
    "fn i() { }\n"
    "fn h() { }\n" },
  { ARD_FUNCTION_ABSTRACT, "f g",
    "fn f() { }\n"
    "fn g() { todo!() }\n"
    "fn h() { 1 }\n" },
  { ARD_FUNCTION_PUBLIC, "f",
    "pub fn f() { }\n"
    "fn g() { }\n" },
};

START_TEST (what_the_text_says_of_a_function_is_told)
{
  check_traits ("a.rs", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_rust_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
    { handling_of_errors_is_captured, G_N_ELEMENTS (handling) },
    { imports_packages_and_definitions_are_captured, G_N_ELEMENTS (structure) },
    { what_the_text_says_of_a_function_is_told, G_N_ELEMENTS (traits) },
  };

  return run_tests ("languages/rust", tests, G_N_ELEMENTS (tests));
}
