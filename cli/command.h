#ifndef ARD_COMMAND_H
#define ARD_COMMAND_H

#include "cli/options.h"

/*
 * One file a command, ending in its const entry; main.c holds the table.
 *
 * run       what the command does with its positional arguments
 * Returns:  the exit status: 0, or 1 for a gate that failed; on error anything, with *error set
 */
typedef struct {
  const char *name;
  const char *arguments; /* as help shows them: "[PATH]" */
  const char *doc;       /* one line for help */
  guint min_arguments, max_arguments;
  int (*run) (const ArdOptions *options, char *const *arguments, GError **error);
} ArdCommand;

extern const ArdCommand ard_command_report;
extern const ArdCommand ard_command_check;
extern const ArdCommand ard_command_backtest;
extern const ArdCommand ard_command_explain;
extern const ArdCommand ard_command_offboard;
extern const ArdCommand ard_command_init;
extern const ArdCommand ard_command_rules;
extern const ArdCommand ard_command_languages;
extern const ArdCommand ard_command_config;
extern const ArdCommand ard_command_licenses;

#endif
