#include <string.h>

#include "facts.h"

static char *
read_page (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/docs/rules/%s.md", ARD_SOURCE_DIR, name);
  char *text = NULL;

  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "there is no page %s", path);
  return text;
}

/* The line holds these numbers between bars, as people write them: no trailing zeros. */
static void
expect_row (const char *page, const char *id, const char *head, const double *numbers, guint n)
{
  g_autoptr (GString) row = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (row, " %g |", numbers[i]);
  ck_assert_msg (strstr (page, row->str) != NULL, "the page of %s lacks the row \"%s\"", id, row->str);
}

START_TEST (the_page_of_every_rule_shows_the_numbers_of_the_catalogue)
{
  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRule *rule = &ard_rules[i];
    const ArdRuleSettings *numbers = &rule->defaults;
    const double attention[] = { numbers->attention, numbers->test_attention };
    const double critical[] = { numbers->critical, numbers->test_critical };
    const double weights[] = { numbers->w_time, numbers->w_incident, numbers->recoverable_time,
                               numbers->recoverable_incident };
    g_autofree char *page = read_page (rule->id);

    expect_row (page, rule->id, "| attention, from |", attention, 2);
    expect_row (page, rule->id, "| critical, from |", critical, 2);
    expect_row (page, rule->id, "\n|", weights, 4);
    ck_assert (strstr (page, rule->gates ? "A new critical finding fails" : "Never fails") != NULL);
  }
}
END_TEST

START_TEST (the_page_of_every_rule_states_the_work_of_the_catalogue)
{
  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRemediation *work = &ard_rules[i].remediation;
    g_autofree char *page = read_page (ard_rules[i].id);
    g_autofree char *constant = g_strdup_printf (" %g h", work->constant_h);
    g_autofree char *linear = g_strdup_printf ("%g h × %s", work->per_quantity_h, work->quantity);

    if (work->constant_h > 0)
      ck_assert_msg (strstr (page, constant) != NULL, "%s: \"%s\"", ard_rules[i].id, constant);
    if (work->per_quantity_h > 0)
      ck_assert_msg (strstr (page, linear) != NULL, "%s: \"%s\"", ard_rules[i].id, linear);
  }
}
END_TEST

START_TEST (every_page_has_every_section)
{
  const char *const sections[] = {
    "Why it costs money",    "Numbers", "Example", "How to fix", "How to silence", "What it does not claim",
    "How often it is right", "Sources"
  };

  for (guint i = 0; i < ard_n_rules; i++) {
    g_autofree char *page = read_page (ard_rules[i].id);

    for (guint j = 0; j < G_N_ELEMENTS (sections); j++) {
      g_autofree char *heading = g_strdup_printf ("\n## %s\n\n", sections[j]);

      ck_assert_msg (strstr (page, heading) != NULL, "%s lacks \"%s\"", ard_rules[i].id, sections[j]);
    }
  }
}
END_TEST

START_TEST (the_index_lists_every_rule_with_its_thresholds)
{
  g_autofree char *index = read_page ("README");

  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRule *rule = &ard_rules[i];
    g_autofree char *link = g_strdup_printf ("| [%s](%s.md) |", rule->id, rule->id);
    g_autofree char *thresholds =
        g_strdup_printf ("| %g, %g %s |", rule->defaults.attention, rule->defaults.critical, rule->unit);

    ck_assert_msg (strstr (index, link) != NULL, "the index lacks %s", rule->id);
    if (rule->defaults.attention > 0)
      ck_assert_msg (strstr (index, thresholds) != NULL, "the index lacks \"%s\"", thresholds);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    the_page_of_every_rule_shows_the_numbers_of_the_catalogue,
    the_page_of_every_rule_states_the_work_of_the_catalogue,
    every_page_has_every_section,
    the_index_lists_every_rule_with_its_thresholds,
  };

  return run_tests ("pages", tests, G_N_ELEMENTS (tests));
}
