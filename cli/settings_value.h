#ifndef ARD_SETTINGS_VALUE_H
#define ARD_SETTINGS_VALUE_H

#include "cli/yaml_document.h"
#include "model/settings.h"

/*
 * One value of the settings file. Errors are ARD_ERROR_USAGE, naming file, line
 * and key path, what was found and what is taken.
 */

/*
 * Read a value into the field that a row of settings.def describes.
 *
 * A range takes one number, which is then certain (low = likely = high), or a
 * mapping with any of low, likely and high; the others keep their value.
 * Patterns (lists whose key ends in "patterns") are compiled to check them.
 */
gboolean ard_settings_value_read (ArdYaml *yaml, yaml_node_t *node, const ArdSettingRow *row, ArdSettings *settings,
                                  GError **error);

/* A number in [min, max]; the decimal separator is a point, whatever the locale. */
gboolean ard_settings_number_read (ArdYaml *yaml, const yaml_node_t *node, const char *path, double min, double max,
                                   double *value, GError **error);

/* true or false, unquoted. */
gboolean ard_settings_flag_read (ArdYaml *yaml, const yaml_node_t *node, const char *path, gboolean *value,
                                 GError **error);

/* Whether text is a day of the calendar as YYYY-MM-DD. */
gboolean ard_settings_date_is_valid (const char *text);

#endif
