#ifndef TESTS_IMPORTS_MADE_H
#define TESTS_IMPORTS_MADE_H

#include <check.h>
#include <stdlib.h>

#include "imports/imports.h"

/*
 * A made-up repository, row by row: files in path order, each with the captures that
 * come after it; then its dependencies.
 */
static inline ArdFile *
add (ArdCorpus *corpus, const char *path, const char *language)
{
  ArdFile file = { .path = path,
                   .language = language,
                   .measured = TRUE,
                   .code_lines = 10,
                   .module = ARD_NONE,
                   .first_function = corpus->functions->len,
                   .first_capture = corpus->captures->len,
                   .first_setting = corpus->documents->len };

  g_array_append_val (corpus->files, file);
  return ard_file (corpus, corpus->files->len - 1);
}

/* A capture of the last file, outside functions. */
static inline ArdCapture *
capture (ArdCorpus *corpus, ArdCaptureKind kind, const char *text, guint32 traits)
{
  guint32 file = corpus->files->len - 1;
  ArdCorpusCapture row = { { kind, ARD_NONE, ++ard_file (corpus, file)->n_captures, 0, text, traits, ARD_NONE }, file };

  g_array_append_val (corpus->captures, row);
  return &ard_capture (corpus, corpus->captures->len - 1)->facts;
}

#define imports(corpus, text) capture (corpus, ARD_CAPTURE_IMPORT, text, 0)
#define member(corpus, text) capture (corpus, ARD_CAPTURE_IMPORT, text, ARD_TRAIT_MEMBER)
#define package(corpus, text) capture (corpus, ARD_CAPTURE_PACKAGE, text, 0)
#define defines(corpus, text) capture (corpus, ARD_CAPTURE_DEFINITION, text, 0)
#define refers(corpus, text) capture (corpus, ARD_CAPTURE_REFERENCE, text, 0)

/* A row of the last file, a configuration document. */
static inline void
row (ArdCorpus *corpus, const char *key, const char *value)
{
  guint32 file = corpus->files->len - 1;
  ArdCorpusDocumentRow document = { { key, value, 1 }, file };

  g_array_append_val (corpus->documents, document);
  ard_file (corpus, file)->n_settings++;
}

static inline void
resolve (ArdCorpus *corpus)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();

  ard_imports_resolve (corpus, settings);
  ard_corpus_seal (corpus);
}

typedef enum { NONE, STRONG, WEAK } Edge;

/* How the file at from depends on the one at to. */
static inline Edge
edge (const ArdCorpus *corpus, const char *from, const char *to)
{
  guint32 left = ard_corpus_find_file (corpus, from), right = ard_corpus_find_file (corpus, to);

  ck_assert_msg (left != ARD_NONE, "there is no %s", from);
  ck_assert_msg (right != ARD_NONE, "there is no %s", to);
  for (guint32 i = 0; i < ard_file (corpus, left)->n_dependencies; i++) {
    const ArdDependency *dependency = ard_dependency (corpus, ard_file (corpus, left)->first_dependency + i);

    if (dependency->to == right)
      return dependency->weak ? WEAK : STRONG;
  }
  return NONE;
}

static inline int
run_tests (const char *name, const TTest *const *tests, guint n)
{
  Suite *suite = suite_create (name);
  TCase *cases = tcase_create (name);

  for (guint i = 0; i < n; i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
