#ifndef ARD_SUMMARY_H
#define ARD_SUMMARY_H

#include "cli/outputs.h"
#include "cli/pipeline.h"

/* The few lines with which a run of `report` ends: what the debt costs, what comes first, where the report lies. */
void ard_summary_print (const ArdRun *run, const ArdOutputs *outputs);

/* The same for `check`: the verdict, what fails it, where the files lie. */
void ard_summary_print_verdict (const ArdRun *run, const ArdOutputs *outputs);

/* Where an item stands, "path:line", fit for a terminal; yours. */
char *ard_summary_place (const ArdLedger *ledger, const ArdItem *item);

#endif
