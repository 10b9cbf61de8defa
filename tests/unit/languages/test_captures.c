#include "tests/unit/languages/captured.h"

/*
 * Handlers, worked by hand from what the statements mean in their language: path, HANDLER rows as tell_kind has them,
 * text. S: nothing is done; L: only a log is written; p: to the console; U: the error is mentioned; T: an error goes
 * on; K: a constant; C: a comment stands in it; x: one above its try, or in that, speaks of failure.
 */
static const struct {
  const char *path, *told, *text;
} handlers[] = {
  /* Python: empty, narrow and commented behind pass, log and constant, everything and rethrown, marker */
  { "a.py", "4 ValueError/S; 6 OSError/SC; 8 a.B C/LUKN; 11 /UTA; 13 E/MN; 16 E/SK",
    "def f():\n  try:\n    g()\n  except ValueError:\n    pass\n  except OSError:\n    ...  # not there\n"
    "  except (a.B, C) as e:\n    log.warning('x %s', e)\n    return None\n  except:\n    raise\n"
    "  except E as e:\n    # TODO later\n    g(1)\n  except E:\n    return -1\n" },
  /* a comment that Python's grammar puts behind the block; one above the clause; a variable only assigned is used */
  { "a.py", "4 K/SC; 9 I/C; 14 X/UCN",
    "def f():\n  try:\n    g()\n  except K:\n    pass\n    # nobody waits for it\n  try:\n    import x\n"
    "  except I: # old\n    x = None\n  try:\n    g()\n  # said\n  except X as e:\n    y = e\n" },
  /* the reason above the try or inside it; a comment that gives none; one that stands above other code */
  { "a.py", "5 E/Sx; 10 E/Sx; 15 E/S; 21 E/S",
    "def f():\n  # g may fail\n  try:\n    g()\n  except E:\n    pass\n  try:\n    # raises when it is gone\n    g()\n"
    "  except E:\n    pass\n  # now the list\n  try:\n    g()\n  except E:\n    pass\n  # h ignores it\n  h()\n"
    "  try:\n    g()\n  except E:\n    pass\n" },
  /* Java: union, named as ignored, e.printStackTrace is a log, interrupt is none, empty Optional is a constant */
  { "A.java", "3 IOException x.Y/SN; 4 E/SNi; 5 E/LUKNp; 6 I/N; 7 E/SKN; 8 E/TN",
    "class A {\n  Object f() {\n    try { g(); } catch (IOException | x.Y e) { }\n"
    "    try { g(); } catch (E ignored) { }\n    try { g(); } catch (E e) { e.printStackTrace(); return null; }\n"
    "    try { g(); } catch (I e) { Thread.currentThread().interrupt(); }\n"
    "    try { g(); } catch (E e) { return Optional.empty(); }\n"
    "    try { g(); } catch (E e) { throw new F(\"x\"); }\n  }\n}\n" },
  /* JavaScript: no variable, log and bare return, another call, rethrow, return of the variable */
  { "a.js", "2 /S; 3 /LUN; 4 /UN; 5 /UTN; 6 /UEN; 7 /SKN",
    "function f() {\n  try { g() } catch { }\n  try { g() } catch (e) { console.error(e); return; }\n"
    "  try { g() } catch (e) { log.warn(e); h(e) }\n  try { g() } catch (e) { throw e }\n"
    "  try { g() } catch (e) { return e }\n  try { g() } catch (e) { return [] }\n}\n" },
  /* promises and Node's callbacks: catch of nothing, of a log, of a name that does nothing; err unused, err asked */
  { "a.js", "2 /Sc; 3 /LUNcp; 4 /S; 5 /LU; 6 /Nce; 7 /UENce; 7 /UEN; 8 /Sc",
    "function f() {\n  g().catch(() => {});\n  g().then(h).catch(e => console.log(e));\n  g().catch(noop);\n"
    "  g().catch(console.error);\n  fs.readFile(p, (err, data) => { use(data) });\n"
    "  fs.stat(p, (err, st) => { if (err) return h(err); use(st) });\n  s.on('error', function () {});\n}\n" },
  /* where it stands decides: second of then, first of catch, behind 'error', last; a comma at the end is nothing */
  { "a.js", "2 /Sc; 4 /SNc; 6 /SNce; 8 /SNce",
    "function f() {\n  p.then(a, () => {});\n  p.then(() => {}); p.catch(a, () => {}); p.catch(a, [err => {}]);\n"
    "  s.once( \"error\", e => {}); s.on('data', e => {}); s.on(x, 'error', e => {});\n  g([err => {}]); g(err => "
    "{});\n"
    "  g(a, err => {},\n  ); g((err, d) => {}, a);\n  g(a, function (err) {});\n}\n" },
  { "a.ts", "2 /Sc; 4 /SNc; 6 /SNce; 8 /SNce",
    "function f(): void {\n  p.then(a, () => {});\n  p.then(() => {}); p.catch(a, () => {}); p.catch(a, [err => {}]);\n"
    "  s.once( \"error\", e => {}); s.on('data', e => {}); s.on(x, 'error', e => {});\n  g([err => {}]); g(err => "
    "{});\n"
    "  g(a, err => {},\n  ); g((err: E, d) => {}, a);\n  g(a, function (err: E) {});\n}\n" },
  /* Bluebird's catch of one kind of error only */
  { "a.js", "", "function f() {\n  p.catch(kind, function (err) { return []; }); p.catch(kind, err => {});\n}\n" },
  { "a.ts", "2 /SN; 3 /SNc; 4 /Nce",
    "function f(): void {\n  try { g() } catch (e: unknown) { }\n  g().catch((e: Error) => {});\n"
    "  fs.readFile(p, (err: E, data: D) => { use(data) });\n}\n" },
  /* Go: empty; constants; error wrapped; a bare return of a named error; else of err == nil; not an error's name */
  { "a.go", "3 /SN; 4 /SKN; 5 /UTEN; 6 /SUTN; 7 /SN; 8 /LUN",
    "package p\nfunc f() (n int, err error) {\n  if err != nil { }\n  if err := g(); err != nil { return 0, nil }\n"
    "  if err != nil { return 0, fmt.Errorf(\"x: %w\", err) }\n  if err != nil { return }\n"
    "  if err == nil { h() } else { continue }\n  if readErr != nil { log.Println(readErr) }\n  if n != nil { }\n"
    "  return\n}\n" },
  /* without a named result a bare return drops the error */
  { "a.go", "3 /SN", "package p\nfunc f() {\n  if err := g(); err != nil { return }\n}\n" },
  /* C: a failing call, a status; what is no error by its text is none; -1 handed on; a log */
  { "a.c", "2 /S; 4 /SCN; 5 /N; 7 /LUN",
    "int f(void) {\n  if (close(fd) < 0) { }\n  rc = g();\n  if (rc < 0) { /* never mind */ }\n"
    "  if (err) return -1;\n  if (i < 0) { }\n  if (ret < 0) perror(\"x\");\n  return 0;\n}\n" },
  /* C: zero bytes read are no failure */
  { "a.c", "2 /S", "int f(void) {\n  if (read(fd, b, 1) == -1) { }\n  if (read(fd, b, 1) == 0) { }\n  return 0;\n}\n" },
  /* C++: a stream as log, everything, constants, rethrow, a new error */
  { "a.cc", "2 std::exception/LUN; 3 /SA; 4 E/SKN; 5 E/UTN; 6 E/TN",
    "bool f() {\n  try { g(); } catch (const std::exception &e) { std::cerr << e.what(); }\n"
    "  try { g(); } catch (...) { }\n  try { g(); } catch (const E *e) { return false; }\n"
    "  try { g(); } catch (E &e) { throw; }\n  try { g(); } catch (E e) { throw F(\"x\"); }\n}\n" },
};

