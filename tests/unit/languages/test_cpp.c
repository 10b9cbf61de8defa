#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* constructor with initialisers: ternary 1; defaulted, deleted and pure ones are declarations */
  { "a.cpp", "O::O 2/1/0/2",
    "class O : public B {\n"
    "  O (int x, int y = 2) : B (x), y_ (y ? y : 1) { }\n"
    "  O (const O &) = delete;\n"
    "  ~O () override = default;\n"
    "  virtual void p () = 0;\n"
    "};\n" },
  /* operators; && 1 */
  { "a.cpp", "O::operator bool 1/0/0/0; O::operator() 1/0/0/1; O::operator== 2/1/0/1; O::operator<< 1/0/0/1",
    "struct O {\n"
    "  explicit operator bool () const { return y; }\n"
    "  int operator() (int a) { return a; }\n"
    "  bool operator== (const O &o) const noexcept { return y == o.y && x == o.x; }\n"
    "  O &operator<< (int a) { return *this; }\n"
    "};\n" },
  /* templates; if constexpr 1, else 1; concepts and requires decide nothing */
  { "a.cpp", "n::get 2/2/1/1; n::pack 1/0/0/2; n::spec<int> 1/0/0/1; n::con 1/0/0/1; n::two 1/0/0/2",
    "namespace n {\n"
    "template <class T> T get (T a) { if constexpr (sizeof (T) > 4) return a; else return {}; }\n"
    "template <class T, class... A> void pack (T &&t, A &&...a) { (a (), ...); }\n"
    "template <> void spec<int> (int a) { }\n"
    "template <class T> requires A<T> && B<T> void con (T t) { }\n"
    "template <class T> concept C = requires (T t, int n) { t.x (); };\n"
    "void two (C auto x, std::function<void (int, int)> f) { }\n"
    "}\n" },
  /* nested class, structured binding: for 1, if 2 */
  { "a.cpp", "a::b::O::I::m 3/3/2/0",
    "namespace a::b { class O { struct I { void m () { for (auto &[k, v] : map) { if (k) continue; } } }; }; }\n" },
  /* function try block: catch 1, if 2 */
  { "a.cpp", "O::O 3/3/2/1; f 2/1/1/0",
    "O::O (int x) try : B (x) { } catch (const E &e) { if (x) throw; }\n"
    "int f () try { return 1; } catch (...) { return 2; }\n" },
  /* defined out of its class; a lambda nests: if 2 */
  { "a.cpp", "a::O::m 2/2/1/1",
    "void a::O::m (int q) { auto l = [=] (int x) mutable { if (x) return 1; return 0; }; }\n" },
  /* unnamed namespace: while 1, switch 2; one case */
  { "a.cpp", "f 3/3/2/0", "namespace { void f () { while (true) { switch (1) { case 1: break; default:; } } } }\n" },
  /* if with initialiser 1, else if 1, and 1, or 1 */
  { "a.cpp", "f 5/4/1/1",
    "int f (int a) { if (int b = g (a); b > 0) return 1; else if (a and b) return 2; return a or b; }\n" },
  /* template arguments, references to arrays, pointers to functions: one each; attributes */
  { "a.cpp", "p 1/0/0/3; c 1/0/0/1",
    "std::unique_ptr<F> p (std::map<int, std::string> m, int (&a)[3], void (*cb) (int, int)) { return {}; }\n"
    "[[nodiscard]] constexpr int c (int a) noexcept { return a; }\n" },
  /* trailing return, linkage, specialisation, friend */
  { "a.cpp", "S<T *>::m 1/0/0/1; S<T *>::n 1/0/0/0; e 1/0/0/0",
    "template <class T> struct S<T *> {\n"
    "  static auto m (int a) -> std::vector<int> { return {}; }\n"
    "};\n"
    "template <class T> void S<T *>::n () { }\n"
    "extern \"C\" { int e (void) { return 0; } }\n" },
  /* a macro before the class's name */
  { "a.cpp", "E::m 1/0/0/0; F::m 1/0/0/0",
    "struct EXPORT E { void m () { } };\n"
    "class API_CLASS F final : B { void m () { } };\n" },
  /* a macro before a constructor with initialisers: if 1; what follows is outside the class */
  { "a.cpp", "a::S::S 2/1/1/2; a::f 1/0/0/0",
    "namespace a { struct S { API_X S (int n, const T &t) : n ((n >> 2) + g (n)), t (0) { if (n) h (); } };\n"
    "int f () { return 1; } }\n" },
  /* macros that make functions: no parameters, whatever stands in their parentheses */
  { "a.cpp", "TEST (a) 1/0/0/0; TEST (a, b) 2/1/1/0; a::TEST_P(a, b, c) 1/0/0/0",
    "TEST (a) { }\nTEST (a, b) { if (x) return; }\nnamespace a { TEST_P(a, b, c) { } }\n" },
  /* inside a conditional too, where a constructor in a class is none */
  { "a.cpp", "TEST(a, b) 1/0/0/0; S::S 1/0/0/1",
    "#if A\nTEST(a, b) { }\n#endif\nclass S {\n#if A\nS (T) { }\n#endif\n};\n" },
};

START_TEST (every_construct_of_cpp_is_counted_by_its_definition)
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
  /* raw string and digit separator; marks in it are none */
  { 3, 1, 0, "4",
    "auto s = R\"x(TODO /* \"\n"
    ")\" )x\";\n"
    "int n = 1'000;\n"
    "/* TODO */\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.cpp", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_cpp_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/cpp", tests, G_N_ELEMENTS (tests));
}
