#ifndef ARD_JSON_STRUCTURE_H
#define ARD_JSON_STRUCTURE_H

#include <jansson.h>

#include "model/ledger.h"

/* Rows of ardoise.json about several files at once; new references. */

/* One class of copies, with its occurrences. */
json_t *ard_json_class (const ArdLedger *ledger, guint32 index);
json_t *ard_json_module (const ArdLedger *ledger, guint32 index);
json_t *ard_json_dependency (const ArdLedger *ledger, guint32 index);
json_t *ard_json_cycle (const ArdLedger *ledger, guint32 index);

/* Every file of an item. */
json_t *ard_json_item_paths (const ArdLedger *ledger, const ArdItem *item);

/* What a finding is about beside its file: reason, subject, other file, commit, class, cycle, and what no history
 * prices. */
void ard_json_set_evidence (json_t *row, const ArdLedger *ledger, const ArdFinding *finding);

#endif
