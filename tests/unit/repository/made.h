#ifndef ARD_TEST_REPOSITORY_MADE_H
#define ARD_TEST_REPOSITORY_MADE_H

/* Repositories made by git itself in a folder of their own, at fixed dates. */

#include <check.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/corpus.h"
#include "model/error.h"
#include "repository/repository.h"

/*
 * Debian's libgit2 1.5 does not free what pcre2 gave it when a pattern over the
 * configuration matches nothing, nor a pack that it refuses. Read by the leak
 * sanitizer, if there is one.
 */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libpcre2-8.so\n";
}

/* A damaged pack may announce an object of terabytes: refused by malloc, as without the sanitizer. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "allocator_may_return_null=1";
}

void __lsan_disable (void) __attribute__ ((weak));
void __lsan_enable (void) __attribute__ ((weak));

static char *made_folder; /* deleted by made_end */

/* Run a shell script in the folder; its standard output, yours. */
static inline char *
made_run (const char *script)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  const char *variables[] = { "GIT_AUTHOR_NAME",     "Ann",
                              "GIT_AUTHOR_EMAIL",    "ann@example.org",
                              "GIT_COMMITTER_NAME",  "Ann",
                              "GIT_COMMITTER_EMAIL", "ann@example.org",
                              "GIT_AUTHOR_DATE",     "1700000000 +0000",
                              "GIT_COMMITTER_DATE",  "1700000000 +0000",
                              "GIT_CONFIG_NOSYSTEM", "1",
                              "GIT_CONFIG_GLOBAL",   "/dev/null" };
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (variables); i += 2)
    g_subprocess_launcher_setenv (launcher, variables[i], variables[i + 1], TRUE);
  g_subprocess_launcher_set_cwd (launcher, made_folder);

  const char *arguments[] = { "bash", "-euc", script, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  g_autoptr (GBytes) output = NULL;

  ck_assert_ptr_nonnull (process);
  ck_assert (g_subprocess_communicate (process, NULL, NULL, &output, NULL, NULL));
  ck_assert_msg (g_subprocess_get_successful (process), "failed: %s", script);

  const char *data = g_bytes_get_data (output, &size);
  char *copy = g_malloc (size + 1);

  if (size)
    memcpy (copy, data, size);
  copy[size] = '\0';
  return copy;
}

/* The same, output thrown away. */
static inline void
made_do (const char *script)
{
  g_free (made_run (script));
}

static inline void
made_begin (void)
{
  made_folder = g_dir_make_tmp ("ardoise-XXXXXX", NULL);
  ck_assert_ptr_nonnull (made_folder);
  made_do ("git init -q -b main .");
}

static inline void
made_end (void)
{
  g_autofree char *script = g_strdup_printf ("chmod -R u+rwx '%s'; rm -rf '%s'", made_folder, made_folder);

  made_do (script);
  g_clear_pointer (&made_folder, g_free);
}

static inline void
made_write (const char *name, const char *data, gssize size)
{
  g_autofree char *path = g_build_filename (made_folder, name, NULL);

  ck_assert (g_file_set_contents (path, data, size, NULL));
}

/* Lines "<stem> 1" to "<stem> n", as a file's contents. */
static inline char *
made_lines (const char *stem, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%s %u\n", stem, i);
  return g_string_free (text, FALSE);
}

static inline ArdRepository *
made_open (void)
{
  g_autoptr (GError) error = NULL;
  ArdRepository *repository = ard_repository_open (made_folder, &error);

  ck_assert_msg (repository != NULL, "%s", error ? error->message : "");
  return repository;
}

static inline ArdOid
made_commit (ArdRepository *repository, const char *rev)
{
  g_autoptr (GError) error = NULL;
  ArdOid oid = { 0 };

  ck_assert_msg (ard_repository_resolve (repository, rev, &oid, &error), "%s", error ? error->message : "");
  return oid;
}

/* The record of a revision, counted, at 50 % likeness. Clear it. */
static inline void
made_record (ArdRepository *repository, const char *rev, ArdCommitRecord *record)
{
  ArdOid oid = made_commit (repository, rev);
  g_autoptr (GError) error = NULL;

  ard_commit_record_init (record);
  ck_assert_msg (ard_history_record (repository, &oid, TRUE, 50, record, &error), "%s", error ? error->message : "");
}

static inline const ArdRecordChange *
made_change (const ArdCommitRecord *record, const char *path)
{
  for (guint i = 0; i < record->changes->len; i++)
    if (strcmp (g_array_index (record->changes, ArdRecordChange, i).path, path) == 0)
      return &g_array_index (record->changes, ArdRecordChange, i);
  return NULL;
}

/* The path a change was renamed from, or NULL. */
static inline const char *
made_source (const ArdCommitRecord *record, const char *path)
{
  const ArdRecordChange *change = made_change (record, path);

  ck_assert_ptr_nonnull (change);
  return change->renamed_from == ARD_NONE ? NULL
                                          : g_array_index (record->changes, ArdRecordChange, change->renamed_from).path;
}

static inline const ArdEntry *
made_entry (const ArdSnapshot *snapshot, const char *path)
{
  for (guint i = 0; i < snapshot->entries->len; i++)
    if (strcmp (g_array_index (snapshot->entries, ArdEntry, i).path, path) == 0)
      return &g_array_index (snapshot->entries, ArdEntry, i);
  return NULL;
}

static inline gboolean
made_noted (const ArdNotes *notes, const char *path, const char *part)
{
  for (guint i = 0; i < notes->len; i++) {
    const ArdNote *note = &g_array_index (notes, ArdNote, i);

    if (g_strcmp0 (note->path, path) == 0 && strstr (note->reason, part))
      return TRUE;
  }
  return FALSE;
}

static inline int
made_suite (const char *name, TCase *tests)
{
  Suite *suite = suite_create (name);
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_checked_fixture (tests, made_begin, made_end);
  tcase_set_timeout (tests, 60);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
