#ifndef ARD_SQLITE_VERSIONS_H
#define ARD_SQLITE_VERSIONS_H

#include "reports/sqlite_rows.h"

/* Tables functions, function_revisions, trends and survival. */
void ard_export_versions (ArdExport *export);

#endif
