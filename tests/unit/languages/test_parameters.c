#include "tests/unit/languages/read.h"

/* "function name@line; …" of every PARAMETER capture. Yours. */
static char *
tell_parameters (const ArdFacts *facts)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_PARAMETER)
      g_string_append_printf (told, "%s%s %s@%u", told->len ? "; " : "",
                              g_array_index (facts->functions, ArdFunction, row->function).name, row->text,
                              row->start_line);
  }
  return g_string_free (told, FALSE);
}

/* What a reader of each text finds by looking for the name in the body. */
static const struct {
  const char *path, *text, *told;
} rows[] = {
  { "a.c", "int f(int a, char **argv, int *n)\n{\n  return a;\n}\n", "f argv@1; f n@1" },
  { "a.c", "int f(int a, int b) { (void) b; return a; }\n", "" },
  { "a.c", "int f(int a /* unused */, int b __attribute__((unused)), int _c, int unused_d, int e) { return 0; }\n",
    "f e@1" },
  { "a.c", "int f(int a) {\n#ifdef X\n  return a;\n#else\n  return 0;\n#endif\n}\n", "" },
  { "a.c", "int f(int (*cb)(int inner), int b) { int g(int local); return cb(1); }\n", "f b@1" },
  { "a.c", "int f(a, b) int a; int b; { return 0; }\n", "" },
  { "a.c", "int f(int a) {\n#define X a + 1\n  return X;\n}\n", "" },
  { "a.c", "#define OUT(x) \\\n  put(stream, x)\nint f(int stream, int other) { OUT(1); return 0; }\n", "f other@3" },
  { "a.c", "#define END(i) (line##i + 1)\nint f(int line1, int count1) { return END(1); }\n", "f count1@2" },
  { "a.py", "def f(a):  # pylint: disable=unused-argument\n return 1 + g()\n", "" },
  { "A.java",
    "class A {\n // NOPMD UnusedParameter\n int f(int a) { return g(); }\n\n int h(int b) { return g(); }\n}\n",
    "A.h b@5" },
  { "a.rs", "#[allow(unused_variables)]\nfn f(a: i32) -> i32 { g() }\nfn h(b: i32) -> i32 { g() }\n", "h b@3" },
  { "a.cpp",
    "struct A { A(int x, int y) : x_(x) {} int f([[maybe_unused]] int a, const B &b) { return 0; } int x_; };\n",
    "A::A y@1; A::f b@1" },
  { "a.cpp", "int f(int a, int b) { return [&](int q) { return a; }(1); }\n", "f b@1" },
  { "a.py", "class A:\n def m(self, a, b=1, *args, **kw):\n  return a\n def n(self, c): return locals()\n", "A.m b@2" },
  { "a.py", "def f(a, b=None, c: int = 0):\n \"\"\"b is told here\"\"\"\n return f'{a}'\n", "f b@1; f c@1" },
  { "a.py", "def f(a, b):\n def g(a): return b\n return g\n", "f.g a@2" },
  { "a.js",
    "function f(a, b, c) { return b; }\nfunction g(a) { return arguments.length; }\nconst h = (x, y) => `${x}`;\n",
    "f c@1; h y@3" },
  { "a.ts", "class A { constructor(private a: B, readonly c: D, e: F) {} m(this: A, x?: number): void { n(); } }\n",
    "A.constructor e@1; A.m x@1" },
  { "A.java",
    "class A { @SuppressWarnings(\"unused\") int f(int a) { return 0; } int g(int a, String... rest) { return a; } }\n",
    "A.g rest@1" },
  { "a.go", "func f(a, b int, _ string, c ...int) int { return a }\n", "f b@1; f c@1" },
  { "a.scala", "object A {\n def f(a: B, c: Int, d: Int): E = g(c) &&\n  (a match {\n   case _ => d\n  })\n}\n", "" },
  { "a.scala", "object A {\n def f(a: B, c: Int): E = g(c)\n}\n", "A.f a@2" },
  { "a.go", "func f(a func(b int, c ...int), d int) { a(1) }\n", "f d@1" },
};

START_TEST (a_parameter_that_its_function_never_mentions_is_told)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  g_autofree char *told = tell_parameters (&facts);

  ck_assert_str_eq (told, rows[_i].told);
}
END_TEST

START_TEST (names_and_depth_are_bounded)
{
  g_autoptr (GString) wide = g_string_new ("int f(int a0");

  for (guint i = 1; i < 100000; i++)
    g_string_append_printf (wide, ", int a%u", i);
  g_string_append (wide, ") { return 0; }\n");

  g_auto (ArdFacts) facts = read_facts ("a.c", wide->str, -1);
  guint n = 0;

  for (guint i = 0; i < facts.captures->len; i++)
    n += g_array_index (facts.captures, ArdCapture, i).kind == ARD_CAPTURE_PARAMETER;
  ck_assert_uint_eq (n, 64);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/parameters");
  TCase *cases = tcase_create ("parameters");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, a_parameter_that_its_function_never_mentions_is_told, 0, G_N_ELEMENTS (rows));
  tcase_add_test (cases, names_and_depth_are_bounded);
  suite_add_tcase (suite, cases);
  return run_suite (suite);
}
