/* What a past version is measured by: the functions that reading it whole gives, and nothing else. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "languages/languages.h"

static const struct {
  const char *path, *text;
} files[] = {
  { "a.c",
    "#include \"a.h\"\n/* TODO: x */\nstatic int\nf (int a)\n{\n  if (a && g (a))\n    return 1;\n  return 0;\n}\n"
    "START_TEST (name)\n{\n  ck_assert (f (1));\n}\nEND_TEST\n" },
  { "a.js", "const a = require('a');\nexport default (x) => x.then(r => r.ok).catch(() => {});\n"
            "class B {\n  async c() {\n    try {\n      await a.d();\n    } catch (e) {}\n  }\n}\n"
            "module.exports = { e: function () { for (;;) { if (a) break; } } };\n"
            "it('does', function () { return a.b(function (err) { if (err) throw err; }); });\n" },
  { "a.ts", "export const f = (a: number): number => {\n  // note\n  return a > 1 ? a : 0;\n};\n"
            "interface X { y(): void }\nabstract class C { abstract d(): void; e() { this.d(); } }\n" },
  { "a.py",
    "import os\n\nclass A:\n    def f(self, x):\n        \"\"\"Doc.\"\"\"\n        try:\n            return os.x(x)\n"
    "        except Exception:\n            pass\n\n    def g(self):\n        def h():\n            return 1\n        "
    "return h\n" },
  { "A.java", "package a;\nclass A {\n  int f() {\n    try { g(); } catch (Exception e) { }\n"
              "    run(() -> { if (x) y(); });\n    return 1;\n  }\n  A() { }\n}\n" },
  { "a.go",
    "package a\n\nimport \"os\"\n\nfunc (a *A) F() error {\n\tif err := os.X(); err != nil {\n\t\treturn nil\n\t}\n"
    "\tgo func() { g() }()\n\treturn nil\n}\n" },
  { "a.rs", "use std::io;\nimpl A {\n    fn f(&self) -> Result<(), E> {\n        self.g().ok();\n        match x { 1 "
            "=> a(), _ => b() }\n    }\n}\n" },
  { "a.rb", "class A\n  def f\n    x rescue nil\n    [1].each { |y| puts y if y }\n  end\nend\n" },
};

static void
check_functions (const ArdFacts *whole, const ArdFacts *metrics)
{
  ck_assert_uint_gt (whole->functions->len, 0);
  ck_assert_uint_eq (whole->functions->len, metrics->functions->len);
  for (guint i = 0; i < whole->functions->len; i++) {
    const ArdFunction *left = &g_array_index (whole->functions, ArdFunction, i);
    const ArdFunction *right = &g_array_index (metrics->functions, ArdFunction, i);

    ck_assert_str_eq (left->name, right->name);
    ck_assert_uint_eq (left->start_line, right->start_line);
    ck_assert_uint_eq (left->end_line, right->end_line);
    ck_assert_uint_eq (left->cognitive, right->cognitive);
    ck_assert_uint_eq (left->digest, right->digest);
  }
}

START_TEST (functions_are_those_of_the_whole_reading)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, NULL);
  g_autoptr (ArdReader) reader = ard_reader_new (languages);
  g_autoptr (GBytes) bytes = g_bytes_new_static (files[_i].text, strlen (files[_i].text));
  g_auto (ArdFacts) whole = { 0 }, metrics = { 0 }, again = { 0 };

  ard_facts_init (&whole);
  ard_facts_init (&metrics);
  ard_facts_init (&again);
  ard_reader_read (reader, files[_i].path, bytes, &whole);
  ard_reader_measure (reader, files[_i].path, bytes, &metrics);
  ard_reader_read (reader, files[_i].path, bytes, &again);
  check_functions (&whole, &metrics);
  ck_assert (metrics.measured);
  ck_assert_uint_eq (whole.lines, metrics.lines);
  ck_assert_uint_eq (whole.code_lines, metrics.code_lines);
  ck_assert_uint_eq (metrics.captures->len, 0);
  ck_assert_uint_eq (metrics.tokens->len, 0);
  ck_assert_uint_eq (whole.captures->len, again.captures->len);
  ck_assert_uint_eq (whole.tokens->len, again.tokens->len);
}
END_TEST

START_TEST (an_outline_is_what_needs_no_parser)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, NULL);
  g_autoptr (ArdReader) reader = ard_reader_new (languages);
  g_autoptr (GBytes) bytes = g_bytes_new_static (files[_i].text, strlen (files[_i].text));
  g_auto (ArdFacts) whole = { 0 }, outline = { 0 };

  ard_reader_outline (reader, files[_i].path, bytes, (ard_facts_init (&outline), &outline));
  ard_reader_read (reader, files[_i].path, bytes, (ard_facts_init (&whole), &whole));
  ck_assert_str_eq (outline.language, whole.language);
  ck_assert_int_eq (outline.content, whole.content);
  ck_assert_uint_eq (outline.digest, whole.digest);
  ck_assert_int_eq (outline.size_bytes, whole.size_bytes);
  ck_assert (!outline.measured && whole.measured);
  ck_assert_uint_eq (outline.functions->len + outline.captures->len + outline.tokens->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("measure");
  TCase *tests = tcase_create ("measure");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, functions_are_those_of_the_whole_reading, 0, G_N_ELEMENTS (files));
  tcase_add_loop_test (tests, an_outline_is_what_needs_no_parser, 0, G_N_ELEMENTS (files));
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