START_TEST (handlers_are_told_from_what_they_do)
{
  g_auto (ArdFacts) facts = read_facts (handlers[_i].path, handlers[_i].text, -1);
  g_autofree char *told = tell_kind (&facts, ARD_CAPTURE_HANDLER);

  ck_assert_str_eq (told, handlers[_i].told);
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Other kinds: path, kind, rows, text. */
static const struct {
  const char *path;
  ArdCaptureKind kind;
  const char *told, *text;
} rows[] = {
  /* what a TRY tries: its body only; arguments left out, chains whole, once a name */
  { "a.js", ARD_CAPTURE_TRY, "1 a.b ;a.b().c x ;x/",
    "try { a.b(1, ')').c(x(2)); x(3) } catch (e) { y() } finally { z() }" },
  { "A.java", ARD_CAPTURE_TRY, "1 a.b ;a.b().c d/",
    "class A { void f() { try { a.b(\"(\").c(d()); } catch (E e) { y(); } } }" },
  /* Go: the call before the if is what is tried; two ifs are two */
  { "a.go", ARD_CAPTURE_TRY, "3 g/; 5 h/",
    "package p\nfunc f() {\n  x, err := g()\n  if err != nil { }\n  if err := h(); err != nil { }\n}\n" },
  { "a.c", ARD_CAPTURE_TRY, "2 g/", "int f(void) {\n  rc = g();\n  if (rc < 0) { }\n}\n" },
  { "a.js", ARD_CAPTURE_TRY, "1 conn.close/", "conn.close().catch(() => {});" },
  /* raised: the error at hand, a new one with and without the old; Go's returns */
  { "a.py", ARD_CAPTURE_THROW, "4 /U; 6 X('a') from e/U+; 8 Y/+",
    "try:\n  f()\nexcept A:\n  raise\nexcept B as e:\n  raise X('a') from e\nexcept C as e:\n  raise Y\n" },
  { "a.go", ARD_CAPTURE_THROW, "4 nil, err/U; 5 fmt.Errorf(\"x\")/+; 6 ErrX/",
    "package p\nfunc f() error {\n  if err != nil {\n    if a { return nil, err }\n"
    "    if b { return fmt.Errorf(\"x\") }\n    return ErrX\n  }\n  return g()\n}\n" },
  { "a.cc", ARD_CAPTURE_THROW, "1 /U; 1 std::runtime_error(\"x\")/+",
    "void f() { try { g(); } catch (E &e) { if (a) throw; throw std::runtime_error(\"x\"); } }" },
  /* what leaves a finally: not a break of a loop in it, nor a return of a function in it */
  { "a.js", ARD_CAPTURE_LEAVE, "2 return/; 4 continue/",
    "function f() {\n  try { g() } finally { return 1 }\n"
    "  try { g() } finally { for (;;) break; h(() => { return 1 }); switch (x) { case 1: break } }\n"
    "  for (;;) { try { g() } finally { continue } }\n}\n" },
  { "a.py", ARD_CAPTURE_LEAVE, "5 return/", "def f():\n  try:\n    g()\n  finally:\n    return 1\n" },
  { "A.java", ARD_CAPTURE_LEAVE, "1 return/",
    "class A { int f() { try { g(); } finally { if (x) return 1; r(() -> { return; }); } } }" },
  /* what becomes of values: dropped, awaited, dropped in so many words, used; once in a function, in a loop apart */
  { "a.js", ARD_CAPTURE_CALL, "1 a/d; 1 b/a; 1 c/v; 1 d/; 1 e/d; 1 a/dl",
    "async function f() { a(); await b(); void c(); x = d() + d(); y && e(); for (;;) a() }" },
  { "a.go", ARD_CAPTURE_CALL, "3 a/d; 3 b/v; 3 c/v; 3 d/; 3 e.f/; 3 g/v",
    "package p\nfunc f() {\n  a(); _ = b(); x, _ := c(); y := d(); defer e.f(); go g()\n}\n" },
  { "A.java", ARD_CAPTURE_CALL, "2 a/d; 2 b/d; 2 c/; 2 e/d",
    "class A { int f() {\n  a(); switch (x) { case 1 -> b(); } int y = switch (x) { case 1 -> c(); }; if (x) e(); "
    "return y; } }" },
  { "a.c", ARD_CAPTURE_CALL, "1 a/d; 1 b/v; 1 p->q/d; 1 c/", "int f(void) { a(); (void) b(); p->q(1); return c(); }" },
  { "a.py", ARD_CAPTURE_CALL, "2 a/a; 2 b.c/d; 2 d/", "async def f():\n  await a(); b.c(); x = d()\n" },
  /* what ends the process */
  { "a.go", ARD_CAPTURE_ABORT, "2 panic(1)/; 2 os.Exit(1)/; 2 log.Fatalf(\"x\")/",
    "package p\nfunc f() { panic(1); os.Exit(1); log.Fatalf(\"x\"); log.Print(1); t.Fatal(2) }\n" },
  { "a.c", ARD_CAPTURE_ABORT, "1 exit(1)/; 1 abort()/", "void f(void) { exit(1); abort(); atexit(g); }" },
  { "A.java", ARD_CAPTURE_ABORT, "1 System.exit(1)/",
    "class A { void f() { System.exit(1); a.exit(2); System.gc(); } }" },
  { "a.js", ARD_CAPTURE_ABORT, "1 process.exit(1)/", "function f() { process.exit(1); process.on('x', g); a.exit() }" },
  { "a.py", ARD_CAPTURE_ABORT, "2 sys.exit(1)/; 3 raise SystemExit/", "def f():\n  sys.exit(1)\n  raise SystemExit\n" },
  /* an ignore of everything, not one that says what */
  { "a.py", ARD_CAPTURE_IGNORED, "1 suppress(Exception)/",
    "with suppress(Exception): f()\nwith suppress(KeyError): f()\n" },
};

START_TEST (what_raises_drops_and_leaves_is_captured)
{
  g_auto (ArdFacts) facts = read_facts (rows[_i].path, rows[_i].text, -1);
  g_autofree char *told = tell_kind (&facts, rows[_i].kind);

  ck_assert_str_eq (told, rows[_i].told);
}
END_TEST

/* Async, fallible and entry by what each language says of a function. */
static const struct {
  const char *path, *told, *text;
} functions[] = {
  { "a.go", "F/f; G/f; main/e; TestX/e; T.M/f",
    "package p\nfunc F() error { return nil }\nfunc G() (int, error) { return 0, nil }\nfunc h() int { return 0 }\n"
    "func main() {}\nfunc TestX(t *testing.T) {}\nfunc (t T) M() (err error) { return }\n"
    "func k(cb func() error) {}\n" },
  { "a.js", "a/a; c/a; d/a; main/e",
    "async function a() {}\nfunction b() {}\nconst c = async () => 1;\nfunction d() { return new Promise(r) }\n"
    "function main() {}\n" },
  { "a.ts", "a/a; C.m/a",
    "function a(): Promise<void> { return b(); }\nclass C { async m() {} n(): number { return 1 } }\n" },
  { "a.py", "a/a; s/a; test_x/e; main/e; r/e",
    "async def a(): pass\n@begin\nasync def b(): pass\n@staticmethod\nasync def s(): pass\ndef test_x(): pass\ndef "
    "main(): pass\n@app.route('/')\ndef r(): pass\n@property\ndef p(): "
    "pass\n" },
  { "A.java", "A.f/a; A.g/f; A.t/e; A.main/e",
    "class A { CompletableFuture<Void> f() { return x; } @CheckReturnValue int g() { return 1; } @Test void t() {}\n"
    "public static void main(String[] a) {} int h() { return 2; } }" },
  { "a.c", "f/f; g/f; main/e",
    "int f(void) { return -1; }\n__attribute__((warn_unused_result)) int g(void) { return 1; }\n"
    "int h(void) { return 1; }\nint main(void) { return 0; }\n" },
  { "a.cc", "n::f/f; TEST(A, b)/e", "namespace n { [[nodiscard]] int f() { return 1; } }\nTEST(A, b) { }\n" },
};

START_TEST (traits_of_functions_are_told_from_their_heads)
{
  g_auto (ArdFacts) facts = read_facts (functions[_i].path, functions[_i].text, -1);
  g_autofree char *told =
      tell_function_traits (&facts, ARD_FUNCTION_ASYNC | ARD_FUNCTION_FALLIBLE | ARD_FUNCTION_ENTRY);

  ck_assert_str_eq (told, functions[_i].told);
}
END_TEST

/* Two handlers inside one another and a finally: index of the parent's row, by the order of the text. */
START_TEST (parents_survive_the_order_of_lines)
{
  static const char text[] = "try {\n  try {\n    a()\n      .b();\n  } catch (e) {\n    // TODO one\n    c();\n  }\n} "
                             "finally {\n  d();\n}\n";
  g_auto (ArdFacts) facts = read_facts ("a.js", text, -1);
  static const struct {
    ArdCaptureKind kind;
    const char *text;
    ArdCaptureKind parent;
    guint32 parent_line;
  } expected[] = {
    { ARD_CAPTURE_HANDLER, "", ARD_CAPTURE_TRY, 2 },   { ARD_CAPTURE_CALL, "a", ARD_CAPTURE_TRY, 2 },
    { ARD_CAPTURE_CALL, "a().b", ARD_CAPTURE_TRY, 2 }, { ARD_CAPTURE_CALL, "c", ARD_CAPTURE_HANDLER, 5 },
    { ARD_CAPTURE_FINALLY, "", ARD_CAPTURE_TRY, 1 },   { ARD_CAPTURE_CALL, "d", ARD_CAPTURE_FINALLY, 9 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const ArdCapture *found = NULL;

    for (guint j = 0; j < facts.captures->len; j++) {
      const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, j);

      if (row->kind == expected[i].kind && g_str_equal (row->text, expected[i].text))
        found = row;
      if (j)
        ck_assert_uint_ge (row->start_line, row[-1].start_line);
    }
    ck_assert_ptr_nonnull (found);
    ck_assert_uint_ne (found->parent, ARD_NONE);

    const ArdCapture *parent = &g_array_index (facts.captures, ArdCapture, found->parent);

    ck_assert_int_eq (parent->kind, expected[i].parent);
    ck_assert_uint_eq (parent->start_line, expected[i].parent_line);
  }
}
END_TEST

/* 300 bytes at most, no character cut, white space squeezed; of a callee the end is kept. */
START_TEST (texts_are_short_and_valid)
{
  g_autoptr (GString) text = g_string_new ("function f() { throw   g(\n  '");

  for (guint i = 0; i < 400; i++)
    g_string_append (text, i % 40 ? "é" : "é\\\n");
  g_string_append (text, "'); x");
  for (guint i = 0; i < 200; i++)
    g_string_append (text, i % 20 ? ".né" : ".né\n");
  g_string_append (text, ".last() }");

  g_auto (ArdFacts) facts = read_facts ("a.js", text->str, -1);

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    ck_assert (g_utf8_validate (row->text, -1, NULL));
    ck_assert_uint_le (strlen (row->text), 300);
    if (row->kind == ARD_CAPTURE_THROW)
      ck_assert (g_str_has_prefix (row->text, "g( 'é"));
    else if (g_str_has_prefix (row->text, "né") || strstr (row->text, ".né"))
      ck_assert (g_str_has_suffix (row->text, ".last"));
  }
  ck_assert_uint_ge (facts.captures->len, 3);
}
END_TEST

