#include <check.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/error.h"
#include "reports/reports.h"

static char *folder;

static void
open_folder (void)
{
  folder = g_dir_make_tmp ("ardoise-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
}

static void
close_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

static guint
entries (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static char *
contents (const char *path)
{
  char *text = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

START_TEST (every_format_of_the_contract_has_its_file)
{
  const char *const rows[][2] = { { "html", "index.html" }, { "junit", "junit.xml" }, { "json", "ardoise.json" },
                                  { "csv", "backlog.csv" }, { "md", "report.md" },    { "sqlite", "ardoise.sqlite" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_str_eq (ard_report_find (rows[i][0])->file_name, rows[i][1]);
  ck_assert_ptr_null (ard_report_find ("pdf"));
}
END_TEST

START_TEST (a_file_is_written_and_written_over_without_a_trace_of_the_draft)
{
  g_autofree char *path = g_build_filename (folder, "report.md", NULL);
  g_autoptr (GBytes) first = g_bytes_new_static ("first, longer", 13), second = g_bytes_new_static ("second", 6);

  ck_assert (ard_report_write (path, first, NULL));
  ck_assert (ard_report_write (path, second, NULL));

  g_autofree char *text = contents (path);

  ck_assert_str_eq (text, "second");
  ck_assert_uint_eq (entries (), 1);
}
END_TEST

START_TEST (permissions_follow_the_umask_as_those_of_any_new_file)
{
  g_autofree char *path = g_build_filename (folder, "report.md", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  mode_t old = umask (027);
  struct stat facts;

  ck_assert (ard_report_write (path, bytes, NULL));
  umask (old);
  ck_assert_int_eq (stat (path, &facts), 0);
  ck_assert_uint_eq (facts.st_mode & 0777, 0640);
}
END_TEST

START_TEST (a_missing_folder_is_an_output_error_that_names_path_and_cause)
{
  g_autofree char *path = g_build_filename (folder, "no", "report.md", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  ck_assert (!ard_report_write (path, bytes, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_OUTPUT));
  ck_assert_ptr_nonnull (strstr (error->message, path));
  ck_assert_ptr_nonnull (strstr (error->message, g_strerror (ENOENT)));
}
END_TEST

START_TEST (a_folder_in_the_place_of_the_file_is_an_output_error)
{
  g_autofree char *path = g_build_filename (folder, "report.md", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir (path, 0700), 0);
  ck_assert (!ard_report_write (path, bytes, &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_OUTPUT));
  ck_assert_uint_eq (entries (), 1);
}
END_TEST

/* A limit on file size fails a write in its middle, as a full disk does. */
START_TEST (a_write_that_fails_in_the_middle_leaves_the_old_file_whole)
{
  g_autofree char *path = g_build_filename (folder, "report.md", NULL);
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GBytes) old = g_bytes_new_static ("old", 3), bytes = g_bytes_new (large, 100000);
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 4096, RLIM_INFINITY }, none = { RLIM_INFINITY, RLIM_INFINITY };

  ck_assert (ard_report_write (path, old, NULL));
  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);

  gboolean written = ard_report_write (path, bytes, &error);

  setrlimit (RLIMIT_FSIZE, &none);
  ck_assert (!written);
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_OUTPUT));
  ck_assert_ptr_nonnull (strstr (error->message, g_strerror (EFBIG)));

  g_autofree char *text = contents (path);

  ck_assert_str_eq (text, "old");
  ck_assert_uint_eq (entries (), 1);
}
END_TEST

#define ONE_BYTES (8u << 20)
#define OTHER_BYTES (5u << 20)

static void
write_for_ever (const char *path)
{
  g_autofree char *ones = g_strnfill (ONE_BYTES, '1'), *twos = g_strnfill (OTHER_BYTES, '2');
  g_autoptr (GBytes) one = g_bytes_new (ones, ONE_BYTES), other = g_bytes_new (twos, OTHER_BYTES);

  for (;;)
    if (!ard_report_write (path, one, NULL) || !ard_report_write (path, other, NULL))
      _exit (EXIT_FAILURE);
}

START_TEST (a_process_that_is_killed_leaves_a_whole_file)
{
  g_autofree char *path = g_build_filename (folder, "report.md", NULL);

  for (guint i = 0; i < 5; i++) {
    pid_t child = fork ();
    g_autofree char *text = NULL;
    gsize size;
    int status;

    if (child == 0)
      write_for_ever (path);
    while (!g_file_test (path, G_FILE_TEST_EXISTS))
      g_usleep (1000);
    g_usleep (20000 + i * 7000);
    kill (child, SIGKILL);
    ck_assert_int_eq (waitpid (child, &status, 0), child);
    ck_assert (WIFSIGNALED (status));
    ck_assert (g_file_get_contents (path, &text, &size, NULL));
    ck_assert_uint_eq (size, *text == '1' ? ONE_BYTES : OTHER_BYTES);
    ck_assert_uint_eq (strspn (text, *text == '1' ? "1" : "2"), size);
  }
}
END_TEST

START_TEST (a_name_as_long_as_the_file_system_allows_is_written)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  ck_assert (ard_report_write (path, bytes, NULL));
  ck_assert_uint_eq (entries (), 1);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("reports");
  TCase *tests = tcase_create ("reports");

  tcase_set_timeout (tests, 60);
  tcase_add_checked_fixture (tests, open_folder, close_folder);
  tcase_add_test (tests, every_format_of_the_contract_has_its_file);
  tcase_add_test (tests, a_file_is_written_and_written_over_without_a_trace_of_the_draft);
  tcase_add_test (tests, permissions_follow_the_umask_as_those_of_any_new_file);
  tcase_add_test (tests, a_missing_folder_is_an_output_error_that_names_path_and_cause);
  tcase_add_test (tests, a_folder_in_the_place_of_the_file_is_an_output_error);
  tcase_add_test (tests, a_write_that_fails_in_the_middle_leaves_the_old_file_whole);
  tcase_add_test (tests, a_process_that_is_killed_leaves_a_whole_file);
  tcase_add_test (tests, a_name_as_long_as_the_file_system_allows_is_written);
  suite_add_tcase (all, tests);
  return all;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
