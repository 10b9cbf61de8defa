#include "analyzers/steps.h"
#include "errors.h"

/* Findings of a script of that many commands that change something, the last but one of which makes what the last puts
 * in its place; of that many checks, and another capture. */
static double
found_for (const char *path, guint commands, guint checks, ArdCaptureKind other)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, path, "Bash");
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, "#!/bin/sh", 0, ARD_NONE);
  while (commands--)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, commands == 1 ? "make" : "cp", ARD_TRAIT_DISCARDED, ARD_NONE);
  while (checks--)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "exit", ARD_TRAIT_DISCARDED, ARD_NONE);
  add_row (&facts, other, ARD_NONE, "", 0, ARD_NONE);
  n = judged (&facts, &ard_analyzer_shell_without_errexit);
  facts_free (&facts);
  return n;
}

START_TEST (a_script_that_goes_on_is_a_finding)
{
  ck_assert_double_eq (found_for ("install.sh", 5, 0, ARD_CAPTURE_TRY), 1);
  ck_assert_double_eq (found_for ("install.sh", 9, 2, ARD_CAPTURE_TRY), 1);
}
END_TEST

START_TEST (one_that_stops_or_checks_is_none)
{
  ck_assert_double_eq (found_for ("install.sh", 5, 0, ARD_CAPTURE_ERREXIT), 0);
  ck_assert_double_eq (found_for ("install.sh", 8, 4, ARD_CAPTURE_TRY), 0);
}
END_TEST

START_TEST (one_of_a_few_commands_or_that_looks_at_half_is_a_question)
{
  ck_assert_double_eq (found_for ("install.sh", 8, 2, ARD_CAPTURE_TRY), 0.5);
  ck_assert_double_eq (found_for ("install.sh", 4, 0, ARD_CAPTURE_TRY), 0.5);
}
END_TEST

/* A script of the lines, " "-separated words of one command each; 1 for a finding, 0.5 for a question. */
static double
judged_script (const char *const *commands)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "ship.sh", "Bash");
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, "#!/bin/sh", 0, ARD_NONE);
  for (; *commands; commands++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, *commands, ARD_TRAIT_DISCARDED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_shell_without_errexit);
  facts_free (&facts);
  return n;
}

START_TEST (what_is_done_all_the_same_behind_what_failed_makes_the_finding)
{
  static const char *const book[] = { "cd", "rm", "cmake", "make", "make install", "echo", "cp", NULL };
  static const char *const published[] = { "git fetch", "git merge", "npm install", "npm build", "npm publish", NULL };
  static const char *const started[] = { "mkdir", "cp", "chown", "chmod", "exec", NULL };
  static const char *const claimed[] = { "curl", "tar", "chmod", "chown", "rm", "echo done", NULL };
  static const char *const status_lost[] = {
    "sysctl", "docker buildx", "docker prune", "docker buildx", "sysctl", NULL
  };

  ck_assert_double_eq (judged_script (book), 1);
  ck_assert_double_eq (judged_script (published), 1);
  ck_assert_double_eq (judged_script (started), 1);
  ck_assert_double_eq (judged_script (claimed), 1);
  ck_assert_double_eq (judged_script (status_lost), 1);
}
END_TEST

START_TEST (a_script_that_says_it_is_done_has_a_reason_of_its_own)
{
  ck_assert (ard_command_claims ("echo done"));
  ck_assert (!ard_command_claims ("echo"));
}
END_TEST

START_TEST (steps_of_which_the_last_has_the_say_or_that_harm_nothing_are_asked_for)
{
  static const char *const last[] = { "cd",          "cargo udeps", "cargo update", "cargo upgrade",
                                      "cargo build", "cd",          "make",         NULL };
  static const char *const user[] = { "groupadd", "useradd", "mkdir", "mkdir", "chown", "exec", NULL };
  static const char *const copies[] = { "chown", "install", "install", "install", "install", "exit", NULL };

  ck_assert_double_eq (judged_script (last), 0.5);
  ck_assert_double_eq (judged_script (user), 0.5);
  ck_assert_double_eq (judged_script (copies), 0.5);
}
END_TEST

START_TEST (the_finding_names_what_may_fail_and_what_is_done_all_the_same)
{
  Facts facts = facts_new ();

  add_source (&facts, "ship.sh", "Bash");
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, "#!/bin/sh", 0, ARD_NONE);
  for (guint i = 0; i < 4; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "chmod", ARD_TRAIT_DISCARDED, ARD_NONE);
  guint32 fetch = add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "git fetch", ARD_TRAIT_DISCARDED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "git push", ARD_TRAIT_DISCARDED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_shell_without_errexit), 1);
  ck_assert_uint_eq (found (&facts, 0)->capture, fetch);
  ck_assert_str_eq (found (&facts, 0)->subject, "git push");
  facts_free (&facts);
}
END_TEST

START_TEST (a_script_of_two_commands_returns_its_last_status)
{
  ck_assert_double_eq (found_for ("install.sh", 2, 0, ARD_CAPTURE_TRY), 0);
}
END_TEST

