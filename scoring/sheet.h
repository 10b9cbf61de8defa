#ifndef ARD_SCORING_SHEET_H
#define ARD_SCORING_SHEET_H

#include "scoring/parts.h"

/* The explanation of one item while it is written: explain.c and its parts. */
typedef struct {
  ArdLedger *ledger;
  const ArdItem *item;
  const char *month, *hour, *year;           /* currency by the month … */
  const double *file_times, *file_incidents; /* hazards of all findings, one a file of the corpus */

  /* Of the file being explained. */
  guint32 at;
  const ArdFile *file;
  const ArdFileScore *score;
  double time, incident;           /* hazards of the item's findings in it */
  double file_time, file_incident; /* of all findings in it */
} ArdSheet;

/* Append an input with its origin, and a result with its formula (taken). */
void ard_sheet_state (ArdSheet *sheet, const char *key, double value, const char *unit, const char *origin);
void ard_sheet_derive (ArdSheet *sheet, const char *key, double value, const char *unit, char *formula);

/* Turn to a file of the corpus. */
void ard_sheet_turn (ArdSheet *sheet, guint32 file);

/* The item's nth finding; whether it is in the file turned to and takes part in the sums of hazards. */
const ArdFinding *ard_sheet_finding (const ArdSheet *sheet, guint i);
gboolean ard_sheet_weighs (const ArdSheet *sheet, const ArdFinding *finding);

/* explain_file.c: work in the file, its findings, hazards and health; findings only where nothing weighs. */
void ard_sheet_explain_file (ArdSheet *sheet);

/* explain_risk.c: failures and cost of one finding of a rule with an impact. */
void ard_sheet_explain_risk (ArdSheet *sheet, const ArdFinding *finding);

/* explain_risk.c: the same of a rule of departure. */
void ard_sheet_explain_departure (ArdSheet *sheet, const ArdFinding *finding);

/* explain_work.c: effort and principal. */
void ard_sheet_explain_effort (ArdSheet *sheet);

#endif
