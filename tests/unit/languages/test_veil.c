#include "languages/veil.h"

#include "tests/unit/languages/read.h"

/* What the parser is shown, written by hand: same length, same lines. */
static const struct {
  const char *language, *text, *shown;
} rows[] = {
  /* branches of Swift are whole statements: all of them stay */
  { "Swift", "enum E {\n  #if os(Linux)\n  case a\n  #else // b\n  case c\n  #endif\n}\n",
    "enum E {\n               \n  case a\n        // b\n  case c\n        \n}\n" },
  { "Swift", "func f() throws(E) -> Int\n", "func f() throws    -> Int\n" },
  { "Swift", "nonisolated(unsafe) var x\n", "nonisolated         var x\n" },
  { "Swift", "@Option() var x\n@Option(a) var y\n", "@Option   var x\n@Option(a) var y\n" },
  { "Swift", "for try await x in try y {\n", "for try await x in     y {\n" },
  { "Swift", "func f(x: sending A, sending: B)\n", "func f(x:         A, sending: B)\n" },
  { "Swift", "} catch A.x, A.y(1, 2) {\n", "} catch A.x            {\n" },
  { "Swift", "} catch A.y(1, 2) {\n", NULL },
  { "Swift", "x = #if\n#ifdef\n", NULL },
  /* one modifier before a constructor; names that are modifiers elsewhere */
  { "Kotlin", "class A\ninternal actual constructor(x)\n", "class A\ninternal        constructor(x)\n" },
  { "Kotlin", "  override()\n  file.open()\n  open fun f()\n", "  _verride()\n  file.open()\n  open fun f()\n" },
  { "Kotlin", "  final = 1\n  if (final == 1)\n", "  _inal = 1\n  if (final == 1)\n" },
  { "Kotlin", "  get(\"/x\") { }\n  get() = 1\n", "  _et(\"/x\") { }\n  get() = 1\n" },
  { "Kotlin", "annotation class A(val b: B = [])\n", "annotation class A(val b: B = 0 )\n" },
  { "Kotlin", "a[b,\n]\n", "a[b \n]\n" },
  { "Scala", "f(a,\n  b,\n)\ng[A,]\nh(a, b)\n", "f(a,\n  b \n)\ng[A ]\nh(a, b)\n" },
  /* a test of bats becomes a function; what is no such line stays */
  { "Bash", "@test \"a b c\" {\n", "      xxxxx() {\n" },
  { "Bash", "@test 'a b c'   {  \n", "      xxxxx()   {  \n" },
  { "Bash", "@test \"a\n\" {\n@test name {\necho @test \"abc\"\n", NULL },
  { "Bash", "a=${b//</c} ${d/>/e} < f\n", "a=${b//x/c} ${d/x/e} < f\n" },
  /* C's conditionals are hidden as preprocess.h says */
  { "C", "int f ()\n#if A\n{\n#else\n{ x;\n#endif\n}\n", "int f ()\n     \n{\n     \n    \n      \n}\n" },
  /* a macro alone on its line in front of a declaration; one that is a type, a test's head, an entry, a statement stays
   */
  { "C++", "A_BEGIN\nnamespace a {\n", "       \nnamespace a {\n" },
  { "C++", "int x;\n// c\nA_B(diag \"-W\")\nA_EXPORT\nenum class E { };\n",
    "int x;\n// c\n              \n        \nenum class E { };\n" },
  { "C++", "A_END\n#define X \\\n  A_B\nstruct s;\n", "     \n#define X \\\n  A_B\nstruct s;\n" },
  { "C++", "}\nA_END\n\nTEST(a, b) {\n", "}\n     \n\nTEST(a, b) {\n" },
  { "C++", "TEST_F(A, b)\n{ }\nBOOL_T\nf ();\nenum { A_B\n};\nx = 1,\nA_C\nnamespace t;\nEND\nnamespace b;\n", NULL },
  { "Python", "x = 1\n", NULL },
};

START_TEST (the_parser_is_shown_a_text_of_the_same_length)
{
  g_autofree char *shown = ard_veil (rows[_i].language, rows[_i].text, strlen (rows[_i].text));

  if (rows[_i].shown) {
    ck_assert_ptr_nonnull (shown);
    ck_assert_str_eq (shown, rows[_i].shown);
    ck_assert_uint_eq (strlen (shown), strlen (rows[_i].text));
  } else {
    ck_assert_msg (!shown, "%s", shown);
  }
}
END_TEST

START_TEST (what_is_hidden_from_the_parser_still_counts_as_code)
{
  g_auto (ArdFacts) facts =
      read_facts ("a.swift", "func f() throws(E) {\n  #if DEBUG\n  g()\n  #endif // TODO x\n}\n", -1);
  g_autofree char *markers = tell_markers (&facts);

  ck_assert_double_eq (facts.error_share, 0);
  ck_assert_uint_eq (facts.code_lines, 5);
  ck_assert_uint_eq (find_function (&facts, "f")->code_lines, 5);
  ck_assert_str_eq (markers, "4");
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { the_parser_is_shown_a_text_of_the_same_length, G_N_ELEMENTS (rows) },
    { what_is_hidden_from_the_parser_still_counts_as_code, 1 },
  };

  return run_tests ("languages/veil", tests, G_N_ELEMENTS (tests));
}
