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
  tcase_add_test (test, nothing_happens_between_if_0_and_its_end);
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
