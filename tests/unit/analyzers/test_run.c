#include <math.h>
#include <string.h>

#include "facts.h"

#define ARD_ANALYZER(name) &ard_analyzer_##name,
static const ArdAnalyzer *const rows[] = {
#include "analyzers/analyzers.def"
};
#undef ARD_ANALYZER

START_TEST (every_rule_of_the_catalogue_has_an_analyzer_of_its_name)
{
  for (guint i = 0; i < ard_n_rules; i++) {
    gboolean known = FALSE;

    for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
      known |= strcmp (rows[j]->name, ard_rules[i].id) == 0;
    ck_assert_msg (known, "no analyzer is called %s", ard_rules[i].id);
  }
  for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
    ck_assert_uint_lt (ard_rule_find (rows[j]->name), ard_n_rules);
}
END_TEST

START_TEST (hotspot_runs_last)
{
  ck_assert_str_eq (rows[G_N_ELEMENTS (rows) - 1]->name, "hotspot");
}
END_TEST

START_TEST (the_numbers_of_every_rule_lie_where_the_money_model_needs_them)
{
  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRuleSettings *numbers = &ard_rules[i].defaults;
    const ArdRemediation *work = &ard_rules[i].remediation;
    const double shares[] = { numbers->w_time, numbers->w_incident, numbers->recoverable_time,
                              numbers->recoverable_incident };

    ck_assert_double_lt (numbers->attention, numbers->critical);
    ck_assert_double_lt (numbers->test_attention, numbers->test_critical);
    ck_assert_double_ge (numbers->test_attention, numbers->attention);
    for (guint j = 0; j < G_N_ELEMENTS (shares); j++)
      ck_assert (shares[j] >= 0 && shares[j] < 1);
    ck_assert_double_eq_tol (work->investigation + work->implementation + work->testing, 1, 1e-9);
    ck_assert_double_ge (work->constant_h, 0);
    ck_assert_double_ge (work->per_quantity_h, 0);
    ck_assert (*ard_rules[i].id && *ard_rules[i].measure && *ard_rules[i].unit && *ard_rules[i].source);
    ck_assert_uint_eq (ard_rule_find (ard_rules[i].id), i);
  }
}
END_TEST

START_TEST (nothing_that_history_alone_moves_can_fail_a_build)
{
  const char *const moved[] = { "hotspot", "unstable-file", "fix-magnet", "admitted-debt" };

  for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
    ck_assert (!ard_rules[ard_rule_find (moved[i])].gates);
  ck_assert (ard_rules[ard_rule_find ("complex-function")].gates);
}
END_TEST

START_TEST (a_hotspot_charges_nothing_of_its_own)
{
  const ArdRuleSettings *numbers = &ard_rules[ard_rule_find ("hotspot")].defaults;

  ck_assert_double_eq (numbers->w_time, 0);
  ck_assert_double_eq (numbers->w_incident, 0);
}
END_TEST

START_TEST (an_unknown_rule_has_the_number_after_the_last)
{
  ck_assert_uint_eq (ard_rule_find ("no-such-rule"), ard_n_rules);
}
END_TEST

static void
add_everything (Facts *facts, const char *path)
{
  ArdFile *file = add_file (facts, path, 5000);

  file->days_month = 100;
  file->revisions = 50;
  file->fixes = 50;
  file->birth_s = NOW_S - 1000 * (gint64) DAY_S;
  file->added = file->deleted = 50000;
  for (guint i = 0; i < 50; i++)
    add_change (facts, i, ARD_COMMIT_IN_WINDOW | ARD_COMMIT_FIX, 1000, 1000);
  ArdFunction *worst = add_function (facts, "worst");
  worst->code_lines = 4000;
  worst->cognitive = 400;
  worst->nesting = 12;
  worst->parameters = 20;
  add_capture (facts, ARD_CAPTURE_MARKER, ARD_NONE, 1);
  add_capture (facts, ARD_CAPTURE_MARKER, facts->corpus->functions->len - 1, 12);
}

/* What add_everything breaks: all rules of size, shape and change, untested-hotspot, and admitted-debt twice. */
#define FINDINGS_EACH (2 + 3 + 3 + 1 + 2)

START_TEST (findings_come_by_file_then_line_then_rule)
{
  Facts facts = facts_new ();

  add_everything (&facts, "a.c");
  add_everything (&facts, "b.c");
  ard_corpus_seal (facts.corpus);

  g_autoptr (GArray) findings = ard_analyzers_run (facts.corpus, facts.settings);

  ck_assert_uint_eq (findings->len, 2 * FINDINGS_EACH);
  for (guint i = 1; i < findings->len; i++) {
    const ArdFinding *before = &g_array_index (findings, ArdFinding, i - 1);
    const ArdFinding *after = &g_array_index (findings, ArdFinding, i);

    ck_assert_uint_le (before->file, after->file);
    if (before->file == after->file) {
      ck_assert_uint_le (before->start_line, after->start_line);
      if (before->start_line == after->start_line)
        ck_assert_uint_le (before->rule, after->rule);
    }
  }
  facts_free (&facts);
}
END_TEST

START_TEST (an_empty_repository_has_no_findings)
{
  Facts facts = facts_new ();

  ard_corpus_seal (facts.corpus);

  g_autoptr (GArray) findings = ard_analyzers_run (facts.corpus, facts.settings);

  ck_assert_uint_eq (findings->len, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (with_every_rule_off_the_worst_file_is_silent)
{
  Facts facts = facts_new ();

  for (guint i = 0; i < ard_n_rules; i++)
    facts.settings->rules[i].enabled = FALSE;
  add_everything (&facts, "a.c");
  ard_corpus_seal (facts.corpus);

  g_autoptr (GArray) findings = ard_analyzers_run (facts.corpus, facts.settings);

  ck_assert_uint_eq (findings->len, 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    every_rule_of_the_catalogue_has_an_analyzer_of_its_name,
    hotspot_runs_last,
    the_numbers_of_every_rule_lie_where_the_money_model_needs_them,
    nothing_that_history_alone_moves_can_fail_a_build,
    a_hotspot_charges_nothing_of_its_own,
    an_unknown_rule_has_the_number_after_the_last,
    findings_come_by_file_then_line_then_rule,
    an_empty_repository_has_no_findings,
    with_every_rule_off_the_worst_file_is_silent,
  };

  return run_tests ("run", tests, G_N_ELEMENTS (tests));
}
