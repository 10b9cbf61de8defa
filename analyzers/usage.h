#ifndef ARD_ANALYZERS_USAGE_H
#define ARD_ANALYZERS_USAGE_H

#include "analyzers/tongue.h"
#include "model/corpus.h"

/*
 * What the repository itself does with the calls it makes, by the text of their callees: what most of its code does is
 * its rule, and what deviates is more likely a fault (D. Engler et al., "Bugs as Deviant Behavior", SOSP 2001). Tests
 * drop what the program may not, and what others wrote is not its way: both are left out.
 */
typedef struct ArdUsage ArdUsage;

/* corpus: borrowed, must outlive it. Yours, ard_usage_free. */
ArdUsage *ard_usage_new (const ArdCorpus *corpus);
void ard_usage_free (ArdUsage *usage);

/* Whether there is so much code that its ways are known: of less, the form alone tells. */
gboolean ard_usage_is_known (const ArdUsage *usage);

typedef struct {
  guint dropped; /* calls whose value nobody takes, or uses before anybody looks */
  guint taken;   /* the others, once a function: of memory not all of them are looked at */
} ArdUse;

/* Of a callee as written; the call at hand is among them. */
ArdUse ard_usage_of (const ArdUsage *usage, const char *callee);

/* Whether most of at least three other calls drop it as well: it is the way here. */
gboolean ard_use_is_habit (ArdUse use);

/* Whether the callee gives memory: malloc and its like. */
gboolean ard_gives_memory (const char *callee);

/* Whether the file asks for memory that it is not seen to use unlooked at, or asks who looks in its place (xmalloc). */
gboolean ard_usage_looks_at_memory (const ArdUsage *usage, guint32 file);

/* Whether a macro of the repository stands for the function of C's library of that name. */
gboolean ard_usage_replaces (const ArdUsage *usage, const char *callee);

/*
 * PHP: whether a warning does not pass unseen, so that who drops a result still hears of it: the repository sets a
 * handler of errors, or builds on a framework that does (composer.json).
 */
gboolean ard_usage_hears_warnings (const ArdUsage *usage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdUsage, ard_usage_free)

#endif
