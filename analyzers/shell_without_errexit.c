#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/dropped.h"
#include "analyzers/namesakes.h"
#include "analyzers/point.h"
#include "analyzers/steps.h"
#include "analyzers/tongue.h"
#include "model/rule.h"

/* Fewer commands than these outside functions do one thing, whose status is the script's (house). */
#define FEWEST_COMMANDS 5

/* One check in so many commands: the script looks at its errors by itself (house). */
#define COMMANDS_PER_CHECK 4

/* What is asked of scripts that are shorter, look oftener, or go on by design (house). */
#define FEWEST_ASKED 3
#define COMMANDS_PER_CHECK_ASKED 2

/* Scripts that go on by design, by a word of their name: what cleans up, what looks at things one after the other. */
static const char going_on[] = "uninstall clean remove purge stop kill reset debug check status info report diagnos "
                               "free_ free- monitor watch demo color colour test bench prompt menu";

/* Parts of the names of commands that look at an error. */
static const char checks[] = "exit die fail fatal abort error bail panic return";

/* Parts of the names of the repository's own functions that run a command and look at it: check_command make. */
static const char askers[] = "check ensure must try assert verify";

/* Sourced by the shell or by another script: `set -e` would end the caller. */
static gboolean
is_sourced (const ArdFile *file)
{
  const char *slash = strrchr (file->path, '/'), *name = slash ? slash + 1 : file->path;
  static const char *const parts[] = { "completion", "profile.d", "bash_completion", "/plugins/" };

  if (file->fan_in > 0 || *name == '.' || g_str_has_suffix (name, ".zsh") || g_str_has_suffix (name, "rc"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (file->path, parts[i]))
      return TRUE;
  return FALSE;
}

/* What scripts that are sourced are called. */
static gboolean
may_be_sourced (const ArdFile *file)
{
  const char *slash = strrchr (file->path, '/'), *name = slash ? slash + 1 : file->path;

  return strstr (file->path, "lib/") ||
         ard_words_part ("common function lib util helper env", (ArdSpan){ name, strlen (name) });
}

/* What runs while a system starts or stops: to end it there would leave the rest undone. */
static gboolean
is_of_boot (const char *path)
{
  return ard_words_part ("init.d/ rc.d/ initramfs initrd premount _init init_ /init hook prestart poststop ifup ifdown",
                         (ArdSpan){ path, strlen (path) });
}

static gboolean
goes_on_by_design (const ArdFile *file)
{
  const char *slash = strrchr (file->path, '/'), *name = slash ? slash + 1 : file->path;
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return ard_words_part (going_on, (ArdSpan){ folded, strlen (folded) }) || is_of_boot (file->path) ||
         ard_words_part ("contrib/ demo/ example sample", (ArdSpan){ file->path, strlen (file->path) });
}

/* What Autoconf and its like put beside a program. */
static gboolean
is_of_autotools (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;

  return ard_words_have ("depcomp missing install-sh mkinstalldirs ltmain.sh libtool config.guess config.sub compile "
                         "test-driver ylwrap ar-lib mdate-sh py-compile configure config.status autogen.sh",
                         (ArdSpan){ name, strlen (name) });
}

/* Tests of programs run what is to fail. */
static gboolean
is_of_tests (const char *path)
{
  return strstr (path, "regress/") || strstr (path, "benchmark");
}

/* Another interpreter may stop at errors by itself. */
static gboolean
is_of_a_shell (const char *interpreter)
{
  static const char *const shells[] = { "sh", "bash", "dash", "ksh", "zsh" };
  const char *at = interpreter + strcspn (interpreter, "/");
  ArdSpan word = { "", 0 };

  while (ard_next_word (&at, &word)) {
    ArdSpan name = word;

    for (gsize i = 0; i < word.length; i++)
      if (word.text[i] == '/')
        name = (ArdSpan){ word.text + i + 1, word.length - i - 1 };
    for (guint i = 0; i < G_N_ELEMENTS (shells); i++)
      if (name.length == strlen (shells[i]) && memcmp (name.text, shells[i], name.length) == 0)
        return TRUE;
  }
  return FALSE;
}

/* Commands outside functions that change something, and what looks at errors. */
typedef struct {
  gboolean run, stops;
  guint n_commands, n_checks;
} Script;

/* A function of the repository may look at what it calls, and end the script. */
static Script
read_script (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdFile *file)
{
  Script script = { FALSE, FALSE, 0, 0 };

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (corpus, file->first_capture + i)->facts;
    ArdSpan name = { capture->text, strlen (capture->text) };

    script.stops |= capture->kind == ARD_CAPTURE_ERREXIT;
    script.run |= capture->kind == ARD_CAPTURE_INTERPRETER && is_of_a_shell (capture->text);
    script.n_checks += capture->kind == ARD_CAPTURE_HANDLER || capture->kind == ARD_CAPTURE_ABORT;
    if (capture->kind != ARD_CAPTURE_CALL)
      continue;
    gboolean own = ard_namesakes_find (names, ARD_TONGUE_SHELL, name) != NULL;

    script.n_checks += ard_words_part (checks, name) || (own && ard_words_part (askers, name));
    script.n_commands += capture->function == ARD_NONE && capture->traits & ARD_TRAIT_DISCARDED &&
                         ard_command_changes (capture->text) && !own;
  }
  return script;
}

/* Points of a script that goes on after failed commands that it does not look at; what that does shows in the steps. */
static double
judge (const ArdFile *file, const Script *script, ArdSteps steps)
{
  if (!script->run || script->stops)
    return 0;
  if (steps.done != ARD_NONE && script->n_commands >= FEWEST_COMMANDS &&
      script->n_checks * COMMANDS_PER_CHECK < script->n_commands && !may_be_sourced (file) && !goes_on_by_design (file))
    return 1;
  return script->n_commands >= FEWEST_ASKED && script->n_checks * COMMANDS_PER_CHECK_ASKED < script->n_commands
             ? ARD_QUESTION
             : 0;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("shell-without-errexit");
  g_autoptr (ArdNamesakes) names = ard_namesakes_new (corpus);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (ard_tongue_of (file) != ARD_TONGUE_SHELL || !file->measured || is_sourced (file) || is_of_tests (file->path) ||
        is_of_autotools (file->path) || ard_shell_stops (corpus, i))
      continue;

    Script script = read_script (corpus, names, file);
    ArdSteps steps = ard_steps_find (corpus, names, file);
    double value = judge (file, &script, steps);
    ArdFinding *finding = NULL;

    if (value >= 1)
      finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);
    else if (value > 0)
      finding = ard_findings_add_review (findings, corpus, settings, rule, i, ARD_NONE, value);
    if (!finding)
      continue;
    finding->end_line = 1;
    finding->quantity = script.n_commands;
    finding->reason = value >= 1 ? "errexit-goes-on" : "errexit-missing";
    if (value < 1)
      continue;
    finding->capture = steps.failed;
    finding->subject = ard_capture (corpus, steps.done)->facts.text;
    if (ard_command_claims (finding->subject))
      finding->reason = "errexit-claims";
  }
}

const ArdAnalyzer ard_analyzer_shell_without_errexit = { "shell-without-errexit", run };
