#include "ranking/rows.h"

#include <string.h>

#include "ranking/model.h"
#include "run.h"

static ArdTrial *
make_trial (const char *path)
{
  ArdTrial *trial = g_new0 (ArdTrial, 1);

  *trial = (ArdTrial){ .date_s = 86400,
                       .repairing = 31,
                       .n = 1,
                       .paths = g_new0 (char *, 2),
                       .fixes = g_new0 (double, 1),
                       .lines = g_new0 (double, 1),
                       .days = g_new0 (double, 1),
                       .expected_days = g_new0 (double, 1),
                       .terms = g_new0 (double, ARD_N_TERMS) };
  trial->paths[0] = g_strdup (path);
  trial->fixes[0] = 3;
  trial->lines[0] = 120;
  trial->days[0] = 0.5;
  trial->terms[ARD_TERM_age] = -1.25;
  for (guint i = 0; i < ARD_N_RANKINGS; i++)
    trial->scores[i] = g_new0 (double, 1);
  trial->scores[ARD_RANKING_CHURN][0] = 77;
  return trial;
}

/* The field of the row that stands under a name. */
static char *
find_field (const char *text, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) names = g_strsplit (lines[0], "\t", -1);
  g_auto (GStrv) fields = g_strsplit (lines[1], "\t", -1);

  ck_assert_uint_eq (g_strv_length (lines), 3); /* names, the row, nothing */
  ck_assert_uint_eq (g_strv_length (names), g_strv_length (fields));
  for (guint i = 0; names[i]; i++)
    if (strcmp (names[i], name) == 0)
      return g_strdup (fields[i]);
  ck_abort_msg ("no field %s", name);
}

/* The second day of 1970 begins 86,400 s after its first. */
START_TEST (a_row_has_a_field_under_every_name)
{
  static const char *const expected[][2] = {
    { "date", "1970-01-02" }, { "path", "src/a.c" }, { "bug_fix_commits", "31" }, { "lines", "120" },
    { "fixes", "3" },         { "days", "0.5" },     { "by_churn", "77" },        { "by_random", "0" },
    { "term_age", "-1.25" },  { "term_lines", "0" }
  };
  g_autoptr (ArdTrial) trial = make_trial ("src/a.c");
  g_autoptr (GString) text = g_string_new (NULL);

  ard_trial_write_names (text);
  ard_trial_write (text, trial);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *field = find_field (text->str, expected[i][0]);

    ck_assert_str_eq (field, expected[i][1]);
  }
}
END_TEST

START_TEST (a_path_breaks_neither_field_nor_line)
{
  g_autoptr (ArdTrial) trial = make_trial ("a\tb\n.c");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;

  ard_trial_write_names (text);
  ard_trial_write (text, trial);
  path = find_field (text->str, "path");
  ck_assert_str_eq (path, "a\\tb\\n.c");
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_row_has_a_field_under_every_name,
    a_path_breaks_neither_field_nor_line,
  };

  return run_tests ("rows", tests, G_N_ELEMENTS (tests));
}
