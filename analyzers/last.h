#ifndef ARD_ANALYZERS_LAST_H
#define ARD_ANALYZERS_LAST_H

#include "model/corpus.h"

/* What comes before and behind a CALL capture; row: its row in the corpus. */

/* Whether the same was tried a few lines above and its failure seen: this is the last resort. */
gboolean ard_call_is_last_resort (const ArdCorpus *corpus, guint32 row);

/* Whether the process ends right behind it: there is nobody left to tell. */
gboolean ard_call_is_last_word (const ArdCorpus *corpus, guint32 row);

/* Whether its function calls nothing behind it. */
gboolean ard_call_is_last (const ArdCorpus *corpus, guint32 row);

/* Whether its function calls nothing else. */
gboolean ard_call_is_only (const ArdCorpus *corpus, guint32 row);

/* Whether its function calls that behind it. */
gboolean ard_call_is_followed (const ArdCorpus *corpus, guint32 row, const char *callee);

/* Whether its function asks right behind it whether it is done: is_file, filesize, exists. */
gboolean ard_call_is_verified (const ArdCorpus *corpus, guint32 row);

#endif
