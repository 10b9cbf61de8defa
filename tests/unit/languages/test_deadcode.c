#include "tests/unit/languages/read.h"

/* "first-last text; …" of every DEAD_CODE capture. Yours. */
static char *
tell_dead_code (const ArdFacts *facts)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_DEAD_CODE)
      g_string_append_printf (told, "%s%u-%u %s", told->len ? "; " : "", row->start_line, row->end_line, row->text);
  }
  return g_string_free (told, FALSE);
}

/* What a reader of each text says. */
static const struct {
  const char *path, *text, *told;
} rows[] = {
  { "a.c", "int f(void)\n{\n  // int n = 0;\n  // if (n == g()) {\n  //   h(n);\n  // }\n  return 0;\n}\n",
    "3-6 int n = 0;" },
  { "a.c", "/*\nint f(void)\n{\n  return g(1);\n}\n*/\n", "2-5 int f(void)" },
  { "a.c", "int f(void)\n{\n#if 0\n  g(1);\n  h = 2;\n#ifdef X\n  k();\n#endif\n#else\n  return 1;\n#endif\n}\n",
    "4-8 g(1);" },
  /* the layout of a record, a call as documentation, a text with stars, a licence */
  { "a.c", "// struct {\n//   int a;\n//   char b[4];\n//   long c;\n// };\nint x;\n", "" },
  { "a.c", "// Usage:\n//   a = open(x);\n//   read(a);\n//   close(a);\nint x;\n", "" },
  { "a.c", "/*\n * a = f(x);\n * b = g(a);\n * h(b);\n * k(b);\n */\nint x;\n", "" },
  { "a.c", "/** a = f(x);\n b = g(a);\n h(b);\n*/\nint x;\n", "" },
  /* prose, a list, art, a table of settings */
  { "a.c",
    "// The value is read first; then it is\n// written (see below) and the lock is\n// released: nobody waits for "
    "it.\n",
    "" },
  { "a.py", "# - one\n# - two\n# - three\n# ----------\n# | a | b |\n# |---|---|\n", "" },
  { "a.sh", "# Bit 0 = ON\n# Bit 1 = OFF\n# Bit 2 = OTHER\n", "" },
  { "a.py", "def f():\n    # x = g(1)\n    # for y in x:\n    #     h(y)\n    # return x\n    pass\n", "2-5 x = g(1)" },
  { "a.py", "# {\n#   \"a\": 1,\n#   \"b\": 2,\n#   \"c\": 3,\n# }\n", "" },
  { "a.js", "// const a = b()\n// a.then(x => {\n//   c(x)\n// })\nd()\n", "1-4 const a = b()" },
  { "a.go", "// f(a, b)\nfunc f(a, b int) {}\n\n//\tx := g()\n//\tif x != nil {\n//\t\treturn x\n//\t}\n",
    "4-7 x := g()" },
  { "A.java", "class A {\n  // @Override\n  // public int f() {\n  //   return g(1);\n  // }\n}\n", "2-5 @Override" },
  { "a.rb", "# def f(a)\n#   @b = a\n#   g(a)\n# end\n", "1-4 def f(a)" },
  { "a.lua", "--[[\nlocal a = f(1)\nif a then\n  g(a)\nend\n]]\n", "2-5 local a = f(1)" },
};

START_TEST (comments_that_are_code_are_told)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  g_autofree char *told = tell_dead_code (&facts);

  ck_assert_str_eq (told, rows[_i].told);
}
END_TEST

START_TEST (a_file_of_nothing_but_comments_is_bounded)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "// a = b(1);\n// c(2);\n// d = 3;\n// e(((((((((((((((;\nint x;\n");

  g_auto (ArdFacts) facts = read_facts ("a.c", text->str, -1);
  guint n = 0;

  for (guint i = 0; i < facts.captures->len; i++)
    n += g_array_index (facts.captures, ArdCapture, i).kind == ARD_CAPTURE_DEAD_CODE;
  ck_assert_uint_le (n, 200);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/deadcode");
  TCase *cases = tcase_create ("deadcode");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, comments_that_are_code_are_told, 0, G_N_ELEMENTS (rows));
  tcase_add_test (cases, a_file_of_nothing_but_comments_is_bounded);
  suite_add_tcase (suite, cases);
  return run_suite (suite);
}
