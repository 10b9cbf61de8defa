#include <check.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "store/store.h"

#define ROOT "/somewhere/project"

static char *cache;

static void
enter_cache (void)
{
  cache = g_dir_make_tmp ("ardoise-store-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
}

static void
remove_tree (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *below = g_build_filename (path, name, NULL);

    remove_tree (below);
  }
  if (folder)
    g_dir_close (folder);
  g_remove (path);
}

static void
leave_cache (void)
{
  remove_tree (cache);
  g_free (cache);
}

static ArdStore *
open_store (const char *root)
{
  g_autofree char *why = NULL;
  ArdStore *store = ard_store_open (root, &why);

  ck_assert_msg (store != NULL, "%s", why);
  ck_assert_ptr_null (why);
  return store;
}

static char *
only_file (void)
{
  g_autofree char *folder = g_build_filename (cache, "ardoise", NULL);
  GDir *names = g_dir_open (folder, 0, NULL);
  char *path = g_build_filename (folder, g_dir_read_name (names), NULL);

  ck_assert_ptr_null (g_dir_read_name (names));
  g_dir_close (names);
  return path;
}

static ArdOid
oid (guint8 first)
{
  return (ArdOid){ .bytes = { first, 2, 3 } };
}

static void
fill_record (ArdCommitRecord *record)
{
  const ArdRecordChange rows[] = {
    { "a\xff\n<b>", 'D', 0, 12, ARD_NONE, oid (7), { { 0 } } },
    { "b", 'A', 2147483647, 0, 0, { { 0 } }, oid (8) },
    { "c.png", 'M', -1, -1, ARD_NONE, oid (9), { .bytes = { [19] = 1 } } },
  };

  ard_commit_record_init (record);
  record->counted = TRUE;
  record->inputs = G_GUINT64_CONSTANT (0xfedcba9876543210);
  g_array_append_vals (record->changes, rows, G_N_ELEMENTS (rows));
}

static void
fill_facts (ArdFacts *facts)
{
  ArdFunction function = { .name = "outer.inner",
                           .start_line = 3,
                           .end_line = 900,
                           .code_lines = 700,
                           .table_lines = 1,
                           .cyclomatic = 200,
                           .cognitive = 321,
                           .nesting = 5,
                           .parameters = 2,
                           .parent = ARD_NONE,
                           .digest = 0x8000000000000001 };
  ArdCapture capture = { ARD_CAPTURE_SUPPRESSION, 0, 7, 7, "complex-function until 2027-01-01 because é", 0, ARD_NONE };
  ArdCapture handler = { ARD_CAPTURE_HANDLER, 1, 8, 10, "", 1u << 31 | ARD_TRAIT_SILENT, 0 };
  ArdToken tokens[] = { { 0xfedcba98, 3, ARD_TOKEN_STRING, ARD_TOKEN_STATEMENT | ARD_TOKEN_EXEMPT, 65535 },
                        { 0, 4294967295, ARD_TOKEN_WORD, 0, 0 } };
  ArdDocumentRow row = { "services.web.ports[0]", "80:80", 12 };

  ard_facts_init (facts);
  function.sketch[0] = 0xffffffff;
  function.sketch[15] = 42;
  facts->language = "Python";
  facts->content = ARD_CONTENT_GENERATED;
  facts->size_bytes = 5000000000;
  facts->lines = 4294967295;
  facts->code_lines = 800;
  facts->comment_lines = 60;
  facts->blank_lines = 40;
  facts->digest = G_MAXUINT64;
  facts->error_share = 0.125;
  facts->measured = TRUE;
  g_array_append_val (facts->functions, function);
  function.parent = 0;
  function.name = "";
  function.traits = ARD_FUNCTION_ASYNC | ARD_FUNCTION_PUBLIC;
  g_array_append_val (facts->functions, function);
  g_array_append_val (facts->captures, capture);
  g_array_append_val (facts->captures, handler);
  facts->captures_left_out = 77;
  facts->metrics_only = TRUE;
  g_array_append_vals (facts->tokens, tokens, G_N_ELEMENTS (tokens));
  g_array_append_val (facts->settings, row);
}

