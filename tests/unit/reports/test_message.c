#include <locale.h>
#include <stdlib.h>

#include "model/error.h"
#include "rendered.h"
#include "reports/message.h"

#define NBSP "\xc2\xa0"
#define NARROW "\xe2\x80\xaf"

static void
expect (char *got, const char *wanted)
{
  ck_assert_str_eq (got, wanted);
  g_free (got);
}

static ArdMessages *
open_messages (const char *lang)
{
  ArdMessages *messages = ard_messages_new (lang, NULL);

  ck_assert_ptr_nonnull (messages);
  return messages;
}

START_TEST (numbers_are_written_as_the_language_does_whatever_the_locale)
{
  g_autoptr (ArdMessages) en = open_messages ("en"), fr = open_messages ("fr");

  setlocale (LC_ALL, "");
  expect (ard_messages_number (en, 1234567.891, 2), "1,234,567.89");
  expect (ard_messages_number (fr, 1234567.891, 2), "1" NARROW "234" NARROW "567,89");
  expect (ard_messages_number (en, 999, 0), "999");
  expect (ard_messages_number (en, -1234.5, 1), "-1,234.5");
  expect (ard_messages_number (en, -0.001, 2), "0.00");
  expect (ard_messages_number (en, NAN, 2), "–");
  expect (ard_messages_number (en, INFINITY, 2), "∞");
}
END_TEST

START_TEST (amounts_and_shares_carry_their_signs)
{
  g_autoptr (ArdMessages) en = open_messages ("en"), fr = open_messages ("fr");
  ArdSettings *settings = ard_settings_new ();

  expect (ard_messages_money (en, settings, 1234.56), "1,235" NBSP "€");
  expect (ard_messages_money (fr, settings, 12.345), "12,35" NBSP "€");
  expect (ard_messages_money (en, settings, 0), "0" NBSP "€");
  expect (ard_messages_money (en, settings, NAN), "–");
  expect (ard_messages_percent (en, 3), "300%");
  expect (ard_messages_percent (fr, 0.255), "26" NBSP "%");
  expect (ard_messages_percent (fr, NAN), "–");
  ard_settings_free (settings);
}
END_TEST

START_TEST (a_value_has_as_few_decimals_as_it_needs)
{
  g_autoptr (ArdMessages) en = open_messages ("en");

  expect (ard_messages_value (en, 60), "60");
  expect (ard_messages_value (en, 0.5), "0.5");
  expect (ard_messages_value (en, 2.214), "2.21");
  expect (ard_messages_value (en, 0.1 + 0.2), "0.3");
  expect (ard_messages_value (en, NAN), "–");
}
END_TEST

START_TEST (a_placeholder_is_filled_once_and_a_value_is_never_read_as_one)
{
  g_autoptr (ArdMessages) en = open_messages ("en");

  expect (ard_messages_fill (en, "item.title.function", "rule", "{path}", "function", "f", "path", "p", NULL),
          "{path}: f in p");
  expect (ard_messages_fill (en, "item.title.file", "rule", "r", NULL), "r: {path}");
}
END_TEST

START_TEST (a_key_that_nobody_has_is_its_own_text)
{
  g_autoptr (ArdMessages) fr = open_messages ("fr");

  ck_assert_str_eq (ard_messages_get (fr, "no.such.key"), "no.such.key");
}
END_TEST

START_TEST (an_unknown_language_is_a_usage_error_that_names_the_known_ones)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (ard_messages_new ("de", &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_USAGE));
  ck_assert_ptr_nonnull (strstr (error->message, "\"de\""));
  ck_assert_ptr_nonnull (strstr (error->message, "en, fr"));
  g_clear_error (&error);
  ck_assert_ptr_null (ard_messages_new ("../schema/ardoise.schema", &error));
}
END_TEST

