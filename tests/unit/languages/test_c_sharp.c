#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *functions, *text;
} rows[] = {
  /* types and properties prefix, namespaces do not; bodies by => too; auto-properties and abstract methods are none */
  { "C.C 1/0/0/2; C.~C 1/0/0/0; C.Area 1/0/0/0; C.P.get 1/0/0/0; C.P.set 1/0/0/0; C.this.get 1/0/0/0; C.operator == "
    "1/0/0/2; C.implicit operator int 1/0/0/1; C.IFoo.Bar 1/0/0/0; C.Ext 1/0/0/1; C.Ev.add 1/0/0/0; C.Ev.remove "
    "1/0/0/0; R.Y 1/0/0/0; S.In.Z 1/0/0/0",
    "namespace A.B {\n"
    "  public abstract class C<T> : D, IFoo {\n"
    "    public C(int a, params int[] b) : base(a) { }\n"
    "    ~C() { }\n"
    "    public int Area => w;\n"
    "    public int P { get { return p; }\n"
    "                   set { p = value; } }\n"
    "    public int Auto { get; set; }\n"
    "    public int this[int i] { get => a[i]; }\n"
    "    public static bool operator ==(C a, C b) => a.x;\n"
    "    public static implicit operator int(C c) { return 1; }\n"
    "    void IFoo.Bar() { }\n"
    "    public static string Ext(this string s, int b) => s;\n"
    "    abstract void N();\n"
    "    delegate int D(int a);\n"
    "    event E Ev { add { }\n"
    "                 remove { } }\n"
    "  }\n"
    "  record R(int X) { public int Y() => 1; }\n"
    "}\n"
    "struct S { interface In { void Z() { } } }\n" },
  /* if 1, && 1, else if 1, else 1; ?: 1, in it 2; ?? ?. ??= nothing */
  { "C.M 6/7/1/1", "class C {\n"
                   "  void M(int x) {\n"
                   "    if (x > 1 && y) { } else if (z) { } else { }\n"
                   "    a ?\?= b?.c ?\? d;\n"
                   "    var r = x > 1 ? x > 2 ? 1 : 2 : 3;\n"
                   "  }\n"
                   "}\n" },
  /* is > 1 and < 9 or 11: two sequences; foreach 1, for 2, do 3; while 1; goto 1 */
  { "C.M 8/11/3/0", "class C {\n"
                    "  void M() {\n"
                    "    if (x is > 1 and < 9 or 11) { }\n"
                    "    foreach (var i in xs) { for (;;) { do { } while (a); } }\n"
                    "    while (b) goto end;\n"
                    "    end: ;\n"
                    "  }\n"
                    "}\n" },
  /* switch 1: two cases and a guard decide, default not; switch expression 1: two arms decide, _ not */
  { "C.M 6/2/1/1", "class C {\n"
                   "  int M(int x) {\n"
                   "    switch (x) { case 1: case 2 when y: break; default: break; }\n"
                   "    return x switch { 1 or 2 => 2, > 3 and < 5 => 2, _ => 4 };\n"
                   "  }\n"
                   "}\n" },
  /* catch 1 each, its filter decides and its && 1; finally, lock and using nothing; throw expression nothing */
  { "C.M 5/3/1/0", "class C {\n"
                   "  void M() {\n"
                   "    try { F(); } catch (E e) when (e.X && true) { throw; } catch { } finally { }\n"
                   "    lock (a) using (b) { c = d ?\? throw new E(); }\n"
                   "  }\n"
                   "}\n" },
  /* lambdas and delegates nest: ?: 2, if 2; a local function is a unit: recursion 1; from and where decide */
  { "C.M 6/4/1/0; C.M.L 1/1/0/1", "class C {\n"
                                  "  void M() {\n"
                                  "    var l = xs.Where(q => q ? true : false);\n"
                                  "    Action d = delegate (int a) { if (a) { } };\n"
                                  "    var q = from a in b from c in d where a > 1 select a;\n"
                                  "    int L(int z) => L(z - 1);\n"
                                  "  }\n"
                                  "}\n" },
  /* directives decide nothing: if 1, of the other branch 1; this.M() is recursion, o.M() and other overloads are none
   */
  { "C.M 3/3/1/0; C.N 1/0/0/0; C.O 1/0/0/2; C.P 1/1/0/2", "class C {\n"
                                                          "#region it's \"one\n"
                                                          "  void M() {\n"
                                                          "#if DEBUG && TRACE\n"
                                                          "    if (a) { }\n"
                                                          "#else\n"
                                                          "    if (b) { }\n"
                                                          "#endif\n"
                                                          "    this.M();\n"
                                                          "  }\n"
                                                          "#endregion\n"
                                                          "  void N() { o.N(); }\n"
                                                          "  void O(int a, int b) { O(a); O<T>(a, b, \"c, (d\"); }\n"
                                                          "  void P(int a, int b) { P(F(a, b), new[] { 1, 2 }); }\n"
                                                          "}\n" },
  /* branches that are not whole statements: the first is read, as in C */
  { "C.M 2/1/1/1; C.N 1/0/0/0; C.O 2/1/1/0", "class C\n"
                                             "#if SPAN\n"
                                             "  : D\n"
                                             "#endif\n"
                                             "{\n"
                                             "#if SPAN\n"
                                             "  void M(Span<char> a)\n"
                                             "#else\n"
                                             "  void M(string a, int b)\n"
                                             "#endif\n"
                                             "  { if (a) { } }\n"
                                             "  void N()\n"
                                             "#if SPAN\n"
                                             "    => Call (@\"a\\\", $@\"b\"\"{c}\", \"\"\"\n"
                                             "       \"# }\n"
                                             "       \"\"\");\n"
                                             "#else\n"
                                             "    ;\n"
                                             "#endif\n"
                                             "  int O() { // C:\\\n"
                                             "#if SPAN\n"
                                             "    if (a)\n"
                                             "#endif\n"
                                             "      return 1;\n"
                                             "  }\n"
                                             "}\n" },
};

