#ifndef ARD_ANALYZERS_DROPPED_H
#define ARD_ANALYZERS_DROPPED_H

#include "analyzers/tongue.h"
#include "model/corpus.h"

/*
 * What is lost by an IGNORED capture, a construct that drops an error in so many
 * words: `let _ = f()`, `.ok();`, `rescue nil`, `@f()`, `try?`, `|| true`.
 *
 * Returns:  static, a key of the message catalogue; NULL for a usual ignore: cleanup,
 *           a probe, a message to one who may have left, output into memory
 */
const char *ard_dropped_reason (const ArdCorpus *corpus, ArdTongue tongue, guint32 capture);

/* Whether the file, or one that it sources, tells the shell to stop at an error. */
gboolean ard_shell_stops (const ArdCorpus *corpus, guint32 file);

#endif
