#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/settings_file.h"
#include "model/error.h"

static ArdSettings *settings;
static ArdOrigins *origins;
static GError *error;

static void
set_up (void)
{
  settings = ard_settings_new ();
  origins = ard_origins_new ("s.yml");
  error = NULL;
}

static void
tear_down (void)
{
  ard_settings_free (settings);
  ard_origins_free (origins);
  g_clear_error (&error);
}

static gboolean
read_bytes (const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return ard_settings_read (settings, origins, "s.yml", bytes, &error);
}

static void
assert_refused (const char *yaml, const char *message)
{
  ck_assert_msg (!read_bytes (yaml, strlen (yaml)), "taken: %s", yaml);
  ck_assert_int_eq (error->code, ARD_ERROR_USAGE);
  ck_assert_str_eq (error->message, message);
}

static void
assert_taken (const char *yaml)
{
  ck_assert_msg (read_bytes (yaml, strlen (yaml)), "%s", error ? error->message : "");
}

START_TEST (one_number_makes_a_range_certain)
{
  assert_taken ("team:\n  hour_cost: 75\n");
  ck_assert_double_eq (settings->team_hour_cost.low, 75);
  ck_assert_double_eq (settings->team_hour_cost.likely, 75);
  ck_assert_double_eq (settings->team_hour_cost.high, 75);
}
END_TEST

START_TEST (parts_of_a_range_that_are_not_given_keep_their_default)
{
  double low = settings->team_hour_cost.low;

  assert_taken ("team:\n  hour_cost: {likely: 70, high: 90}\n");
  ck_assert_double_eq (settings->team_hour_cost.low, low);
  ck_assert_double_eq (settings->team_hour_cost.likely, 70);
  ck_assert_double_eq (settings->team_hour_cost.high, 90);
}
END_TEST

START_TEST (rules_lists_flags_and_suppressions_are_read)
{
  guint rule = ard_rule_find ("complex-function");

  assert_taken ("rules:\n  complex-function: {attention: 20, critical: 40, enabled: false}\n"
                "paths:\n  exclude: ['third_party/**', docs]\n"
                "suppressions:\n- {rule: '*', path: 'old/*', until: 2027-03-31, because: it goes away}\n");
  ck_assert_double_eq (settings->rules[rule].attention, 20);
  ck_assert_double_eq (settings->rules[rule].critical, 40);
  ck_assert (!settings->rules[rule].enabled);
  ck_assert_str_eq (settings->paths_exclude[0], "third_party/**");
  ck_assert_str_eq (settings->paths_exclude[1], "docs");
  ck_assert_ptr_null (settings->paths_exclude[2]);
  ck_assert_uint_eq (settings->suppressions->len, 1);
  ck_assert_str_eq (g_array_index (settings->suppressions, ArdSuppression, 0).until, "2027-03-31");
}
END_TEST

START_TEST (the_line_of_each_value_is_kept)
{
  guint rule = ard_rule_find ("complex-function");

  assert_taken ("# one\nteam:\n  sprint_weeks: 3\nrules:\n  complex-function:\n    critical: 90\n");
  ck_assert_uint_eq (origins->rules[rule][2], 6);
  for (guint i = 0; i < ard_n_setting_rows; i++)
    ck_assert_uint_eq (origins->rows[i], strcmp (ard_setting_rows[i].key, "sprint_weeks") == 0 ? 3 : 0);
}
END_TEST

START_TEST (an_empty_file_is_the_defaults)
{
  assert_taken ("");
  assert_taken ("# nothing\n");
  assert_taken ("team:\nrules:\nsuppressions:\n");
}
END_TEST

