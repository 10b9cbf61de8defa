#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* class fields, accessors, private and computed names; for await 1; ||= is || 1; ?? nothing */
  { "a.js",
    "P.#p 2/1/1/0; P.gen 2/1/1/4; P.v 1/0/0/0; P.v 2/1/0/1; P.[Symbol.iterator] 1/0/0/0; P.a name 1/0/0/0; P.field "
    "1/0/0/0",
    "class P extends Q {\n"
    "  #p = () => { if (this.#x ?\? 1) return; };\n"
    "  static async *gen(a, { b, c } = {}, [d] = [], ...e) { for await (const x of a) yield x; }\n"
    "  get v() { return 1; }\n"
    "  set v(x) { this.w ||= x; }\n"
    "  static { if (a) b(); }\n"
    "  [Symbol.iterator]() { }\n"
    "  'a name'() { }\n"
    "  field = function* () { };\n"
    "}\n" },
  /* methods of an object */
  { "a.js", "o.a 1/0/0/0; o.g 1/0/0/0; o.b 1/0/0/0; o.[k] 1/0/0/0; o.c 1/0/0/1",
    "const o = {\n"
    "  a() { },\n"
    "  get g() { return 1; },\n"
    "  async *b() { },\n"
    "  [k]: function () { },\n"
    "  c: async x => x,\n"
    "};\n" },
  /* default exports */
  { "a.js", "default.constructor 1/0/0/1; default.m 1/0/0/0",
    "export default class { constructor(a) { super(); }\n"
    " m() { } }\n" },
  /* invoked at once: if 1; a function's call of itself 1 */
  { "a.js", "- 2/1/1/0; - 1/0/0/0; named 1/1/0/0",
    "(function () { if (a) b(); })();\n"
    "(() => { })();\n"
    "!function named() { return named(); }();\n" },
  /* default value: || 1; for in 1, while 2, labelled continue 1 */
  { "a.js", "g 2/1/0/1; h 3/4/2/1",
    "export function* g(a = b || c) { yield* a; }\n"
    "export const h = async x => { outer: for (const i in x) { while (i) { continue outer; } } };\n" },
  /* switch 1, && 1; two cases decide */
  { "a.js", "sw 4/2/1/1",
    "function sw(x) {\n"
    "  switch (true) {\n"
    "    case x > 1 && x < 2: return 1;\n"
    "    case x:\n"
    "    default: return 2;\n"
    "  }\n"
    "}\n" },
  /* ||= 1, &&= 1, || 1; ??=, ?. and ?? nothing */
  { "a.js", "lo 4/3/0/1", "const lo = (a) => { a ?\?= 1; a ||= 2; a &&= 3; return a?.b?.() ?\? (a || b); };\n" },
  /* JSX: && 1; the callback is a unit, its ternary 1 */
  { "a.jsx", "J 2/1/0/1; - 2/1/0/1",
    "const J = ({ items, on }) => (<ul>{on && <li/>}{items.map(i => i ? <A k={i}/> : null)}</ul>);\n" },
  /* catch without a name 1; do 1; if 1, else if 1, else 1 */
  { "a.js", "module.exports.z 2/1/1/0; later 2/1/1/0; cb 3/3/1/2",
    "module.exports.z = function () { try { a(); } catch { b(); } finally { c(); } };\n"
    "let later; later = () => { do { x(); } while (y); };\n"
    "var cb = function inner(err, d) { if (err) return; else if (d) { } else { } };\n" },
  /* ternary 1, inner 2; inner functions begin anew */
  { "a.js", "x.y 3/3/0/2; - 1/0/0/1; - 2/1/1/0",
    "x.y = (a, b) => a ? b ? 1 : 2 : 3;\n"
    "new Promise((res) => {\n"
    "  setTimeout(() => { if (a) res(); }, 1); });\n" },
};

START_TEST (every_construct_of_javascript_is_counted_by_its_definition)
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
  /* regular expressions and templates are code; marks in them are none */
  { 3, 2, 0, "4 5",
    "const r = /\\/\\*TODO*/;\n"
    "const t = `// TODO\n"
    "`;\n"
    "// TODO one\n"
    "/* TODO two */\n" },
  /* a comment in JSX */
  { 1, 0, 0, "1", "const J = () => <p>{/* TODO x */}</p>;\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.js", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_javascript_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/javascript", tests, G_N_ELEMENTS (tests));
}
