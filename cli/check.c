#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "cli/summary.h"
#include "model/error.h"

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_auto (ArdOutputs) outputs = { 0 };
  g_auto (ArdRun) gate = { 0 };

  if (!options->base) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE,
                 "check needs --base REV: the branch that the change goes to, such as origin/main");
    return -1;
  }
  if (!ard_outputs_init (&outputs, options, "junit", error) ||
      !ard_run_open (&gate, options, arguments[0] ? arguments[0] : ".", TRUE, error) || !ard_run_score (&gate, error) ||
      !ard_run_compare (&gate, options->base, error))
    return -1;
  ard_run_quote (&gate);
  if (!ard_outputs_write (&outputs, gate.ledger, gate.lang, error))
    return -1;
  ard_summary_print_verdict (&gate, &outputs);
  return gate.ledger->verdict.failed ? 1 : 0;
}

const ArdCommand ard_command_check = {
  .name = "check",
  .arguments = "[PATH] --base REV",
  .doc = "the gate: fails on new critical debt, writes JUnit",
  .max_arguments = 1,
  .run = run,
};
