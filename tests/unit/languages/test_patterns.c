#include "read.h"

/* What a person would call each subject; the words are made up, the kinds were met in public repositories. */
static const struct {
  const char *subject;
  gboolean fix;
} rows[] = {
  { "fix crash on an empty list", TRUE },
  { "parser: fixes wrong line numbers", TRUE },
  { "fix(core): keep the order of keys", TRUE },
  { "Corrige le calcul de la TVA", TRUE },
  { "fix data loss on rename, and a leak", TRUE },
  { "fix the web-socket's close code", TRUE },
  { "fix the --wait option", TRUE },
  { "prefix names with the module", FALSE },
  { "history: introduce \"fixup\" subcommand", FALSE },
  { "fixup! fix crash on an empty list", FALSE },
  { "fix typos in comments", FALSE },
  { "parser: minor indent fixes", FALSE },
  { "emit_line() style fix", FALSE },
  { "fix typing", FALSE },
  { "fix type hints of the cache", FALSE },
  { "docs: fix the example", FALSE },
  { "fix deprecation warnings", FALSE },
  { "update the compiler and fix new warnings", FALSE },
  { "drop const to fix strchr() warnings", FALSE },
  { "http: fix `-Wunused-variable` in small builds", FALSE },
  { "enable more checks, fix fallouts", FALSE },
  { "enable the sign checks, and fix issues found", FALSE },
  { "clang-tidy: check macros, fix what it says", FALSE },
  { "tidy-up: apply clang-format fixes", FALSE },
};

START_TEST (a_subject_is_a_bug_fix_when_a_reader_would_say_so)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdPatterns) fix = ard_patterns_new (settings->history_fix_patterns, TRUE, NULL);
  g_autoptr (ArdPatterns) not_fix = ard_patterns_new (settings->history_not_fix_patterns, TRUE, NULL);
  const char *subject = rows[_i].subject;
  gboolean said = ard_patterns_match (fix, subject, -1) && !ard_patterns_match (not_fix, subject, -1);

  ck_assert_msg (said == rows[_i].fix, "\"%s\" is taken for %s", subject, said ? "a fix" : "no fix");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("patterns");
  TCase *cases = tcase_create ("patterns");

  tcase_add_loop_test (cases, a_subject_is_a_bug_fix_when_a_reader_would_say_so, 0, (int) G_N_ELEMENTS (rows));
  suite_add_tcase (suite, cases);
  return run_suite (suite);
}
