#include "tests/unit/languages/read.h"

/* Which imported names the TypeScript handbook's rule of elision leaves out: those that no value mentions. */
static const struct {
  const char *path, *text, *erased;
} rows[] = {
  { "a.ts", "import { A, B, C } from './x'\nfunction f(a: A): B { return new C() }\n", "A B" },
  { "a.ts", "import { A as X, B as Y } from './x'\nlet a: X = Y\n", "A" },
  { "a.ts", "import D, * as ns from './x'\nlet a: ns.T<D>\n", "D * as ns" },
  { "a.ts", "import * as ns from './x'\nlet a: ns.T = ns.make()\n", "" },
  { "a.ts", "import { A } from './x'\nlet a: typeof A\n", "" },
  { "a.ts", "import { A } from './x'\nclass B extends A {}\n", "" },
  { "a.ts", "import { A } from './x'\nclass B implements A {}\n", "A" },
  { "a.ts", "import { A } from './x'\nlet a: A\nexport { A }\n", "" },
  { "a.ts", "import { A } from './x'\nlet a: A\nexport default A\n", "" },
  { "a.ts", "import { A } from './x'\nlet a: A, b = { A }\n", "" },
  { "a.ts", "import { A } from './x'\nlet a: A, b = c.A\n", "A" },
  /* never used: left as it is */
  { "a.ts", "import { A } from './x'\n", "" },
  /* decorators may keep the types of what they decorate */
  { "a.ts", "import { A } from './x'\n@Injectable()\nclass B { constructor(a: A) {} }\n", "" },
  { "a.tsx", "import { A, B } from './x'\nconst f = (p: B) => <A/>\n", "B" },
  /* behind code; by require, which always runs */
  { "a.ts", "f(1)\nimport { A } from './x'\nlet a: A\n", "" },
  { "a.ts", "const { A } = require('./x')\nlet a: A\n", "" },
  { "a.js", "import { A } from './x'\n", "" },
};

/* Paths whose statement says "type", or does not. */
static const struct {
  const char *text;
  gboolean typed;
} said[] = {
  { "import type { A } from './x'\n", TRUE }, { "import type A from './x'\n", TRUE },
  { "export type { A } from './x'\n", TRUE }, { "export type * as A from './x'\n", TRUE },
  { "export type * from './x'\n", TRUE },     { "export * as A from './x'\n", FALSE },
  { "export { type } from './x'\n", FALSE },  { "export * from './x'\n", FALSE },
};

START_TEST (a_statement_says_that_it_is_of_types)
{
  g_auto (ArdFacts) facts = read_facts ("a.ts", said[_i].text, -1);
  guint found = 0;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind != ARD_CAPTURE_IMPORT || !g_str_equal (row->text, "./x"))
      continue;
    ck_assert_int_eq ((row->traits & ARD_TRAIT_TYPE_ONLY) != 0, said[_i].typed);
    found++;
  }
  ck_assert_uint_eq (found, 1);
}
END_TEST

START_TEST (names_that_stand_in_types_only_are_told)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_IMPORT && (row->traits & ARD_TRAIT_AS_TYPE))
      g_string_append_printf (told, "%s%s", told->len ? " " : "", row->text);
  }
  ck_assert_str_eq (told->str, rows[_i].erased);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { names_that_stand_in_types_only_are_told, G_N_ELEMENTS (rows) },
    { a_statement_says_that_it_is_of_types, G_N_ELEMENTS (said) },
  };

  return run_tests ("languages/erased", tests, G_N_ELEMENTS (tests));
}
