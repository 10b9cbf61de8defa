#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* a function takes the name of what it is assigned to, qualified by its table; … and self of : are no parameters */
  { "a.lua",
    "M.f 1/0/0/2; M:g 1/0/0/1; loc 1/0/0/0; M.h 1/0/0/1; k 1/0/0/0; - 1/0/0/0; M.t.f 1/0/0/1; M.t.q 1/0/0/0; - 1/0/0/0",
    "local M = {}\n"
    "function M.f(a, b, ...) end\n"
    "function M:g(a) end\n"
    "local function loc() end\n"
    "M.h = function(a) end\n"
    "local k = function()\n"
    "  return function() end end\n"
    "M.t = { x = 1, f = function(self) end,\n"
    "  [\"q\"] = function() end }\n"
    "pcall(function() end)\n" },
  /* if 1, and 1, or 1, elseif 1, else 1, for 1, while 2, goto 1, for 1, repeat 2, and 1, recursion 1 */
  { "a.lua", "f 10/14/2/1",
    "function f(a)\n"
    "  if a and b or c then x()\n"
    "  elseif d then y()\n"
    "  else z() end\n"
    "  for i = 1, 3 do\n"
    "    while a do goto cont end\n"
    "    ::cont::\n"
    "  end\n"
    "  for k, v in pairs(t) do repeat x() until b and c end\n"
    "  return f(a - 1)\n"
    "end\n" },
  /* inner functions begin anew */
  { "a.lua", "o 2/1/1/0; - 2/1/1/0",
    "function o()\n"
    "  if a then\n"
    "    x(function() if b then end end)\n"
    "  end\n"
    "end\n" },
};

START_TEST (every_construct_is_counted_by_its_definition)
{
  check_measures (rows[_i].path, rows[_i].text, rows[_i].functions);
}
END_TEST

/* Counted by hand: code, comment and blank lines of the file; lines of its markers. */
static const struct {
  guint32 code, comment, blank;
  const char *markers, *text;
} lines[] = {
  /* marks in long strings are none; the #! line is code */
  { 5, 4, 1, "2 5",
    "#!/usr/bin/lua\n"
    "-- TODO a\n"
    "--[[ b\n"
    "\n"
    "FIXME c\n"
    "]]\n"
    "s = [[\n"
    "-- TODO d\n"
    "]]\n"
    "t = 1\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.lua", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* Told by hand: try (callees), handler (types), what is thrown, dropped, ended. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* what pcall hands back is handled at once */
  { "try(pcall); handler() uses throws; throw(error(err)); call(error); try(pcall); handler() silent constant; "
    "call(pcall); call(g)",
    "local function f()\n"
    "  local ok, err = pcall(a)\n"
    "  if not ok then\n"
    "    error(err)\n"
    "  end\n"
    "  local fine, why = pcall(b)\n"
    "  if not fine then return nil end\n"
    "  pcall(c)\n"
    "  g()\n"
    "end\n" },
  /* a new error, and the end */
  { "throw(error(\"x\" .. y)) new; call(error); abort(os.exit(1)); call(os.exit)", "error(\"x\" .. y)\n"
                                                                                   "os.exit(1)\n" },
};

START_TEST (handlers_and_what_drops_errors_are_captured)
{
  check_handling ("a.lua", handling[_i].text, handling[_i].told);
}
END_TEST

START_TEST (imports_packages_and_definitions_are_captured)
{
  g_auto (ArdFacts) facts = read_facts ("a.lua",
                                        "local x = require \"a.b\"\n"
                                        "local y = require(\"c.d\")\n"
                                        "dofile(\"x.lua\")\n"
                                        "local function f() y() end\n"
                                        "function M.g() x() end\n",
                                        -1);
  g_autofree char *told = tell_structure (&facts);

  ck_assert_str_eq (told, "import a.b; import c.d; import x.lua; define f; define M.g");
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Names of the functions with a trait, by hand. */
static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_FIXED, "t.f",
    "x(function(a) y() end)\n"
    "local t = { f = function(a) y() end }\n"
    "function g(a) y() end\n" },
  { ARD_FUNCTION_ABSTRACT, "a",
    "function a() end\n"
    "function b() x() end\n" },
  { ARD_FUNCTION_PUBLIC, "b",
    "local function a() x() end\n"
    "function b() x() end\n" },
  /* nothing and a reason, or one that is handed on */
  { ARD_FUNCTION_FALLIBLE, "a b c",
    "function a(x) if x then return nil, 'no' end return x end\n"
    "function b(x) for i = 1, x do return false, why end end\n"
    "function c(x) local ok, err = a(x) return ok, err end\n"
    "function d(x) return nil end\n"
    "function e(x) return nil, 1 end\n"
    "function f(x) return x, y end\n" },
};

START_TEST (functions_have_the_traits_that_their_heads_say)
{
  check_traits ("a.lua", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

START_TEST (lines_of_a_literal_table_are_told_apart)
{
  check_table ("a.lua",
               "function f() return {\n"
               "  1,\n"
               "  2\n"
               "}\n"
               "end\n",
               5, 2);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { every_construct_is_counted_by_its_definition, G_N_ELEMENTS (rows) },
    { lines_and_markers_are_told_by_the_grammar, G_N_ELEMENTS (lines) },
    { handlers_and_what_drops_errors_are_captured, G_N_ELEMENTS (handling) },
    { imports_packages_and_definitions_are_captured, 1 },
    { functions_have_the_traits_that_their_heads_say, G_N_ELEMENTS (traits) },
    { lines_of_a_literal_table_are_told_apart, 1 },
  };

  return run_tests ("languages/lua", tests, G_N_ELEMENTS (tests));
}