static void
check_rows (const ArdFacts *facts)
{
  const ArdCapture *handler = &g_array_index (facts->captures, ArdCapture, 1);
  const ArdToken *tokens = (const ArdToken *) (gpointer) facts->tokens->data;
  const ArdDocumentRow *row = &g_array_index (facts->settings, ArdDocumentRow, 0);

  ck_assert_int_eq (handler->kind, ARD_CAPTURE_HANDLER);
  ck_assert_uint_eq (handler->function, 1);
  ck_assert_uint_eq (handler->end_line, 10);
  ck_assert_str_eq (handler->text, "");
  ck_assert_uint_eq (handler->traits, 1u << 31 | ARD_TRAIT_SILENT);
  ck_assert_uint_eq (handler->parent, 0);
  ck_assert_uint_eq (facts->captures_left_out, 77);
  ck_assert (facts->metrics_only);
  ck_assert_uint_eq (facts->tokens->len, 2);
  ck_assert_uint_eq (tokens[0].text, 0xfedcba98);
  ck_assert_uint_eq (tokens[0].line, 3);
  ck_assert_uint_eq (tokens[0].kind, ARD_TOKEN_STRING);
  ck_assert_uint_eq (tokens[0].flags, ARD_TOKEN_STATEMENT | ARD_TOKEN_EXEMPT);
  ck_assert_uint_eq (tokens[0].depth, 65535);
  ck_assert_uint_eq (tokens[1].line, 4294967295);
  ck_assert_uint_eq (facts->settings->len, 1);
  ck_assert_str_eq (row->key, "services.web.ports[0]");
  ck_assert_str_eq (row->value, "80:80");
  ck_assert_uint_eq (row->line, 12);
}

static void
check_facts (const ArdFacts *facts)
{
  const ArdFunction *first = &g_array_index (facts->functions, ArdFunction, 0);
  const ArdFunction *second = &g_array_index (facts->functions, ArdFunction, 1);
  const ArdCapture *capture = &g_array_index (facts->captures, ArdCapture, 0);

  ck_assert_str_eq (facts->language, "Python");
  ck_assert_int_eq (facts->content, ARD_CONTENT_GENERATED);
  ck_assert_int_eq (facts->size_bytes, 5000000000);
  ck_assert_uint_eq (facts->lines, 4294967295);
  ck_assert_uint_eq (facts->code_lines, 800);
  ck_assert_uint_eq (facts->comment_lines, 60);
  ck_assert_uint_eq (facts->blank_lines, 40);
  ck_assert (facts->digest == G_MAXUINT64);
  ck_assert_double_eq (facts->error_share, 0.125);
  ck_assert (facts->measured);
  ck_assert_uint_eq (facts->functions->len, 2);
  ck_assert_str_eq (first->name, "outer.inner");
  ck_assert_uint_eq (first->start_line, 3);
  ck_assert_uint_eq (first->end_line, 900);
  ck_assert_uint_eq (first->code_lines, 700);
  ck_assert_uint_eq (first->table_lines, 1);
  ck_assert_uint_eq (first->cyclomatic, 200);
  ck_assert_uint_eq (first->cognitive, 321);
  ck_assert_uint_eq (first->nesting, 5);
  ck_assert_uint_eq (first->parameters, 2);
  ck_assert_uint_eq (first->parent, ARD_NONE);
  ck_assert (first->digest == 0x8000000000000001);
  ck_assert_uint_eq (first->sketch[0], 0xffffffff);
  ck_assert_uint_eq (first->sketch[15], 42);
  ck_assert_str_eq (second->name, "");
  ck_assert_uint_eq (second->parent, 0);
  ck_assert_uint_eq (first->traits, 0);
  ck_assert_uint_eq (second->traits, ARD_FUNCTION_ASYNC | ARD_FUNCTION_PUBLIC);
  ck_assert_uint_eq (facts->captures->len, 2);
  ck_assert_int_eq (capture->kind, ARD_CAPTURE_SUPPRESSION);
  ck_assert_uint_eq (capture->function, 0);
  ck_assert_uint_eq (capture->start_line, 7);
  ck_assert_str_eq (capture->text, "complex-function until 2027-01-01 because é");
  ck_assert_uint_eq (capture->parent, ARD_NONE);
  check_rows (facts);
}

