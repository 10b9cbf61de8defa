#ifndef ARD_SQLITE_CHANGE_H
#define ARD_SQLITE_CHANGE_H

#include "reports/sqlite_rows.h"

/* Tables couplings, scatter, fix_origins, delivery, delivery_quarters and tags. */
void ard_export_change (ArdExport *export);

#endif
