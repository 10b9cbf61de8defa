#ifndef ARD_SQLITE_PEOPLE_H
#define ARD_SQLITE_PEOPLE_H

#include "reports/sqlite_rows.h"

/* Tables people, knowledge, truck_factors, truck_people and communication_needs. */
void ard_export_people (ArdExport *export);

#endif
