#ifndef ARD_JSON_CHANGE_H
#define ARD_JSON_CHANGE_H

#include <jansson.h>

#include "model/ledger.h"

/* Rows of ardoise.json about changes and their way to the users; new references. */
json_t *ard_json_coupling (const ArdLedger *ledger, guint32 index);
json_t *ard_json_scatter (const ArdLedger *ledger, guint32 index);
json_t *ard_json_origin (const ArdLedger *ledger, guint32 index);

/* Figures, quarters and releases. */
json_t *ard_json_delivery (const ArdLedger *ledger);

#endif
