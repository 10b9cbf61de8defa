#ifndef ARD_SETTINGS_TEXT_H
#define ARD_SETTINGS_TEXT_H

#include "cli/settings_file.h"

/*
 * The settings as texts, all written from settings.def and the rule catalogue.
 * Each is whole and ends in a newline; yours.
 */

/* Effective values as YAML that can be read again, each with where it came from. */
char *ard_settings_write_yaml (const ArdSettings *settings, const ArdOrigins *origins);

/* The file that `init` writes: every default, explained and commented out. Without the first '#' of each line it reads
 * as the defaults. */
char *ard_settings_write_template (void);

/* The JSON schema of the file, for editors. */
char *ard_settings_write_schema (void);

/* The reference page, Markdown. */
char *ard_settings_write_markdown (void);

#endif
