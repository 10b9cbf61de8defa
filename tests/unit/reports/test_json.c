#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

#include "rendered.h"

static json_t *
parse (const ArdLedger *ledger)
{
  g_autofree char *text = render_text (ledger, "json", "en");
  json_error_t problem;
  json_t *root = json_loads (text, JSON_REJECT_DUPLICATES, &problem);

  ck_assert_msg (root != NULL, "line %d: %s", problem.line, problem.text);
  return root;
}

static const char *
string_at (json_t *root, const char *list, guint row, const char *key)
{
  return json_string_value (json_object_get (json_array_get (json_object_get (root, list), row), key));
}

/* Exit status of tests/agree/validate.mjs over these bytes. */
static int
validate (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ardoise-json-XXXXXX", NULL);
  int file = g_mkstemp (path), status = -1;
  char *argv[] = { (char *) "node", (char *) ARD_SOURCE_DIR "/tests/agree/validate.mjs",
                   (char *) ARD_SOURCE_DIR "/templates/schema/ardoise.schema.json", path, NULL };
  g_autofree char *out = NULL, *err = NULL;

  ck_assert_int_ge (file, 0);
  close (file);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
  ck_assert (g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, NULL));
  if (status != 0)
    g_printerr ("%s", err);
  unlink (path);
  return g_spawn_check_wait_status (status, NULL) ? 0 : 1;
}

START_TEST (the_file_is_valid_under_its_schema_compared_or_not_priced_or_not)
{
  Made made = make_ledger ();
  g_autofree char *alone = render_text (made.ledger, "json", "fr");

  made.ledger->priced = FALSE;
  made.ledger->not_priced = "3 changed files of at least 25";
  made.corpus->shallow = TRUE;

  g_autofree char *withheld = render_text (made.ledger, "json", "en");
  Made compared = make_compared_ledger ();
  g_autofree char *full = render_text (compared.ledger, "json", "en");

  ck_assert_int_eq (validate (alone), 0);
  ck_assert_int_eq (validate (withheld), 0);
  ck_assert_int_eq (validate (full), 0);
  free_made (&made);
  free_made (&compared);
}
END_TEST

START_TEST (the_schema_refuses_a_missing_key_a_new_key_and_an_unknown_state)
{
  Made made = make_ledger ();
  g_autofree char *text = render_text (made.ledger, "json", "en");
  const char *const swaps[][2] = { { "\"settings_digest\":", "\"digest\":" },
                                   { "\"state\":\"suppressed\"", "\"state\":\"hidden\"" },
                                   { "\"start_line\":10,", "\"start_line\":0," },
                                   { "\"fails\":true", "\"fails\":true,\"extra\":1" } };

  for (guint i = 0; i < G_N_ELEMENTS (swaps); i++) {
    const char *at = strstr (text, swaps[i][0]);

    ck_assert_msg (at != NULL, "no %s", swaps[i][0]);

    g_autofree char *before = g_strndup (text, (gsize) (at - text));
    g_autofree char *broken = g_strconcat (before, swaps[i][1], at + strlen (swaps[i][0]), NULL);

    ck_assert_int_eq (validate (broken), 1);
  }
  free_made (&made);
}
END_TEST

START_TEST (a_path_that_is_not_utf8_keeps_its_bytes_beside_it)
{
  Made made = make_compared_ledger ();
  json_t *root = parse (made.ledger);

  ck_assert_str_eq (string_at (root, "files", INVALID_FILE, "path"), "src/bad\xef\xbf\xbd\xef\xbf\xbd.c");
  ck_assert_str_eq (string_at (root, "files", INVALID_FILE, "path_bytes"), "src/bad%FF%FE.c");
  ck_assert_str_eq (string_at (root, "files", HOSTILE_FILE, "path"), HOSTILE_PATH);
  ck_assert_ptr_null (string_at (root, "files", HOSTILE_FILE, "path_bytes"));
  ck_assert_str_eq (string_at (root, "findings", 9, "path_bytes"), "src/bad%FF%FE.c");
  ck_assert_str_eq (string_at (root, "items", 4, "path_bytes"), "src/bad%FF%FE.c");
  json_decref (root);
  free_made (&made);
}
END_TEST

