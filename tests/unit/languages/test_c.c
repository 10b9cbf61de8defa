#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* K&R; if 1 */
  { "a.c", "kr 2/1/1/3", "int kr (a, b, c) int a, b; char *c; { if (a) return b; return 0; }\n" },
  /* attributes and a ternary without its middle: 1 */
  { "a.c", "attr 2/1/0/1", "static inline __attribute__ ((always_inline)) int attr (int a) { return a ?: 1; }\n" },
  /* pointers to functions are one parameter each */
  { "a.c", "f 1/0/0/4",
    "void f (void *c, CURLcode (*one) (void *, int), int (*two) (char *, int (*in) (int)), int n) { }\n" },
  /* a function that returns a pointer to one; && 1, ternary 1 */
  { "a.c", "f 3/2/0/2", "int (*f (int a, int b)) (int, char) { return a && b ? 0 : 0; }\n" },
  /* ... is no parameter, void neither */
  { "a.c", "f 1/0/0/1; g 1/0/0/0; h 1/0/0/1",
    "void f (const char *s, ...) { }\n"
    "int g (void) { }\n"
    "int h (void (*done) (void)) { }\n" },
  /* macros that stand for attributes */
  { "a.c", "a 1/0/0/1; b 1/0/0/1; c 1/0/0/2; d 1/0/0/1; e 1/0/0/1; f 1/0/0/1",
    "NORETURN void a (char *s) { }\n"
    "static NORETURN void b (char *s) { }\n"
    "int c (int x UNUSED, char **y UNUSED) { }\n"
    "API int CALLBACK d (int x) { }\n"
    "ALLOC (1) void *e (int x) { }\n"
    "int f (int x) NOTHROW { }\n" },
  /* names in capitals that are types, tags, values and macros stay */
  { "a.c", "f 3/2/1/2; g 1/0/0/1",
    "int f (DWORD a, struct OPT *b) { enum KIND k = FOO; if (a) RETURN; while (a * FOO) NEXT; return (int) BAR; }\n"
    "TYPE g (HANDLE h) { }\n" },
  /* a condition split by #if is that of the first branch: if 1, && 1 */
  { "a.c", "f 3/2/1/1",
    "int f (int a)\n"
    "{\n"
    "  if (a\n"
    "#if X\n"
    "      && b\n"
    "#endif\n"
    "  )\n"
    "    return 1;\n"
    "  return 0;\n"
    "}\n" },
  /* switch 1; ternary 2, inner 3; if 2; goto 1 = 9; two cases decide */
  { "a.c", "f 6/9/2/1",
    "int f (int a)\n"
    "{\n"
    "  switch (a) {\n"
    "  case 1:\n"
    "    a++;\n"
    "  case 2:\n"
    "    return a ? a > 2 ? 1 : 2 : 3;\n"
    "  default:\n"
    "    if (a)\n"
    "      goto out;\n"
    "  }\n"
    "out:\n"
    "  return 0;\n"
    "}\n" },
  /* statement expression: if 1; compound literal and designators decide nothing */
  { "a.c", "f 2/1/1/0",
    "int f (void) { static struct r t[] = { [A] = { .f = &(struct g){ 1 } } }; return ({ int x = 1; if (x) x++; x; }); "
    "}\n" },
  /* directives decide nothing, their && neither; if 1 */
  { "a.c", "f 2/1/1/1",
    "int f (int a)\n"
    "{\n"
    "#if A && B\n"
    "  a ();\n"
    "#elif C || D\n"
    "  if (a) b ();\n"
    "#endif\n"
    "  return a;\n"
    "}\n" },
  /* the body of a macro is not read: do 1 */
  { "a.c", "f 2/1/1/0",
    "#define L(x) do { if (x) y (); } while (0)\n"
    "int f (void) { do L (1); while (0); }\n" },
  /* while 1, if 2, && 1, || 1, else 1 = 6 */
  { "a.c", "f 5/6/2/2", "int f (int c, char *v[]) { while (c--) if (v[0] && v[1] || c) break; else continue; }\n" },
  /* extern "C" for C++ only; a GNU inner function */
  { "a.c", "f 1/0/0/0; f::g 2/1/1/1",
    "#ifdef __cplusplus\n"
    "extern \"C\" {\n"
    "#endif\n"
    "int f (void)\n"
    "{\n"
    "  int g (int a) { if (a) return 1; return 0; }\n"
    "  return g (1);\n"
    "}\n"
    "#ifdef __cplusplus\n"
    "}\n"
    "#endif\n" },
  /* structured exceptions: except 1, if 2 */
  { "a.c", "f 3/3/2/0", "void f (void) { __try { a (); } __except (1) { if (b) c (); } }\n" },
  /* enumerators with attributes, linkage macros: all declarations */
  { "a.c", "f 1/0/0/0",
    "enum e { A_ONE, A_TWO DEPRECATED (7, \"x\") = 2, A_THREE DEPRECATED (8, \"\") };\n"
    "BEGIN_DECLS\n"
    "int p (int x) PURE;\n"
    "int DEPRECATED (7) q (void);\n"
    "struct PACKED s { int a; };\n"
    "END_DECLS\n"
    "int f (void) { }\n" },
  /* a macro that makes a function, of two words: no parameters */
  { "a.c", "TEST(a, b) 1/0/0/0", "END_TEST\nTEST(a, b) { }\n" },
};

START_TEST (every_construct_of_c_is_counted_by_its_definition)
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
  /* a mark in a string is none; each line of a block comment is one */
  { 4, 3, 1, "1 3 7",
    "/* TODO one\n"
    " * two\n"
    " * FIXME three */\n"
    "\n"
    "char *s = \"TODO /* no\";\n"
    "char c = '\"';\n"
    "int x; /* TODO four */\n"
    "int f (void);\n" },
  /* a line comment that goes on by a backslash; comment behind a directive */
  { 1, 2, 0, "1 3",
    "// TODO a \\\n"
    "b\n"
    "#define X 1 /* FIXME c */\n" },
  /* hidden branches stay code */
  { 7, 0, 0, "",
    "int f (int a) { return g (a,\n"
    "#if X\n"
    " 1\n"
    "#else\n"
    " 2\n"
    "#endif\n"
    "); }\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.c", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_c_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/c", tests, G_N_ELEMENTS (tests));
}