static void
check_placeholders (const char *key, const char *text, gpointer data)
{
  const char *english = ard_messages_get (data, key);

  ck_assert_msg (*text != '\0', "\"%s\" is empty", key);
  for (const char *at = strchr (english, '{'); at; at = strchr (at + 1, '{')) {
    g_autofree char *name = g_strndup (at, strcspn (at, "}") + 1);

    ck_assert_msg (strstr (text, name) != NULL, "\"%s\" in French lacks %s", key, name);
  }
}

START_TEST (french_uses_the_placeholders_of_english)
{
  g_autoptr (ArdMessages) en = open_messages ("en"), fr = open_messages ("fr");

  ard_messages_each (fr, check_placeholders, en);
}
END_TEST

static void
check_marks (const char *key, const char *text, gpointer data)
{
  g_auto (GStrv) marks = g_strsplit (" :| ;| ?| !| %| »|« ", "|", -1);

  (void) data;
  for (char **mark = marks; *mark; mark++)
    ck_assert_msg (strstr (text, *mark) == NULL, "\"%s\" in French may break at \"%s\"", key, *mark);
}

START_TEST (french_never_breaks_a_line_before_its_double_marks)
{
  g_autoptr (ArdMessages) fr = open_messages ("fr");

  ard_messages_each (fr, check_marks, NULL);
}
END_TEST

START_TEST (every_rule_and_every_step_has_its_words_in_both_languages)
{
  static const char *const parts[] = { "title", "message", "why", "fix" };

  for (guint l = 0; l < 2; l++) {
    g_autoptr (ArdMessages) messages = open_messages (l ? "fr" : "en");

    for (guint i = 0; i < ard_n_rules * G_N_ELEMENTS (parts); i++) {
      g_autofree char *key =
          g_strdup_printf ("rule.%s.%s", ard_rules[i / G_N_ELEMENTS (parts)].id, parts[i % G_N_ELEMENTS (parts)]);

      ck_assert_str_ne (ard_messages_get (messages, key), key);
    }
    for (guint i = 0; i < ard_n_step_keys; i++) {
      g_autofree char *key = g_strdup_printf ("step.%s", ard_step_keys[i]);

      ck_assert_str_ne (ard_messages_get (messages, key), key);
    }
  }
}
END_TEST

START_TEST (a_finding_is_one_sentence_with_its_numbers)
{
  g_autoptr (ArdMessages) en = open_messages ("en"), fr = open_messages ("fr");
  Made made = make_ledger ();

  expect (ard_messages_finding (en, made.ledger, ard_finding (made.ledger, 3)),
          "parse has a cognitive complexity of 61 (attention from 25, critical from 60).");
  expect (ard_messages_finding (fr, made.ledger, ard_finding (made.ledger, 6)), FORMULA_PATH
          " contient 1" NARROW "234,5 lignes de code (attention à partir de 25, critique à partir de 60).");
  expect (ard_messages_finding (en, made.ledger, ard_finding (made.ledger, 4)),
          "A comment admits debt: TODO: <b>later</b> | `now`");
  expect (ard_messages_item (fr, made.ledger, ard_item (made.ledger, 1)), "Dette avouée" NBSP ": parse dans a/plain.c");
  free_made (&made);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("message");
  TCase *tests = tcase_create ("message");

  tcase_add_test (tests, numbers_are_written_as_the_language_does_whatever_the_locale);
  tcase_add_test (tests, amounts_and_shares_carry_their_signs);
  tcase_add_test (tests, a_value_has_as_few_decimals_as_it_needs);
  tcase_add_test (tests, a_placeholder_is_filled_once_and_a_value_is_never_read_as_one);
  tcase_add_test (tests, a_key_that_nobody_has_is_its_own_text);
  tcase_add_test (tests, an_unknown_language_is_a_usage_error_that_names_the_known_ones);
  tcase_add_test (tests, french_uses_the_placeholders_of_english);
  tcase_add_test (tests, french_never_breaks_a_line_before_its_double_marks);
  tcase_add_test (tests, every_rule_and_every_step_has_its_words_in_both_languages);
  tcase_add_test (tests, a_finding_is_one_sentence_with_its_numbers);
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
