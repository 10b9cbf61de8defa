#include "tests/unit/languages/read.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* async for 1, else 1, and 1; comprehension: for, if, if decide; / and * are no parameters */
  { "a.py", "co 6/3/1/4",
    "@decor(a if b else c)\n"
    "async def co(a, /, b, *, c=1, **kw):\n"
    "    async for i in a:\n"
    "        async with b as q:\n"
    "            await i\n"
    "    else:\n"
    "        return 1\n"
    "    return [y async for y in a if y if y > 1 and y]\n" },
  /* while 1, and 1, if 2, else 1; a typed receiver is none */
  { "a.py", "K.__init__ 4/5/2/3",
    "class K(B):\n"
    "    def __init__(self: \"K\", a: int, *args: int, b: str = \"x\") -> None:\n"
    "        while (n := f(a)) and b:\n"
    "            if n: break\n"
    "        else:\n"
    "            pass\n" },
  /* receivers by place; staticmethod has none; inner functions neither */
  { "a.py",
    "K.p 1/0/0/0; K.c 1/0/0/1; K.s 1/0/0/2; K.odd 1/0/0/1; K.__new__ 1/0/0/1; K.I.m 1/0/0/0; K.I.m.deep 1/0/0/2",
    "class K:\n"
    "    @property\n"
    "    def p(self): return 1\n"
    "    @classmethod\n"
    "    def c(cls: type, a): return a\n"
    "    @staticmethod\n"
    "    def s(a, b): return a\n"
    "    def odd(this, a): return a\n"
    "    def __new__(mcs, name): return name\n"
    "    class I:\n"
    "        def m(self):\n"
    "            def deep(self, q):\n"
    "                return q\n" },
  /* except 1, if 2, except 1; else and finally of try nothing */
  { "a.py", "t 4/4/2/1",
    "def t(a):\n"
    "    try:\n"
    "        f()\n"
    "    except (A, B) as e:\n"
    "        if e: raise\n"
    "    except C:\n"
    "        pass\n"
    "    else:\n"
    "        g()\n"
    "    finally:\n"
    "        h()\n" },
  /* exception groups: except* 1 */
  { "a.py", "t 2/1/1/0",
    "def t():\n"
    "    try: f()\n"
    "    except* E as e: pass\n" },
  /* match 1; three cases and a guard decide, _ does not */
  { "a.py", "m 5/1/1/1",
    "def m(x):\n"
    "    match x:\n"
    "        case [1, y] if y > 0: return 1\n"
    "        case {\"a\": 1} | {\"b\": 2}: return 2\n"
    "        case P(x=0): pass\n"
    "        case _: return 3\n" },
  /* ternary in a lambda 2, and 1, or 1, and 1 (not begins a sequence), and 1 = 6; five parts of comprehensions */
  { "a.py", "d 11/6/0/2",
    "def d(a=lambda x: x if x else 1, *, b=[i for i in r(3) if i]):\n"
    "    q = {k: v for k, v in a.items() if k for w in v}\n"
    "    assert a and b or not (a and b)\n"
    "    return not a and not b\n" },
  /* a body of ... is a declaration, of a docstring it is none */
  { "a.py", "doc 1/0/0/1",
    "def stub(a): ...\n"
    "def doc(a):\n"
    "    \"\"\"Only.\"\"\"\n" },
  /* a lambda with a name is no unit; if 1, elif 1, else 1 */
  { "a.py", "f 3/3/1/1",
    "g = lambda a: a or 1\n"
    "def f(a):\n"
    "    if a: pass\n"
    "    elif g: pass\n"
    "    else: pass\n" },
  /* recursion 1 by its name, 1 by self */
  { "a.py", "r 1/1/0/1; K.m 1/1/0/0",
    "def r(a): return r(a)\n"
    "class K:\n"
    "    def m(self): return self.m() + self.m()\n" },
};

START_TEST (every_construct_of_python_is_counted_by_its_definition)
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
  /* docstrings are comments, other strings code; marks in strings are none */
  { 4, 3, 1, "6",
    "\"\"\"TODO no.\n"
    "\n"
    "more\"\"\"\n"
    "x = \"\"\"TODO\n"
    "no\"\"\"\n"
    "# TODO yes\n"
    "y = '# TODO no'\n"
    "def f(): return \"#\" \n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.py", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_of_python_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
  };

  return run_tests ("languages/python", tests, G_N_ELEMENTS (tests));
}
