#ifndef ARD_JSON_VERSIONS_H
#define ARD_JSON_VERSIONS_H

#include <jansson.h>

#include "model/ledger.h"

/* "revisions", "code_revisions" and "share_of_work" of a function's row; null where its file's versions were not read.
 */
void ard_json_set_history (json_t *row, const ArdCorpus *corpus, const ArdCorpusFunction *function);

/* Points of a file and a commit, and lines by quarter; new references. */
json_t *ard_json_trend_point (const ArdLedger *ledger, guint32 index);
json_t *ard_json_survival (const ArdLedger *ledger, guint32 index);

#endif
