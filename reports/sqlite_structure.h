#ifndef ARD_SQLITE_STRUCTURE_H
#define ARD_SQLITE_STRUCTURE_H

#include "reports/sqlite_rows.h"

/* Tables of ardoise.sqlite about several files at once, and a finding's columns about them. */

/* Tables item_paths, clone_groups, clone_occurrences, modules, dependencies, cycles. */
void ard_export_structure (ArdExport *export);

/* The last eight columns of a finding; NULL: all unknown. */
void ard_export_put_evidence (ArdExport *export, const ArdFinding *finding);

#endif