static void
put_one_of_each (void)
{
  g_autoptr (ArdStore) store = open_store (ROOT);
  g_auto (ArdFacts) facts = { 0 };
  g_auto (ArdCommitRecord) record = { 0 };
  ArdOid id = oid (1);

  fill_facts (&facts);
  fill_record (&record);
  ard_store_put_facts (store, &id, "Python", "d1", &facts);
  ard_store_put_record (store, &id, 50, &record);
}

static gboolean
finds_facts (ArdStore *store, guint8 first, const char *guess, const char *digest)
{
  g_auto (ArdFacts) facts = { 0 };
  ArdOid id = oid (first);

  ard_facts_init (&facts);
  return ard_store_find_facts (store, &id, guess, digest, &facts);
}

static gboolean
finds_record (ArdStore *store, guint8 first, gboolean counts, double similarity)
{
  g_auto (ArdCommitRecord) record = { 0 };
  ArdOid id = oid (first);

  ard_commit_record_init (&record);
  return ard_store_find_record (store, &id, counts, similarity, &record);
}

START_TEST (facts_come_back_as_they_were_put)
{
  put_one_of_each ();

  g_autoptr (ArdStore) store = open_store (ROOT);
  g_auto (ArdFacts) facts = { 0 };
  ArdOid id = oid (1);

  ard_facts_init (&facts);
  ck_assert (ard_store_find_facts (store, &id, "Python", "d1", &facts));
  check_facts (&facts);
}
END_TEST

START_TEST (records_come_back_as_they_were_put)
{
  put_one_of_each ();

  g_autoptr (ArdStore) store = open_store (ROOT);
  g_auto (ArdCommitRecord) record = { 0 };
  ArdOid id = oid (1);

  ard_commit_record_init (&record);
  ck_assert (ard_store_find_record (store, &id, TRUE, 50, &record));
  ck_assert (record.counted);
  ck_assert (!record.renames_cut);
  ck_assert_uint_eq (record.inputs, G_GUINT64_CONSTANT (0xfedcba9876543210));
  ck_assert_uint_eq (record.changes->len, 3);

  const ArdRecordChange *rows = (const ArdRecordChange *) record.changes->data;

  ck_assert_str_eq (rows[0].path, "a\xff\n<b>");
  ck_assert_int_eq (rows[0].status, 'D');
  ck_assert_int_eq (rows[0].deleted, 12);
  ck_assert_uint_eq (rows[0].renamed_from, ARD_NONE);
  ck_assert_int_eq (rows[1].added, 2147483647);
  ck_assert_uint_eq (rows[1].renamed_from, 0);
  ck_assert_int_eq (rows[2].added, -1);
  ck_assert_int_eq (rows[2].deleted, -1);
  ck_assert_int_eq (rows[0].before.bytes[0], 7);
  ck_assert_int_eq (rows[0].after.bytes[0], 0);
  ck_assert_int_eq (rows[1].after.bytes[0], 8);
  ck_assert_int_eq (rows[2].before.bytes[2], 3);
  ck_assert_int_eq (rows[2].after.bytes[19], 1);
}
END_TEST

START_TEST (versions_come_back_as_they_were_put)
{
  g_autoptr (ArdStore) store = open_store (ROOT);
  g_auto (ArdVersion) put = { 0 }, found = { 0 }, missed = { 0 };
  const ArdVersionFunction rows[] = { { 0xfedcba9876543210, 7, 3, 900, 4294967295 }, { 0, 8, 3, 3, 0 } };
  ArdOid id = oid (1), other = oid (2);

  ard_version_init (&put);
  ard_version_init (&found);
  ard_version_init (&missed);
  put.measured = TRUE;
  put.lines = 900;
  put.code_lines = 12;
  g_array_append_vals (put.functions, rows, 2);
  ard_store_put_version (store, &id, "C", "d1", &put);
  ck_assert (!ard_store_find_version (store, &other, "C", "d1", &missed));
  ck_assert (!ard_store_find_version (store, &id, "C", "d2", &missed));
  ck_assert (ard_store_find_version (store, &id, "C", "d1", &found));
  ck_assert (found.measured);
  ck_assert_uint_eq (found.lines, 900);
  ck_assert_uint_eq (found.code_lines, 12);
  ck_assert_uint_eq (found.functions->len, 2);
  for (guint i = 0; i < 2; i++) {
    const ArdVersionFunction *row = &g_array_index (found.functions, ArdVersionFunction, i);

    ck_assert_uint_eq (row->name, rows[i].name);
    ck_assert_uint_eq (row->digest, rows[i].digest);
    ck_assert_uint_eq (row->start_line, rows[i].start_line);
    ck_assert_uint_eq (row->end_line, rows[i].end_line);
    ck_assert_uint_eq (row->cognitive, rows[i].cognitive);
  }
}
END_TEST