START_TEST (every_construct_of_c_sharp_is_counted_by_its_definition)
{
  check_measures ("a.cs", rows[_i].text, rows[_i].functions);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* documentation comments; marks in verbatim and raw strings are none */
  { 4, 3, 1, "1 3 8",
    "/// TODO a\n"
    "class C {\n"
    "  /* FIXME b\n"
    "  */\n"
    "  string s = @\"// TODO\n"
    "\n"
    "\"; string t = \"\"\"// TODO\"\"\";\n"
    "} // TODO c\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.cs", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* What handles, raises and drops errors, as the language has it; of calls those whose value is dropped. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* each kind of catch; a filter narrows */
  { "try(F F().H); call(F().H); handler(A.B e.X) logs uses; call(log.Error); handler(IOException) silent; "
    "handler(Exception) uses throws; throw(ex) uses; handler(E2) throws; throw(new F(\"x\")) new; handler(E3) uses "
    "throws; throw() uses; handler(E4) logs uses constant; call(_logger?.LogError); handler() silent all constant; "
    "finally(); leave(return)",
    "class X {\n"
    "  int G() {\n"
    "    try { F(1).H(); }\n"
    "    catch (A.B e) when (e.X) { log.Error(e, \"x\"); }\n"
    "    catch (IOException) { }\n"
    "    catch (Exception ex) { throw ex; }\n"
    "    catch (E2 ex) { throw new F(\"x\"); }\n"
    "    catch (E3 ex) { throw; }\n"
    "    catch (E4 ex) { _logger?.LogError(ex, \"x\"); return null; }\n"
    "    catch { return -1; }\n"
    "    finally { return; }\n"
    "  }\n"
    "}\n" },
  /* tasks that nobody keeps; what is awaited (its value is not dropped), kept or dropped by name is none, nor what
     tries all */
  { "async(Task.Run(() => G())); call(Task.Run); call(Task.Run); try(G); handler(E) silent",
    "class X {\n"
    "  async Task M() {\n"
    "    Task.Run(() => G());\n"
    "    Task.Run(() => { try { x = G(1); } catch (E) { } });\n"
    "    await F(2).ConfigureAwait(false);\n"
    "    _ = Task.Run(() => 1);\n"
    "    var t = Task.Run(() => 1);\n"
    "  }\n"
    "}\n" },
  /* async void, but for handlers of events, overrides and what tries all; ends of the process */
  { "async(async void A() { await F(); }); try(F); handler(E) silent; abort(Environment.Exit(1)); "
    "call(Environment.Exit)",
    "class X {\n"
    "  async void A() { await F(); }\n"
    "  async void OnB(object sender, EventArgs e) { await F(); }\n"
    "  async void button_Click(Color c) { await F(); }\n"
    "  protected override async void C() { await F(); }\n"
    "  async void D() { try { await F(); } catch (E) { } }\n"
    "  void E() { Environment.Exit(1); }\n"
    "}\n" },
};

START_TEST (handling_of_errors_is_captured)
{
  check_handling ("a.cs", handling[_i].text, handling[_i].told);
}
END_TEST

/* Imports as written, packages, definitions. */
static const struct {
  const char *told, *text;
} structure[] = {
  /* namespaces of a block and of a file; types inside types */
  { "import A.B; import A.C; import D.E; package N.M; define X; define X.I; define R; define D",
    "using A.B;\n"
    "using Q = A.C;\n"
    "using static D.E;\n"
    "namespace N.M;\n"
    "class X { interface I { } }\n"
    "record R(int A);\n"
    "delegate int D(int a);\n" },
  /* a namespace with braces */
  { "package N; define S; define E", "namespace N { struct S { } enum E { A } }\n" },
};

START_TEST (imports_packages_and_definitions_are_captured)
{
  check_structure ("a.cs", structure[_i].text, structure[_i].told);
}
END_TEST

static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_ASYNC, "X.F X.G",
    "class X {\n"
    "  Task F() { return a; }\n"
    "  public async ValueTask<int> G() { await a; }\n"
    "  async void H() { await a; }\n"
    "  int I() { return 1; }\n"
    "}\n" },
  { ARD_FUNCTION_FIXED, "X.A X.B X.IY.C X.OnE X.Main X.T",
    "class X : Y {\n"
    "  public int A(int a) { return 1; }\n"
    "  protected override int B(int a) { return 1; }\n"
    "  void IY.C(int a) { x(); }\n"
    "  private int D(int a) { return 1; }\n"
    "  void OnE(object sender, EventArgs e) { x(); }\n"
    "  static void Main(string[] args) { x(); }\n"
    "  [Fact] void T() { x(); }\n"
    "}\n" },
  { ARD_FUNCTION_ENTRY, "X.Main X.T",
    "class X {\n"
    "  static void Main(string[] args) { x(); }\n"
    "  [Theory, InlineData(1)] void T(int a) { x(); }\n"
    "  void U() { x(); }\n"
    "}\n" },
  { ARD_FUNCTION_ABSTRACT, "X.A X.B X.C",
    "class X {\n"
    "  void A(int a) { /* nothing */ }\n"
    "  int B(int a) => throw new E();\n"
    "  Task C(int a) => Task.CompletedTask;\n"
    "  int D(int a) => a;\n"
    "}\n" },
  { ARD_FUNCTION_PUBLIC, "X.A X.B",
    "class X {\n"
    "  public void A() { x(); }\n"
    "  protected void B() { x(); }\n"
    "  private void C() { x(); }\n"
    "}\n" },
};

START_TEST (what_the_text_says_of_a_function_is_told)
{
  check_traits ("a.cs", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_c_sharp_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
    { handling_of_errors_is_captured, G_N_ELEMENTS (handling) },
    { imports_packages_and_definitions_are_captured, G_N_ELEMENTS (structure) },
    { what_the_text_says_of_a_function_is_told, G_N_ELEMENTS (traits) },
  };

  return run_tests ("languages/c_sharp", tests, G_N_ELEMENTS (tests));
}
