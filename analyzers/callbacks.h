#ifndef ARD_ANALYZERS_CALLBACKS_H
#define ARD_ANALYZERS_CALLBACKS_H

#include "analyzers/tongue.h"
#include "model/corpus.h"

/* Whether a call takes a callback (err, data), which is told what becomes of it. row: of the call. */
gboolean ard_callback_answers (const ArdCorpus *corpus, guint32 row);

/* Whether a handler is a callback (err, data) that never looks at err: it runs after a failure as after a success. */
gboolean ard_callback_is_blind (const ArdCorpus *corpus, const ArdCapture *handler);

#endif