START_TEST (hunks_come_back_as_they_were_put)
{
  g_autoptr (ArdStore) store = open_store (ROOT);
  g_autoptr (GArray) put = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  const ArdHunk rows[] = { { 0, 0, 0, 5, TRUE }, { 7, 3, 12, 0, FALSE }, { 2000000000, 1, 2000000002, 1, TRUE } };
  ArdOid old = oid (1), new = oid (2);

  g_array_append_vals (put, rows, 3);
  ard_store_put_hunks (store, &old, &new, put);
  ck_assert (!ard_store_find_hunks (store, &new, &old, found));
  ck_assert_uint_eq (found->len, 0);
  ck_assert (ard_store_find_hunks (store, &old, &new, found));
  ck_assert_uint_eq (found->len, 3);
  ck_assert_mem_eq (found->data, rows, sizeof rows);
}
END_TEST

START_TEST (another_blob_guess_or_digest_is_a_miss)
{
  put_one_of_each ();

  g_autoptr (ArdStore) store = open_store (ROOT);

  ck_assert (finds_facts (store, 1, "Python", "d1"));
  ck_assert (!finds_facts (store, 2, "Python", "d1"));
  ck_assert (!finds_facts (store, 1, "", "d1"));
  ck_assert (!finds_facts (store, 1, "Python", "d2"));
}
END_TEST

START_TEST (another_similarity_is_a_miss)
{
  put_one_of_each ();

  g_autoptr (ArdStore) store = open_store (ROOT);

  ck_assert (finds_record (store, 1, TRUE, 50));
  ck_assert (!finds_record (store, 1, TRUE, 60));
}
END_TEST

START_TEST (a_record_without_counts_answers_no_question_for_counts)
{
  g_autoptr (ArdStore) store = open_store (ROOT);
  g_auto (ArdCommitRecord) record = { 0 };
  ArdOid id = oid (9);

  fill_record (&record);
  record.counted = FALSE;
  ard_store_put_record (store, &id, 50, &record);
  ck_assert (finds_record (store, 9, FALSE, 50));
  ck_assert (!finds_record (store, 9, TRUE, 50));
  record.counted = TRUE;
  ard_store_put_record (store, &id, 50, &record);
  ck_assert (finds_record (store, 9, FALSE, 50));
  ck_assert (finds_record (store, 9, TRUE, 50));
}
END_TEST

START_TEST (another_root_has_a_store_of_its_own)
{
  put_one_of_each ();

  g_autoptr (ArdStore) store = open_store (ROOT "2");

  ck_assert (!finds_facts (store, 1, "Python", "d1"));
}
END_TEST

START_TEST (a_file_that_is_no_database_is_replaced)
{
  put_one_of_each ();

  g_autofree char *path = only_file ();

  ck_assert (g_file_set_contents (path, "this is no database, it is a sentence that somebody wrote here", -1, NULL));
  put_one_of_each ();

  g_autoptr (ArdStore) store = open_store (ROOT);

  ck_assert (finds_facts (store, 1, "Python", "d1"));
}
END_TEST

