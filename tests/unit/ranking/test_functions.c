#include "ranking/functions.h"

#include <math.h>

#include "made.h"

static void
begin_file (Made *made, double fixes)
{
  guint32 file = add_file (made, "a.c", 200);

  ard_file (made->corpus, file)->expected_fixes_year = fixes;
  ard_file (made->corpus, file)->first_function = made->corpus->functions->len;
}

static void
add_function (Made *made, guint32 lines, guint32 cognitive, gboolean traced)
{
  ArdCorpusFunction row = { .file = made->corpus->files->len - 1, .traced = traced };

  row.facts.code_lines = lines;
  row.facts.cognitive = cognitive;
  g_array_append_val (made->corpus->functions, row);
  ard_file (made->corpus, row.file)->n_functions++;
}

static double
expected (const Made *made, guint32 function)
{
  return ard_function (made->corpus, function)->expected_fixes_year;
}

/* Equal but for 100 times the lines: 100 ^ 0.52 = 10.965 to 1 of 6 fixes. */
START_TEST (the_parts_of_a_file_are_what_is_expected_of_it)
{
  Made made = made_new ();

  begin_file (&made, 6);
  add_function (&made, 100, 0, TRUE);
  add_function (&made, 1, 0, TRUE);
  ard_functions_expect (made.corpus);
  ck_assert_double_eq_tol (expected (&made, 0) + expected (&made, 1), 6, 1e-12);
  ck_assert_double_eq_tol (expected (&made, 0) / expected (&made, 1), 10.9648, 1e-4);
  ard_corpus_free (made.corpus);
}
END_TEST

/* 2 ^ 0.26 = 1.19748 for a complexity of 1, 4 ^ 0.27 = 1.45397 for three counted revisions of the code; a mass commit
 * is none. */
START_TEST (complexity_and_own_revisions_draw_fixes)
{
  Made made = made_new ();

  begin_file (&made, 1);
  add_function (&made, 10, 0, TRUE);
  add_function (&made, 10, 1, TRUE);
  add_function (&made, 10, 0, TRUE);
  for (guint i = 0; i < 4; i++) {
    ArdFunctionRevision row = { .function = 2, .commit = i, .code = TRUE };

    add_commit (&made, (guint8) (i + 1), i, ARD_COMMIT_IN_WINDOW | (i == 3 ? ARD_COMMIT_MASS : 0));
    g_array_append_val (made.corpus->function_revisions, row);
  }
  ard_function (made.corpus, 2)->n_revisions = 4;
  ard_functions_expect (made.corpus);
  ck_assert_double_eq_tol (expected (&made, 1) / expected (&made, 0), 1.19748, 1e-5);
  ck_assert_double_eq_tol (expected (&made, 2) / expected (&made, 0), 1.45397, 1e-5);
  ard_corpus_free (made.corpus);
}
END_TEST

START_TEST (nothing_is_said_where_versions_were_not_read_or_nothing_is_expected)
{
  Made made = made_new ();

  begin_file (&made, 1);
  add_function (&made, 10, 0, FALSE);
  begin_file (&made, 0);
  add_function (&made, 10, 0, TRUE);
  ard_functions_expect (made.corpus);
  ck_assert_double_eq (expected (&made, 0), 0);
  ck_assert_double_eq (expected (&made, 1), 0);
  ard_corpus_free (made.corpus);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_parts_of_a_file_are_what_is_expected_of_it,
    complexity_and_own_revisions_draw_fixes,
    nothing_is_said_where_versions_were_not_read_or_nothing_is_expected,
  };

  return run_tests ("functions", tests, G_N_ELEMENTS (tests));
}
