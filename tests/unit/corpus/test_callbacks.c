#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/callbacks.h"
#include "languages/languages.h"

/* One function f of a.c, lines 1 to 3, with a parameter that it never mentions, and the words of a second file. */
static gboolean
is_fixed (const char *name, const char *words)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_auto (GStrv) texts = g_strsplit (words, " ", -1);
  ArdFile one = { .path = "a.c", .language = "C", .measured = TRUE, .n_functions = 1, .n_captures = 1 };
  ArdFile two = { .path = "b.c", .language = "C", .measured = TRUE, .first_capture = 1, .first_function = 1 };
  ArdCorpusFunction function = { .facts = { .name = name, .start_line = 1, .end_line = 3, .parent = ARD_NONE } };
  ArdCorpusCapture capture = { .facts = { ARD_CAPTURE_PARAMETER, 0, 1, 1, "p", 0, ARD_NONE } };

  for (char **text = texts; *text; text++) {
    gboolean member = **text == '.';
    ArdToken token = { .text = ard_token_text (*text + member, strlen (*text) - member, member), .line = 1 };

    g_array_append_val (corpus->tokens, token);
  }
  two.n_tokens = corpus->tokens->len;
  g_array_append_val (corpus->files, one);
  g_array_append_val (corpus->files, two);
  g_array_append_val (corpus->functions, function);
  g_array_append_val (corpus->captures, capture);
  ard_callbacks_mark (corpus);
  return (ard_function (corpus, 0)->facts.traits & ARD_FUNCTION_FIXED) != 0;
}

START_TEST (a_name_that_stands_as_a_value_has_fixed_parameters)
{
  ck_assert (is_fixed ("f", "x = f ;"));
  ck_assert (is_fixed ("A::f", "call ( this .f )"));
  ck_assert (!is_fixed ("f", "x = f ( 1 ) ;"));
  ck_assert (!is_fixed ("A::f", "g ( 1 ) ;"));
}
END_TEST

START_TEST (functions_of_one_name_in_two_classes_have_fixed_parameters)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  ArdFile file = { .path = "a.py", .language = "Python", .measured = TRUE, .n_functions = 3, .n_captures = 2 };
  ArdCorpusFunction functions[] = {
    { .facts = { .name = "A.run", .start_line = 1, .end_line = 2, .parent = ARD_NONE } },
    { .facts = { .name = "A.own", .start_line = 3, .end_line = 4, .parent = ARD_NONE } },
    { .facts = { .name = "B.run", .start_line = 5, .end_line = 6, .parent = ARD_NONE } }
  };
  ArdCorpusCapture captures[] = { { .facts = { ARD_CAPTURE_PARAMETER, 0, 1, 1, "p", 0, ARD_NONE } },
                                  { .facts = { ARD_CAPTURE_PARAMETER, 1, 3, 3, "q", 0, ARD_NONE } } };

  g_array_append_val (corpus->files, file);
  g_array_append_vals (corpus->functions, functions, G_N_ELEMENTS (functions));
  g_array_append_vals (corpus->captures, captures, G_N_ELEMENTS (captures));
  ard_callbacks_mark (corpus);
  ck_assert (ard_function (corpus, 0)->facts.traits & ARD_FUNCTION_FIXED);
  ck_assert (!(ard_function (corpus, 1)->facts.traits & ARD_FUNCTION_FIXED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("corpus/callbacks");
  TCase *cases = tcase_create ("callbacks");

  tcase_add_test (cases, a_name_that_stands_as_a_value_has_fixed_parameters);
  tcase_add_test (cases, functions_of_one_name_in_two_classes_have_fixed_parameters);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