/* What is refused, and the whole message. */
static const struct {
  const char *yaml, *message;
} refused[] = {
  { "hour_cost: 3\n",
    "cannot use \"s.yml\", line 1: unknown key \"hour_cost\"; the nearest valid key is \"team.hour_cost\"" },
  { "hotspot: {}\n",
    "cannot use \"s.yml\", line 1: unknown key \"hotspot\"; the nearest valid key is \"rules.hotspot\"" },
  { "team:\n  hour_costs: 3\n",
    "cannot use \"s.yml\", line 2: unknown key \"team.hour_costs\"; the nearest valid key is "
    "\"team.hour_cost\"" },
  { "taem:\n  hour_cost: 3\n",
    "cannot use \"s.yml\", line 1: unknown key \"taem\"; the nearest valid key is \"team\"" },
  { "rules:\n  complex-funktion: {}\n",
    "cannot use \"s.yml\", line 2: unknown key \"rules.complex-funktion\"; the nearest "
    "valid key is \"rules.complex-function\"" },
  { "rules:\n  hotspot:\n    atention: 1\n",
    "cannot use \"s.yml\", line 3: unknown key \"rules.hotspot.atention\"; the "
    "nearest valid key is \"rules.hotspot.attention\"" },
  { "team:\n  hour_cost: {likly: 3}\n",
    "cannot use \"s.yml\", line 2: unknown key \"likly\" below \"team.hour_cost\"; the "
    "nearest valid key is \"team.hour_cost.likely\"" },
  { "team:\n  day_hours: seven\n",
    "cannot use \"s.yml\", line 2: \"team.day_hours\" takes a number from 1 to 24, not \"seven\"" },
  { "team:\n  day_hours: '7'\n",
    "cannot use \"s.yml\", line 2: \"team.day_hours\" takes a number from 1 to 24, not \"7\"" },
  { "team:\n  day_hours: nan\n",
    "cannot use \"s.yml\", line 2: \"team.day_hours\" takes a number from 1 to 24, not \"nan\"" },
  { "team:\n  day_hours: 25\n",
    "cannot use \"s.yml\", line 2: \"team.day_hours\" is out of range: \"25\" is not from 1 to 24" },
  { "team:\n  day_hours: 7,5\n",
    "cannot use \"s.yml\", line 2: \"team.day_hours\" takes a number from 1 to 24, not \"7,5\"" },
  { "team:\n  day_hours: [7]\n",
    "cannot use \"s.yml\", line 2: \"team.day_hours\" takes a number from 1 to 24, not a list" },
  { "team:\n  hour_cost: {low: 90, likely: 60, high: 95}\n",
    "cannot use \"s.yml\", line 2: \"team.hour_cost\" is not in order: low 90, likely 60, high 95" },
  { "team:\n  day_hours: 7\n  day_hours: 8\n", "cannot use \"s.yml\", line 3: key \"team.day_hours\" stands twice" },
  { "team: {}\nteam: {}\n", "cannot use \"s.yml\", line 2: key \"team\" stands twice" },
  { "rules:\n  hotspot: {enabled: yes}\n",
    "cannot use \"s.yml\", line 2: \"rules.hotspot.enabled\" takes true or false, not "
    "\"yes\"" },
  { "rules:\n  deep-nesting: {attention: 9, critical: 8}\n",
    "cannot use \"s.yml\", line 2: \"rules.deep-nesting.attention\" (9) is above \"rules.deep-nesting.critical\" (8); "
    "set both" },
  { "paths:\n  exclude: docs\n", "cannot use \"s.yml\", line 2: \"paths.exclude\" takes a list, not \"docs\"" },
  { "paths:\n  exclude: [[docs]]\n", "cannot use \"s.yml\", line 2: \"paths.exclude\" takes a list of texts" },
  { "team: 3\n", "cannot use \"s.yml\", line 1: \"team\" takes keys and values" },
  { "- team\n", "cannot use \"s.yml\", line 1: the file takes keys and values" },
  { "team: &t {day_hours: 7}\n", "cannot use \"s.yml\", line 1: anchors (&name) are not taken" },
  { "incident: *t\n", "cannot use \"s.yml\", line 1: aliases (*name) are not taken; write the value out" },
  { "team: !!map {}\n", "cannot use \"s.yml\", line 1: tags (!name) are not taken" },
  { "team: {}\n---\nteam: {}\n", "cannot use \"s.yml\", line 2: a second document is not taken" },
  { "suppressions:\n- {rule: hotspot, path: a, until: 2027-02-30, because: x}\n",
    "cannot use \"s.yml\", line 2: \"suppressions[0].until\" takes a date such as 2027-03-31, not \"2027-02-30\"" },
  { "suppressions:\n- {rule: hotspot, path: a, until: 2027-02-28}\n",
    "cannot use \"s.yml\", line 2: \"suppressions[0].because\" is missing" },
  { "suppressions:\n- {rule: hotspots, path: a, until: 2027-02-28, because: x}\n",
    "cannot use \"s.yml\", line 2: \"suppressions[0].rule\" names no rule: \"hotspots\"; the nearest is \"hotspot\"" },
  { "team:\n  currency: \"a\\0b\"\n", "cannot use \"s.yml\", line 2: \"team.currency\" takes a text" },
};

