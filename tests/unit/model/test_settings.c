#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "model/rule.h"
#include "model/settings.h"

static ArdSettings *settings;

static void
begin (void)
{
  settings = ard_settings_new ();
}

static void
end (void)
{
  ard_settings_free (settings);
}

/* The numbers of MODEL's table of inputs. */
START_TEST (the_defaults_are_those_of_the_model)
{
  ck_assert_double_eq (settings->team_hour_cost.low, 45);
  ck_assert_double_eq (settings->team_hour_cost.likely, 60);
  ck_assert_double_eq (settings->team_hour_cost.high, 80);
  ck_assert_double_eq (settings->team_day_hours, 7);
  ck_assert_double_eq (settings->team_coding_share.low, 0.3);
  ck_assert_double_eq (settings->team_coding_share.likely, 0.5);
  ck_assert_double_eq (settings->team_coding_share.high, 0.7);
  ck_assert_double_eq (settings->team_sprint_weeks, 2);
  ck_assert_double_eq (settings->team_debt_budget, 0.2);
  ck_assert_double_eq (settings->team_attrition.low, 0.05);
  ck_assert_double_eq (settings->team_attrition.likely, 0.12);
  ck_assert_double_eq (settings->team_attrition.high, 0.25);
  ck_assert_double_eq (settings->incident_cost.low, 500);
  ck_assert_double_eq (settings->incident_cost.likely, 1500);
  ck_assert_double_eq (settings->incident_cost.high, 5000);
  ck_assert_double_eq (settings->incident_share.low, 0.05);
  ck_assert_double_eq (settings->incident_share.likely, 0.15);
  ck_assert_double_eq (settings->incident_share.high, 0.4);
  ck_assert_double_eq (settings->history_window_d, 365);
  ck_assert_double_eq (settings->history_half_life_d, 180);
  ck_assert_double_eq (settings->history_mass_files, 100);
  ck_assert_double_eq (settings->history_min_files, 25);
  ck_assert_double_eq (settings->history_min_fixes, 5);
  ck_assert_double_eq (settings->health_slowdown.low, 0.5);
  ck_assert_double_eq (settings->health_slowdown.likely, 1.24);
  ck_assert_double_eq (settings->health_slowdown.high, 2);
  ck_assert_double_eq (settings->health_defect_factor.low, 3);
  ck_assert_double_eq (settings->health_defect_factor.likely, 15);
  ck_assert_double_eq (settings->health_defect_factor.high, 15);
  ck_assert_double_eq (settings->roi_fix_now, 300);
  ck_assert_double_eq (settings->roi_plan, 150);
  ck_assert_double_eq (settings->roi_backlog, 50);
}
END_TEST

START_TEST (every_default_is_within_its_own_bounds)
{
  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const ArdSettingRow *row = &ard_setting_rows[i];
    const void *field = (const char *) settings + row->offset;

    if (row->type != ARD_SETTING_RANGE && row->type != ARD_SETTING_NUMBER)
      continue;

    const ArdRange *range = field;
    double low = row->type == ARD_SETTING_RANGE ? range->low : *(const double *) field;
    double high = row->type == ARD_SETTING_RANGE ? range->high : low;

    ck_assert_msg (row->min <= low && low <= high && high <= row->max, "%s.%s", row->group, row->key);
    if (row->type == ARD_SETTING_RANGE)
      ck_assert_msg (low <= range->likely && range->likely <= high, "%s.%s", row->group, row->key);
  }
}
END_TEST

START_TEST (every_setting_has_its_own_name_and_says_what_it_is)
{
  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const ArdSettingRow *row = &ard_setting_rows[i];

    ck_assert_msg (strlen (row->doc) > 10, "%s.%s", row->group, row->key);
    for (guint j = 0; j < i; j++)
      ck_assert_msg (strcmp (row->group, ard_setting_rows[j].group) || strcmp (row->key, ard_setting_rows[j].key),
                     "%s.%s twice", row->group, row->key);
  }
}
END_TEST

START_TEST (rules_start_with_the_numbers_of_the_catalogue)
{
  for (guint i = 0; i < ard_n_rules; i++)
    ck_assert_mem_eq (&settings->rules[i], &ard_rules[i].defaults, sizeof (ArdRuleSettings));
}
END_TEST

START_TEST (equal_values_have_equal_digests)
{
  g_autoptr (ArdSettings) other = ard_settings_new ();

  ard_settings_seal (settings);
  ard_settings_seal (other);
  ck_assert_uint_eq (strlen (settings->digest), 64);
  ck_assert_str_eq (settings->digest, other->digest);
}
END_TEST

static void
change (ArdSettings *changed, const ArdSettingRow *row)
{
  void *field = (char *) changed + row->offset;

  switch (row->type) {
  case ARD_SETTING_RANGE:
    ((ArdRange *) field)->likely += 1;
    break;
  case ARD_SETTING_NUMBER:
    *(double *) field += 1;
    break;
  case ARD_SETTING_FLAG:
    *(gboolean *) field = !*(gboolean *) field;
    break;
  case ARD_SETTING_TEXT:
    g_free (*(char **) field);
    *(char **) field = g_strdup ("changed");
    break;
  case ARD_SETTING_LIST:
    g_strfreev (*(char ***) field);
    *(char ***) field = g_strsplit ("changed", ",", -1);
    break;
  }
}

START_TEST (the_digest_tells_any_changed_value)
{
  ard_settings_seal (settings);
  for (guint i = 0; i < ard_n_setting_rows; i++) {
    g_autoptr (ArdSettings) other = ard_settings_new ();

    change (other, &ard_setting_rows[i]);
    ard_settings_seal (other);
    ck_assert_msg (strcmp (settings->digest, other->digest) != 0, "%s.%s", ard_setting_rows[i].group,
                   ard_setting_rows[i].key);
  }
}
END_TEST

START_TEST (the_digest_tells_a_changed_rule_and_a_suppression)
{
  g_autoptr (ArdSettings) rule = ard_settings_new ();
  g_autoptr (ArdSettings) suppressed = ard_settings_new ();
  ArdSuppression row = { g_strdup ("*"), g_strdup ("a.c"), g_strdup ("2027-01-01"), g_strdup ("because") };

  rule->rules[0].critical += 1;
  g_array_append_val (suppressed->suppressions, row);
  ard_settings_seal (settings);
  ard_settings_seal (rule);
  ard_settings_seal (suppressed);
  ck_assert_str_ne (settings->digest, rule->digest);
  ck_assert_str_ne (settings->digest, suppressed->digest);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("settings");
  TCase *cases = tcase_create ("settings");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, the_defaults_are_those_of_the_model);
  tcase_add_test (cases, every_default_is_within_its_own_bounds);
  tcase_add_test (cases, every_setting_has_its_own_name_and_says_what_it_is);
  tcase_add_test (cases, rules_start_with_the_numbers_of_the_catalogue);
  tcase_add_test (cases, equal_values_have_equal_digests);
  tcase_add_test (cases, the_digest_tells_any_changed_value);
  tcase_add_test (cases, the_digest_tells_a_changed_rule_and_a_suppression);
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