START_TEST (what_is_sourced_would_end_its_caller)
{
  ck_assert_double_eq (found_for (".bashrc", 5, 0, ARD_CAPTURE_TRY), 0);
  ck_assert_double_eq (found_for ("completions/tool.bash", 5, 0, ARD_CAPTURE_TRY), 0);

  Facts facts = facts_new ();

  add_source (&facts, "steps.sh", "Bash")->fan_in = 1;
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, "#!/bin/sh", 0, ARD_NONE);
  for (guint i = 0; i < 5; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "cp", ARD_TRAIT_DISCARDED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_shell_without_errexit), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (commands_that_change_nothing_do_not_count)
{
  Facts facts = facts_new ();

  add_source (&facts, "hello.sh", "Bash");
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, "#!/bin/sh", 0, ARD_NONE);
  for (guint i = 0; i < 9; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "echo", ARD_TRAIT_DISCARDED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_shell_without_errexit), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_fragment_that_is_not_run_by_itself_is_none)
{
  Facts facts = facts_new ();

  add_source (&facts, "steps.sh", "Bash");
  for (guint i = 0; i < 9; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "cp", ARD_TRAIT_DISCARDED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_shell_without_errexit), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (one_that_goes_on_by_design_or_may_be_sourced_is_a_question)
{
  ck_assert_double_eq (found_for ("packaging/uninstall.sh", 9, 0, ARD_CAPTURE_TRY), 0.5);
  ck_assert_double_eq (found_for ("lib/steps.sh", 9, 0, ARD_CAPTURE_TRY), 0.5);
  ck_assert_double_eq (found_for ("tools/depcomp", 9, 0, ARD_CAPTURE_TRY), 0);
  ck_assert_double_eq (found_for ("regress/paste.sh", 9, 0, ARD_CAPTURE_TRY), 0);
  ck_assert_double_eq (found_for ("etc/init.d/server", 9, 0, ARD_CAPTURE_TRY), 0.5);
  ck_assert_double_eq (found_for ("packaging/deploy.sh", 9, 0, ARD_CAPTURE_TRY), 1);
}
END_TEST

/* Findings of nine commands under that first line; own: the script has a function of the command's name. */
static double
run_by (const char *interpreter, gboolean own)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "pack.sh", "Bash");
  add_function (&facts, own ? "force" : "other");
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, interpreter, 0, ARD_NONE);
  for (guint i = 0; i < 9; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "force", ARD_TRAIT_DISCARDED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "git push", ARD_TRAIT_DISCARDED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_shell_without_errexit);
  facts_free (&facts);
  return n;
}

START_TEST (its_own_functions_and_other_interpreters_may_look_at_errors)
{
  ck_assert_double_eq (run_by ("#!/bin/sh", FALSE), 1);
  ck_assert_double_eq (run_by ("#! /usr/bin/env bash", FALSE), 1);
  ck_assert_double_eq (run_by ("#!/bin/bash -x", FALSE), 1);
  ck_assert_double_eq (run_by ("#!/bin/sh", TRUE), 0);
  ck_assert_double_eq (run_by ("#!/usr/bin/with-contenv bashio", FALSE), 0);
}
END_TEST

START_TEST (functions_of_the_repository_may_end_the_script)
{
  Facts facts = facts_new ();

  add_source (&facts, "a_steps.sh", "Bash");
  add_function (&facts, "check_command");
  add_source (&facts, "pack.sh", "Bash");
  add_row (&facts, ARD_CAPTURE_INTERPRETER, ARD_NONE, "#!/bin/bash", 0, ARD_NONE);
  for (guint i = 0; i < 9; i++) {
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "check_command", ARD_TRAIT_DISCARDED, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "cp", ARD_TRAIT_DISCARDED, ARD_NONE);
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_shell_without_errexit), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (no_language_but_the_shell_has_errexit)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.py", "Python");
  for (guint i = 0; i < 9; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "cp", ARD_TRAIT_DISCARDED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_shell_without_errexit), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_script_that_goes_on_is_a_finding,
    one_that_stops_or_checks_is_none,
    one_of_a_few_commands_or_that_looks_at_half_is_a_question,
    what_is_done_all_the_same_behind_what_failed_makes_the_finding,
    a_script_that_says_it_is_done_has_a_reason_of_its_own,
    steps_of_which_the_last_has_the_say_or_that_harm_nothing_are_asked_for,
    the_finding_names_what_may_fail_and_what_is_done_all_the_same,
    a_script_of_two_commands_returns_its_last_status,
    what_is_sourced_would_end_its_caller,
    commands_that_change_nothing_do_not_count,
    a_fragment_that_is_not_run_by_itself_is_none,
    one_that_goes_on_by_design_or_may_be_sourced_is_a_question,
    its_own_functions_and_other_interpreters_may_look_at_errors,
    functions_of_the_repository_may_end_the_script,
    no_language_but_the_shell_has_errexit,
  };

  return run_tests ("shell-without-errexit", tests, G_N_ELEMENTS (tests));
}
