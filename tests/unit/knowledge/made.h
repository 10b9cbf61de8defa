#ifndef TESTS_KNOWLEDGE_MADE_H
#define TESTS_KNOWLEDGE_MADE_H

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "knowledge/knowledge.h"

/*
 * A corpus made by hand: files "f0.c", "f1.c" … in path order, people "A", "B" …, and
 * commits, newest first, each of some people on some files. begin, then commit by
 * commit, then end, which folds and fills the knowledge.
 */
#define NOW_S 1700000000
#define DAY_S 86400

typedef struct {
  ArdCorpus *corpus;
  ArdSettings *settings;
} Made;

static inline Made
made_begin (guint n_files, guint n_people)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
  static const char *const paths[] = { "f0.c", "f1.c", "f2.c", "f3.c", "f4.c", "f5.c", "f6.c", "f7.c", "f8.c", "f9.c" };
  Made made = { ard_corpus_new (), ard_settings_new () };

  made.corpus->now_s = NOW_S;
  for (guint i = 0; i < n_files; i++) {
    ArdFile file = {
      .path = paths[i], .language = "C", .lines = 100, .code_lines = 100, .measured = TRUE, .module = ARD_NONE
    };

    g_array_append_val (made.corpus->files, file);
  }
  for (guint i = 0; i < n_people; i++) {
    ArdAuthor author = { names[i], names[i], FALSE };

    g_array_append_val (made.corpus->authors, author);
  }
  return made;
}

static inline void
made_free (Made *made)
{
  ard_corpus_free (made->corpus);
  ard_settings_free (made->settings);
}

/*
 * A commit of that age by people ("A", "AC" …) on files ("0", "01" …); status 'A' adds them, 'M' changes them by
 * one line.
 */
static inline void
made_commit (Made *made, guint age_d, guint flags, const char *people, const char *files, char status)
{
  ArdCorpus *corpus = made->corpus;
  ArdCommit commit = { .time_s = NOW_S - (gint64) age_d * DAY_S,
                       .flags = flags | (age_d <= 365 ? ARD_COMMIT_IN_WINDOW : 0),
                       .subject = "",
                       .author = (guint32) (people[0] - 'A'),
                       .first_change = corpus->changes->len,
                       .first_person = corpus->people->len };

  for (; *people; people++, commit.n_people++) {
    guint32 person = (guint32) (*people - 'A');

    g_array_append_val (corpus->people, person);
  }
  for (; *files; files++, commit.n_changes++) {
    ArdChange change = { .commit = corpus->commits->len,
                         .file = (guint32) (*files - '0'),
                         .path = ard_file (corpus, (guint) (*files - '0'))->path,
                         .added = 1,
                         .status = status,
                         .renamed_from = ARD_NONE };

    g_array_append_val (corpus->changes, change);
  }
  g_array_append_val (corpus->commits, commit);
}

static inline void
made_index (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdFile *file = ard_file (corpus, i);

    file->first_change = corpus->by_file->len;
    for (guint32 j = 0; j < corpus->changes->len; j++) {
      const ArdChange *change = ard_change (corpus, j);

      if (change->file != i)
        continue;
      g_array_append_val (corpus->by_file, j);
      file->n_changes++;
      file->birth_commit = change->commit; /* the oldest comes last */
      file->birth_s = ard_commit (corpus, change->commit)->time_s;
    }
  }
}

static inline void
made_end (Made *made)
{
  made_index (made->corpus);
  ard_knowledge_find (made->corpus, made->settings);
  ard_corpus_seal (made->corpus);
}

/* What a person ('A' …) knows of a file; fails when there is no row. */
static inline const ArdKnowledge *
made_row (const Made *made, guint32 file, char person)
{
  const ArdKnowledge *row = ard_corpus_find_knowledge (made->corpus, file, (guint32) (person - 'A'));

  ck_assert_msg (row != NULL, "%c knows nothing of file %u", person, file);
  return row;
}

static inline int
made_run (const char *name, const TTest *const *tests, guint n)
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
