#ifndef ARD_ANALYZERS_TIES_H
#define ARD_ANALYZERS_TIES_H

#include "model/corpus.h"

/*
 * How files of the product are tied to each other; tests, examples and what is not
 * judged left out. In Go, where the package is the unit, ties inside a folder do not count.
 */
typedef struct {
  guint32 *in, *out; /* by file: files that use it, that it uses */
  guint32 *header;   /* by file: in C and C++ the header of its own name that it includes, or ARD_NONE */
} ArdTies;

/* corpus: borrowed. Yours, ard_ties_free. */
ArdTies *ard_ties_new (const ArdCorpus *corpus);
void ard_ties_free (ArdTies *ties);

/* Whether a file is part of the product and judged. */
gboolean ard_ties_is_product (const ArdFile *file);

/*
 * Whether a file has next to no code in functions: it hands on what others define (an index, an __init__, a root of
 * modules) or says what they are (an interface, a record). Not of C, where all that a header includes goes on.
 */
gboolean ard_ties_is_facade (const ArdFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTies, ard_ties_free)

#endif
