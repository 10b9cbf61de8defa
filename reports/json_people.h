#ifndef ARD_JSON_PEOPLE_H
#define ARD_JSON_PEOPLE_H

#include <jansson.h>

#include "model/ledger.h"

/* Who knows what, in ardoise.json; new references. */

/* All people, owners of files, truck factors, needs to talk: arrays. */
json_t *ard_json_people (const ArdLedger *ledger);
json_t *ard_json_owners (const ArdLedger *ledger);
json_t *ard_json_truck_factors (const ArdLedger *ledger);
json_t *ard_json_needs (const ArdLedger *ledger);

#endif