/* Whatever bytes are changed, what is found equals what was put. */
START_TEST (damage_is_a_miss_and_never_a_wrong_answer)
{
  put_one_of_each ();

  g_autofree char *path = only_file ();
  char *bytes;
  gsize size;
  g_autoptr (GRand) random = g_rand_new_with_seed (20 + (guint32) _i);

  ck_assert (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint i = 0; i < 40; i++)
    bytes[g_rand_int_range (random, 0, (gint32) size)] ^= (char) g_rand_int_range (random, 1, 256);
  ck_assert (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_free (bytes);

  g_autofree char *why = NULL;
  ArdStore *store = ard_store_open (ROOT, &why);

  if (store) {
    g_auto (ArdFacts) facts = { 0 };
    ArdOid id = oid (1);

    ard_facts_init (&facts);
    if (ard_store_find_facts (store, &id, "Python", "d1", &facts))
      check_facts (&facts);
    finds_record (store, 1, TRUE, 50);
    ard_store_free (store);
  }
}
END_TEST

START_TEST (a_store_in_use_is_refused_with_the_reason)
{
  g_autoptr (ArdStore) first = open_store (ROOT);
  g_autofree char *why = NULL;
  g_autoptr (ArdStore) second = ard_store_open (ROOT, &why);

  ck_assert_ptr_nonnull (first);
  ck_assert_ptr_null (second);
  ck_assert_msg (strstr (why, "another run uses it") != NULL, "%s", why);
}
END_TEST

START_TEST (a_cache_folder_that_is_a_file_is_refused_with_the_reason)
{
  g_autofree char *path = g_build_filename (cache, "ardoise", NULL);
  g_autofree char *why = NULL;

  ck_assert (g_file_set_contents (path, "", 0, NULL));

  g_autoptr (ArdStore) store = ard_store_open (ROOT, &why);

  ck_assert_ptr_null (store);
  ck_assert_msg (strstr (why, path) != NULL, "%s", why);
}
END_TEST

/* The system refuses to let the file grow: what a full disk does. */
START_TEST (a_store_that_cannot_grow_is_a_miss_and_heals)
{
  const struct rlimit small = { 64 * 1024, RLIM_INFINITY }, large = { RLIM_INFINITY, RLIM_INFINITY };

  put_one_of_each ();
  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &small), 0);

  ArdStore *store = open_store (ROOT);
  g_auto (ArdFacts) facts = { 0 };

  fill_facts (&facts);
  for (guint i = 0; i < 25000; i++) {
    ArdOid id = { .bytes = { 7, (guint8) (i >> 8), (guint8) i } };

    ard_store_put_facts (store, &id, "Python", "d1", &facts);
  }
  ck_assert (!finds_facts (store, 7, "Python", "d1"));
  ard_store_free (store);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &large), 0);

  g_autoptr (ArdStore) healed = open_store (ROOT);

  ck_assert (finds_facts (healed, 1, "Python", "d1"));
}
END_TEST

START_TEST (a_private_store_knows_what_was_put_and_leaves_nothing)
{
  ArdStore *store = ard_store_open_private ();
  g_autofree char *folder = g_build_filename (cache, "ardoise", NULL);
  g_auto (ArdFacts) facts = { 0 };
  ArdOid id = oid (1);

  fill_facts (&facts);
  ard_store_put_facts (store, &id, "Python", "d1", &facts);
  ck_assert (finds_facts (store, 1, "Python", "d1"));
  ard_store_free (store);
  ck_assert (!g_file_test (folder, G_FILE_TEST_EXISTS));
  store = ard_store_open_private ();
  ck_assert (!finds_facts (store, 1, "Python", "d1"));
  ard_store_free (store);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("store");
  TCase *cases = tcase_create ("store");

  tcase_add_checked_fixture (cases, enter_cache, leave_cache);
  tcase_add_test (cases, facts_come_back_as_they_were_put);
  tcase_add_test (cases, records_come_back_as_they_were_put);
  tcase_add_test (cases, versions_come_back_as_they_were_put);
  tcase_add_test (cases, hunks_come_back_as_they_were_put);
  tcase_add_test (cases, another_blob_guess_or_digest_is_a_miss);
  tcase_add_test (cases, another_similarity_is_a_miss);
  tcase_add_test (cases, a_record_without_counts_answers_no_question_for_counts);
  tcase_add_test (cases, another_root_has_a_store_of_its_own);
  tcase_add_test (cases, a_file_that_is_no_database_is_replaced);
  tcase_add_loop_test (cases, damage_is_a_miss_and_never_a_wrong_answer, 0, 200);
  tcase_add_test (cases, a_store_in_use_is_refused_with_the_reason);
  tcase_add_test (cases, a_cache_folder_that_is_a_file_is_refused_with_the_reason);
  tcase_add_test (cases, a_store_that_cannot_grow_is_a_miss_and_heals);
  tcase_add_test (cases, a_private_store_knows_what_was_put_and_leaves_nothing);
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
