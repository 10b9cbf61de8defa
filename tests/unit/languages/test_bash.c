#include "tests/unit/languages/tell.h"

/* Worked by hand from McCabe and from "Cognitive Complexity" 1.7: name cyclomatic/cognitive/nesting/parameters. */
static const struct {
  const char *path, *functions, *text;
} rows[] = {
  /* if 1, && 1, elif 1, || 1, else 1; the three ways to write a function; what stands outside belongs to no unit */
  { "a.sh", "f 5/5/1/0; g 1/0/0/0; a::b 1/0/0/0",
    "f() {\n"
    "  if [ \"$a\" = 1 ] && b; then x\n"
    "  elif [[ $q || $r ]]; then y\n"
    "  else z; fi\n"
    "}\n"
    "function g { return 1; }\n"
    "a::b() ( c )\n"
    "if f; then g; fi\n" },
  /* for 1, while 2, break out of two 1, until 2, for 1, select 1 */
  { "a.sh", "f 6/8/2/0",
    "f() {\n"
    "  for i in 1 2; do\n"
    "    while read -r x; do break 2; done\n"
    "    until false; do continue; done\n"
    "  done\n"
    "  for ((i = 0; i < 3; i++)); do :; done\n"
    "  select s in a b; do :; done\n"
    "}\n" },
  /* case 1, && 1, || 1, recursion 1, || 1, ?: 1; two patterns decide, * does not */
  { "a.sh", "f 7/6/1/0",
    "f() {\n"
    "  case $1 in\n"
    "    a|b) x && y || z ;;\n"
    "    -h) f ;;\n"
    "    *) w ;;\n"
    "  esac\n"
    "  cmd || { echo no; return 1; }\n"
    "  n=$(( a ? b : c ))\n"
    "}\n" },
  /* a test of bats is a function of its author's name: || 1 */
  { "a.bats", "adds two 2/1/0/0; setup 1/0/0/0",
    "@test \"adds two\" {\n"
    "  run add 1 2\n"
    "  [ \"$status\" -eq 0 ] || false\n"
    "}\n"
    "setup() { :; }\n" },
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
  /* marks in a document inside are none; the #! line is code */
  { 5, 1, 0, "2",
    "#!/bin/sh\n"
    "# TODO a\n"
    "cat <<X\n"
    "# TODO b\n"
    "X\n"
    "x\n" },
  /* behind code */
  { 1, 0, 0, "1", "x # FIXME\n" },
};

START_TEST (lines_and_markers_are_told_by_the_grammar)
{
  check_lines ("a.sh", lines[_i].text, lines[_i].code, lines[_i].comment, lines[_i].blank, lines[_i].markers);
}
END_TEST

/* Told by hand: try (callees), handler (types), what is thrown, dropped, ended. */
static const struct {
  const char *told, *text;
} handling[] = {
  /* what drops a status in so many words; what another command handles does not */
  { "call(set); errexit(-eu); ignored(a || true); ignored(b x 2>/dev/null || :); abort(c || exit 1)",
    "set -eu\n"
    "a || true\n"
    "b x 2>/dev/null || :\n"
    "c || exit 1\n"
    "d && e\n" },
  /* a command whose status nobody looks at; a function's last is its own */
  { "call(cp); abort(cd b || return); call(cp)", "f() {\n"
                                                 "  cp a\n"
                                                 "  cd b || return\n"
                                                 "  cd c\n"
                                                 "}\n"
                                                 "(cp d; e)\n" },
  /* who asks for the last status looks at it */
  { "call(make); abort(?)", "make\n"
                            "[ $? -eq 0 ]\n" },
  /* the first line may say it */
  { "errexit(#!/bin/bash -e)", "#!/bin/bash -e\n" },
  /* a word does not */
  { "call(set)", "#!/bin/bash\n"
                 "set +e -u\n" },
};

START_TEST (handlers_and_what_drops_errors_are_captured)
{
  check_handling ("a.sh", handling[_i].text, handling[_i].told);
}
END_TEST

START_TEST (imports_packages_and_definitions_are_captured)
{
  g_auto (ArdFacts) facts = read_facts ("a.sh",
                                        "source ./lib.sh\n"
                                        ". \"$DIR/x.sh\"\n"
                                        "f() { :; }\n",
                                        -1);
  g_autofree char *told = tell_structure (&facts);

  ck_assert_str_eq (told, "import ./lib.sh; import $DIR/x.sh; define f");
  ck_assert_double_eq (facts.error_share, 0);
}
END_TEST

/* Names of the functions with a trait, by hand. */
static const struct {
  guint32 trait;
  const char *names, *text;
} traits[] = {
  { ARD_FUNCTION_ENTRY, "main setup",
    "main() { x; }\n"
    "setup() { x; }\n"
    "f() { x; }\n" },
  { ARD_FUNCTION_PUBLIC, "f", "f() { x; }\n" },
};

START_TEST (functions_have_the_traits_that_their_heads_say)
{
  check_traits ("a.sh", traits[_i].text, traits[_i].trait, traits[_i].names);
}
END_TEST

START_TEST (lines_of_a_literal_table_are_told_apart)
{
  check_table ("a.sh",
               "f() { x=(\n"
               "  1\n"
               "  2\n"
               ")\n"
               "}\n",
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

  return run_tests ("languages/bash", tests, G_N_ELEMENTS (tests));
}
