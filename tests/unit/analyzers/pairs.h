#ifndef TESTS_PAIRS_H
#define TESTS_PAIRS_H

#include "coupled.h"

/* A C file of one function, in that module. */
static inline ArdFile *
add_code (Facts *facts, const char *path, guint32 module)
{
  ArdFile *file = add_file (facts, path, 100);

  file->module = module;
  add_function (facts, "work");
  return file;
}

/* Commits of one person, one a day, the newest first, each of which changed these files. by_file is made by fill_files. */
static inline void
add_commits (Facts *facts, guint n, guint first_day, const guint32 *files, guint n_files)
{
  ArdCorpus *corpus = facts->corpus;

  if (corpus->authors->len == 0)
    g_array_append_val (corpus->authors, ((ArdAuthor){ "Ada", "ada@example.org", FALSE }));
  for (guint i = 0; i < n; i++) {
    ArdCommit commit = { .time_s = NOW_S - (gint64) (first_day + i) * DAY_S,
                         .flags = ARD_COMMIT_IN_WINDOW,
                         .subject = "",
                         .first_change = corpus->changes->len,
                         .n_changes = n_files };

    for (guint j = 0; j < n_files; j++) {
      ArdChange change = { .commit = corpus->commits->len,
                           .file = files[j],
                           .path = ard_file (corpus, files[j])->path,
                           .renamed_from = ARD_NONE };

      g_array_append_val (corpus->changes, change);
    }
    g_array_append_val (corpus->commits, commit);
  }
}

/* The index by file, once all commits are there. */
static inline void
fill_files (Facts *facts)
{
  ArdCorpus *corpus = facts->corpus;

  for (guint32 file = 0; file < corpus->files->len; file++) {
    ard_file (corpus, file)->first_change = corpus->by_file->len;
    for (guint32 i = 0; i < corpus->changes->len; i++)
      if (ard_change (corpus, i)->file == file) {
        g_array_append_val (corpus->by_file, i);
        ard_file (corpus, file)->n_changes++;
      }
  }
}

#endif
