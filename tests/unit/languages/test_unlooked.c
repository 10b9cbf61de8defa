#include "tests/unit/languages/captured.h"

/* What a call may give nothing for, and the first mention of the name behind it. */

static const struct {
  const char *path, *text;
  gboolean unlooked;
} calls[] = {
  { "a.c", "void f(void) {\n  char *p = malloc(9);\n  strcpy(p, q);\n}\n", TRUE },
  { "a.c", "void f(void) {\n  char *p;\n  p = (char *) malloc(9);\n  p[0] = 1;\n}\n", TRUE },
  { "a.c", "void f(void) {\n  struct s *p = calloc(1, sizeof *p);\n  p->next = 0;\n}\n", TRUE },
  { "a.c", "void f(void) {\n  FILE *in = fopen(path, \"r\");\n  while (fgets(line, 9, in))\n    work(line);\n}\n",
    TRUE },
  { "a.c", "void f(void) {\n  FILE *in = fopen(path, \"r\");\n  if (!in)\n    return;\n  fgets(line, 9, in);\n}\n",
    FALSE },
  { "a.c", "void f(void) {\n  FILE *in = fopen(path, \"r\");\n  if (in)\n    fgets(line, 9, in);\n}\n", FALSE },
  { "a.c", "void f(void) {\n  char *p = malloc(9);\n  CHECK(p);\n  strcpy(p, q);\n}\n", FALSE },
  { "a.c", "void f(void) {\n  char *p = malloc(9);\n  return p;\n}\n", FALSE },
  { "a.c", "void f(void) {\n  s->p = malloc(9);\n  strcpy(p, q);\n}\n", FALSE },
  { "a.c", "void f(void) {\n  *p = malloc(9);\n  if (*p)\n    strcpy(*p, q);\n}\n", FALSE },
  { "a.c", "void f(void) {\n  if ((p = malloc(9)) == NULL)\n    return;\n  strcpy(p, q);\n}\n", FALSE },
  { "a.c", "void f(void) {\n  char *p = malloc(9); /* p->x */\n  if (p == NULL)\n    return;\n  p->x = 1;\n}\n",
    FALSE },
  { "a.c",
    "void f(void) {\n  if (x) {\n    p = strdup(a);\n  } else {\n    strcpy(p, q);\n  }\n  if (!p)\n    return;\n}\n",
    FALSE },
  { "a.c",
    "void f(void) {\n  if (x) {\n    p = strdup(a);\n  } else if (y) {\n    if (!p) z();\n  } else\n    p = q;\n"
    "  strcpy(p, q);\n}\n",
    TRUE },
  { "a.c", "void f(void) {\n  struct s *p = malloc(sizeof(*p), M_TEMP, M_WAITOK);\n  p->next = 0;\n}\n", FALSE },
  { "a.c", "void f(void) {\n  char *p = calloc(count(a, b), sizeof *p);\n  p[0] = 0;\n}\n", TRUE },
  { "a.lua", "local f = io.open(path)\nf:read('*a')\n", TRUE },
  { "a.lua", "local f, why = io.open(path)\nf:read('*a')\n", TRUE },
  { "a.lua", "local s = io.open(path):read('*a')\n", TRUE },
  { "a.lua", "local f = io.open(path)\nif not f then return end\nf:read('*a')\n", FALSE },
  { "a.lua", "local f = assert(io.open(path))\nf:read('*a')\n", FALSE },
  { "a.php", "<?php\n$text = @file_get_contents($url);\n$rows = json_decode($text);\n", TRUE },
  { "a.php", "<?php\n$text = file_get_contents($url);\n$rows = json_decode($text);\n", FALSE },
  { "a.php", "<?php\n$text = @file_get_contents($url);\nif ($text === false) { return; }\njson_decode($text);\n",
    FALSE },
};

START_TEST (a_value_that_may_be_nothing_is_unlooked_when_its_first_mention_uses_it)
{
  g_auto (ArdFacts) facts = read_facts (calls[_i].path, calls[_i].text, -1);
  gboolean unlooked = FALSE;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    unlooked |= row->kind == ARD_CAPTURE_CALL && row->traits & ARD_TRAIT_UNLOOKED;
  }
  ck_assert_msg (unlooked == calls[_i].unlooked, "%s", calls[_i].text);
}
END_TEST

START_TEST (go_keeps_a_value_and_drops_its_error)
{
  g_auto (ArdFacts) facts = read_facts (
      "a.go", "package a\nfunc f() {\n\tin, _ := os.Open(a)\n\t_, _ = os.Create(b)\n\t_ = os.Remove(c)\n}\n", -1);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_CALL)
      g_string_append_printf (told, "%s%s ", row->text, row->traits & ARD_TRAIT_UNLOOKED ? " kept" : "");
  }
  ck_assert_str_eq (told->str, "os.Open kept os.Create os.Remove ");
  g_string_free (told, TRUE);
}
END_TEST

