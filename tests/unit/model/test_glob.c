#include <check.h>
#include <stdlib.h>

#include "model/glob.h"

/* Of the first answers git says the same: `git check-ignore` of the path with the glob in .gitignore, for a file of
 * that name. */
static const struct {
  const char *glob, *path;
  gboolean is, covers; /* names the path; names it or a folder above it */
} globs[] = {
  { "a.c", "a.c", TRUE, TRUE },
  { "*.c", "deep/down/a.c", TRUE, TRUE },
  { "a.c", "aa.c", FALSE, FALSE },
  { "src/*.c", "src/a.c", TRUE, TRUE },
  { "src/*.c", "src/sub/a.c", FALSE, FALSE },
  { "src/*.c", "other/src/a.c", FALSE, FALSE },
  { "src/**", "src/sub/a.c", TRUE, TRUE },
  { "src/**/a.c", "src/a.c", TRUE, TRUE },
  { "src/**/a.c", "src/x/y/a.c", TRUE, TRUE },
  { "src/**/a.c", "src/x/ya.c", FALSE, FALSE },
  { "**/a.c", "a.c", TRUE, TRUE },
  { "**/out/*.c", "d/out/e/i.c", FALSE, FALSE },
  { "/only.c", "only.c", TRUE, TRUE },
  { "/only.c", "d/only.c", FALSE, FALSE },
  { "src/?.c", "src/a.c", TRUE, TRUE },
  { "src?a.c", "src/a.c", FALSE, FALSE },
  { "src[/]a.c", "src/a.c", FALSE, FALSE },
  { "[a-c]x", "bx", TRUE, TRUE },
  { "[!a-c]x", "bx", FALSE, FALSE },
  { "[^a-c]x", "dx", TRUE, TRUE },
  { "[]a]x", "]x", TRUE, TRUE },
  { "[z-a]", "m", FALSE, FALSE },
  { "\\*", "a", FALSE, FALSE },
  { "\\*", "*", TRUE, TRUE },
  { "*", "\xff\xfe.c", TRUE, TRUE },
  { "**", "any/thing", TRUE, TRUE },
  { "*a*b*c", "xaybzbc", TRUE, TRUE },
  { "", "a.c", FALSE, FALSE },
  { "/", "a.c", FALSE, FALSE },
  { "src", "src/sub/a.c", FALSE, TRUE },
  { "src/", "src/sub/a.c", FALSE, TRUE },
  { "src/", "d/src/a.c", FALSE, TRUE },
  { "src/", "src", TRUE, FALSE },
  { "src/sub", "src/subset/a.c", FALSE, FALSE },
  { "s*", "d/src/a.c", FALSE, TRUE },
  { "p/[id].ts", "p/i.ts", TRUE, TRUE },
  { "p/[id].ts", "p/[id].ts", FALSE, TRUE },
};

START_TEST (a_glob_matches_as_in_gitignore)
{
  ck_assert_int_eq (ard_glob_match (globs[_i].glob, globs[_i].path), globs[_i].is);
  ck_assert_int_eq (ard_glob_covers (globs[_i].glob, globs[_i].path), globs[_i].covers);
}
END_TEST

/* Settings come with an untrusted repository: matching must not take exponential time. */
START_TEST (a_hostile_glob_ends_soon)
{
  g_autofree char *path = g_strnfill (4000, 'a');
  g_autoptr (GString) glob = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (glob, i % 2 ? "**a" : "*a");
  g_string_append_c (glob, 'b');
  ck_assert (!ard_glob_covers (glob->str, path));
}
END_TEST

/* Each in memory of its own length, so that a sanitizer sees a look past its end. */
START_TEST (a_class_that_never_closes_is_letters)
{
  const char *const open[] = { "x[", "x[!", "x[a", "x[!]", "x\\" };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_autofree char *glob = g_strdup (open[i]);

    ck_assert (ard_glob_match (glob, open[i]));
    ck_assert (!ard_glob_match (glob, "xa"));
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("model/glob");
  TCase *tests = tcase_create ("glob");
  SRunner *runner = srunner_create (suite);

  tcase_add_loop_test (tests, a_glob_matches_as_in_gitignore, 0, G_N_ELEMENTS (globs));
  tcase_add_test (tests, a_hostile_glob_ends_soon);
  tcase_add_test (tests, a_class_that_never_closes_is_letters);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
