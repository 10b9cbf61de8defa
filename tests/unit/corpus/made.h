#ifndef ARD_TESTS_CORPUS_MADE_H
#define ARD_TESTS_CORPUS_MADE_H

#include <check.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/corpus.h"

/* Repositories made with `git fast-import`, and corpora built from them. */

/* Noon of 2020-01-01 plus so many days, as git writes it. */
#define MADE_TIME_S(day) (1577880000 + (gint64) (day) *86400)

typedef struct {
  char *folder;
  GString *stream; /* for git fast-import */
  ArdSettings *settings;
  ArdLanguages *languages;
} Made;

G_GNUC_UNUSED static void
made_run (const char *folder, const char *command)
{
  g_autofree char *where = g_shell_quote (folder);
  g_autofree char *line = g_strdup_printf ("cd %s && { %s; } >/dev/null 2>&1", where, command);

  ck_assert_msg (system (line) == 0, "%s", line);
}

G_GNUC_UNUSED static void
made_begin (Made *made)
{
  g_autoptr (GError) error = NULL;

  *made = (Made){ .folder = g_dir_make_tmp ("ardoise-corpus-XXXXXX", NULL),
                  .stream = g_string_new (NULL),
                  .settings = ard_settings_new () };
  g_setenv ("XDG_CACHE_HOME", made->folder, TRUE);
  g_setenv ("GIT_CONFIG_NOSYSTEM", "1", TRUE);
  g_setenv ("HOME", made->folder, TRUE);
  ard_settings_seal (made->settings);
  made->languages = ard_languages_new (made->settings, &error);
  ck_assert_msg (made->languages != NULL, "%s", error ? error->message : "");
}

G_GNUC_UNUSED static void
made_end (Made *made)
{
  g_autofree char *where = g_shell_quote (made->folder);
  g_autofree char *line = g_strdup_printf ("rm -rf %s", where);

  ck_assert_int_eq (system (line), 0);
  g_free (made->folder);
  g_string_free (made->stream, TRUE);
  ard_settings_free (made->settings);
  ard_languages_free (made->languages);
}

/* Start a commit on a branch; parents: "" or "from refs/heads/x\nmerge refs/heads/y\n". */
G_GNUC_UNUSED static void
made_commit (Made *made, const char *branch, gint day, const char *author, const char *message, const char *parents)
{
  g_string_append_printf (made->stream,
                          "commit refs/heads/%s\nauthor %s %" G_GINT64_FORMAT " +0000\ncommitter C <c@x> "
                          "%" G_GINT64_FORMAT " +0000\ndata %zu\n%s\n%s",
                          branch, author, MADE_TIME_S (day), MADE_TIME_S (day), strlen (message), message, parents);
}

G_GNUC_UNUSED static void
made_file (Made *made, const char *path, const char *text)
{
  g_string_append_printf (made->stream, "M 100644 inline %s\ndata %zu\n%s\n", path, strlen (text), text);
}

G_GNUC_UNUSED static void
made_delete (Made *made, const char *path)
{
  g_string_append_printf (made->stream, "D %s\n", path);
}

/* Write all commits and check main out. */
G_GNUC_UNUSED static void
made_import (Made *made)
{
  g_autofree char *path = g_build_filename (made->folder, "stream", NULL);

  ck_assert (g_file_set_contents (path, made->stream->str, (gssize) made->stream->len, NULL));
  made_run (made->folder, "git init -q -b main repository && cd repository && git fast-import --quiet <../stream && "
                          "git checkout -qf main");
}

G_GNUC_UNUSED static ArdRepository *
made_open (const Made *made)
{
  g_autofree char *path = g_build_filename (made->folder, "repository", NULL);
  g_autoptr (GError) error = NULL;
  ArdRepository *repository = ard_repository_open (path, &error);

  ck_assert_msg (repository != NULL, "%s", error ? error->message : "");
  return repository;
}

G_GNUC_UNUSED static ArdCorpus *
made_build (const Made *made, const char *rev, gboolean work_tree, guint jobs, ArdStore *store)
{
  g_autoptr (ArdRepository) repository = made_open (made);
  g_autoptr (GError) error = NULL;
  ArdBuild build = { .settings = made->settings, .languages = made->languages, .store = store, .jobs = jobs };
  ArdOid commit;

  ck_assert_msg (ard_repository_resolve (repository, rev, &commit, &error), "%s", error ? error->message : "");

  ArdCorpus *corpus = ard_corpus_build (repository, &commit, work_tree, &build, &error);

  ck_assert_msg (corpus != NULL, "%s", error ? error->message : "");
  return corpus;
}

G_GNUC_UNUSED static const ArdFile *
made_find (const ArdCorpus *corpus, const char *path)
{
  guint32 index = ard_corpus_find_file (corpus, path);

  ck_assert_msg (index != ARD_NONE, "no file %s", path);
  return ard_file (corpus, index);
}

G_GNUC_UNUSED static gboolean
made_has_note (const ArdCorpus *corpus, const char *path, const char *part)
{
  for (guint i = 0; i < corpus->notes->len; i++) {
    const ArdNote *note = &g_array_index (corpus->notes, ArdNote, i);

    if (g_strcmp0 (note->path, path) == 0 && strstr (note->reason, part))
      return TRUE;
  }
  return FALSE;
}

#endif
