#ifndef TEST_MADE_H
#define TEST_MADE_H

#include "model/corpus.h"
#include "run.h"

#define DAY 86400
#define NOW (20000 * (gint64) DAY)

/* A corpus whose rows are filled by hand, newest commit first. */
typedef struct {
  ArdCorpus *corpus;
} Made;

G_GNUC_UNUSED static Made
made_new (void)
{
  Made made = { ard_corpus_new () };
  ArdAuthor author = { "a", "a@b", FALSE };

  g_array_append_val (made.corpus->authors, author);
  made.corpus->now_s = NOW;
  return made;
}

G_GNUC_UNUSED static guint32
add_file (Made *made, const char *path, guint32 code_lines)
{
  ArdFile file = { .path = path, .language = "C", .lines = code_lines, .code_lines = code_lines, .measured = TRUE };

  g_array_append_val (made->corpus->files, file);
  return made->corpus->files->len - 1;
}

G_GNUC_UNUSED static void
add_commit (Made *made, guint8 id, double age_d, guint flags)
{
  ArdCommit commit = { .id = { .bytes = { id } },
                       .time_s = NOW - (gint64) (age_d * DAY),
                       .commit_time_s = NOW - (gint64) (age_d * DAY),
                       .flags = flags,
                       .subject = "",
                       .first_change = made->corpus->changes->len };

  g_array_append_val (made->corpus->commits, commit);
}

/* Of the last commit; file ARD_NONE: gone. */
G_GNUC_UNUSED static guint32
add_change (Made *made, guint32 file, const char *path, char status, gint32 lines, guint32 renamed_from)
{
  guint32 commit = made->corpus->commits->len - 1;
  ArdChange change = { .commit = commit,
                       .file = file,
                       .path = path,
                       .added = lines,
                       .deleted = 0,
                       .share = 0.5F,
                       .status = status,
                       .renamed_from = renamed_from };

  g_array_append_val (made->corpus->changes, change);
  ard_commit (made->corpus, commit)->n_changes++;
  return made->corpus->changes->len - 1;
}

/* by_file, as the fold leaves it. */
G_GNUC_UNUSED static void
made_finish (Made *made)
{
  ArdCorpus *corpus = made->corpus;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdFile *file = ard_file (corpus, i);

    file->first_change = corpus->by_file->len;
    for (guint32 j = 0; j < corpus->changes->len; j++)
      if (ard_change (corpus, j)->file == i)
        g_array_append_val (corpus->by_file, j);
    file->n_changes = corpus->by_file->len - file->first_change;
  }
}

#endif
