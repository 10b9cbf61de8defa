#include <sqlite3.h>
#include <stdlib.h>

#include "rendered.h"

typedef struct {
  GBytes *bytes;
  sqlite3 *db;
} Opened;

static Opened
open_rendered (const ArdLedger *ledger)
{
  Opened opened = { render_bytes (ledger, "sqlite", "en"), NULL };
  gsize size;
  gconstpointer data = g_bytes_get_data (opened.bytes, &size);

  ck_assert_int_eq (sqlite3_open (":memory:", &opened.db), SQLITE_OK);
  ck_assert_int_eq (sqlite3_deserialize (opened.db, "main", (unsigned char *) data, (sqlite3_int64) size,
                                         (sqlite3_int64) size, SQLITE_DESERIALIZE_READONLY),
                    SQLITE_OK);
  return opened;
}

static void
close_rendered (Opened *opened)
{
  sqlite3_close (opened->db);
  g_bytes_unref (opened->bytes);
}

/* Rows joined by "; ", columns by "|", NULL as "null". */
static void
expect (const Opened *opened, const char *sql, const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *rows;

  ck_assert_msg (sqlite3_prepare_v2 (opened->db, sql, -1, &rows, NULL) == SQLITE_OK, "%s", sqlite3_errmsg (opened->db));
  while (sqlite3_step (rows) == SQLITE_ROW) {
    g_string_append (text, text->len ? "; " : "");
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      g_string_append_printf (
          text, "%s%s", i ? "|" : "",
          sqlite3_column_type (rows, i) == SQLITE_NULL ? "null" : (const char *) sqlite3_column_text (rows, i));
  }
  sqlite3_finalize (rows);
  ck_assert_str_eq (text->str, wanted);
}

START_TEST (the_database_is_sound_and_holds_every_row)
{
  Made made = make_compared_ledger ();
  Opened opened = open_rendered (made.ledger);

  expect (&opened, "PRAGMA integrity_check", "ok");
  expect (&opened,
          "SELECT (SELECT count(*) FROM files), (SELECT count(*) FROM functions), (SELECT count(*) FROM commits), "
          "(SELECT count(*) FROM changes), (SELECT count(*) FROM findings), (SELECT count(*) FROM items), "
          "(SELECT count(*) FROM notes), (SELECT count(*) FROM reviews)",
          "5|4|2|3|10|5|3|1");
  close_rendered (&opened);
  free_made (&made);
}
END_TEST

START_TEST (counts_that_were_not_taken_are_null)
{
  Made made = make_ledger ();
  Opened opened = open_rendered (made.ledger);

  expect (&opened, "SELECT id, time, author, is_merge, is_fix FROM commits ORDER BY time DESC",
          "ab00000000000000000000000000000000000000|1795219200|Bot <bot@example.org>|1|0; "
          "00000000000000000000000000000000000000cd|1795219140|Ada \"A\" <b> <ada@example.org>|0|1");
  expect (&opened, "SELECT path, path_today, added, deleted FROM changes WHERE typeof(path) = 'text' ORDER BY path",
          "gone.c|null|0|9; src/old.c|a/plain.c|null|null");
  expect (&opened, "SELECT functions, code_lines FROM files WHERE path = 'z.bin'", "null|null");
  close_rendered (&opened);
  free_made (&made);
}
END_TEST

START_TEST (a_path_that_is_not_utf8_is_a_blob_of_its_bytes)
{
  Made made = make_ledger ();
  Opened opened = open_rendered (made.ledger);

  /* "src/bad" FF FE ".c" */
  expect (&opened, "SELECT hex(path) FROM files WHERE typeof(path) = 'blob'", "7372632F626164FFFE2E63");
  expect (&opened, "SELECT hex(path_today) FROM changes WHERE added = 7", "7372632F626164FFFE2E63");
  expect (&opened, "SELECT typeof(path), count(*) FROM files GROUP BY 1 ORDER BY 1", "blob|1; text|4");
  close_rendered (&opened);
  free_made (&made);
}
END_TEST

START_TEST (findings_join_their_items)
{
  Made made = make_compared_ledger ();
  Opened opened = open_rendered (made.ledger);

  expect (&opened, "SELECT i.rank, count(*) FROM items i JOIN findings f ON f.item_id = i.id GROUP BY 1 ORDER BY 1",
          "1|2; 2|3; 3|1; 4|1; 5|1");
  expect (&opened, "SELECT state, count(*) FROM findings GROUP BY 1 ORDER BY 1",
          "known|5; new|2; paid|2; suppressed|1");
  close_rendered (&opened);
  free_made (&made);
}
END_TEST

START_TEST (the_same_ledger_gives_the_same_bytes)
{
  Made first = make_compared_ledger (), second = make_compared_ledger ();
  g_autoptr (GBytes) left = render_bytes (first.ledger, "sqlite", "en");
  g_autoptr (GBytes) right = render_bytes (second.ledger, "sqlite", "en");

  ck_assert (g_bytes_equal (left, right));
  free_made (&first);
  free_made (&second);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("sqlite");
  TCase *tests = tcase_create ("sqlite");

  tcase_add_test (tests, the_database_is_sound_and_holds_every_row);
  tcase_add_test (tests, counts_that_were_not_taken_are_null);
  tcase_add_test (tests, a_path_that_is_not_utf8_is_a_blob_of_its_bytes);
  tcase_add_test (tests, findings_join_their_items);
  tcase_add_test (tests, the_same_ledger_gives_the_same_bytes);
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