START_TEST (a_macro_in_place_of_a_function_that_gives_memory_is_told)
{
  g_auto (ArdFacts) facts =
      read_facts ("a.h", "#define strdup(s) my_strdup(s, __FILE__)\n#define malloc xmalloc\n#define SIZE 3\n", -1);
  g_autofree char *told = tell_kind (&facts, ARD_CAPTURE_ERREXIT);

  ck_assert_str_eq (told, "1 strdup/; 2 malloc/");
}
END_TEST

/* What is written to, and whether it is for the moment. */
static const struct {
  const char *path, *text;
  gboolean passing;
} targets[] = {
  { "a.php", "<?php\nfile_put_contents($this->cacheFile, $text);\n", TRUE },
  { "a.php", "<?php\nfile_put_contents($dir . '/LOCK', '');\n", TRUE },
  { "a.php", "<?php\nfile_put_contents($dir . '/.lock', '');\n", TRUE },
  { "a.php", "<?php\nfile_put_contents($path, $cache);\n", FALSE },
  { "a.php", "<?php\nfile_put_contents($blockFile, $text);\n", FALSE },
  { "a.php", "<?php\nfile_put_contents($template, $text);\n", FALSE },
  { "a.php", "<?php\nrename($tmp, $path);\n", FALSE },
  { "a.php", "<?php\nrename($path, $tmpPath);\n", TRUE },
  { "a.go", "package a\nfunc f() {\n\tos.WriteFile(pidFile, b, 0o644)\n}\n", TRUE },
  { "a.go", "package a\nfunc f() {\n\tos.WriteFile(catalog, b, 0o644)\n}\n", FALSE },
};

START_TEST (what_is_for_the_moment_is_told_by_the_name_of_what_is_written_to)
{
  g_auto (ArdFacts) facts = read_facts (targets[_i].path, targets[_i].text, -1);
  gboolean passing = FALSE;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    passing |= row->kind == ARD_CAPTURE_CALL && row->traits & ARD_TRAIT_PASSING;
  }
  ck_assert_msg (passing == targets[_i].passing, "%s", targets[_i].text);
}
END_TEST

START_TEST (go_s_functions_that_return_nil_in_any_case_cannot_fail)
{
  g_auto (ArdFacts) facts = read_facts ("a.go",
                                        "package a\n"
                                        "func never() error {\n\tif x {\n\t\treturn nil\n\t}\n\treturn nil\n}\n"
                                        "func may() error {\n\treturn work()\n}\n"
                                        "func named() (err error) {\n\treturn\n}\n"
                                        "func both() (int, error) {\n\treturn 0, nil\n}\n"
                                        "func inner() error {\n\tf(func() error { return err })\n\treturn nil\n}\n",
                                        -1);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts.functions->len; i++) {
    const ArdFunction *row = &g_array_index (facts.functions, ArdFunction, i);

    g_string_append_printf (told, "%s%s ", row->name, row->traits & ARD_FUNCTION_FAILS ? " fails" : "");
  }
  ck_assert_str_eq (told->str, "never may fails named fails both inner  fails ");
  g_string_free (told, TRUE);
}
END_TEST

START_TEST (a_command_of_a_shell_says_what_it_is_told_to_do)
{
  g_auto (ArdFacts) facts = read_facts ("a.sh",
                                        "git -C \"$dir\" push --tags origin\n"
                                        "sudo -u www apt-get -qq \\\n  install nginx\n"
                                        "cp a b\n"
                                        "docker \"$verb\" x\n"
                                        "make\n"
                                        "make -j4 install\n"
                                        "sudo cp a b\n"
                                        "echo \"Installation complete\"\n"
                                        "echo hello\n"
                                        "npm --version\n",
                                        -1);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_CALL)
      g_string_append_printf (told, "%s; ", row->text);
  }
  ck_assert_str_eq (told->str, "git push; apt-get install; cp; docker; make; make install; cp; echo done; echo; npm; ");
  g_string_free (told, TRUE);
}
END_TEST

START_TEST (nothing_happens_between_if_0_and_its_end)
{
  g_auto (ArdFacts) facts = read_facts ("a.c",
                                        "#if 0\nvoid f(void) {\n  rename(a, b);\n}\n#endif\n"
                                        "void g(void) {\n  rename(c, d);\n}\n",
                                        -1);
  g_autofree char *told = tell_kind (&facts, ARD_CAPTURE_CALL);

  ck_assert_str_eq (told, "3 rename/v; 7 rename/d");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/unlooked");
  TCase *test = tcase_create ("unlooked");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, a_value_that_may_be_nothing_is_unlooked_when_its_first_mention_uses_it, 0,
                       G_N_ELEMENTS (calls));
  tcase_add_test (test, go_keeps_a_value_and_drops_its_error);
  tcase_add_test (test, a_macro_in_place_of_a_function_that_gives_memory_is_told);
  tcase_add_loop_test (test, what_is_for_the_moment_is_told_by_the_name_of_what_is_written_to, 0,
                       G_N_ELEMENTS (targets));
  tcase_add_test (test, go_s_functions_that_return_nil_in_any_case_cannot_fail);
  tcase_add_test (test, a_command_of_a_shell_says_what_it_is_told_to_do);
  tcase_add_test (test, nothing_happens_between_if_0_and_its_end);
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
