#ifndef ARD_REPORT_NOTES_H
#define ARD_REPORT_NOTES_H

#include "model/ledger.h"

/* The notes of the corpus and of scoring as one list, sorted, doubles dropped; yours. */
ArdNotes *ard_report_notes (const ArdLedger *ledger);

#endif
