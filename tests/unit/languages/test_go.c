#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* a function type is one parameter, whatever it takes and returns */
  { "a.go", "F 1/0/0/2; G 1/0/0/3; H 1/0/0/1; U 1/0/0/3",
    "package p\n"
    "func F(cb func(a, b int) (x, y int), n int) error { return nil }\n"
    "func G(a, b int, cs ...func(x int) bool) (x, y int, err error) { return }\n"
    "func H(func(a int)) {}\n"
    "func U(int, string, ...bool) {}\n" },
  /* generic receivers and functions; for 1 */
  { "a.go", "Stack.Push 1/0/0/1; Stack.None 1/0/0/0; Map 2/1/1/2",
    "package p\n"
    "func (s *Stack[T]) Push(v T) {}\n"
    "func (Stack[K, V]) None() {}\n"
    "func Map[T, U any](xs []T, f func(T) U) []U { for range xs {}; return nil }\n" },
  /* for 1, select 2, if 3, && 1, || 1, labelled break 1 = 9; two cases */
  { "a.go", "Sel 7/9/3/2",
    "package p\n"
    "func Sel(ch <-chan int, done chan struct{}) {\n"
    "outer:\n"
    "	for {\n"
    "		select {\n"
    "		case x := <-ch:\n"
    "			if x > 0 && x < 5 || x == 9 {\n"
    "				break outer\n"
    "			}\n"
    "		case <-done:\n"
    "			return\n"
    "		default:\n"
    "			continue\n"
    "		}\n"
    "	}\n"
    "}\n" },
  /* type switch 1, switch 1; three cases */
  { "a.go", "Typ 4/2/1/1",
    "package p\n"
    "func Typ(v any) string {\n"
    "	switch t := v.(type) {\n"
    "	case int, string:\n"
    "		return \"a\"\n"
    "	case nil:\n"
    "	default:\n"
    "		_ = t\n"
    "	}\n"
    "	switch {\n"
    "	case true:\n"
    "		fallthrough\n"
    "	default:\n"
    "	}\n"
    "	return \"\"\n"
    "}\n" },
  /* if 1, else if 1, else 1, goto 1 = 4; literals are units: if 1, for 1 */
  { "a.go", "Def 3/4/1/2; - 2/1/1/0; - 2/1/1/1; Def.h 1/0/0/2",
    "package p\n"
    "func Def(_ int, s string) {\n"
    "	defer func() {\n"
    "		if r := recover(); r != nil {\n"
    "		}\n"
    "	}()\n"
    "	go func(i int) { for i := range 10 { _ = i } }(1)\n"
    "	h := func(w http.ResponseWriter, r *http.Request) {}\n"
    "	if err := h(); err != nil {\n"
    "	} else if x {\n"
    "	} else {\n"
    "	}\n"
    "	goto end\n"
    "end:\n"
    "}\n" },
  /* a returned literal, a package variable: if 1; a struct's function field is a type; recursion 1 */
  { "a.go", "Fn 1/0/0/0; - 1/0/0/2; Glob 2/1/1/1; Rec 1/1/0/1",
    "package p\n"
    "type S struct { F func(a, b int) error `json:\"f\"` }\n"
    "func Fn() func(int, int) int {\n"
    "	return func(a, b int) int { return a } }\n"
    "var Glob = func(a int) { if a > 0 { } }\n"
    "func ext(a int) int\n"
    "func Rec(n int) int { return Rec(n - 1) }\n" },
};

START_TEST (every_construct_of_go_is_counted_by_its_definition)
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
  /* raw strings are code; marks in them are none */
  { 4, 2, 1, "5 6",
    "package p\n"
    "var s = `// TODO\n"
    "\n"
    "*/`\n"
    "// TODO a\n"
    "/* FIXME b */\n"
    "var t = \"/*filepath\"\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.go", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_go_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/go", tests, G_N_ELEMENTS (tests));
}
