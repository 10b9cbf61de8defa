#ifndef ARD_JSON_FINDINGS_H
#define ARD_JSON_FINDINGS_H

#include <jansson.h>

#include "model/ledger.h"
#include "reports/message.h"

/* Rows of ardoise.json about one place each; new references. */

/* The head's findings, then, from ledger->findings->len on, those of the base that are gone. */
json_t *ard_json_finding (const ArdLedger *ledger, const ArdMessages *messages, guint32 index);
/* One of ledger->reviews. */
json_t *ard_json_review (const ArdLedger *ledger, const ArdMessages *messages, guint32 index);

#endif