START_TEST (what_is_not_known_is_null_and_never_zero)
{
  Made made = make_ledger ();
  json_t *root = parse (made.ledger);
  json_t *binary = json_array_get (json_object_get (root, "files"), BINARY_FILE);
  json_t *items = json_object_get (root, "items"), *unpriced = json_array_get (items, 4);

  ck_assert (json_is_null (json_object_get (binary, "functions")));
  ck_assert (json_is_null (json_object_get (binary, "code_lines")));
  ck_assert (json_is_null (json_object_get (binary, "health")));
  ck_assert (json_is_null (json_object_get (unpriced, "cost_per_month")));
  ck_assert (json_is_null (json_object_get (json_object_get (unpriced, "roi"), "p50")));
  ck_assert (json_is_real (json_object_get (unpriced, "principal")));
  ck_assert (json_is_null (json_object_get (json_array_get (items, 2), "payback_months")));
  ck_assert (json_is_null (json_object_get (root, "verdict")));
  json_decref (root);
  free_made (&made);
}
END_TEST

START_TEST (a_question_stands_apart_from_the_findings)
{
  Made made = make_ledger ();
  json_t *root = parse (made.ledger);
  json_t *review = json_array_get (json_object_get (root, "reviews"), 0);

  ck_assert_uint_eq (json_array_size (json_object_get (root, "reviews")), 1);
  ck_assert_uint_eq (json_array_size (json_object_get (root, "findings")), 8);
  ck_assert_str_eq (string_at (root, "reviews", 0, "rule"), "swallowed-error");
  ck_assert_str_eq (string_at (root, "reviews", 0, "reason"), "swallowed-broad");
  ck_assert_ptr_null (json_object_get (review, "severity"));
  ck_assert_ptr_null (json_object_get (review, "fails"));
  json_decref (root);
  free_made (&made);
}
END_TEST

START_TEST (findings_paid_off_stand_last_with_their_state)
{
  Made made = make_compared_ledger ();
  json_t *root = parse (made.ledger);

  ck_assert_uint_eq (json_array_size (json_object_get (root, "findings")), 10);
  ck_assert_str_eq (string_at (root, "findings", 0, "state"), "new");
  ck_assert_str_eq (string_at (root, "findings", 5, "state"), "suppressed");
  ck_assert_str_eq (string_at (root, "findings", 5, "suppressed_until"), "2027-03-31");
  ck_assert_str_eq (string_at (root, "findings", 8, "state"), "paid");
  ck_assert_str_eq (string_at (root, "findings", 8, "id"), "00000000000000f2");
  ck_assert (json_is_false (json_object_get (json_object_get (root, "verdict"), "passed")));
  ck_assert_uint_eq (json_array_size (json_object_get (root, "notes")), 3);
  json_decref (root);
  free_made (&made);
}
END_TEST

START_TEST (an_empty_repository_gives_a_valid_file)
{
  Made made = { .settings = ard_settings_new (), .corpus = ard_corpus_new () };

  ard_settings_seal (made.settings);
  made.corpus->head = HEAD;
  ard_corpus_seal (made.corpus);
  made.ledger = ard_ledger_new (made.corpus, made.settings);

  g_autofree char *text = render_text (made.ledger, "json", "en");

  ck_assert_int_eq (validate (text), 0);
  free_made (&made);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("json");
  TCase *tests = tcase_create ("json");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, the_file_is_valid_under_its_schema_compared_or_not_priced_or_not);
  tcase_add_test (tests, the_schema_refuses_a_missing_key_a_new_key_and_an_unknown_state);
  tcase_add_test (tests, a_path_that_is_not_utf8_keeps_its_bytes_beside_it);
  tcase_add_test (tests, what_is_not_known_is_null_and_never_zero);
  tcase_add_test (tests, a_question_stands_apart_from_the_findings);
  tcase_add_test (tests, findings_paid_off_stand_last_with_their_state);
  tcase_add_test (tests, an_empty_repository_gives_a_valid_file);
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
