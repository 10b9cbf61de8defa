#include "scoring/parts.h"

void
ard_items_explain (ArdLedger *ledger)
{
  (void) ledger;
}
