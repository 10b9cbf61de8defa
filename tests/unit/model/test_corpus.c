#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/corpus.h"
#include "model/note.h"
#include "model/resource.h"

static ArdCorpus *
new_corpus (void)
{
  ArdCorpus *corpus = ard_corpus_new ();
  const char *paths[] = { "a", "a/b", "a\xff", "z" };
  ArdAuthor author = { "n", "m", FALSE };
  ArdCommit commit = { .subject = "s", .n_changes = 1 };
  ArdChange change = { .commit = 0, .file = 2, .path = "a\xff" };
  guint32 index = 0;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    ArdFile file = { .path = paths[i], .language = "Text", .origin = paths[i] };

    g_array_append_val (corpus->files, file);
  }
  ard_file (corpus, 2)->n_changes = 1;
  g_array_append_val (corpus->authors, author);
  g_array_append_val (corpus->commits, commit);
  g_array_append_val (corpus->changes, change);
  g_array_append_val (corpus->by_file, index);
  return corpus;
}

START_TEST (a_sound_corpus_is_sealed)
{
  g_autoptr (ArdCorpus) corpus = new_corpus ();

  ard_corpus_seal (corpus);
  ck_assert (corpus->sealed);
}
END_TEST

START_TEST (files_are_found_by_their_bytes)
{
  g_autoptr (ArdCorpus) corpus = new_corpus ();

  ck_assert_uint_eq (ard_corpus_find_file (corpus, "a"), 0);
  ck_assert_uint_eq (ard_corpus_find_file (corpus, "a/b"), 1);
  ck_assert_uint_eq (ard_corpus_find_file (corpus, "a\xff"), 2);
  ck_assert_uint_eq (ard_corpus_find_file (corpus, "z"), 3);
  ck_assert_uint_eq (ard_corpus_find_file (corpus, "b"), ARD_NONE);
  ck_assert_uint_eq (ard_corpus_find_file (corpus, ""), ARD_NONE);
}
END_TEST

/* Each of these is a bug of who built the corpus: seal aborts. */
START_TEST (a_corpus_with_a_wrong_index_or_order_is_not_sealed)
{
  ArdCorpus *corpus = new_corpus ();

  switch (_i) {
  case 0:
    ard_file (corpus, 1)->path = "0";
    break;
  case 1:
    ard_file (corpus, 0)->n_functions = 1;
    break;
  case 2:
    ard_change (corpus, 0)->file = 4;
    break;
  case 3:
    ard_change (corpus, 0)->file = 1;
    break;
  case 4:
    ard_commit (corpus, 0)->author = 1;
    break;
  case 5:
    ard_commit (corpus, 0)->n_changes = 2;
    break;
  case 6:
    ard_change (corpus, 0)->commit = 1;
    break;
  }
  ard_corpus_seal (corpus);
}
END_TEST

START_TEST (hours_are_days_times_hours_times_the_coding_share)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  ArdFile file = { .days_month = 4 };

  ck_assert_double_eq_tol (ard_file_hours (&file, settings), 4 * 7 * 0.5, 1e-12);
}
END_TEST

START_TEST (notes_are_sorted_and_said_once)
{
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  const char *expected[][2] = { { NULL, "a" }, { "p", "a" }, { "p", "b 1" }, { "q", "a" } };

  ard_notes_add (notes, "q", "a");
  ard_notes_add (notes, "p", "b %d", 1);
  ard_notes_add (notes, "p", "a");
  ard_notes_add (notes, NULL, "a");
  ard_notes_add (notes, "p", "b 1");
  ard_notes_add (notes, NULL, "a");
  ard_notes_sort (notes);
  ck_assert_uint_eq (notes->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < notes->len; i++) {
    ck_assert_pstr_eq (g_array_index (notes, ArdNote, i).path, expected[i][0]);
    ck_assert_str_eq (g_array_index (notes, ArdNote, i).reason, expected[i][1]);
  }
}
END_TEST

START_TEST (likeness_is_the_share_of_equal_places)
{
  guint32 left[ARD_SKETCH] = { 0 }, right[ARD_SKETCH] = { 0 };

  ck_assert_double_eq (ard_sketch_likeness (left, right), 1);
  for (guint i = 0; i < 4; i++)
    right[i] = 1;
  ck_assert_double_eq (ard_sketch_likeness (left, right), 0.75);
  for (guint i = 0; i < ARD_SKETCH; i++)
    right[i] = i + 1;
  ck_assert_double_eq (ard_sketch_likeness (left, right), 0);
}
END_TEST

START_TEST (what_ships_in_the_binary_is_listed_and_read)
{
  g_auto (GStrv) names = ard_resource_list ("languages/c");
  g_autoptr (GError) error = NULL;

  ck_assert_uint_gt (g_strv_length (names), 0);

  g_autofree char *name = g_strconcat ("languages/c/", names[0], NULL);
  g_autoptr (GBytes) bytes = ard_resource_read (name, &error);

  ck_assert_ptr_nonnull (bytes);
  ck_assert_uint_eq (strlen (g_bytes_get_data (bytes, NULL)), g_bytes_get_size (bytes));
  for (guint i = 1; names[i]; i++)
    ck_assert_str_lt (names[i - 1], names[i]);
}
END_TEST

START_TEST (what_does_not_ship_is_an_error_that_names_it)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (ard_resource_read ("templates/no-such-thing", &error));
  ck_assert_ptr_nonnull (strstr (error->message, "templates/no-such-thing"));

  g_auto (GStrv) names = ard_resource_list ("no/such/folder");

  ck_assert_ptr_null (names[0]);
}
END_TEST

START_TEST (a_folder_takes_precedence_over_the_binary)
{
  g_autofree char *folder = g_dir_make_tmp ("ardoise-resource-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "languages", "c", NULL);
  g_auto (GStrv) names = ard_resource_list ("languages/c");
  g_autofree char *path = g_build_filename (below, names[0], NULL);
  g_autofree char *name = g_strconcat ("languages/c/", names[0], NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (below, 0700);
  ck_assert (g_file_set_contents (path, "own", -1, NULL));
  ard_resource_set_folder (folder);

  g_autoptr (GBytes) own = ard_resource_read (name, &error);

  ck_assert_str_eq (g_bytes_get_data (own, NULL), "own");
  ard_resource_set_folder (NULL);

  g_autoptr (GBytes) embedded = ard_resource_read (name, &error);

  ck_assert_str_ne (g_bytes_get_data (embedded, NULL), "own");
  ck_assert_int_eq (remove (path), 0);
  ck_assert_int_eq (remove (below), 0);

  g_autofree char *languages = g_path_get_dirname (below);

  ck_assert_int_eq (remove (languages), 0);
  ck_assert_int_eq (remove (folder), 0);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("corpus");
  TCase *cases = tcase_create ("corpus");

  tcase_add_test (cases, a_sound_corpus_is_sealed);
  tcase_add_test (cases, files_are_found_by_their_bytes);
  tcase_add_loop_test_raise_signal (cases, a_corpus_with_a_wrong_index_or_order_is_not_sealed, SIGABRT, 0, 7);
  tcase_add_test (cases, hours_are_days_times_hours_times_the_coding_share);
  tcase_add_test (cases, notes_are_sorted_and_said_once);
  tcase_add_test (cases, likeness_is_the_share_of_equal_places);
  tcase_add_test (cases, what_ships_in_the_binary_is_listed_and_read);
  tcase_add_test (cases, what_does_not_ship_is_an_error_that_names_it);
  tcase_add_test (cases, a_folder_takes_precedence_over_the_binary);
  suite_add_tcase (all, cases);
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
