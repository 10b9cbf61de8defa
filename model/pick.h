#ifndef ARD_PICK_H
#define ARD_PICK_H

#include "model/ledger.h"

/* Which rows a page with code shows: quoted by cli/, printed by reports/, so both ask here. */

/* Classes, copies of each, lines of each copy, and findings of each rule on such a page. */
#define ARD_PICK_CLASSES 40
#define ARD_PICK_COPIES 6
#define ARD_PICK_COPY_LINES 40
#define ARD_PICK_FINDINGS 25
#define ARD_PICK_REVIEWS 10

/* Items of that unit, the dearest first, without prices in the backlog's order; suppressed ones last; of guint32;
 * yours. */
GArray *ard_pick_items (const ArdLedger *ledger, ArdUnit unit);

/*
 * Findings of the rules of that family, by rule (its order in the catalogue), then
 * critical before attention, dearest first, by path and line; of guint32; yours.
 */
GArray *ard_pick_findings (const ArdLedger *ledger, const char *family);

/* The same, cut to the first ARD_PICK_FINDINGS of each rule. */
GArray *ard_pick_shown (const ArdLedger *ledger, const char *family);

/*
 * Reviews by rule, those of the files that rank first before others, then by line; cut to the first
 * ARD_PICK_REVIEWS of each rule; of guint32; yours.
 */
GArray *ard_pick_reviews (const ArdLedger *ledger);

#endif
