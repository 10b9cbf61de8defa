#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* overloads and declarations are none */
  { "a.ts", "over 1/0/0/1",
    "declare function ext(a: number): void;\n"
    "function over(a: string): string;\n"
    "function over(a: number): number;\n"
    "function over(a: any): any { return a; }\n" },
  /* conditional types decide nothing; enums and interfaces have no body */
  { "a.ts", "f 1/0/0/1",
    "type C<T> = T extends string ? 'a' : T extends number ? 'b' : never;\n"
    "enum E { A = 1 << 2, B = A || 3 }\n"
    "interface I { m(a: number): void; new (x: string): I; }\n"
    "function f<T>(a: T extends string ? 1 : 2): void { }\n" },
  /* abstract methods are declarations; this is no parameter; && 1 */
  { "a.ts", "A.constructor 1/0/0/2; A.q 1/0/0/3; A.f 2/1/0/1; A.v 1/0/0/0",
    "abstract class A<T> {\n"
    "  constructor(private readonly a: number, public b?: string) { super(); }\n"
    "  abstract m(): void;\n"
    "  protected async q<U extends T>(this: A<T>, @Inject() x: U, y = 1, ...z: T[]): Promise<U> { return x as any; }\n"
    "  static readonly f = (a: T): a is T => !!a && true;\n"
    "  get v(): number { return this.a!; }\n"
    "}\n" },
  /* namespaces; if 1 */
  { "a.ts", "N.M.O.f 2/1/1/0",
    "namespace N.M { export namespace O { export function f() { if (1) { } } } }\n"
    "declare module 'mod' { export function d(): void; }\n" },
  /* a callback is one parameter; for 1; template ternary 1; assertion if 1 */
  { "a.ts", "g 2/1/1/2; s.m 1/0/0/1; s.p 2/1/0/1; is 2/1/1/1",
    "export const g = async <T>(a: T, cb: (x: T, y: number) => void): Promise<void> => { for (const x of a as any) { } "
    "};\n"
    "const s = { m<T>(a: T) { return a satisfies T; },\n"
    " p: (a: number): string => `${a ? 'x' : 'y'}` };\n"
    "function is(x: unknown): asserts x is string { if (typeof x !== 'string') throw new Error(); }\n" },
  /* decorators */
  { "a.ts", "D.m 1/0/0/1", "@Dec({ a: 1 }) class D { @Log() m(@P('x') a: string): void { } }\n" },
  /* TSX: && 1, ternary 1 */
  { "a.tsx", "V 3/2/0/1", "export const V = <T,>({ a, b }: P<T>) => <p>{a && <b/>}{b ? 1 : null}</p>;\n" },
};

START_TEST (every_construct_of_typescript_is_counted_by_its_definition)
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
  /* marks in strings and types are none */
  { 2, 2, 1, "3 4",
    "type T = 'TODO';\n"
    "const s: string = \"// FIXME\";\n"
    "// FIXME a\n"
    "/** TODO b */\n"
    "\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.ts", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_typescript_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/typescript", tests, G_N_ELEMENTS (tests));
}
