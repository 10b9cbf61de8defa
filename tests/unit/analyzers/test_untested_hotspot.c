#include <math.h>
#include <string.h>

#include "facts.h"

/* A file of 100 lines with one function and that forecast of author-days a month; its coverage is unknown. */
static ArdFile *
add_worked (Facts *facts, const char *path, double days_month)
{
  ArdFile *file = add_file (facts, path, 100);

  file->language = "Python";
  file->days_month = days_month;
  file->coverage = NAN;
  file->first_dependency = facts->corpus->dependencies->len;
  add_function (facts, "f");
  return ard_file (facts->corpus, facts->corpus->files->len - 1);
}

/* From the last file to another. */
static void
add_import (Facts *facts, guint32 to)
{
  ArdDependency row = { .from = facts->corpus->files->len - 1, .to = to, .line = 1 };

  g_array_append_val (facts->corpus->dependencies, row);
  ard_file (facts->corpus, row.from)->n_dependencies++;
}

/* a.py is reached by way of b.py, c.py is not; d.py has a test of its name; tests reach two thirds of the code and
 * more. */
static Facts
one_unreached (void)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "untested-hotspot", 1, 10);
  add_worked (&facts, "a.py", 1);
  add_worked (&facts, "b.py", 1);
  add_import (&facts, 0);
  add_worked (&facts, "c.py", 1);
  add_worked (&facts, "d.py", 1)->flags = ARD_FILE_TESTED;
  add_worked (&facts, "tests/test_b.py", 1)->flags = ARD_FILE_TEST;
  add_import (&facts, 1);
  return facts;
}

START_TEST (a_file_that_no_test_reaches_over_imports_is_told_with_its_hours)
{
  Facts facts = one_unreached ();

  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_untested_hotspot), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 2);
  /* 1 day a month of 7 hours, half of them coding */
  ck_assert_double_eq_tol (found (&facts, 0)->value, 3.5, 1e-9);
  ck_assert_double_eq (found (&facts, 0)->quantity, 100);
  facts_free (&facts);
}
END_TEST

START_TEST (what_a_test_names_is_reached)
{
  Facts facts = one_unreached ();

  add_capture (&facts, ARD_CAPTURE_CALL, ARD_NONE, 5);
  ard_capture (facts.corpus, 0)->facts.text = "client.g";
  ard_function (facts.corpus, 2)->facts.name = "g";
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_untested_hotspot), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_coverage_report_decides)
{
  Facts facts = one_unreached ();

  ard_file (facts.corpus, 1)->coverage = 0;
  ard_file (facts.corpus, 2)->coverage = 0.5;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_untested_hotspot), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 1);
  facts_free (&facts);
}
END_TEST

START_TEST (where_scripts_test_from_outside_nothing_is_claimed)
{
  Facts facts = one_unreached ();
  ArdFile *scripts = add_file (&facts, "tests/x.sh", 100);

  scripts->language = "Bash";
  scripts->flags = ARD_FILE_TEST;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_untested_hotspot), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (small_files_tools_and_settings_are_no_finding)
{
  const char *const paths[] = { ".github/x.py", "c.config.py", "scripts/c.py", "setup.py" };

  for (guint i = 0; i <= G_N_ELEMENTS (paths); i++) {
    Facts facts = one_unreached ();

    if (i < G_N_ELEMENTS (paths))
      ard_file (facts.corpus, 2)->path = paths[i];
    else
      ard_file (facts.corpus, 2)->code_lines = 20;
    ard_analyzer_untested_hotspot.run (facts.corpus, facts.settings, facts.findings);
    ck_assert_uint_eq (facts.findings->len, 0);
    facts_free (&facts);
  }
}
END_TEST

/* C#'s guidelines name the class of methods of extension so, and no caller names it. */
START_TEST (methods_of_extension_in_c_sharp_are_no_finding)
{
  const char *const paths[] = { "ServiceExtensions.cs", "Service.cs" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    Facts facts = facts_new ();

    set_thresholds (&facts, "untested-hotspot", 1, 10);
    add_worked (&facts, paths[i], 1)->language = "C#";
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_untested_hotspot), i);
    facts_free (&facts);
  }
}
END_TEST

START_TEST (without_any_test_every_file_of_work_is_told)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "untested-hotspot", 1, 10);
  add_worked (&facts, "a.py", 1);
  add_worked (&facts, "b.py", 0.1);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_untested_hotspot), 1);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_file_that_no_test_reaches_over_imports_is_told_with_its_hours,
                                 what_a_test_names_is_reached,
                                 a_coverage_report_decides,
                                 where_scripts_test_from_outside_nothing_is_claimed,
                                 small_files_tools_and_settings_are_no_finding,
                                 methods_of_extension_in_c_sharp_are_no_finding,
                                 without_any_test_every_file_of_work_is_told };

  return run_tests ("analyzers/untested_hotspot", tests, G_N_ELEMENTS (tests));
}
