#ifndef ARD_LANGUAGES_CALLSITE_H
#define ARD_LANGUAGES_CALLSITE_H

#include "languages/marks.h"
#include "languages/source.h"

/*
 * What the text around a call says of what becomes of its value, beyond the tree.
 *
 * language  as in ArdFacts
 * start     of its callee; end: first byte behind it
 * traits    ArdTraits, what the queries say
 *
 * Returns:  traits; DISCARDED gives way to VOIDED where a callback is told (languages/answered.h) or a changed folder
 *           does no harm (languages/folder.h), nothing to UNLOOKED (languages/unlooked.h); Go's VOIDED
 *           has UNLOOKED beside it where another value is kept, `f, _ :=`; what is
 *           lost with a promise that fails is added (languages/stakes.h)
 */
guint32 ard_call_traits (const ArdSource *source, const char *language, guint32 start, guint32 end, guint32 traits);

/*
 * What a callee at bytes [start, end) is called where the tree's text does not tell: a command of a shell
 * (languages/commands.h).
 *
 * name     receives it; unchanged where the text tells
 * Returns: whether it received anything
 */
gboolean ard_call_name (const ArdSource *source, const char *language, guint32 start, guint32 end, GString *name);

/* Facts of a node that is a callee. */
#define ARD_CALLEES                                                                             \
  (ARD_FACT_CALLEE | ARD_FACT_CALLEE_WHOLE | ARD_FACT_CALLEE_AWAITED | ARD_FACT_CALLEE_VOIDED | \
   ARD_FACT_CALLEE_RETURNED)

/* What the query says of a callee's value: ArdTraits of the CALL. dropped: it stands alone as a statement. */
guint32 ard_callee_traits (guint64 facts, gboolean dropped);

#endif
