#ifndef ARD_NAME_H
#define ARD_NAME_H

#include "model/ledger.h"

/* Enum values as the machine-read formats write them and as message keys end: stable English, static. */
const char *ard_name_severity (ArdSeverity severity); /* attention critical */
const char *ard_name_state (ArdState state);          /* new known suppressed */
const char *ard_name_unit (ArdUnit unit);             /* function file clones cycle */
const char *ard_name_basis (ArdBasis basis);          /* history assumption */
const char *ard_name_advice (ArdAdvice advice);       /* fix-now plan backlog leave not-priced */
const char *ard_name_priority (ArdPriority priority); /* high medium low */
const char *ard_name_type (ArdDebtType type);         /* functionality architecture infrastructure test */
const char *ard_name_delivery (ArdDeliveryStatus status); /* not-found measured ok attention critical */

/* Bits and their names. */
typedef struct {
  guint bit;
  const char *name;
} ArdBitName;

extern const ArdBitName ard_box_names[];  /* of ArdBoxes; slows-features … */
extern const guint ard_n_box_names;
extern const ArdBitName ard_flag_names[]; /* of ArdFileFlags; test generated … */
extern const guint ard_n_flag_names;

/* Name of a finding's or item's unit: the function's, with "#2" from its second namesake on, or the path; one line; yours. */
char *ard_name_of_unit (const ArdCorpus *corpus, guint32 file, guint32 function, const char *anonymous);

/* The rules of an item's findings, each once, in the findings' order; of guint32; yours. */
GArray *ard_item_rules (const ArdLedger *ledger, const ArdItem *item);

/* A class' and a cycle's name in files: hex of its identity, "-2" behind that of the second class of one identity; yours. */
char *ard_name_of_class (const ArdCorpus *corpus, guint32 clone_class);
char *ard_name_of_cycle (const ArdCorpus *corpus, guint32 cycle);

/* A commit id in hex; yours. */
char *ard_name_of_commit (const ArdCorpus *corpus, const ArdOid *id);

/* "2026Q4" of 4 x year + quarter - 1; yours. */
char *ard_name_of_quarter (gint32 quarter);

/* "Ada Lovelace <ada@example.org>", or the pseudonym alone; yours. */
char *ard_name_of_author (const ArdCorpus *corpus, guint32 author);

/* "2026-11-21", of UTC; yours. */
char *ard_name_of_day (gint64 time_s);

/* The same as readers see it, "2026 Q3", of 4 x year + quarter - 1; yours. */
char *ard_name_shown_quarter (gint32 quarter);

#endif
