#include "facts.h"

/* 7 h a day, half of it in commits: 20 author-days a month are 70 hours. */
static ArdFile *
add_busy (Facts *facts, const char *path)
{
  ArdFile *file = add_file (facts, path, 100);

  facts->settings->team_day_hours = 7;
  facts->settings->team_coding_share.likely = 0.5;
  file->days_month = 20;
  return file;
}

/* A file-level finding at its critical threshold: its level is 1, so u is the rule's own weight. */
static void
add_finding (Facts *facts, const char *id, guint32 file, double w_time)
{
  guint rule = ard_rule_find (id);
  ArdFinding finding = { .rule = rule, .file = file, .function = ARD_NONE, .value = 2, .attention = 1, .critical = 2 };

  finding.capture = finding.clone_class = finding.cycle = finding.other = finding.commit = ARD_NONE;

  facts->settings->rules[rule].w_time = w_time;
  g_array_append_val (facts->findings, finding);
}

START_TEST (the_value_is_unhealthiness_times_hours)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 2, 8);
  add_busy (&facts, "a.c");
  add_finding (&facts, "oversized-file", 0, 0.2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 2);
  ck_assert_double_eq_tol (found (&facts, 1)->value, 0.2 * 70, 1e-9);
  ck_assert_int_eq (found (&facts, 1)->severity, ARD_SEVERITY_CRITICAL);
  ck_assert_uint_eq (found (&facts, 1)->function, ARD_NONE);
  facts_free (&facts);
}
END_TEST

/* Hazards add, so what stays healthy multiplies: 1 - (1 - 0.2)(1 - 0.5) = 0.6. */
START_TEST (two_findings_leave_the_product_of_what_each_left_healthy)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 2, 8);
  add_busy (&facts, "a.c");
  add_finding (&facts, "oversized-file", 0, 0.2);
  add_finding (&facts, "unstable-file", 0, 0.5);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 3);
  ck_assert_double_eq_tol (found (&facts, 2)->value, 0.6 * 70, 1e-9);
  facts_free (&facts);
}
END_TEST

START_TEST (a_bad_file_that_nobody_touches_is_no_hotspot)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 2, 8);
  add_busy (&facts, "a.c")->days_month = 0;
  add_finding (&facts, "oversized-file", 0, 0.9);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 1);
  facts_free (&facts);
}
END_TEST

START_TEST (a_busy_healthy_file_is_no_hotspot_even_at_a_threshold_of_zero)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 0, 1);
  add_busy (&facts, "a.c");
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (the_findings_of_one_file_do_not_heat_another)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 2, 8);
  add_busy (&facts, "a.c");
  add_busy (&facts, "b.c");
  add_finding (&facts, "oversized-file", 1, 0.5);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 2);
  ck_assert_uint_eq (found (&facts, 1)->file, 1);
  facts_free (&facts);
}
END_TEST

/* 60 equal files hold a sixtieth each, less than 2 %. */
START_TEST (where_every_file_is_alike_none_stands_out)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 2, 8);
  for (guint32 i = 0; i < 60; i++) {
    g_autofree char *path = g_strdup_printf ("%02u.c", i);

    add_busy (&facts, g_string_chunk_insert (facts.corpus->strings, path));
    add_finding (&facts, "oversized-file", i, 0.5);
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 60);
  facts_free (&facts);
}
END_TEST

/* The same files, one with ten times the hours: 10 of 69 parts are its own. */
START_TEST (the_file_with_most_of_the_work_stands_out)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "hotspot", 2, 8);
  for (guint32 i = 0; i < 60; i++) {
    g_autofree char *path = g_strdup_printf ("%02u.c", i);

    add_busy (&facts, g_string_chunk_insert (facts.corpus->strings, path))->days_month = i == 7 ? 200 : 20;
    add_finding (&facts, "oversized-file", i, 0.5);
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_hotspot), 61);
  ck_assert_uint_eq (found (&facts, 60)->file, 7);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_value_is_unhealthiness_times_hours,       two_findings_leave_the_product_of_what_each_left_healthy,
    a_bad_file_that_nobody_touches_is_no_hotspot, a_busy_healthy_file_is_no_hotspot_even_at_a_threshold_of_zero,
    the_findings_of_one_file_do_not_heat_another, where_every_file_is_alike_none_stands_out,
    the_file_with_most_of_the_work_stands_out,
  };

  return run_tests ("hotspot", tests, G_N_ELEMENTS (tests));
}