/* What nobody writes by hand: read in bounded time, what is left out is counted. */
START_TEST (hostile_files_are_bounded)
{
  g_autoptr (GString) many = g_string_new (NULL), deep = g_string_new (NULL), chain = g_string_new ("x");

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (many, "f%u();\n", i);
  for (guint i = 0; i < 3000; i++)
    g_string_append (deep, "try{}catch(e){g(e);\n");
  for (guint i = 0; i < 3000; i++)
    g_string_append (deep, "}\n");
  for (guint i = 0; i < 150; i++)
    g_string_append (chain, ".a(1)\n");

  g_auto (ArdFacts) few = read_facts ("a.js", chain->str, -1);

  for (guint i = 0; i < 9000; i++)
    g_string_append (chain, ".a(1)\n");

  g_auto (ArdFacts) calls = read_facts ("a.js", many->str, -1);
  g_auto (ArdFacts) tries = read_facts ("a.js", deep->str, -1);
  g_auto (ArdFacts) links = read_facts ("a.js", chain->str, -1);

  ck_assert_uint_eq (calls.captures->len, 50000);
  ck_assert_uint_ge (calls.captures_left_out, 10000);
  ck_assert (tries.measured);
  ck_assert (links.measured);
  ck_assert (few.measured);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/captures");
  TCase *test = tcase_create ("captures");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, handlers_are_told_from_what_they_do, 0, G_N_ELEMENTS (handlers));
  tcase_add_loop_test (test, what_raises_drops_and_leaves_is_captured, 0, G_N_ELEMENTS (rows));
  tcase_add_loop_test (test, traits_of_functions_are_told_from_their_heads, 0, G_N_ELEMENTS (functions));
  tcase_add_test (test, parents_survive_the_order_of_lines);
  tcase_add_test (test, texts_are_short_and_valid);
  tcase_add_test (test, hostile_files_are_bounded);
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
