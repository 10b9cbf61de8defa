#ifndef TESTS_CHANGE_MADE_H
#define TESTS_CHANGE_MADE_H

#include <check.h>
#include <stdlib.h>

#include "change/change.h"

/* A made-up history: files in path order, then commits, newest first. */
#define NOW_S 1700000000
#define DAY_S 86400

static inline void
add_file (ArdCorpus *corpus, const char *path, guint32 module)
{
  ArdFile file = { .path = path, .language = "C", .measured = TRUE, .module = module };

  g_array_append_val (corpus->files, file);
}

/* A commit of that age by the first author that changed the files, "0 2 5" by index. */
static inline ArdCommit *
add_commit (ArdCorpus *corpus, guint age_d, const char *files)
{
  g_auto (GStrv) numbers = g_strsplit (files, " ", -1);
  ArdCommit commit = { .time_s = NOW_S - (gint64) age_d * DAY_S,
                       .flags = ARD_COMMIT_IN_WINDOW,
                       .first_change = corpus->changes->len,
                       .n_changes = g_strv_length (numbers) };

  for (guint i = 0; i < commit.n_changes; i++) {
    guint32 file = (guint32) g_ascii_strtoull (numbers[i], NULL, 10);
    ArdChange change = { .commit = corpus->commits->len, .file = file, .status = 'M', .renamed_from = ARD_NONE };

    change.file = file < corpus->files->len ? file : ARD_NONE;
    g_array_append_val (corpus->changes, change);
  }
  g_array_append_val (corpus->commits, commit);
  return &g_array_index (corpus->commits, ArdCommit, corpus->commits->len - 1);
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