START_TEST (what_is_refused_is_named_by_file_line_and_key)
{
  assert_refused (refused[_i].yaml, refused[_i].message);
}
END_TEST

START_TEST (a_broken_pattern_is_named)
{
  ck_assert (!read_bytes ("history:\n  fix_patterns:\n  - ok\n  - '(x'\n", 41));
  ck_assert_ptr_nonnull (strstr (error->message, "cannot use \"s.yml\", line 4: \"history.fix_patterns\": "));
}
END_TEST

START_TEST (a_rule_of_layers_that_is_none_is_named)
{
  const char text[] = "layers:\n  rules:\n  - a -> b\n  - a >> b\n";

  ck_assert (!read_bytes (text, sizeof text - 1));
  ck_assert_ptr_nonnull (
      strstr (error->message, "cannot use \"s.yml\", line 4: \"layers.rules\": \"a >> b\" is no rule"));
}
END_TEST

START_TEST (bytes_that_are_no_text_are_refused_with_their_line)
{
  ck_assert (!read_bytes ("team:\n  currency: \xff\n", 19));
  ck_assert_str_eq (error->message, "cannot use \"s.yml\", line 2: it is not valid UTF-8");
}
END_TEST

START_TEST (a_file_above_one_mebibyte_is_refused)
{
  gsize size = 1024 * 1024 + 1;
  g_autofree char *text = g_strnfill (size, '#');

  ck_assert (!read_bytes (text, size));
  ck_assert_str_eq (error->message, "cannot use \"s.yml\": it is larger than 1 MiB");
}
END_TEST

START_TEST (a_hundred_thousand_brackets_are_refused)
{
  g_autofree char *text = g_strnfill (100000, '[');

  ck_assert (!read_bytes (text, 100000));
  ck_assert_str_eq (error->message, "cannot use \"s.yml\", line 1: it is nested too deeply");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("settings file");
  TCase *tests = tcase_create ("all");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, one_number_makes_a_range_certain);
  tcase_add_test (tests, parts_of_a_range_that_are_not_given_keep_their_default);
  tcase_add_test (tests, rules_lists_flags_and_suppressions_are_read);
  tcase_add_test (tests, the_line_of_each_value_is_kept);
  tcase_add_test (tests, an_empty_file_is_the_defaults);
  tcase_add_loop_test (tests, what_is_refused_is_named_by_file_line_and_key, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, a_broken_pattern_is_named);
  tcase_add_test (tests, a_rule_of_layers_that_is_none_is_named);
  tcase_add_test (tests, bytes_that_are_no_text_are_refused_with_their_line);
  tcase_add_test (tests, a_file_above_one_mebibyte_is_refused);
  tcase_add_test (tests, a_hundred_thousand_brackets_are_refused);
  suite_add_tcase (suite, tests);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
