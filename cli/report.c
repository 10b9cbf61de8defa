#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/past.h"
#include "cli/print.h"
#include "cli/summary.h"

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_auto (ArdOutputs) outputs = { 0 };
  g_auto (ArdRun) bill = { 0 };

  if (!ard_outputs_init (&outputs, options, "all", error) ||
      !ard_run_open (&bill, options, arguments[0] ? arguments[0] : ".", TRUE, error) || !ard_run_score (&bill, error) ||
      !ard_past_judge (&bill, error))
    return -1;
  ard_run_quote (&bill);
  if (!ard_outputs_write (&outputs, bill.ledger, bill.lang, error))
    return -1;
  ard_summary_print (&bill, &outputs);
  return 0;
}

const ArdCommand ard_command_report = {
  .name = "report",
  .arguments = "[PATH]",
  .doc = "the bill of a repository, into ./" ARD_OUTPUT_FOLDER "/",
  .max_arguments = 1,
  .run = run,
};
