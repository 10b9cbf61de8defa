#ifndef ARD_SETTINGS_SOURCE_H
#define ARD_SETTINGS_SOURCE_H

#include "cli/options.h"
#include "cli/settings_file.h"
#include "repository/repository.h"

#define ARD_SETTINGS_NAME ".ardoise.yml"

/*
 * The settings of a run: the defaults, then --config FILE, or else .ardoise.yml
 * of the analysed tree (of the work tree when commit is NULL). The files of
 * --coverage, as seen from the current folder, come behind those of tests.coverage.
 *
 * origins  set to where each value came from; yours; may be NULL
 * Errors:  ARD_ERROR_USAGE (a broken file, --config or --coverage that cannot be read)
 * Returns: sealed settings; yours
 */
ArdSettings *ard_settings_load (const ArdOptions *options, ArdRepository *repository, const ArdOid *commit,
                                ArdOrigins **origins, GError **error);

#endif
